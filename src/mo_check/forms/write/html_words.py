"""What the HTML form says in its own voice: on the page, and by its script."""

from markupsafe import Markup

from mo_check.forms.pages.form_words import CLOSING, EVIDENCE, NOTHING_HERE, SEVERAL
from mo_check.interview.consent_questions import TEXT_ALOUD
from mo_check.languages import msgid

PAGE = {
    "language": msgid("Sprache"),
    "offline": msgid(
        "Diese Seite arbeitet ohne Internet. Ihre Antworten bleiben auf diesem Gerät, bis Sie die Antwortdatei selbst "
        "verschicken."
    ),
    "noscript": msgid(
        "Zum Ausfüllen bitte in einem Browser öffnen: In der Vorschau eines Mailprogramms lässt sich hier nichts sichern. "
        "Auf Papier geht es auch."
    ),
    "load": msgid("Schon angefangen? Antwortdatei laden"),
    "contents": msgid("Alle Abschnitte"),
    "who": msgid("Wer antwortet?"),
    "closing": CLOSING,
    "aloud": TEXT_ALOUD,
    "nothing": NOTHING_HERE,
    "several": SEVERAL,
    "help": msgid("Hilfe"),
    "notes": msgid("Notiz oder Beleg"),
    "note": msgid("Notiz"),
    "evidence": EVIDENCE,
    "unsay": msgid("Antwort löschen"),
    "end": msgid("Fertig, oder genug für heute?"),
    "send": msgid(
        "Sichern Sie Ihre Antworten als Datei und schicken Sie diese an die Person, von der Sie das Formular haben. "
        "Unbeantwortete Fragen sind in Ordnung. Zum Weitermachen laden Sie die Datei oben wieder."
    ),
    "save": msgid("Antwortdatei sichern"),
    "save_short": msgid("Sichern"),
    "print": msgid("Drucken"),
    "empty": msgid("Alles löschen"),
    "sure": msgid("Alle Antworten auf diesem Gerät löschen? Eine gesicherte Antwortdatei bleibt."),
    "sure_yes": msgid("Ja, löschen"),
    "sure_no": msgid("Nein, behalten"),
}
SCRIPT = {
    "done": msgid("{done} von {all} beantwortet"),
    "kept": msgid("Auf diesem Gerät gemerkt."),
    "not_kept": msgid("Dieser Browser merkt sich nichts: bitte vor dem Schließen die Antwortdatei sichern."),
    "missing": msgid("Bitte noch sagen, wer antwortet; dann lässt sich die Datei sichern."),
    "saved": msgid("Gesichert als {file}, meist im Ordner „Downloads“. Jetzt bitte diese Datei zurückschicken."),
    "lacks": msgid("Hier fehlt noch ein Grund oder ein Name; diese Antworten stehen nicht in der Datei:"),
    "question": msgid("Frage {number}"),
    "loaded": msgid("Die Antworten sind geladen."),
    "not_ours": msgid("Das ist keine Antwortdatei dieses Formulars. Es hat sich nichts geändert."),
    "other_form": msgid("Diese Antwortdatei gehört zu einem anderen Formular. Es hat sich nichts geändert."),
}


class PageTexts:
    """The texts of the page in every language; the page shows the first, and the script knows the others by place."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        self._places: dict[tuple[str, ...], int] = {}

    def shown(self, *said: str) -> Markup:
        """Return a text as the page shows it: in the leading language, with its place in the lists of the others."""
        if len(set(said)) == 1:
            return Markup("{}").format(said[0])
        place = self._places.setdefault(said, len(self._places))
        return Markup('<span data-t="{}">{}</span>').format(place, said[0])

    def option(self, *said: str) -> Markup:
        """Return what an <option>, which holds nothing but text, carries as its own mark."""
        if len(set(said)) == 1:
            return Markup("")
        return Markup(' data-t="{}"').format(self._places.setdefault(said, len(self._places)))

    def others(self) -> dict[str, dict[int, str]]:
        """Return, for every language but the leading one, what it says otherwise, by place."""
        told = [(place, said) for said, place in self._places.items()]
        return {tag: {place: said[n] for place, said in told if said[n] != said[0]} for n, tag in enumerate(self.tags) if n}

"""Beginning a profile: who is assessed, who answers, and where the file will be."""

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mo_check.document.value_names import KINDS, LANDS
from mo_check.files.complaints import error_words
from mo_check.files.reading import is_there
from mo_check.interview.question import Choice, InterviewIO
from mo_check.languages import msgid
from mo_check.model.item import Perspective
from mo_check.model.profile import PROFILE_FORMAT, Land, Profile, Respondent, Subject, SubjectKind

JOINT = msgid("Wie viele Vereine füllen das gemeinsam aus (leer: nur einer)")
_NONE = "none"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")


def ask_who(io: InterviewIO, perspective: Perspective, *, quick: bool) -> Profile:
    """Ask who is assessed and who answers; wrong answers are explained and asked again.

    Raises KeyboardInterrupt or EOFError when the respondent stops.
    """
    say, prompter, show = io.language.say, io.prompter, io.show

    def asked(prompt: str, model: type[Subject | Respondent], key: str, given: dict[str, Any], *, needed: bool) -> str | None:
        while True:
            text = prompter.line(prompt)
            if not text and not needed:
                return None
            try:
                model.model_validate(given | {key: text or ""})
            except ValidationError as error:
                message, remedy = error_words(error.errors(include_url=False)[0], model)
                show.say(" ".join(io.word(part) for part in (message, remedy) if part))
            else:
                return text

    def chosen(prompt: str, options: tuple[Choice, ...]) -> str:
        found = prompter.choose(prompt, options)
        show.say(f"{prompt}: {next(option.label for option in options if option.id == found)}")
        return found

    subject: dict[str, Any] = {"name": "?", "kind": SubjectKind.CITY}
    subject["name"] = asked(say("Name der Kommune"), Subject, "name", subject, needed=True)
    kinds = tuple(Choice(str(n), kind.value, say(msgid)) for n, (kind, msgid) in enumerate(KINDS.items(), start=1))
    subject["kind"] = chosen(say("Art der Kommune"), kinds)
    lands = [Choice(str(n), land.value, say(msgid)) for n, (land, msgid) in enumerate(LANDS.items(), start=1)]
    land = chosen(say("Bundesland"), (*lands, Choice("0", _NONE, say("keine Angabe"))))
    subject["land"] = None if land == _NONE else Land(land)
    population = asked(
        say("Wie viele Menschen dort leben (ungefähr; leer: keine Angabe)"),
        Subject,
        "population",
        subject,
        needed=False,
    )
    subject["population"] = population
    respondent: dict[str, Any] = {"perspective": perspective, "label": "?"}
    label = asked(say("Wer antwortet (Stelle oder Rolle, kein Name nötig)"), Respondent, "label", respondent, needed=True)
    respondent["label"] = label
    if perspective is Perspective.MIGRANT_ORGANISATION:
        respondent["joint"] = asked(say(JOINT), Respondent, "joint", respondent, needed=False)
    return Profile(
        format=PROFILE_FORMAT,
        subject=Subject.model_validate({k: v for k, v in subject.items() if v is not None}),
        respondent=Respondent.model_validate({k: v for k, v in respondent.items() if v is not None}),
        language=io.language.tag,
        scope="quick" if quick else "full",
    )


def proposed_file(profile: Profile, day: date) -> Path:
    """Return the proposed file: subject, perspective and day, fit for every file system; a number where it is taken."""
    perspective = profile.respondent.perspective.value.replace("_", "-")
    stem = f"{slug(profile.subject.name)}-{perspective}-{day.isoformat()}"
    number = 1
    while is_there(path := Path(f"{stem}{'' if number == 1 else f'-{number}'}.yaml")):
        number += 1
    return path


def slug(name: str) -> str:
    """Return a name in plain small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:60].strip("-")
    return f"kommune-{words}".strip("-") if not words or _RESERVED.fullmatch(words) else words

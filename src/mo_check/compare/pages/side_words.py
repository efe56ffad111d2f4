"""The words of a comparison: sides, types of items, and sentences that say who sees what how."""

from collections.abc import Iterable, Mapping, Sequence

from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.languages import Language, msgid
from mo_check.model.consent import QuotedText
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.report import words

_MUNICIPALITY, _DEPARTMENT, _ASSOCIATION = (
    Perspective.MUNICIPALITY,
    Perspective.DEPARTMENT,
    Perspective.MIGRANT_ORGANISATION,
)
SIDES: Mapping[Perspective, str] = {
    _MUNICIPALITY: msgid("Verwaltung"),
    _DEPARTMENT: msgid("Fachämter"),
    _ASSOCIATION: msgid("Vereine"),
    Perspective.AGREED: msgid("gemeinsam vereinbart"),
}
"""How a side is called in heads of tables; the legend says what stands behind it."""
ADDRESSED: Mapping[Perspective, str] = {
    _MUNICIPALITY: msgid("Frage an die Verwaltung"),
    _DEPARTMENT: msgid("Frage an die Fachämter"),
    _ASSOCIATION: msgid("Frage an die Vereine"),
}
NOT_ASKED: Mapping[Perspective, str] = {
    _MUNICIPALITY: msgid("Die Verwaltung wurde das nicht gefragt. Holen Sie ihre Sicht im Gespräch zuerst ein."),
    _DEPARTMENT: msgid("Die Fachämter wurden das nicht gefragt. Holen Sie ihre Sicht im Gespräch zuerst ein."),
    _ASSOCIATION: msgid("Die Vereine wurden das nicht gefragt. Holen Sie ihre Sicht im Gespräch zuerst ein."),
}
TYPES: Mapping[ItemType, str] = {
    ItemType.PERCEPTION_GAP: msgid("Wahrnehmungslücke"),
    ItemType.DIVIDED: msgid("uneinig"),
    ItemType.APPLICABILITY: msgid("trifft es zu?"),
    ItemType.BLIND_SPOT: msgid("blinder Fleck"),
    ItemType.SHARED_GAP: msgid("gemeinsame Lücke"),
    ItemType.SHARED_STRENGTH: msgid("gemeinsame Stärke"),
}
"""The types in the order in which they are worth talking about."""
MEANINGS: Mapping[ItemType, str] = {
    ItemType.PERCEPTION_GAP: msgid("Die Seiten sehen es sehr verschieden."),
    ItemType.DIVIDED: msgid("Innerhalb einer Seite gehen die Antworten weit auseinander."),
    ItemType.APPLICABILITY: msgid("Eine Seite antwortet, für eine andere trifft es meist nicht zu oder geschieht woanders."),
    ItemType.BLIND_SPOT: msgid("Mehr als die Hälfte einer Seite weiß es nicht oder hat es offen gelassen."),
    ItemType.SHARED_GAP: msgid("Die Seiten liegen nah beieinander, und mindestens eine sieht noch eine Lücke."),
    ItemType.SHARED_STRENGTH: msgid("Alle sehen das erfüllt; ein Hindernis ist es für niemanden mehr."),
}
COMPARISON_MODES: Mapping[ComparisonMode, str] = {
    ComparisonMode.PERSPECTIVES: msgid("Sichtweisen auf eine Kommune"),
    ComparisonMode.TIME: msgid("Dieselbe Sicht zu mehreren Zeiten"),
    ComparisonMode.PEERS: msgid("Mehrere Kommunen"),
}
_BEST = {
    _MUNICIPALITY: msgid("Die Verwaltung sieht es günstiger"),
    _DEPARTMENT: msgid("Die Fachämter sehen es günstiger"),
    _ASSOCIATION: msgid("Die Vereine sehen es günstiger"),
}
_THAN = {
    _MUNICIPALITY: msgid("als die Verwaltung"),
    _DEPARTMENT: msgid("als die Fachämter"),
    _ASSOCIATION: msgid("als die Vereine"),
}
_DIVIDED = {
    _MUNICIPALITY: msgid("In der Verwaltung gehen die Antworten weit auseinander."),
    _DEPARTMENT: msgid("Unter den Fachämtern gehen die Antworten weit auseinander."),
    _ASSOCIATION: msgid("Unter den Vereinen gehen die Antworten weit auseinander."),
}
_BLIND = {
    _MUNICIPALITY: msgid("Die Verwaltung weiß es meist nicht oder hat es offen gelassen."),
    _DEPARTMENT: msgid("Die Fachämter wissen es meist nicht oder haben es offen gelassen."),
    _ASSOCIATION: msgid("Die Vereine wissen es meist nicht oder haben es offen gelassen."),
}
_AWAY = {
    _MUNICIPALITY: msgid("Für die Verwaltung trifft es meist nicht zu, oder es geschieht woanders."),
    _DEPARTMENT: msgid("Für die Fachämter trifft es meist nicht zu, oder es geschieht woanders."),
    _ASSOCIATION: msgid("Für die Vereine trifft es meist nicht zu, oder es geschieht woanders."),
}


def profiles_typed(comparisons: Sequence[Comparison], named: Sequence[str]) -> str:
    """Return the profiles of comparisons as they are typed in a command: as they were named, else file by file.

    Files are called after who answered, so those of a side that hides its people are not named.
    """
    files = [one.file for comparison in comparisons for one in comparison.open]
    hidden = ["…"] if any(len(comparison.open) < len(comparison.compared) for comparison in comparisons) else []
    return " ".join([words.typed_path(name) for name in named] or [*dict.fromkeys(map(words.typed_path, files)), *hidden])


def workshop_typed(comparison: Comparison, named: Sequence[str]) -> str:
    """Return the command for a kit; the sides that hide their people stay hidden in it."""
    hiding = "".join(f" --anonymous {side.value}" for side in Perspective if side in comparison.hiding)
    return f"mo-check workshop {profiles_typed((comparison,), named)}{hiding} -o workshop"


def agree_typed(comparisons: Sequence[Comparison], named: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the command for one profile of all; none where a side hides its people, whose answers a group would see."""
    if any(comparison.hiding for comparison in comparisons):
        return ()
    return (f"mo-check agree {profiles_typed(comparisons, named)} -o {language.say('gemeinsam.yaml')}",)


def type_word(compared: ComparedItem, language: Language) -> str:
    """Return the type of an item; a dash where nothing was answered that counts."""
    return language.say(TYPES[compared.type]) if compared.type else "–"


def in_substance(quoted: QuotedText, language: Language) -> tuple[str, ...]:
    """Return the mark of a text that only whoever leads may see; nothing where it may be read aloud."""
    return (language.say("nur sinngemäß wiedergeben, nicht vorlesen"),) if quoted.in_substance else ()


def voice_label(profile: Profile, language: Language, *, names: bool) -> str:
    """Return whose words stand there: with ``names`` the respondent's own label, else the side."""
    respondent = profile.respondent
    return words.respondent_name(respondent, language) if names else language.say(SIDES[respondent.perspective])


def what_is_seen(compared: ComparedItem, language: Language) -> str:
    """Return in a sentence what makes the item worth talking about: who sees it better, who is divided, who does not know."""
    say = language.say
    match compared.type:
        case ItemType.PERCEPTION_GAP if compared.higher and compared.lower:
            return say(
                "{best} {than}, um {points} von 100 Punkten.",
                best=say(_BEST[compared.higher]),
                than=say(_THAN[compared.lower]),
                points=language.number((compared.gap or 0) * 100),
            )
        case ItemType.DIVIDED:
            return _each(compared.about, _DIVIDED, language)
        case ItemType.BLIND_SPOT:
            return _each(compared.about, _BLIND, language)
        case ItemType.APPLICABILITY:
            return _each(compared.about, _AWAY, language)
        case None:
            return say("Dazu hat niemand eine Stufe genannt.")
        case other:
            return say(MEANINGS[other])


def _each(sides: Iterable[Perspective], sentences: Mapping[Perspective, str], language: Language) -> str:
    return " ".join(language.say(sentences[side]) for side in sides)

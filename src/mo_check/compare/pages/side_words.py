"""The words of a comparison: sides, types of items, and sentences that say who sees what how."""

from collections.abc import Mapping, Sequence

from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.side_answers import ShareWord, SideAnswers
from mo_check.compare.pure.sides import AlikeGap, ComparedItem, ItemType
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
    ItemType.REACHES_FEW: msgid("erreicht nicht alle"),
    ItemType.PERCEPTION_GAP: msgid("Wahrnehmungslücke"),
    ItemType.UNKNOWN: msgid("nicht angekommen"),
    ItemType.APPLICABILITY: msgid("trifft es zu?"),
    ItemType.DIVIDED: msgid("uneinig"),
    ItemType.EXPERIENCED: msgid("verschieden erlebt"),
    ItemType.ORGANISED: msgid("verschieden geregelt"),
    ItemType.SHARED_GAP: msgid("gemeinsame Lücke"),
    ItemType.SHARED_STRENGTH: msgid("gemeinsame Stärke"),
    ItemType.PLACES: msgid("nebeneinander"),
}
"""The types in the order in which they are worth talking about."""
MEANINGS: Mapping[ItemType, str] = {
    ItemType.REACHES_FEW: msgid("Die Verwaltung sieht es erfüllt, auf ihre eigene Frage höchstens die Hälfte der anderen."),
    ItemType.PERCEPTION_GAP: msgid("Die Seiten wurden nach demselben gefragt und sehen es sehr verschieden."),
    ItemType.UNKNOWN: msgid("Mehr als die Hälfte einer Seite antwortet „weiß nicht“: Es ist dort nicht angekommen."),
    ItemType.APPLICABILITY: msgid("Eine Seite antwortet, für eine andere trifft es meist nicht zu oder geschieht woanders."),
    ItemType.DIVIDED: msgid("Innerhalb einer Seite gehen die Antworten auf dieselbe Frage weit auseinander."),
    ItemType.EXPERIENCED: msgid("Auf einer Seite erlebt man es sehr verschieden; alles davon kann stimmen."),
    ItemType.ORGANISED: msgid("Die Ämter halten es verschieden; alles davon kann stimmen."),
    ItemType.SHARED_GAP: msgid("Alle sehen hier noch eine Lücke."),
    ItemType.SHARED_STRENGTH: msgid("Alle sehen das erfüllt; ein Hindernis ist es für niemanden mehr."),
    ItemType.PLACES: msgid("Nach Verschiedenem gefragt oder fast gleich beantwortet; die Antworten stehen nebeneinander."),
}
COMPARISON_MODES: Mapping[ComparisonMode, str] = {
    ComparisonMode.PERSPECTIVES: msgid("Sichtweisen auf eine Kommune"),
    ComparisonMode.TIME: msgid("Dieselbe Sicht zu mehreren Zeiten"),
    ComparisonMode.PEERS: msgid("Mehrere Kommunen"),
}
_OF_WHOM = {
    _MUNICIPALITY: msgid("der Verwaltung"),
    _DEPARTMENT: msgid("der Fachämter"),
    _ASSOCIATION: msgid("der Vereine"),
}
_DIVIDED = {
    _MUNICIPALITY: msgid("In der Verwaltung gehen die Antworten weit auseinander."),
    _DEPARTMENT: msgid("Unter den Fachämtern gehen die Antworten weit auseinander."),
    _ASSOCIATION: msgid("Unter den Vereinen gehen die Antworten weit auseinander."),
}
_APART = {
    _MUNICIPALITY: msgid("In der Verwaltung wird es sehr verschieden erzählt."),
    _DEPARTMENT: msgid("Die Fachämter halten es sehr verschieden."),
    _ASSOCIATION: msgid("Die Vereine erleben es sehr verschieden."),
}
_UNKNOWN = {
    _MUNICIPALITY: msgid("Die Verwaltung weiß es meist nicht."),
    _DEPARTMENT: msgid("Bei den Fachämtern ist davon meist nichts angekommen."),
    _ASSOCIATION: msgid("Bei den Vereinen ist davon meist nichts angekommen."),
}
_AWAY = {
    _MUNICIPALITY: msgid("Für die Verwaltung trifft es meist nicht zu, oder es geschieht woanders."),
    _DEPARTMENT: msgid("Für die Fachämter trifft es meist nicht zu, oder es geschieht woanders."),
    _ASSOCIATION: msgid("Für die Vereine trifft es meist nicht zu, oder es geschieht woanders."),
}


_OF_SIDES: Mapping[ItemType | None, Mapping[Perspective, str]] = {
    ItemType.DIVIDED: _DIVIDED,
    ItemType.EXPERIENCED: _APART,
    ItemType.ORGANISED: _APART,
    ItemType.UNKNOWN: _UNKNOWN,
    ItemType.APPLICABILITY: _AWAY,
}
"""What is said of each side that is concerned."""


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


SHARES: Mapping[ShareWord, str] = {
    ShareWord.NONE: msgid("niemand"),
    ShareWord.SOME: msgid("einige"),
    ShareWord.HALF: msgid("etwa die Hälfte"),
    ShareWord.MOST: msgid("die meisten"),
    ShareWord.ALL: msgid("alle"),
}
"""How many of a side that hides its people have an item met."""
_FEW = 3
"""Below so many answers of a side it is said how few they are."""


def middle_words(answers: SideAnswers, language: Language) -> str:
    """Return the level in the middle of a side in its own words, both where it lies between two; a dash without answers."""
    return language.say(" bis ").join(level.label for level in answers.middle) or "–"


def in_substance(quoted: QuotedText, language: Language) -> tuple[str, ...]:
    """Return the mark of a text that only whoever leads may see; nothing where it may be read aloud."""
    return (language.say("nur sinngemäß wiedergeben, nicht vorlesen"),) if quoted.in_substance else ()


def voice_label(profile: Profile, language: Language, *, names: bool) -> str:
    """Return whose words stand there: with ``names`` the respondent's own label, else the side."""
    respondent = profile.respondent
    return words.respondent_name(respondent, language) if names else language.say(SIDES[respondent.perspective])


def what_is_seen(compared: ComparedItem, language: Language) -> str:
    """Return in a sentence what the answers make of the item: who sees it better, who is divided, whom it does not reach."""
    say = language.say
    match compared.type:
        case ItemType.PERCEPTION_GAP if compared.gap:
            return _perception(compared, compared.gap, language)
        case ItemType.REACHES_FEW:
            return _reached(compared, language)
        case ItemType() as kind if kind in _OF_SIDES:
            return " ".join(say(_OF_SIDES[kind][side]) for side in compared.concerned)
        case ItemType.PLACES if compared.near:
            return say("Wer nach demselben gefragt wurde, antwortet fast gleich.")
        case ItemType.PLACES:
            return say("Die Seiten wurden nach Verschiedenem gefragt; ihre Antworten stehen nebeneinander.")
        case None if any(one.median is not None for one in compared.sides):
            return say("Dazu hat nur eine Seite eine Stufe genannt.")
        case None:
            return say("Dazu hat niemand eine Stufe genannt.")
        case other:
            return say(MEANINGS[other])


def _perception(compared: ComparedItem, gap: AlikeGap, language: Language) -> str:
    """Return who sees it best and who worst, all of them at either end, by how much, and how few say so."""
    best, worst = (language.listing(tuple(language.say(_OF_WHOM[side]) for side in end)) for end in (gap.higher, gap.lower))
    told = language.say(
        "Aus Sicht {best} steht es besser als aus Sicht {worst}, um {points} von 100 Punkten.",
        best=best,
        worst=worst,
        points=language.number(gap.gap * 100),
    )
    return " ".join([told, *_few(compared, (*gap.higher, *gap.lower), language)])


def _few(compared: ComparedItem, sides: Sequence[Perspective], language: Language) -> list[str]:
    """Return that a side speaks with one or two voices; nothing of a side that hides its people."""
    numbers = {one.side: one.scored for one in compared.sides if one.side in sides and one.counts}
    if numbers and all(number == 1 for number in numbers.values()):
        return [language.say("Es ist je eine Stimme.")]
    few = tuple(f"{language.say(SIDES[side])} {number}" for side, number in numbers.items() if number < _FEW)
    return [language.say("Wenige Stimmen: {sides}.", sides=language.listing(few))] if few else []


def _reached(compared: ComparedItem, language: Language) -> str:
    """Return what the municipality says of itself, and what those concerned say of what they met with.

    Where their levels are other ones their answers are quoted, and not held against what the municipality says.
    """
    said = compared.of(Perspective.MUNICIPALITY)
    lines = [language.say("Die Verwaltung sagt: {level}.", level=middle_words(said, language))] if said else []
    concerned = [one for one in compared.sides if one.side in compared.concerned]
    return " ".join([*lines, *(_met_with(one, language) for one in concerned)])


def _met_with(one: SideAnswers, language: Language) -> str:
    if one.item.levels_differ:
        return language.say("Auf ihre eigene Frage sagen die Vereine in der Mitte: {level}.", level=middle_words(one, language))
    if not one.counts:
        return language.say("Viele Vereine erleben es nicht so.")
    if one.scored == 1:
        return language.say("Der eine Verein, der davon erzählt, erlebt es nicht oder nur zum Teil.")
    return language.say(
        "Von {number} Vereinen erleben es so: {met}; nicht oder nur zum Teil: {rest}.",
        number=one.scored,
        met=one.met,
        rest=one.scored - one.met,
    )

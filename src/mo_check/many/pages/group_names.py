"""How groups of municipalities are called."""

from mo_check.document.value_names import KINDS, LANDS
from mo_check.languages import Language, msgid
from mo_check.many.pure.statistics import NOT_GIVEN, Split
from mo_check.model.profile import Land, SubjectKind

SPLITS = {
    Split.KIND: msgid("Art der Kommune"),
    Split.LAND: msgid("Bundesland"),
    Split.SIZE: msgid("Einwohnerzahl"),
}
SIZE_NAMES = {
    "under-20000": msgid("unter 20.000"),
    "20000-99999": msgid("20.000 bis unter 100.000"),
    "100000-499999": msgid("100.000 bis unter 500.000"),
    "from-500000": msgid("500.000 und mehr"),
}


def group_name(split: Split | None, value: str | None, language: Language) -> str:
    """Return the name of a group; of all, if there is no split."""
    say = language.say
    if split is None:
        return say("alle")
    if value is None or value == NOT_GIVEN:
        return say("ohne Angabe")
    match split:
        case Split.KIND:
            return say(KINDS[SubjectKind(value)])
        case Split.LAND:
            return say(LANDS[Land(value)])
        case Split.SIZE:
            return say(SIZE_NAMES[value]) if value in SIZE_NAMES else value

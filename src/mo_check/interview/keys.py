"""Which key says what, per language; the screen shows them and the prompters hear them."""

from collections.abc import Mapping

from mo_check.interview.question import Action
from mo_check.languages import msgid

ENTER = "enter"
"""Stands for the Enter key in the table below; each Show names it in its own way."""

LABELS: Mapping[Action, str] = {
    Action.KEEP: msgid("so lassen"),
    Action.NOTHING_HERE: msgid("{row}: hier gibt es nichts"),
    Action.UNKNOWN: msgid("weiß nicht"),
    Action.NOT_APPLICABLE: msgid("trifft nicht zu"),
    Action.ELSEWHERE: msgid("macht jemand anderes"),
    Action.DISPUTED: msgid("uneins lassen"),
    Action.LATER: msgid("später"),
    Action.NOTE: msgid("Notiz dazu"),
    Action.EVIDENCE: msgid("Beleg dazu"),
    Action.HELP: msgid("Hilfe und Quelle"),
    Action.BACK: msgid("zurück"),
    Action.GO_TO: msgid("gehe zu"),
    Action.REVIEW: msgid("offene Fragen"),
    Action.QUIT: msgid("sichern, Ende"),
}
"""The msgid of what each key does, in the order they are shown; ``row`` is the row of a matrix that a question is in."""

_GERMAN: Mapping[Action, str] = {
    Action.KEEP: ENTER,
    Action.NOTHING_HERE: "0",
    Action.UNKNOWN: "w",
    Action.NOT_APPLICABLE: "x",
    Action.ELSEWHERE: "a",
    Action.DISPUTED: "u",
    Action.LATER: "s",
    Action.NOTE: "n",
    Action.EVIDENCE: "b",
    Action.HELP: "?",
    Action.BACK: "z",
    Action.GO_TO: "g",
    Action.REVIEW: "o",
    Action.QUIT: "q",
}
_ENGLISH: Mapping[Action, str] = {
    **_GERMAN,
    Action.UNKNOWN: "u",
    Action.ELSEWHERE: "e",
    Action.DISPUTED: "d",
    Action.LATER: "l",
    Action.EVIDENCE: "p",
    Action.BACK: "b",
}
_KEYS = {"de": _GERMAN, "en": _ENGLISH}


def keys(tag: str) -> Mapping[Action, str]:
    """Return the key of every action in a language; a language without its own keys uses the English ones."""
    return _KEYS.get(tag.split("-", 1)[0], _ENGLISH)

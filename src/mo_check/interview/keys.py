"""Which key says what; the screen shows them and the prompters hear them."""

from collections.abc import Mapping

from mo_check.interview.question import Action
from mo_check.languages import Locale, msgid

ENTER = "enter"
"""Stands for the Enter key; each Show names it in its own way."""

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
    Action.CONSENT: msgid("vorlesen?"),
    Action.HELP: msgid("Hilfe und Quelle"),
    Action.BACK: msgid("zurück"),
    Action.GO_TO: msgid("gehe zu"),
    Action.REVIEW: msgid("offene Fragen"),
    Action.QUIT: msgid("sichern, Ende"),
}
"""The msgid of what each key does, in the order they are shown; ``row`` is the row of a matrix that a question is in."""

_SIGNS: Mapping[Action, str] = {Action.KEEP: ENTER, Action.NOTHING_HERE: "0", Action.HELP: "?"}
"""What is the same key in every language."""


def keys(locale: Locale) -> Mapping[Action, str]:
    """Return the key of every action in a language, in the order they are shown."""
    found = {**_SIGNS, **{Action(name): key for name, key in locale.keys.items()}}
    return {action: found[action] for action in LABELS}

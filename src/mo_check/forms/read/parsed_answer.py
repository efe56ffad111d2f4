"""From what stands in the fields of one question to an answer, or to why it is none; nothing is guessed."""

from typing import NamedTuple

from mo_check.errors import Message
from mo_check.files.yaml_events import Tree
from mo_check.model.answer import Status
from mo_check.model.standing import Standing

_STATUSES = tuple(one for one in Status if one.standing is not Standing.OPEN)
STATUS_WORDS = tuple(f"_{one.value}" for one in _STATUSES)
"""How a status stands among the ids of levels or options, with which it cannot be confused."""
_DETAILS = {one: one.needs for one in _STATUSES if one.needs}


class ParsedAnswer(NamedTuple):
    """What the fields of one question hold: ids chosen, a text, and what stands beside them.

    A status stands among ``chosen`` with an underscore before it. ``several`` tells that the ids are options.
    """

    chosen: tuple[str, ...] = ()
    several: bool = False
    text: str = ""
    reason: str = ""
    who: str = ""
    note: str = ""
    evidence: str = ""
    read_aloud: str = ""


class Contradictory(Exception):
    """The fields do not make one answer; ``message`` says why, ``part`` which field is meant."""

    def __init__(self, message: Message, remedy: Message | None = None, part: str = "answer") -> None:
        super().__init__(message.msgid)
        self.message = message
        self.remedy = remedy
        self.part = part


def answer_tree(said: ParsedAnswer) -> dict[str, Tree]:
    """Return the fields of an answer; none where nothing was said. Raises Contradictory."""
    found: dict[str, Tree] = {}
    statuses = [one[1:] for one in said.chosen if one.startswith("_")]
    ids = [one for one in said.chosen if not one.startswith("_")]
    if len(statuses) > 1 or (statuses and ids):
        raise Contradictory(
            Message("Hier ist etwas gewählt und zugleich gesagt, dass es keine Antwort gibt."),
            Message("Nur eines von beidem stehen lassen."),
        )
    if statuses:
        found["status"] = statuses[0]
    elif ids:
        found |= {"options": list(ids)} if said.several else {"level": ids[0]}
    elif said.text:
        found |= {"text": said.text} | ({"read_aloud": said.read_aloud} if said.read_aloud else {})
    found |= _detail(said, statuses[0] if statuses else "")
    beside = {key: text for key, text in (("note", said.note), ("evidence", said.evidence)) if text}
    if beside and not found:
        found["status"] = Status.SKIPPED.value
    return found | beside


def _detail(said: ParsedAnswer, status: str) -> dict[str, Tree]:
    """Return the reason or the name that belongs to a status."""
    wanted = next((key for one, key in _DETAILS.items() if one == status), "")
    given = {"reason": said.reason, "who": said.who}
    if any(text for key, text in given.items() if key != wanted):
        raise Contradictory(
            Message("Ein Grund oder ein Name steht hier ohne die Antwort, zu der er gehört."),
            Message("Die Antwort dazu wählen oder den Text in die Notiz setzen."),
            part="detail",
        )
    if not wanted:
        return {}
    if not given[wanted]:
        missing = {
            "reason": Message("Hier fehlt der Grund, warum das nicht zutrifft."),
            "who": Message("Hier fehlt, wer es macht."),
        }
        raise Contradictory(missing[wanted], Message("Ein paar Worte genügen."), part="detail")
    return {wanted: given[wanted]}

"""An answer: exactly one thing that was said, and what stands beside it.

What can be said is a union of small frozen types, so that an answer with two levels or a reason without its status cannot be
written. ``AnswerFields`` is an answer as a file holds it: keys that may be there or not, checked and complained of there.
"""

from collections.abc import Mapping
from datetime import date as calendar_date
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeAlias

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from mo_check.model.standing import Standing
from mo_check.model.types import CalendarDate, Frozen, Text, WordId


class Status(StrEnum):
    """An answer without a value of its own."""

    _value_: str
    standing: Standing
    """How its item then stands."""
    needs: str | None
    """The field that it needs beside it, and that belongs to no other status."""

    def __new__(cls, value: str, standing: Standing, needs: str | None = None) -> Self:
        """Make a row of the table."""
        status = str.__new__(cls, value)
        status._value_, status.standing, status.needs = value, standing, needs
        return status

    UNKNOWN = "unknown", Standing.UNKNOWN
    NOT_APPLICABLE = "not_applicable", Standing.NOT_APPLICABLE, "reason"
    ELSEWHERE = "elsewhere", Standing.ELSEWHERE, "who"
    SKIPPED = "skipped", Standing.OPEN
    DISPUTED = "disputed", Standing.OPEN, "positions"


class ReadAloud(StrEnum):
    """What a respondent allows to be done with a text: to read it aloud, to tell it in other words only, or neither."""

    YES = "yes"
    IN_SUBSTANCE = "in_substance"
    NO = "no"


class Position(Frozen):
    """What one side holds, or held before the others agreed with it."""

    label: Annotated[Text, Field(max_length=80)]
    level: WordId


class LevelGiven(NamedTuple):
    """A level; ``positions`` are who held what before it was agreed."""

    level: str
    positions: tuple[Position, ...] = ()
    tag: Literal["level"] = "level"


class OptionsGiven(NamedTuple):
    """Options, or the one that says none of them; ``positions`` as beside a level."""

    options: tuple[str, ...]
    positions: tuple[Position, ...] = ()
    tag: Literal["options"] = "options"


class TextGiven(NamedTuple):
    """A free text, and what its author allows to be done with it; nothing said is a no."""

    text: str
    read_aloud: ReadAloud | None = None
    tag: Literal["text"] = "text"


class Unknown(NamedTuple):
    """The respondent does not know."""

    tag: Literal[Status.UNKNOWN] = Status.UNKNOWN


class Skipped(NamedTuple):
    """The question was left for later."""

    tag: Literal[Status.SKIPPED] = Status.SKIPPED


class NotApplicable(NamedTuple):
    """The question does not apply, for a reason."""

    reason: str
    tag: Literal[Status.NOT_APPLICABLE] = Status.NOT_APPLICABLE


class Elsewhere(NamedTuple):
    """Somebody else does it; the level they reach may be known."""

    who: str
    level: str | None = None
    tag: Literal[Status.ELSEWHERE] = Status.ELSEWHERE


class Disputed(NamedTuple):
    """A group did not agree; ``positions`` are who holds what."""

    positions: tuple[Position, ...]
    tag: Literal[Status.DISPUTED] = Status.DISPUTED


Given: TypeAlias = LevelGiven | OptionsGiven | TextGiven | Unknown | Skipped | NotApplicable | Elsewhere | Disputed
"""What was said; its tag is ``level``, ``options``, ``text`` or a status. A ``match`` over it is closed by ``assert_never``."""


class Answer(NamedTuple):
    """What was said, with note, evidence and day; ``wording`` marks the text that was seen."""

    given: Given
    note: str | None = None
    evidence: str | None = None
    date: calendar_date | None = None
    wording: str | None = None

    @property
    def level(self) -> str | None:
        """The level that was named, here or for whoever else does it."""
        return self.given.level if isinstance(self.given, LevelGiven | Elsewhere) else None

    @property
    def options(self) -> tuple[str, ...] | None:
        """The options that were chosen."""
        return self.given.options if isinstance(self.given, OptionsGiven) else None

    @property
    def text(self) -> str | None:
        """The free text."""
        return self.given.text if isinstance(self.given, TextGiven) else None

    @property
    def read_aloud(self) -> ReadAloud | None:
        """What the author of the free text allows to be done with it."""
        return self.given.read_aloud if isinstance(self.given, TextGiven) else None

    @property
    def status(self) -> Status | None:
        """The status that was given instead of a level, options or a text."""
        return self.given.tag if isinstance(self.given.tag, Status) else None

    @property
    def positions(self) -> tuple[Position, ...]:
        """Who holds what, or held it before the others agreed."""
        return self.given.positions if isinstance(self.given, LevelGiven | OptionsGiven | Disputed) else ()

    def with_positions(self, positions: tuple[Position, ...]) -> "Answer":
        """Return a level or options with who held what; any other answer as it is."""
        given = self.given
        if not isinstance(given, LevelGiven | OptionsGiven):
            return self
        return self._replace(given=given._replace(positions=positions))


_NEEDED_BY = {status.needs: status for status in Status if status.needs}
_BESIDE = Answer._fields[1:]
"""What an answer has beside what was said."""


class AnswerFields(Frozen):
    """A level, options or a text; or a status. ``elsewhere`` may carry a level too.

    ``read_aloud`` belongs to a text, ``who`` to elsewhere, ``reason`` to not applicable, ``positions`` to disputed; beside a
    level or options they keep who held what before it was agreed. ``wording`` marks the text seen.
    """

    model_config = ConfigDict(title="Answer")

    level: WordId | None = None
    options: tuple[WordId, ...] | None = None
    text: Text | None = None
    read_aloud: ReadAloud | None = None
    status: Status | None = None
    who: Text | None = None
    reason: Text | None = None
    positions: tuple[Position, ...] | None = None
    note: Text | None = None
    evidence: Text | None = None
    date: CalendarDate | None = None
    wording: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{8}$")] | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        given = [name for name in ("level", "options", "text", "status") if self.__dict__[name] is not None]
        if len(given) != 1 and not (self.status is Status.ELSEWHERE and given == ["level", "status"]):
            raise PydanticCustomError("answer_not_one", "not one answer", {"given": ", ".join(given)})
        if self.read_aloud is not None and self.text is None:
            raise PydanticCustomError("answer_without_text", "no text", {"key": "read_aloud"})
        for name, status in ((name, _NEEDED_BY[name]) for name in type(self).model_fields if name in _NEEDED_BY):
            if self.status is status and getattr(self, name) is None:
                raise PydanticCustomError("answer_incomplete", "incomplete", {"status": status.value, "key": name})
            agreed = name == "positions" and self.status is None and self.text is None
            if self.status is not status and getattr(self, name) is not None and not agreed:
                raise PydanticCustomError("answer_surplus", "surplus", {"status": status.value, "key": name})
        return self

    def answer(self) -> Answer:
        """Return the answer that these fields are."""
        return plain_answer({key: value for key, value in self.__dict__.items() if value is not None})


def plain_answer(fields: Mapping[str, Any]) -> Answer:
    """Return the answer that checked fields are."""
    return Answer(_given(fields), *map(fields.get, _BESIDE))


def _given(fields: Mapping[str, Any]) -> Given:
    match fields.get("status"):
        case None if "level" in fields:
            return LevelGiven(fields["level"], fields.get("positions", ()))
        case None if "options" in fields:
            return OptionsGiven(fields["options"], fields.get("positions", ()))
        case None:
            return TextGiven(fields["text"], fields.get("read_aloud"))
        case Status.UNKNOWN:
            return Unknown()
        case Status.SKIPPED:
            return Skipped()
        case Status.NOT_APPLICABLE:
            return NotApplicable(fields["reason"])
        case Status.ELSEWHERE:
            return Elsewhere(fields["who"], fields.get("level"))
        case _:
            return Disputed(fields["positions"])


def typed_fields(answer: Answer) -> dict[str, Any]:
    """Return an answer as ``AnswerFields`` has it: the fields that are there, whichever the model has, in its order."""
    given = answer.given
    held = given._asdict() | answer._asdict() | {"status": answer.status}
    if not (answer.positions or isinstance(given, Disputed)):
        held.pop("positions", None)
    return {name: held[name] for name in AnswerFields.model_fields if held.get(name) is not None}


def fields_of(answer: Answer) -> dict[str, Any]:
    """Return an answer as the fields of a file, in their order; texts, lists and mappings only, so that JSON can hold them."""
    return {name: _json(value) for name, value in typed_fields(answer).items()}


def _json(value: object) -> object:
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    if isinstance(value, Position):
        return value.model_dump()
    return str(value)

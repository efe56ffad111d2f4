"""A profile: one respondent's answers on one subject. Answers are kept, scores never."""

from collections.abc import Mapping
from datetime import date as calendar_date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from mo_check.model.item import Perspective
from mo_check.model.types import CalendarDate, Frozen, Id, Text, Version, Whole, WordId
from mo_check.model.usual_answers import usual_answers

PROFILE_FORMAT = "mo-check/profile/1"


class SubjectKind(StrEnum):
    """What kind of municipality is assessed."""

    MUNICIPALITY = "municipality"
    TOWN = "town"
    CITY = "city"
    DISTRICT = "district"
    CITY_STATE = "city_state"
    BOROUGH = "borough"


class Land(StrEnum):
    """The sixteen federal states, by their usual two letters."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


class Status(StrEnum):
    """An answer without a value of its own."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    ELSEWHERE = "elsewhere"
    SKIPPED = "skipped"
    DISPUTED = "disputed"


class Subject(Frozen):
    """The municipality assessed; ``ags`` is its official key of 5 or 8 digits."""

    name: Annotated[Text, Field(max_length=120)]
    kind: SubjectKind
    land: Land | None = None
    population: Annotated[Whole, Field(ge=1, le=100_000_000)] | None = None
    ags: Annotated[str, Field(pattern=r"^(?:[0-9]{5}|[0-9]{8})$")] | None = None


class Respondent(Frozen):
    """Who answered: a perspective and a label of their own; no personal name is asked for."""

    perspective: Perspective
    label: Annotated[Text, Field(max_length=80)]


class Position(Frozen):
    """What one side holds, or held before the others agreed with it."""

    label: Annotated[Text, Field(max_length=80)]
    level: WordId


class Answer(Frozen):
    """A level, options or a text; or a status. ``elsewhere`` may carry a level too.

    ``who`` belongs to elsewhere, ``reason`` to not applicable, ``positions`` to disputed; beside a level or options they keep who
    held what before it was agreed. ``wording`` marks the text seen.
    """

    level: WordId | None = None
    options: tuple[WordId, ...] | None = None
    text: Text | None = None
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
        for name, status in (
            ("who", Status.ELSEWHERE),
            ("reason", Status.NOT_APPLICABLE),
            ("positions", Status.DISPUTED),
        ):
            if self.status is status and getattr(self, name) is None:
                raise PydanticCustomError("answer_incomplete", "incomplete", {"status": status.value, "key": name})
            agreed = name == "positions" and self.status is None and self.text is None
            if self.status is not status and getattr(self, name) is not None and not agreed:
                raise PydanticCustomError("answer_surplus", "surplus", {"status": status.value, "key": name})
        return self


_ALONE = {status.value: status for status in (Status.UNKNOWN, Status.SKIPPED)}


def _read(tree: object, validate: ValidatorFunctionWrapHandler) -> Mapping[str, Answer]:
    usual = usual_answers(Answer, _ALONE, tree)
    answers: Mapping[str, Answer] = validate(tree) if usual is None else usual
    return answers


class ChecklistAnswers(Frozen):
    """The answers to one checklist, with the version and the digest of the checklist they were given to."""

    version: Version
    digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{8,64}$")] | None = None
    answers: Annotated[Mapping[Id, Answer], WrapValidator(_read)] = Field(default_factory=dict)


class Profile(Frozen):
    """One respondent's answers on one subject, to one or several checklists."""

    format: Literal["mo-check/profile/1"]
    subject: Subject
    respondent: Respondent
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(?:-[a-z]+)*$")] = "de"
    scope: Literal["full", "quick"] = "full"
    remark: Text | None = None
    checklists: Mapping[WordId, ChecklistAnswers] = Field(default_factory=dict)

    def answers(self, checklist_id: str) -> Mapping[str, Answer]:
        """Return the answers to a checklist; none if it was never answered."""
        held = self.checklists.get(checklist_id)
        return held.answers if held else {}

    def answered_on(self, checklist_id: str) -> calendar_date | None:
        """Return the day of the last answer to a checklist."""
        return max((a.date for a in self.answers(checklist_id).values() if a.date), default=None)

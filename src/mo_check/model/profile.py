"""A profile: one respondent's answers on one subject. Answers are kept, scores never."""

from collections.abc import Mapping
from datetime import date as calendar_date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from mo_check.model.answer import Answer, ReadAloud
from mo_check.model.answer_sheet import Answers, AnswerSheet, Plain, plain_fields
from mo_check.model.item import Perspective
from mo_check.model.types import Frozen, Text, Version, Whole, WordId

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


class Subject(Frozen):
    """The municipality assessed; ``ags`` is its official key of 5 or 8 digits.

    There is no ``kind`` where an association or a department was asked for the place only.
    """

    name: Annotated[Text, Field(max_length=120)]
    kind: SubjectKind | None = None
    land: Land | None = None
    population: Annotated[Whole, Field(ge=1, le=100_000_000)] | None = None
    ags: Annotated[str, Field(pattern=r"^(?:[0-9]{5}|[0-9]{8})$")] | None = None


class Respondent(Frozen):
    """Who answered: a perspective and a label of their own; no personal name is asked for.

    ``joint`` is how many associations filled it in together; they are one voice.
    """

    perspective: Perspective
    label: Annotated[Text, Field(max_length=80)]
    joint: Annotated[Whole, Field(ge=2, le=1_000)] | None = None


class PassOn(StrEnum):
    """Whether answers may go on to others, without names."""

    YES = "yes"
    NO = "no"


class ChecklistAnswers(Frozen):
    """The answers to one checklist, with the version and the digest of the checklist they were given to."""

    version: Version
    digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{8,64}$")] | None = None
    answers: Answers = Field(default_factory=dict)


class Profile(Frozen):
    """One respondent's answers on one subject, to one or several checklists.

    ``read_aloud`` is what becomes of all notes and evidence, ``pass_on`` whether the answers may go on to others without names;
    nothing said is a no.
    """

    format: Literal["mo-check/profile/1"]
    subject: Subject
    respondent: Respondent
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(?:-[a-z]+)*$")] = "de"
    scope: Literal["full", "quick"] = "full"
    remark: Text | None = None
    read_aloud: ReadAloud | None = None
    pass_on: PassOn | None = None
    checklists: Mapping[WordId, ChecklistAnswers] = Field(default_factory=dict)

    def answers(self, checklist_id: str) -> Mapping[str, Answer]:
        """Return the answers to a checklist; none if it was never answered."""
        held = self.checklists.get(checklist_id)
        return held.answers if held else {}

    def plain_answers(self, checklist_id: str) -> Mapping[str, Plain]:
        """Return the fields of the answers to a checklist; none if it was never answered."""
        return plain_fields(self.answers(checklist_id))

    def answered_on(self, checklist_id: str) -> calendar_date | None:
        """Return the day of the last answer to a checklist."""
        answers = self.answers(checklist_id)
        return answers.last_day if isinstance(answers, AnswerSheet) else AnswerSheet(plain_fields(answers)).last_day

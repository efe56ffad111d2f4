"""A source: a paper, and each thing it says as a statement with an id."""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from mo_check.model.types import Flag, Frozen, Id, Number, Text, Whole, WordId

SOURCE_FORMAT = "mo-check/source/1"


class StatementKind(StrEnum):
    """What kind of thing a statement is."""

    INSIGHT = "insight"
    DEFINITION = "definition"
    VALUE = "value"
    RECOMMENDATION = "recommendation"
    SUCCESS_FACTOR = "success_factor"
    OBSTACLE = "obstacle"
    REFLECTION = "reflection"
    INDICATOR = "indicator"
    FIGURE = "figure"
    PRACTICE = "practice"


class Statement(Frozen):
    """One thing the paper says, in our own words; ``section`` is the paper's own heading, by which it is cited.

    A figure has ``value`` of ``of`` respondents, or a ``share`` or ``shares`` of one where the paper gives no count, or neither
    (a rank, told in the text). ``from_page`` is where the main section starts, if a page is known at all.
    """

    id: Id
    kind: StatementKind
    section: Text
    from_page: Whole | None = None
    text: Text
    partner: Literal["both", "mo", "municipality"] | None = None
    value: Whole | None = None
    of: Whole | None = None
    share: Number | None = None
    shares: dict[str, Number] | None = None
    approximate: Flag = False
    count_given: Flag = True
    caveat: Text | None = None

    @property
    def share_of_survey(self) -> Fraction | None:
        """The share of respondents that a figure speaks of, from its count or as the paper gives it; else None."""
        return Fraction(self.value, self.of) if self.value is not None and self.of else self.share


class Derived(Frozen):
    """A number the paper does not give but that follows from its figures: those who are in none of the named ones."""

    id: Id
    text: Text
    of: Whole
    rest_of: Annotated[tuple[Id, ...], Field(min_length=1)]


class Survey(Frozen):
    """The survey that the figures come from."""

    year: Whole
    respondents: Whole
    scope: Text
    caveat: Text


class Source(Frozen):
    """A paper as data; ``survey`` is where its figures come from, and stands wherever there are some."""

    format: Literal["mo-check/source/1"]
    id: WordId
    title: Text
    publisher: Text
    as_of: Text
    language: Text
    survey: Survey | None = None
    statements: tuple[Statement, ...] = ()
    derived: tuple[Derived, ...] = ()

    def statement(self, statement_id: str) -> Statement | None:
        """Return the statement with that id, or None."""
        return next((statement for statement in self.statements if statement.id == statement_id), None)

    @property
    def surveyed(self) -> Survey:
        """The survey of a source that gives figures. Raises ValueError for one that has none."""
        if self.survey is None:
            raise ValueError(self.id)
        return self.survey

    def derived_value(self, derived: Derived) -> int:
        """Return how many are in none of the figures that a derived number names. Raises KeyError for an unknown figure."""
        values = {s.id: s.value or 0 for s in self.statements}
        return derived.of - sum(values[figure] for figure in derived.rest_of)

"""What many profiles say together: distributions, common gaps, figures and groups; points are from 0 to 100."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import Item, Perspective
from mo_check.model.source import Source, Statement
from mo_check.model.standing import Standing


class Split(StrEnum):
    """By what municipalities are put into groups."""

    KIND = "kind"
    LAND = "land"
    SIZE = "size"


SIZES = {"under-20000": 0, "20000-99999": 20_000, "100000-499999": 100_000, "from-500000": 500_000}
"""The size classes, each with the smallest number of inhabitants."""
NOT_GIVEN = "not-given"
"""The group of those whose profile does not say."""


class Spread(NamedTuple):
    """How many values there are and, if any, their quartiles."""

    number: int
    lower: Fraction | None
    median: Fraction | None
    upper: Fraction | None


class ItemStatistics(NamedTuple):
    """One item: how many stand how, and the distribution of the values in points."""

    item: Item
    dimension: Dimension
    standings: Mapping[Standing, int]
    values: Spread

    @property
    def scored(self) -> int:
        """How many have a value."""
        return self._of(lambda standing: standing.scored)

    @property
    def gaps(self) -> int:
        """How many have a value and do not meet it."""
        return self._of(lambda standing: standing.missing)

    @property
    def unknown(self) -> int:
        """How many do not know, or were not asked yet."""
        return self._of(lambda standing: standing.waiting)

    @property
    def met_share(self) -> Fraction | None:
        """The share of those with a value who meet it."""
        return Fraction(self.scored - self.gaps, self.scored) if self.scored else None

    def _of(self, wanted: Callable[[Standing], bool]) -> int:
        return sum(number for standing, number in self.standings.items() if wanted(standing))


class FigureStatistics(NamedTuple):
    """A figure of the survey: for how many it is so today, for how many it is not, and of how many it is not known."""

    statement: Statement
    yes: int
    no: int
    unclear: int


class GroupStatistics(NamedTuple):
    """A group of municipalities; ``total`` is None where it is too small to be shown."""

    split: Split
    value: str
    total: Spread | None


class Statistics(NamedTuple):
    """Many profiles held against one score of a checklist.

    ``profiles`` counts them all; those that answered the quick check only (``quick``) are in the items and figures and not in
    the scores. ``repeated`` counts the profiles of municipalities that were there already.
    """

    checklist: Checklist
    score: str
    perspective: Perspective
    sources: tuple[Source, ...]
    profiles: int
    quick: int
    repeated: int
    total: Spread
    dimensions: tuple[tuple[Dimension, Spread], ...]
    items: tuple[ItemStatistics, ...]
    figures: tuple[FigureStatistics, ...]
    groups: tuple[GroupStatistics, ...]

    @property
    def title(self) -> str:
        """The title of the checklist and, where it has several, of the score."""
        return self.checklist.score_title(self.score)

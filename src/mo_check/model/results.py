"""What comes out of scoring: every number an exact fraction from 0 to 1 (costs and swings in points of 100).

The classes are named tuples: a dataclass costs every start five times as much.
"""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import GapBand, Item, Level, Step
from mo_check.model.profile import Answer, Profile
from mo_check.model.source import Statement


class Standing(StrEnum):
    """How an item stands (docs/method.md, Values)."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"
    ELSEWHERE = "elsewhere"


AWAY = frozenset({Standing.NOT_APPLICABLE, Standing.ELSEWHERE})
"""Where a respondent says that an item is not theirs."""
WAITING = frozenset({Standing.UNKNOWN, Standing.OPEN})
"""Where an answer is still to come."""


class Shown(StrEnum):
    """Whether a number is shown, or which words stand in its place."""

    NUMBER = "number"
    TOO_FEW = "too_few"
    MOSTLY_ELSEWHERE = "mostly_elsewhere"
    NOTHING = "nothing"


class ItemResult(NamedTuple):
    """One item as it stands. ``value`` and ``level`` are None unless scored; ``by_rule`` when its condition decided."""

    item: Item
    standing: Standing
    answer: Answer | None = None
    level: Level | None = None
    value: Fraction | None = None
    by_rule: bool = False


class Score(NamedTuple):
    """A score with its range and coverage; all None where nothing was scored or nothing applies."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    shown: Shown


class DimensionResult(NamedTuple):
    """A dimension: its items in scope, and its score over the scored kinds."""

    dimension: Dimension
    items: tuple[ItemResult, ...]
    score: Score


class Assessment(NamedTuple):
    """A profile held against one of the ``scores`` of a checklist. ``display`` is the total as shown, 0 to 100."""

    profile: Profile
    checklist: Checklist
    score: str
    dimensions: tuple[DimensionResult, ...]
    total: Score
    display: int | None

    @property
    def scored(self) -> bool:
        """Whether there is anything to score."""
        return any(result.item.scored for result in self.items())

    @property
    def title(self) -> str:
        """The title of the checklist and, where it has several, of the score."""
        return self.checklist.score_title(self.score)

    def items(self) -> Iterator[ItemResult]:
        """Yield every item in scope."""
        for dimension in self.dimensions:
            yield from dimension.items

    def item(self, item_id: str) -> ItemResult | None:
        """Return how an item stands, or None if it is not in scope."""
        return next((result for result in self.items() if result.item.id == item_id), None)

    @property
    def bottlenecks(self) -> tuple[ItemResult, ...]:
        """Key items below one half; no strength elsewhere makes up for them."""
        half = Fraction(1, 2)
        return tuple(r for r in self.items() if r.item.key and r.value is not None and r.value < half)

    @property
    def unclear(self) -> tuple[ItemResult, ...]:
        """Key items that are unknown or open; they fail no check, and need an answer first."""
        waiting = {Standing.UNKNOWN, Standing.OPEN}
        return tuple(r for r in self.items() if r.item.key and r.standing in waiting)

    @property
    def weakest(self) -> DimensionResult | None:
        """The dimension with the lowest shown score, if there are at least two to compare."""
        shown = [d for d in self.dimensions if d.score.shown is Shown.NUMBER]
        return min(shown, key=lambda d: d.score.value or 0) if len(shown) > 1 else None


class Gap(NamedTuple):
    """An item below 1 and what it costs the total, in points of 100."""

    result: ItemResult
    dimension: Dimension
    band: GapBand
    cost: Fraction


class Proposal(NamedTuple):
    """A step with the gaps it helps to close; ``waits_for`` are needed items that are not there yet."""

    id: str
    step: Step
    gaps: tuple[Gap, ...]
    waits_for: tuple[Item, ...]
    quick_win: bool

    @property
    def cost(self) -> Fraction:
        """What the gaps it helps with cost together, in points."""
        return sum((gap.cost for gap in self.gaps), Fraction(0))


class FindOut(NamedTuple):
    """An item without an answer, whom to ask, and how many points of the range hang on it."""

    result: ItemResult
    swing: Fraction


class FigureResult(NamedTuple):
    """A figure of the survey beside an item; ``here`` says whether this profile counts, None if that is not known.

    ``counted`` is False where the figure has no rule: then it is only told.
    """

    statement: Statement
    result: ItemResult
    counted: bool
    here: bool | None


class Influence(NamedTuple):
    """How the total changes, in points, when one item is left out."""

    item: Item
    change: Fraction


class Sensitivity(NamedTuple):
    """How far the total depends on choices: the 5th to 95th percentile under drawn weights, and the strongest items."""

    low: float
    high: float
    geometric: float
    influences: tuple[Influence, ...]

"""What comes out of scoring: every number an exact fraction from 0 to 1 (costs and swings in points of 100).

The classes are named tuples: a dataclass costs every start five times as much.
"""

from fractions import Fraction
from typing import NamedTuple

from mo_check.model.assessment import ItemResult
from mo_check.model.checklist import Dimension
from mo_check.model.item import GapBand, Item, Step
from mo_check.model.source import Statement


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

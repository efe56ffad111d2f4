"""What comes out of scoring: every number an exact fraction from 0 to 1 (costs and swings in points of 100).

Each is made with its fields by name: two costs or two items side by side could be swapped. The base below does what a frozen
dataclass does, which would cost every start five times as much.
"""

from fractions import Fraction
from typing import dataclass_transform

from mo_check.model.assessment import ItemResult
from mo_check.model.checklist import Dimension
from mo_check.model.item import GapBand, Item, Step
from mo_check.model.source import Statement


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Result:
    """Frozen, made by name; two are equal if their fields are."""

    def __init__(self, **fields: object) -> None:
        if fields.keys() != type(self).__annotations__.keys():
            raise TypeError(fields.keys())
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({vars(self)!r})"


class Gap(_Result):
    """An item below 1 and what it costs the total, in points of 100."""

    result: ItemResult
    dimension: Dimension
    band: GapBand
    cost: Fraction


class Proposal(_Result):
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


class FindOut(_Result):
    """An item without an answer, whom to ask, and how many points of the range hang on it."""

    result: ItemResult
    swing: Fraction


class FigureResult(_Result):
    """A figure of the survey beside an item; ``here`` says whether this profile counts, None if that is not known.

    ``counted`` is False where the figure has no rule: then it is only told.
    """

    statement: Statement
    result: ItemResult
    counted: bool
    here: bool | None


class Influence(_Result):
    """How the total changes, in points, when one item is left out."""

    item: Item
    change: Fraction


class Sensitivity(_Result):
    """How far the total depends on choices: the 5th to 95th percentile under drawn weights, and the strongest items."""

    low: float
    high: float
    geometric: float
    influences: tuple[Influence, ...]

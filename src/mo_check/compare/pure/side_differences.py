"""How far sides lie apart, over the items on which they are alike (docs/method.md, Sides and item types)."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from mo_check.compare.pure.side_answers import alike
from mo_check.compare.pure.sides import ComparedItem
from mo_check.model.checklist import Dimension
from mo_check.model.item import Perspective


class SideDifference(NamedTuple):
    """How far two sides lie apart over the ``items`` alike ones that both scored, each as its mean weighed by the items."""

    higher: Perspective
    lower: Perspective
    items: int
    high: Fraction
    low: Fraction

    @property
    def difference(self) -> Fraction:
        """How much higher the one is, from 0 to 1."""
        return self.high - self.low


class DifferenceRow(NamedTuple):
    """A dimension, None for all of them, with the differences of the pairs that have alike items, the widest first."""

    dimension: Dimension | None
    pairs: tuple[SideDifference, ...]


def difference_rows(items: Sequence[ComparedItem]) -> tuple[DifferenceRow, ...]:
    """Return how far the sides lie apart in each dimension, the widest first, and over all of them last.

    Δ = Σ_C w·(m_a − m_b) / Σ_C w over the alike items C that both scored (docs/method.md, Sides and item types).
    """
    dimensions = {one.dimension.id: one.dimension for one in items}
    rows = [DifferenceRow(held, _differences([i for i in items if i.dimension.id == held.id])) for held in dimensions.values()]
    rows = sorted((row for row in rows if row.pairs), key=lambda row: -row.pairs[0].difference)
    whole = DifferenceRow(None, _differences(items))
    return (*rows, whole) if whole.pairs else ()


def _differences(items: Sequence[ComparedItem]) -> tuple[SideDifference, ...]:
    sides = [side for side in Perspective if any(one.of(side) for one in items)]
    found = (_difference(items, one, other) for one, other in combinations(sides, 2))
    return tuple(sorted((pair for pair in found if pair is not None), key=lambda pair: -pair.difference))


def _difference(items: Sequence[ComparedItem], one: Perspective, other: Perspective) -> SideDifference | None:
    both = [pair for item in items if (pair := _alike_medians(item, one, other)) is not None]
    weight = sum(weight for weight, _, _ in both)
    if not weight:
        return None
    first = sum((w * m for w, m, _ in both), Fraction(0)) / weight
    second = sum((w * m for w, _, m in both), Fraction(0)) / weight
    if first >= second:
        return SideDifference(one, other, len(both), first, second)
    return SideDifference(other, one, len(both), second, first)


def _alike_medians(item: ComparedItem, one: Perspective, other: Perspective) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return the weight of an item and the medians of two sides, None where they are not alike or one has no answer."""
    first, second = item.of(one), item.of(other)
    if first is None or second is None or not alike(first, second) or first.median is None or second.median is None:
        return None
    return item.item.weight, first.median, second.median

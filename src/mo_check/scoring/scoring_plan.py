"""What of an assessment does not depend on the answers: which items are in scope, and what each answer would be worth."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import MET, Item, ItemKind, Perspective
from mo_check.model.per_checklist import per_checklist
from mo_check.model.results import Outcome, Standing
from mo_check.scoring.conditions import scope_items

HALF = Fraction(1, 2)
"""A key item below this is a bottleneck (docs/method.md, Values)."""
_CHOICES = 1024
"""So many different choices of options are remembered for an item."""


class ScoredItem(NamedTuple):
    """An item in scope with what its answers come to; it has no weight unless it is scored.

    ``waits`` says that a condition decides whether it is asked. ``weight`` is in whole parts of its dimension. An answer that
    reaches a level of a scored item has its outcome here, by level and by options; ``lowest`` is the one by rule.
    """

    id: str
    item: Item
    waits: bool
    weight: int
    by_level: Mapping[str, Outcome]
    by_options: Callable[[tuple[str, ...]], Outcome] | None
    lowest: Outcome


class PlannedDimension(NamedTuple):
    """A dimension with its items in scope, ``counted`` and ``keys`` the places of the scored and the key items among them.

    ``parts`` of a value make one.
    """

    dimension: Dimension
    items: tuple[Item, ...]
    counted: tuple[int, ...]
    keys: tuple[int, ...]
    scored: tuple[ScoredItem, ...]
    parts: int


class ScoringPlan(NamedTuple):
    """The items in scope by id, and the dimensions of one score with their weights as whole numbers."""

    items: Mapping[str, Item]
    dimensions: tuple[PlannedDimension, ...]
    weights: tuple[int, ...]


def standing_of(value: Fraction) -> Standing:
    """Return the standing of a value: met from 2/3 on, unmet at 0, partial between.

    >>> [standing_of(Fraction(rank, 3)).value for rank in range(4)]
    ['unmet', 'partial', 'met', 'met']
    """
    if value >= MET:
        return Standing.MET
    return Standing.PARTIAL if value > 0 else Standing.UNMET


@per_checklist
def scoring_plan(checklist: Checklist, perspective: Perspective, scope: str, score: str) -> ScoringPlan:
    """Return what every profile of a perspective and scope is held against."""
    items = scope_items(checklist, perspective, quick=scope == "quick")
    asked = [(d, tuple(items[item.id] for item in d.items if item.id in items)) for d in checklist.dimensions_of(score)]
    dimensions = tuple(_planned(dimension, held) for dimension, held in asked if held)
    weights, _ = credit_parts([planned.dimension.weight for planned in dimensions])
    return ScoringPlan(items, dimensions, tuple(weights))


ratio = lru_cache(maxsize=4096)(Fraction)
"""A fraction of two whole numbers; sums of a few weights come again and again, and making a fraction is slow."""


def credit_parts(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return fractions as whole numbers of a common part, and how many parts make one.

    >>> credit_parts([Fraction(1, 2), Fraction(2, 3)])
    ([3, 4], 6)
    """
    parts = lcm(*[number.denominator for number in numbers])
    return [number.numerator * (parts // number.denominator) for number in numbers], parts


def _planned(dimension: Dimension, items: tuple[Item, ...]) -> PlannedDimension:
    scored = [item for item in items if item.scored]
    weights, _ = credit_parts([item.weight for item in scored])
    _, parts = credit_parts([item.value(level.id) for item in scored for level in item.levels])
    weighed = dict(zip([item.id for item in scored], weights, strict=True))
    keys = tuple(place for place, item in enumerate(items) if item.key)
    counted = tuple(place for place, item in enumerate(items) if item.scored)
    return PlannedDimension(
        dimension, items, counted, keys, tuple(_scored(item, weighed.get(item.id, 0), parts) for item in items), parts
    )


def _scored(item: Item, weight: int, parts: int) -> ScoredItem:
    waits = item.when is not None
    if not item.scored:
        return ScoredItem(item.id, item, waits, 0, {}, None, Outcome(Standing.NOT_APPLICABLE, by_rule=True))

    @lru_cache(maxsize=_CHOICES)
    def by_options(chosen: tuple[str, ...]) -> Outcome:
        return reached[item.reached(chosen).id]

    values = [(level, item.value(level.id)) for level in item.levels]
    reached = {level.id: Outcome(standing_of(value), level, value, int(value * parts), value < HALF) for level, value in values}
    lowest = reached[item.levels[0].id]._replace(by_rule=True)
    return ScoredItem(item.id, item, waits, weight, reached, by_options if item.kind is ItemKind.SELECT else None, lowest)

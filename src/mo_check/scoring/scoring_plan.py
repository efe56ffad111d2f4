"""What of an assessment does not depend on the answers: which items are in scope, and what each answer would be worth."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from mo_check.model.assessment import Outcome
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import MET, Item, ItemKind, Perspective
from mo_check.model.per_checklist import per_checklist
from mo_check.model.standing import Standing
from mo_check.scoring.conditions import scope_items

HALF = Fraction(1, 2)
"""A key item below this is a bottleneck (docs/method.md, Values)."""
_CHOICES = 1024
"""So many different choices of options are remembered for an item."""


class PlannedItem(NamedTuple):
    """An item in scope with what its answers come to; it has no weight unless it is scored.

    ``waits`` says that a condition decides whether it is asked. ``weight`` is in whole parts of its dimension. An answer that
    reaches a level of a scored item has its outcome here, by level and by options; ``lowest`` is the one by rule. ``least`` and
    ``most`` are what its levels begin and end with, in parts of a value.
    """

    id: str
    item: Item
    waits: bool
    weight: int
    by_level: Mapping[str, Outcome]
    by_options: Callable[[tuple[str, ...]], Outcome] | None
    lowest: Outcome
    least: int
    most: int


class PlannedDimension(NamedTuple):
    """A dimension with its items in scope, ``scored`` and ``keys`` the places of the scored and the key items among them.

    ``rules`` say of each item what its answers come to; ``parts`` of a value make one.
    """

    dimension: Dimension
    items: tuple[Item, ...]
    scored: tuple[int, ...]
    keys: tuple[int, ...]
    rules: tuple[PlannedItem, ...]
    parts: int


class ScoringPlan(NamedTuple):
    """The items in scope by id, and the dimensions of one score with their weights as whole numbers.

    With ``blank_lowest`` an open item counts as its lowest level.
    """

    items: Mapping[str, Item]
    dimensions: tuple[PlannedDimension, ...]
    weights: tuple[int, ...]
    blank_lowest: bool


def standing_of(value: Fraction, least: Fraction = Fraction(0), most: Fraction = Fraction(1)) -> Standing:
    """Return the standing of a value: met from 2/3 on or with all that there is, unmet with the least, partial between.

    >>> [standing_of(Fraction(rank, 3)).value for rank in range(4)]
    ['unmet', 'partial', 'met', 'met']
    """
    if value >= MET or value == most:
        return Standing.MET
    return Standing.PARTIAL if value > least else Standing.UNMET


@per_checklist
def scoring_plan(checklist: Checklist, perspective: Perspective, scope: str, score: str) -> ScoringPlan:
    """Return what every profile of a perspective and scope is held against."""
    items = scope_items(checklist, perspective, quick=scope == "quick")
    asked = [(d, tuple(items[item.id] for item in d.items if item.id in items)) for d in checklist.dimensions_of(score)]
    dimensions = tuple(_planned(dimension, held) for dimension, held in asked if held)
    weights, _ = credit_parts([planned.dimension.weight for planned in dimensions])
    return ScoringPlan(items, dimensions, tuple(weights), checklist.blank == "lowest")


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
    scored = tuple(place for place, item in enumerate(items) if item.scored)
    keys = tuple(place for place, item in enumerate(items) if item.is_key)
    weights, _ = credit_parts([items[place].weight for place in scored])
    _, parts = credit_parts([items[place].value(level.id) for place in scored for level in items[place].levels])
    weighed = dict(zip(scored, weights, strict=True))
    rules = tuple(_rule(item, weighed.get(place, 0), parts) for place, item in enumerate(items))
    return PlannedDimension(dimension, items, scored, keys, rules, parts)


def _rule(item: Item, weight: int, parts: int) -> PlannedItem:
    waits = item.when is not None
    if not item.scored:
        return PlannedItem(item.id, item, waits, 0, {}, None, Outcome(Standing.NOT_APPLICABLE, by_rule=True), 0, 0)

    @lru_cache(maxsize=_CHOICES)
    def by_options(chosen: tuple[str, ...]) -> Outcome:
        return reached[item.reached(chosen).id]

    values = [(level, item.value(level.id)) for level in item.levels]
    reached = {
        level.id: Outcome(
            standing_of(value, item.least, item.most), level, value, int(value * parts), value < HALF and value < item.most
        )
        for level, value in values
    }
    lowest = reached[item.levels[0].id]._replace(by_rule=True)
    chosen = by_options if item.kind is ItemKind.SELECT else None
    ends = int(item.least * parts), int(item.most * parts)
    return PlannedItem(item.id, item, waits, weight, reached, chosen, lowest, *ends)

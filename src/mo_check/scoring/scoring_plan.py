"""What of an assessment does not depend on the answers: which items are in scope, and what each answer would be worth."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import MET, Item, ItemKind, Level, Perspective
from mo_check.model.per_checklist import per_checklist
from mo_check.model.results import ItemResult, Standing
from mo_check.scoring.conditions import scope_items

_CHOICES = 1024
"""So many different choices of options are remembered for an item."""


class Worth(NamedTuple):
    """What an answer that reaches a level is worth; ``parts`` is its value in whole parts of its dimension."""

    level: Level
    value: Fraction
    standing: Standing
    parts: int


class ScoredItem(NamedTuple):
    """An item in scope with what its answers are worth; it is worth nothing, and has no weight, unless it is scored.

    ``waits`` says that a condition decides whether it is asked. ``weight`` is in whole parts of its dimension, and so are the
    values, ``parts`` of which make one.
    """

    item: Item
    waits: bool
    weight: int
    parts: int
    unanswered: ItemResult
    by_level: Mapping[str, Worth]
    by_options: Callable[[tuple[str, ...]], Worth] | None


class ScoringPlan(NamedTuple):
    """The items in scope by id, and the dimensions of one score with their measures."""

    items: Mapping[str, Item]
    dimensions: tuple[tuple[Dimension, tuple[ScoredItem, ...]], ...]


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
    asked = [(d, [items[item.id] for item in d.items if item.id in items]) for d in checklist.dimensions_of(score)]
    return ScoringPlan(items, tuple((dimension, _measures(held)) for dimension, held in asked if held))


ratio = lru_cache(maxsize=4096)(Fraction)
"""A fraction of two whole numbers; sums of a few weights come again and again, and making a fraction is slow."""


def credit_parts(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """Return fractions as whole numbers of a common part, and how many parts make one.

    >>> credit_parts([Fraction(1, 2), Fraction(2, 3)])
    ([3, 4], 6)
    """
    parts = lcm(*[number.denominator for number in numbers])
    return [number.numerator * (parts // number.denominator) for number in numbers], parts


def _measures(items: Sequence[Item]) -> tuple[ScoredItem, ...]:
    scored = [item for item in items if item.scored]
    weights, _ = credit_parts([item.weight for item in scored])
    _, parts = credit_parts([item.value(level.id) for item in scored for level in item.levels])
    weighed = dict(zip([item.id for item in scored], weights, strict=True))
    return tuple(_measure(item, weighed.get(item.id, 0), parts) for item in items)


def _measure(item: Item, weight: int, parts: int) -> ScoredItem:
    unanswered, waits = ItemResult(item, Standing.OPEN), item.when is not None
    if not item.scored:
        return ScoredItem(item, waits, 0, parts, unanswered, {}, None)

    @lru_cache(maxsize=_CHOICES)
    def by_options(chosen: tuple[str, ...]) -> Worth:
        return worth[item.reached(chosen).id]

    values = [(level, item.value(level.id)) for level in item.levels]
    worth = {level.id: Worth(level, value, standing_of(value), int(value * parts)) for level, value in values}
    return ScoredItem(item, waits, weight, parts, unanswered, worth, by_options if item.kind is ItemKind.SELECT else None)

"""What changed between an earlier and a later profile, like for like: a change of method is no progress."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mo_check.compare.pure.certainty import SURE, DrawShares, draw_shares
from mo_check.compare.pure.common_items import restricted
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.item import Item
from mo_check.scoring.assessing import assess_score


class Direction(StrEnum):
    """How the answer to an item changed; ``OTHERWISE`` where both are answers and only one of them has a value."""

    ROSE = "rose"
    FELL = "fell"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    OTHERWISE = "otherwise"
    SAME = "same"


class Change(NamedTuple):
    """One item before and after; ``difference`` is of values, None where one of them is missing."""

    item: Item
    before: ItemResult
    after: ItemResult
    direction: Direction
    difference: Fraction | None


class Claim(StrEnum):
    """What may be said of two totals: higher or lower only from 95 % of the draws on (docs/method.md, Over time).

    ``SAME`` is said where no item that was answered both times has another value.
    """

    HIGHER = "higher"
    LOWER = "lower"
    UNSURE = "unsure"
    SAME = "same"
    NOTHING = "nothing"


class TotalChange(NamedTuple):
    """The totals over the items that were answered both times, how many these are, and what may be said of them.

    ``share`` of the draws have the later total higher.
    """

    items: int
    before: Fraction | None
    after: Fraction | None
    share: float | None
    claim: Claim


def changed_items(before: Assessment, after: Assessment) -> tuple[Change, ...]:
    """Return every scored item with what changed, the largest changes first in each direction."""
    later = {r.item.id: r for r in after.items()}
    pairs = [(r, later[r.item.id]) for r in before.items() if r.item.scored and r.item.id in later]
    found = [_change(one, other) for one, other in pairs]
    return tuple(sorted(found, key=lambda change: -abs(change.difference or Fraction(0))))


def _change(before: ItemResult, after: ItemResult) -> Change:
    if before.value is None or after.value is None:
        return Change(after.item, before, after, _without_value(before, after), None)
    difference = after.value - before.value
    direction = Direction.ROSE if difference > 0 else Direction.FELL if difference < 0 else Direction.SAME
    return Change(after.item, before, after, direction, difference)


def _without_value(before: ItemResult, after: ItemResult) -> Direction:
    """Return how an answer changed that has no value at least once: done elsewhere and not applicable are answers."""
    first, then = (one.value is not None or (one.standing.away and not one.by_rule) for one in (before, after))
    if first and then:
        return Direction.SAME if before.standing is after.standing else Direction.OTHERWISE
    return Direction.ANSWERED if then else Direction.UNANSWERED if first else Direction.SAME


def total_change(before: Assessment, after: Assessment) -> TotalChange:
    """Return how the total moved over the items that have a value both times."""
    moved = {c.item.id: c.difference for c in changed_items(before, after) if c.difference is not None}
    both = set(moved)
    if not both:
        return TotalChange(0, None, None, None, Claim.NOTHING)
    first, second = (_only(one, both) for one in (before, after))
    shares = draw_shares(first, second)
    claim = _claim(shares) if any(moved.values()) else Claim.SAME
    return TotalChange(len(both), first.total.value, second.total.value, shares.higher if shares else None, claim)


def _only(assessment: Assessment, ids: set[str]) -> Assessment:
    return assess_score(restricted(assessment.checklist, ids), assessment.profile, assessment.score)


def _claim(shares: DrawShares | None) -> Claim:
    if shares is None:
        return Claim.NOTHING
    if shares.higher >= SURE:
        return Claim.HIGHER
    return Claim.LOWER if shares.lower >= SURE else Claim.UNSURE

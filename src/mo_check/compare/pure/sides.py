"""What each side says to an item, and which type of item that makes (docs/method.md, Sides and item types).

A side is a perspective that is present; each weighs the same, whatever its head count. What an item counts *by rule* was not
asked and is no answer here. A side whose people are to stay hidden is told as median and share met only, from five answers
on, and not at all where all answered alike (docs/method.md, Anonymity and disclosure control).
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import permutations
from typing import NamedTuple

from mo_check.compare.pure.agreement import consensus, median
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.checklist import Dimension
from mo_check.model.disclosure_control import LEAST, hidden_groups, shown_groups
from mo_check.model.item import MET, Item, Perspective
from mo_check.scoring.changes import came_later
from mo_check.scoring.gaps import gaps

DIVIDED = 0.5
"""A consensus below this divides a side of five answers or more."""
WIDE, NARROW = Fraction(1, 2), Fraction(1, 3)
"""Two sides differ from half the scale on, or from a third where only one of them has it met."""


class ItemType(StrEnum):
    """What the answers of the sides make of an item; the first that fits."""

    APPLICABILITY = "applicability"
    BLIND_SPOT = "blind_spot"
    DIVIDED = "divided"
    PERCEPTION_GAP = "perception_gap"
    SHARED_STRENGTH = "shared_strength"
    SHARED_GAP = "shared_gap"


class SideAnswers(NamedTuple):
    """What one side said to one item.

    ``asked`` respondents were asked it; ``counts`` are their answers by level, ``waiting`` gave none, ``away`` said that it
    does not apply or is done elsewhere. ``median`` is of values, ``place`` of ranks. A side that hides its people has neither
    counts nor anything but ``median`` and ``share_met``; where ``hidden``, not even these.
    """

    side: Perspective
    asked: int
    counts: tuple[int, ...] = ()
    waiting: int = 0
    away: int = 0
    median: Fraction | None = None
    place: Fraction | None = None
    share_met: Fraction | None = None
    spread: Fraction | None = None
    hidden: bool = False

    @property
    def scored(self) -> int:
        """How many answers count; nought where they are not shown."""
        return sum(self.counts)

    @property
    def blind(self) -> bool:
        """Whether more than half of those asked gave no answer."""
        return 2 * self.waiting > self.asked

    @property
    def mostly_away(self) -> bool:
        """Whether more than half of those asked say that it does not apply or is done elsewhere."""
        return 2 * self.away > self.asked

    @property
    def divided(self) -> bool:
        """Whether its own answers lie far apart: by consensus from five answers on, below that by their range."""
        if self.scored >= LEAST:
            found = consensus(self.counts)
            return found is not None and found < DIVIDED
        return self.spread is not None and self.spread >= MET


class ComparedItem(NamedTuple):
    """One item as the sides see it. ``gap`` lies between ``higher`` and ``lower``, the sides that see it best and worst.

    ``about`` are the sides for which the item has its type, where it is not about all of them; ``cost`` is what it costs the
    total, in points, as the mean over the sides of the mean over their respondents.
    """

    item: Item
    dimension: Dimension
    sides: tuple[SideAnswers, ...]
    type: ItemType | None
    gap: Fraction | None
    higher: Perspective | None
    lower: Perspective | None
    about: tuple[Perspective, ...]
    cost: Fraction


Sides = Mapping[Perspective, Sequence[Assessment]]
"""The assessments of each side, over the items that are compared."""


def by_side(assessments: Iterable[Assessment]) -> dict[Perspective, list[Assessment]]:
    """Return the assessments grouped by side, in a settled order; agreed profiles are none."""
    found: dict[Perspective, list[Assessment]] = {side: [] for side in Perspective if side is not Perspective.AGREED}
    for assessment in assessments:
        if (side := assessment.profile.respondent.perspective) in found:
            found[side].append(assessment)
    return {side: held for side, held in found.items() if held}


def compared_items(sides: Sides, hiding: frozenset[Perspective] = frozenset()) -> tuple[ComparedItem, ...]:
    """Return every scored item that a side was asked, with its type; ``hiding`` are the sides whose people stay hidden.

    These stand at every item of their questionnaire, whatever was asked by rule, which would tell what they answered before.
    """
    asked = {side: [really_asked(assessment) for assessment in held] for side, held in sides.items()}
    always = {side: {r.item.id for a in held for r in a.items()} for side, held in sides.items() if side in hiding}
    costs = {side: [_costs(assessment) for assessment in held] for side, held in sides.items() if side not in hiding}
    silent = hidden_groups({side: len(held) for side, held in sides.items() if side in hiding})
    found = []
    for dimension in next((held[0].checklist.dimensions for held in sides.values()), ()):
        for item in (one for one in dimension.items if one.scored):
            told = {side: [one[item.id] for one in each if item.id in one] for side, each in asked.items()}
            answers = [side_answers(side, item, r) for side, r in told.items() if r or item.id in always.get(side, ())]
            if answers:
                cost = mean([mean([one.get(item.id, Fraction(0)) for one in each]) for each in costs.values()])
                found.append(_compared(item, dimension, _veiled(answers, hiding, silent), cost))
    return tuple(found)


def really_asked(assessment: Assessment) -> dict[str, ItemResult]:
    """Return the items that a respondent was really asked, by id: none that count by rule or came with a later version."""
    profile, checklist = assessment.profile, assessment.checklist.id
    return {r.item.id: r for r in assessment.items() if not r.by_rule and not came_later(r.item, profile, checklist)}


def _costs(assessment: Assessment) -> dict[str, Fraction]:
    return {gap.result.item.id: gap.cost for gap in gaps(assessment)}


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean; nought for no values."""
    return sum(values, Fraction(0)) / len(values) if values else Fraction(0)


def side_answers(side: Perspective, item: Item, results: Sequence[ItemResult]) -> SideAnswers:
    """Return what the respondents of a side said to an item that all of them were asked."""
    values = sorted(r.value for r in results if r.value is not None)
    ranks = [item.rank(r.level.id) or 0 for r in results if r.level is not None and r.value is not None]
    return SideAnswers(
        side,
        asked=len(results),
        counts=tuple(ranks.count(rank) for rank in range(len(item.levels))),
        waiting=sum(1 for r in results if r.standing.waiting),
        away=sum(1 for r in results if r.standing.away),
        median=median(values),
        place=median([Fraction(rank) for rank in ranks]),
        share_met=Fraction(sum(1 for v in values if v >= MET), len(values)) if values else None,
        spread=values[-1] - values[0] if values else None,
    )


def _veiled(
    answers: Sequence[SideAnswers], hiding: frozenset[Perspective], silent: frozenset[Perspective]
) -> tuple[SideAnswers, ...]:
    """Return the answers with the hiding sides told as far as they may be shown; ``silent`` ones are never shown.

    A side without any answer that counts is one where all answered alike: were it passed over, another side would be shown
    for its sake, which would tell what it answered before.
    """
    sizes = {one.side: one.scored for one in answers if one.side in hiding}
    alike = frozenset(one.side for one in answers if one.side in sizes and not one.spread)
    shown = shown_groups(sizes, alike) - silent
    return tuple(one if one.side not in hiding else _veil(one, shown=one.side in shown) for one in answers)


def _veil(one: SideAnswers, *, shown: bool) -> SideAnswers:
    if not shown:
        return SideAnswers(one.side, 0, hidden=True)
    return SideAnswers(one.side, 0, median=one.median, place=one.place, share_met=one.share_met)


def _compared(item: Item, dimension: Dimension, answers: tuple[SideAnswers, ...], cost: Fraction) -> ComparedItem:
    seen = [(one.median, one.side) for one in answers if one.median is not None]
    gap, higher, lower = None, None, None
    if len(seen) > 1:
        gap, higher, lower = max(
            ((high - low, more, less) for (high, more), (low, less) in permutations(seen, 2)), key=lambda found: found[0]
        )
    kind, about = _type(answers, gap, [value for value, _ in seen])
    differ = bool(gap)
    return ComparedItem(item, dimension, answers, kind, gap, higher if differ else None, lower if differ else None, about, cost)


def _type(
    answers: tuple[SideAnswers, ...], gap: Fraction | None, medians: Sequence[Fraction]
) -> tuple[ItemType | None, tuple[Perspective, ...]]:
    """Return the first type that fits and the sides it is about; none where nothing was answered that counts."""
    away = tuple(one.side for one in answers if one.mostly_away)
    if away and any(one.median is not None and not one.mostly_away for one in answers):
        return ItemType.APPLICABILITY, away
    if blind := tuple(one.side for one in answers if one.blind):
        return ItemType.BLIND_SPOT, blind
    if divided := tuple(one.side for one in answers if one.divided):
        return ItemType.DIVIDED, divided
    if not medians:
        return None, ()
    one_met = len(medians) > 1 and sum(1 for value in (min(medians), max(medians)) if value >= MET) == 1
    if gap is not None and (gap >= WIDE or (gap >= NARROW and one_met)):
        return ItemType.PERCEPTION_GAP, ()
    return (ItemType.SHARED_STRENGTH if min(medians) >= MET else ItemType.SHARED_GAP), ()


def ratings(held: Sequence[Assessment]) -> list[list[int | None]]:
    """Return what Krippendorff's α is computed of: a row an item, in it the rank that each respondent answered, or None.

    Only items with the same number of levels are pooled: those with the most usual number.
    """
    dimensions = held[0].checklist.dimensions_of(held[0].score)
    items = [item for dimension in dimensions for item in dimension.items if item.scored]
    sizes = [len(item.levels) for item in items]
    usual = max(set(sizes), key=lambda size: (sizes.count(size), size), default=0)
    asked = [really_asked(assessment) for assessment in held]
    return [[_rank(one.get(item.id), item) for one in asked] for item in items if len(item.levels) == usual]


def _rank(result: ItemResult | None, item: Item) -> int | None:
    return None if result is None or result.level is None else item.rank(result.level.id)

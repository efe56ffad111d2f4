"""Which type of item the answers of the sides make: like with like (docs/method.md, Sides and item types).

Each side weighs the same, whatever its head count. What an item counts *by rule* was not asked and is no answer here. Two sides
are alike on an item where both were asked about the same, at the same levels; only then does one see it better than another.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mo_check.compare.pure.side_answers import SideAnswers, alike_sides, side_answers, veiled
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.checklist import Dimension
from mo_check.model.disclosure_control import hidden_groups
from mo_check.model.item import MET, About, Item, Perspective
from mo_check.scoring.changes import came_later
from mo_check.scoring.gaps import gaps

WIDE, NARROW = Fraction(1, 2), Fraction(1, 3)
"""Two sides differ from half the scale on, or from a third where only one of them has it met."""


class ItemType(StrEnum):
    """What the answers of the sides make of an item; the first that fits."""

    APPLICABILITY = "applicability"
    UNKNOWN = "unknown"
    REACHES_FEW = "does_not_reach_everyone"
    DIVIDED = "divided"
    EXPERIENCED = "experienced_differently"
    ORGANISED = "organised_differently"
    PERCEPTION_GAP = "perception_gap"
    SHARED_STRENGTH = "shared_strength"
    SHARED_GAP = "shared_gap"
    PLACES = "different_places"


APART: Mapping[About, ItemType] = {
    About.MUNICIPALITY: ItemType.DIVIDED,
    About.OWN_EXPERIENCE: ItemType.EXPERIENCED,
    About.OWN_UNIT: ItemType.ORGANISED,
}
"""What it is called where one side's own answers lie far apart: only about the same thing is it a dispute."""


class TypeFound(NamedTuple):
    """The type of an item and the sides it is about, where it is not about all of them."""

    type: ItemType | None
    sides: tuple[Perspective, ...] = ()


class AlikeGap(NamedTuple):
    """How far alike sides lie apart, and all sides at either end; nobody at the ends where they do not differ."""

    gap: Fraction
    higher: tuple[Perspective, ...] = ()
    lower: tuple[Perspective, ...] = ()


class ComparedItem(NamedTuple):
    """One item as the sides see it; ``gap`` lies between alike sides, None where there are not two.

    ``concerned`` are the sides for which the item has its type, where it is not about all of them; ``cost`` is what it costs the
    total, in points, as the mean over the sides of the mean over their respondents, None where there is nothing to settle.
    """

    item: Item
    dimension: Dimension
    sides: tuple[SideAnswers, ...]
    type: ItemType | None
    gap: AlikeGap | None
    concerned: tuple[Perspective, ...]
    cost: Fraction | None

    @property
    def near(self) -> bool:
        """Whether alike sides see it nearly the same, though one has it met and another has not."""
        return self.type is ItemType.PLACES and self.gap is not None

    def of(self, side: Perspective) -> SideAnswers | None:
        """Return what a side said, None where it was not asked."""
        return next((one for one in self.sides if one.side is side), None)


Sides = Mapping[Perspective, Sequence[Assessment]]
"""The assessments of each side, over the items that are compared."""


def by_side(assessments: Iterable[Assessment]) -> dict[Perspective, list[Assessment]]:
    """Return the assessments grouped by side, in a settled order; agreed profiles are none."""
    found: dict[Perspective, list[Assessment]] = {side: [] for side in Perspective if side is not Perspective.AGREED}
    for assessment in assessments:
        if (side := assessment.profile.respondent.perspective) in found:
            found[side].append(assessment)
    return {side: held for side, held in found.items() if held}


def compared_items(
    sides: Sides, hiding: frozenset[Perspective] = frozenset(), doubtful: Mapping[Perspective, int] | None = None
) -> tuple[ComparedItem, ...]:
    """Return every scored item that a side was asked, with its type; ``hiding`` are the sides whose people stay hidden.

    These stand at every item of their questionnaire, whatever was asked by rule, which would tell what they answered before.
    ``doubtful`` is how many voices of a side count towards no threshold.
    """
    surplus = doubtful or {}
    asked = {side: [really_asked(assessment) for assessment in held] for side, held in sides.items()}
    always = {side: {r.item.id for a in held for r in a.items()} for side, held in sides.items() if side in hiding}
    costs = {side: [_costs(assessment) for assessment in held] for side, held in sides.items() if side not in hiding}
    silent = hidden_groups({side: len(held) - surplus.get(side, 0) for side, held in sides.items() if side in hiding})
    found = []
    for dimension in next((held[0].checklist.dimensions for held in sides.values()), ()):
        for item in (one for one in dimension.items if one.scored):
            told = {side: [one[item.id] for one in each if item.id in one] for side, each in asked.items()}
            answers = [
                side_answers(side, item, r, surplus.get(side, 0))
                for side, r in told.items()
                if r or item.id in always.get(side, ())
            ]
            if answers:
                cost = mean([mean([one.get(item.id, Fraction(0)) for one in each]) for each in costs.values()])
                found.append(_compared(item, dimension, veiled(answers, hiding, silent), cost))
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


def _compared(item: Item, dimension: Dimension, answers: tuple[SideAnswers, ...], cost: Fraction) -> ComparedItem:
    gap = _widest(answers)
    found = _type(answers, gap)
    priced = cost if found.type is not ItemType.PLACES else None
    return ComparedItem(item, dimension, answers, found.type, gap, found.sides, priced)


def _widest(answers: Sequence[SideAnswers]) -> AlikeGap | None:
    """Return the widest gap between alike sides, with all sides at either end."""
    found = None
    for group in alike_sides([one for one in answers if one.median is not None]):
        seen = {one.side: one.median for one in group if one.median is not None}
        best, worst = max(seen.values()), min(seen.values())
        if len(seen) > 1 and (found is None or best - worst > found.gap):
            ends = [tuple(side for side, value in seen.items() if value == end) for end in (best, worst)]
            found = AlikeGap(best - worst, *ends) if best > worst else AlikeGap(Fraction(0))
    return found


def _type(answers: Sequence[SideAnswers], gap: AlikeGap | None) -> TypeFound:
    """Return the first type that fits; none where no two sides gave an answer that counts."""
    if away := _away(answers):
        return TypeFound(ItemType.APPLICABILITY, away)
    if unknown := tuple(one.side for one in answers if one.mostly_unknown):
        return TypeFound(ItemType.UNKNOWN, unknown)
    if few := _reached(answers):
        return TypeFound(ItemType.REACHES_FEW, few)
    if apart := [one for one in answers if one.far_apart]:
        kind = APART[apart[0].about]
        return TypeFound(kind, tuple(one.side for one in apart if APART[one.about] is kind))
    medians = [one.median for one in answers if one.median is not None]
    if gap is not None and _is_perception(answers, gap):
        return TypeFound(ItemType.PERCEPTION_GAP)
    if len(medians) < 2:  # noqa: PLR2004 - what only one side answered is not shared
        return TypeFound(None)
    if min(medians) >= MET:
        return TypeFound(ItemType.SHARED_STRENGTH)
    return TypeFound(ItemType.SHARED_GAP if max(medians) < MET else ItemType.PLACES)


def _away(answers: Sequence[SideAnswers]) -> tuple[Perspective, ...]:
    """Return the sides that say for the most part that it does not apply, where one that is alike has a value."""
    found: list[Perspective] = []
    for group in alike_sides(answers):
        if any(one.median is not None and not one.mostly_away for one in group):
            found += [one.side for one in group if one.mostly_away]
    return tuple(found)


def _reached(answers: Sequence[SideAnswers]) -> tuple[Perspective, ...]:
    """Return the sides whose own experience is for the most part another than what the municipality says of itself."""
    said = next((one for one in answers if one.side is Perspective.MUNICIPALITY), None)
    if said is None or said.about is not About.MUNICIPALITY or said.median is None or said.median < MET:
        return ()
    return tuple(one.side for one in answers if one.reaches_few)


def _is_perception(answers: Sequence[SideAnswers], gap: AlikeGap) -> bool:
    """Tell whether alike sides see it so differently that it is worth a word."""
    ends = [one.median for one in answers if one.side in {*gap.higher, *gap.lower} and one.median is not None]
    one_met = bool(ends) and min(ends) < MET <= max(ends)
    return gap.gap >= WIDE or (gap.gap >= NARROW and one_met)


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

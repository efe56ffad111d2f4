"""The laws of comparing, held against checklists and groups of profiles made at random.

A case that fails is told as it was drawn: to find the smallest one takes minutes.
"""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builders import assess_total, compared, respondents, shared_checklists, side
from extent import briefly
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.peers import common_gaps, peer_pairs
from mo_check.compare.pure.side_answers import alike
from mo_check.compare.pure.side_differences import difference_rows
from mo_check.compare.pure.sides import ComparedItem, ItemType, compared_items
from mo_check.model.checklist import Checklist
from mo_check.model.item import MET, Perspective
from mo_check.model.profile import Profile

Group = tuple[Checklist, list[Profile]]
TIMES = 3


@st.composite
def groups(draw: st.DrawFn) -> Group:
    """Draw a checklist and profiles of several sides."""
    held = draw(shared_checklists())
    return held, draw(respondents(held))


def items_of(comparison: Comparison) -> tuple[ComparedItem, ...]:
    """Return the compared items."""
    return compared_items(comparison.sides)


@briefly()
@given(groups())
def test_duplicating_every_respondent_of_a_side_moves_no_gap(group: Group) -> None:
    """Nor any median, share or spread, nor who sees it better; a side of few may become one that consensus judges."""
    held, given_by = group
    many = [one for one in given_by for _ in range(TIMES if one.respondent.perspective is Perspective.DEPARTMENT else 1)]
    before, after = (compared(held, profiles) for profiles in (given_by, many))
    pairs_ = list(zip(items_of(before), items_of(after), strict=True))
    for old, new in pairs_:
        assert old.gap == new.gap
        assert None in {old.cost, new.cost} or old.cost == new.cost
        for one, other in zip(old.sides, new.sides, strict=True):
            assert (one.median, one.place, one.share_met, one.spread) == (
                other.median,
                other.place,
                other.share_met,
                other.spread,
            )
            assert (one.mostly_unknown, one.mostly_away) == (other.mostly_unknown, other.mostly_away)
    assert difference_rows(items_of(before)) == difference_rows(items_of(after))


@briefly()
@given(groups(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_no_number(group: Group, random: Random) -> None:
    """Of items and dimensions, nor what is left out."""
    held, given_by = group
    mixed = random.sample(given_by, len(given_by))
    before, after = compared(held, given_by), compared(held, mixed)
    assert items_of(before) == items_of(after)
    assert difference_rows(items_of(before)) == difference_rows(items_of(after))
    assert before.left_out == after.left_out


@briefly()
@given(groups(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing_between_peers(group: Group, random: Random) -> None:
    """Who can show whom what, and the gaps that many share, are the same."""
    held, drawn = group
    given_by = [
        one.model_copy(update={"subject": one.subject.model_copy(update={"name": f"S{n}"})}) for n, one in enumerate(drawn)
    ]
    places = random.sample(range(len(given_by)), len(given_by))
    before = [one.assessment for one in compared(held, given_by, "peers").compared]
    after = [one.assessment for one in compared(held, [given_by[n] for n in places], "peers").compared]
    assert {(gap.item.id, *gap[2:]) for gap in common_gaps(after)} == {(gap.item.id, *gap[2:]) for gap in common_gaps(before)}
    leads = {
        (lead.strong, lead.weak, lead.dimension.id, lead.high) for pair in peer_pairs(before) for lead in pair.given + pair.taken
    }
    again = {
        (places[lead.strong], places[lead.weak], lead.dimension.id, lead.high)
        for pair in peer_pairs(after)
        for lead in pair.given + pair.taken
    }
    assert again == leads


@briefly()
@given(groups())
def test_every_item_is_of_one_type_or_none(group: Group) -> None:
    """None only where fewer than two sides scored; strengths are met by all who scored; only alike sides lie apart."""
    for one in items_of(compared(*group)):
        medians = [answers.median for answers in one.sides if answers.median is not None]
        assert one.type is None or one.type in set(ItemType)
        if one.type is None:
            assert len(medians) < 2
        if one.type in {ItemType.SHARED_STRENGTH, ItemType.SHARED_GAP}:
            assert len(medians) >= 2
            assert (min(medians) >= MET) if one.type is ItemType.SHARED_STRENGTH else (max(medians) < MET)
        if one.type is ItemType.PERCEPTION_GAP:
            assert one.gap is not None
            assert one.gap.gap >= Fraction(1, 3)
        if one.gap is not None:
            assert 0 <= one.gap.gap <= 1
            assert bool(one.gap.higher) == bool(one.gap.lower) == bool(one.gap.gap)
            ends = [answers for side_ in (*one.gap.higher, *one.gap.lower) if (answers := one.of(side_))]
            assert all(alike(ends[0], other) for other in ends)


@briefly()
@given(groups())
def test_agreement_never_raises_a_score(group: Group) -> None:
    """Side by side every profile has the score it has alone; one profile of all is no side."""
    held, given_by = group
    comparison = compared(held, given_by)
    for one in comparison.compared:
        assert one.assessment == assess_total(comparison.checklist, one.profile)
    agreed = compared(held, [*given_by, *side("agreed", {i.id: i.levels[-1].id for i in held.items() if i.kind == "level"})])
    assert items_of(agreed) == items_of(comparison)
    assert difference_rows(items_of(agreed)) == difference_rows(items_of(comparison))

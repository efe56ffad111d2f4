"""The agenda of a workshop: its minutes always add up, and what is worth most is talked about first."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dimension, item
from mo_check.compare.pure.agenda import CLOSING, LEAST_MINUTES, LONGEST, MOST, OPENING, SHORTEST, Agenda, agenda, worth_talking
from mo_check.compare.pure.side_answers import SideAnswers
from mo_check.compare.pure.sides import AlikeGap, ComparedItem, ItemType
from mo_check.model.item import Perspective

ITEM = item("d.a")
FIELD = dimension("d", ITEM)


EVERYBODY, HOUSE = (Perspective.MUNICIPALITY, Perspective.MIGRANT_ORGANISATION), (Perspective.MUNICIPALITY,)


def one(
    kind: str | None, *, gap: Fraction | int | None = None, cost: int = 0, asked: tuple[Perspective, ...] = EVERYBODY
) -> ComparedItem:
    """Return an item of a type, with its gap, its cost, and the sides that were asked it."""
    ends = ((Perspective.MUNICIPALITY,), (Perspective.DEPARTMENT,)) if gap else ((), ())
    wide = None if gap is None else AlikeGap(Fraction(gap), *ends)
    answers = tuple(SideAnswers(side, ITEM) for side in asked)
    return ComparedItem(ITEM, FIELD, answers, ItemType(kind) if kind else None, wide, (), Fraction(cost))


def numbered(found: list[ComparedItem]) -> list[ComparedItem]:
    """Return the items, each with an id of its own."""
    return [held._replace(item=item(f"d.i{n}")) for n, held in enumerate(found)]


drawn = st.builds(
    one,
    st.sampled_from([None, *ItemType]),
    gap=st.sampled_from([None, 0, Fraction(1, 2), 1]),
    cost=st.integers(0, 9),
    asked=st.sampled_from([EVERYBODY, EVERYBODY, HOUSE]),
)
items = st.lists(drawn, max_size=40).map(numbered)


@given(items, st.integers(LEAST_MINUTES, 240))
def test_the_minutes_always_add_up(found: list[ComparedItem], minutes: int) -> None:
    """Opening, items, pause and closing are as long as the workshop; each begins where another ended."""
    made = agenda(found, minutes)
    assert made.opening + sum(slot.minutes for slot in made.slots) + made.pause + made.closing == minutes
    assert (made.opening, made.closing) == (OPENING, CLOSING)
    assert made.pause >= 0
    parts = [(OPENING, 0), *((slot.begins, slot.minutes) for slot in made.slots), (made.pause_begins, made.pause)]
    parts = [*sorted(part for part in parts if part[1] or part == (OPENING, 0)), (minutes - CLOSING, CLOSING)]
    assert all(begins + length == after for (begins, length), (after, _) in pairwise(parts))


@given(items, st.integers(LEAST_MINUTES, 240))
def test_at_most_six_items_of_twelve_to_fifteen_minutes(found: list[ComparedItem], minutes: int) -> None:
    """As many as fit and are there; the rest is not for today, and nothing is lost."""
    made = agenda(found, minutes)
    assert len(made.slots) <= MOST == 6
    assert all(SHORTEST <= slot.minutes <= LONGEST for slot in made.slots)
    assert (SHORTEST, LONGEST) == (12, 15)
    slots = [slot.compared for slot in made.slots]
    assert slots == worth_talking(found)[: len(slots)]
    silent = [i for i in found if i.type is None]
    told = [*slots, *made.not_today, *made.strengths, *silent]
    assert sorted(i.item.id for i in told) == sorted(i.item.id for i in found)


@given(items)
def test_at_most_one_item_is_the_administrations_own(found: list[ComparedItem]) -> None:
    """Where associations answered any that is worth talking about; else there is nothing else to talk about."""
    own = [i for i in worth_talking(found) if i.of(Perspective.MIGRANT_ORGANISATION) is None]
    assert len(own) <= 1 or len(own) == len(worth_talking(found))


@pytest.mark.parametrize(
    ("minutes", "slots", "pause"),
    [
        pytest.param(42, [12], 0, id="the shortest one"),
        pytest.param(53, [15], 8, id="no room for a second item"),
        pytest.param(54, [12, 12], 0, id="just room for two"),
        pytest.param(120, [15] * 6, 0, id="six of fifteen"),
        pytest.param(119, [15] * 5 + [14], 0, id="the longer ones first"),
        pytest.param(180, [15] * 6, 60, id="the rest is a pause"),
    ],
)
def test_how_the_minutes_are_shared(minutes: int, slots: list[int], pause: int) -> None:
    """With more items than there is time for."""
    made = agenda([one("shared_gap")] * 9, minutes)
    assert ([slot.minutes for slot in made.slots], made.pause) == (slots, pause)


def test_too_few_minutes_are_refused() -> None:
    """There is no room for a single item."""
    with pytest.raises(ValueError, match="41"):
        agenda([], LEAST_MINUTES - 1)


def test_what_is_talked_about_first() -> None:
    """What does not reach all, perception gaps by size, unknown, disputed, divided, shared gaps by cost; strengths open it."""
    ordered = [
        one("does_not_reach_everyone"),
        one("perception_gap", gap=1, cost=1),
        one("perception_gap", gap=Fraction(1, 2), cost=9),
        one("unknown"),
        one("applicability"),
        one("divided"),
        one("experienced_differently"),
        one("organised_differently"),
        one("shared_gap", gap=Fraction(1, 4), cost=3),
        one("shared_gap", gap=Fraction(1, 3), cost=2),
    ]
    strength, beside = one("shared_strength"), one("different_places")
    assert worth_talking([strength, beside, one(None), *ordered[::-1]]) == ordered
    made: Agenda = agenda([strength, beside, *ordered[::-1]], 120)
    assert made.strengths == (strength,)
    assert [slot.compared for slot in made.slots] == ordered[:6]
    assert made.not_today == (*ordered[6:], beside)


def test_what_associations_answered_comes_before_what_only_the_house_was_asked() -> None:
    """Within a type; and of the second kind no more than one."""
    wide, wider = (one("perception_gap", gap=Fraction(1, 2), asked=EVERYBODY), one("perception_gap", gap=1, asked=HOUSE))
    more = one("shared_gap", cost=50, asked=HOUSE)
    assert worth_talking([more, wider, wide]) == [wide, wider]
    assert worth_talking([more, wider]) == [wider, more]
    assert agenda([more, wider, wide], 120).not_today == (more,)


def test_without_anything_to_discuss_there_is_a_pause() -> None:
    """Between opening and closing."""
    made = agenda([one("shared_strength")], 60)
    assert (made.slots, made.pause, made.pause_begins) == ((), 30, 10)

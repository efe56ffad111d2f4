"""The agenda of a workshop: its minutes always add up, and what is worth most is talked about first."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dimension, item
from mo_check.compare.pure.agenda import CLOSING, LEAST_MINUTES, LONGEST, MOST, OPENING, SHORTEST, Agenda, agenda, worth_talking
from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.model.item import Perspective

ITEM = item("d.a")
FIELD = dimension("d", ITEM)


def one(kind: str | None, *, gap: Fraction | int | None = None, cost: int = 0) -> ComparedItem:
    """Return an item of a type, with its gap and its cost."""
    wide = None if gap is None else Fraction(gap)
    who = (Perspective.MUNICIPALITY, Perspective.DEPARTMENT) if gap else (None, None)
    return ComparedItem(ITEM, FIELD, (), ItemType(kind) if kind else None, wide, *who, (), Fraction(cost))


kinds = st.sampled_from([None, *ItemType])
items = st.lists(st.builds(one, kinds, gap=st.sampled_from([None, 0, Fraction(1, 2), 1]), cost=st.integers(0, 9)), max_size=40)


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
    waiting = worth_talking(found)
    assert [*(slot.compared for slot in made.slots), *made.not_today] == waiting
    assert len(waiting) + len(made.strengths) + sum(1 for i in found if i.type is None) == len(found)


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
    """Perception gaps by size, divided, disputed, blind spots, shared gaps by cost; strengths are named in the opening."""
    ordered = [
        one("perception_gap", gap=1, cost=1),
        one("perception_gap", gap=Fraction(1, 2), cost=9),
        one("divided"),
        one("applicability"),
        one("blind_spot"),
        one("shared_gap", gap=Fraction(1, 4), cost=3),
        one("shared_gap", gap=Fraction(1, 3), cost=2),
    ]
    strength = one("shared_strength")
    assert worth_talking([strength, one(None), *ordered[::-1]]) == ordered
    made: Agenda = agenda([strength, *ordered[::-1]], 120)
    assert made.strengths == (strength,)
    assert [slot.compared for slot in made.slots] == ordered[:6]
    assert made.not_today == (ordered[6],)


def test_without_anything_to_discuss_there_is_a_pause() -> None:
    """Between opening and closing."""
    made = agenda([one("shared_strength")], 60)
    assert (made.slots, made.pause, made.pause_begins) == ((), 30, 10)

"""What changed between two profiles, and what may be said of it; a change of method is never progress."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer_of
from builders import LEVELS, Given, checklist, compared, dimension, item, level_trees, profile
from extent import briefly
from mo_check.compare.pure.over_time import Claim, Direction, TotalChange, changed_items, total_change
from mo_check.model.answer import Answer
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.profile import Profile

TEN = checklist(dimension("d", *(f"d.i{n}" for n in range(10))))


def moved(held: Checklist, before: Profile, after: Profile) -> TotalChange:
    """Return the progress over the items two profiles have in common."""
    comparison = compared(held, [before, after], "time")
    return total_change(*(one.assessment for one in comparison.compared))


def all_at(level: str, number: int = 10) -> Profile:
    """Return a profile with so many answers at one level."""
    return profile({f"d.i{n}": level for n in range(number)})


@pytest.mark.parametrize(
    ("before", "after", "claim"),
    [
        pytest.param(all_at("none"), all_at("full"), "higher", id="from nothing to all"),
        pytest.param(all_at("full"), all_at("none"), "lower", id="from all to nothing"),
        pytest.param(all_at("some"), all_at("some"), "same", id="the same"),
        pytest.param(all_at("none"), all_at("none"), "same", id="nothing both times"),
        pytest.param(all_at("some"), profile({**{f"d.i{n}": "some" for n in range(9)}, "d.i9": "good"}), "unsure", id="one step"),
        pytest.param(all_at("none"), profile(), "nothing", id="nothing answered both times"),
    ],
)
def test_what_may_be_said(before: Profile, after: Profile, claim: str) -> None:
    """Higher and lower are said from 95 percent of the draws on."""
    assert moved(TEN, before, after).claim is Claim(claim)


def test_a_single_fall_is_not_said_more_easily_than_a_single_rise() -> None:
    """One item of two levels: in too many draws both are equal, so neither is said."""
    held = checklist(dimension("d", item("d.a", levels=level_trees("none", "full"))))
    low, high = profile({"d.a": "none"}), profile({"d.a": "full"})
    assert moved(held, low, high).claim is Claim.UNSURE
    assert moved(held, high, low).claim is Claim.UNSURE


def test_only_what_was_answered_both_times_counts() -> None:
    """Nine more answers are no progress; the one that was there rose by a third."""
    after = profile({"d.i0": "good"} | {f"d.i{n}": "full" for n in range(1, 10)})
    found = moved(TEN, profile({"d.i0": "some"}), after)
    assert (found.items, found.before, found.after) == (1, Fraction(1, 3), Fraction(2, 3))


@pytest.mark.parametrize(
    ("before", "after", "direction", "difference"),
    [
        ("none", "full", "rose", 1),
        ("full", "some", "fell", Fraction(-2, 3)),
        ("some", "some", "same", 0),
        ("unknown", "some", "answered", None),
        ("some", "skipped", "unanswered", None),
        ("unknown", "not_applicable", "answered", None),
        ("some", "elsewhere", "otherwise", None),
        ("elsewhere", "some", "otherwise", None),
        ("elsewhere", "elsewhere", "same", None),
        ("elsewhere", "unknown", "unanswered", None),
        ("unknown", "skipped", "same", None),
    ],
)
def test_how_an_answer_changed(before: Given, after: Given, direction: str, difference: Fraction | None) -> None:
    """Up, down, newly answered, no longer answered, or the same."""
    comparison = compared(TEN, [profile({"d.i0": before}), profile({"d.i0": after})], "time")
    found = changed_items(*(one.assessment for one in comparison.compared))
    change = next(one for one in found if one.item.id == "d.i0")
    assert (change.direction, change.difference) == (Direction(direction), difference)


def test_the_largest_changes_stand_first() -> None:
    """Those of the same size in the order of the checklist."""
    before = all_at("none", 3)
    after = profile({"d.i0": "some", "d.i1": "full", "d.i2": "some"})
    comparison = compared(TEN, [before, after], "time")
    found = changed_items(*(one.assessment for one in comparison.compared))
    assert [one.item.id for one in found if one.direction is Direction.ROSE] == ["d.i1", "d.i0", "d.i2"]


def _marked(held: Item, level: str) -> Answer:
    return answer_of(level=level, wording=held.digest)


changed = st.sampled_from(["kept", "kept", "reworded", "added", "retired"])


@briefly()
@given(st.lists(changed, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_a_change_of_method_is_never_progress(fates: list[str], random: Random) -> None:
    """Items reworded, added and retired between two versions: all is as if only the items that stayed had ever been asked."""
    ids = [f"d.i{n}" for n in range(len(fates))]
    now = [item(i, since="2.0.0" if fate == "added" else None) for i, fate in zip(ids, fates, strict=True)]
    old = [item(i, question="Früher anders?") if fate == "reworded" else item(i) for i, fate in zip(ids, fates, strict=True)]
    now = [one.model_copy(update={"retired": "2.0.0"}) if f == "retired" else one for one, f in zip(now, fates, strict=True)]
    before = {one.id: _marked(one, random.choice(LEVELS)) for one, fate in zip(old, fates, strict=True) if fate != "added"}
    after = {one.id: _marked(one, random.choice(LEVELS)) for one, fate in zip(now, fates, strict=True) if fate != "retired"}
    first, last = profile(before), profile(after, version="2.0.0")
    found = moved(checklist(dimension("d", *now)), first, last)
    kept = [one for one, fate in zip(now, fates, strict=True) if fate == "kept"]
    if not kept:
        assert found.claim is Claim.NOTHING
        return
    assert found == moved(checklist(dimension("d", *kept)), first, last)
    assert found.items == len(kept)


def test_a_new_item_at_the_top_moves_nothing() -> None:
    """Version 2 asks one question more, and it is answered „full“: what stayed is what it was."""
    held = checklist(dimension("d", "d.a", item("d.b", since="2.0.0")))
    comparison = compared(held, [profile({"d.a": "some"}), profile({"d.a": "some", "d.b": "full"}, version="2.0.0")], "time")
    assert [(one.id, reason.value) for one, reason in comparison.left_out] == [("d.b", "newer")]
    assert [one.assessment.total.value for one in comparison.compared] == [Fraction(1, 3)] * 2

"""Dimensions and totals side by side: a middle, a spread, a difference, or words where no number is shown."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from builders import Given, checklist, common, compared, dimension, for_all, item, profile, side
from mo_check.compare.pure.comparing import ScoreRow, score_rows
from mo_check.model.assessment import Shown
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile

CITY, OFFICES, CLUBS = "municipality", "department", "migrant_organisation"
ONE = checklist(common("d.a"))


def rows(held: Checklist, profiles: Sequence[Profile]) -> tuple[ScoreRow, ...]:
    """Return the rows of some profiles, grouped by side."""
    comparison = compared(held, profiles)
    return score_rows(comparison, comparison.sides)


def clubs(*levels: Given) -> list[Profile]:
    """Return an association for each answer."""
    return side(CLUBS, *({"d.a": level} for level in levels))


def test_a_group_has_a_middle_a_spread_and_a_share_met() -> None:
    """Of the scores of its profiles: 0, 2/3 and 1."""
    group = rows(ONE, clubs("none", "full", "good"))[0].groups[0]
    assert (group.number, group.value, group.display) == (3, Fraction(2, 3), 67)
    assert (group.lowest, group.highest, group.share_met) == (0, 1, Fraction(2, 3))
    assert (group.coverage, group.shown) == (1, Shown.NUMBER)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param({}, Shown.TOO_FEW, id="open"),
        pytest.param({"d.a": "elsewhere"}, Shown.MOSTLY_ELSEWHERE, id="elsewhere"),
        pytest.param({"d.a": "not_applicable"}, Shown.NOTHING, id="not applicable"),
    ],
)
def test_without_a_number_the_group_says_why(given: dict[str, Given], shown: Shown) -> None:
    """As a report on the one profile would."""
    found = rows(ONE, [*side(CITY, {"d.a": "good"}), *side(CLUBS, given)])[0]
    assert (found.groups[1].value, found.groups[1].shown) == (None, shown)
    assert found.difference is None


def test_a_profile_alone_is_shown_as_in_its_report() -> None:
    """99 and not 100 where one item is not fully there."""
    held = checklist(dimension("d", for_all(item("d.a", weight=300)), for_all(item("d.b"))))
    group = rows(held, side(CITY, {"d.a": "full", "d.b": "good"}))[0].groups[0]
    assert (group.display, round(float(group.value or 0) * 100)) == (99, 100)


def test_the_biggest_difference_stands_first_and_the_total_last() -> None:
    """Dimensions without a difference stand in the order of the checklist."""
    held = checklist(*(dimension(name, for_all(item(f"{name}.a"))) for name in ("one", "two", "three")))
    city = side(CITY, {"one.a": "good", "two.a": "full", "three.a": "some"})
    found = rows(held, [*city, *side(CLUBS, {"one.a": "some", "two.a": "none"})])
    assert [(row.dimension.id if row.dimension else None, row.difference) for row in found] == [
        ("two", 1),
        ("one", Fraction(1, 3)),
        ("three", None),
        (None, Fraction(2, 3) - Fraction(1, 6)),
    ]


def test_a_dimension_of_texts_has_no_row() -> None:
    """There is nothing to score in it."""
    held = checklist(common("d.a"), dimension("closing", for_all(item("closing.what", kind="text"))))
    found = rows(held, [*side(CITY, {"d.a": "good"}), *clubs("none")])
    assert [row.dimension.id for row in found if row.dimension] == ["d"]


def test_quick_checks_are_compared_item_by_item_only() -> None:
    """Beside full profiles they have no part in dimensions; among themselves they have a total."""
    held = checklist(common("d.a", quick=True))
    full, quick = side(CITY, {"d.a": "good"}), side(CLUBS, {"d.a": "none"}, scope="quick")
    assert [one.profile.scope for one in compared(held, [*full, *quick]).ranked] == ["full"]
    alone = compared(held, [*quick, *side(CITY, {"d.a": "good"}, scope="quick")])
    assert len(alone.ranked) == 2
    assert [row.dimension for row in score_rows(alone, alone.sides)] == [None]


def test_sides_are_none_where_there_are_only_agreed_profiles() -> None:
    """Two workshops without a day: nobody is a side, and nothing breaks."""
    comparison = compared(ONE, [profile({"d.a": "good"}, perspective="agreed")] * 2)
    assert comparison.sides == {}
    assert [row.groups for row in score_rows(comparison, comparison.sides)][-1] == ()


def test_an_agreed_profile_changes_nothing_of_the_sides() -> None:
    """Where all others answered the quick check, a full agreed one makes no dimensions of them."""
    held = checklist(dimension("d", for_all(item("d.a", quick=True)), for_all(item("d.b"))))
    quick = [*side(CITY, {"d.a": "full"}, scope="quick"), *side(OFFICES, {"d.a": "good"}, scope="quick")]
    both = [compared(held, profiles) for profiles in (quick, [*quick, *side("agreed", {"d.a": "full", "d.b": "good"})])]
    assert [one.only_quick for one in both] == [True, True]
    assert score_rows(both[0], both[0].sides) == score_rows(both[1], both[1].sides)

"""Dimensions against sides or profiles: what stands in a cell, and what stands in its place."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from builders import Given, checklist, common, compared, side
from mo_check.compare.pages.score_table import score_table, summary_table
from mo_check.compare.pure.comparing import score_rows
from mo_check.document.blocks import Points, Table
from mo_check.languages import language

GERMAN = language("de")
ONE = checklist(common("d.a", "d.b", "d.c"))
CITY, CLUBS = "municipality", "migrant_organisation"


def cells(*after: Mapping[str, Given]) -> list[object]:
    """Return the row of the only dimension: the first time, a second group of profiles, and their difference."""
    comparison = compared(ONE, [*side(CITY, every("good")), *side(CLUBS, *after)])
    rows = score_rows(comparison, comparison.sides)
    table = score_table(rows, ["2024", "2026"], GERMAN)[0]
    assert isinstance(table, Table)
    assert [column.header for column in table.columns] == ["Handlungsfeld", "2024", "2026", "Unterschied"]
    assert table.rows[-1][0] == "Gesamt"
    return [*table.rows[0][2:]]


def every(level: Given) -> dict[str, Given]:
    """Return the same answer to all three items."""
    return dict.fromkeys(("d.a", "d.b", "d.c"), level)


FIVE = [every(level) for level in ("none", "some", "good", "good", "full")]


@pytest.mark.parametrize(
    ("after", "cell", "difference"),
    [
        pytest.param([every("some")], Points(Fraction(1, 3), 33), "33", id="one: nothing is open"),
        pytest.param(
            [every("none"), every("full")],
            Points(Fraction(1, 2), 50, ("0–100",)),
            "17",
            id="several: their spread",
        ),
        pytest.param(
            [{"d.a": "some", "d.b": "some"}],
            Points(Fraction(1, 3), 33, ("22–56", "67\u00a0%")),
            "33",
            id="one: its range and coverage",
        ),
        pytest.param([{"d.a": "good"}], Points(None, None, note="zu wenige Antworten"), "–", id="too few answers"),
        pytest.param([every("elsewhere")], Points(None, None, note="meist woanders"), "–", id="elsewhere"),
        pytest.param([every("not_applicable")], Points(None, None, note="–"), "–", id="nothing applies"),
    ],
)
def test_a_cell(after: list[dict[str, Given]], cell: Points, difference: str) -> None:
    """The number, the range or spread below it, the coverage; or words in its place."""
    assert cells(*after) == [cell, difference]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [("none", "good", "+67"), ("full", "good", "−33"), ("some", "unknown", "–")],
    ids=["up", "down", "open"],
)
def test_over_time_the_last_column_is_the_change(before: Given, after: Given, told: str) -> None:
    """From the first to the last, with its sign."""
    comparison = compared(ONE, side(CITY, every(before), every(after)), "time")
    rows = score_rows(comparison, {n: [one.assessment] for n, one in enumerate(comparison.compared)})
    table = score_table(rows, ["2024", "2026"], GERMAN, change=True)[0]
    assert isinstance(table, Table)
    assert table.columns[-1].header == "Veränderung"
    assert str(table.rows[0][-1]).replace("-", "−") == told


def test_many_profiles_are_told_by_their_middle_and_spread() -> None:
    """The middle, the share that has met it, the lowest, the highest, and how many have a value."""
    comparison = compared(ONE, side(CLUBS, *FIVE))
    rows = score_rows(comparison, {0: [one.assessment for one in comparison.compared]})
    table = summary_table(rows, GERMAN)[0]
    assert isinstance(table, Table)
    label, middle, share, low, high, number = table.rows[0]
    assert (label, middle, low, high) == ("d", Points(Fraction(2, 3), 67), Points(Fraction(0), 0), Points(Fraction(1), 100))
    assert (share, number) == ((Fraction(3, 5),), (5, 0))

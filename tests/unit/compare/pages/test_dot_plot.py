"""The answers of the sides to one item as a dot plot."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from builders import LEVELS, Given, checklist, common, compared, dimension, for_all, item, side
from mo_check.compare.pages.dot_plot import dot_plots
from mo_check.compare.pure.sides import compared_items
from mo_check.document.blocks import DotPlot
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective

ONE = checklist(common("d.a"))
CLUBS = "migrant_organisation"


def plots(*, held: Checklist = ONE, names: bool = False, hiding: Sequence[str] = (), **sides: Sequence[Given]) -> list[DotPlot]:
    """Return the dot plots of what sides answered to one item, an axis for each set of words."""
    profiles = [one for name, given in sides.items() for one in side(name, *({"d.a": level} for level in given))]
    comparison = compared(held, profiles, hiding=hiding)
    (one,) = compared_items(comparison.sides, comparison.hiding)
    found = dot_plots(one, language("de"), comparison.sides if names else None)
    assert all(isinstance(block, DotPlot) for block in found)
    return [block for block in found if isinstance(block, DotPlot)]


def plot(*, names: bool = False, hiding: Sequence[str] = (), **sides: Sequence[Given]) -> DotPlot:
    """Return the only dot plot where all sides were asked in the same words."""
    (found,) = plots(names=names, hiding=hiding, **sides)
    return found


def test_each_side_has_the_axis_on_which_it_answered() -> None:
    """A dot stands under the words that were ticked, not under those of another side."""
    held = for_all(item("d.a"))
    own = tuple(level.model_copy(update={"label": f"bei uns {level.id}"}) for level in held.levels)
    clubs = {Perspective(CLUBS): held.for_[Perspective(CLUBS)].model_copy(update={"levels": own})}
    asked = checklist(dimension("d", held.model_copy(update={"for_": held.for_ | clubs})))
    first, second = plots(held=asked, municipality=["full"], department=["some"], migrant_organisation=["none"])
    assert (first.levels, [row.label for row in first.rows]) == (LEVELS, ["Verwaltung (1)", "Fachämter (1)"])
    assert (second.levels, [row.label for row in second.rows]) == (tuple(f"bei uns {x}" for x in LEVELS), ["Vereine (1)"])
    assert second.rows[0].dots == (1, 0, 0, 0)


def test_a_row_a_side_with_an_answer_a_dot() -> None:
    """The label counts who was asked; the middle is a place on the levels."""
    found = plot(municipality=["full"], migrant_organisation=["none", "none", "good"])
    assert found.levels == ("none", "some", "good", "full")
    assert [(row.label, row.dots, row.median, row.names) for row in found.rows] == [
        ("Verwaltung (1)", (0, 0, 0, 1), 3, ()),
        ("Vereine (3)", (2, 0, 1, 0), 0, ()),
    ]


@pytest.mark.parametrize(
    ("given", "note"),
    [
        pytest.param(["good"], "", id="everybody gave a level"),
        pytest.param(["good", "unknown", "skipped"], "2 ohne Antwort", id="some gave none"),
        pytest.param(["good", "elsewhere"], "1 × trifft nicht zu oder woanders", id="away"),
        pytest.param(["unknown", "not_applicable"], "1 ohne Antwort, 1 × trifft nicht zu oder woanders", id="both"),
    ],
)
def test_who_gave_no_level_is_told_in_words(given: list[Given], note: str) -> None:
    """Dots cannot say it."""
    assert plot(municipality=given).rows[0].note == note


def test_labels_are_there_only_where_they_are_asked_for() -> None:
    """By level, in the order of the files."""
    found = plot(names=True, migrant_organisation=["none", "good", "none"])
    assert found.rows[0].names == ((f"{CLUBS} 1", f"{CLUBS} 3"), (), (f"{CLUBS} 2",), ())


def test_a_side_that_hides_its_people_has_no_dots() -> None:
    """Only its middle and the share met, from five on; below that words; never a label."""
    five: list[Given] = ["none", "some", "good", "good", "full"]
    shown = plot(names=True, hiding=[CLUBS], municipality=["good"], migrant_organisation=five).rows[1]
    assert (shown.label, shown.dots, shown.median, shown.names) == ("Vereine", (), Fraction(2), ())
    assert shown.note == "Mitte: good; erfüllt: die meisten"
    hidden = plot(names=True, hiding=[CLUBS], municipality=["good"], migrant_organisation=five[:4]).rows[1]
    assert (hidden.label, hidden.dots, hidden.median, hidden.names) == ("Vereine", (), None, ())
    assert hidden.note == "wird nicht gezeigt, damit niemand erkennbar ist"

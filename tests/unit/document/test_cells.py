"""A typed cell as text: the form is the language's, the value the cell's."""

from fractions import Fraction

import pytest

from mo_check.document.blocks import Bar, Cell, DotPlot, DotRow, Heat, Mark, Number, Points, Range, Share
from mo_check.document.cells import cell_text, dots_text
from mo_check.languages import language
from mo_check.model.standing import Standing


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param("Räume", "Räume", id="text"),
        pytest.param(Mark(Standing.MET, "erfüllt"), "erfüllt", id="standing"),
        pytest.param(Heat(Fraction(1, 2), "als Gast", "G"), "als Gast", id="heat"),
        pytest.param(Bar(Fraction(1, 2), Fraction(1)), "", id="bar"),
        pytest.param(Bar(None, None, "zu wenige Antworten"), "zu wenige Antworten", id="words for a bar"),
        pytest.param(Number(1234), "1\u00a0234", id="whole number"),
        pytest.param(Number(Fraction(25, 10), 1), "2,5", id="one place"),
        pytest.param(Number(0), "0", id="zero"),
        pytest.param(Number(None), "–", id="no number"),
        pytest.param(Range(57, 63), "57–63", id="range"),
        pytest.param(Range(0, 0), "0–0", id="range of nothing"),
        pytest.param(Range(None, 63), "–", id="no lower end"),
        pytest.param(Range(57, None), "–", id="no upper end"),
        pytest.param(Share(Fraction(7, 8)), "88\u00a0%", id="share"),
        pytest.param(Share(Fraction(0)), "0\u00a0%", id="share of nothing"),
        pytest.param(Share(None), "–", id="no share"),
        pytest.param(Points(Fraction(1, 2), 50), "50", id="points"),
        pytest.param(Points(Fraction(1, 2), 50, ("40–60", "100 %")), "50 (40–60, 100 %)", id="points with more below"),
        pytest.param(Points(None, None, note="nicht gezeigt"), "nicht gezeigt", id="words for points"),
        pytest.param(Points(None, None), "–", id="no points"),
    ],
)
def test_a_cell_as_german_text(cell: Cell, text: str) -> None:
    """Numbers are grouped and have a comma, what is not there is a dash, a bar is told by the number beside it."""
    assert cell_text(cell, language("de")) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [(Number(Fraction(12345, 10), 1), "1,234.5"), (Share(Fraction(1, 2)), "50%")],
    ids=["number", "share"],
)
def test_a_cell_as_english_text(cell: Cell, text: str) -> None:
    """The same cell in another language has its form."""
    assert cell_text(cell, language("en")) == text


@pytest.mark.parametrize(
    ("row", "text"),
    [
        pytest.param(DotRow("V", (2, 0, 3), Fraction(2)), "2 × nie, 3 × oft; Mitte: oft", id="dots and their middle"),
        pytest.param(
            DotRow("V", (1, 1, 0), Fraction(1, 2)), "1 × nie, 1 × selten; Mitte: zwischen „nie“ und „selten“", id="between"
        ),
        pytest.param(DotRow("V", (0, 0, 0), None, "1 ohne Antwort"), "1 ohne Antwort", id="nobody gave a level"),
        pytest.param(DotRow("V", (), None, "wird nicht gezeigt"), "wird nicht gezeigt", id="hidden"),
        pytest.param(DotRow("V", (), Fraction(1), "erfüllt bei 60 %"), "Mitte: selten; erfüllt bei 60 %", id="only the middle"),
        pytest.param(
            DotRow("V", (1, 0, 1), Fraction(1), "", (("Chor",), (), ("Bund",))),
            "1 × nie (Chor), 1 × oft (Bund); Mitte: selten",
            id="labels",
        ),
    ],
)
def test_a_row_of_dots_in_words(row: DotRow, text: str) -> None:
    """How many stand at each level, the middle, and what dots cannot say."""
    assert dots_text(DotPlot(("nie", "selten", "oft"), (row,)), row, language("de")) == text

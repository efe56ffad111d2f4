"""A typed cell as text: the form is the language's, the value the cell's."""

from fractions import Fraction

import pytest

from mo_check.documents.cells import cell_text
from mo_check.documents.document import Bar, Cell, Heat, Mark, Number, Range, Share
from mo_check.languages import language
from mo_check.model.results import Standing


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

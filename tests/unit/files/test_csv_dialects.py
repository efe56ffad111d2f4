"""CSV: what is written is read back, whatever is in it, and a spreadsheet takes nothing for what it is not."""

import csv
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.files.csv_dialects import CSV_DIALECTS, csv_rows

TEXTS = st.text(st.sampled_from("ab,;\t\"\n '=+-@1.5é\u2028"))
ROW = ("Stadt; Land, Fluss", 'die "Neue"', "=1+1", "12345", "2026-11-14", None, 7, Fraction(5, 3), 0.5, True, ("a.b", "a.c"))


@pytest.mark.parametrize(
    ("dialect", "line"),
    [
        ("standard", '"Stadt; Land, Fluss","die ""Neue""",\'=1+1,12345,2026-11-14,,7,1.666667,0.5,true,a.b a.c\n'),
        ("excel-de", '"Stadt; Land, Fluss";"die ""Neue""";\'=1+1;\'12345;2026-11-14;;7;1,666667;0,5;true;a.b a.c\n'),
    ],
)
def test_a_line_of_each_dialect(dialect: str, line: str) -> None:
    """Texts are quoted for either separator, a decimal comma is not; what looks like a formula or a number is marked."""
    assert CSV_DIALECTS[dialect].line(ROW) == line


@pytest.mark.parametrize("dialect", sorted(CSV_DIALECTS))
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
def test_texts_are_read_back_as_they_were(dialect: str, rows: list[tuple[str, ...]]) -> None:
    """With separators, quotes, line feeds and signs of formulas in them, each with the line that it begins in."""
    held = CSV_DIALECTS[dialect]
    text = held.head(("eins", "zwei", "drei")) + "".join(held.line(row) for row in rows)
    found = list(csv_rows(StringIO(text.removeprefix(held.mark), newline=""), ",;", strict=True))
    assert [tuple(held.text(cell) for cell in cells) for _, cells in found[1:]] == rows
    ends = [sum(cell.count("\n") for cell in row) + 1 for row in rows]
    assert [line for line, _ in found] == [1 + sum([1, *ends][:place]) for place in range(len(rows) + 1)]


@pytest.mark.parametrize(
    ("text", "separators", "cells"),
    [
        ("a;b,c;d", ",;", ["a", "b,c", "d"]),
        ("a;b,c", ",;", ["a;b", "c"]),
        ("a;b,c", ";,\t", ["a", "b,c"]),
        ("a\tb", ";,\t", ["a", "b"]),
        ("a", ";,", ["a"]),
    ],
)
def test_the_head_shows_what_sets_cells_apart(text: str, separators: str, cells: list[str]) -> None:
    """The sign that stands there most often; of as many, the one that is named first."""
    assert list(csv_rows(iter([text]), separators)) == [(1, cells)]


def test_nothing_has_no_cells() -> None:
    """An empty file is an empty row."""
    assert list(csv_rows(iter(()), ",;")) == [(1, [])]


@pytest.mark.parametrize("text", ['a,"b', '"a"b,c'])
def test_broken_quotes_are_refused_where_that_is_wished(text: str) -> None:
    """Otherwise they are read as far as they go."""
    assert len(list(csv_rows(iter([text]), ",;"))) == 1
    with pytest.raises(csv.Error):
        list(csv_rows(iter([text]), ",;", strict=True))

"""Texts in a CSV: what a spreadsheet would take for something else is guarded, and read back as it was."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mo_check.files.csv_dialects import CSV_DIALECTS, CsvDialect

DIALECTS = pytest.mark.parametrize("dialect", CSV_DIALECTS.values(), ids=CSV_DIALECTS)
TEXTS = st.text(st.sampled_from("'=+-@\t0a ;,\"\n"), max_size=5) | st.text(st.characters(codec="utf-8"), max_size=8)


def cell(dialect: CsvDialect, text: str) -> str:
    """Return what a reader of CSV finds in the cell of a text."""
    line = dialect.line([text, "end"])
    ((held, _),) = csv.reader(StringIO(line, newline=""), delimiter=dialect.separator)
    return held


@DIALECTS
@given(TEXTS)
@example("'s Feld")
@example("'=1")
@example("''=1")
def test_every_text_is_read_back_as_it_was(dialect: CsvDialect, text: str) -> None:
    """Only the apostrophe that the dialect itself set is taken away."""
    assert dialect.text(cell(dialect, text)) == text


@DIALECTS
@pytest.mark.parametrize("text", ["=1+1", "+49", "-", "@x"])
def test_a_formula_stands_behind_an_apostrophe(dialect: CsvDialect, text: str) -> None:
    """So no spreadsheet runs it."""
    assert cell(dialect, text) == f"'{text}"


@DIALECTS
@pytest.mark.parametrize("text", ["'s Feld", "'", "Musterstadt"])
def test_an_ordinary_text_stands_as_it_is(dialect: CsvDialect, text: str) -> None:
    """An apostrophe of its own is none of ours."""
    assert cell(dialect, text) == text


@pytest.mark.parametrize(("name", "held"), [("standard", "05315000"), ("excel-de", "'05315000")])
def test_a_key_of_digits_is_guarded_where_a_german_excel_reads_it(name: str, held: str) -> None:
    """Its leading nought would be lost there."""
    assert cell(CSV_DIALECTS[name], "05315000") == held

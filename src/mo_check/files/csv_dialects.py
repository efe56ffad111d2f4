"""CSV as it is written and read here: what sets cells apart, and which texts a spreadsheet would take for something else."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With one of these a spreadsheet takes a text for a formula."""
_LIKE_A_NUMBER = re.compile(r"[0-9.,:/-]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEEDS_QUOTES = frozenset('",;\n\r')


class CsvDialect(NamedTuple):
    """A dialect of CSV: what separates cells, the decimal point, what stands first, and which texts get an apostrophe.

    What follows an apostrophe of its own is looked at like a text without one, so that reading can tell the two apart.
    The csv module would quote a text for its own separator only. Here it is quoted for the other as well, which a reader may
    take it for, and a decimal comma is not.
    """

    separator: str
    point: str
    mark: str
    guarded: Callable[[str], bool]

    def head(self, names: Iterable[str]) -> str:
        """Return the line of column names."""
        return self.mark + self.line(names)

    def line(self, cells: Iterable[object]) -> str:
        """Return a line of cells."""
        return self.separator.join([self._cell(cell) for cell in cells]) + "\n"

    def _cell(self, value: object) -> str:
        if value is None:
            return ""
        if type(value) is str:
            text = f"'{value}" if self.guarded(value.lstrip("'")) else value
            return text if _NEEDS_QUOTES.isdisjoint(text) else '"' + text.replace('"', '""') + '"'
        if type(value) is Fraction or type(value) is float:
            return f"{float(value):.6f}".rstrip("0").rstrip(".").replace(".", self.point)
        if isinstance(value, bool):
            return "true" if value else "false"
        return " ".join(value) if isinstance(value, tuple) else str(value)

    def text(self, cell: str) -> str:
        """Return the text that a cell was written from, without the apostrophe that the dialect set."""
        return cell[1:] if cell.startswith("'") and self.guarded(cell.lstrip("'")) else cell


def _formula(text: str) -> bool:
    return text.startswith(_FORMULA)


def _mistaken(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for something else: a formula, a number, a day that is none."""
    return _formula(text) or (_LIKE_A_NUMBER.fullmatch(text) is not None and _DAY.fullmatch(text) is None)


CSV_DIALECTS = {"standard": CsvDialect(",", ".", "", _formula), "excel-de": CsvDialect(";", ",", BOM, _mistaken)}
"""``standard`` is RFC 4180 in UTF-8; ``excel-de`` is what a German Excel or LibreOffice opens by a double click."""


def csv_rows(lines: Iterator[str], separators: str, *, strict: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Yield rows of cells, each with the line it begins in; the head shows which of the separators is meant.

    Raises csv.Error, where ``strict`` also for quotes that are not closed or stand in the middle of a cell.
    """
    head = next(lines, "")
    reader = csv.reader(chain([head], lines), delimiter=max(separators, key=head.count), strict=strict)
    end = 0
    for cells in reader:
        line, end = end + 1, reader.line_num
        yield line, cells

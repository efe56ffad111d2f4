"""Records as text for an open stream: JSON, JSON Lines and CSV; a form is the head, each row, and the tail.

A row is written for itself, so that several processes can write rows and one puts them together.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from mo_check.many.pure.records import FORMATS, DimensionRecord, Record, ResultRecord
from mo_check.report.report_json import number

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With one of these a spreadsheet takes a text for a formula."""
_LIKE_A_NUMBER = re.compile(r"[0-9.,:/-]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NEEDS_QUOTES = frozenset('",;\n\r')
BOM = "\ufeff"


class RecordFormat(NamedTuple):
    """A form of records: ``head`` from the type of the rows, ``row`` from one of them, ``between`` rows, ``tail``."""

    head: Callable[[type[Record]], str]
    row: Callable[[Record], str]
    between: str
    tail: str


def columns(kind: type[Record]) -> tuple[str, ...]:
    """Return the columns of the CSV; the last field, dimensions, stands in the JSON only, being another for each checklist."""
    return kind._fields[:-1] if kind._fields[-1] == "dimensions" else kind._fields


_encode = json.JSONEncoder(ensure_ascii=False).encode


def _json_row(record: Record) -> str:
    return _encode(_plain(record))


def _plain(record: Record | DimensionRecord) -> dict[str, object]:
    """Return a record as JSON holds it; numbers to six places."""
    held: dict[str, object] = dict(zip(record._fields, record, strict=True))
    for name, value in held.items():
        if type(value) is Fraction or type(value) is float:
            held[name] = number(value)
    if isinstance(record, ResultRecord) and record.dimensions:
        held["dimensions"] = [_plain(one) for one in record.dimensions]
    return held


class CsvDialect(NamedTuple):
    """A dialect of CSV: what separates cells, the decimal point, what stands first, and which texts get an apostrophe.

    What follows an apostrophe of its own is looked at like a text without one, so that reading can tell the two apart.
    """

    separator: str
    point: str
    mark: str
    guarded: Callable[[str], bool]

    def head(self, names: Iterable[str]) -> str:
        """Return the line of column names."""
        return self.mark + self.separator.join(names) + "\n"

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


def csv_text(names: Sequence[str], rows: Iterable[Sequence[object]], dialect: str) -> str:
    """Return a whole CSV."""
    held = CSV_DIALECTS[dialect]
    return held.head(names) + "".join(held.line(row) for row in rows)


def _csv(dialect: CsvDialect) -> RecordFormat:
    def row(record: Record) -> str:
        return dialect.line(record[: len(columns(type(record)))])

    return RecordFormat(lambda kind: dialect.head(columns(kind)), row, "", "")


def _json_head(kind: type[Record]) -> str:
    return f'{{\n"format": "{FORMATS[kind]}",\n"rows": [\n'


def _line(record: Record) -> str:
    return _json_row(record) + "\n"


RECORDS = {
    "json": RecordFormat(_json_head, _json_row, ",\n", "\n]\n}\n"),
    "jsonl": RecordFormat(lambda _: "", _line, "", ""),
    "csv": _csv(CSV_DIALECTS["standard"]),
}
"""The forms of records by name."""


def record_format(name: str, dialect: str) -> RecordFormat:
    """Return the form of that name; of CSV the dialect. Raises KeyError."""
    return _csv(CSV_DIALECTS[dialect]) if name == "csv" else RECORDS[name]

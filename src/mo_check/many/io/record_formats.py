"""Records as text for an open stream: JSON, JSON Lines and CSV; a form is the head, each row, and the tail.

A row is written for itself, so that several processes can write rows and one puts them together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, NamedTuple

from mo_check.files.csv_dialects import CSV_DIALECTS, CsvDialect
from mo_check.many.pure.records import FORMATS, DimensionRecord, ItemRecord, Record, ResultRecord
from mo_check.report.report_json import number


class RecordFormat(NamedTuple):
    """A form of records: ``head`` from the type of the rows, ``row`` from one of them, ``between`` rows, ``tail``."""

    head: Callable[[type[Record]], str]
    row: Callable[[Record], str]
    between: str
    tail: str


def columns(kind: type[Record]) -> tuple[str, ...]:
    """Return the columns of the CSV; the last field, dimensions, stands in the JSON only, being another for each checklist."""
    return kind._fields[:-1] if kind._fields[-1] == "dimensions" else kind._fields


def _json_row(record: Record | DimensionRecord) -> str:
    """Return a record as one line of JSON, the bytes that ``json.dumps`` gives for it; numbers to six places."""
    texts = [key + _JSON[type(value)](value) for key, value in zip(_KEYS[type(record)], record, strict=True)]
    return "{" + ", ".join(texts) + "}"


_KEYS = {kind: tuple(f'"{name}": ' for name in kind._fields) for kind in (ResultRecord, ItemRecord, DimensionRecord)}


def _json_number(value: Fraction | float) -> str:
    return _json_ratio(*value.as_integer_ratio())


@lru_cache(maxsize=1 << 15)
def _json_ratio(above: int, below: int) -> str:
    """Return the text of a number; those of many profiles come again and again."""
    return repr(number(Fraction(above, below)))


def _json_list(values: tuple[object, ...]) -> str:
    return "[" + ", ".join([_JSON[type(value)](value) for value in values]) + "]"


_JSON: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: repr,
    bool: lambda value: "true" if value else "false",
    NoneType: lambda _: "null",
    Fraction: _json_number,
    float: _json_number,
    tuple: _json_list,
    DimensionRecord: _json_row,
}
"""How JSON writes a cell, by its type."""


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

"""Records as text for an open stream: JSON, JSON Lines and CSV; a form is the head, each row, and the tail.

A row is written for itself, so that several processes can write rows and one puts them together.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from mo_check.files.csv_dialects import CSV_DIALECTS, CsvDialect
from mo_check.many.pure.records import FORMATS, DimensionRecord, Record, ResultRecord
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

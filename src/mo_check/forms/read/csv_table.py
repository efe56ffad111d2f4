"""Reading an exported table, .csv, into rows by column: UTF-8, with the sign between the fields that its head shows."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.csv_dialects import csv_rows
from mo_check.files.reading import decode, read_bytes
from mo_check.forms.read.source_location import SourceLocation
from mo_check.model.types import cleaned_text

_SEPARATORS = ";,\t"
_MOST_COLUMNS = 4_000
"""So many columns a table may have; the checklists together have fewer than a tenth of that."""


class TableRow(NamedTuple):
    """One row below the head: the line it begins in, and its fields by column."""

    line: int
    fields: Mapping[str, str]
    columns: Mapping[str, int]

    def field(self, column: str) -> str:
        """Return the text of a field; nothing where there is no such column."""
        return self.fields.get(column, "")

    def place(self, column: str) -> SourceLocation:
        """Return where a field stands."""
        return SourceLocation(column, self.line, self.columns.get(column, 0) + 1)


def table_rows(path: Path) -> Iterator[TableRow]:
    """Yield the rows of a table. Raises InvalidInput where a row does not fit its head."""
    heads: list[str] = []
    try:
        for line, cells in csv_rows(StringIO(decode(read_bytes(path), path), newline=""), _SEPARATORS, strict=True):
            if not heads:
                heads = [cleaned_text(cell) for cell in cells]
                _check_heads(heads, path)
            elif any(cells):
                yield _row(line, heads, cells, path)
    except csv.Error:
        message = Message("Diese Zeile ist keine vollständige Zeile einer Tabelle.")
        remedy = Message("Die Tabelle noch einmal als CSV exportieren, ohne sie dazwischen zu bearbeiten.")
        raise InvalidInput((Problem(str(path), message, remedy, line, 1),)) from None


def _check_heads(heads: list[str], path: Path) -> None:
    if len(heads) > _MOST_COLUMNS:
        message = Message(
            "Diese Tabelle hat {number} Spalten; mehr als {most} liest mo-check nicht.", number=len(heads), most=_MOST_COLUMNS
        )
        remedy = Message("Nur die Spalten des Fragebogens exportieren.")
        raise InvalidInput((Problem(str(path), message, remedy, 1, 1),))
    twice = next((head for number, head in enumerate(heads) if head and head in heads[:number]), None)
    if twice is not None:
        message = Message("Die Spalte „{name}“ gibt es zweimal.", name=twice[:60])
        raise InvalidInput((Problem(str(path), message, Message("Eine der beiden Spalten löschen."), 1, 1),))


def _row(line: int, heads: list[str], cells: list[str], path: Path) -> TableRow:
    if len(cells) != len(heads):
        message = Message("Diese Zeile hat {number} Felder, der Kopf der Tabelle {wanted}.", number=len(cells), wanted=len(heads))
        remedy = Message("Die Tabelle noch einmal als CSV exportieren, ohne sie dazwischen zu bearbeiten.")
        raise InvalidInput((Problem(str(path), message, remedy, line, 1),))
    columns = {head: number for number, head in enumerate(heads) if head}
    return TableRow(line, {head: cleaned_text(cells[number]) for head, number in columns.items()}, columns)

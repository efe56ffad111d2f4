"""Opening a spreadsheet that came by mail: .xlsx or .ods, as text cell by cell, and none that would fill the memory."""

import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.reading import read_bytes
from mo_check.model.types import cleaned_text

_MOST_BYTES = 40_000_000
_MOST_PARTS = 1_000
_MOST_CELLS = 200_000
_LETTERS = 26
# a cell of .xlsx that holds something: cells that only have a colour end in one piece
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
# cells and rows of .ods say how often they are repeated
_REPEATED_ROW = re.compile(rb"<table:table-row\b([^>]*)>(.*?)</table:table-row>", re.DOTALL)
_REPEATED_CELL = re.compile(rb"<table:table-cell\b([^>]*)>")
_ROWS = re.compile(rb'number-rows-repeated="([0-9]{1,9})"')
_COLUMNS = re.compile(rb'number-columns-repeated="([0-9]{1,9})"')
_SPANNED = re.compile(rb'number-rows-spanned="(?!1")')


class SheetText(NamedTuple):
    """A sheet as text: its name, its rows from the first one on, and the rows and columns that merged cells cover."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...]

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; nothing where there is none."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""

    def place(self, row: int, column: int) -> str:
        """Return how people call a cell: ``Räume!E14``."""
        return f"{self.name}!{letters(column)}{row + 1}"

    def is_merged(self, row: int) -> bool:
        """Tell whether a row has cells merged with others."""
        return any(top <= row <= bottom for (top, _), (bottom, _) in self.merged)


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    head, tail = divmod(column, _LETTERS)
    return (letters(head - 1) if head else "") + chr(ord("A") + tail)


def sheets_of(path: Path) -> tuple[SheetText, ...]:
    """Return every sheet of a spreadsheet, hidden ones too. Raises InvalidInput for what is none or far too large."""
    import python_calamine as calamine  # noqa: PLC0415 - only who reads a spreadsheet pays for it

    data = read_bytes(path)
    _check_size(data, path)
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return tuple(_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names)
    except (calamine.CalamineError, OSError, ValueError):
        raise _refused(path) from None


def _sheet(sheet: Any) -> SheetText:  # noqa: ANN401 - the library is untyped
    rows = tuple(tuple(_text(value) for value in row) for row in sheet.to_python(skip_empty_area=False))
    return SheetText(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()))


def _text(value: object) -> str:
    """Return what a cell shows; a number without a fraction as a whole one, a day as year-month-day."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else cleaned_text(str(value))


def _check_size(data: bytes, path: Path) -> None:
    """Refuse what no filled form is: no zip, thousands of parts, cells at the far end. Raises InvalidInput."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise _too_large(path)
            for part in parts:
                if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:  # no office writes another
                    raise _refused(path)
                text = archive.read(part)  # also checks that a part is as large as it says
                if part.filename == "content.xml":
                    _check_ods(text, path)
                elif "worksheets/" in part.filename:
                    _check_xlsx(text, path)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        raise _refused(path) from None


def _check_xlsx(text: bytes, path: Path) -> None:
    rows = columns = 0
    for cell in _CELL.finditer(text):
        if cell[1].endswith(b"/"):
            continue
        found = _REFERENCE.search(cell[1])
        if found is None:
            raise _refused(path)
        rows, columns = max(rows, int(found[2])), max(columns, _number(found[1]))
    if rows * columns > _MOST_CELLS:
        raise _too_large(path)


def _number(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _check_ods(text: bytes, path: Path) -> None:
    if _SPANNED.search(text):
        raise InvalidInput((Problem(str(path), *MERGED),))
    rows = columns = 0
    for attributes, cells in _REPEATED_ROW.findall(text):
        wide = list(_wide(cells))
        if wide:
            rows, columns = rows + _times(_ROWS, attributes), max(columns, sum(wide))
    if rows * columns > _MOST_CELLS:
        raise _too_large(path)


def _wide(cells: bytes) -> Iterator[int]:
    """Yield how many columns each cell of a row takes, up to the last one that holds something."""
    found = [(_times(_COLUMNS, one), b"value-type" in one) for one in _REPEATED_CELL.findall(cells)]
    last = max((n for n, (_, holds) in enumerate(found) if holds), default=-1)
    yield from (times for times, _ in found[: last + 1])


def _times(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1


MERGED = (
    Message("In dieser Tabelle sind Zellen verbunden; so ist nicht sicher, welche Antwort wozu gehört."),
    Message("Die Verbindung der Zellen aufheben und jede Antwort in ihre Zeile setzen."),
)


def _too_large(path: Path) -> InvalidInput:
    message = Message("Diese Tabelle ist viel größer als ein ausgefülltes Formular.")
    return InvalidInput((Problem(str(path), message, Message("Ist es die richtige Datei?")),))


def _refused(path: Path) -> InvalidInput:
    message = Message("Das lässt sich nicht als Tabelle lesen (.xlsx oder .ods).")
    remedy = Message("Ohne Kennwort als .xlsx speichern und noch einmal schicken.")
    return InvalidInput((Problem(str(path), message, remedy),))

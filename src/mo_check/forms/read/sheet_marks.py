"""Finding one's way in a filled workbook by its hidden marks, whatever else was renamed, moved or sorted."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mo_check.forms.pure.sheet_keys import COLUMNS, LISTS, SHEET, START, RowKey, row_key
from mo_check.forms.read.source_location import SourceLocation
from mo_check.forms.read.spreadsheets import SheetText

_SEARCHED_ROWS, _SEARCHED_COLUMNS = 40, 10
_FILLED = ("answer", "detail", "note", "evidence")


class Corner(NamedTuple):
    """Where a sheet's mark stands; rows and columns count from there."""

    mark: str
    sheet: SheetText
    row: int
    column: int

    def below(self) -> range:
        """Return the rows below the mark."""
        return range(self.row + 1, len(self.sheet.rows))


class Field(NamedTuple):
    """A field of the first sheet: its text and its place."""

    text: str
    place: SourceLocation


class QuestionRow(NamedTuple):
    """One row of a sheet of questions: its key, None where it has lost it, and its fields."""

    sheet: SheetText
    row: int
    columns: Mapping[str, int]
    key: RowKey | None

    def field(self, name: str) -> str:
        """Return the text of a field."""
        return self.sheet.cell(self.row, self.columns[name]) if name in self.columns else ""

    def place(self, name: str = "answer") -> SourceLocation:
        """Return where a field stands."""
        return SourceLocation(self.sheet.place(self.row, self.columns.get(name, 0)))

    def places(self) -> dict[str, SourceLocation]:
        """Return where the fields to fill in stand."""
        return {name: self.place(name) for name in _FILLED}

    def filled(self) -> bool:
        """Tell whether anything was filled in."""
        return any(self.field(name) for name in _FILLED)


def corners(sheet: SheetText) -> Iterator[Corner]:
    """Yield the mark of a sheet, if it has one of ours."""
    for row, cells in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        for column, text in enumerate(cells[:_SEARCHED_COLUMNS]):
            if text in {START, SHEET, LISTS}:
                yield Corner(text, sheet, row, column)
                return


def fields(corner: Corner) -> Iterator[tuple[str, Field]]:
    """Yield the fields of the first sheet by their keys; what is hidden stands one column further."""
    sheet, column = corner.sheet, corner.column
    for row in corner.below():
        if key := sheet.cell(row, column):
            text = sheet.cell(row, column + 2) or sheet.cell(row, column + 3)
            yield key, Field(text, SourceLocation(sheet.place(row, column + 2)))


def lists(corner: Corner) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the lists to choose from: what was shown and the id it stands for."""
    sheet = corner.sheet
    for column in range(corner.column + 1, len(sheet.rows[corner.row]), 2):
        if name := sheet.cell(corner.row, column):
            found = [(sheet.cell(row, column), sheet.cell(row, column + 1)) for row in corner.below()]
            yield name, {label: value for label, value in found if label and value}


def question_rows(corner: Corner) -> Iterator[QuestionRow]:
    """Yield the rows of a sheet of questions."""
    sheet = corner.sheet
    columns = {name: n for n, name in enumerate(sheet.rows[corner.row]) if n > corner.column and name in COLUMNS}
    for row in corner.below():
        yield QuestionRow(sheet, row, columns, row_key(sheet.cell(row, corner.column)))

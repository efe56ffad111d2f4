"""The marks by which a filled spreadsheet is read again: what stands in its hidden column and row, whatever else was moved."""

from typing import NamedTuple

START = "mo-check/start/1"
"""Stands at the top left of the first sheet; below it, beside each field, stands its key."""
SHEET = "mo-check/sheet/1"
"""Stands at the top left of every sheet of questions; the row holds the keys of the columns, the column those of the rows."""
LISTS = "mo-check/lists/1"
"""Stands at the top left of the hidden sheet that holds, column by column, what may be chosen and which id it stands for."""
COLUMNS = ("number", "question", "levels", "answer", "detail", "note", "evidence", "wording", "list")
"""The columns of a sheet of questions, after the one that holds the keys of the rows."""
HEAD, LABEL, DAY, NAME, KIND, LANGUAGE = "head", "label", "day", "name", "kind", "language"
"""The fields of the first sheet."""
READ_ALOUD = "read_aloud"
"""The option of the row that says of a text whether it may be read aloud."""


class RowKey(NamedTuple):
    """What a row asks: an item; with ``option``, whether one of its options is chosen; with ``row``, a whole matrix row."""

    checklist: str
    item: str
    option: str = ""
    row: str = ""

    def __str__(self) -> str:
        """Return the key as it stands in the sheet."""
        if self.row:
            return f"{self.checklist}/{self.item}!{self.row}"
        return f"{self.checklist}/{self.item}" + (f"#{self.option}" if self.option else "")


def row_key(text: str) -> RowKey | None:
    """Return the key that a cell holds, None if it holds none; of a matrix row, ``item`` is the dimension."""
    checklist, slash, rest = text.partition("/")
    if not slash or not rest:
        return None
    item, bang, row = rest.partition("!")
    if bang:
        return RowKey(checklist, item, row=row)
    item, _, option = rest.partition("#")
    return RowKey(checklist, item, option)

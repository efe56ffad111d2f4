"""How a form's sheets look: formats, page set-up, protection, row heights that follow the text."""

from collections.abc import Sequence
from datetime import date, datetime, time
from math import ceil
from typing import TYPE_CHECKING

from mo_check.render.workbook import A4

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ANSWER_WIDTHS = (0, 4, 40, 48, 18, 16, 24, 16, 0, 0)
"""The widths of the columns of a sheet of questions, in characters; 0 stands for hidden."""
_LINE = 13.0
"""How high a line of ten points stands."""
_FITS = 1.1
"""How many letters of ten points go into a column, for each of its width; bold ones take more."""
_TALLEST = 409
"""No row of a spreadsheet can be higher, in points."""


Line = tuple[str, str]
"""A line of a cell: what stands in bold, and what follows it."""


class FormStyles:
    """The formats of one workbook; fields to fill in are yellow and the only ones that are not locked."""

    def __init__(self, book: "Workbook") -> None:
        cell: dict[str, object] = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10}
        lined = cell | {"border": 1, "border_color": "#c5ced6"}
        field = lined | {"bg_color": "#fff8e1", "border_color": "#8a6d1a", "locked": False}
        self.title: Format = book.add_format({"bold": True, "font_size": 15, "font_color": "#1d4e89", "font_name": "Arial"})
        self.text: Format = book.add_format(cell)
        self.label: Format = book.add_format(cell | {"bold": True})
        self.link: Format = book.add_format(cell | {"font_color": "#1d4e89", "underline": 1})
        self.head: Format = book.add_format(lined | {"bold": True, "bg_color": "#1d4e89", "font_color": "#ffffff"})
        self.number: Format = book.add_format(lined | {"align": "center"})
        self.answer: Format = book.add_format(field | {"num_format": "@"})
        self.day: Format = book.add_format(field | {"num_format": "dd.mm.yyyy", "align": "left"})
        self.lined: Format = book.add_format(lined)
        self.bold: Format = book.add_format(lined | {"bold": True})
        self._bold: Format = book.add_format({"bold": True, "font_name": "Arial", "font_size": 10})
        self._plain: Format = book.add_format({"font_name": "Arial", "font_size": 10, "font_color": "#3c4650"})

    def rich(self, sheet: "Worksheet", row: int, column: int, lines: Sequence[Line]) -> None:
        """Write lines into one cell; in each, what comes first stands in bold."""
        pieces: list[object] = []
        for number, (bold, plain) in enumerate(lines):
            opening = "\n" if number else ""
            pieces += [self._bold, opening + bold] if bold else []
            pieces += [self._plain, plain if bold else opening + plain] if plain else []
        if len(pieces) > 2:  # noqa: PLR2004 - a format and its text alone are no rich text
            sheet.write_rich_string(row, column, *pieces, self.lined)
        else:
            sheet.write_string(
                row, column, "".join(lines[0]) if lines else "", self.bold if lines and lines[0][0] else self.lined
            )

    def page(self, sheet: "Worksheet", title: str, pages: str) -> None:
        """Set a sheet up for A4 across, one page wide, with a footer."""
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L" + title.replace("&", "&&") + "&R" + pages)
        sheet.hide_gridlines(2)

    def protect(self, sheet: "Worksheet") -> None:
        """Lock everything but the fields; columns and rows may still be made wider and higher. There is no password."""
        sheet.protect("", {"format_columns": True, "format_rows": True})


def height(lines: Sequence[Line], width: float, least: float = _LINE) -> float:
    """Return how high a row has to be, in points, for lines in a column of that width.

    LibreOffice does not let rows of such files grow by themselves.
    """
    rows = sum(max(1, ceil((len(bold) * 1.12 + len(plain)) / (width * _FITS))) for bold, plain in lines)
    return min(max(least, rows * _LINE) + 5, _TALLEST)


def properties(title: str, day: date) -> dict[str, object]:
    """Return what a workbook says about itself; it was made on a day and not at a moment, so that it is always the same file."""
    return {"title": title, "author": "mo-check", "created": datetime.combine(day, time())}

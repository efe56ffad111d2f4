"""One sheet of a workbook: text across the page, tables with their types, heights that follow the text."""

from io import BytesIO
from typing import Any

from xlsxwriter.format import Format

from mo_check.document.blocks import (
    Cell,
    Column,
    Commands,
    Document,
    DotPlot,
    Heading,
    Heat,
    Listing,
    Mark,
    Net,
    Number,
    Paragraph,
    Points,
    Role,
    Share,
    Table,
)
from mo_check.document.cells import cell_text
from mo_check.languages import Language
from mo_check.model.letterhead import Letterhead
from mo_check.render.charts.dot_chart import dot_table
from mo_check.render.excel.workbook import WorkbookWriter, line_count
from mo_check.render.layout import lines_below, without_bars
from mo_check.render.styles import LIGHT, TONES, WEAKEST, third_tone, warm_tone, warmth

CELL = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": LIGHT["line"]}
HEAD = {"bold": True, "bg_color": LIGHT["accent"], "font_color": "#ffffff", "text_wrap": True, "valign": "vcenter"}
_TO_THE_RIGHT = {"align": "right", "indent": 1}
_LINE = 15
"""The height of a line in points."""
_FIRST, _ACROSS, _COLUMNS = 44, 139, 6
"""The widths of the first column of an overview and of all together, in characters, and how many there are at least."""
_TIGHT = 0.92
"""A line holds a little less than its width in characters, because words do not break."""
_MOST_LINES = 26
"""Rows are no higher than this many lines."""
_WIDEST, _CHOSEN = 36, 24
"""How wide a column of text may be, and one to be filled in."""
_FULL = 32_767
"""The longest text an Excel cell holds."""


class SheetWriter:
    """One sheet while it is written, from top to bottom."""

    def __init__(self, book: WorkbookWriter, name: str, words: Language) -> None:
        self.book, self.sheet, self.words = book, book.sheet(name), words
        self.row, self.columns = 0, _COLUMNS

    def overview(self, document: Document, letterhead: Letterhead | None) -> None:
        """Write a document to be read, charts left out; they have a sheet of their own."""
        self.book.page(self.sheet, document.title)
        self.sheet.hide_gridlines(2)
        self.sheet.set_column(0, 0, _FIRST)
        widest = max((len(block.columns) for block in document.blocks if isinstance(block, Table)), default=0)
        self.columns = max(widest, _COLUMNS)
        self.sheet.set_column(1, self.columns - 1, self._other)
        if letterhead:
            self._letterhead(letterhead)
        self._across(document.title, bold=True, font_size=18, font_color=LIGHT["accent"], height=26)
        if document.name:
            self._across(document.name, bold=True, font_size=13)
        for line in lines_below(document):
            self._across(line)
        self.row += 1
        for value, label, note in document.highlights:
            self._pair(label, " · ".join(part for part in (value, note) if part))
        for label, text in document.facts:
            self._pair(label, text)
        for block in document.blocks:
            self._block(block)

    @property
    def _other(self) -> int:
        """The width of every column of an overview but the first."""
        return (_ACROSS - _FIRST) // (self.columns - 1)

    def table_alone(self, table: Table) -> Table:
        """Write a table that fills a sheet: its head stays in view, every column can be filtered; returns what it shows."""
        shown = without_bars(table)
        self.book.page(self.sheet, table.name, landscape=True)
        self.sheet.freeze_panes(1, 1)
        self.sheet.repeat_rows(0)
        widths = [_width(column, [row[n] for row in shown.rows], self.words) for n, column in enumerate(shown.columns)]
        for n, width in enumerate(widths):
            self.sheet.set_column(n, n, width)
        self._rows(shown, widths)
        self.sheet.autofilter(0, 0, len(shown.rows), len(shown.columns) - 1)
        return shown

    def _letterhead(self, letterhead: Letterhead) -> None:
        if letterhead.logo:
            scale = 60 / letterhead.logo.height
            options = {
                "image_data": BytesIO(letterhead.logo.data),
                "x_scale": scale,
                "y_scale": scale,
                "description": letterhead.logo.words,
            }
            self.sheet.set_row(self.row, 50)
            self.sheet.insert_image(self.row, 0, f"logo.{letterhead.logo.kind}", options)
            self.row += 1
        self._across(letterhead.name, bold=True)
        for line in letterhead.lines:
            self._across(line)
        self.row += 1

    def _across(self, text: str, height: float = _LINE, **look: object) -> None:
        """Write a text over the whole width."""
        form = self.book.style(text_wrap=True, valign="top", **look)
        self.sheet.merge_range(self.row, 0, self.row, self.columns - 1, "", form)
        self._text(self.row, 0, text, form)
        self.sheet.set_row(self.row, max(height, _LINE * _lines(text, _ACROSS)))
        self.row += 1

    def _pair(self, label: str, text: str) -> None:
        ground = {"bg_color": LIGHT["card"], "valign": "top", "text_wrap": True}
        self._text(self.row, 0, label, self.book.style(ground, bold=True))
        form = self.book.style(ground)
        self.sheet.merge_range(self.row, 1, self.row, self.columns - 1, "", form)
        self._text(self.row, 1, text, form)
        self.sheet.set_row(self.row, _LINE * max(_lines(text, _ACROSS - _FIRST), _lines(label, _FIRST)))
        self.row += 1

    def _text(self, row: int, column: int, text: str, form: Format) -> None:
        self.sheet.write_string(row, column, text[:_FULL], form)

    def _block(self, block: object) -> None:
        match block:
            case Heading(text, level):
                self.row += 1
                self._across(text, bold=True, font_size=14 if level == 2 else 12, height=20)  # noqa: PLR2004
            case Paragraph(text, label, role):
                looks: dict[Role, dict[str, Any]] = {
                    Role.NOTE: {"font_color": LIGHT["muted"]},
                    Role.ALERT: {"bg_color": LIGHT["alert"]},
                    Role.LEAD: {"bold": True},
                }
                self._across(f"{label}: {text}" if label else text, **looks.get(role, {}))
            case Listing(entries, numbered):
                for n, entry in enumerate(entries, start=1):
                    self._across(f"{n}. {entry.text}" if numbered else f"• {entry.text}")
                    for detail in entry.details:
                        self._across(detail, font_color=LIGHT["muted"], indent=1)
            case Table():
                self._table(without_bars(block))
            case DotPlot():
                self._table(dot_table(block, self.words))
            case Net() | Commands():
                return
            case _:
                raise TypeError(type(block))

    def _table(self, table: Table) -> None:
        self.row += 1
        if table.caption:
            self._across(table.caption, font_color=LIGHT["muted"])
        self._rows(table, [_FIRST, *[self._other] * (len(table.columns) - 1)])
        self.row += 1

    def _rows(self, table: Table, widths: list[int]) -> None:
        for n, column in enumerate(table.columns):
            self._text(self.row, n, column.header, self.book.style(HEAD, _TO_THE_RIGHT if column.number else {}))
        heads = max(_lines(column.header, width) for column, width in zip(table.columns, widths, strict=True))
        self.sheet.set_row(self.row, _LINE * heads + 5)
        for number, row in enumerate(table.rows):
            self.row += 1
            total = table.total and number == len(table.rows) - 1
            for n, content in enumerate(row):
                weakest = n == 0 and number in table.emphasis
                self._cell(n, f"{content} {WEAKEST}" if weakest else content, table.columns[n], bold=total or weakest)
            texts = (_lines(cell_text(content, self.words), width) for content, width in zip(row, widths, strict=True))
            self.sheet.set_row(self.row, _LINE * max(texts, default=1) + 3)
        self.row += 1

    def _cell(self, column: int, content: Cell, head: Column, *, bold: bool) -> None:
        look: dict[str, object] = CELL | ({"bold": True} if bold else {})
        look |= _TO_THE_RIGHT if head.number else {}
        look |= {"bg_color": LIGHT["mild"]} if head.choices else {}
        match content:
            case Number(value, places) if value is not None:
                form = self.book.style(look, num_format="#,##0" + ("." + "0" * places if places else ""))
                self.sheet.write_number(self.row, column, float(value), form)
            case Share(value) if value is not None:
                self.sheet.write_number(self.row, column, float(value), self.book.style(look, num_format="0 %"))
            case Points(value, shown, below, _) if value is not None:
                told = f' "({", ".join(below)})"' if below else ""
                form = self.book.style(look, align="left", bg_color=LIGHT[third_tone(value)], num_format=f"0{told}")
                self.sheet.write_number(self.row, column, float(shown or 0), form)
            case Mark(standing, word):
                form = self.book.style(look, font_color=LIGHT[TONES[standing.tone]], bold=True)
                self._text(self.row, column, f"{standing.sign} {word}", form)
            case Heat(share, word, _):
                form = self.book.style(look, bg_color=LIGHT[warm_tone(share)])
                self._text(self.row, column, f"{warmth(share)} {word}", form)
            case _:
                self._text(self.row, column, cell_text(content, self.words), self.book.style(look))


def _lines(text: str, width: float) -> int:
    """Return over how many lines a text runs in a column of that width."""
    return min(line_count(map(len, text.split("\n")), max(int(width * _TIGHT), 1)), _MOST_LINES)


def _width(column: Column, cells: list[Cell], words: Language) -> int:
    """Return the width of a column: its text, but no wider than can be read."""
    longest = max(len(text) + 3 for text in (column.header, *column.choices, *(cell_text(cell, words) for cell in cells)))
    return max(min(longest, 12 if column.number else _CHOSEN if column.choices else _WIDEST), 8)

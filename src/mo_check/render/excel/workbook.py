"""A workbook while it is written, a report's or a form's: texts stay texts, each format is made once, pages are A4."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_A4 = 9
"""Excel's number for the paper."""
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
Look = Mapping[str, object]
"""Properties of a format, by the names that XlsxWriter has for them."""


class WorkbookLook(NamedTuple):
    """What holds for all of a workbook: the font of its cells, and its pages' margins: left, right, top, bottom, in inches."""

    font: str
    size: int
    margins: tuple[float, float, float, float]


class SheetNames:
    """The names of the sheets of one workbook: short, without a spreadsheet's special signs, never empty, none twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wanted: str) -> str:
        """Return a name like the wanted one that no other sheet has."""
        plain = _NOT_IN_NAMES.sub(" ", wanted).strip("' ")[:_LONGEST_NAME].strip("' ") or "–"
        name, number = plain, 2
        while name.casefold() in self._taken:
            name = f"{plain[: _LONGEST_NAME - 4]} {number}"
            number += 1
        self._taken.add(name.casefold())
        return name


class WorkbookWriter:
    """A workbook while it is written; it was made on a day and not at a moment, so that it is always the same file."""

    def __init__(self, title: str, day: date, look: WorkbookLook) -> None:
        self._stream = BytesIO()
        self.file = Workbook(self._stream, _TEXTS)
        self.file.set_properties({"title": title[:255], "author": "mo-check", "created": datetime.combine(day, time())})
        self._look = look
        self._styles: dict[frozenset[tuple[str, object]], Format] = {}
        self._names = SheetNames()

    def sheet(self, wanted: str) -> Worksheet:
        """Add a sheet with a name like the wanted one."""
        return self.file.add_worksheet(self._names.free(wanted))

    def style(self, *looks: Look, **more: object) -> Format:
        """Return the format with all these properties; the later ones win."""
        held = {"font_name": self._look.font, "font_size": self._look.size}
        for look in (*looks, more):
            held |= look
        key = frozenset(held.items())
        if key not in self._styles:
            self._styles[key] = self.file.add_format(held)
        return self._styles[key]

    def page(self, sheet: Worksheet, title: str = "", pages: str = "&P / &N", *, landscape: bool = False) -> None:
        """Set a sheet up for A4, one page wide; with a title it has a foot."""
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        if landscape:
            sheet.set_landscape()
        if title:
            sheet.set_margins(*self._look.margins)
            sheet.set_footer(f"&L{title[:115].replace('&', '&&')}&R{pages}")

    def finished(self) -> bytes:
        """Return the workbook as a file."""
        self.file.close()
        return self._stream.getvalue()


def protect(sheet: Worksheet) -> None:
    """Lock everything but the fields; columns and rows may still be made wider and higher. There is no password."""
    sheet.protect("", {"format_columns": True, "format_rows": True})


def line_count(lengths: Iterable[float], room: float) -> int:
    """Return over how many lines of a cell texts of these lengths run; LibreOffice lets no row grow by itself."""
    return sum(max(ceil(length / room), 1) for length in lengths)

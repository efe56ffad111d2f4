"""The formats of a workbook, made once each, and the cells that are filled in from lists."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from mo_check.render.styles import LIGHT


class ReportStyles:
    """The formats of a workbook, and the cells that wait for their lists of choices."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}
        self._waiting: list[tuple[Any, int, int, int, str]] = []
        self.cell = self.of(valign="top", text_wrap=True, bottom=1, bottom_color=LIGHT["line"])
        look = {"bold": True, "bg_color": LIGHT["accent"], "font_color": "#ffffff", "text_wrap": True, "valign": "vcenter"}
        self.head = self.of(**look)
        self.number_head = self.of(**look, align="right", indent=1)

    def of(self, **properties: object) -> Any:  # noqa: ANN401
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": "Calibri", "font_size": 11, **properties})
        return self._made[key]

    def wait(self, sheet: Any, column: int, rows: tuple[int, int], header: str) -> None:  # noqa: ANN401
        """Remember cells that are filled in from the list of that head."""
        self._waiting.append((sheet, column, *rows, header))

    def offer(self, lists: Mapping[str, tuple[str, ...]], name: str) -> None:
        """Give the remembered cells their drop-down lists, which stand on the named sheet; other words may be typed too."""
        for sheet, column, first, last, header in self._waiting:
            letter = xl_col_to_name(list(lists).index(header))
            source = f"='{name}'!${letter}$2:${letter}${len(lists[header]) + 1}"
            sheet.data_validation(first, column, last, column, {"validate": "list", "source": source, "show_error": False})

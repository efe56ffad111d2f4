"""Charts that Excel draws itself, on a sheet of their own, each beside the numbers it is drawn from."""

from fractions import Fraction
from typing import Any

from mo_check.document.blocks import Bar, Document, DotPlot, Net, Table
from mo_check.document.cells import cell_text
from mo_check.languages import Language
from mo_check.render.charts.bar_chart import bar_chart
from mo_check.render.charts.dot_chart import dot_chart
from mo_check.render.charts.drawing import Picture
from mo_check.render.charts.net_chart import net_chart
from mo_check.render.excel.excel_sheet import CELL, HEAD
from mo_check.render.excel.workbook import WorkbookWriter
from mo_check.render.styles import LIGHT

_COLUMN, _ROW = 5, 20
"""Where charts begin, and how high a row is, in pixels."""
_WIDTH, _HEIGHT = 640, 380
_BARS, _BAR = 110, 27
"""What a chart of bars needs besides them, and for each."""


def add_charts(document: Document, book: WorkbookWriter, name: str, words: Language) -> None:
    """Add a sheet with the charts of a document; none where it has none."""
    drawn = [found for block in document.blocks if (found := _found(block, words)) is not None]
    if not drawn:
        return
    sheet = book.sheet(name)
    book.page(sheet, landscape=True)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 4, 13)
    row = 0
    for picture, kind, heads, rows in drawn:
        sheet.write_string(row, 0, picture.title, book.style(bold=True, font_size=13))
        chart = book.file.add_chart(kind)
        sheet.write_row(row + 1, 0, heads, book.style(HEAD))
        for number, cells in enumerate(rows, start=row + 2):
            sheet.write_row(number, 0, cells, book.style(CELL))
        for n, head in enumerate(heads[1:], start=1):
            chart.add_series(_series(sheet.name, row + 1, n, len(rows), head, kind["type"]))
        _style(chart, picture, kind)
        height = _BARS + _BAR * len(rows) if kind["type"] == "bar" else _HEIGHT
        chart.set_size({"width": _WIDTH, "height": height})
        sheet.insert_chart(row, _COLUMN, chart, {"description": f"{picture.title}. {picture.words}", "object_position": 1})
        row += max(height // _ROW, len(rows)) + 3


Found = tuple[Picture, dict[str, str], list[str], list[list[str | float | None]]]


def _found(block: object, words: Language) -> Found | None:
    """Return a chart with its kind, the heads of its numbers, and its numbers row by row."""
    match block:
        case Table() if (picture := bar_chart(block, words)) is not None:
            rows = [_bar_row(row, words) for row in block.rows]
            heads = [block.columns[0].header, words.say("erreicht"), words.say("noch offen")]
            return picture, {"type": "bar", "subtype": "stacked"}, heads, rows
        case Net():
            rows = [[axis.label, _points(axis.value)] for axis in block.axes]
            return net_chart(block, words), {"type": "radar", "subtype": "with_markers"}, [block.title, words.say("Wert")], rows
        case DotPlot():
            counted = [[level, *(_count(row.dots, n) for row in block.rows)] for n, level in enumerate(block.levels)]
            return dot_chart(block, words), {"type": "column"}, [words.say("Stufe"), *(row.label for row in block.rows)], counted
        case _:
            return None


def _bar_row(row: tuple[object, ...], words: Language) -> list[str | float | None]:
    bar = next((cell for cell in row if isinstance(cell, Bar)), Bar(None, None))
    more = bar.high - bar.value if bar.high is not None and bar.value is not None else None
    return [cell_text(row[0], words), _points(bar.value), _points(more)]  # type: ignore[arg-type]


def _points(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value * 100), 1)


def _count(dots: tuple[int, ...], place: int) -> float | None:
    return float(dots[place]) if place < len(dots) else None


def _series(sheet: str, top: int, column: int, count: int, head: str, kind: str) -> dict[str, Any]:
    tones = ["accent", "possible", "muted", "good", "some"]
    colour = LIGHT[tones[(column - 1) % len(tones)]]
    look: dict[str, Any] = {"fill": {"color": colour}}
    if kind == "radar":
        marker = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
        look = {"line": {"color": colour, "width": 2.25}, "marker": marker}
    return {
        "name": head,
        "categories": [sheet, top + 1, 0, top + count, 0],
        "values": [sheet, top + 1, column, top + count, column],
        "gap": 60,
        **look,
    }


def _style(chart: Any, picture: Picture, kind: dict[str, str]) -> None:  # noqa: ANN401
    chart.set_title({"name": picture.title, "name_font": {"size": 12, "color": LIGHT["ink"]}})
    grid = {"visible": True, "line": {"color": LIGHT["line"], "width": 0.75}}
    match kind["type"]:
        case "bar":
            chart.set_x_axis({"min": 0, "max": 100, "major_unit": 25, "major_gridlines": grid})
            chart.set_y_axis({"reverse": True})
            chart.set_legend({"position": "bottom"})
        case "radar":
            chart.set_y_axis({"min": 0, "max": 100, "major_unit": 25, "major_gridlines": grid})
            chart.set_legend({"none": True})
        case _:
            chart.set_legend({"position": "bottom"})

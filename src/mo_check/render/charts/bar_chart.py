"""Bars of a table as a picture: what is reached, what is still open, and where others stand."""

from fractions import Fraction

from mo_check.document.blocks import Bar, Cell, Number, Range, Table
from mo_check.document.cells import cell_text
from mo_check.languages import Language
from mo_check.render.charts.drawing import Picture, element, label, lines, picture, tone
from mo_check.render.styles import WEAKEST

_WIDTH, _LEFT, _RIGHT = 720, 206, 606
_LINE, _BAR, _LANE, _GAP = 17, 16, 17, 12
_LEAST_RANGE = 10
"""A shorter range is told by its numbers only."""
_MOST = 27
"""So many characters of a name stand on a line."""


def bar_chart(table: Table, language: Language) -> Picture | None:
    """Return the bars of a table as a picture, or None where it has none."""
    bars = [next((cell for cell in row if isinstance(cell, Bar)), None) for row in table.rows]
    if not any(bar and bar.value is not None for bar in bars):
        return None
    parts: list[str] = []
    lane = any(bar and bar.points for bar in bars)
    top = 8
    for number, (row, bar) in enumerate(zip(table.rows, bars, strict=True)):
        total = table.total and number == len(table.rows) - 1
        if total and number:
            parts.append(element("line", x1=0, x2=_WIDTH, y1=top, y2=top, **tone("", "line")))
            top += _GAP
        name = lines(cell_text(row[0], language), _MOST)
        height = max(_BAR + (_LANE if lane and not total else 0), _LINE * len(name))
        parts += _named(name, top, total=total)
        parts += _row(row, bar or Bar(None, None), top, language, weakest=number in table.emphasis, total=total)
        top += height + _GAP
    grid = _grid(top)
    return picture(
        [*grid, *parts],
        (_WIDTH, int(top + 22)),
        language.say("{what}: Werte von 0 bis 100", what=table.columns[0].header),
        _words(table, language),
        _key(table, bars, language),
    )


def _x(share: Fraction) -> float:
    return _LEFT + float(share) * (_RIGHT - _LEFT)


def _grid(bottom: float) -> list[str]:
    parts = []
    for mark in range(0, 101, 25):
        x = _x(Fraction(mark, 100))
        parts.append(element("line", x1=x, x2=x, y1=4, y2=bottom - 4, stroke_width=1, **tone("", "line")))
        parts.append(label(str(mark), x, bottom + 9, "muted", "middle", font_size=12))
    return parts


def _named(name: list[str], top: float, *, total: bool) -> list[str]:
    weight = {"font_weight": "bold"} if total else {}
    return [label(line, _LEFT - 12, top + _BAR / 2 + _LINE * n, "ink", "end", **weight) for n, line in enumerate(name)]


def _row(row: tuple[Cell, ...], bar: Bar, top: float, language: Language, *, weakest: bool, total: bool) -> list[str]:
    middle = top + _BAR / 2
    if bar.value is None:
        return [
            element("rect", x=_LEFT, y=top, width=_RIGHT - _LEFT, height=_BAR, rx=2, **tone("track")),
            label(bar.note, _LEFT + 10, middle, "ink", font_style="italic"),
        ]
    parts = [element("rect", x=_LEFT, y=top, width=_RIGHT - _LEFT, height=_BAR, rx=2, **tone("track"))]
    if bar.high is not None and bar.high > bar.value:
        parts.append(element("rect", x=_LEFT, y=top, width=_x(bar.high) - _LEFT, height=_BAR, rx=2, **tone("possible")))
    parts.append(element("rect", x=_LEFT, y=top, width=max(_x(bar.value) - _LEFT, 1.5), height=_BAR, rx=2, **tone("accent")))
    parts += _whisker(row, middle)
    value = next((cell_text(cell, language) for cell in row if isinstance(cell, Number)), "")
    spread = next((cell_text(cell, language) for cell in row if isinstance(cell, Range)), "")
    parts.append(label(value, _RIGHT + 40, middle, "ink", "end", font_weight="bold"))
    if spread and spread != f"{value}–{value}":
        parts.append(label(spread, _RIGHT + 50, middle, "muted", font_size=12))
    if weakest:
        parts.append(label(WEAKEST, _WIDTH - 14, middle, "bad"))
    return parts + ([] if total else _points(bar, top))


def _whisker(row: tuple[Cell, ...], middle: float) -> list[str]:
    """Return the range as a line with ends, light below dark so that it is seen on every ground; nothing where it is short."""
    spread = next((cell for cell in row if isinstance(cell, Range)), Range(None, None))
    if spread.low is None or spread.high is None:
        return []
    left, right = _x(Fraction(spread.low, 100)), _x(Fraction(spread.high, 100))
    if right - left < _LEAST_RANGE:
        return []
    path = f"M{left:.1f},{middle - 4:.1f}v8m0,-4H{right:.1f}m0,-4v8"
    return [
        element("path", d=path, stroke_width=4, stroke_linecap="square", **tone("", "ground")),
        element("path", d=path, stroke_width=1.6, **tone("", "ink")),
    ]


def _points(bar: Bar, top: float) -> list[str]:
    """Return a lane below the bar with a circle per finding; those at the same place stand side by side."""
    if not bar.points:
        return []
    middle = top + _BAR + _LANE / 2 + 1
    parts = [element("line", x1=_LEFT, x2=_RIGHT, y1=middle, y2=middle, **tone("", "line"))]
    taken: list[float] = []
    for point in sorted(bar.points, key=lambda p: p.share):
        x = _x(point.share)
        while any(abs(x - other) < 11 for other in taken):  # noqa: PLR2004 - the width of a circle
            x += 11
        taken.append(x)
        dashed = {"stroke_dasharray": "2 2"} if point.here is None else {}
        fill = "ink" if point.here else "ground"
        parts.append(element("circle", cx=x, cy=middle, r=4.5, stroke_width=1.6, **tone(fill, "ink"), **dashed))
    return parts


def _words(table: Table, language: Language) -> str:
    """Return the picture in words: each name with its value and range."""
    told = []
    for row in table.rows:
        values = [cell_text(cell, language) for cell in row[1:] if isinstance(cell, Number | Range | Bar)]
        told.append(f"{cell_text(row[0], language)}: {', '.join(value for value in values if value)}")
    return "; ".join(told) + "."


def _key(table: Table, bars: list[Bar | None], language: Language) -> str:
    parts = [language.say("Dunkel: erreicht; heller: noch offen; Strich mit Enden: Spanne.")]
    if table.emphasis:
        parts.append(language.say("{sign} schwächstes Feld.", sign=WEAKEST))
    if any(bar and bar.points for bar in bars):
        parts.append(table.key)
    return " ".join(parts)

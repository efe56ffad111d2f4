"""Answers on one item as a picture: a dot each over the levels, a lane for each side, its middle as a line."""

from fractions import Fraction
from itertools import pairwise

from mo_check.document.blocks import Column, DotPlot, DotRow, Number, Table
from mo_check.languages import Language
from mo_check.render.charts.drawing import Picture, element, label, lines, picture, tone

_WIDTH, _LEFT, _RIGHT = 720, 190, 700
_LINE, _DOT, _MOST = 17, 13, 24
_LEVEL_MOST = 17
_LANE_MOST = 6
"""So many dots stand on top of each other; more are told as a number."""


def dot_chart(plot: DotPlot, language: Language) -> Picture:
    """Return a dot plot as a picture; between the highest and the lowest middle runs the gap."""
    heads = [lines(level, _LEVEL_MOST if len(plot.levels) > 2 else 2 * _LEVEL_MOST) for level in plot.levels]  # noqa: PLR2004
    top = _LINE * max(len(head) for head in heads) + 14
    parts = [
        label(line, _x(Fraction(n), plot), 10 + _LINE * m, "ink", "middle", font_size=13)
        for n, head in enumerate(heads)
        for m, line in enumerate(head)
    ]
    begin, middles = top, []
    for row in plot.rows:
        names, notes = lines(row.label, _MOST), lines(row.note, _MOST + 3) if row.note else []
        tallest = min(max(row.dots, default=0), _LANE_MOST)
        height = max(_LINE * (len(names) + len(notes)), _DOT * tallest) + 18
        parts += _lane(row, names, notes, (top, height), plot)
        if row.median is not None:
            middles.append((_x(row.median, plot), top + height - 9))
        top += height
    grid = [_line((_x(Fraction(n), plot), begin), (_x(Fraction(n), plot), top), "line") for n in range(len(plot.levels))]
    return picture(
        [*grid, *parts], (_WIDTH, int(top + 6)), language.say("Antworten je Perspektive"), _words(plot, language), _key(language)
    )


def _x(place: Fraction, plot: DotPlot) -> float:
    room = (_RIGHT - _LEFT) / len(plot.levels)
    return _LEFT + room * (float(place) + 0.5)


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1) -> str:
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke_width=width, **tone("", colour))


def _lane(row: DotRow, names: list[str], notes: list[str], place: tuple[float, float], plot: DotPlot) -> list[str]:
    top, height = place
    bottom = top + height - 9
    parts = [_line((0, top + height), (_WIDTH, top + height), "line")]
    parts += [label(line, 0, top + 16 + _LINE * n, "ink", font_weight="bold") for n, line in enumerate(names)]
    parts += [label(line, 0, top + 16 + _LINE * (len(names) + n), "muted", font_size=12) for n, line in enumerate(notes)]
    held = [n for n, count in enumerate(row.dots) if count]
    parts += [
        _line((_x(Fraction(a), plot), bottom - 4), (_x(Fraction(b), plot), bottom - 4), "possible", 3)
        for a, b in pairwise((held[0], held[-1]) if held else ())
    ]
    for level, count in enumerate(row.dots):
        shown = min(count, _LANE_MOST)
        x = _x(Fraction(level), plot)
        parts += [element("circle", cx=x, cy=bottom - 4 - _DOT * n, r=5.2, **tone("accent")) for n in range(shown)]
        if count > shown:
            parts.append(label(f"× {count}", x + 10, bottom - 4, "ink", font_size=12))
    if row.median is not None:
        x = _x(row.median, plot)
        parts.append(_line((x, top + 5), (x, top + height - 2), "ink", 2.5))
    return parts


def dot_table(plot: DotPlot, language: Language) -> Table:
    """Return the numbers of a dot plot: for each side how many of its answers stand at each level, or whose they are."""
    say = language.say
    noted, named = any(row.note for row in plot.rows), any(row.names for row in plot.rows)
    columns = (
        Column(say("Perspektive")),
        *(Column(level, number=not named) for level in plot.levels),
        *([Column(say("Dazu"))] if noted else []),
    )
    rows = tuple((row.label, *_counts(row, len(plot.levels)), *([row.note] if noted else [])) for row in plot.rows)
    return Table(columns, rows)


def _counts(row: DotRow, levels: int) -> tuple[Number | str, ...]:
    if row.names:
        return tuple(", ".join(names) or "–" for names in row.names)
    return tuple(Number(count) for count in row.dots) or (Number(None),) * levels


def _words(plot: DotPlot, language: Language) -> str:
    told = []
    for row in plot.rows:
        counted = [f"{level} {count}" for level, count in zip(plot.levels, row.dots, strict=False) if count]
        told.append(f"{row.label}: {', '.join([*counted, row.note] if row.note else counted) or language.say('keine Angabe')}")
    return "; ".join(told) + "."


def _key(language: Language) -> str:
    return language.say("Jeder Punkt ist eine Antwort; der Strich ist die Mitte einer Perspektive, das helle Band ihre Spanne.")

"""Tables on the screen: widths follow the longest word; what does not fit side by side becomes a list."""

from collections.abc import Sequence
from fractions import Fraction
from string import ascii_uppercase

from rich.text import Text

from mo_check.document.blocks import Bar, Column, Heat, Mark, Points, Table
from mo_check.document.blocks import Cell as Content
from mo_check.document.cells import cell_text
from mo_check.languages import Language
from mo_check.languages.locale import NBSP
from mo_check.render.terminal.glyphs import FULL, STYLES, Glyphs
from mo_check.render.terminal.lines import LineCell, Lines, beside, text_lines
from mo_check.render.terminal.widths import BAR_LEAST, column_widths
from mo_check.render.terminal.wrapping import balanced, flowing

GAP = 2
_SCALE_LEAST = 10
_SHORT = 12
"""Standings up to this length are easier to compare on one line."""


def drawn_table(table: Table, width: int, glyphs: Glyphs, language: Language) -> Lines:
    """Return a table that fits a width: side by side, else with its bars below the names or letters as heads, else as a list."""
    told = [[_told(content, language) for content in row] for row in table.rows]
    for bars_below in (False, True) if _barred(table) else (False,):
        keep = [n for n in range(len(table.columns)) if not (bars_below and n in _barred(table))]
        columns = [table.columns[n] for n in keep]
        texts = [[row[n] for n in keep] for row in told]
        room = width - (GAP + 1 if table.emphasis else 0)
        if (widths := column_widths(columns, texts, room, GAP)) is not None:
            return _grid(table, keep, told, widths, glyphs)
    if lettered := _lettered(table):
        return [*_key(table, lettered, width, glyphs), *drawn_table(lettered, width, glyphs, language)]
    return _as_list(table, told, width, glyphs, language)


def _lettered(table: Table) -> Table | None:
    """Return a table of scores with letters for the heads that are names; None where it has no such heads, or has letters."""
    named = {n for row in table.rows for n, content in enumerate(row) if isinstance(content, Points)}
    if len(named) > len(ascii_uppercase):
        return None
    letters = iter(ascii_uppercase)
    columns = tuple(column._replace(header=next(letters)) if n in named else column for n, column in enumerate(table.columns))
    return table._replace(columns=columns) if columns != table.columns else None


def _key(table: Table, lettered: Table, width: int, glyphs: Glyphs) -> Lines:
    """Return which letter stands for which name."""
    both = zip(lettered.columns, table.columns, strict=True)
    parts = [f"{letter.header}{NBSP}{column.header}" for letter, column in both if letter != column]
    return [*(Text(line) for line in flowing(parts, f" {glyphs.dot} ", width)), Text()]


def _barred(table: Table) -> set[int]:
    """Return the places of the columns that hold bars."""
    return {n for row in table.rows for n, content in enumerate(row) if isinstance(content, Bar)}


def _grid(table: Table, keep: Sequence[int], told: Sequence[Sequence[str]], widths: Sequence[int], glyphs: Glyphs) -> Lines:
    columns = [table.columns[n] for n in keep]
    below = sorted(_barred(table) - set(keep))
    heads = [_head(column, width) for column, width in zip(columns, widths, strict=True)]
    lines = beside(heads, GAP)
    for number, (row, texts) in enumerate(zip(table.rows, told, strict=True)):
        total = table.total and number == len(table.rows) - 1
        drawn = [
            LineCell(_content(row[n], texts[n], width, glyphs), width, column.number)
            for n, column, width in zip(keep, columns, widths, strict=True)
        ]
        if number in table.emphasis:
            drawn.append(LineCell([Text(glyphs.weakest)], 1))
        if total and number:
            lines.append(Text())
        placed = beside(drawn, GAP)
        across = sum(widths) + GAP * (len(widths) - 1)
        placed += [_bar(content, across, glyphs) for n in below if isinstance(content := row[n], Bar)]
        for line in placed if total else ():
            line.stylize("bold")
        lines += placed
    return lines


def _head(column: Column, width: int) -> LineCell:
    """Return the head of a column; above bars stands the scale from 0 to 100."""
    if not column.shrinks:
        return LineCell([Text(line, style="bold") for line in balanced(column.header, width)], width, column.number, low=True)
    half = (width - 1) // 2
    scale = "0" + "50".rjust(half) + "100".rjust(width - 1 - half) if width >= _SCALE_LEAST else column.header
    return LineCell([Text(scale, style="bold")], width, low=True)


def _as_list(table: Table, told: Sequence[Sequence[str]], width: int, glyphs: Glyphs, language: Language) -> Lines:
    lines: Lines = []
    for row, texts in zip(table.rows, told, strict=True):
        lines += text_lines(texts[0], width, "bold")
        for column, content, text in list(zip(table.columns, row, texts, strict=True))[1:]:
            if isinstance(content, Bar) and content.value is not None:
                drawn: Lines = [_bar(content, max(width - 2, BAR_LEAST), glyphs)]
            elif isinstance(content, Mark | Heat):
                sign = glyphs.warmth(content.share) if isinstance(content, Heat) else glyphs.standing(content.standing)
                drawn = text_lines(f"{column.header}: {sign}{NBSP}{content.word}", width - 2)
            elif isinstance(content, Points):
                drawn = text_lines(f"{column.header}: {cell_text(content, language)}", width - 2)
            else:
                drawn = text_lines(f"{column.header}: {text}", width - 2) if text else []
            lines += [Text("  ").append_text(line) for line in drawn]
    return lines


def _told(content: Content, language: Language) -> str:
    """Return a cell's text; a standing keeps room for its mark, and a short one stays on one line."""
    text = cell_text(content, language)
    if isinstance(content, Points):
        return "\n".join((f"_{NBSP}{content.shown}", *content.below)) if content.shown is not None else text
    if isinstance(content, Heat):
        return f"_{NBSP}{content.short.replace(' ', NBSP)}" if content.short else "_"
    if not isinstance(content, Mark):
        return text
    return f"_{NBSP}{text.replace(' ', NBSP) if len(text) <= _SHORT else text}"


def _content(content: Content, text: str, width: int, glyphs: Glyphs) -> Lines:
    if isinstance(content, Bar) and content.value is not None:
        return [_bar(content, width, glyphs)]
    if isinstance(content, Mark):
        sign = Text(glyphs.standing(content.standing), style=STYLES[content.standing.tone])
        return beside([LineCell([sign], 1), LineCell(text_lines(content.word, width - 2), width - 2)], gap=1)
    if isinstance(content, Heat):
        return [Text(glyphs.warmth(content.share) + text[1:])]
    if isinstance(content, Points) and content.value is not None:
        return _points(content, glyphs)
    if text == FULL.pointer:
        return [Text(glyphs.pointer)]
    return text_lines(text, width, "dim" if isinstance(content, Bar) else "")


def _points(points: Points, glyphs: Glyphs) -> Lines:
    number = Text(glyphs.step(points.value or Fraction(0)), style="cyan").append(f" {points.shown}", style="bold not dim")
    return [number, *(Text(line, style="dim") for line in points.below)]


def _bar(bar: Bar, width: int, glyphs: Glyphs) -> Text:
    if bar.value is None:
        return Text(bar.note, style="dim")
    full = _places(bar.value, width)
    possible = max(_places(bar.high if bar.high is not None else bar.value, width), full)
    drawn = Text().append(glyphs.full * full, style="cyan")
    drawn.append(glyphs.open * (possible - full), style="cyan")
    return drawn.append(glyphs.empty * (width - possible), style="dim")


def _places(share: Fraction, width: int) -> int:
    """Return how many places of a bar a share takes, rounded half up."""
    return int(share * width + Fraction(1, 2))

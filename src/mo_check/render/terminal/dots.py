"""Dot plots on the screen: a dot an answer, in brackets where the middle of a side lies; too narrow ones become sentences."""

from collections.abc import Sequence
from fractions import Fraction

from rich.text import Text

from mo_check.document.blocks import DotPlot, DotRow
from mo_check.document.cells import dots_text
from mo_check.languages import Language
from mo_check.languages.locale import NBSP
from mo_check.render.terminal.glyphs import Glyphs
from mo_check.render.terminal.lines import LineCell, Lines, beside, text_lines
from mo_check.render.terminal.wrapping import balanced, cell_count, flowing, longest_word

GAP = 2
_LABEL_LEAST, _LABEL_MOST = 18, 24
_ROOMY = 80
"""From this width on the axes of plots that stand below each other begin at the same place."""
_COLUMN_LEAST, _COLUMN_MOST = 7, 20
_MIDDLE = 3
"""So wide are the brackets around a middle that lies between two levels; dots leave it free."""


def drawn_dots(plot: DotPlot, width: int, glyphs: Glyphs, language: Language) -> Lines:
    """Return a dot plot that fits a width: levels by name, else by number with a key above, else each row as a sentence."""
    label = min(max(cell_count(row.label) for row in plot.rows), _LABEL_MOST)
    label = max(label, _LABEL_LEAST) if width >= _ROOMY else label
    column = min((width - label - GAP) // len(plot.levels), _COLUMN_MOST)
    if column < _COLUMN_LEAST:
        told = (f"{row.label}: {dots_text(plot, row, language)}" for row in plot.rows)
        return [line for text in told for line in text_lines(text, width)]
    lines, heads = _heads(plot, column, width, glyphs)
    lines += beside([LineCell([Text()], label + GAP), *(LineCell(_centred(head, column), column, low=True) for head in heads)], 0)
    for row in plot.rows:
        name = text_lines(row.label, label, "bold")
        lines += beside([LineCell(name, label), LineCell([_row(row, len(plot.levels), column, glyphs)], width)], GAP)
        lines += _below(row, plot.levels, label + GAP, column, width)
    return lines


def _heads(plot: DotPlot, column: int, width: int, glyphs: Glyphs) -> tuple[Lines, list[list[str]]]:
    """Return the heads of the columns and, where the labels have no room there, the key to their numbers."""
    if longest_word(plot.levels) < column:
        return [], [balanced(level, column - 1) for level in plot.levels]
    numbered = [f"{n}{NBSP}{level}" for n, level in enumerate(plot.levels, start=1)]
    key = flowing(numbered, f" {glyphs.dot} ", width)
    return [Text(line, style="dim") for line in key], [[str(n)] for n in range(1, len(plot.levels) + 1)]


def _centred(texts: list[str], column: int) -> Lines:
    return [Text(" " * ((column - cell_count(text)) // 2) + text, style="dim") for text in texts]


def _row(row: DotRow, levels: int, column: int, glyphs: Glyphs) -> Text:
    """Return the line of one side: a thin rule from the lowest to the highest level, and the dots on it."""
    first, last = column // 2, column * (levels - 1) + column // 2
    line = [" "] * first + [glyphs.rule] * (last - first + 1) + [" "] * (column - column // 2 - 1)
    dim = [True] * len(line)
    signs = {Fraction(level): _dots(count, column - _MIDDLE, glyphs) for level, count in enumerate(row.dots) if count}
    if row.median is not None:
        signs[row.median] = f"[{signs.get(row.median, ' ')}]"
    for place, sign in signs.items():
        start = int(place * column) + column // 2 - len(sign) // 2
        for n, character in enumerate(sign):
            if 0 <= start + n < len(line):
                line[start + n], dim[start + n] = character, False
    text = Text()
    for character, faint in zip(line, dim, strict=True):
        text.append(character, style="dim" if faint else "bold cyan")
    text.rstrip()
    return text


def _dots(count: int, room: int, glyphs: Glyphs) -> str:
    return glyphs.answer * count if count <= room else f"{count}{glyphs.answer}"


def _below(row: DotRow, levels: Sequence[str], indent: int, column: int, width: int) -> Lines:
    """Return the labels under their levels, or behind the names of these where a column is too narrow; and the note."""
    lines: Lines = []
    joined = [", ".join(names) for names in row.names]
    told = [row.note] if row.note else []
    if longest_word(joined) < column:
        named = [LineCell(text_lines(names, column - 1, "dim"), column) for names in joined]
        lines += beside([LineCell([Text()], indent), *named], 0) if any(joined) else []
    else:
        told = [*(f"{level}: {names}" for level, names in zip(levels, joined, strict=True) if names), *told]
    for text in told:
        lines += beside([LineCell([Text()], indent), LineCell(text_lines(text, width - indent, "dim"), width)], 0)
    return lines

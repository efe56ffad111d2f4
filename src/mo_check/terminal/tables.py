"""Tables on the screen: widths follow the longest word; what does not fit side by side becomes a list."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from mo_check.documents.cells import cell_text
from mo_check.documents.document import Bar, Cell, Mark, Table
from mo_check.languages import Language
from mo_check.languages.language import NBSP
from mo_check.terminal.glyphs import STYLES, Glyphs
from mo_check.terminal.words import longest_word

GAP = 2
_BAR_MIN, _BAR_MAX = 12, 30


def drawn_table(table: Table, width: int, glyphs: Glyphs, language: Language) -> RenderableType:
    """Return a table that fits a width: side by side, else with its bars below the names, else as a list."""
    texts = [[_told(cell, language) for cell in row] for row in table.rows]
    marked = GAP + 1 if table.emphasis else 0
    if (widths := _widths(table, texts, width - marked)) is not None:
        return _side_by_side(table, texts, widths, glyphs)
    without = _without_bars(table)
    if without is not None:
        slim = [[t for t, c in zip(row, table.rows[0], strict=True) if not isinstance(c, Bar)] for row in texts]
        if (widths := _widths(without, slim, width - marked)) is not None:
            return _bars_below(table, without, slim, widths, glyphs)
    return _as_list(table, texts, width, glyphs)


def _widths(table: Table, texts: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return a width for each column in which every word stays whole, or None if there is none."""
    least, natural = [], []
    for place, column in enumerate(table.columns):
        held = [row[place] for row in texts]
        if column.shrinks:
            words = max(_BAR_MIN, longest_word(held))
            least.append(words)
            natural.append(max(_BAR_MAX, *(len(text) for text in held)))
        elif column.number:
            widest = max(longest_word([column.header]), *(len(text) for text in held))
            least.append(widest)
            natural.append(widest)
        else:
            least.append(longest_word([column.header, *held]))
            natural.append(max(len(column.header), *(len(text) for text in held)))
    room = width - GAP * (len(least) - 1) - sum(least)
    if room < 0:
        return None
    wanted = [most - few for most, few in zip(natural, least, strict=True)]
    bars = [place for place, column in enumerate(table.columns) if column.shrinks]
    for place in bars if sum(wanted) > room else ():  # bars give way before any text wraps
        wanted[place] = max(0, wanted[place] - (sum(wanted) - room))
    if sum(wanted) <= room:
        return [few + want for few, want in zip(least, wanted, strict=True)]
    # what cannot be given to every column is shared in proportion to what each still wants
    return [few + room * want // sum(wanted) for few, want in zip(least, wanted, strict=True)]


def _grid(table: Table, widths: Sequence[int]) -> Grid:
    grid = Grid(
        box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, collapse_padding=True, header_style="bold"
    )
    for column, width in zip(table.columns, widths, strict=True):
        grid.add_column(Text(column.header), width=width, justify="right" if column.number else "left", vertical="top")
    if table.emphasis:
        grid.add_column("", width=1)
    return grid


def _side_by_side(
    table: Table, texts: Sequence[Sequence[str]], widths: Sequence[int], glyphs: Glyphs
) -> RenderableType:
    grid = _grid(table, widths)
    for number, (row, said) in enumerate(zip(table.rows, texts, strict=True)):
        cells = [_cell(c, t, w, glyphs) for c, t, w in zip(row, said, widths, strict=True)]
        if table.emphasis:
            cells.append(Text(glyphs.weakest if number in table.emphasis else ""))
        last = table.total and number == len(table.rows) - 1
        if last and number:
            grid.add_row()
        grid.add_row(*cells, style="bold" if last else None)
    return grid


def _bars_below(
    table: Table, without: Table, slim: Sequence[Sequence[str]], widths: Sequence[int], glyphs: Glyphs
) -> RenderableType:
    grid = _grid(without, widths)
    for number, (row, said) in enumerate(zip(table.rows, slim, strict=True)):
        kept = [cell for cell in row if not isinstance(cell, Bar)]
        cells = [_cell(c, t, w, glyphs) for c, t, w in zip(kept, said, widths, strict=True)]
        found = next(cell for cell in row if isinstance(cell, Bar))
        cells[0] = Group(cells[0], _bar(found, widths[0], glyphs))
        if table.emphasis:
            cells.append(Text(glyphs.weakest if number in table.emphasis else ""))
        grid.add_row(*cells)
    return grid


def _as_list(table: Table, texts: Sequence[Sequence[str]], width: int, glyphs: Glyphs) -> RenderableType:
    parts: list[RenderableType] = []
    for row, said in zip(table.rows, texts, strict=True):
        parts.append(Text(said[0], style="bold"))
        for column, cell, text in list(zip(table.columns, row, said, strict=True))[1:]:
            if isinstance(cell, Bar) and cell.value is not None:
                parts.append(_bar(cell, width - 2, glyphs))
            elif text:
                parts.append(Text(f"  {column.header}: ").append_text(_marked(cell, text, glyphs)))
    return Group(*parts)


def _without_bars(table: Table) -> Table | None:
    keep = [n for n, cell in enumerate(table.rows[0]) if not isinstance(cell, Bar)] if table.rows else []
    if not table.rows or len(keep) == len(table.columns):
        return None
    rows = tuple(tuple(row[n] for n in keep) for row in table.rows)
    return Table(tuple(table.columns[n] for n in keep), rows, table.caption, table.emphasis, table.total)


def _cell(cell: Cell, text: str, width: int, glyphs: Glyphs) -> RenderableType:
    return _bar(cell, width, glyphs) if isinstance(cell, Bar) else _marked(cell, text, glyphs)


def _told(cell: Cell, language: Language) -> str:
    """Return a cell's text; a standing keeps room for its mark and stays on one line."""
    text = cell_text(cell, language)
    return f"_{NBSP}{text.replace(' ', NBSP)}" if isinstance(cell, Mark) else text


def _marked(cell: Cell, text: str, glyphs: Glyphs) -> Text:
    if isinstance(cell, Mark):
        return Text(glyphs.standing[cell.standing], style=STYLES[cell.standing]).append(text[1:], style="default")
    return Text(text)


def _bar(bar: Bar, width: int, glyphs: Glyphs) -> Text:
    if bar.value is None:
        return Text(bar.note, style="dim")
    full = round(bar.value * width)
    possible = max(round((bar.high if bar.high is not None else bar.value) * width), full)
    drawn = Text(glyphs.full * full)
    drawn.append(glyphs.open * (possible - full))
    return drawn.append(glyphs.empty * (width - possible), style="dim")

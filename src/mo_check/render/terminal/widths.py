"""How wide the columns of a table are: bars give way first, then texts wrap, and no word is ever cut."""

from collections.abc import Sequence

from mo_check.document.blocks import Column
from mo_check.render.terminal.wrapping import cell_count, longest_word

BAR_LEAST, BAR_MOST = 12, 30


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, gap: int) -> list[int] | None:
    """Return a width for each column in which every word stays whole, or None if there is none."""
    held = [[row[place] for row in rows] for place in range(len(columns))]
    least = [_least(column, texts) for column, texts in zip(columns, held, strict=True)]
    wanted = [max(_natural(c, texts) - few, 0) for c, texts, few in zip(columns, held, least, strict=True)]
    room = width - gap * (len(columns) - 1) - sum(least)
    if room < 0:
        return None
    for place, column in enumerate(columns):  # bars give way before any text wraps
        if column.shrinks:
            wanted[place] = max(0, wanted[place] - max(0, sum(wanted) - room))
    given = _shared(wanted, room)
    return [few + more for few, more in zip(least, given, strict=True)]


def _least(column: Column, texts: Sequence[str]) -> int:
    if column.shrinks:
        return max(BAR_LEAST, longest_word(texts))
    if column.number:
        return max([longest_word([column.header]), *(cell_count(text) for text in texts)])
    return longest_word([column.header, *texts])


def _natural(column: Column, texts: Sequence[str]) -> int:
    widest = max((cell_count(text) for text in texts), default=0)
    return max(BAR_MOST, widest) if column.shrinks else max(cell_count(column.header), widest)


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Share room among columns: those that want little get it whole, the others equal parts of the rest."""
    given = [0] * len(wanted)
    waiting = sorted(range(len(wanted)), key=lambda place: wanted[place])
    while waiting:
        place = waiting.pop(0)
        given[place] = min(wanted[place], room // (len(waiting) + 1))
        room -= given[place]
    return given

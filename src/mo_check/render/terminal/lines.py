"""Lines on the screen: every drawing is a list of them, laid out here, with nothing behind their last character."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from mo_check.render.terminal.wrapping import cell_count, wrapped

MAX_WIDTH = 100
"""Lines longer than this are hard to read, however wide the terminal is."""
MARGIN = 1

Lines = list[Text]


def page_width(console: Console) -> int:
    """Return how wide the lines on a console may be."""
    return max(min(console.width, MAX_WIDTH) - 2 * MARGIN, 1)


def put_lines(lines: Lines, console: Console) -> None:
    """Write lines as they are, behind the margin."""
    margin = " " * MARGIN
    shown = [Text(margin).append_text(line) if line.plain else line for line in lines]
    console.print(Text("\n").join(shown), soft_wrap=True)


def text_lines(text: str, width: int, style: str = "") -> Lines:
    """Return a text as lines of at most that width."""
    return [Text(line, style=style) for line in wrapped(text, width)]


def labelled(label: str, text: str, width: int) -> Lines:
    """Return a text behind its bold label, as lines of at most that width."""
    lines, bold = [], len(label.replace(" ", ""))
    for line in text_lines(f"{label} {text}", width):
        end = next((n for n in range(len(line.plain) + 1) if len(line.plain[:n].replace(" ", "")) >= bold), len(line))
        line.stylize("bold", 0, end)
        bold -= len(line.plain[:end].replace(" ", ""))
        lines.append(line)
    return lines


@dataclass(frozen=True, slots=True)
class LineCell:
    """Lines in a column of that width."""

    lines: Lines
    width: int
    right: bool = False
    low: bool = False
    """Whether the lines stand at the foot of the row."""


def beside(row: Sequence[LineCell], gap: int) -> Lines:
    """Return cells side by side."""
    height = max(len(cell.lines) for cell in row)
    return [_line(row, number, height, gap) for number in range(height)]


def _line(row: Sequence[LineCell], number: int, height: int, gap: int) -> Text:
    line = Text()
    start = reached = 0
    for cell in row:
        place = number - (height - len(cell.lines) if cell.low else 0)
        part = cell.lines[place] if 0 <= place < len(cell.lines) else Text()
        if part.plain:
            begin = start + (cell.width - cell_count(part.plain) if cell.right else 0)
            line.append(" " * (begin - reached)).append_text(part)
            reached = begin + cell_count(part.plain)
        start += cell.width + gap
    return line

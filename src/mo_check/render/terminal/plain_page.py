"""A document in plain lines, one after the other: for screen readers and simple consoles. Loads no library."""

from collections.abc import Iterator
from textwrap import fill

from mo_check.document.blocks import Bar, Cell, Commands, Document, DotPlot, Heading, Listing, Net, Paragraph, Table
from mo_check.document.cells import cell_text, dots_text
from mo_check.languages import Language, language


def plain_page(document: Document, width: int) -> str:
    """Return a document as text wrapped at ``width`` columns; commands stay on one line, tables are told row by row."""
    words = language(document.language)
    lines = [document.title, *document.lines]
    for block in document.blocks:
        if not isinstance(block, Net):  # a net's values stand in a table
            lines += ["", *_lines(block, words)]
    whole = {line for block in document.blocks if isinstance(block, Commands) for line in block.lines}
    return "".join((line if line in whole else _wrapped(line, width)) + "\n" for line in lines)


def _wrapped(text: str, width: int) -> str:
    parts = (fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join(parts)


def _lines(block: Heading | Paragraph | Table | DotPlot | Listing | Commands, words: Language) -> Iterator[str]:
    match block:
        case Heading(text, _):
            yield text
        case Paragraph(text, label, _):
            yield f"{label}: {text}" if label else text
        case Table():
            yield from (_row(block, row, words) for row in block.rows)
        case DotPlot(_, rows):
            yield from (f"{row.label}: {dots_text(block, row, words)}" for row in rows)
        case Listing(entries, numbered):
            for number, entry in enumerate(entries, start=1):
                yield f"{number}. {entry.text}" if numbered else entry.text
                yield from entry.details
        case Commands(label, lines):
            yield f"{label}:"
            yield from lines


def _row(table: Table, row: tuple[Cell, ...], words: Language) -> str:
    """Return a row as a sentence: its name, then each value after the head of its column; a bar is told by its number."""
    named = zip(table.columns[1:], row[1:], strict=True)
    told = [cell.note if isinstance(cell, Bar) else f"{column.header}: {cell_text(cell, words)}" for column, cell in named]
    return f"{cell_text(row[0], words)}. " + ", ".join(part for part in told if part)

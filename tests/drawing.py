"""Screens as lists of lines, and the words that have to be on them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from rich.console import Console

from calling import PROFILES
from mo_check.document.blocks import Bar, Block, Commands, Document, Heading, Listing, Paragraph, Table
from mo_check.document.cells import cell_text
from mo_check.files.profiles import load_profile
from mo_check.languages import language
from mo_check.render.terminal.consoles import console_for
from mo_check.render.terminal.glyphs import FULL, Glyphs
from mo_check.render.terminal.page import draw
from mo_check.report.report_page import ReportContent
from mo_check.scoring.assessing import assess

SHIPPED = sorted(PROFILES.glob("*.yaml"))
"""The example profiles."""


def reported(path: Path) -> ReportContent:
    """Return what the report on a profile is made from; its file is named as from the root of the project."""
    loaded = load_profile(path)
    held = loaded.checklists[0]
    return ReportContent(assess(held.checklist, loaded.profile)[0], held.sources, f"profiles/{path.name}", held.german)


def console(width: int, height: int = 24) -> tuple[Console, StringIO]:
    """Return a console that draws on a stream, and the stream."""
    stream = StringIO()
    made = console_for(stream, width)
    made.size = made.size._replace(height=height)
    return made, stream


def drawn(document: Document, width: int, glyphs: Glyphs = FULL) -> list[str]:
    """Return a document as the lines a console of that width shows."""
    made, stream = console(width)
    draw(document, made, glyphs)
    return lines_of(stream)


def lines_of(stream: StringIO) -> list[str]:
    """Return the lines written to a stream."""
    return stream.getvalue().removesuffix("\n").split("\n")


def words(texts: Iterable[str]) -> Counter[str]:
    """Return the words of some texts; marks that stand alone are no words, and a colon may follow a label."""
    return Counter(word.removesuffix(":") for text in texts for word in text.split() if any(map(str.isalnum, word)))


def faults(texts: Iterable[str], lines: list[str], width: int) -> list[str]:
    """Return what is wrong with lines that have to show these texts: broken words, cut lines, blanks at an end.

    A command may be wider than the screen: parted by a line end it could not be pasted.
    """
    missing = words(texts) - words(lines)
    found = [f"not whole: {word}" for word in missing]
    found += [f"too wide: {line}" for line in lines if len(line) > width and not line.startswith(" mo-check ")]
    found += [f"cut: {line}" for line in lines if "…" in line]
    return found + [f"blanks behind: {line}" for line in lines if line != line.rstrip()]


def texts_of(document: Document) -> Iterator[str]:
    """Yield every text of a document."""
    yield document.title
    yield from document.lines
    for block in document.blocks:
        yield from _texts(block, document.language)


def _texts(block: Block, tag: str) -> Iterator[str]:
    match block:
        case Heading(text, _):
            yield text
        case Paragraph(text, label, _):
            yield f"{label}: {text}" if label and block.role != "alert" else f"{label} {text}"
        case Commands(label, lines):
            yield from (label, *lines)
        case Listing(entries, _):
            yield from (text for entry in entries for text in (entry.text, *entry.details))
        case Table():
            yield from _table_texts(block, tag)


def _table_texts(table: Table, tag: str) -> Iterator[str]:
    barred = {n for row in table.rows for n, cell in enumerate(row) if isinstance(cell, Bar)}
    yield table.caption
    # Over bars stands a scale instead of a header, and a list needs none for the names of its entries.
    yield from (column.header for n, column in enumerate(table.columns) if n not in {0} | barred)
    for row in table.rows:
        yield from (cell_text(cell, language(tag)) for cell in row)

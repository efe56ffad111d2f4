"""A document on the screen."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from mo_check.document.blocks import Bar, Block, Commands, Document, DotPlot, Heading, Listing, Net, Paragraph, Role, Table
from mo_check.languages import Language, language
from mo_check.render.terminal.dots import drawn_dots
from mo_check.render.terminal.glyphs import Glyphs
from mo_check.render.terminal.lines import LineCell, Lines, beside, labelled, page_width, put_lines, text_lines
from mo_check.render.terminal.tables import drawn_table
from mo_check.render.terminal.wrapping import cell_count, flowing

_UPPER = 2
"""The level of the headings that are underlined."""
_DOT = " · "
"""What joins the parts of a line; it is not needed where the line breaks."""


def draw(document: Document, console: Console, glyphs: Glyphs) -> None:
    """Draw a document; every text is data and is drawn as it is."""
    put_lines(page(document, page_width(console), glyphs), console)


def page(document: Document, width: int, glyphs: Glyphs) -> Lines:
    """Return a document as lines of at most that width."""
    words = language(document.language)
    lines = text_lines(document.title, width, "bold")
    for line in document.lines:
        lines += _dotted(line, width, glyphs)
    blocks = [block for block in document.blocks if not isinstance(block, Net)]  # its values stand in a table
    last = [blocks.pop()] if blocks and isinstance(blocks[-1], Commands) else []
    lines += _blocks(blocks, width, glyphs, words)
    if document.facts:
        lines += [Text(), *(line for label, text in document.facts for line in labelled(f"{label}:", text, width))]
    return lines + _blocks(last, width, glyphs, words)


def _blocks(shown: Sequence[Block], width: int, glyphs: Glyphs, words: Language) -> Lines:
    lines: Lines = []
    under_heading = False
    for alerts, group in groupby(shown, _is_alert):
        blocks = list(group)
        for block in [blocks] if alerts else blocks:
            drawn = _alerts(blocks, width) if isinstance(block, list) else _drawn(block, width, glyphs, words)
            lines += drawn if under_heading else [Text(), *drawn]
            under_heading = isinstance(block, Heading)
    return lines


def _is_alert(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.ALERT and bool(block.label)


def _drawn(block: Block, width: int, glyphs: Glyphs, words: Language) -> Lines:
    match block:
        case Heading(text, level):
            heading = text_lines(text, width, "bold")
            rule = Text(glyphs.rule * max(cell_count(line.plain) for line in heading), style="dim")
            return [*heading, rule] if level == _UPPER else heading
        case Paragraph():
            return _paragraph(block, width)
        case Table():
            drawn = drawn_table(block, width, glyphs, words)
            caption = text_lines(block.caption, width) if block.caption else []
            return [*caption, *drawn, *_legend(block, width, glyphs, words)]
        case Net():
            return []
        case DotPlot():
            return drawn_dots(block, width, glyphs, words)
        case Listing():
            return _listing(block, width, glyphs)
        case Commands():
            return _commands(block, width)


def _paragraph(paragraph: Paragraph, width: int) -> Lines:
    if paragraph.label:
        return labelled(f"{paragraph.label}:", paragraph.text, width)
    return text_lines(paragraph.text, width, {Role.NOTE: "dim", Role.LEAD: "bold"}.get(paragraph.role, ""))


def _alerts(alerts: list[Block], width: int) -> Lines:
    """Return what must not be overlooked: the label in a column of its own."""
    told = [alert for alert in alerts if isinstance(alert, Paragraph)]
    column = max(cell_count(alert.label) for alert in told)
    lines: Lines = []
    for alert in told:
        text = text_lines(alert.text, width - column - 2)
        lines += beside([LineCell([Text(alert.label, style="bold")], column), LineCell(text, width)], gap=2)
    return lines


def _legend(table: Table, width: int, glyphs: Glyphs, words: Language) -> Lines:
    bars = [cell for row in table.rows for cell in row if isinstance(cell, Bar) and cell.value is not None]
    if not bars:
        return []
    parts = [f"{glyphs.full} {words.say('erreicht')}", f"{glyphs.open} {words.say('noch offen')}"]
    if table.emphasis:
        parts.append(f"{glyphs.weakest} {words.say('schwächstes Feld')}")
    return [Text(), *(Text(line, style="dim") for line in flowing(parts, f" {glyphs.dot} ", width))]


def _listing(listing: Listing, width: int, glyphs: Glyphs) -> Lines:
    """Return a list; where an entry is a paragraph of its own, blank lines part the entries."""
    last = str(len(listing.entries))
    column, gap = (len(last), 2) if listing.numbered else (1, 1)
    room = width - column - gap
    airy = any(entry.details and cell_count(entry.text) > room for entry in listing.entries)
    lines: Lines = []
    for number, entry in enumerate(listing.entries, start=1):
        mark = Text(str(number) if listing.numbered else glyphs.dot)
        details = (Text(line.plain, style="dim") for detail in entry.details for line in _dotted(detail, room, glyphs))
        text = [*text_lines(entry.text, room), *details]
        lines += [Text()] if airy and lines else []
        lines += beside([LineCell([mark], column, right=True), LineCell(text, room)], gap)
    return lines


def _dotted(text: str, width: int, glyphs: Glyphs) -> Lines:
    """Return parts joined by dots: each part stays whole where a line can hold it."""
    found: Lines = []
    for line in text.split("\n"):
        found += [Text(part) for part in flowing(line.split(_DOT), _DOT.replace("·", glyphs.dot), width)]
    return found


def _commands(commands: Commands, width: int) -> Lines:
    """Return commands beside their label, or below it; one that is too long is not parted, so that it can be pasted."""
    label = Text(commands.label, style="bold")
    column = cell_count(commands.label)
    widest = max(cell_count(line) for line in commands.lines)
    if column + 3 + widest <= width:
        return beside([LineCell([label], column), LineCell([Text(line) for line in commands.lines], widest)], gap=3)
    return [label, *map(Text, commands.lines)]

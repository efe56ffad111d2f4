"""A document on the screen."""

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from mo_check.documents.document import Bar, Block, Commands, Document, Heading, Listing, Paragraph, Role, Table
from mo_check.languages import Language, language
from mo_check.terminal.glyphs import Glyphs
from mo_check.terminal.tables import drawn_table
from mo_check.terminal.words import longest_word

MAX_WIDTH = 100
_MARGIN = 1


def draw(document: Document, console: Console, glyphs: Glyphs) -> None:
    """Draw a document; every text is data and is drawn as it is."""
    words = language(document.language)
    width = min(console.width, MAX_WIDTH) - 2 * _MARGIN
    parts: list[RenderableType] = [Text(document.title, style="bold"), *(Text(line) for line in document.lines)]
    for block in document.blocks:
        parts += [Text(""), *_drawn(block, width, glyphs, words)]
    console.print(Padding(Group(*parts), (0, _MARGIN)), width=width + 2 * _MARGIN, soft_wrap=False)


def _drawn(block: Block, width: int, glyphs: Glyphs, words: Language) -> list[RenderableType]:
    match block:
        case Heading(text, level):
            return [Text(text, style="bold underline" if level == 2 else "bold")]  # noqa: PLR2004 - the upper level
        case Paragraph():
            return [_paragraph(block)]
        case Table():
            drawn = [drawn_table(block, width, glyphs, words)]
            return [Text(block.caption), *drawn] if block.caption else [*drawn, *_legend(block, glyphs, words)]
        case Listing():
            return [_listing(block, glyphs)]
        case Commands():
            return [_commands(block, width)]


def _paragraph(paragraph: Paragraph) -> RenderableType:
    style = {Role.NOTE: "dim", Role.LEAD: "bold"}.get(paragraph.role, "")
    if not paragraph.label:
        return Text(paragraph.text, style=style)
    return Text(f"{paragraph.label}: ", style="bold").append(paragraph.text, style="not bold")


def _legend(table: Table, glyphs: Glyphs, words: Language) -> list[RenderableType]:
    bars = [cell for row in table.rows for cell in row if isinstance(cell, Bar) and cell.value is not None]
    if not bars:
        return []
    parts = [f"{glyphs.full} {words.say('erreicht')}", f"{glyphs.open} {words.say('noch offen')}"]
    if table.emphasis:
        parts.append(f"{glyphs.weakest} {words.say('schwächstes Feld')}")
    return [Text(""), Text(f" {glyphs.dot} ".join(parts), style="dim")]


def _listing(listing: Listing, glyphs: Glyphs) -> RenderableType:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column()
    for number, entry in enumerate(listing.entries, start=1):
        details = (Text(detail.replace("·", glyphs.dot), style="dim") for detail in entry.details)
        grid.add_row(str(number) if listing.numbered else glyphs.dot, Group(Text(entry.text), *details))
    return grid


def _commands(commands: Commands, width: int) -> RenderableType:
    beside = len(commands.label) + 3 + max(len(line) for line in commands.lines) <= width
    if beside:
        grid = Grid.grid(padding=(0, 3, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(no_wrap=True)
        for number, line in enumerate(commands.lines):
            grid.add_row(Text("" if number else commands.label, style="bold"), Text(line))
        return grid
    fits = longest_word(commands.lines) <= width
    return Group(
        Text(commands.label, style="bold"),
        *(Text(line, no_wrap=not fits, overflow="ignore") for line in commands.lines),
    )

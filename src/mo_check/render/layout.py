"""A document as it is passed on: charts drawn, each with its numbers in a table beside it; commands to type left out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from mo_check.document.blocks import (
    Bar,
    Cell,
    Commands,
    Document,
    DotPlot,
    Heading,
    Heat,
    Listing,
    Mark,
    Net,
    Paragraph,
    Points,
    Table,
)
from mo_check.document.cells import cell_text
from mo_check.languages import Language, language
from mo_check.render.charts.bar_chart import bar_chart
from mo_check.render.charts.dot_chart import dot_chart, dot_table
from mo_check.render.charts.drawing import Picture
from mo_check.render.charts.net_chart import net_chart
from mo_check.render.styles import TONES, warm_tone, warmth

Laid: TypeAlias = Heading | Paragraph | Table | Picture | Listing


class Displayed(NamedTuple):
    """A cell as a page shows it: its text, the sign before it, the colour of both and of the ground, as names of the look.

    ``bar`` is the length of a small bar under the text, 0 to 100; ``below`` are small lines under that.
    """

    text: str
    sign: str = ""
    tone: str = ""
    ground: str = ""
    bar: float | None = None
    below: tuple[str, ...] = ()


def displayed_text(cell: Cell, words: Language) -> Displayed:
    """Return a cell as a page shows it."""
    match cell:
        case Mark(standing, word):
            return Displayed(word, standing.sign, TONES[standing.tone])
        case Heat(share, word, _):
            return Displayed(word, warmth(share), ground=warm_tone(share))
        case Points(value, shown, below, _) if value is not None:
            return Displayed(str(shown), bar=round(float(value * 100), 1), below=below)
        case _:
            return Displayed(cell_text(cell, words))


def longest_line(cell: Cell, words: Language) -> str:
    """Return the longest of the lines that a cell as a page shows it has by itself."""
    held = displayed_text(cell, words)
    return max((held.text, *held.below), key=len)


def reading_order(document: Document) -> Iterator[Laid]:
    """Yield what stands on the page, in reading order."""
    words = language(document.language)
    for block in document.blocks:
        match block:
            case Commands():
                continue
            case Net():
                yield net_chart(block, words)
            case DotPlot():
                yield dot_chart(block, words)
                yield dot_table(block, words)
            case Table():
                yield from _table(block, words)
            case _:
                yield block


def _table(table: Table, words: Language) -> Iterator[Picture | Table]:
    """Yield the bars of a table as a picture, then the table without them; a table without bars stays as it is."""
    drawn = bar_chart(table, words)
    if drawn is not None:
        yield drawn
    yield without_bars(table)


def without_bars(table: Table) -> Table:
    """Return a table without the columns that hold only bars; where words stand in the place of a bar, they stay."""
    if not table.rows:
        return table
    keep = [n for n in range(len(table.columns)) if not all(_only_bar(row[n]) for row in table.rows)]
    columns = tuple(table.columns[n]._replace(header="") if table.columns[n].shrinks else table.columns[n] for n in keep)
    return table._replace(columns=columns, rows=tuple(tuple(row[n] for n in keep) for row in table.rows))


def _only_bar(cell: Cell) -> bool:
    return isinstance(cell, Bar) and not cell.note


def file_title(documents: Sequence[Document]) -> str:
    """Return the title of a file that holds these documents: what they are about, and what each of them is."""
    titles = dict.fromkeys(document.title for document in documents)
    names = dict.fromkeys(document.name for document in documents if document.name)
    about = ", ".join(titles)
    return f"{about} – {next(iter(names))}" if len(names) == 1 else about


def full_title(document: Document) -> str:
    """Return the title of a document with its name."""
    return f"{document.title}: {document.name}" if document.name else document.title


def lines_below(document: Document) -> list[str]:
    """Return the lines below a title that already holds the name of the document."""
    return [line.removeprefix(f"{document.name} · ") for line in document.lines if line != document.name]

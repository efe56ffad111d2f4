"""A document as Markdown (CommonMark with tables)."""

import re
from collections.abc import Sequence

from mo_check.document.blocks import (
    Bar,
    Commands,
    Document,
    DotPlot,
    DotRow,
    Heading,
    Heat,
    ListEntry,
    Listing,
    Mark,
    Net,
    Paragraph,
    Role,
    Table,
)
from mo_check.document.cells import cell_text, middle_text
from mo_check.languages import Language, language
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.styles import warmth

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$]|&(?=#?\w+;))")
_LIST_LIKE = re.compile(r"^\s*(?=[-+=])|^\s*\d+(?=[.)])")
"""What stands before the sign that would begin a list or underline a heading."""


def markdown_file(documents: Sequence[Document], frame: LetterFrame) -> str:
    """Return documents one below the other, the name of the office first."""
    head = ""
    if frame.letterhead:
        name, lines, _ = frame.letterhead
        head = "  \n".join((f"**{escaped(name)}**", *(escaped(line) for line in lines))) + "\n\n"
    return head + "\n".join(markdown(document) for document in documents)


def markdown(document: Document) -> str:
    """Return a document as Markdown text; what a person wrote is escaped."""
    words = language(document.language)
    parts = [f"# {escaped(document.title)}", "  \n".join(escaped(line) for line in document.lines)]
    parts.append("\n".join(f"- **{escaped(label)}:** {escaped(text)}" for label, text in document.facts))
    parts += [_block(block, words) for block in document.blocks if not isinstance(block, Net)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "  \n".join(_LIST_LIKE.sub(r"\g<0>\\", _SPECIAL.sub(r"\\\1", line)) for line in text.split("\n"))


def _block(block: Heading | Paragraph | Table | DotPlot | Listing | Commands, words: Language) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(text, label, role):
            said = f"**{escaped(label)}:** {escaped(text)}" if label else escaped(text)
            return "> " + said.replace("\n", "\n> ") if role is Role.ALERT else said
        case Table():
            return _table(block, words)
        case DotPlot():
            return _dots(block, words)
        case Listing(entries, numbered):
            return "\n".join(_entry(e, f"{n}." if numbered else "-") for n, e in enumerate(entries, start=1))
        case Commands(label, lines):
            return f"{escaped(label)}:\n\n" + "\n".join(f"    {line}" for line in lines)


def _table(table: Table, words: Language) -> str:
    barred = {n for row in table.rows for n, cell in enumerate(row) if isinstance(cell, Bar) and not cell.note}
    noted = {n for row in table.rows for n, cell in enumerate(row) if isinstance(cell, Bar) and cell.note}
    keep = [n for n in range(len(table.columns)) if n not in barred or n in noted]
    heads = ["" if table.columns[n].shrinks else escaped(table.columns[n].header) for n in keep]
    lines = [_row(heads), _row(["---:" if table.columns[n].number else "---" for n in keep])]
    lines += [_row([_cell(row[n], words) for n in keep]) for row in table.rows]
    return "\n".join(lines)


def _dots(plot: DotPlot, words: Language) -> str:
    heads = ["", *(escaped(level) for level in plot.levels), words.say("Mitte"), ""]
    lines = [_row(heads), _row(["---", *(":---:" for _ in plot.levels), "---", "---"])]
    return "\n".join([*lines, *(_dot_row(plot, row, words) for row in plot.rows)])


def _dot_row(plot: DotPlot, row: DotRow, words: Language) -> str:
    dots = ["●" * count for count in row.dots] or [""] * len(plot.levels)
    names = [escaped(", ".join(named)) for named in row.names] or [""] * len(plot.levels)
    cells = [" ".join(part for part in both if part) for both in zip(dots, names, strict=True)]
    return _row([escaped(row.label), *cells, escaped(middle_text(plot, row, words)), escaped(row.note)])


def _cell(cell: object, words: Language) -> str:
    match cell:
        case Mark(standing, word):
            return f"{standing.sign} {escaped(word)}"
        case Heat(share, word, _):
            return f"{warmth(share)} {escaped(word)}"
        case _:
            return escaped(cell_text(cell, words)).replace("  \n", "<br>")  # type: ignore[arg-type]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _entry(entry: ListEntry, mark: str) -> str:
    pad = " " * (len(mark) + 1)
    lines = [escaped(entry.text), *(escaped(detail) for detail in entry.details)]
    return f"{mark} " + f"  \n{pad}".join(line.replace("\n", f"\n{pad}") for line in lines)

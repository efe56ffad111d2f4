"""Tables of a Word file: repeated heads, rows that stay whole, widths by their words, marks beside every colour."""

from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as Grid
from docx.table import _Cell as Field
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from mo_check.document.blocks import Cell, Fact, Heat, Highlight, Mark, Points, Table
from mo_check.document.cells import cell_text
from mo_check.languages import Language
from mo_check.languages.locale import NBSP
from mo_check.render.layout import longest_line
from mo_check.render.styles import LIGHT, TONES, WEAKEST, third_tone, warm_tone, warmth
from mo_check.render.word.word_parts import keep_whole, narrow_margins, repeat_head, rule_table, shade
from mo_check.render.word.word_styles import add_line, set_style

_PAGE = 170
"""The width between the margins, in millimetres."""
_LABEL = 34
_BLANK = 11
"""How high a row is that is filled in by hand, in millimetres."""
_SHORT = 12
"""Standings up to this length are easier to compare on one line."""
_FEW_ROWS = 10
"""A table with no more rows than this stays on one page."""
_MANY_COLUMNS, _SMALL = 6, 8.5
"""A table with more columns than this is set in small type of that size, so that no word breaks."""
_LETTERS, _SMALL_LETTERS = (2.2, 4.5), (1.9, 2.5)
"""The width of a letter in a table and the room beside a text, in millimetres; some of it is for a wider font."""
_LONG, _FULL = 30, 60
"""Words and texts beyond these lengths count no more."""
_SIGN_FONT = "Segoe UI Symbol"


def add_gap(file: File) -> None:
    """Add a little room; Word lets tables touch what follows them."""
    add_line(file, "Gap")


def add_highlights(file: File, highlights: tuple[Highlight, ...]) -> None:
    """Add the main numbers side by side."""
    grid = _grid(file, 1, len(highlights))
    for field, (value, label, note) in zip(grid.rows[0].cells, highlights, strict=True):
        shade(field, LIGHT["card"])
        line = field.paragraphs[0]
        set_style(line, "Cell")
        number = line.add_run(value)
        number.bold, number.font.size = True, Pt(18)
        line.add_run().add_break()
        line.add_run(label).bold = True
        if note:
            line.add_run().add_break()
            line.add_run(note).font.size = Pt(8.5)
    add_gap(file)


def add_facts(file: File, facts: tuple[Fact, ...]) -> None:
    """Add what the document rests on, a row each."""
    grid = _grid(file, len(facts), 2)
    widths = (Mm(_LABEL), Mm(_PAGE - _LABEL))
    for row, (label, text) in zip(grid.rows, facts, strict=True):
        for n, (field, shown) in enumerate(zip(row.cells, (label, text), strict=True)):
            shade(field, LIGHT["card"])
            field.width = widths[n]
            set_style(field.paragraphs[0], "Fact")
            field.paragraphs[0].add_run(shown).bold = n == 0
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    add_gap(file)


def add_table(file: File, table: Table, words: Language) -> None:
    """Add a table with its caption."""
    if table.caption:
        add_line(file, "Caption", table.caption)
    grid = _grid(file, len(table.rows) + 1, len(table.columns))
    rule_table(grid, LIGHT["line"])
    repeat_head(grid.rows[0])
    widths = _widths(table, words)
    for made, field, column, width in zip(grid.columns, grid.rows[0].cells, table.columns, widths, strict=True):
        made.width = width
        _fill(field, column.header, words, bold=True)
    for number, (made, row) in enumerate(zip(grid.rows[1:], table.rows, strict=True)):
        keep_whole(made)
        if table.blank:
            made.height = Mm(_BLANK)
        fields = made.cells
        total = table.total and number == len(table.rows) - 1
        for n, content in enumerate(row):
            weakest = n == 0 and number in table.emphasis
            _fill(fields[n], content, words, bold=total or weakest)
            if weakest:
                _add_sign(fields[n].paragraphs[0], f" {WEAKEST}", "bad")
    _set_columns(grid, table, widths)
    if len(table.columns) > _MANY_COLUMNS:
        narrow_margins(grid)
        _set_small(grid)
    add_gap(file)


def _grid(file: File, rows: int, columns: int) -> Grid:
    grid: Grid = file.add_table(rows, columns)
    grid.autofit = False
    return grid


def _set_columns(grid: Grid, table: Table, widths: list[Length]) -> None:
    """Set widths on every cell, which LibreOffice wants; numbers stand to the right; a short table stays together."""
    for number, row in enumerate(grid.rows):
        for n, field in enumerate(row.cells):
            field.width = widths[n]
            line = field.paragraphs[0]
            if table.columns[n].number:
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if len(table.rows) <= _FEW_ROWS and number < len(table.rows):
                line.paragraph_format.keep_with_next = True


def _set_small(grid: Grid) -> None:
    runs = (run for row in grid.rows for field in row.cells for line in field.paragraphs for run in line.runs)
    for run in runs:
        run.font.size = Pt(_SMALL)


def _fill(field: Field, content: Cell, words: Language, *, bold: bool) -> None:
    line = field.paragraphs[0]
    set_style(line, "Cell")
    match content:
        case Mark(standing, text):
            _add_sign(line, f"{standing.sign}{NBSP}", TONES[standing.tone])
            unbroken = text.replace(" ", NBSP) if len(text) <= _SHORT else text
            _colour(line.add_run(unbroken), TONES[standing.tone]).bold = True
        case Heat(share, text, _):
            _add_sign(line, f"{warmth(share)}{NBSP}", "ink")
            line.add_run(text)
            shade(field, LIGHT[warm_tone(share)])
        case Points(value, shown, below, _) if value is not None:
            line.add_run(str(shown)).bold = bold
            for text in below:
                line.add_run().add_break()
                _colour(line.add_run(text), "muted").font.size = Pt(8.5)
            shade(field, LIGHT[third_tone(value)])
        case _:
            line.add_run(cell_text(content, words)).bold = bold


def _add_sign(line: Line, sign: str, tone: str) -> None:
    _colour(line.add_run(sign), tone).font.name = _SIGN_FONT


def _colour(run: Run, tone: str) -> Run:
    run.font.color.rgb = RGBColor.from_string(LIGHT[tone].lstrip("#").upper())
    return run


def _widths(table: Table, words: Language) -> list[Length]:
    """Return the widths of columns that fill the page, each so that its longest word fits, and the rest by their texts."""
    if table.blank:
        return [Mm(_PAGE / len(table.columns))] * len(table.columns)
    letter, beside = _LETTERS if len(table.columns) <= _MANY_COLUMNS else _SMALL_LETTERS
    least, more = [], []
    for n, column in enumerate(table.columns):
        signed = any(isinstance(row[n], Mark) for row in table.rows)
        texts = [column.header, *(longest_line(row[n], words) for row in table.rows)]
        word = min(max((len(part) for text in texts for part in text.split()), default=1), _LONG) + (_SHORT // 2 if signed else 0)
        least.append(word * letter + beside)
        more.append(max(min(max(len(text) for text in texts), _FULL) - word, 1))
    rest = max(_PAGE - sum(least), 0)
    wanted = [one + rest * further / sum(more) for one, further in zip(least, more, strict=True)]
    return [Mm(_PAGE * one / sum(wanted)) for one in wanted]

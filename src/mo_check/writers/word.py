"""Documents as a Word file with real styles, so that an office goes on writing in it."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from mo_check.documents.cells import cell_text
from mo_check.documents.document import Cell, Document, Fact, Heading, Heat, Highlight, Listing, Mark, Paragraph, Role, Table
from mo_check.languages import Language, language
from mo_check.languages.language import NBSP
from mo_check.writers.drawing import Picture
from mo_check.writers.frame import Frame, Letterhead
from mo_check.writers.layout import Laid, file_title, laid_out, lines_below
from mo_check.writers.look import LIGHT, SIGNS, TONES, WEAKEST, warm_tone, warmth

_TAGS = {"de": "de-DE", "en": "en-GB"}
_SHORT = 12
"""Standings up to this length are easier to compare on one line."""
_MANY_HEADINGS = 6
"""A file with more headings than this begins with its contents."""


def word(documents: Sequence[Document], frame: Frame) -> bytes:
    """Return documents as a Word file; every text is data and stands there as it is."""
    return _Writing(documents, frame).done()


class _Writing:
    """One Word file while it is written."""

    def __init__(self, documents: Sequence[Document], frame: Frame) -> None:
        from mo_check.writers.word_styles import styled

        self.words: Language = language(documents[0].language)
        self.title = file_title(documents)
        tag = _TAGS.get(documents[0].language[:2], documents[0].language)
        self.file: Any = styled(tag, self.title, self.words)
        self.bookmarks = 0
        day = max((document.day for document in documents if document.day), default=frame.day)
        properties = self.file.core_properties
        properties.title, properties.author, properties.language = self.title[:255], "mo-check", tag
        properties.comments = properties.keywords = properties.last_modified_by = ""
        properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a calendar day
        if frame.letterhead:
            self._letterhead(frame.letterhead)
        laid = [(document, list(laid_out(document))) for document in documents]
        headings = self._headings(laid)
        for number, (document, blocks) in enumerate(laid):
            self._head(document, new_page=number > 0)
            if number == 0 and len(headings) > _MANY_HEADINGS:
                self._contents(headings)
            for block in blocks:
                self._block(block)

    def done(self) -> bytes:
        """Return the finished file."""
        stream = BytesIO()
        self.file.save(stream)
        return stream.getvalue()

    def _headings(self, laid: list[tuple[Document, list[Laid]]]) -> list[tuple[str, int]]:
        found = []
        for document, blocks in laid:
            found.append((document.name or document.title, 1))
            found += [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
        return found

    def _letterhead(self, letterhead: Letterhead) -> None:
        from docx.shared import Mm

        from mo_check.writers.word_parts import describe

        paragraph = self.file.add_paragraph(style="Letterhead")
        if letterhead.logo:
            picture = paragraph.add_run().add_picture(BytesIO(letterhead.logo.data), height=Mm(16))
            describe(picture, letterhead.logo.words)
            paragraph.add_run().add_break()
        paragraph.add_run(letterhead.name).bold = True
        for line in letterhead.lines:
            paragraph.add_run().add_break()
            paragraph.add_run(line)

    def _head(self, document: Document, *, new_page: bool) -> None:
        if document.name:
            about = self.file.add_paragraph(document.title, style="Subtitle")
            about.paragraph_format.page_break_before = new_page
            about.paragraph_format.keep_with_next = True
        heading = self._heading(document.name or document.title, 1)
        heading.paragraph_format.page_break_before = new_page and not document.name
        for line in lines_below(document):
            self.file.add_paragraph(line, style="Below title")
        self._space()
        if document.highlights:
            self._highlights(document.highlights)
        if document.facts:
            self._facts(document.facts)

    def _heading(self, text: str, level: int) -> Any:  # noqa: ANN401 - python-docx
        from mo_check.writers.word_parts import add_bookmark

        paragraph = self.file.add_paragraph(text, style=f"Heading {level}")
        self.bookmarks += 1
        add_bookmark(paragraph, f"_mo{self.bookmarks}", self.bookmarks)
        return paragraph

    def _contents(self, headings: list[tuple[str, int]]) -> None:
        """Add the contents as a field; until Word works it out it shows links to the headings."""
        from mo_check.writers.word_parts import add_link, begin_field, end_field

        self.file.add_paragraph(self.words.say("Inhalt"), style="Contents title")
        shown = [(n, text, level) for n, (text, level) in enumerate(headings, start=1) if level <= 2]  # noqa: PLR2004
        for place, (number, text, level) in enumerate(shown):
            paragraph = self.file.add_paragraph(style=f"toc {level}")
            if place == 0:
                begin_field(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
            add_link(paragraph, text, f"_mo{number}")
            if place == len(shown) - 1:
                end_field(paragraph)

    def _highlights(self, highlights: tuple[Highlight, ...]) -> None:
        from mo_check.writers.word_parts import shade
        from docx.shared import Pt

        table = self._grid(1, len(highlights))
        for cell, (value, label, note) in zip(table.rows[0].cells, highlights, strict=True):
            shade(cell, LIGHT["card"])
            paragraph = cell.paragraphs[0]
            paragraph.style = "Cell"
            number = paragraph.add_run(value)
            number.bold, number.font.size = True, Pt(18)
            paragraph.add_run().add_break()
            paragraph.add_run(label).bold = True
            if note:
                paragraph.add_run().add_break()
                paragraph.add_run(note).font.size = Pt(8.5)
        self._space()

    def _facts(self, facts: tuple[Fact, ...]) -> None:
        from docx.shared import Mm

        from mo_check.writers.word_parts import shade

        table = self._grid(len(facts), 2)
        for row, (label, text) in zip(table.rows, facts, strict=True):
            for cell, shown, width in zip(row.cells, (label, text), (Mm(34), Mm(136)), strict=True):
                shade(cell, LIGHT["card"])
                cell.width = width
                cell.paragraphs[0].style = "Fact"
                cell.paragraphs[0].add_run(shown).bold = shown is label
        table.columns[0].width, table.columns[1].width = Mm(34), Mm(136)
        self._space()

    def _grid(self, rows: int, columns: int) -> Any:  # noqa: ANN401
        table = self.file.add_table(rows, columns)
        table.autofit = False
        return table

    def _space(self) -> None:
        self.file.add_paragraph(style="Gap")

    def _block(self, block: Laid) -> None:
        match block:
            case Heading(text, level):
                self._heading(text, level)
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Listing():
                self._listing(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        styles = {Role.NORMAL: "Normal", Role.LEAD: "Lead", Role.NOTE: "Note", Role.ALERT: "Alert", Role.BLANK: "Blank"}
        made = self.file.add_paragraph(style=styles[paragraph.role])
        made.paragraph_format.keep_with_next = paragraph.text.endswith(":") or None
        if paragraph.label:
            made.add_run(f"{paragraph.label}: ").bold = True
        made.add_run(paragraph.text)

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Mm

        from mo_check.writers.raster import png
        from mo_check.writers.word_parts import describe

        paragraph = self.file.add_paragraph(style="Picture")
        describe(paragraph.add_run().add_picture(BytesIO(png(picture)), width=Mm(150)), f"{picture.title}. {picture.words}")
        self.file.add_paragraph(f"{picture.title}. {picture.key}", style="Note")

    def _listing(self, listing: Listing) -> None:
        from mo_check.writers.word_parts import new_numbering

        style = "List Number" if listing.numbered else "List Bullet"
        numbering = new_numbering(self.file, style) if listing.numbered else None
        for entry in listing.entries:
            paragraph = self.file.add_paragraph(style=style)
            if numbering is not None:
                own = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no other way
                own.get_or_add_ilvl().val, own.get_or_add_numId().val = 0, numbering
            paragraph.add_run(entry.text)
            for detail in entry.details:
                paragraph.add_run().add_break()
                paragraph.add_run(detail, style="Detail")

    def _table(self, table: Table) -> None:
        from mo_check.writers.word_parts import keep_whole, repeat_head, rule_table

        if table.caption:
            self.file.add_paragraph(table.caption, style="Caption")
        made = self._grid(len(table.rows) + 1, len(table.columns))
        rule_table(made, LIGHT["line"])
        repeat_head(made.rows[0])
        widths = _widths(table, self.words)
        for n, column in enumerate(table.columns):
            self._cell(made.rows[0].cells[n], column.header, number=column.number, bold=True, width=widths[n])
            made.columns[n].width = widths[n]
        for number, row in enumerate(table.rows):
            cells = made.rows[number + 1].cells
            keep_whole(made.rows[number + 1])
            total = table.total and number == len(table.rows) - 1
            for n, content in enumerate(row):
                heavy = total or (n == 0 and number in table.emphasis)
                self._cell(cells[n], content, number=table.columns[n].number, bold=heavy, width=widths[n])
                if n == 0 and number in table.emphasis:
                    self._sign(cells[n].paragraphs[0], f" {WEAKEST}", "bad")
        if len(table.rows) <= 10:  # noqa: PLR2004 - a short table stays on one page
            for made_row in made.rows[:-1]:
                for cell in made_row.cells:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._space()

    def _cell(self, cell: Any, content: Cell, *, number: bool, bold: bool, width: Any) -> None:  # noqa: ANN401
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        from mo_check.writers.word_parts import shade

        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.style = "Cell"
        if number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        match content:
            case Mark(standing, text):
                self._sign(paragraph, f"{SIGNS[standing]}{NBSP}", TONES[standing])
                unbroken = text.replace(" ", NBSP) if len(text) <= _SHORT else text
                self._coloured(paragraph.add_run(unbroken), TONES[standing]).bold = True
            case Heat(share, text, _):
                self._sign(paragraph, f"{warmth(share)} ", "ink")
                paragraph.add_run(text)
                shade(cell, LIGHT[warm_tone(share)])
            case _:
                paragraph.add_run(cell_text(content, self.words)).bold = bold

    def _sign(self, paragraph: Any, sign: str, tone: str) -> None:  # noqa: ANN401
        run = self._coloured(paragraph.add_run(sign), tone)
        run.font.name = "Segoe UI Symbol"

    def _coloured(self, run: Any, tone: str) -> Any:  # noqa: ANN401
        from docx.shared import RGBColor

        run.font.color.rgb = RGBColor.from_string(LIGHT[tone].lstrip("#").upper())
        return run


def _widths(table: Table, words: Language) -> list[Any]:
    """Return the widths of columns that fill the page, each by its longest word and its longest text."""
    from docx.shared import Mm

    wanted = []
    for n, column in enumerate(table.columns):
        signed = any(isinstance(row[n], Mark) for row in table.rows)
        texts = [column.header, *(cell_text(row[n], words) for row in table.rows)]
        word_length = max((len(part) for text in texts for part in text.split()), default=1) + (_SHORT // 2 if signed else 0)
        wanted.append(2 * min(word_length, 30) + min(max(len(text) for text in texts), 60) + 4)
    return [Mm(170 * one / sum(wanted)) for one in wanted]

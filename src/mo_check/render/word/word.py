"""Documents as a Word file with real styles, so that an office goes on writing in it."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx.document import Document as File
from docx.shared import Mm
from docx.text.paragraph import Paragraph as Line

from mo_check.document.blocks import Document, Heading, Listing, Paragraph, Role, Table
from mo_check.languages import Language, language
from mo_check.model.letterhead import Letterhead
from mo_check.render.charts.drawing import Picture
from mo_check.render.layout import Laid, file_title, lines_below, reading_order
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.pdf.typesetting import png
from mo_check.render.word.word_parts import (
    add_bookmark,
    add_link,
    begin_field,
    describe,
    end_field,
    new_numbering,
    recognizable,
    set_numbering,
)
from mo_check.render.word.word_styles import ROLES, add_line, styled
from mo_check.render.word.word_tables import add_facts, add_gap, add_highlights, add_table

_MANY_HEADINGS = 6
"""A file with more headings than this begins with its contents."""
_LOWEST = 2
"""The lowest level of headings in the contents."""


def word_file(documents: Sequence[Document], frame: LetterFrame) -> bytes:
    """Return documents as a Word file; every text is data and stands there as it is."""
    words = language(documents[0].language)
    title = file_title(documents)
    tag = words.locale.regional
    file = styled(tag, title, words)
    _set_properties(file, title, tag, documents, frame)
    if frame.letterhead:
        _letterhead(file, frame.letterhead)
    laid = [(document, list(reading_order(document))) for document in documents]
    writing = _Writing(file, words)
    for number, (document, blocks) in enumerate(laid):
        writing.head(document, new_page=number > 0)
        if number == 0:
            writing.contents(_headings(laid))
        for block in blocks:
            writing.block(block)
    stream = BytesIO()
    file.save(stream)
    return stream.getvalue()


def _set_properties(file: File, title: str, tag: str, documents: Sequence[Document], frame: LetterFrame) -> None:
    """Set what Word shows about a file; nothing comes from the clock or the computer."""
    day = max((document.day for document in documents if document.day), default=frame.day)
    properties = file.core_properties
    properties.title, properties.author, properties.language = title[:255], "mo-check", tag
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a calendar day


def _letterhead(file: File, letterhead: Letterhead) -> None:
    line = add_line(file, "Letterhead")
    if letterhead.logo:
        picture = line.add_run().add_picture(BytesIO(recognizable(letterhead.logo.data)), height=Mm(16))
        describe(picture, letterhead.logo.words)
        line.add_run().add_break()
    line.add_run(letterhead.name).bold = True
    for text in letterhead.lines:
        line.add_run().add_break()
        line.add_run(text)


def _headings(laid: list[tuple[Document, list[Laid]]]) -> list[tuple[str, int]]:
    found = []
    for document, blocks in laid:
        found.append((document.name or document.title, 1))
        found += [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
    return found


class _Writing:
    """One Word file while it is written; every heading has a bookmark with its number."""

    def __init__(self, file: File, words: Language) -> None:
        self.file, self.words = file, words
        self.bookmarks = 0

    def head(self, document: Document, *, new_page: bool) -> None:
        """Write title, lines, main numbers and what the document rests on."""
        if document.name:
            about = add_line(self.file, "Subtitle", document.title)
            about.paragraph_format.page_break_before = new_page
            about.paragraph_format.keep_with_next = True
        heading = self._heading(document.name or document.title, 1)
        heading.paragraph_format.page_break_before = new_page and not document.name
        for line in lines_below(document):
            add_line(self.file, "Below title", line)
        add_gap(self.file)
        if document.highlights:
            add_highlights(self.file, document.highlights)
        if document.facts:
            add_facts(self.file, document.facts)

    def contents(self, headings: list[tuple[str, int]]) -> None:
        """Write the contents as a field; until Word works it out it shows links to the headings."""
        if len(headings) <= _MANY_HEADINGS:
            return
        add_line(self.file, "Contents title", self.words.say("Inhalt"))
        shown = [(n, text, level) for n, (text, level) in enumerate(headings, start=1) if level <= _LOWEST]
        for place, (number, text, level) in enumerate(shown):
            line = add_line(self.file, f"toc {level}")
            if place == 0:
                begin_field(line, f'TOC \\o "1-{_LOWEST}" \\h \\z \\u')
            add_link(line, text, f"_mo{number}")
            if place == len(shown) - 1:
                end_field(line)
        add_gap(self.file)

    def block(self, block: Laid) -> None:
        """Write one block."""
        match block:
            case Heading(text, level):
                self._heading(text, level)
            case Paragraph():
                self._paragraph(block)
            case Table():
                add_table(self.file, block, self.words)
            case Picture():
                self._picture(block)
            case Listing():
                self._listing(block)

    def _heading(self, text: str, level: int) -> Line:
        line: Line = add_line(self.file, f"Heading {level}", text)
        self.bookmarks += 1
        add_bookmark(line, f"_mo{self.bookmarks}", self.bookmarks)
        return line

    def _paragraph(self, paragraph: Paragraph) -> None:
        line = add_line(self.file, ROLES[paragraph.role])
        line.paragraph_format.keep_with_next = paragraph.text.endswith(":") or None
        if paragraph.label:
            line.add_run(f"{paragraph.label}: ").bold = True
        line.add_run(paragraph.text)

    def _picture(self, picture: Picture) -> None:
        line = add_line(self.file, "Picture")
        describe(line.add_run().add_picture(BytesIO(png(picture)), width=Mm(150)), f"{picture.title}. {picture.words}")
        add_line(self.file, ROLES[Role.NOTE], f"{picture.title}. {picture.key}")

    def _listing(self, listing: Listing) -> None:
        style = "List Number" if listing.numbered else "List Bullet"
        numbering = new_numbering(self.file, style) if listing.numbered else None
        for entry in listing.entries:
            line = add_line(self.file, style)
            if numbering is not None:
                set_numbering(line, numbering)
            line.add_run(entry.text)
            for detail in entry.details:
                line.add_run().add_break()
                line.add_run(detail, style="Detail")

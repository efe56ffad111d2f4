"""Word: real styles, languages, heads, lists and alternative texts, read back by python-docx."""

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from calling import PROFILES
from drawing import reported
from mo_check.document.blocks import (
    Bar,
    Column,
    Document,
    Heading,
    ListEntry,
    Listing,
    Mark,
    Number,
    Paragraph,
    Role,
    Table,
)
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.model.standing import Standing
from mo_check.render.layout import without_bars
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.word.word import word_file
from mo_check.report.report_page import report_document

FRAME = LetterFrame(date(2026, 11, 14))
LARGE = PROFILES / "large-city.yaml"


def opened(*documents: Document) -> Any:  # noqa: ANN401 - python-docx
    """Return documents as an opened Word file."""
    return docx.Document(BytesIO(word_file(documents, FRAME)))


def large(tag: str = "de") -> Document:
    """Return the report of the large city."""
    return report_document(reported(LARGE), language(tag))


def test_headings_are_headings() -> None:
    """The name of a document and each of its headings stand in the styles that Word's navigation shows."""
    document = large()
    lines = opened(document).paragraphs
    found = [(line.style.name, line.text) for line in lines if line.style.name.startswith("Heading")]
    wanted = [(f"Heading {block.level}", block.text) for block in document.blocks if isinstance(block, Heading)]
    assert found == [("Heading 1", document.name), *wanted]


@pytest.mark.parametrize(("tag", "said"), [("de", "de-DE"), ("en", "en-GB")])
def test_all_text_is_in_its_language(tag: str, said: str) -> None:
    """Word checks the spelling by the language of the document."""
    file = opened(large(tag))
    defaults = file.styles.element.find(qn("w:docDefaults"))
    assert [held.get(qn("w:val")) for held in defaults.iter(qn("w:lang"))] == [said]
    assert file.core_properties.language == said


def test_the_page_is_a4() -> None:
    """Paper is as it lies in a town hall."""
    section = opened(large()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def _plain(text: str) -> str:
    """Return the text of a cell without the sign before it, its blanks all alike."""
    return text.lstrip("✓◐▲?·–→\u00a0").replace("\u00a0", " ") if len(text) > 1 else text


def test_tables_say_what_the_document_says() -> None:
    """Every cell of every table is read back as the text of the document's cell."""
    document = large()
    words = language("de")
    tables = [[[_plain(cell.text) for cell in row.cells] for row in table.rows[1:]] for table in opened(document).tables[2:]]
    wanted = []
    for table in (without_bars(block) for block in document.blocks if isinstance(block, Table)):
        rows = [[cell_text(cell, words) for cell in row] for row in table.rows]
        for n in table.emphasis:
            rows[n][0] += " ◀"
        wanted.append(rows)
    assert tables == [[[_plain(text) for text in row] for row in rows] for rows in wanted]


def test_heads_of_tables_are_repeated_and_rows_stay_whole() -> None:
    """Each table repeats its head on the next page, and no row is broken."""
    for table in opened(large()).tables[2:]:
        head, *rows = table._tbl.tr_lst
        assert head.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_pictures_are_told_in_words() -> None:
    """Each picture has an alternative text with the values in it."""
    pictures = opened(large()).inline_shapes
    texts = [picture._inline.docPr.get("descr") for picture in pictures]
    assert len(texts) == 2
    assert all("Räume: " in text for text in texts)


def test_the_contents_are_a_field_that_can_be_read_at_once() -> None:
    """The contents lead to every heading before Word has worked them out."""
    file = opened(large())
    fields = [node.text for node in file.element.body.iter(qn("w:instrText"))]
    assert fields == ['TOC \\o "1-2" \\h \\z \\u']
    anchors = [link.get(qn("w:anchor")) for link in file.element.body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in file.element.body.iter(qn("w:bookmarkStart"))]
    assert anchors
    assert set(anchors) <= set(marks)
    assert len(marks) == len(set(marks))


def test_a_short_document_has_no_contents() -> None:
    """Where a page or two hold everything no contents stand."""
    file = opened(Document("de", "Probe", (), (Heading("Eins"), Paragraph("Text."))))
    assert list(file.element.body.iter(qn("w:instrText"))) == []


def test_each_numbered_list_begins_with_one() -> None:
    """Two lists do not count on from each other."""
    entries = (ListEntry("a"), ListEntry("b", ("dazu",)))
    file = opened(Document("de", "Probe", (), (Listing(entries, numbered=True), Paragraph("–"), Listing(entries, numbered=True))))
    numbers = [line._p.pPr.numPr.numId.val for line in file.paragraphs if line.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_marks_stand_beside_words() -> None:
    """A standing has its sign and its word, and what is to be filled in has a style of its own."""
    mark = Mark(Standing.PARTIAL, "zum Teil")
    blocks = (Table((Column("Was"), Column("Stand")), (("Räume", mark),)), Paragraph("[……]", role=Role.BLANK))
    file = opened(Document("de", "Probe", (), blocks))
    assert file.tables[0].rows[1].cells[1].text == "◐\u00a0zum\u00a0Teil"
    assert [line.text for line in file.paragraphs if line.style.name == "Blank"] == ["[……]"]


def test_the_words_in_place_of_a_bar_stay() -> None:
    """Where a bar has no value its note is in the table."""
    rows: Any = (("Räume", Bar(None, None, "zu wenige Antworten"), Number(None)),)
    columns = (Column("Feld"), Column("0 bis 100", shrinks=True), Column("Wert", number=True))
    file = opened(Document("de", "Probe", (), (Table(columns, rows),)))
    assert [cell.text for cell in file.tables[0].rows[1].cells] == ["Räume", "zu wenige Antworten", "–"]


def test_nothing_of_the_clock_is_in_the_file() -> None:
    """The file says the day of the answers, not the moment it was made."""
    properties = opened(large()).core_properties
    assert properties.created == properties.modified
    assert properties.author == "mo-check"
    assert properties.title.startswith("Stadt Lindmünde")

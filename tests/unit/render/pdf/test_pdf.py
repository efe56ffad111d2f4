"""PDF: what an independent library finds in it, and that typst has nothing to say against it."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from calling import PROFILES
from drawing import reported
from mo_check.document.blocks import Column, Document, DotPlot, DotRow, Heading, Paragraph, Table
from mo_check.languages import language
from mo_check.render.layout import reading_order
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.pdf.pdf import typeset
from mo_check.report.council import council_draft
from mo_check.report.report_page import report_document

FRAME = LetterFrame(date(2026, 11, 14))
PATHS = [*sorted(PROFILES.glob("*.yaml")), *sorted((PROFILES / "city").glob("*.yaml"))]
LARGE = PROFILES / "large-city.yaml"


def made(*documents: Document) -> pikepdf.Pdf:
    """Return documents as an opened PDF."""
    return pikepdf.open(BytesIO(typeset(documents, FRAME)[0]))


def large(tag: str = "de") -> Document:
    """Return the report of the large city."""
    return report_document(reported(LARGE), language(tag))


def structure(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every element of the structure tree below a node."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from structure(child)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    """Return the kinds of all elements, in reading order."""
    return [str(node.S) for node in structure(pdf.Root.StructTreeRoot)]


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
@pytest.mark.parametrize("tag", ["de", "en"])
def test_typst_warns_of_nothing(path: Path, tag: str) -> None:
    """Every example is set by PDF/UA-1 and PDF/A-2a without a warning: no font is missing, no text lacks."""
    words = language(tag)
    documents = (report_document(reported(path), words), council_draft(reported(path), words))
    assert typeset(documents, FRAME)[1] == []


@pytest.mark.parametrize(("tag", "said"), [("de", "de-DE"), ("en", "en-GB")])
def test_title_and_language_are_said(tag: str, said: str) -> None:
    """The file names its language and its title, and a reader shows the title instead of the file's name."""
    pdf = made(large(tag))
    assert str(pdf.Root.Lang) == said
    assert str(pdf.docinfo["/Title"]).startswith("Stadt Lindmünde – ")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_it_claims_what_typst_checked() -> None:
    """The metadata name PDF/UA-1 and PDF/A-2a, the title and who made it."""
    with made(large()).open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"].startswith("Stadt Lindmünde")
        assert list(metadata["dc:creator"]) == ["mo-check"]


def test_everything_is_tagged() -> None:
    """The tree holds headings, lists, tables with heads, and figures; marked content is announced."""
    pdf = made(large())
    found = kinds(pdf)
    assert pdf.Root.MarkInfo.Marked
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure"} <= set(found)
    assert found.count("/H1") == 1


def test_headings_skip_no_level() -> None:
    """A heading is at most one level below the one before."""
    levels = [int(kind[2:]) for kind in kinds(made(large())) if kind[1] == "H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert max(below - above for above, below in pairwise(levels)) <= 1


def test_every_figure_is_told_in_words() -> None:
    """Each figure has an alternative text with the values in it."""
    pdf = made(large())
    figures = [node for node in structure(pdf.Root.StructTreeRoot) if str(node.S) == "/Figure"]
    texts = [str(figure.Alt) for figure in figures]
    assert len(texts) == 2
    assert all("Räume: " in text and "Förderung: " in text for text in texts)


def test_every_table_has_heads() -> None:
    """The first row of each table is made of heads that say they stand for columns."""
    pdf = made(large())
    tables = [node for node in structure(pdf.Root.StructTreeRoot) if str(node.S) == "/Table"]
    assert tables
    for table in tables:
        row = next(node for node in structure(table) if str(node.S) == "/TR")
        heads = [node for node in structure(row) if str(node.S) in {"/TH", "/TD"}]
        assert {str(head.S) for head in heads} == {"/TH"}
        assert all("/A" in head for head in heads)


def test_bookmarks_are_the_headings() -> None:
    """The outline leads to each document and its headings."""
    document = large()
    with made(document).open_outline() as outline:
        top = [item.title for item in outline.root]
        below = [item.title for item in outline.root[0].children]
    assert top == [document.name]
    assert below == [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def test_all_fonts_are_ours_and_inside() -> None:
    """Only the shipped fonts are used, and each is embedded."""
    names = set()
    for page in made(large()).pages:
        for _, font in page.Resources.get("/Font", {}).items():  # noqa: PERF102 - an older pikepdf has no values()
            below = font.DescendantFonts[0]
            names.add(str(below.BaseFont).split("+")[1])
            assert "/FontFile2" in below.FontDescriptor
    assert names <= {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold", "DejaVuSans"}


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_no_heading_stands_alone(path: Path) -> None:
    """On no page a heading is the last thing above the foot."""
    document = report_document(reported(path), language("de"))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    for page in PdfReader(BytesIO(typeset([document], FRAME)[0])).pages:
        lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if "Seite" not in line and not line.startswith(document.title)]
        assert not body or body[-1] not in headings


def test_a_long_table_repeats_its_head() -> None:
    """A table over several pages has its head on each of them, once in the tree."""
    rows = tuple((f"Zeile {n}", "Text " * 20) for n in range(120))
    document = Document("de", "Probe", (), (Table((Column("Nummer"), Column("Inhalt")), rows),))
    texts = [page.extract_text() for page in PdfReader(BytesIO(typeset([document], FRAME)[0])).pages]
    assert len(texts) > 2
    assert all("Nummer" in text for text in texts)
    assert kinds(made(document)).count("/TH") == 2


def test_a_dot_plot_is_drawn_and_told() -> None:
    """A dot plot is a figure with its counts in words, and a table with the same numbers."""
    rows = (DotRow("Verwaltung", (0, 1, 2), None, "eine ohne Antwort"), DotRow("Vereine", (3, 0, 0), None))
    pdf = made(Document("de", "Probe", (), (DotPlot(("nichts", "etwas", "voll"), rows),)))
    (figure,) = (node for node in structure(pdf.Root.StructTreeRoot) if str(node.S) == "/Figure")
    assert "Verwaltung: etwas 1, voll 2, eine ohne Antwort" in str(figure.Alt)
    assert kinds(pdf).count("/TR") == 3


def test_without_a_day_the_frame_gives_it() -> None:
    """A document that says no day bears the day it is made."""
    pdf = made(Document("de", "Probe", (), (Paragraph("Text."),)))
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261114")


def test_pictures_are_laid_out_with_their_numbers() -> None:
    """Each chart of a report is followed or preceded by the table it is drawn from."""
    names = [type(block).__name__ for block in reading_order(large())]
    assert names[:2] == ["Picture", "Table"]

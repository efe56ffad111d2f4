"""What python-docx leaves to its callers: language, fields, bookmarks, borders, repeated heads, lists that begin anew."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_JPEG, _JFIF = b"\xff\xd8", b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
"""How a JPEG begins, and the segment by which python-docx knows one."""


def tagged(name: str, /, **attributes: str) -> Any:  # noqa: ANN401 - lxml elements have no types here
    """Return an element of WordprocessingML with its attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_language(document: Any, tag: str) -> None:  # noqa: ANN401
    """Say which language all text is in, so that Word checks its spelling by the right dictionary."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for held in defaults.findall(qn("w:lang")):
        defaults.remove(held)
    defaults.append(tagged("lang", val=tag, eastAsia=tag, bidi="ar-SA"))


def add_field(paragraph: Any, instruction: str, shown: str) -> None:  # noqa: ANN401
    """Add a field that Word works out, with what is shown until then."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Any, instruction: str) -> None:  # noqa: ANN401
    """Begin a field; what follows up to its end is what it shows until Word works it out."""
    paragraph.add_run()._r.append(tagged("fldChar", fldCharType="begin"))  # noqa: SLF001 - the way python-docx documents
    text = tagged("instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = instruction
    paragraph.add_run()._r.append(text)  # noqa: SLF001
    paragraph.add_run()._r.append(tagged("fldChar", fldCharType="separate"))  # noqa: SLF001


def end_field(paragraph: Any) -> None:  # noqa: ANN401
    """End a field."""
    paragraph.add_run()._r.append(tagged("fldChar", fldCharType="end"))  # noqa: SLF001


def add_bookmark(paragraph: Any, name: str, number: int) -> None:  # noqa: ANN401
    """Put a bookmark around a paragraph."""
    paragraph._p.insert(1, tagged("bookmarkStart", id=str(number), name=name))  # noqa: SLF001
    paragraph._p.append(tagged("bookmarkEnd", id=str(number)))  # noqa: SLF001


def add_link(paragraph: Any, text: str, bookmark: str) -> None:  # noqa: ANN401
    """Add a link to a bookmark."""
    link = tagged("hyperlink", anchor=bookmark, history="1")
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001


def shade(cell_or_paragraph: Any, colour: str) -> None:  # noqa: ANN401
    """Fill a cell or a paragraph with a colour."""
    shading = tagged("shd", val="clear", color="auto", fill=colour.lstrip("#"))
    element = cell_or_paragraph._element  # noqa: SLF001
    holder = element.get_or_add_tcPr() if element.tag == qn("w:tc") else element.get_or_add_pPr()
    holder.append(shading)


def rule_table(table: Any, colour: str) -> None:  # noqa: ANN401
    """Draw lines between and below the rows of a table, and none elsewhere."""
    borders = tagged("tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(tagged(side, val="single", sz="4", space="0", color=colour.lstrip("#")))
    table._tbl.tblPr.append(borders)  # noqa: SLF001


def narrow_margins(table: Any) -> None:  # noqa: ANN401
    """Leave only a millimetre beside the texts of the cells."""
    margins = tagged("tblCellMar")
    margins.extend(tagged(side, w="57", type="dxa") for side in ("left", "right"))
    table._tbl.tblPr.append(margins)  # noqa: SLF001


def repeat_head(row: Any) -> None:  # noqa: ANN401
    """Repeat a row at the top of every page the table runs over."""
    row._tr.get_or_add_trPr().append(tagged("tblHeader"))  # noqa: SLF001


def keep_whole(row: Any) -> None:  # noqa: ANN401
    """Never break a row over two pages."""
    row._tr.get_or_add_trPr().insert(0, tagged("cantSplit"))  # noqa: SLF001


def new_numbering(document: Any, style: str) -> int:  # noqa: ANN401
    """Return a numbering of the style's kind that begins with 1 again."""
    numbering = document.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001
    held = document.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(held).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def set_numbering(paragraph: Any, numbering: int) -> None:  # noqa: ANN401
    """Count a paragraph in a numbering of its own."""
    own = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    own.get_or_add_ilvl().val, own.get_or_add_numId().val = 0, numbering


def describe(picture: Any, words: str) -> None:  # noqa: ANN401
    """Give a picture its alternative text."""
    picture._inline.docPr.set("descr", words)  # noqa: SLF001


def recognizable(picture: bytes) -> bytes:
    """Return a picture as python-docx takes it: a JPEG as image editors write it gets the segment that says so."""
    known = not picture.startswith(_JPEG) or picture[6:10] in {b"JFIF", b"Exif"}
    return picture if known else _JPEG + _JFIF + picture[len(_JPEG) :]

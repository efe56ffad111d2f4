"""An empty Word file in our look: A4, language, fonts, styles, and a foot with title and page."""

from typing import Any

from docx import Document
from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from mo_check.document.blocks import Role
from mo_check.languages import Language
from mo_check.render.styles import LIGHT
from mo_check.render.word.word_parts import add_field, edge, set_font, set_language, tagged

FONT = "Calibri"
"""Every office has it; our own font is on no PC."""
ROLES = {Role.NORMAL: "Normal", Role.LEAD: "Lead", Role.NOTE: "Note", Role.ALERT: "Alert", Role.BLANK: "Blank"}
"""The style of a paragraph by what it is for."""
_OWN = {
    "Letterhead": (10, 0, 12, "ink"),
    "Below title": (10.5, 0, 2, "ink"),
    "Contents title": (11, 10, 4, "ink"),
    "toc 1": (10.5, 4, 2, "ink"),
    "toc 2": (10.5, 0, 1, "ink"),
    "Lead": (10.5, 0, 6, "ink"),
    "Note": (9, 2, 6, "muted"),
    "Alert": (10.5, 6, 8, "ink"),
    "Blank": (10.5, 8, 10, "ink"),
    "Cell": (9.5, 2, 2, "ink"),
    "Fact": (9, 1.5, 1.5, "ink"),
    "Picture": (10.5, 8, 2, "ink"),
    "Gap": (8, 0, 0, "ink"),
}
"""Our own styles of paragraphs: size, space above and below in points, colour."""
_HEADINGS = {1: (20, 0, 4), 2: (14, 18, 6), 3: (11.5, 12, 4)}


def styled(tag: str, title: str, words: Language) -> File:
    """Return an empty file for texts in a language."""
    file = Document()
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    set_language(file, tag)
    _tidy(file)
    _text(file.styles["Normal"], 10.5, 0, 6, "ink")
    for level, (size, above, below) in _HEADINGS.items():
        style = file.styles[f"Heading {level}"]
        _text(style, size, above, below, "accent" if level == 1 else "ink")
        style.font.bold, style.font.italic = True, False
        style.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        _text(file.styles[name], 10.5, 0, 6, "ink")
        file.styles[name].paragraph_format.keep_together = True
    _text(file.styles["Subtitle"], 12, 0, 0, "muted")
    for spacing in file.styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        file.styles["Subtitle"].element.rPr.remove(spacing)
    file.styles["Subtitle"].font.italic = file.styles["Subtitle"].font.bold = False
    _text(file.styles["Caption"], 9, 6, 3, "muted")
    file.styles["Caption"].font.bold = False
    file.styles["Caption"].paragraph_format.keep_with_next = True
    for name, look in _OWN.items():
        _own(file, name, look)
    detail = file.styles.add_style("Detail", WD_STYLE_TYPE.CHARACTER)
    detail.font.size, detail.font.color.rgb = Pt(9), _rgb("muted")
    _drawn(file)
    _foot(section, title, words)
    return file


def _tidy(file: File) -> None:
    """Drop the ready-made styles of tables and lists that nobody here uses; they only hide ours in Word's list, and cost time."""
    for style in list(file.styles):
        listed = style.name.startswith("List") and style.name not in {"List Bullet", "List Number", "List"}
        if listed or (style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table"):
            style.delete()


def _own(file: File, name: str, look: tuple[float, float, float, str]) -> None:
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    _text(style, *look)
    if name == "toc 2":
        style.paragraph_format.left_indent = Mm(6)
    style.font.bold = True if name in {"Contents title", "Lead"} else None
    style.paragraph_format.keep_with_next = True if name in {"Picture", "Contents title"} else None


def _text(style: Any, size: float, above: float, below: float, colour: str) -> None:  # noqa: ANN401
    set_font(style, FONT)
    style.font.size, style.font.color.rgb = Pt(size), _rgb(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(LIGHT[colour].lstrip("#").upper())


def _drawn(file: File) -> None:
    """Give headings their rule, alerts their ground and edge, and blanks their frame."""
    _edge(file.styles["Heading 2"], {"bottom": ("single", 10, 2, "accent")}, "")
    _edge(file.styles["Alert"], {"left": ("single", 24, 6, "some")}, "alert")
    frame = dict.fromkeys(("top", "left", "bottom", "right"), ("dashed", 6, 4, "muted"))
    _edge(file.styles["Blank"], frame, "")


def _edge(style: Any, sides: dict[str, tuple[str, int, int, str]], ground: str) -> None:  # noqa: ANN401
    following = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")
    properties = style.element.get_or_add_pPr()
    borders = tagged("pBdr")
    for side, (kind, width, space, colour) in sides.items():
        borders.append(tagged(side, val=kind, sz=str(width), space=str(space), color=LIGHT[colour].lstrip("#")))
    properties.insert_element_before(borders, *following)
    if ground:
        shading = tagged("shd", val="clear", color="auto", fill=LIGHT[ground].lstrip("#"))
        properties.insert_element_before(shading, *following[1:])


def _foot(section: Any, title: str, words: Language) -> None:  # noqa: ANN401
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{title} · {words.say('Seite')} ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {words.say('von')} ")
    add_field(paragraph, "NUMPAGES", "1")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), _rgb("muted")
    edge(paragraph, "top", LIGHT["line"], 4)

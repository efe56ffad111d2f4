"""An empty Word file in our look. Its styles stand in ``template.docx``; here is only what each document has for itself.

``template.docx`` is the source, and no program makes it: whoever changes how our Word files look opens it in Word or
LibreOffice, changes a style and saves it. Its text shows every style once and is left out; its page, margins and foot are kept.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as File

from mo_check.document.blocks import Role
from mo_check.languages import Language
from mo_check.render.word.word_parts import add_field, set_language

TEMPLATE = Path(__file__).with_name("template.docx")
ROLES = {Role.NORMAL: "Normal", Role.LEAD: "Lead", Role.NOTE: "Note", Role.ALERT: "Alert", Role.BLANK: "Blank"}
"""The style of a paragraph by what it is for."""


def styled(tag: str, title: str, words: Language) -> File:
    """Return an empty file for texts in a language."""
    file = Document(str(TEMPLATE))
    file.element.body.clear_content()
    set_language(file, tag)
    foot = file.sections[0].footer.paragraphs[0].clear()
    foot.add_run(f"{title} · {words.say('Seite')} ")
    add_field(foot, "PAGE", "1")
    foot.add_run(f" {words.say('von')} ")
    add_field(foot, "NUMPAGES", "1")
    return file


@cache
def style_ids() -> Mapping[str, str]:
    """Return the ids of the template's styles by their names, in small letters.

    Whatever saved the template may have changed ids and capitals: a Word that speaks German, or LibreOffice.
    """
    return {style.name.casefold(): style.style_id for style in Document(str(TEMPLATE)).styles if style.name}


def set_style(paragraph: Any, name: str) -> None:  # noqa: ANN401 - python-docx leaves its elements open
    """Give a paragraph the style of a name by its id; python-docx would search through all styles, each time."""
    paragraph._p.style = style_ids()[name.casefold()]  # noqa: SLF001


def add_line(file: File, style: str, text: str = "") -> Any:  # noqa: ANN401
    """Add a paragraph in a style."""
    line = file.add_paragraph(text)
    set_style(line, style)
    return line

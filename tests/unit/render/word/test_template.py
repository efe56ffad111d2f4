"""The template that the styles of Word files stand in: what the writer relies on, whoever edited it."""

import ast
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from mo_check.document.blocks import Column, Document, Heading, ListEntry, Listing, Paragraph, Table
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.styles import LIGHT
from mo_check.render.word import word_styles
from mo_check.render.word.word import word_file
from mo_check.render.word.word_styles import ROLES, TEMPLATE

FRAME = LetterFrame(date(2026, 11, 14))
LEVELS = {"Heading ": "123", "toc ": "12"}
"""What stands behind the beginning of a name that ends with a number."""


SAVED = {b'"Heading2"': b'"berschrift2"', b'w:styleId="Cell"': b'w:styleId="Zelle1"', b'name w:val="toc ': b'name w:val="TOC '}
"""What other programs make of ids and names."""


def _names(call: ast.Call) -> Iterator[str]:
    """Yield the names of styles that a call gives."""
    function = call.func.id if isinstance(call.func, ast.Name) else ""
    given = call.args[1:2] if function in {"add_line", "set_style", "new_numbering"} else []
    for node in (*given, *(held.value for held in call.keywords if held.arg == "style")):
        match node:
            case ast.Constant(value=str(name)):
                yield name
            case ast.JoinedStr(values=[ast.Constant(value=str(begin)), *_]):
                yield from (begin + level for level in LEVELS[begin])


def named_styles() -> set[str]:
    """Return every style that the writer of Word files names anywhere."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in TEMPLATE.parent.glob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {name for call in calls for name in _names(call)} | set(ROLES.values()) | {"List Bullet", "List Number", "Footer"}


def test_the_template_holds_every_style_that_the_writer_names() -> None:
    """Where one is missing: open template.docx in Word and make a style of that name."""
    assert {"Heading 2", "toc 1", "Cell", "Detail", "Blank", "Picture"} <= named_styles()
    assert named_styles() - {style.name for style in docx.Document(str(TEMPLATE)).styles} == set()


def test_the_colours_of_texts_are_those_whose_contrasts_are_tested() -> None:
    """Charts and tables have the same; who changes a colour changes it in render/styles.py too."""
    styles = docx.Document(str(TEMPLATE)).styles
    colours = {f"#{colour}".lower() for name in named_styles() if (colour := styles[name].font.color.rgb) is not None}
    assert colours <= set(LIGHT.values())


def test_the_template_is_a4_and_says_nothing_about_who_edited_it() -> None:
    """The margins leave 170 millimetres, which the widths of tables are reckoned with."""
    held = docx.Document(str(TEMPLATE))
    (section,) = held.sections
    width, left, right = (length.mm for length in (section.page_width, section.left_margin, section.right_margin) if length)
    assert (round(width), round(width - left - right)) == (210, 170)
    assert (held.core_properties.author, held.core_properties.last_modified_by) == ("mo-check", "")


def test_lists_of_the_template_are_lists() -> None:
    """Both bear the number of a numbering; without it there would be neither signs nor numbers."""
    held = docx.Document(str(TEMPLATE))
    for name in ("List Bullet", "List Number"):
        assert held.styles[name].element.pPr.numPr.numId.val > 0
    assert held.styles["Detail"].type == WD_STYLE_TYPE.CHARACTER


def _edited(folder: Path) -> Path:
    """Return the template as another program saves it: ids in its own language, names of its own styles in capitals."""
    path = folder / "template.docx"
    with ZipFile(TEMPLATE) as held, ZipFile(path, "w") as file:
        for name in held.namelist():
            data = held.read(name)
            for old, new in SAVED.items():
                data = data.replace(old, new)
            file.writestr(name, data)
    return path


def test_styles_are_found_by_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the program that saved the template calls them inside."""
    monkeypatch.setattr(word_styles, "TEMPLATE", _edited(tmp_path))
    word_styles.style_ids.cache_clear()
    blocks = (*(Heading(f"Teil {n}") for n in range(9)), Table((Column("Was"),), (("eins",),)))
    data = word_file([Document("de", "Probe", (), blocks)], FRAME)
    word_styles.style_ids.cache_clear()
    text = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert 'w:val="berschrift2"' in text
    assert 'w:val="Zelle1"' in text
    assert {line.style.name for line in docx.Document(BytesIO(data)).paragraphs} >= {"Heading 1", "Heading 2", "TOC 1", "TOC 2"}


def test_the_text_of_the_template_is_left_out() -> None:
    """It only shows its styles to those who edit it."""
    held = Document("de", "Probe", (), (Paragraph("Text."), Listing((ListEntry("a"),))))
    file = docx.Document(BytesIO(word_file([held], FRAME)))
    assert [line.text for line in file.paragraphs if line.text] == ["Probe", "Text.", "a"]
    assert [line.text for line in file.sections[0].footer.paragraphs] == ["Probe · Seite 1 von 1"]

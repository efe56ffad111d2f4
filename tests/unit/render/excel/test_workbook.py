"""What reports and forms share when they write a workbook."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from mo_check.render.excel.workbook import SheetNames, WorkbookLook, WorkbookWriter, line_count


def written() -> WorkbookWriter:
    """Return a workbook without sheets."""
    return WorkbookWriter("Probe", date(2026, 11, 14), WorkbookLook("Arial", 10, (0.4, 0.4, 0.5, 0.6)))


def test_the_names_of_sheets_are_such_as_a_spreadsheet_takes() -> None:
    """None of its special signs, at most 31 letters, none twice, never empty."""
    free = SheetNames().free
    names = [free(one) for one in ("Start", "A/B: [C]*?", "start", "START", "''", "''", "x" * 40, "x" * 40, "x" * 30 + "'y")]
    assert len({name.casefold() for name in names}) == len(names) == 9
    assert not set("".join(names)) & set("[]:*?/\\")
    assert all(0 < len(name) <= 31 and not {name[0], name[-1]} & set("' ") for name in names)


def test_a_format_is_made_once_and_what_comes_later_wins() -> None:
    """However its properties are put together; the font is the workbook's unless told otherwise."""
    book = written()
    look = {"bold": True, "align": "left"}
    style = book.style(look, align="right")
    assert style is book.style({"align": "right"}, bold=True)
    assert style is not book.style(look)
    assert (style.font_name, style.font_size, book.style(font_size=15).font_size) == ("Arial", 10, 15)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("title", ["Fragen & Antworten", "&" * 300, "x" * 300], ids=["ampersand", "ampersands", "long"])
def test_every_title_fits_into_the_foot(title: str) -> None:
    """Excel takes 255 characters there, and reads an ampersand alone as the beginning of a code."""
    book = written()
    sheet = book.sheet("Blatt")
    book.page(sheet, title, "Seite &P von &N")
    assert sheet.footer.startswith("&L")
    assert sheet.footer.endswith("&RSeite &P von &N")
    assert sheet.footer.removeprefix("&L").removesuffix("&RSeite &P von &N").replace("&&", "").count("&") == 0


def test_a_workbook_is_the_same_file_whenever_it_is_written() -> None:
    """It knows the day it was made on and no moment."""
    made = []
    for _ in range(2):
        book = written()
        book.sheet("Blatt").write_row(0, 0, ["=1+1", "http://a.b", "12"])
        made.append(book.finished())
    assert made[0] == made[1]
    with ZipFile(BytesIO(made[0])) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
        assert b"<t>12</t>" in file.read("xl/sharedStrings.xml")
        assert b"2026-11-14T00:00:00Z" in file.read("docProps/core.xml")


def test_a_text_needs_a_line_for_each_time_it_fills_one() -> None:
    """An empty one needs a line as well."""
    assert line_count([0, 10, 11, 25], 10) == 1 + 1 + 2 + 3

"""Excel: sheets to read, to filter and to fill in, charts that Excel draws, read back from the file's own parts."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from calling import PROFILES
from drawing import reported
from kinds import sheets
from mo_check.document.blocks import Column, Document, DotPlot, DotRow, Number, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.render.excel.excel import excel_file
from mo_check.render.letter_frame import LetterFrame
from mo_check.report.report_page import report_document

FRAME = LetterFrame(date(2026, 11, 14))
LARGE = PROFILES / "large-city.yaml"
TOPICS = PROFILES / "city" / "city-2026.yaml"


def large(tag: str = "de") -> Document:
    """Return the report of the large city."""
    return report_document(reported(LARGE), language(tag))


def part(data: bytes, name: str) -> etree._Element:
    """Return a part of a workbook."""
    with ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def named(root: etree._Element, name: str) -> list[etree._Element]:
    """Return every element of a name, whatever its namespace."""
    return [node for node in root.iter() if etree.QName(node).localname == name]


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("de", ["Übersicht", "Diagramme", "Kriterien", "Lücken", "Schritte", "Auswahl"]),
        ("en", ["Overview", "Charts", "Items", "Gaps", "Steps", "Choices"]),
    ],
)
def test_the_sheets_of_a_report(tag: str, names: list[str]) -> None:
    """Overview, charts, items, gaps, steps, and the lists that steps are filled in from."""
    assert list(sheets(excel_file([large(tag)], FRAME))) == names


def test_two_documents_share_a_workbook() -> None:
    """The sheets of several documents bear their numbers, and no name stands twice."""
    names = list(sheets(excel_file([large(), large()], FRAME)))
    assert names[0] == "1 Übersicht"
    assert "2 Schritte" in names
    assert len(names) == len({name.casefold() for name in names})


def test_every_row_of_the_tables_is_there() -> None:
    """Items, gaps and steps are read back with the text of the document; numbers are numbers."""
    document = large()
    words = language("de")
    read = sheets(excel_file([document], FRAME))
    for table in document.tables:
        cells = iter(read[table.name])
        assert [next(cells) for _ in table.columns] == [column.header for column in table.columns]
        for row in table.rows:
            for cell in row:
                found = next(cells)
                if isinstance(cell, Number) and cell.value is not None:
                    assert float(found) == pytest.approx(float(cell.value))
                else:
                    assert found.endswith(cell_text(cell, words))


def test_a_data_sheet_can_be_filtered_and_printed() -> None:
    """The head stays in view and on every page, each column has a filter, and the width is one page."""
    data = excel_file([large()], FRAME)
    sheet = part(data, "xl/worksheets/sheet3.xml")
    assert named(sheet, "autoFilter")[0].get("ref").startswith("A1:")
    assert named(sheet, "pane")[0].get("ySplit") == "1"
    assert named(sheet, "pageSetup")[0].get("fitToHeight") == "0"
    titles = [
        node.text for node in named(part(data, "xl/workbook.xml"), "definedName") if node.get("name") == "_xlnm.Print_Titles"
    ]
    assert any("Kriterien" in title and "$1:$1" in title for title in titles)


def test_steps_are_filled_in_from_lists() -> None:
    """Who, until when and how far are chosen from lists on a sheet of their own; other words are taken too."""
    data = excel_file([large()], FRAME)
    found = named(part(data, "xl/worksheets/sheet5.xml"), "dataValidation")
    assert len(found) == 3
    assert {one.get("type") for one in found} == {"list"}
    assert all(one.get("showErrorMessage") is None for one in found)
    assert all(named(one, "formula1")[0].text.startswith("'Auswahl'!$") for one in found)
    assert {"offen", "begonnen", "erledigt", "in drei Monaten"} <= set(sheets(data)["Auswahl"])


def test_charts_are_excels_own() -> None:
    """A bar chart and a net are drawn by Excel, with alternative texts and the numbers beside them."""
    data = excel_file([large()], FRAME)
    kinds = [{etree.QName(node).localname for node in part(data, f"xl/charts/chart{n}.xml").iter()} for n in (1, 2)]
    assert "barChart" in kinds[0]
    assert "radarChart" in kinds[1]
    told = [node.get("descr") for node in named(part(data, "xl/drawings/drawing1.xml"), "cNvPr")]
    assert all("Räume: " in text for text in told)
    assert "Räume" in sheets(data)["Diagramme"]


def test_answers_by_perspective_are_a_chart_too() -> None:
    """A dot plot becomes columns for each perspective, with its counts in the overview."""
    plot = DotPlot(("nichts", "voll"), (DotRow("Verwaltung", (1, 2), None), DotRow("Vereine", (), None, "zu wenige")))
    data = excel_file([Document("de", "Probe", (), (plot,))], FRAME)
    assert "barChart" in {etree.QName(node).localname for node in part(data, "xl/charts/chart1.xml").iter()}
    assert {"Verwaltung", "Vereine", "zu wenige"} <= set(sheets(data)["Übersicht"])


@pytest.mark.parametrize("name", ["[x]: a/b?*\\", "'", "x" * 60, "History"])
def test_a_table_may_have_any_name(name: str) -> None:
    """What Excel does not allow in the name of a sheet is left out of it."""
    table = Table((Column("Was"),), (("a",),), name=name)
    assert len(sheets(excel_file([Document("de", "Probe", (), (), tables=(table, table))], FRAME))) == 3


def test_a_text_longer_than_a_cell_is_cut() -> None:
    """Excel takes 32,767 characters in a cell, and the file stays whole."""
    table = Table((Column("Was"),), (("x" * 40_000,),), name="Lang")
    assert len(max(sheets(excel_file([Document("de", "Probe", (), (), tables=(table,))], FRAME))["Lang"], key=len)) == 32_767

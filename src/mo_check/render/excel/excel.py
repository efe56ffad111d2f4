"""Documents as an Excel workbook: an overview to read, charts that Excel draws, and tables to filter and fill in.

Every text is written as text: nothing becomes a formula or a link, and the workbook holds no formula at all.
"""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from mo_check.document.blocks import Document, Table
from mo_check.languages import Language, language
from mo_check.render.excel.excel_charts import add_charts
from mo_check.render.excel.excel_sheet import CELL, HEAD, SheetWriter
from mo_check.render.excel.workbook import WorkbookLook, WorkbookWriter
from mo_check.render.layout import file_title
from mo_check.render.letter_frame import LetterFrame

_LOOK = WorkbookLook("Calibri", 11, (0.5, 0.5, 0.6, 0.7))


def excel_file(documents: Sequence[Document], frame: LetterFrame) -> bytes:
    """Return documents as a workbook; the sheets of several documents bear their numbers."""
    words = language(documents[0].language)
    day = max((document.day for document in documents if document.day), default=frame.day)
    book = WorkbookWriter(file_title(documents), day, _LOOK)
    filled: list[tuple[Worksheet, Table]] = []
    for number, document in enumerate(documents, start=1):
        lead = f"{number} " if len(documents) > 1 else ""
        overview = SheetWriter(book, lead + words.say("Übersicht"), words)
        overview.overview(document, frame.letterhead if number == 1 else None)
        add_charts(document, book, lead + words.say("Diagramme"), words)
        for table in document.tables:
            alone = SheetWriter(book, lead + table.name, words)
            filled.append((alone.sheet, alone.table_alone(table)))
    _offer_choices(filled, book, words)
    return book.finished()


def _offer_choices(filled: list[tuple[Worksheet, Table]], book: WorkbookWriter, words: Language) -> None:
    """Add the lists that cells may be filled from, on a sheet of their own where an office can change them."""
    found = _lists([table for _, table in filled])
    if not found:
        return
    sheet = book.sheet(words.say("Auswahl"))
    book.page(sheet)
    for place, (header, choices) in enumerate(found.items()):
        sheet.write_string(0, place, header, book.style(HEAD))
        sheet.set_column(place, place, max(len(one) for one in (header, *choices)) + 3)
        sheet.write_column(1, place, choices, book.style(CELL))
    for filling, table in filled:
        for n, column in enumerate(table.columns):
            if column.choices:
                place = list(found).index(column.header)
                source = f"='{sheet.get_name()}'!{xl_range_abs(1, place, len(found[column.header]), place)}"
                rule = {"validate": "list", "source": source, "show_error": False}  # other words may be typed too
                filling.data_validation(1, n, len(table.rows), n, rule)


def _lists(tables: list[Table]) -> dict[str, tuple[str, ...]]:
    """Return the choices of all columns by their heads; columns of one name share them."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for column in table.columns:
            if column.choices:
                found[column.header] = tuple(dict.fromkeys((*found.get(column.header, ()), *column.choices)))
    return found

"""Documents as an Excel workbook: an overview to read, charts that Excel draws, and tables to filter and fill in.

Every text is written as text: nothing becomes a formula or a link, and the workbook holds no formula at all.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from mo_check.document.blocks import Document, Table
from mo_check.languages import Language, language
from mo_check.render.excel.excel_charts import charts
from mo_check.render.excel.excel_sheet import SheetWriter
from mo_check.render.excel.excel_styles import ReportStyles
from mo_check.render.layout import file_title
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.workbook import A4, SheetNames


def excel_file(documents: Sequence[Document], frame: LetterFrame) -> bytes:
    """Return documents as a workbook; the sheets of several documents bear their numbers."""
    words = language(documents[0].language)
    stream = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = Workbook(stream, options)
    day = max((document.day for document in documents if document.day), default=frame.day)
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a calendar day
    book.set_properties({"title": file_title(documents)[:255], "author": "mo-check", "created": made})
    looks = ReportStyles(book)
    names = SheetNames()
    for number, document in enumerate(documents, start=1):
        lead = f"{number} " if len(documents) > 1 else ""
        overview = SheetWriter(book.add_worksheet(names.free(lead + words.say("Übersicht"))), looks, words)
        overview.overview(document, frame.letterhead if number == 1 else None)
        charts(document, book, names.free(lead + words.say("Diagramme")), looks, words)
        for table in document.tables:
            sheet = SheetWriter(book.add_worksheet(names.free(lead + table.name)), looks, words)
            sheet.table_alone(table)
    _choices(documents, book, names, looks, words)
    book.close()
    return stream.getvalue()


def _choices(documents: Sequence[Document], book: Any, names: SheetNames, looks: ReportStyles, words: Language) -> None:  # noqa: ANN401
    """Add the lists that cells may be filled from, on a sheet of their own where an office can change them."""
    found = _lists([table for document in documents for table in document.tables])
    if not found:
        return
    name = names.free(words.say("Auswahl"))
    sheet = book.add_worksheet(name)
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    for place, (header, choices) in enumerate(found.items()):
        sheet.write_string(0, place, header, looks.head)
        sheet.set_column(place, place, max(len(one) for one in (header, *choices)) + 3)
        for row, choice in enumerate(choices, start=1):
            sheet.write_string(row, place, choice, looks.cell)
    looks.offer(found, name)


def _lists(tables: list[Table]) -> dict[str, tuple[str, ...]]:
    """Return the choices of all columns by their heads; columns of one name share them."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for column in table.columns:
            if column.choices:
                found[column.header] = tuple(dict.fromkeys((*found.get(column.header, ()), *column.choices)))
    return found

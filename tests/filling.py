"""Filling forms the way other programs do: workbooks cell by cell, survey tools row by row."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO, StringIO
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import python_calamine
import xlsxwriter

from mo_check.forms.pure.sheet_keys import COLUMNS, SHEET, START, RowKey
from mo_check.forms.pure.survey_names import CONSENT, OdkName, head_code, lime_choice, lime_code
from respondents import Reply

Cells = dict[tuple[str, int, int], str]
"""Texts by sheet, row and column, counted from 0."""


class Book:
    """A workbook's cells as text, to look up where what has to be written."""

    def __init__(self, data: bytes) -> None:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        self.sheets: dict[str, list[list[Any]]] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }

    def field(self, key: str) -> tuple[str, int, int]:
        """Return the cell of a field of the first sheet."""
        for name, rows in self.sheets.items():
            for number, row in enumerate(rows):
                if rows[0][0] == START and row[0] == key:
                    return name, number, 2
        raise KeyError(key)

    def cell(self, key: RowKey, column: str) -> tuple[str, int, int]:
        """Return a cell of a question."""
        for name, rows in self.sheets.items():
            for number, row in enumerate(rows):
                if rows[0][0] == SHEET and row[0] == str(key):
                    return name, number, COLUMNS.index(column) + 1
        raise KeyError(key)

    def words(self, key: RowKey) -> Mapping[str, str]:
        """Return the words that may be chosen for a question, by the id each stands for."""
        sheet, row, _ = self.cell(key, "answer")
        wanted = self.sheets[sheet][row][COLUMNS.index("list") + 1]
        lists = self.sheets["mo-check"]
        column = lists[0].index(wanted)
        return {row[column + 1]: row[column] for row in lists[1:] if row[column]}


def cells_for(data: bytes, checklist: str, said: Iterable[Reply], **who: str) -> Cells:
    """Return what has to be written into a workbook's cells to say the same."""
    book = Book(data)
    found: Cells = {book.field(key): text for key, text in who.items()}
    for reply in said:
        key = RowKey(checklist, reply.item)
        if reply.nothing_in_row:
            dimension = reply.item.split(".")[0]
            found[book.cell(RowKey(checklist, dimension, row=reply.asked.item.row or ""), "answer")] = "ja"
            continue
        if reply.text:
            found[book.cell(key, "answer")] = reply.text
            found[book.cell(key._replace(option="read_aloud"), "answer")] = "nur sinngemäß"
            continue
        for one in reply.chosen:
            if reply.asked.several and not one.startswith("_"):
                found[book.cell(RowKey(checklist, reply.item, one), "answer")] = "ja"
            else:
                found[book.cell(key, "answer")] = book.words(key)[one]
        for column in ("detail", "note", "evidence"):
            if text := getattr(reply, column):
                found[book.cell(key, column)] = text
    return found


def rewritten(data: bytes, cells: Cells) -> bytes:
    """Return a workbook of the same cells with others written over them."""
    stream = BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(stream, plain) as book:
        for name, rows in Book(data).sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        sheet.write(number, column, value)
            for (where, number, column), text in cells.items():
                if where == name:
                    sheet.write_string(number, column, text)
    return stream.getvalue()


def odk_row(xform: str, checklist: str, said: Iterable[Reply], **who: str) -> dict[str, str]:
    """Return the row that ODK Central exports for these replies: a column for each field of the form, with its groups."""
    names = {"h": "http://www.w3.org/1999/xhtml", "x": "http://www.w3.org/2002/xforms"}
    root = ET.fromstring(xform)  # noqa: S314 - pyxform wrote it from a form of ours
    calculated = {b.get("nodeset", ""): b.get("calculate", "") for b in root.iterfind(".//x:bind", names)}
    instance = root.find(".//x:instance/*", names)
    assert instance is not None
    values = {f"mo_{key}": text for key, text in who.items()}
    for reply in said:
        name = OdkName(checklist, reply.item)
        if reply.nothing_in_row:
            dimension = reply.item.split(".")[0]
            values[str(OdkName(checklist, f"{dimension}.{reply.asked.item.row}", "row"))] = "yes"
        values[str(name)] = reply.text or " ".join(reply.chosen)
        values[str(name._replace(part="aloud"))] = "in_substance" if reply.text else ""
        part = "reason" if "_not_applicable" in reply.chosen else "who"
        values |= {str(name._replace(part=part)): reply.detail, str(name._replace(part="note")): reply.note}
    row = {"SubmissionDate": "2026-11-15T10:00:00.000Z"}
    for path, field in _leaves(instance, ()):
        value = calculated.get("/" + "/".join((_plain(instance.tag), *path)), "").strip("'") or values.get(field, "")
        row["-".join(path)] = value
    return row | {"KEY": "uuid:1"}


def _leaves(node: ET.Element, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for child in node:
        here = (*path, _plain(child.tag))
        if len(child):
            yield from _leaves(child, here)
        else:
            yield here, here[-1]


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


class LimeQuestion(NamedTuple):
    """A question as LimeSurvey's importer makes it of its rows, in one language."""

    group: str
    kind: str
    relevance: str
    text: str
    attributes: Mapping[str, str]
    parts: list[str]


def lime_imported(data: bytes) -> dict[str, dict[str, LimeQuestion]]:
    """Return the questions by language and code, by the rules of LimeSurvey's import of tab-separated structures."""
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter="\t"))
    found: dict[str, dict[str, LimeQuestion]] = {}
    group, code = "", ""
    for row in rows:
        if row["class"] == "G":
            group = row["type/scale"]
        elif row["class"] == "Q":
            code = row["name"]
            attributes = {key: row[key] for key in ("hidden", "exclude_all_others") if row[key]}
            question = LimeQuestion(group, row["type/scale"], row["relevance"], row["text"], attributes, [])
            assert code not in found.setdefault(row["language"], {})
            found[row["language"]][code] = question
        elif row["class"] in {"A", "SQ"}:
            found[row["language"]][code].parts.append(row["name"])
    return found


def lime_row(questions: Mapping[str, LimeQuestion], checklist: str, said: Iterable[Reply], **who: str) -> dict[str, str]:
    """Return the row that LimeSurvey exports with codes for these replies."""
    row = {"id": "1", "submitdate": "2026-11-15 10:00:00", "lastpage": "9", "startlanguage": "de", "seed": "1"}
    for code, question in questions.items():
        if question.kind == "M":
            row |= {f"{code}[{part}]": "" for part in question.parts}
        else:
            row[code] = re.sub(r"^\{'|'\}$", "", question.text) if question.kind == "*" else ""
            row |= {f"{code}[comment]": ""} if question.kind == "O" else {}
    row |= {head_code(key): lime_choice(text) if key in CONSENT else text for key, text in who.items()}
    for reply in said:
        code = lime_code(checklist, reply.item)
        if reply.nothing_in_row:
            dimension = reply.item.split(".")[0]
            row[f"{lime_code(checklist, f'{dimension}.{reply.asked.item.row}', 'row')}[{lime_choice('yes')}]"] = "Y"
            continue
        if reply.text:
            row[code] = reply.text
            row[lime_code(checklist, reply.item, "aloud")] = lime_choice("in_substance")
        for one in reply.chosen:
            if reply.asked.several:
                row[f"{code}[{lime_choice(one)}]"] = "Y"
            else:
                row[code] = lime_choice(one)
        if reply.detail:
            row[lime_code(checklist, reply.item, "reason" if "_not_applicable" in reply.chosen else "who")] = reply.detail
        if reply.note:
            row[lime_code(checklist, reply.item, "note") if reply.asked.several else f"{code}[comment]"] = reply.note
    return row


def table(rows: Iterable[Mapping[str, str]], sign: str = ",") -> bytes:
    """Return rows as the CSV that survey tools export."""
    rows = list(rows)
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()

"""Reading a filled workbook, .xlsx or .ods, into one submission; problems name their cell."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.complaints import near_miss
from mo_check.files.library import Library
from mo_check.forms.pure.form_head import FormHead, head_of
from mo_check.forms.pure.sheet_keys import DAY, HEAD, KIND, LABEL, LANGUAGE, LISTS, NAME, READ_ALOUD, SHEET, START, RowKey
from mo_check.forms.pure.survey_names import BESIDE, CONSENT
from mo_check.forms.read.assembling import EmptyMatrixRow, RespondentFields, ReturnedAnswer, SubmissionBuilder
from mo_check.forms.read.parsed_answer import ParsedAnswer
from mo_check.forms.read.sheet_marks import Corner, Field, QuestionRow, corners, fields, lists, question_rows
from mo_check.forms.read.source_location import SourceLocation
from mo_check.forms.read.spreadsheets import MERGED, sheets_of
from mo_check.forms.read.submissions import Submission
from mo_check.model.answer import ReadAloud
from mo_check.model.profile import Land, SubjectKind

_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_SHOWN = 60
_POSSIBLE: Mapping[str, Collection[str]] = {KIND: tuple(SubjectKind), "land": tuple(Land)} | dict.fromkeys(
    CONSENT, tuple(ReadAloud)
)
"""What is possible in a field that is chosen from a list."""
Lists = Mapping[str, Mapping[str, str]]


def read_workbook(path: Path, library: Library) -> Submission:
    """Return what one filled workbook holds. Raises InvalidInput with everything that is wrong with it, cell by cell."""
    found = [corner for sheet in sheets_of(path) for corner in corners(sheet)]
    start = {key: field for corner in found if corner.mark == START for key, field in fields(corner)}
    head = head_of(start[HEAD].text) if HEAD in start else None
    if head is None:
        message = Message("Das ist kein Formular von mo-check, oder seine verborgenen Angaben fehlen.")
        remedy = Message("Das Formular noch einmal verschicken und darum bitten, keine Blätter zu löschen.")
        raise InvalidInput((Problem(str(path), message, remedy),))
    choices = {name: entries for corner in found if corner.mark == LISTS for name, entries in lists(corner)}
    assembly = SubmissionBuilder(str(path), head, library)
    for corner in found:
        if corner.mark == SHEET:
            _take_sheet(corner, assembly, choices)
    return assembly.submission(_who(start, head, assembly, choices))


def _who(start: Mapping[str, Field], head: FormHead, assembly: SubmissionBuilder, choices: Lists) -> RespondentFields:
    nowhere = Field("", SourceLocation())
    held = {key: start.get(key, nowhere) for key in (LABEL, NAME, KIND, LANGUAGE, *BESIDE)}
    said = {key: _value(field, _POSSIBLE.get(key, ()), choices) for key, field in held.items()}
    places = {key: field.place for key, field in held.items()}
    day = _day(start.get(DAY, nowhere), assembly)
    return RespondentFields(said[LABEL], said[NAME], said[KIND], said[LANGUAGE] or head.languages[0], day, places, said)


def _value(field: Field, possible: Collection[str], choices: Lists) -> str:
    """Return what the words of a field stand for, of what is possible there; else the words."""
    entries = ((shown, value) for held in choices.values() for shown, value in held.items() if value in possible)
    return next((value for shown, value in entries if shown.casefold() == field.text.casefold()), field.text)


def _day(field: Field, assembly: SubmissionBuilder) -> str:
    german = _GERMAN_DAY.fullmatch(field.text)
    text = f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}" if german else field.text
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        message = Message("„{value}“ ist kein Datum.", value=field.text[:_SHOWN])
        assembly.complain(field.place, message, Message("Tag.Monat.Jahr schreiben: 14.11.2026."))
        return ""


def _take_sheet(corner: Corner, assembly: SubmissionBuilder, choices: Lists) -> None:
    for row in sorted(question_rows(corner), key=lambda one: bool(one.key and one.key.option)):  # questions before options
        if row.key is None:
            _complain_of_lost_key(row, assembly)
        elif row.filled() and row.sheet.is_merged(row.row):
            assembly.complain(row.place(), *MERGED)
        elif row.key.row:
            if _chosen(row, assembly, choices):
                assembly.nothing.append(EmptyMatrixRow(row.key.checklist, row.key.item, row.key.row))
        elif row.key.option:
            _take_option(row, row.key, assembly, choices)
        else:
            _take_question(row, row.key, assembly, choices)


def _complain_of_lost_key(row: QuestionRow, assembly: SubmissionBuilder) -> None:
    """Complain of a row that holds an answer to nobody knows what; the row of heads holds words in every column."""
    if row.filled() and not (row.field("question") and not row.field("wording") and row.field("levels")):
        message = Message("Zu welcher Frage diese Zeile gehört, ist nicht mehr zu erkennen.")
        assembly.complain(row.place(), message, Message("Die Antwort in ein unverändertes Formular übertragen."))


def _take_option(row: QuestionRow, key: RowKey, assembly: SubmissionBuilder, choices: Lists) -> None:
    at = (key.checklist, key.item)
    if not _chosen(row, assembly, choices):
        return
    if key.option == READ_ALOUD:
        if at in assembly.asked:
            said = assembly.asked[at].said._replace(read_aloud=_chosen(row, assembly, choices)[0])
            assembly.asked[at] = assembly.asked[at]._replace(said=said)
        return
    held = assembly.asked.get(at) or ReturnedAnswer(ParsedAnswer(several=True), row.places())
    if key.option in held.said.chosen:
        _complain_of_double(row, assembly)
        return
    said = held.said._replace(chosen=(*held.said.chosen, key.option), several=True)
    assembly.asked[at] = held._replace(said=said)


def _take_question(row: QuestionRow, key: RowKey, assembly: SubmissionBuilder, choices: Lists) -> None:
    at = (key.checklist, key.item)
    if at in assembly.asked:
        if row.filled():
            _complain_of_double(row, assembly)
        return
    chosen = _chosen(row, assembly, choices) if row.field("list") else ()
    detail = row.field("detail")
    away = "_elsewhere" in chosen
    said = ParsedAnswer(
        chosen,
        text="" if row.field("list") else row.field("answer"),
        reason="" if away else detail,
        who=detail if away else "",
        note=row.field("note"),
        evidence=row.field("evidence"),
    )
    assembly.asked[at] = ReturnedAnswer(said, row.places(), row.field("wording"))


def _complain_of_double(row: QuestionRow, assembly: SubmissionBuilder) -> None:
    message = Message("Diese Frage ist schon an anderer Stelle beantwortet.")
    assembly.complain(row.place(), message, Message("Eine der beiden Antworten löschen."))


def _chosen(row: QuestionRow, assembly: SubmissionBuilder, choices: Lists) -> tuple[str, ...]:
    """Return the id of what was chosen from the list of a row; a word that is not in it is a problem."""
    text = row.field("answer")
    if not text:
        return ()
    entries = choices.get(row.field("list"), {})
    known = {label.casefold(): value for label, value in entries.items()}
    if text.casefold() in known:
        return (known[text.casefold()],)
    message = Message("„{value}“ steht hier nicht zur Wahl.", value=text.replace("\n", " ")[:_SHOWN])
    assembly.complain(row.place(), message, near_miss(text[:_SHOWN], entries))
    return ()

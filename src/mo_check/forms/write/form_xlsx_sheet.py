"""One sheet of a form's workbook: the questions of a dimension, row by row, each with its hidden key."""

from xlsxwriter.worksheet import Worksheet

from mo_check.forms.pages.form_words import (
    DETAILS,
    NOTHING_HERE,
    SEVERAL,
    help_texts,
    status_words,
    statuses_of,
    waits_text,
)
from mo_check.forms.pages.head_questions import ALOUD_CHOICES
from mo_check.forms.pure.questionnaire import AskedItem, Section
from mo_check.forms.pure.sheet_keys import COLUMNS, READ_ALOUD, SHEET, RowKey
from mo_check.forms.write.form_workbook import FIELD, LINED, TEXT, TITLE, Choices, FormWorkbook, Line, height
from mo_check.interview.consent_questions import TEXT_ALOUD
from mo_check.interview.question import Action, Choice
from mo_check.model.item import ItemKind
from mo_check.render.excel.workbook import protect

_YES = "yes"
_WIDTHS = (0, 4, 40, 48, 18, 16, 24, 16, 0, 0)
"""The widths of the columns, in characters; 0 stands for hidden."""
_COLUMN = {key: number for number, key in enumerate(COLUMNS, start=1)}


class QuestionSheet:
    """Writes the questions of one dimension, row by row."""

    def __init__(self, book: FormWorkbook, sheet: Worksheet, checklist: str) -> None:
        self._book = book
        self._sheet = sheet
        self._checklist = checklist
        self._row = 0

    def write(self, section: Section) -> None:
        """Write the whole sheet."""
        sheet = self._sheet
        for number, width in enumerate(_WIDTHS):
            sheet.set_column(number, number, width or None, None, {"hidden": not width})
        sheet.write_row(0, 0, (SHEET, *COLUMNS))
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(1, 1, section.dimension.title, self._book.style(TITLE))
        self._row = 2
        if section.dimension.introduction:
            sheet.merge_range(2, 1, 2, 7, section.dimension.introduction, self._book.style(TEXT))
            sheet.set_row(2, height([("", section.dimension.introduction)], sum(_WIDTHS)))
            self._row += 1
        self._heads()
        for asked in section.asked:
            self._question(asked, section)
        protect(sheet)

    def _heads(self) -> None:
        say = self._book.words.say
        heads = [say("Nr."), say("Frage"), say("Was die Antworten heißen"), say("Antwort"), say("Grund / wer"), say("Notiz")]
        look = self._book.style(LINED, bold=True, bg_color="#1d4e89", font_color="#ffffff")
        self._sheet.write_row(self._row, 1, [*heads, say("Beleg")], look)
        self._row += 1
        self._sheet.freeze_panes(self._row, 0)
        self._sheet.repeat_rows(self._row - 1)

    def _question(self, asked: AskedItem, section: Section) -> None:
        say = self._book.words.say
        if Action.NOTHING_HERE in asked.actions:
            row_label = asked.item.row_label or ""
            self._sheet.write_string(self._row, 2, row_label, self._book.style(TEXT, bold=True))
            key = RowKey(self._checklist, section.dimension.id, row=asked.item.row or "")
            self._choice(key, ("", say(NOTHING_HERE)), self._yes())
        if asked.several:
            self._row_of(asked, [("", say(SEVERAL))], self._statuses(asked))
            for choice in asked.choices:
                self._choice(RowKey(self._checklist, asked.item.id, choice.id), _line(choice), self._yes())
        elif asked.item.kind is ItemKind.TEXT:
            self._row_of(asked, [("", say("Hier ist Platz für Ihre Worte."))], ())
            aloud = tuple((say(text), value) for value, text in ALOUD_CHOICES)
            self._choice(RowKey(self._checklist, asked.item.id, READ_ALOUD), ("", say(TEXT_ALOUD)), aloud)
        else:
            choices = tuple((choice.label, choice.id) for choice in asked.choices)
            self._row_of(asked, [_line(choice) for choice in asked.choices], (*choices, *self._statuses(asked)))

    def _yes(self) -> Choices:
        return ((self._book.words.say("ja"), _YES),)

    def _statuses(self, asked: AskedItem) -> Choices:
        return tuple((status_words(action, self._book.words), f"_{action.value}") for action in statuses_of(asked))

    def _row_of(self, asked: AskedItem, told: list[Line], choices: Choices) -> None:
        """Write the row of a question; without choices its answer is a text of one's own."""
        sheet, book, row = self._sheet, self._book, self._row
        sheet.write_string(row, 0, str(RowKey(self._checklist, asked.item.id)))
        sheet.write_number(row, _COLUMN["number"], asked.number, book.style(LINED, align="center"))
        waits = [waits_text(asked.waits, self._book.words)] if asked.waits else []
        lines: list[Line] = [(asked.item.question, ""), *(("", text) for text in (*waits, *help_texts(asked, self._book.words)))]
        book.rich(sheet, row, _COLUMN["question"], lines)
        book.rich(sheet, row, _COLUMN["levels"], told)
        sheet.write_blank(row, _COLUMN["answer"], None, book.style(FIELD))
        details = any(value.removeprefix("_") in DETAILS for _, value in choices)
        notes = bool(choices)
        for key, wanted in (("detail", details), ("note", notes), ("evidence", notes)):
            sheet.write_blank(row, _COLUMN[key], None, book.style(FIELD if wanted else TEXT))
        sheet.write_string(row, _COLUMN["wording"], asked.wording)
        if choices:
            sheet.write_string(row, _COLUMN["list"], book.choose(sheet, row, _COLUMN["answer"], choices))
        tall = height(lines, _WIDTHS[_COLUMN["question"]], least=20 if choices else 60)
        sheet.set_row(row, max(tall, height(told, _WIDTHS[_COLUMN["levels"]])))
        self._row += 1

    def _choice(self, key: RowKey, line: Line, choices: Choices) -> None:
        """Write a row that asks for nothing but a yes."""
        sheet, book, row = self._sheet, self._book, self._row
        sheet.write_string(row, 0, str(key))
        book.rich(sheet, row, _COLUMN["levels"], [line])
        sheet.write_blank(row, _COLUMN["answer"], None, book.style(FIELD))
        sheet.write_string(row, _COLUMN["list"], book.choose(sheet, row, _COLUMN["answer"], choices))
        sheet.set_row(row, height([line], _WIDTHS[_COLUMN["levels"]]))
        self._row += 1


def _line(choice: Choice) -> Line:
    return (f"{choice.label}: ", choice.sees) if choice.sees else (choice.label, "")

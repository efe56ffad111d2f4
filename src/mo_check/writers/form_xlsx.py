"""A form as an Excel workbook: a sheet for each dimension, answers from lists in words, everything else protected."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from mo_check.documents.form_words import (
    DETAILS,
    NOTHING_HERE,
    SEVERAL,
    WHO,
    help_texts,
    status_words,
    statuses_of,
    subject_of,
    title_of,
    waits_text,
)
from mo_check.documents.words import KINDS
from mo_check.languages import Language, language
from mo_check.model.interview import Action, Choice
from mo_check.model.item import ItemKind
from mo_check.model.questionnaire import Asked, Form, Section
from mo_check.model.sheet_keys import COLUMNS, DAY, HEAD, KIND, LABEL, LANGUAGE, LISTS, NAME, SHEET, START, RowKey
from mo_check.writers.sheet_looks import ANSWER_WIDTHS, Line, Looks, height, sheet_names

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_YES = "yes"
_COLUMN = {key: number for number, key in enumerate(COLUMNS, start=1)}


class _Lists:
    """The lists to choose from, each once, on a hidden sheet: what is shown and the id it stands for, under a name."""

    def __init__(self, book: "Workbook", sheet: "Worksheet") -> None:
        self._book = book
        self._sheet = sheet
        self._names: dict[tuple[tuple[str, str], ...], str] = {}
        sheet.write_string(0, 0, LISTS)

    def name(self, choices: tuple[tuple[str, str], ...]) -> str:
        """Return the name under which a list can be chosen from."""
        from xlsxwriter.utility import xl_range_abs

        if choices not in self._names:
            column = 2 * len(self._names) + 1
            name = f"list_{len(self._names) + 1}"
            self._sheet.write_string(0, column, name)
            for row, (label, value) in enumerate(choices, start=1):
                self._sheet.write_string(row, column, label)
                self._sheet.write_string(row, column + 1, value)
            cells = xl_range_abs(1, column, len(choices), column)
            self._book.define_name(name, f"='{self._sheet.get_name()}'!{cells}")
            self._names[choices] = name
        return self._names[choices]


class _Book(NamedTuple):
    """A workbook being written."""

    form: Form
    words: Language
    book: "Workbook"
    looks: Looks
    lists: _Lists

    def choose(self, sheet: "Worksheet", row: int, column: int, choices: tuple[tuple[str, str], ...]) -> str:
        """Let a cell be chosen from a list; returns the name of the list."""
        say = self.words.say
        name = self.lists.name(choices)
        sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "list",
                "source": f"={name}",
                "error_title": say("Das steht nicht zur Wahl"),
                "error_message": say("Bitte etwas aus der Liste wählen; für alles andere ist die Notiz da."),
            },
        )
        return name


def form_xlsx(form: Form) -> bytes:
    """Return the workbook; it is in one language, the leading one."""
    import xlsxwriter

    stream = BytesIO()
    words = language(form.tags[0])
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"title": title_of(form.leading), "author": "mo-check", "created": form.day})
        sections = [(held.checklist.id, section) for held in form.leading for section in held.sections]
        names = sheet_names(words.say("Start"), [section.dimension.label for _, section in sections])
        start = book.add_worksheet(names[0])
        sheets = [book.add_worksheet(name) for name in names[1:-1]]
        lists = book.add_worksheet(names[-1])
        lists.hide()
        made = _Book(form, words, book, Looks(book), _Lists(book, lists))
        for sheet, (checklist, section) in zip(sheets, sections, strict=True):
            _Sheet(made, sheet, checklist).write(section)
        _write_start(made, start, [(n, s) for n, (_, s) in zip(names[1:-1], sections, strict=True)])
        start.activate()
    return stream.getvalue()


def _write_start(made: _Book, sheet: "Worksheet", sections: list[tuple[str, Section]]) -> None:
    """Write the first sheet: what this is, who answers, and where the questions are."""
    say, looks, form = made.words.say, made.looks, made.form
    looks.page(sheet, title_of(form.leading), say("Seite &P von &N"))
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 50)
    sheet.write_string(0, 0, START)
    sheet.write_string(0, 1, title_of(form.leading), looks.title)
    row = 1
    lines = [subject_of(form.subject, made.words)] if form.subject else []
    lines += [held.checklist.introduction for held in form.leading]
    lines.append(
        say(
            "So geht es: Unten sagen, wer antwortet, dann Blatt für Blatt die gelben Felder füllen. Was Sie nicht wissen, dürfen "
            "Sie so beantworten oder leer lassen. Zum Schluss speichern und die Datei zurückschicken."
        )
    )
    for line in lines:
        sheet.merge_range(row, 1, row, 2, line, looks.text)
        sheet.set_row(row, height([("", line)], 96))
        row += 1
    row += 1
    for key, prompt, choices in _fields(made):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, prompt, looks.label)
        sheet.write_blank(row, 2, None, looks.day if key == DAY else looks.answer)
        sheet.set_row(row, 22)
        if choices:
            made.choose(sheet, row, 2, choices)
        row += 1
    sheet.write_string(row, 0, HEAD)
    sheet.write_string(row, 3, form.head.word())
    sheet.write_string(row + 1, 0, LANGUAGE)
    sheet.write_string(row + 1, 3, form.tags[0])
    sheet.set_column(3, 3, None, None, {"hidden": True})
    row += 2
    for name, section in sections:
        sheet.write_url(row, 1, f"internal:'{name}'!A1", looks.link, section.dimension.title)
        count = made.words.count("{number} Frage", "{number} Fragen", len(section.asked))
        sheet.write_string(row, 2, count, looks.text)
        row += 1
    looks.protect(sheet)


def _fields(made: _Book) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    say = made.words.say
    if made.form.subject is None:
        yield NAME, say("Name der Kommune"), ()
        yield KIND, say("Art der Kommune"), tuple((say(label), kind.value) for kind, label in KINDS.items())
    yield LABEL, say(WHO), ()
    yield DAY, say("Datum, etwa {example}", example="14.11.2026"), ()


class _Sheet:
    """Writes the questions of one dimension, row by row."""

    def __init__(self, made: _Book, sheet: "Worksheet", checklist: str) -> None:
        self._made = made
        self._sheet = sheet
        self._checklist = checklist
        self._row = 0

    def write(self, section: Section) -> None:
        """Write the whole sheet."""
        made, sheet, say = self._made, self._sheet, self._made.words.say
        made.looks.page(sheet, title_of(made.form.leading), say("Seite &P von &N"))
        for number, width in enumerate(ANSWER_WIDTHS):
            sheet.set_column(number, number, width or None, None, {"hidden": not width})
        sheet.write_string(0, 0, SHEET)
        for key, column in _COLUMN.items():
            sheet.write_string(0, column, key)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(1, 1, section.dimension.title, made.looks.title)
        self._row = 2
        if section.dimension.introduction:
            sheet.merge_range(2, 1, 2, 7, section.dimension.introduction, made.looks.text)
            sheet.set_row(2, height([("", section.dimension.introduction)], sum(ANSWER_WIDTHS)))
            self._row += 1
        self._heads()
        for asked in section.asked:
            self._question(asked, section)
        made.looks.protect(sheet)

    def _heads(self) -> None:
        say = self._made.words.say
        heads = [say("Nr."), say("Frage"), say("Was die Antworten heißen"), say("Antwort"), say("Grund / wer"), say("Notiz")]
        for column, text in enumerate([*heads, say("Beleg")], start=1):
            self._sheet.write_string(self._row, column, text, self._made.looks.head)
        self._row += 1
        self._sheet.freeze_panes(self._row, 0)
        self._sheet.repeat_rows(self._row - 1)

    def _question(self, asked: Asked, section: Section) -> None:
        say = self._made.words.say
        if Action.NOTHING_HERE in asked.actions:
            row_label = asked.item.row_label or ""
            self._sheet.write_string(self._row, 2, row_label, self._made.looks.label)
            key = RowKey(self._checklist, section.dimension.id, row=asked.item.row or "")
            self._choice(key, ("", say(NOTHING_HERE)), self._yes())
        if asked.several:
            self._row_of(asked, [("", say(SEVERAL))], self._statuses(asked))
            for choice in asked.choices:
                self._choice(RowKey(self._checklist, asked.item.id, choice.id), _line(choice), self._yes())
        elif asked.item.kind is ItemKind.TEXT:
            self._row_of(asked, [("", say("Hier ist Platz für Ihre Worte."))], ())
        else:
            choices = tuple((choice.label, choice.id) for choice in asked.choices)
            self._row_of(asked, [_line(choice) for choice in asked.choices], (*choices, *self._statuses(asked)))

    def _yes(self) -> tuple[tuple[str, str], ...]:
        return ((self._made.words.say("ja"), _YES),)

    def _statuses(self, asked: Asked) -> tuple[tuple[str, str], ...]:
        return tuple((status_words(action, self._made.words), f"_{action.value}") for action in statuses_of(asked))

    def _row_of(self, asked: Asked, told: list[Line], choices: tuple[tuple[str, str], ...]) -> None:
        """Write the row of a question; without choices its answer is a text of one's own."""
        sheet, looks, row = self._sheet, self._made.looks, self._row
        sheet.write_string(row, 0, str(RowKey(self._checklist, asked.item.id)))
        sheet.write_number(row, _COLUMN["number"], asked.number, looks.number)
        waits = [waits_text(asked.waits, self._made.words)] if asked.waits else []
        lines: list[Line] = [(asked.item.question, ""), *(("", text) for text in (*waits, *help_texts(asked, self._made.words)))]
        looks.rich(sheet, row, _COLUMN["question"], lines)
        looks.rich(sheet, row, _COLUMN["levels"], told)
        sheet.write_blank(row, _COLUMN["answer"], None, looks.answer)
        details = any(value.removeprefix("_") in DETAILS for _, value in choices)
        notes = bool(choices)
        for key, wanted in (("detail", details), ("note", notes), ("evidence", notes)):
            sheet.write_blank(row, _COLUMN[key], None, looks.answer if wanted else looks.text)
        sheet.write_string(row, _COLUMN["wording"], asked.wording)
        if choices:
            sheet.write_string(row, _COLUMN["list"], self._made.choose(sheet, row, _COLUMN["answer"], choices))
        tall = height(lines, ANSWER_WIDTHS[_COLUMN["question"]], least=20 if choices else 60)
        sheet.set_row(row, max(tall, height(told, ANSWER_WIDTHS[_COLUMN["levels"]])))
        self._row += 1

    def _choice(self, key: RowKey, line: Line, choices: tuple[tuple[str, str], ...]) -> None:
        """Write a row that asks for nothing but a yes."""
        sheet, looks, row = self._sheet, self._made.looks, self._row
        sheet.write_string(row, 0, str(key))
        looks.rich(sheet, row, _COLUMN["levels"], [line])
        sheet.write_blank(row, _COLUMN["answer"], None, looks.answer)
        sheet.write_string(row, _COLUMN["list"], self._made.choose(sheet, row, _COLUMN["answer"], choices))
        sheet.set_row(row, height([line], ANSWER_WIDTHS[_COLUMN["levels"]]))
        self._row += 1


def _line(choice: Choice) -> Line:
    return (f"{choice.label}: ", choice.sees) if choice.sees else (choice.label, "")

"""A form as an Excel workbook: a sheet for each dimension, answers from lists in words, everything else protected."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from mo_check.document.value_names import KINDS
from mo_check.forms.pages.form_words import WHO, subject_sentence, title_of
from mo_check.forms.pure.questionnaire import Form, Section
from mo_check.forms.pure.sheet_keys import DAY, HEAD, KIND, LABEL, LANGUAGE, NAME, START
from mo_check.forms.write.form_xlsx_sheet import QuestionSheet
from mo_check.forms.write.sheet_book import Choices, FormWorkbook, Lists
from mo_check.forms.write.sheet_styles import FormStyles, height, properties
from mo_check.languages import language
from mo_check.render.workbook import SheetNames

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def form_xlsx(form: Form) -> bytes:
    """Return the workbook; it is in one language, the leading one."""
    import xlsxwriter

    stream = BytesIO()
    words = language(form.tags[0])
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties(properties(title_of(form.leading), form.day))
        sections = [(held.checklist.id, section) for held in form.leading for section in held.sections]
        free = SheetNames().free
        names = [free(one) for one in (words.say("Start"), *(section.dimension.label for _, section in sections), "mo-check")]
        start = book.add_worksheet(names[0])
        sheets = [book.add_worksheet(name) for name in names[1:-1]]
        lists = book.add_worksheet(names[-1])
        lists.hide()
        made = FormWorkbook(form, words, book, FormStyles(book), Lists(book, lists))
        for sheet, (checklist, section) in zip(sheets, sections, strict=True):
            QuestionSheet(made, sheet, checklist).write(section)
        _write_start(made, start, [(n, s) for n, (_, s) in zip(names[1:-1], sections, strict=True)])
        start.activate()
    return stream.getvalue()


def _write_start(made: FormWorkbook, sheet: "Worksheet", sections: list[tuple[str, Section]]) -> None:
    """Write the first sheet: what this is, who answers, and where the questions are."""
    say, looks, form = made.words.say, made.looks, made.form
    looks.page(sheet, title_of(form.leading), say("Seite &P von &N"))
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 50)
    sheet.write_string(0, 0, START)
    sheet.write_string(0, 1, title_of(form.leading), looks.title)
    row = 1
    lines = [subject_sentence(form.subject, made.words)] if form.subject else []
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


def _fields(made: FormWorkbook) -> Iterator[tuple[str, str, Choices]]:
    say = made.words.say
    if made.form.subject is None:
        yield NAME, say("Name der Kommune"), ()
        yield KIND, say("Art der Kommune"), tuple((say(label), kind.value) for kind, label in KINDS.items())
    yield LABEL, say(WHO), ()
    yield DAY, say("Datum, etwa {example}", example="14.11.2026"), ()

"""A form as an Excel workbook: a sheet for each dimension, answers from lists in words, everything else protected."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from mo_check.forms.pages.form_words import subject_sentence, title_of
from mo_check.forms.pages.head_questions import closing_questions, opening_questions
from mo_check.forms.pure.questionnaire import Form, Section
from mo_check.forms.pure.sheet_keys import DAY, HEAD, LANGUAGE, START
from mo_check.forms.write.form_workbook import FIELD, TEXT, TITLE, Choices, FormWorkbook, height
from mo_check.forms.write.form_xlsx_sheet import QuestionSheet
from mo_check.languages import language
from mo_check.render.excel.workbook import protect


def form_xlsx(form: Form) -> bytes:
    """Return the workbook; it is in one language, the leading one."""
    book = FormWorkbook(form, language(form.tags[0]))
    start = book.question_sheet(book.words.say("Start"))
    sections = []
    for held in form.leading:
        for section in held.sections:
            sheet = book.question_sheet(section.dimension.label)
            QuestionSheet(book, sheet, held.checklist.id).write(section)
            sections.append((sheet.get_name(), section))
    _write_start(book, start, sections)
    book.add_lists()
    return book.finished()


def _write_start(book: FormWorkbook, sheet: Worksheet, sections: list[tuple[str, Section]]) -> None:
    """Write the first sheet: what this is, who answers, and where the questions are."""
    say, form, text = book.words.say, book.form, book.style(TEXT)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 50)
    sheet.write_string(0, 0, START)
    sheet.write_string(0, 1, title_of(form.leading), book.style(TITLE))
    row = 1
    lines = [subject_sentence(form.subject, book.words)] if form.subject else []
    lines += [held.checklist.introduction for held in form.leading]
    lines.append(
        say(
            "So geht es: Unten sagen, wer antwortet, dann Blatt für Blatt die gelben Felder füllen. Was Sie nicht wissen, dürfen "
            "Sie so beantworten oder leer lassen. Zum Schluss speichern und die Datei zurückschicken."
        )
    )
    for line in lines:
        sheet.merge_range(row, 1, row, 2, line, text)
        sheet.set_row(row, height([("", line)], 96))
        row += 1
    row += 1
    day = book.style(FIELD, num_format="dd.mm.yyyy", align="left")
    for key, prompt, choices in _fields(book):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, prompt, book.style(TEXT, bold=True))
        sheet.write_blank(row, 2, None, day if key == DAY else book.style(FIELD))
        sheet.set_row(row, max(22, height([(prompt, "")], 46)))
        if choices:
            book.choose(sheet, row, 2, choices)
        row += 1
    for key, value in ((HEAD, form.head.word()), (LANGUAGE, form.tags[0])):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 3, value)
        row += 1
    sheet.set_column(3, 3, None, None, {"hidden": True})
    link = book.style(TEXT, font_color="#1d4e89", underline=1)
    for name, section in sections:
        sheet.write_url(row, 1, f"internal:'{name}'!A1", link, section.dimension.title)
        count = book.words.count("{number} Frage", "{number} Fragen", len(section.asked))
        sheet.write_string(row, 2, count, text)
        row += 1
    protect(sheet)


def _fields(book: FormWorkbook) -> Iterator[tuple[str, str, Choices]]:
    say = book.words.say
    for one in (*opening_questions(book.form), *closing_questions(book.form)):
        yield one.key, say(one.prompt), tuple((say(text), value) for value, text in one.choices)
    yield DAY, say("Datum, etwa {example}", example="14.11.2026"), ()

"""A form as LimeSurvey's tab-separated survey structure: one row for each group, question and answer, language by language."""

import csv
from collections.abc import Iterator
from io import StringIO

from mo_check.forms.pages.form_words import (
    CLOSING,
    DETAILS,
    NOTHING_HERE,
    choice_text,
    help_texts,
    instructions,
    status_words,
    statuses_of,
    title_of,
)
from mo_check.forms.pages.head_questions import ALOUD_CHOICES, HeadQuestion, closing_questions, opening_questions
from mo_check.forms.pure.questionnaire import AskedItem, Form, Questionnaire, Section
from mo_check.forms.pure.survey_names import ALOUD_PART, ROW_PART, head_code, lime_choice, lime_code
from mo_check.forms.write.lime_rows import (
    ALWAYS,
    COLUMNS,
    SETTINGS,
    Row,
    chosen_expression,
    lime_answer,
    lime_html,
    lime_question,
    lime_subquestion,
    reached_expression,
)
from mo_check.interview.consent_questions import TEXT_ALOUD
from mo_check.interview.question import Action
from mo_check.languages import LOCALES, Language, language
from mo_check.model.item import NONE_OPTION, ItemKind

_LIST, _SEVERAL, _SHORT, _LONG, _EQUATION, _DROPDOWN = "O", "M", "S", "T", "*", "L"


def form_limesurvey(form: Form) -> bytes:
    """Return the file for „Import a survey“; its suffix has to be .txt."""
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, dialect=csv.excel_tab)
    writer.writeheader()
    writer.writerows(_rows(form))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _rows(form: Form) -> Iterator[Row]:
    tags = [LOCALES[tag].limesurvey for tag in form.tags]
    for name, value in SETTINGS.items():
        yield {"class": "S", "name": name, "text": value}
    yield {"class": "S", "name": "language", "text": tags[0]}
    yield {"class": "S", "name": "additional_languages", "text": " ".join(tags[1:])}
    for tag, held in zip(tags, form.texts.values(), strict=True):
        yield {"class": "SL", "name": "surveyls_title", "text": title_of(held), "language": tag}
        introduction = "<br>".join(lime_html(one.checklist.introduction) for one in held)
        yield {"class": "SL", "name": "surveyls_welcometext", "text": introduction, "language": tag}
    for (tag, held), spoken in zip(form.texts.items(), tags, strict=True):
        for row in _spoken(form, held, language(tag)):
            yield row | {"language": spoken}


def _spoken(form: Form, held: tuple[Questionnaire, ...], words: Language) -> Iterator[Row]:
    """Yield everything that is asked, in one language; the rows of all languages stand in the same order."""
    yield from _who(form, words)
    number = 0
    for one in held:
        for section in one.sections:
            number += 1
            introduction = lime_html(section.dimension.introduction or "")
            yield {"class": "G", "type/scale": f"G{number}", "name": lime_html(section.dimension.title), "text": introduction} | {
                "relevance": ALWAYS
            }
            for asked in section.asked:
                if Action.NOTHING_HERE in asked.actions:
                    yield from _row(one.checklist.id, section, asked, words)
                yield from _question(one.checklist.id, section, asked, words)
    yield from _closing(form, number + 1, words)


def _who(form: Form, words: Language) -> Iterator[Row]:
    say = words.say
    yield {"class": "G", "type/scale": "G0", "name": lime_html(say("Wer antwortet?")), "relevance": ALWAYS}
    yield lime_question(_EQUATION, "MOHEAD", "{'" + form.head.word() + "'}", hidden="1")
    for one in opening_questions(form):
        yield from _head_question(one, words)


def _closing(form: Form, number: int, words: Language) -> Iterator[Row]:
    yield {"class": "G", "type/scale": f"G{number}", "name": lime_html(words.say(CLOSING)), "relevance": ALWAYS}
    for one in closing_questions(form):
        yield from _head_question(one, words)


def _head_question(one: HeadQuestion, words: Language) -> Iterator[Row]:
    kind, mandatory = _DROPDOWN if one.choices else _SHORT, "Y" if one.needed else "N"
    yield lime_question(kind, head_code(one.key), lime_html(words.say(one.prompt)), mandatory=mandatory)
    for value, text in one.choices:
        yield lime_answer(lime_choice(value), words.say(text))


def _row(checklist: str, section: Section, asked: AskedItem, words: Language) -> Iterator[Row]:
    """Ask whether there is anything at all in a row of a matrix."""
    yield lime_question(_SEVERAL, _row_code(checklist, section, asked), lime_html(asked.item.row_label or ""))
    yield lime_subquestion(lime_choice("yes"), words.say(NOTHING_HERE))


def _row_code(checklist: str, section: Section, asked: AskedItem) -> str:
    return lime_code(checklist, f"{section.dimension.id}.{asked.item.row}", ROW_PART)


def _question(checklist: str, section: Section, asked: AskedItem, words: Language) -> Iterator[Row]:
    code = lime_code(checklist, asked.item.id)
    relevance = _relevance(checklist, section, asked)
    told = {"help": lime_html("\n".join([*instructions(asked, words), *help_texts(asked, words)])), "relevance": relevance}
    question = lime_html(asked.item.question)
    if asked.item.kind is ItemKind.TEXT:
        yield lime_question(_LONG, code, question, **told)
        part = lime_code(checklist, asked.item.id, ALOUD_PART)
        yield lime_question(_DROPDOWN, part, lime_html(words.say(TEXT_ALOUD)), relevance=f'{code}.NAOK != ""')
        for value, text in ALOUD_CHOICES:
            yield lime_answer(lime_choice(value), words.say(text))
        return
    statuses = [(f"_{action.value}", status_words(action, words)) for action in statuses_of(asked)]
    own = [(choice.id, choice_text(choice)) for choice in asked.choices]
    if asked.several:
        alone = [value for value, _ in (*own, *statuses) if value == NONE_OPTION or value.startswith("_")]
        yield lime_question(_SEVERAL, code, question, exclude_all_others=";".join(lime_choice(value) for value in alone), **told)
        for value, label in (*own, *statuses):
            yield lime_subquestion(lime_choice(value), label)
        yield lime_question(
            _LONG, lime_code(checklist, asked.item.id, "note"), lime_html(words.say("Notiz")), relevance=relevance
        )
    else:
        yield lime_question(_LIST, code, question, **told)
        for value, label in (*own, *statuses):
            yield lime_answer(lime_choice(value), label)
    for action in statuses_of(asked):
        if detail := DETAILS.get(action):
            wanted = chosen_expression(code, f"_{action.value}", several=asked.several)
            part = lime_code(checklist, asked.item.id, detail.key)
            yield lime_question(_SHORT, part, lime_html(words.say(detail.prompt)), relevance=wanted, mandatory="Y")


def _relevance(checklist: str, section: Section, asked: AskedItem) -> str:
    parts = [f"({reached_expression(checklist, asked.waits)})"] if asked.waits else []
    if asked.item.row and asked.item.nothing:
        parts.append(f"!({chosen_expression(_row_code(checklist, section, asked), 'yes', several=True)})")
    return " and ".join(parts) or ALWAYS

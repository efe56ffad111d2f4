"""A questionnaire on paper: boxes to tick, lines to write on."""

from collections.abc import Iterator

from mo_check.document.blocks import Block, Document, Heading, ListEntry, Listing, Paragraph, Role
from mo_check.forms.pages.form_words import (
    CLOSING,
    DETAILS,
    NOTHING_HERE,
    choice_text,
    help_texts,
    instructions,
    status_words,
    statuses_of,
    subject_sentence,
    title_of,
)
from mo_check.forms.pages.head_questions import ALOUD_CHOICES, HeadQuestion, closing_questions, opening_questions
from mo_check.forms.pure.questionnaire import AskedItem, Form, Questionnaire
from mo_check.interview.consent_questions import TEXT_ALOUD
from mo_check.interview.question import Action
from mo_check.languages import Language
from mo_check.model.item import ItemKind

_BOX = "☐\u00a0"
_LINE = "…" * 24


def paper_form(form: Form, language: Language) -> Document:
    """Return the form as a document in its leading language; how it looks is up to the writer."""
    say = language.say
    lines = [subject_sentence(form.subject, language)] if form.subject else []
    lines.append(say("Stand: {date}", date=language.date(form.day)))
    blocks: list[Block] = [Paragraph(held.checklist.introduction) for held in form.leading]
    blocks.append(
        Paragraph(say("Kreuzen Sie an, was heute gilt. Was Sie nicht wissen, dürfen Sie so beantworten oder leer lassen."))
    )
    blocks.append(Heading(say("Wer antwortet?")))
    blocks += [_head_question(one, language) for one in opening_questions(form)]
    blocks.append(Paragraph(_LINE, say("Datum")))
    for held in form.leading:
        blocks += _questionnaire(held, language)
    blocks.append(Heading(say(CLOSING)))
    blocks += [_head_question(one, language) for one in closing_questions(form)]
    return Document(language.tag, title_of(form.leading), tuple(lines), tuple(blocks))


def _head_question(one: HeadQuestion, language: Language) -> Paragraph:
    prompt, boxes = language.say(one.prompt), _boxes(one.choices, language)
    return Paragraph(f"{prompt} {boxes}") if prompt.endswith("?") else Paragraph(boxes or _LINE, prompt)


def _boxes(choices: tuple[tuple[str, str], ...], language: Language) -> str:
    return " · ".join(f"{_BOX}{language.say(text)}" for _, text in choices)


def _questionnaire(held: Questionnaire, language: Language) -> Iterator[Block]:
    for section in held.sections:
        yield Heading(section.dimension.title)
        if section.dimension.introduction:
            yield Paragraph(section.dimension.introduction)
        for asked in section.asked:
            yield from _question(asked, language)


def _question(asked: AskedItem, language: Language) -> Iterator[Block]:
    say = language.say
    if Action.NOTHING_HERE in asked.actions:
        yield Paragraph(f"{_BOX}{say(NOTHING_HERE)}", asked.item.row_label or "")
    yield Heading(f"{asked.number}. {asked.item.question}", 3)
    for text in (*instructions(asked, language), *help_texts(asked, language)):
        yield Paragraph(text, role=Role.NOTE)
    if asked.item.kind is ItemKind.TEXT:
        yield Paragraph("\n".join([_LINE * 2] * 4))
        yield Paragraph(f"{say(TEXT_ALOUD)} {_boxes(ALOUD_CHOICES, language)}")
        return
    told = (f"{_BOX}{choice_text(choice)}" for choice in asked.choices)
    said = (f"{_BOX}{_status(action, language)}" for action in statuses_of(asked))
    yield Listing(tuple(ListEntry(text) for text in (*told, *said)))
    yield Paragraph(_LINE * 2, say("Notiz"))


def _status(action: Action, language: Language) -> str:
    said = status_words(action, language)
    detail = DETAILS.get(action)
    return f"{said} ({language.say(detail.prompt)}): {_LINE}" if detail else said

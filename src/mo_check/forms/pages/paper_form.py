"""A questionnaire on paper: boxes to tick, lines to write on."""

from collections.abc import Iterator

from mo_check.document.blocks import Block, Document, Heading, ListEntry, Listing, Paragraph, Role
from mo_check.document.value_names import KINDS
from mo_check.forms.pages.form_words import (
    DETAILS,
    NOTHING_HERE,
    WHO,
    choice_text,
    help_texts,
    instructions,
    status_words,
    statuses_of,
    subject_sentence,
    title_of,
)
from mo_check.forms.pure.questionnaire import AskedItem, Form, Questionnaire
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
    asked = [say(WHO), say("Datum")]
    if form.subject is None:
        kinds = " · ".join(f"{_BOX}{say(kind)}" for kind in KINDS.values())
        blocks.append(Paragraph(_LINE, say("Name der Kommune")))
        blocks.append(Paragraph(kinds, say("Art der Kommune")))
    blocks += [Paragraph(_LINE, text) for text in asked]
    for held in form.leading:
        blocks += _questionnaire(held, language)
    return Document(language.tag, title_of(form.leading), tuple(lines), tuple(blocks))


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
        return
    told = (f"{_BOX}{choice_text(choice)}" for choice in asked.choices)
    said = (f"{_BOX}{_status(action, language)}" for action in statuses_of(asked))
    yield Listing(tuple(ListEntry(text) for text in (*told, *said)))
    yield Paragraph(_LINE * 2, say("Notiz"))


def _status(action: Action, language: Language) -> str:
    said = status_words(action, language)
    detail = DETAILS.get(action)
    return f"{said} ({language.say(detail.prompt)}): {_LINE}" if detail else said

"""A form as an XLSForm, which ODK Central and KoboToolbox turn into a survey: several languages, notes, conditions."""

from collections.abc import Mapping

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
from mo_check.forms.pure.questionnaire import AskedItem, Form, Section
from mo_check.forms.pure.survey_names import ALOUD_PART, ROW_PART, OdkName
from mo_check.forms.write.form_workbook import FORM_LOOK
from mo_check.interview.consent_questions import TEXT_ALOUD
from mo_check.interview.question import Action
from mo_check.languages import Language, language
from mo_check.model.answer import ReadAloud
from mo_check.model.item import NONE_OPTION, ItemKind
from mo_check.render.excel.workbook import WorkbookWriter

_YES = (("yes", "ja"),)
Texts = tuple[str, ...]
"""A text in each language of the form."""


class _Rows:
    """The rows of the sheets „survey“ and „choices“ as they come about."""

    def __init__(self, words: list[Language]) -> None:
        self.words = words
        self.survey: list[dict[str, str]] = []
        self.choices: list[dict[str, str]] = []
        self._lists: dict[tuple[tuple[str, Texts], ...], str] = {}

    def say(self, text: str) -> Texts:
        """Return one of our own texts in every language."""
        return tuple(one.say(text) for one in self.words)

    def add(self, type_: str, name: str, label: Texts = (), hint: Texts = (), **more: str) -> None:
        """Add a row to „survey“."""
        self.survey.append({"type": type_, "name": name} | self._told("label", label) | self._told("hint", hint) | more)

    def list(self, choices: tuple[tuple[str, Texts], ...]) -> str:
        """Return the name of a list of choices; each list stands once."""
        if choices not in self._lists:
            name = f"list_{len(self._lists) + 1}"
            self._lists[choices] = name
            self.choices += [{"list_name": name, "name": value} | self._told("label", label) for value, label in choices]
        return self._lists[choices]

    def _told(self, key: str, texts: Texts) -> dict[str, str]:
        named = zip(self.words, texts, strict=False)
        return {f"{key}::{one.locale.xlsform}": _harmless(text) for one, text in named if text}


def _harmless(text: str) -> str:
    """Return a text in which nothing is taken for a reference to another field."""
    return text.replace("${", "$ {")


def form_xlsform(form: Form) -> bytes:
    """Return the workbook with its three sheets; every cell is text."""
    rows = _Rows([language(tag) for tag in form.tags])
    _who(form, rows)
    for held in zip(*form.texts.values(), strict=True):
        for sections in zip(*(one.sections for one in held), strict=True):
            _section(held[0].checklist.id, sections, rows)
    _closing(form, rows)
    first = rows.words[0].locale.xlsform
    settings = {
        "form_title": title_of(form.leading),
        "form_id": f"mo_check_{form.head.mark}",
        "version": form.day.strftime("%Y%m%d"),
        "default_language": first,
        "instance_name": "${mo_label}",
    }
    return _workbook(form, {"survey": rows.survey, "choices": rows.choices, "settings": [settings]})


def _who(form: Form, rows: _Rows) -> None:
    rows.add("today", "mo_day")
    rows.add("calculate", "mo_head", calculation=f"'{form.head.word()}'")
    rows.add("begin_group", "mo_who", rows.say("Wer antwortet?"), appearance="field-list")
    for one in opening_questions(form):
        _head_question(one, rows)
    rows.add("end_group", "mo_who")


def _closing(form: Form, rows: _Rows) -> None:
    rows.add("begin_group", "mo_closing", rows.say(CLOSING), appearance="field-list")
    for one in closing_questions(form):
        _head_question(one, rows)
    rows.add("end_group", "mo_closing")


def _head_question(one: HeadQuestion, rows: _Rows) -> None:
    kind = f"select_one {_choices(one.choices, rows)}" if one.choices else "text"
    required = "yes" if one.needed else ""
    rows.add(kind, f"mo_{one.key}", rows.say(one.prompt), required=required, default=one.default)


def _choices(choices: tuple[tuple[str, str], ...], rows: _Rows) -> str:
    return rows.list(tuple((value, rows.say(text)) for value, text in choices))


def _section(checklist: str, sections: tuple[Section, ...], rows: _Rows) -> None:
    name = f"mo_g{sum(1 for row in rows.survey if row['type'] == 'begin_group')}"
    rows.add("begin_group", name, tuple(one.dimension.title for one in sections))
    if sections[0].dimension.introduction:
        rows.add("note", f"{name}_about", tuple(one.dimension.introduction or "" for one in sections))
    for asked in zip(*(one.asked for one in sections), strict=True):
        if Action.NOTHING_HERE in asked[0].actions:
            _row(checklist, sections[0], asked, rows)
        _question(checklist, sections[0], asked, rows)
    rows.add("end_group", name)


def _row_name(checklist: str, section: Section, asked: AskedItem) -> str:
    return str(OdkName(checklist, f"{section.dimension.id}.{asked.item.row}", ROW_PART))


def _row(checklist: str, section: Section, asked: tuple[AskedItem, ...], rows: _Rows) -> None:
    """Ask whether there is anything at all in a row of a matrix."""
    nothing = tuple(f"{one.item.row_label}: {text}" for one, text in zip(asked, rows.say(NOTHING_HERE), strict=True))
    yes = rows.list(tuple((value, rows.say(label)) for value, label in _YES))
    rows.add(f"select_one {yes}", _row_name(checklist, section, asked[0]), nothing)


def _question(checklist: str, section: Section, asked: tuple[AskedItem, ...], rows: _Rows) -> None:
    first = asked[0]
    name = str(OdkName(checklist, first.item.id))
    label = tuple(f"{one.number}. {one.item.question}" for one in asked)
    relevant = _relevant(checklist, section, first)
    hint = tuple(
        "\n".join([*instructions(one, word), *help_texts(one, word)]) for one, word in zip(asked, rows.words, strict=True)
    )
    if first.item.kind is ItemKind.TEXT:
        rows.add("text", name, label, hint, appearance="multiline", relevant=relevant)
        aloud = str(OdkName(checklist, first.item.id, ALOUD_PART))
        wanted = f"${{{name}}} != ''"
        kind = f"select_one {_choices(ALOUD_CHOICES, rows)}"
        rows.add(kind, aloud, rows.say(TEXT_ALOUD), relevant=wanted, default=ReadAloud.NO.value)
        return
    statuses = [(f"_{action.value}", tuple(status_words(action, one) for one in rows.words)) for action in statuses_of(first)]
    own = [
        (choices[0].id, tuple(choice_text(one) for one in choices))
        for choices in zip(*(one.choices for one in asked), strict=True)
    ]
    listed = rows.list((*own, *statuses))
    if first.several:
        alone = [value for value, _ in (*own, *statuses) if value == NONE_OPTION or value.startswith("_")]
        constraint = " and ".join(f"not(selected(., '{value}') and count-selected(.) > 1)" for value in alone)
        rows.add(f"select_multiple {listed}", name, label, hint, constraint=constraint, relevant=relevant)
    else:
        rows.add(f"select_one {listed}", name, label, hint, relevant=relevant)
    for action in statuses_of(first):
        if detail := DETAILS.get(action):
            when = f"selected(${{{name}}}, '_{action.value}')"
            rows.add(
                "text", str(OdkName(checklist, first.item.id, detail.key)), rows.say(detail.prompt), relevant=when, required="yes"
            )
    rows.add("text", str(OdkName(checklist, first.item.id, "note")), rows.say("Notiz"), appearance="multiline", relevant=relevant)


def _relevant(checklist: str, section: Section, asked: AskedItem) -> str:
    """Return the condition of a question as an expression; nothing where it is always asked."""
    parts = []
    if asked.waits:
        parent = f"${{{OdkName(checklist, asked.waits.item)}}}"
        if asked.waits.credits:
            summed = " + ".join(f"{n} * number(selected({parent}, '{value}'))" for value, n in asked.waits.credits.items())
            parts.append(f"({summed}) >= {asked.waits.least}")
        else:
            parts.append("(" + " or ".join(f"{parent} = '{level}'" for level in asked.waits.levels) + ")")
    if asked.item.row and asked.item.nothing:
        parts.append(f"not(selected(${{{_row_name(checklist, section, asked)}}}, 'yes'))")
    return " and ".join(parts)


def _workbook(form: Form, sheets: Mapping[str, list[dict[str, str]]]) -> bytes:
    book = WorkbookWriter(title_of(form.leading), form.day, FORM_LOOK)
    for name, rows in sheets.items():
        sheet = book.sheet(name)
        heads = list(dict.fromkeys(key for row in rows for key in row))
        sheet.write_row(0, 0, heads)
        for place, row in enumerate(rows, start=1):
            sheet.write_row(place, 0, [row.get(key) for key in heads])
    return book.finished()

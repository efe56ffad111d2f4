"""A form as one HTML file that is filled in offline: page, style and script in one, no request, answers saved as a file."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mo_check.forms.pages.form_words import (
    DETAILS,
    help_texts,
    status_words,
    statuses_of,
    subject_sentence,
    title_of,
    waits_text,
)
from mo_check.forms.pages.head_questions import ALOUD_CHOICES, HeadQuestion, closing_questions, opening_questions
from mo_check.forms.pure.questionnaire import AskedItem, Form, Questionnaire
from mo_check.forms.write.html_words import PAGE, SCRIPT, PageTexts
from mo_check.interview.question import Action, Choice
from mo_check.languages import LOCALES, language
from mo_check.model.item import ItemKind

_PARTS = Path(__file__).parent / "html_form"
_SCRIPTS = ("texts.js", "answers.js", "page.js")
"""The parts of the script, in the order in which they stand on the page."""


def form_html(form: Form) -> bytes:
    """Return the page; it needs nothing besides itself."""
    style, script = _part("form.css"), "".join(_part(name) for name in _SCRIPTS)
    texts = PageTexts(form.tags)
    environment = Environment(loader=FileSystemLoader(_PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    page = _Page(form, texts).filled()
    about = _about(form) | {"texts": texts.others()}
    return (
        environment.get_template("form.html")
        .render(
            **page,
            about=Markup(_in_script(about)),  # noqa: S704 - every sign that could end the script is escaped
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_source_hash(style),
            script_hash=_source_hash(script),
        )
        .encode()
    )


def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _source_hash(text: str) -> str:
    """Return how a content security policy names exactly this text."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _in_script(value: object) -> str:
    """Return JSON that can stand in a script element: no sign of it ends the element or begins a comment."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028")


class _Page:
    """What the template fills in, every text in every language of the form."""

    def __init__(self, form: Form, texts: PageTexts) -> None:
        self._form = form
        self._texts = texts
        self._words = [language(tag) for tag in form.tags]

    def filled(self) -> dict[str, Any]:
        """Return everything by the name it has in the template."""
        form, shown = self._form, self._texts.shown
        subject = [subject_sentence(form.subject, one) for one in self._words] if form.subject else []
        held = list(zip(*form.texts.values(), strict=True))
        return {
            "tags": form.tags,
            "names": [LOCALES[tag].name for tag in form.tags],
            "directions": _directions(form),
            "title": title_of(form.leading),
            "heading": shown(*(title_of(one) for one in form.texts.values())),
            "introductions": [shown(*(one.checklist.introduction for one in many)) for many in held],
            "subject": shown(*subject) if subject else None,
            "ui": {name: self._said(text) for name, text in PAGE.items()},
            "opening": [self._head_question(one) for one in opening_questions(form)],
            "closing": [self._head_question(one) for one in closing_questions(form)],
            "aloud": self._options(ALOUD_CHOICES),
            "sections": [section for many in held for section in self._sections(many)],
        }

    def _said(self, text: str) -> Markup:
        return self._texts.shown(*(one.say(text) for one in self._words))

    def _head_question(self, one: HeadQuestion) -> dict[str, Any]:
        asked = {"key": one.key, "prompt": self._said(one.prompt), "needed": one.needed, "default": one.default}
        return asked | {"choices": self._options(one.choices)}

    def _options(self, choices: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
        said = [(value, [one.say(text) for one in self._words]) for value, text in choices]
        return [{"id": value, "label": labels[0], "mark": self._texts.option(*labels)} for value, labels in said]

    def _sections(self, held: tuple[Questionnaire, ...]) -> Iterator[dict[str, Any]]:
        for sections in zip(*(one.sections for one in held), strict=True):
            place = f"{held[0].checklist.id}.{sections[0].dimension.id}"
            introductions = [one.dimension.introduction or "" for one in sections]
            questions = zip(*(one.asked for one in sections), strict=True)
            yield {
                "id": place,
                "title": self._texts.shown(*(one.dimension.title for one in sections)),
                "introduction": self._texts.shown(*introductions) if introductions[0] else None,
                "questions": [self._question(held[0].checklist.id, place, asked) for asked in questions],
            }

    def _question(self, checklist: str, section: str, asked: tuple[AskedItem, ...]) -> dict[str, Any]:
        """Return what the template says about one question, given in every language."""
        first, shown = asked[0], self._texts.shown
        key = _key(checklist, first.item.id)
        spoken = list(zip(asked, self._words, strict=True))
        return {
            "key": key,
            "kind": _kind(first),
            "input": "checkbox" if first.several else "radio",
            "status_name": key + "~" if first.several else key,
            "number": first.number,
            "question": shown(*(one.item.question for one in asked)),
            "more": [shown(*lines) for lines in zip(*(help_texts(*one) for one in spoken), strict=True)],
            "waits": shown(*(waits_text(one.waits, word) for one, word in spoken if one.waits)) if first.waits else None,
            "several": first.several,
            "row": shown(*(one.item.row_label or "" for one in asked)) if Action.NOTHING_HERE in first.actions else None,
            "row_id": f"{section}.{first.item.row}" if first.item.row else None,
            "choices": [self._choice(choices) for choices in zip(*(one.choices for one in asked), strict=True)],
            "statuses": [self._status(action) for action in statuses_of(first)],
        }

    def _choice(self, choices: tuple[Choice, ...]) -> dict[str, Any]:
        sees = [one.sees or "" for one in choices]
        return {
            "id": choices[0].id,
            "label": self._texts.shown(*(one.label for one in choices)),
            "sees": self._texts.shown(*sees) if sees[0] else None,
        }

    def _status(self, action: Action) -> dict[str, Any]:
        label = self._texts.shown(*(status_words(action, one) for one in self._words))
        detail = DETAILS.get(action)
        asks = {"part": detail.key, "asks": self._said(detail.prompt)} if detail else {"asks": None}
        return {"id": action.value, "label": label} | asks


def _directions(form: Form) -> list[str]:
    return [LOCALES[tag].direction for tag in form.tags]


def _key(checklist: str, item: str) -> str:
    return f"{checklist}/{item}"


def _kind(asked: AskedItem) -> str:
    return "text" if asked.item.kind is ItemKind.TEXT else "select" if asked.several else "level"


def _about(form: Form) -> dict[str, Any]:
    """Return what the script has to know."""
    words = [language(tag) for tag in form.tags]
    head = form.head.model_dump(mode="json", exclude_none=True)
    titles = [{"title": title_of(held)} for held in form.texts.values()]
    return {
        "tags": form.tags,
        "directions": _directions(form),
        "head": head,
        "say": {w.tag: {n: w.say(m) for n, m in SCRIPT.items()} | t for w, t in zip(words, titles, strict=True)},
        "questions": {
            _key(held.checklist.id, asked.item.id): _told(held.checklist.id, asked)
            for held in form.leading
            for asked in held.asked()
        },
    }


def _told(checklist: str, asked: AskedItem) -> Mapping[str, Any]:
    told = {"checklist": checklist, "item": asked.item.id, "number": asked.number, "wording": asked.wording}
    if asked.waits:
        waits = asked.waits
        told |= {
            "waits": {
                "key": _key(checklist, waits.item),
                "levels": waits.levels,
                "credits": dict(waits.credits),
                "least": waits.least,
            }
        }
    if asked.item.nothing:
        told["nothing"] = asked.item.nothing
    return told

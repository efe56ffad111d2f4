"""A form as one HTML file that is filled in offline: page, style and script in one, no request, answers saved as a file."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mo_check.documents.form_words import (
    DETAILS,
    help_texts,
    status_words,
    statuses_of,
    subject_of,
    title_of,
    waits_text,
)
from mo_check.documents.words import KINDS
from mo_check.languages import Language, language
from mo_check.model.interview import Action
from mo_check.model.item import ItemKind
from mo_check.model.questionnaire import Asked, Form
from mo_check.writers.html_texts import PageTexts
from mo_check.writers.html_words import NAMES, PAGE, RIGHT_TO_LEFT, SCRIPT

if TYPE_CHECKING:
    from markupsafe import Markup

_PARTS = Path(__file__).parent / "html_form"
_SCRIPTS = ("texts.js", "answers.js", "page.js")
"""The parts of the script, in the order in which they stand on the page."""


def form_html(form: Form) -> bytes:
    """Return the page; it needs nothing besides itself."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style, script = _part("form.css"), "".join(_part(name) for name in _SCRIPTS)
    words = [language(tag) for tag in form.tags]
    texts = PageTexts(form.tags)
    environment = Environment(loader=FileSystemLoader(_PARTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    page = _page(form, texts, words)
    about = _about(form, words) | {"texts": texts.others()}
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


def _page(form: Form, texts: PageTexts, words: list[Language]) -> dict[str, Any]:
    """Return what the template fills in."""

    def said(text: str) -> "Markup":
        return texts.shown(*(one.say(text) for one in words))

    heading = [title_of(held) for held in form.texts.values()]
    kinds = [
        {"id": k.value, "label": words[0].say(m), "mark": texts.option(*(w.say(m) for w in words))} for k, m in KINDS.items()
    ]
    subject = [subject_of(form.subject, one) for one in words] if form.subject else []
    return {
        "tags": form.tags,
        "names": [NAMES.get(tag, tag) for tag in form.tags],
        "directions": _directions(form),
        "title": heading[0],
        "heading": texts.shown(*heading),
        "introductions": [
            texts.shown(*(one.checklist.introduction for one in held)) for held in zip(*form.texts.values(), strict=True)
        ],
        "subject": texts.shown(*subject) if subject else None,
        "ui": {name: said(text) for name, text in PAGE.items()},
        "kinds": kinds,
        "sections": list(_sections(form, texts, words, said)),
    }


def _directions(form: Form) -> list[str]:
    return ["rtl" if tag.split("-")[0] in RIGHT_TO_LEFT else "ltr" for tag in form.tags]


def _sections(form: Form, texts: PageTexts, words: list[Language], said: Callable[[str], "Markup"]) -> Iterator[dict[str, Any]]:
    for held in zip(*form.texts.values(), strict=True):
        for sections in zip(*(one.sections for one in held), strict=True):
            dimensions = [one.dimension for one in sections]
            introductions = [one.introduction or "" for one in dimensions]
            questions = zip(*(one.asked for one in sections), strict=True)
            yield {
                "id": f"{held[0].checklist.id}.{dimensions[0].id}",
                "title": texts.shown(*(one.title for one in dimensions)),
                "introduction": texts.shown(*introductions) if introductions[0] else None,
                "questions": [_question(held[0].checklist.id, asked, texts, words, said) for asked in questions],
            }


def _question(
    checklist: str, asked: tuple[Asked, ...], texts: PageTexts, words: list[Language], said: Callable[[str], "Markup"]
) -> dict[str, Any]:
    """Return what the template says about one question, given in every language."""
    first = asked[0]
    key = _key(checklist, first.item.id)
    row = Action.NOTHING_HERE in first.actions
    return {
        "key": key,
        "kind": _kind(first),
        "input": "checkbox" if first.several else "radio",
        "status_name": key + "~" if first.several else key,
        "number": first.number,
        "question": texts.shown(*(one.item.question for one in asked)),
        "help": texts.shown(*(one.item.help or "" for one in asked)) if first.item.help else None,
        "more": [
            texts.shown(*lines) for lines in zip(*(help_texts(*one) for one in zip(asked, words, strict=True)), strict=True)
        ],
        "several": first.several,
        "waits": texts.shown(*_waits(asked, words)) if first.waits else None,
        "row": texts.shown(*(one.item.row_label or "" for one in asked)) if row else None,
        "row_id": f"{checklist}.{first.item.row}" if first.item.row else None,
        "choices": [_choice(choices, texts) for choices in zip(*(one.choices for one in asked), strict=True)],
        "statuses": [_status(action, texts, words, said) for action in statuses_of(first)],
    }


def _key(checklist: str, item: str) -> str:
    return f"{checklist}/{item}"


def _kind(asked: Asked) -> str:
    return "text" if asked.item.kind is ItemKind.TEXT else "select" if asked.several else "level"


def _choice(choices: tuple[Any, ...], texts: PageTexts) -> dict[str, Any]:
    sees = [one.sees or "" for one in choices]
    return {
        "id": choices[0].id,
        "label": texts.shown(*(c.label for c in choices)),
        "sees": texts.shown(*sees) if sees[0] else None,
    }


def _status(action: Action, texts: PageTexts, words: list[Language], said: Callable[[str], "Markup"]) -> dict[str, Any]:
    detail = DETAILS.get(action)
    asks = {"part": detail.key, "asks": said(detail.prompt)} if detail else {"asks": None}
    return {"id": action.value, "label": texts.shown(*(status_words(action, one) for one in words))} | asks


def _waits(asked: tuple[Asked, ...], words: list[Language]) -> list[str]:
    return [waits_text(one.waits, word) for one, word in zip(asked, words, strict=True) if one.waits]


def _about(form: Form, words: list[Language]) -> dict[str, Any]:
    """Return what the script has to know."""
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


def _told(checklist: str, asked: Asked) -> Mapping[str, Any]:
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

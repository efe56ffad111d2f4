"""A form as LimeSurvey's tab-separated survey structure: one row for each group, question and answer, language by language."""

import csv
from collections.abc import Iterator
from html import escape
from io import StringIO

from mo_check.documents.form_words import (
    DETAILS,
    NOTHING_HERE,
    SEVERAL,
    WHO,
    help_texts,
    status_words,
    statuses_of,
    title_of,
    waits_text,
)
from mo_check.documents.words import KINDS
from mo_check.languages import Language, language
from mo_check.model.interview import Action
from mo_check.model.item import NONE_OPTION, ItemKind
from mo_check.model.questionnaire import Asked, Form, Questionnaire, Section, Waits
from mo_check.model.survey_names import LIME_LANGUAGES, ROW_PART, lime_choice, lime_code

_COLUMNS = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
    "hidden",
    "exclude_all_others",
)
_SETTINGS = {
    "format": "G",
    "anonymized": "Y",
    "datestamp": "Y",
    "ipaddr": "N",
    "refurl": "N",
    "allowregister": "N",
    "assessments": "N",
    "usecaptcha": "N",
    "htmlemail": "Y",
    "sendconfirmation": "N",
    "showwelcome": "Y",
    "showxquestions": "Y",
    "navigationdelay": "0",
    "autoredirect": "N",
    "savetimings": "N",
    "allowsave": "Y",
    "allowprev": "Y",
    "showprogress": "Y",
    "questionindex": "1",
    "printanswers": "Y",
    "listpublic": "N",
    "publicstatistics": "N",
    "usecookie": "N",
    "alloweditaftercompletion": "N",
    "tokenanswerspersistence": "N",
    "nokeyboard": "N",
    "shownoanswer": "Y",
    "showgroupinfo": "B",
    "showqnumcode": "X",
}
"""How the survey behaves. They come first and are ASCII: the importer guesses the encoding from the first 1,000 bytes."""
_LIST, _SEVERAL, _SHORT, _LONG, _EQUATION, _DROPDOWN = "O", "M", "S", "T", "*", "L"
_ALWAYS = "1"
Row = dict[str, str]


def form_limesurvey(form: Form) -> bytes:
    """Return the file for „Import a survey“; its suffix has to be .txt."""
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, _COLUMNS, delimiter="\t", lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(_rows(form))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _rows(form: Form) -> Iterator[Row]:
    tags = [LIME_LANGUAGES.get(tag, tag) for tag in form.tags]
    for name, value in _SETTINGS.items():
        yield {"class": "S", "name": name, "text": value}
    yield {"class": "S", "name": "language", "text": tags[0]}
    yield {"class": "S", "name": "additional_languages", "text": " ".join(tags[1:])}
    for tag, held in zip(tags, form.texts.values(), strict=True):
        yield {"class": "SL", "name": "surveyls_title", "text": title_of(held), "language": tag}
        introduction = "<br>".join(_text(one.checklist.introduction) for one in held)
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
            introduction = _text(section.dimension.introduction or "")
            yield {"class": "G", "type/scale": f"G{number}", "name": _text(section.dimension.title), "text": introduction} | {
                "relevance": _ALWAYS
            }
            for asked in section.asked:
                if Action.NOTHING_HERE in asked.actions:
                    yield from _row(one.checklist.id, section, asked, words)
                yield from _question(one.checklist.id, section, asked, words)


def _who(form: Form, words: Language) -> Iterator[Row]:
    say = words.say
    yield {"class": "G", "type/scale": "G0", "name": _text(say("Wer antwortet?")), "relevance": _ALWAYS}
    yield _asks(_EQUATION, "MOHEAD", "{'" + form.head.word() + "'}", hidden="1")
    if form.subject is None:
        yield _asks(_SHORT, "MONAME", _text(say("Name der Kommune")), mandatory="Y")
        yield _asks(_DROPDOWN, "MOKIND", _text(say("Art der Kommune")), mandatory="Y")
        for kind, label in KINDS.items():
            yield _answer(lime_choice(kind.value), say(label))
    yield _asks(_SHORT, "MOLABEL", _text(say(WHO)), mandatory="Y")


def _row(checklist: str, section: Section, asked: Asked, words: Language) -> Iterator[Row]:
    """Ask whether there is anything at all in a row of a matrix."""
    yield _asks(_SEVERAL, _row_code(checklist, section, asked), _text(asked.item.row_label or ""))
    yield _subquestion(lime_choice("yes"), words.say(NOTHING_HERE))


def _row_code(checklist: str, section: Section, asked: Asked) -> str:
    return lime_code(checklist, f"{section.dimension.id}.{asked.item.row}", ROW_PART)


def _question(checklist: str, section: Section, asked: Asked, words: Language) -> Iterator[Row]:
    code = lime_code(checklist, asked.item.id)
    relevance = _relevance(checklist, section, asked)
    told = {"help": _text(_help(asked, words)), "relevance": relevance}
    question = _text(asked.item.question)
    if asked.item.kind is ItemKind.TEXT:
        yield _asks(_LONG, code, question, **told)
        return
    statuses = [(f"_{action.value}", status_words(action, words)) for action in statuses_of(asked)]
    own = [(choice.id, f"{choice.label}: {choice.sees}" if choice.sees else choice.label) for choice in asked.choices]
    if asked.several:
        alone = [value for value, _ in (*own, *statuses) if value == NONE_OPTION or value.startswith("_")]
        yield _asks(_SEVERAL, code, question, exclude_all_others=";".join(lime_choice(value) for value in alone), **told)
        for value, label in (*own, *statuses):
            yield _subquestion(lime_choice(value), label)
        yield _asks(_LONG, lime_code(checklist, asked.item.id, "note"), _text(words.say("Notiz")), relevance=relevance)
    else:
        yield _asks(_LIST, code, question, **told)
        for value, label in (*own, *statuses):
            yield _answer(lime_choice(value), label)
    for action in statuses_of(asked):
        if detail := DETAILS.get(action):
            said = _said(code, f"_{action.value}", several=asked.several)
            part = lime_code(checklist, asked.item.id, detail.key)
            yield _asks(_SHORT, part, _text(words.say(detail.prompt)), relevance=said, mandatory="Y")


def _asks(kind: str, code: str, text: str, **more: str) -> Row:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": code,
        "text": text,
        "relevance": _ALWAYS,
        "mandatory": "N",
        "other": "N",
    } | more


def _answer(code: str, text: str) -> Row:
    return {"class": "A", "type/scale": "0", "name": code, "text": _text(text)}


def _subquestion(code: str, text: str) -> Row:
    return {"class": "SQ", "type/scale": "0", "name": code, "text": _text(text), "relevance": _ALWAYS}


def _help(asked: Asked, words: Language) -> str:
    lines = [words.say(SEVERAL)] if asked.several else []
    lines += [waits_text(asked.waits, words)] if asked.waits else []
    return "\n".join([*lines, *help_texts(asked, words)])


def _said(code: str, value: str, *, several: bool) -> str:
    """Return the expression that tells whether something was chosen."""
    return f'{code}_{lime_choice(value)}.NAOK == "Y"' if several else f'{code}.NAOK == "{lime_choice(value)}"'


def _relevance(checklist: str, section: Section, asked: Asked) -> str:
    parts = [f"({_reached(checklist, asked.waits)})"] if asked.waits else []
    if asked.item.row and asked.item.nothing:
        parts.append(f"!({_said(_row_code(checklist, section, asked), 'yes', several=True)})")
    return " and ".join(parts) or _ALWAYS


def _reached(checklist: str, waits: Waits) -> str:
    code = lime_code(checklist, waits.item)
    if not waits.credits:
        return " or ".join(_said(code, level, several=False) for level in waits.levels)
    brings = (f"if({_said(code, value, several=True)}, {credit}, 0)" for value, credit in waits.credits.items())
    return f"sum({', '.join(brings)}) >= {waits.least}"


def _text(text: str) -> str:
    """Return text as the HTML that LimeSurvey shows; a brace would begin an expression, a backslash confuse its reader."""
    plain = escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;").replace("\\", "&#92;")
    return plain.replace("\n", "<br>")

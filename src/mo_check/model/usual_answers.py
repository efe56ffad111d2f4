"""Answers as nearly all are, made without the detour through pydantic; what looks odd is left to the model and its complaints.

A profile has some eighty answers, and validating each is most of what loading costs beside reading the YAML. What is made here is
the same, field by field, as what the model makes; a test holds that against the model for answers of every kind, good and bad.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mo_check.model.types import ID_LENGTH, SLUG, WORD, WORD_LENGTH, cleaned_text, parsed_day

Answer = TypeVar("Answer", bound=BaseModel)

_REMEMBERED = 4096
_is_wording = re.compile(r"sha256:[0-9a-f]{8}").fullmatch
_blank, _put = object.__new__, object.__setattr__


@lru_cache(maxsize=_REMEMBERED)
def _is_word(text: str) -> bool:
    return len(text) <= WORD_LENGTH and re.fullmatch(WORD, text) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_id(text: str) -> bool:
    return len(text) <= ID_LENGTH and re.fullmatch(SLUG, text) is not None


def usual_answers(model: type[Answer], statuses: Mapping[str, object], tree: object) -> dict[str, Answer] | None:
    """Return the answers of a checklist by item; None if any of them is wrong or they do not come from a file.

    ``statuses`` are those that stand alone, as the model has them.
    """
    if type(tree) is not dict:
        return None
    found = {}
    empty = dict.fromkeys(model.model_fields)
    try:
        for item, answer in tree.items():
            if type(item) is not str or not _is_id(item):
                return None
            held = _usual({**empty, **answer}, statuses) if type(answer) is dict else None
            if held is None or len(held) > len(empty):
                found[item] = model.model_validate(answer)
            else:
                found[item] = made = _blank(model)
                _put(made, "__dict__", held)
                _put(made, "__pydantic_fields_set__", set(answer))
                _put(made, "__pydantic_extra__", None)
                _put(made, "__pydantic_private__", None)
    except ValidationError:
        return None
    return found


def _usual(held: dict[str, Any], statuses: Mapping[str, object]) -> dict[str, Any] | None:
    """Return the fields of one answer as the model would hold them; None where the model has to look itself."""
    level, options, text, status = held["level"], held["options"], held["text"], held["status"]
    if held["who"] is not None or held["reason"] is not None or held["positions"] is not None:
        return None
    if level is not None:
        fits = options is text is status is None and type(level) is str and _is_word(level)
    elif options is not None:
        fits = text is status is None and type(options) is list and all(type(one) is str and _is_word(one) for one in options)
        held["options"] = tuple(options) if fits else options
    elif status is not None:
        fits = text is None and type(status) is str and status in statuses
        held["status"] = statuses[status] if fits else status
    else:
        fits = text is not None and _cleaned(held, "text")
    fits = fits and (held["note"] is None or _cleaned(held, "note"))
    fits = fits and (held["evidence"] is None or _cleaned(held, "evidence"))
    return held if fits and _dated(held) else None


def _cleaned(held: dict[str, Any], name: str) -> bool:
    """Clean a text and tell whether it is one and not empty."""
    text = held[name]
    if type(text) is not str:
        return False
    held[name] = text = cleaned_text(text)
    return text != ""


def _dated(held: dict[str, Any]) -> bool:
    """Read the day of an answer, and tell whether it and the mark of the wording are as they should be."""
    date, wording = held["date"], held["wording"]
    if date is not None:
        if type(date) is not str or (known := parsed_day(date)) is None:
            return False
        held["date"] = known
    return wording is None or (type(wording) is str and _is_wording(wording) is not None)

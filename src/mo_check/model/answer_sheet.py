"""The answers to one checklist, read as plain values: an ``Answer`` is made only of those that somebody asks for.

A profile has some eighty answers, and most calls need no more of each than which level it names. What comes from a file is looked
at once; what looks odd is left to pydantic and its complaints, and a test holds the two against each other.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from typing import Annotated, Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from mo_check.model.answer import Answer, AnswerFields, ReadAloud, Status, fields_of, plain_answer, typed_fields
from mo_check.model.types import ID_LENGTH, SLUG, WORD, WORD_LENGTH, Id, cleaned_text, parsed_day

Plain: TypeAlias = Mapping[str, Any]
"""The fields of an answer that are there, checked: texts clean, options a tuple, a day as date."""

_REMEMBERED = 4096
_ALONE = {status.value: status for status in (Status.UNKNOWN, Status.SKIPPED)}
_ALOUD = {one.value: one for one in ReadAloud}
_BESIDE = frozenset({"note", "evidence", "date", "wording", "read_aloud"})
"""What may stand beside the one thing that was said."""
_is_slug, _is_word = re.compile(SLUG).fullmatch, re.compile(WORD).fullmatch


class AnswerSheet(Mapping[str, Answer]):
    """Answers by item, in the order of the file. ``plain`` holds their fields; equal to any mapping of the same answers."""

    def __init__(self, plain: Mapping[str, Plain]) -> None:
        self.plain = plain
        self._made: dict[str, Answer] = {}

    def __getitem__(self, item: str) -> Answer:
        """Return an answer. Raises KeyError where there is none."""
        made = self._made.get(item)
        if made is None:
            made = self._made[item] = plain_answer(self.plain[item])
        return made

    @cached_property
    def last_day(self) -> date | None:
        """The day of the last answer."""
        return max((fields["date"] for fields in self.plain.values() if "date" in fields), default=None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

    def __contains__(self, item: object) -> bool:
        return item in self.plain

    def __repr__(self) -> str:
        return f"AnswerSheet({dict(self)!r})"


def plain_fields(answers: Mapping[str, Answer]) -> Mapping[str, Plain]:
    """Return the fields of answers, however they were made."""
    return answers.plain if isinstance(answers, AnswerSheet) else {item: typed_fields(answer) for item, answer in answers.items()}


class _AnswersSchema:
    """How pydantic reads, writes and describes the answers to a checklist."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(
            lambda answers: {item: fields_of(answer) for item, answer in answers.items()}
        )
        return core_schema.no_info_wrap_validator_function(_read, handler(Mapping[Id, AnswerFields]), serialization=written)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:  # noqa: ANN401
        return handler(schema["schema"])


Answers: TypeAlias = Annotated[Mapping[str, Answer], _AnswersSchema()]
"""The answers to a checklist by item; read from the fields of a file, or handed over as answers."""


def _read(tree: object, validate: core_schema.ValidatorFunctionWrapHandler) -> Mapping[str, Answer]:
    if isinstance(tree, AnswerSheet):
        return tree
    if (plain := _usual_fields(tree)) is not None:
        return AnswerSheet(plain)
    if isinstance(tree, Mapping) and tree and all(isinstance(answer, Answer) for answer in tree.values()):
        return dict(tree)
    held: Mapping[str, AnswerFields] = validate(tree)
    return {item: fields.answer() for item, fields in held.items()}


def _usual_fields(tree: object) -> dict[str, Plain] | None:
    """Return the checked fields of answers as nearly all are; None where pydantic has to look itself."""
    if type(tree) is not dict:
        return None
    found: dict[str, Plain] = {}
    for item, answer in tree.items():
        if type(item) is not str or type(answer) is not dict or not _is_id(item) or (fields := _usual(answer)) is None:
            return None
        found[item] = fields
    return found


def _usual(answer: dict[str, Any]) -> dict[str, Any] | None:
    """Return the checked fields of one answer; None where pydantic has to look itself."""
    held = {}
    said = 0
    for key, value in answer.items():
        if type(value) is str:
            reader = _READERS.get(key)
            read = reader(value) if reader else None
        else:
            read = _options(value) if key == "options" else None
        if read is None:
            return None
        if key not in _BESIDE:
            said += 1
        held[key] = read
    if "read_aloud" in held and "text" not in held:
        return None
    return held if said == 1 else None


def _options(words: object) -> tuple[str, ...] | None:
    if type(words) is not list or not all(type(one) is str and _is_word_id(one) for one in words):
        return None
    return tuple(words)


@lru_cache(maxsize=_REMEMBERED)
def _is_id(text: str) -> bool:
    return len(text) <= ID_LENGTH and _is_slug(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_word_id(text: str) -> bool:
    return len(text) <= WORD_LENGTH and _is_word(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def _level(text: str) -> str | None:
    return text if _is_word_id(text) else None


def _text(text: str) -> str | None:
    return cleaned_text(text) or None


@lru_cache(maxsize=_REMEMBERED)
def _wording(text: str) -> str | None:
    return text if re.fullmatch(r"sha256:[0-9a-f]{8}", text) else None


_READERS: Mapping[str, Callable[[str], Any]] = {
    "level": _level,
    "text": _text,
    "read_aloud": _ALOUD.get,
    "status": _ALONE.get,
    "note": _text,
    "evidence": _text,
    "date": parsed_day,
    "wording": _wording,
}

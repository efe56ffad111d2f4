"""The types of a YAML scalar: everything arrives as text, and each field says what the text has to be."""

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError, core_schema

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$"
WORD = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
ID_LENGTH, WORD_LENGTH = 80, 40

# a table and not a pattern: a character class beyond U+00FF costs every start 15 ms to compile
_CLEANED = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF]) | {
    0x09: " ",
    0x0A: "\n",
    0x0D: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_RATIO = re.compile(r"(\d{1,9})/([1-9]\d{0,8})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def cleaned_text(text: str) -> str:
    """Return the text with one kind of line end, no control characters and no trailing blanks.

    This is the only place where text is cleaned: what a file, a prompt or a program passes in comes through here.
    """
    if text.isprintable():  # the usual case: one line without anything to clean inside
        return text.strip()
    text = text.replace("\r\n", "\n").translate(_CLEANED)
    text = text.encode("utf-8", "ignore").decode("utf-8")  # lone surrogates, which no file can hold
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _text(value: Any) -> str:  # noqa: ANN401 - a validator is handed whatever the file holds
    if not isinstance(value, str):
        raise PydanticCustomError("text_expected", "text expected")
    text = cleaned_text(value)
    if not text:
        raise PydanticCustomError("text_empty", "text is empty")
    return text


def _whole(value: Any) -> int:  # noqa: ANN401
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+", value):
        digits = re.sub(r"\D", "", value)
        raise PydanticCustomError("whole_number_grouped", "grouped number", {"value": value, "digits": digits})
    raise PydanticCustomError("whole_number_expected", "whole number expected", {"value": excerpt(value)})


def _fraction(value: Any) -> Fraction:  # noqa: ANN401
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, str) and (ratio := _RATIO.fullmatch(value)):
        return Fraction(int(ratio[1]), int(ratio[2]))
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Fraction(value)
    raise PydanticCustomError("number_expected", "number expected", {"value": excerpt(value)})


def _flag(value: Any) -> bool:  # noqa: ANN401
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "false"}:
        return value == "true"
    raise PydanticCustomError("flag_expected", "true or false expected", {"value": excerpt(value)})


@lru_cache(maxsize=1024)
def parsed_day(text: str) -> date | None:
    """Return the calendar day that a text ``2026-11-14`` names, None if it names none."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def _date(value: Any) -> date:  # noqa: ANN401
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (known := parsed_day(value)):
        return known
    raise PydanticCustomError("calendar_date_expected", "calendar date expected", {"value": excerpt(value)})


def excerpt(value: Any) -> str:  # noqa: ANN401
    """Return a short form of a wrong value, fit for a message: one line, no control characters."""
    if isinstance(value, dict | list | tuple):
        return "[…]" if isinstance(value, list | tuple) else "{…}"
    return cleaned_text(str(value)).replace("\n", " ")[:60]


class _Read:
    """How a scalar is read: a function from what the file holds to the value, and what a JSON Schema says about it.

    The core schema is built once and shared by every field of the type; building it anew for each cost every start 15 ms.
    """

    def __init__(self, function: Callable[[Any], Any], json: dict[str, Any], written: Callable[[Any], str] | None = None) -> None:
        to_text = core_schema.plain_serializer_function_ser_schema(written, when_used="json") if written else None
        self._schema = core_schema.no_info_plain_validator_function(function, serialization=to_text)
        self._json = json

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return self._schema

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return dict(self._json)


Text = Annotated[str, _Read(_text, {"type": "string", "minLength": 1})]
"""Text of a person or a checklist: cleaned, never empty."""

Whole = Annotated[int, _Read(_whole, {"type": "integer"})]
"""A whole number; ``45.000`` is refused with a hint, because readers disagree on what it says."""

Number = Annotated[Fraction, _Read(_fraction, {"type": ["number", "string"]}, str)]
"""A finite number, exactly: ``0.5``, ``2``, ``2/3``."""

Flag = Annotated[bool, _Read(_flag, {"type": "boolean"})]
CalendarDate = Annotated[date, _Read(_date, {"type": "string", "format": "date"}, date.isoformat)]
Id = Annotated[str, Field(pattern=SLUG, max_length=ID_LENGTH)]
"""A stable, dot-separated id such as ``concept.written``."""
WordId = Annotated[str, Field(pattern=WORD, max_length=WORD_LENGTH)]
"""The id of a level or option: a word, never a digit."""
Version = Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$", max_length=40)]
"""The version of a checklist: three whole numbers."""


def _key_reason(value: Any) -> str | None:  # noqa: ANN401
    if value in {"true", "false", True, False}:
        return "" if value in {"true", True} else None
    return _text(value)


KeyReason = Annotated[str | None, _Read(_key_reason, {"type": ["string", "boolean"], "minLength": 1})]
"""Why others hang on an item; ``true`` says only that they do, and is then an empty text."""


def version_number(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, by which versions are compared: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def _one_or_many(value: Any) -> Any:  # noqa: ANN401
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
"""One text or a list of them."""


class Frozen(BaseModel):
    """The base of everything read from a file: frozen, closed against unknown keys."""

    # defer_build: only the models that a call validates are built, each with its parts, instead of every class on import
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

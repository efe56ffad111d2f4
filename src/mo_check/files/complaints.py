"""pydantic's errors in our own words: each error type has a sentence and, where one helps, a remedy."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from mo_check.errors import Message
from mo_check.model.types import excerpt

_TOO_LONG = Message("Kürzer fassen.")
_WORDS: Mapping[str, tuple[Message, Message | None]] = {
    "missing": (Message("Hier fehlt „{key}“."), Message("Den Schlüssel mit einem Wert ergänzen.")),
    "extra_forbidden": (Message("Den Schlüssel „{key}“ gibt es hier nicht."), None),
    "enum": (Message("„{input}“ ist hier nicht möglich."), None),
    "literal_error": (Message("„{input}“ ist hier nicht möglich."), None),
    "string_type": (Message("Hier muss ein Text stehen."), None),
    "string_unicode": (Message("Hier muss ein Text stehen."), None),
    "string_pattern_mismatch": (Message("„{input}“ hat hier nicht die richtige Form."), None),
    "string_too_long": (Message("Der Text ist zu lang (höchstens {max_length} Zeichen)."), _TOO_LONG),
    "too_long": (
        Message("Das sind zu viele (höchstens {max_length})."),
        Message("Einträge streichen oder zusammenfassen."),
    ),
    "too_short": (Message("Das sind zu wenige (mindestens {min_length})."), None),
    "greater_than_equal": (Message("Die Zahl ist zu klein (mindestens {ge})."), None),
    "less_than_equal": (Message("Die Zahl ist zu groß (höchstens {le})."), None),
    "model_type": (Message("Hier müssen Schlüssel mit Werten stehen."), None),
    "dict_type": (Message("Hier müssen Schlüssel mit Werten stehen."), None),
    "tuple_type": (
        Message("Hier muss eine Liste stehen."),
        Message("Jeden Eintrag in eine eigene Zeile mit „- “ setzen."),
    ),
    "text_expected": (Message("Hier muss ein Text stehen."), None),
    "text_empty": (Message("Der Text ist leer."), Message("Etwas eintragen oder die Zeile löschen.")),
    "whole_number_expected": (Message("„{value}“ ist keine ganze Zahl."), None),
    "whole_number_grouped": (
        Message("„{value}“ ist als Zahl nicht eindeutig."),
        Message("Ohne Trennzeichen schreiben: {digits}."),
    ),
    "number_expected": (
        Message("„{value}“ ist keine Zahl."),
        Message("Mit Punkt oder als Bruch schreiben: 0.5 oder 2/3."),
    ),
    "flag_expected": (Message("Hier geht nur true oder false, nicht „{value}“."), None),
    "calendar_date_expected": (Message("„{value}“ ist kein Datum."), Message("Jahr-Monat-Tag schreiben: 2026-11-14.")),
    "answer_not_one": (Message("Eine Antwort braucht genau eines von level, options, text oder status."), None),
    "answer_incomplete": (
        Message("Zum Status „{status}“ fehlt „{key}“."),
        Message("Den Schlüssel mit ein paar Worten ergänzen."),
    ),
    "answer_without_text": (
        Message("„{key}“ gehört nur zu einer freien Antwort."),
        Message("Die Zeile löschen; für Notizen und Belege steht „read_aloud“ einmal ganz oben im Profil."),
    ),
    "answer_surplus": (
        Message("„{key}“ passt nicht zu dieser Antwort."),
        Message("Die Zeile löschen oder den Status dazu setzen."),
    ),
    "logo_without_words": (
        Message("Zum Logo fehlt „logo_shows“."),
        Message("In ein paar Worten sagen, was darauf zu sehen ist; so wird es vorgelesen."),
    ),
}
MAPPED = frozenset(_WORDS)
"""Every pydantic error type that has words of ours."""


def error_words(error: ErrorDetails, model: type[BaseModel]) -> tuple[Message, Message | None]:
    """Return the message and the remedy for one pydantic error of a model."""
    kind = error["type"]
    if kind == "too_long" and isinstance(error["input"], str):
        kind = "string_too_long"
    message, remedy = _WORDS.get(kind, (Message("Dieser Wert ist hier nicht möglich."), None))
    fields = {key: str(value) for key, value in error.get("ctx", {}).items()}
    fields["key"] = fields.get("key") or excerpt(error["loc"][-1] if error["loc"] else "")
    fields["input"] = excerpt(error["input"])
    said = Message(message.msgid, **fields)
    if kind == "extra_forbidden":
        return said, near_miss(fields["key"], _keys(model))
    if kind in {"enum", "literal_error"}:
        known = [word.strip("'") for word in fields["expected"].replace(" or ", ", ").split(", ")]
        return said, near_miss(fields["input"], known)
    return said, Message(remedy.msgid, **fields) if remedy else None


def follows_from_others(error: ErrorDetails) -> bool:
    """Return whether an error is only the echo of others: a list seems too short because entries in it are wrong."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def near_miss(word: str, known: Iterable[str], *, most: int = 12) -> Message | None:
    """Return a hint at the known words that are close to a wrong one, or at all of them if they are few."""
    known = tuple(known)
    written = {one.casefold(): one for one in known}
    if close := get_close_matches(word.casefold(), written, n=3, cutoff=0.6):
        return Message("Meinten Sie {words}?", words=tuple(Message("„{word}“", word=written[one]) for one in close))
    if 0 < len(known) <= most:
        return Message("Möglich sind: {words}.", words=tuple(Message("„{word}“", word=one) for one in known))
    return None


def _keys(model: type[BaseModel]) -> list[str]:
    """Return every key that may stand in a file of this model."""
    return sorted({info.alias or name for held in _models(model, set()) for name, info in held.model_fields.items()})


def _models(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    seen.add(model)
    for info in model.model_fields.values():
        for held in _classes(info.annotation):
            if held not in seen:
                _models(held, seen)
    return seen


def _classes(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - annotations have no common type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)

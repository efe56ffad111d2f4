"""A profile as YAML text that people read, mail and diff, and that every YAML reader reads alike."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from mo_check.model.answer import Answer, typed_fields
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.model.types import Frozen

# A text stands without quotes only if no YAML reader can take it for anything else.
_PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß][\wÄÖÜäöüß ,;()/+.%!?&–„“’'-]*[\wÄÖÜäöüß)%!?.“]|[A-Za-zÄÖÜäöüß]{2,}")
_WORDS = frozenset(["true", "false", "yes", "no", "on", "off", "null", "nan", "inf"])
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_FIRST = frozenset(["format", "remark"])
"""What stands above all else, whatever its place in the model."""
_MARKS = frozenset(["digest", "wording"])
"""What holds a colon and stands without quotes all the same: no YAML reader takes ``sha256:`` and digits for anything else."""

_SCALARS = (str, int, date)
_Value: TypeAlias = str | int | date | tuple[str | Frozen, ...] | Frozen
"""What a field of a profile holds."""


def scalar(value: object) -> str:
    """Return one value as it stands in the file: plain where that is safe for every reader, else in double quotes."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return _quoted(text)


def profile_text(profile: Profile, shorts: Mapping[str, Mapping[str, str]]) -> str:
    """Return a profile as YAML text; what is not given is not written.

    ``shorts`` holds, per checklist, what stands as a comment beside each item's id.
    """
    lines: list[str] = []
    for key, value in sorted(_given(profile), key=lambda given: given[0] not in _FIRST):
        if key == "checklists":
            lines += _checklists(profile.checklists, shorts)
        else:
            lines += _entry(key, value, "")
    return "\n".join(lines) + "\n"


def _given(part: Frozen) -> Iterator[tuple[str, _Value]]:
    """Yield the fields of a part that are given, whichever the model has, in its order."""
    return ((name, value) for name, value in part if value is not None)


def _checklists(checklists: Mapping[str, ChecklistAnswers], shorts: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    if checklists:
        yield "checklists:"
    for checklist, held in checklists.items():
        yield f"  {scalar(checklist)}:"
        for key, value in _given(held):
            if key == "answers":
                yield from _answers(held.answers, shorts.get(checklist, {}))
            else:
                yield from _entry(key, value, "    ")


def _answers(answers: Mapping[str, Answer], shorts: Mapping[str, str]) -> Iterator[str]:
    if answers:
        yield "    answers:"
    for item, answer in answers.items():
        short = shorts.get(item)
        yield f"      {scalar(item)}:" + (f"  # {' '.join(short.split())}" if short else "")
        yield from _entries(typed_fields(answer).items(), "        ")


def _entries(fields: Iterable[tuple[str, _Value]], pad: str) -> Iterator[str]:
    for key, value in fields:
        yield from _entry(key, value, pad)


def _entry(key: str, value: _Value, pad: str) -> Iterator[str]:
    """Yield a key with its value: a scalar, a text of several lines, words or parts in a list, or a part of the model."""
    if isinstance(value, str) and "\n" in value:
        yield f"{pad}{key}: |-"
        yield from (f"{pad}  {line}" if line else "" for line in value.split("\n"))
    elif isinstance(value, _SCALARS):
        yield f"{pad}{key}: {value if key in _MARKS else scalar(value)}"
    elif isinstance(value, tuple):
        yield from _list(key, value, pad)
    else:
        yield f"{pad}{key}:"
        yield from _entries(_given(value), pad + "  ")


def _list(key: str, held: tuple[str | Frozen, ...], pad: str) -> Iterator[str]:
    parts = [one for one in held if isinstance(one, Frozen)]
    if not parts:
        yield f"{pad}{key}: [{', '.join(scalar(one) for one in held)}]"
        return
    yield f"{pad}{key}:"
    for part in parts:
        lead = "- "
        for name, value in _given(part):
            yield f"{pad}  {lead}{name}: {scalar(value)}"
            lead = "  "

"""Profiles as mo-check writes them, read line by line: a sixth of what libyaml's events cost.

Only lines of the plainest YAML are taken: ``key:``, ``key: text``, ``key: "text"``, ``key: [word, word]``, each with a comment
behind it. A text with anything else in it, or with anything wrong, is left to :mod:`mo_check.files.yaml_events`, and what is
taken here is read there as exactly the same; a test holds the two against each other over thousands of broken and mended texts.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from mo_check.files.yaml_events import Tree

_DEEPEST = 16
"""A profile does not begin further in."""
_REMEMBERED = 4096
"""Profiles of one checklist are nearly the same lines again and again; so many are read only once."""
_plain = re.compile(
    r"""
    ([ ]*)([a-z][a-z0-9._-]{0,99}):                                         # a key, and how far in it stands
    (?:[ ]+(
        "[^"\\]*"                                                           # a text in quotation marks, without any escape
        | \[(?:[a-z][a-z0-9-]*(?:,[ ][a-z][a-z0-9-]*)*)?\]                  # a list of words
        | [^\s?:,\[\]{}\#&*!|>'"%@`-][^:\#]*(?::[^ :\#][^:\#]*)*(?<![ ])    # a text without: no colon that ends it, no comment
    ))?
    (?:[ ]+\#.*|[ ]*)                                                       # a comment
    |[ ]*(?:\#.*)?                                                          # a line without a key
    """,
    re.VERBOSE,
).fullmatch


class _Line(NamedTuple):
    """A line that is understood: how far in its key stands, and what stands behind that; without a key it says nothing."""

    indent: int
    key: str = ""
    value: str | None = None
    words: tuple[str, ...] | None = None


class _NotPlain(Exception):
    pass


@lru_cache(maxsize=_REMEMBERED)
def _read(line: str) -> _Line:
    """Read a line. Raises _NotPlain."""
    found = _plain(line) if line.isprintable() else None
    if found is None:
        raise _NotPlain
    blanks, key, value = found.groups()
    if key is None:
        return _Line(0)
    if value is None or value[0] not in '"[':
        return _Line(len(blanks), key, value)
    if value[0] == '"':
        return _Line(len(blanks), key, value[1:-1])
    return _Line(len(blanks), key, words=tuple(value[1:-1].split(", ")) if value != "[]" else ())


def plain_tree(text: str) -> dict[str, Tree] | None:
    """Return the tree of a text that has plain lines only; None where it has others."""
    try:
        lines = [found for line in text.split("\n") if (found := _read(line))[1]]
        tree, end = _mapping(lines, 0, 0)
    except _NotPlain:
        return None
    return tree if lines and end == len(lines) else None


def _mapping(lines: list[_Line], place: int, indent: int) -> tuple[dict[str, Tree], int]:
    """Return the mapping whose first key stands in a line, and the place of the line behind it. Raises _NotPlain."""
    held: dict[str, Tree] = {}
    end = len(lines)
    while place < end and lines[place][0] == indent:
        _, key, value, words = lines[place]
        place += 1
        if key in held:
            raise _NotPlain
        if value is not None:
            held[key] = value
        elif words is not None:
            held[key] = [*words]
        else:
            below = lines[place][0] if place < end else 0
            if not indent < below <= _DEEPEST:
                raise _NotPlain
            held[key], place = _mapping(lines, place, below)
    return held, place

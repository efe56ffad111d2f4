"""The quick half of the YAML reader: what mo-check's own writer writes, line by line, at a fraction of what events cost.

Taken are ``key:``, ``key: text``, ``key: "text"`` with escaped quotes in it, ``key: [word, word]``, each with a comment behind
it, and ``key: |-`` with the lines of its text below. A text with anything else in it, or with anything wrong, is left to
:mod:`mo_check.files.yaml_events`, and what is taken here is read there as exactly the same; a test holds the two against each
other over thousands of broken and mended texts.
"""

import re
from typing import NamedTuple

from mo_check.files.yaml_events import Tree

_DEEPEST = 16
"""A profile does not begin further in."""
_REMEMBERED = 4096
"""Profiles of one checklist are nearly the same lines again and again; so many are remembered, and as many from before them."""
_LONGEST = 200
"""Longer lines are not remembered."""
_plain = re.compile(
    r"""
    ([ ]*)([a-z][a-z0-9._-]{0,99}):                                         # a key, and how far in it stands
    (?:[ ]+(
        "[^"\\]*(?:\\["\\][^"\\]*)*"                                        # a text in quotation marks
        | \[(?:[a-z][a-z0-9-]*(?:,[ ][a-z][a-z0-9-]*)*)?\]                  # a list of words
        | [^\s?:,\[\]{}\#&*!|>'"%@`-][^:\#]*(?::[^ :\#][^:\#]*)*(?<![ ])    # a text without: no colon that ends it, no comment
        | \|-                                                               # the lines below are its text
    ))?
    (?:[ ]+\#.*|[ ]*)                                                       # a comment
    |[ ]*(?:\#.*)?                                                          # a line without a key
    """,
    re.VERBOSE,
).fullmatch
_escaped = re.compile(r"\\(.)").sub


class _NotPlain(Exception):
    pass


class _Line(NamedTuple):
    """A line that is understood: how far in its key stands, and what stands behind that; without a key it says nothing."""

    indent: int
    key: str = ""
    value: str | tuple[str, ...] | None = None
    block: bool = False


_lines: dict[str, _Line] = {}
_lines_before: dict[str, _Line] = {}
"""What comes again is taken over from these; what does not, such as a note, is gone when they are."""


def _looked_up(line: str) -> _Line:
    """Return a line that is not among the latest ones, and remember it. Raises _NotPlain."""
    read = _lines_before.get(line) or _read(line)
    if len(line) > _LONGEST:  # a long note hardly comes again, and many would fill the memory
        return read
    if len(_lines) >= _REMEMBERED:
        _lines_before.clear()
        _lines_before.update(_lines)
        _lines.clear()
    _lines[line] = read
    return read


def _read(line: str) -> _Line:
    """Read a line. Raises _NotPlain."""
    found = _plain(line) if line.isprintable() else None
    if found is None:
        raise _NotPlain
    blanks, key, value = found.groups()
    if key is None:
        return _Line(0)
    if value == "|-":
        return _Line(len(blanks), key, block=True)
    if value is None or value[0] not in '"[':
        return _Line(len(blanks), key, value)
    if value[0] == "[":
        return _Line(len(blanks), key, tuple(value[1:-1].split(", ")) if value != "[]" else ())
    return _Line(len(blanks), key, _unescaped(value[1:-1]))


def _unescaped(text: str) -> str:
    """Return what stands between quotation marks without its escapes."""
    if "\\" not in text:
        return text
    return _escaped(r"\1", text) if "\\\\" in text else text.replace('\\"', '"')


def plain_tree(text: str) -> dict[str, Tree] | None:
    """Return the tree of a text that has plain lines only; None where it has others."""
    try:
        return _tree(text.split("\n")) or None
    except _NotPlain:
        return None


def _tree(lines: list[str]) -> dict[str, Tree]:
    """Return the mapping that lines hold. Raises _NotPlain."""
    held: dict[str, Tree] = {}
    outside: list[tuple[int, dict[str, Tree]]] = []
    depth, opened, below = 0, "", 0
    remembered = _lines.get
    for number, line in enumerate(lines):
        if number < below:
            continue
        indent, key, value, block = remembered(line) or _looked_up(line)
        if not key:
            continue
        if opened:  # the key above has no value, so this line belongs to it
            _hold(depth < indent <= _DEEPEST)
            outside.append((depth, held))
            held[opened] = held = {}
            depth, opened = indent, ""
        elif indent != depth:
            depth, held = _left(indent, outside)
        if key in held:
            raise _NotPlain
        if block:
            held[key], below = _block(lines, number + 1, depth)
        elif value is None:
            opened = key
        else:
            held[key] = value if type(value) is str else [*value]
    _hold(not opened)
    return outside[0][1] if outside else held


def _hold(what: bool) -> None:  # noqa: FBT001 - it is the condition itself
    """Raise _NotPlain unless something holds."""
    if not what:
        raise _NotPlain


def _left(indent: int, outside: list[tuple[int, dict[str, Tree]]]) -> tuple[int, dict[str, Tree]]:
    """Return the mapping outside that a line this far in belongs to, with its depth. Raises _NotPlain."""
    while outside:
        depth, held = outside.pop()
        if depth <= indent:
            break
    else:
        raise _NotPlain
    if depth != indent:
        raise _NotPlain
    return depth, held


def _block(lines: list[str], number: int, depth: int) -> tuple[str, int]:
    """Return the text below ``key: |-`` and the number of the line behind it. Raises _NotPlain."""
    pad = " " * (depth + 2)
    end = number
    while end < len(lines) and (not lines[end] or lines[end].startswith(pad)):
        _hold(lines[end].isprintable())
        end += 1
    found = [line[len(pad) :] for line in lines[number:end]]
    begins = found[0][:1] if found else ""
    _hold(begins not in {"", " "} and not (end < len(lines) and lines[end].startswith(" " * (depth + 1))))
    return "\n".join(found).rstrip("\n"), end

"""Fitting words into widths: a word is never cut where a line can hold it, so widths follow the longest one."""

from collections.abc import Iterable, Sequence
from functools import cache
from unicodedata import combining, east_asian_width

_WIDE = {"W", "F"}
_SEAMS = frozenset("/\\-_.,;:&?=")
"""Where a word that no line can hold, such as a long address, is parted."""


def cell_count(text: str) -> int:
    """Return how many columns a text takes: two for a wide character, none for a combining mark."""
    return len(text) if text.isascii() else sum(_cells(character) for character in text)


@cache
def _cells(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in _WIDE else 1


def longest_word(texts: Iterable[str]) -> int:
    """Return the width of the longest word in some texts; a no-break space belongs to its word."""
    return max((cell_count(word) for text in texts for word in _words(text)), default=0)


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text, each of at most that width; breaks at spaces only, never at a no-break space."""
    return [line for paragraph in text.split("\n") for line in _filled(paragraph, width)]


def balanced(text: str, width: int) -> list[str]:
    """Return a text in as few lines as its width allows, all of about the same length."""
    lines = wrapped(text, width)
    if len(lines) == 1:
        return lines
    widths = range(min(longest_word([text]), width), width)
    return next((narrow for n in widths if len(narrow := wrapped(text, n)) <= len(lines)), lines)


def flowing(parts: Sequence[str], joint: str, width: int) -> list[str]:
    """Join parts into lines of at most that width, breaking between parts; only a part that is too long breaks itself."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_count(lines[-1]) + cell_count(joint) + cell_count(part) <= width:
            lines[-1] += joint + part
        else:
            lines += wrapped(part, width)
    return lines


def _words(text: str) -> list[str]:
    return [word for word in text.replace("\n", " ").split(" ") if word]


def _filled(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in (part for whole in _words(paragraph) for part in _parted(whole, width)):
        if not lines[-1]:
            lines[-1] = word
        elif cell_count(lines[-1]) + 1 + cell_count(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _parted(word: str, width: int) -> list[str]:
    """Return a word whole, or in pieces where it is wider than a line; a line holds one character at least."""
    pieces = []
    while len(word) > 1 and cell_count(word) > width:
        fits = next((n - 1 for n in range(1, len(word)) if cell_count(word[:n]) > width), len(word) - 1) or 1
        seam = next((n for n in range(fits, 0, -1) if word[n - 1] in _SEAMS), fits)
        pieces.append(word[:seam])
        word = word[seam:]
    return [*pieces, word] if word else pieces

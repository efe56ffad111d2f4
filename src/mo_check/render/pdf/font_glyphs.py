"""Which characters our own fonts can show, from the table that lies beside them, and what stands in for the others."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_DROPPED = {"\ufe0e", "\ufe0f", "\u200d"}
"""What only shapes the emoji before it."""
_MISSING = "□"


def displayable(text: str) -> str:
    """Return a text in characters our fonts have: a symbol they lack is named, a letter they lack is a box."""
    if text.isascii():
        return text
    held = _held()
    return "".join(c if ord(c) in held or c.isspace() or _unseen(c) else _spelled(c) for c in text if c not in _DROPPED)


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cf", "Cc", "Zl", "Zp"}


def _spelled(character: str) -> str:
    if unicodedata.category(character) in {"So", "Sk", "Sm", "Co"}:
        return f"[{unicodedata.name(character, _MISSING).lower()}]"
    return _MISSING


@cache
def _held() -> frozenset[int]:
    """Return every character that one of the fonts has; ``tools/glyph_table.py`` writes their ranges."""
    lines = (FONTS / "characters.txt").read_text(encoding="ascii").split()
    ranges = ([int(number, 16) for number in line.split("-")] for line in lines)
    return frozenset(code for first, last in ranges for code in range(first, last + 1))

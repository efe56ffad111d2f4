"""Which characters our own fonts can show, read from the fonts themselves, and what stands in for the others."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
_DROPPED = {"\ufe0e", "\ufe0f", "\u200d"}
"""What only shapes the emoji before it."""
_MISSING = "□"
_UNICODE = 3
"""The platform whose tables map Unicode."""


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
    """Return every character that one of the fonts has."""
    return frozenset(code for path in sorted(FONTS.glob("*.ttf")) for code in _codes(path.read_bytes()))


def _codes(font: bytes) -> set[int]:
    """Return the characters of a font, from its table ``cmap`` (OpenType 1.9, formats 4 and 12)."""
    tables = {font[12 + 16 * n : 16 + 16 * n]: 12 + 16 * n for n in range(struct.unpack_from(">H", font, 4)[0])}
    start = struct.unpack_from(">L", font, tables[b"cmap"] + 8)[0]
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * n)
        if platform == _UNICODE:
            found |= _of_format(font, start + offset)
    return found


def _of_format(font: bytes, at: int) -> set[int]:
    form = struct.unpack_from(">H", font, at)[0]
    if form == 4:  # noqa: PLR2004 - segments of the first plane
        count = struct.unpack_from(">H", font, at + 6)[0] // 2
        ends = struct.unpack_from(f">{count}H", font, at + 14)
        starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
        return {code for a, b in zip(starts, ends, strict=True) for code in range(a, b + 1) if code != 0xFFFF}  # noqa: PLR2004
    if form == 12:  # noqa: PLR2004 - groups of all planes
        groups = struct.unpack_from(">L", font, at + 12)[0]
        held = (struct.unpack_from(">LL", font, at + 16 + 12 * n) for n in range(groups))
        return {code for a, b in held for code in range(a, b + 1)}
    return set()

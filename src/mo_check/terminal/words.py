"""Fitting words into widths: a word is never cut, so widths follow the longest one."""

from collections.abc import Iterable, Sequence


def longest_word(texts: Iterable[str]) -> int:
    """Return the length of the longest word in some texts."""
    return max((len(word) for text in texts for word in text.split()), default=0)


def flowing(parts: Sequence[str], joint: str, width: int) -> list[str]:
    """Join parts into lines of at most that width, breaking only between parts."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(joint) + len(part) <= width:
            lines[-1] += joint + part
        else:
            lines.append(part)
    return lines

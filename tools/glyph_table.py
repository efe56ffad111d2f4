"""The characters that the fonts of the PDF have, read by fontTools: ``python tools/glyph_table.py`` writes them beside the fonts.

The program itself reads only the table, a range a line; a test holds it against the fonts.
"""

from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "src" / "mo_check" / "render" / "pdf" / "fonts"
TABLE = FONTS / "characters.txt"


def characters(fonts: Path = FONTS) -> list[int]:
    """Return every character that one of the fonts in a folder has, in order."""
    return sorted({code for path in fonts.glob("*.ttf") for code in TTFont(path).getBestCmap()})


def table(codes: list[int]) -> str:
    """Return characters in order as ranges in hexadecimal numbers, the last of each included, a line each."""
    ends = [one for one, following in pairwise(codes) if following != one + 1] + codes[-1:]
    starts = codes[:1] + [one for before, one in pairwise(codes) if one != before + 1]
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in zip(starts, ends, strict=True))


if __name__ == "__main__":
    TABLE.write_text(table(characters()), encoding="ascii", newline="\n")
    print(f"{TABLE.name}: {len(characters())} characters")

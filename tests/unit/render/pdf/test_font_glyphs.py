"""What our own fonts can show, and what stands in for the rest."""

import pytest

import glyph_table
from mo_check.model.standing import Standing
from mo_check.render.pdf.font_glyphs import FONTS, displayable
from mo_check.render.styles import WEAKEST, warmth


@pytest.mark.parametrize(
    "text",
    [
        "Grüße, „Straße“ – 100 % · …",
        "".join(standing.sign for standing in Standing) + WEAKEST,
        warmth(None) + "●◐○",
        "Україна Ελλάδα",
        "العربية עברית",
        "Việt Nam ğışŞİ ćőțẞ",
        "Հայաստան ქართული",
        "zwei\nZeilen",
    ],
)
def test_what_we_have_stays(text: str) -> None:
    """Letters of the languages that are spoken here, and every sign of ours, are shown as they are."""
    assert displayable(text) == text


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Stadt 🏛️", "Stadt [classical building]"),
        ("👩\u200d👧", "[woman][girl]"),
        ("市", "□"),
        ("fertig ✅", "fertig [white heavy check mark]"),
    ],
    ids=["a symbol is named", "joined symbols", "a letter is a box", "a hole in a block that a font has"],
)
def test_what_we_lack_is_stood_in_for(text: str, instead: str) -> None:
    """A symbol our fonts lack is named, a letter they lack is a box, and nothing is refused."""
    assert displayable(text) == instead


def test_the_fonts_come_with_their_licences() -> None:
    """Beside each family lies the licence that lets it be passed on."""
    names = {path.name for path in FONTS.iterdir()}
    assert {"AtkinsonHyperlegible-LICENSE.txt", "DejaVuSans-LICENSE.txt"} <= names
    assert "SIL OPEN FONT LICENSE" in (FONTS / "AtkinsonHyperlegible-LICENSE.txt").read_text(encoding="utf-8").upper()


def test_the_table_of_characters_is_what_the_fonts_have() -> None:
    """After a change of fonts ``python tools/glyph_table.py`` writes it anew."""
    assert (FONTS / "characters.txt").read_text(encoding="ascii") == glyph_table.table(glyph_table.characters())


@pytest.mark.parametrize(
    ("codes", "table"),
    [([0x41], "0041-0041\n"), ([0x41, 0x42, 0x44], "0041-0042\n0044-0044\n"), ([0x20, 0x1F600], "0020-0020\n1F600-1F600\n")],
)
def test_characters_that_follow_each_other_are_one_range(codes: list[int], table: str) -> None:
    """A character alone is a range of one."""
    assert glyph_table.table(codes) == table

"""Which marks a console can draw, and that it changes nothing in a text."""

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.text import Text

from mo_check.model.standing import Standing, Tone
from mo_check.render.terminal.consoles import console_for, glyphs_for
from mo_check.render.terminal.glyphs import ASCII, FULL, STYLES, Glyphs


@pytest.mark.parametrize(
    ("encoding", "term", "glyphs"),
    [
        ("utf-8", "xterm-256color", FULL),
        ("utf-8", "dumb", ASCII),
        ("utf-8", "UNKNOWN", ASCII),
        ("cp1252", "xterm", ASCII),
        ("ascii", "xterm", ASCII),
    ],
)
def test_marks_follow_the_encoding_and_the_terminal(encoding: str, term: str, glyphs: Glyphs) -> None:
    """Boxes and blocks need Unicode and a terminal that is not dumb."""
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    assert glyphs_for(console_for(stream), {"TERM": term}) is glyphs


def test_without_a_terminal_the_encoding_decides() -> None:
    """Where TERM is not set, as in many pipes, UTF-8 gets all marks."""
    assert glyphs_for(console_for(TextIOWrapper(BytesIO(), encoding="utf-8")), {}) is FULL


def _signs(glyphs: Glyphs) -> list[str]:
    own = [glyphs.full, glyphs.open, glyphs.empty, glyphs.rule, glyphs.done, glyphs.dot, glyphs.pointer, glyphs.weakest]
    return own + [glyphs.standing(standing) for standing in Standing]


def test_ascii_marks_are_ascii() -> None:
    """A console without Unicode can draw every one of them."""
    assert all(sign.isascii() for sign in _signs(ASCII))


@pytest.mark.parametrize("glyphs", [FULL, ASCII], ids=["full", "ascii"])
def test_every_mark_is_one_column_and_every_standing_has_its_own(glyphs: Glyphs) -> None:
    """No standing is told by colour alone."""
    assert {len(sign) for sign in _signs(glyphs)} == {1}
    assert len({glyphs.standing(standing) for standing in Standing}) == len(Standing)
    assert set(STYLES) == set(Tone)


@pytest.mark.parametrize("glyphs", [FULL, ASCII], ids=["full", "ascii"])
def test_the_parts_of_a_bar_differ(glyphs: Glyphs) -> None:
    """What is reached, open and missing can be told apart."""
    assert len({glyphs.full, glyphs.open, glyphs.empty}) == 3


def test_a_console_reads_no_markup() -> None:
    """Brackets, emoji codes and numbers are printed as they are."""
    stream = StringIO()
    console_for(stream, 80).print("[bold]x[/bold] :smile: 42")
    assert stream.getvalue() == "[bold]x[/bold] :smile: 42\n"


def test_a_file_gets_no_colour() -> None:
    """What is not a terminal gets letters only."""
    stream = StringIO()
    console_for(stream, 80).print(Text("rot", style="bold red"))
    assert stream.getvalue() == "rot\n"


def test_a_dumb_terminal_has_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines end where the terminal ends, not at the 80 columns that Rich takes for granted."""

    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "60")
    assert console_for(Screen()).width == 60

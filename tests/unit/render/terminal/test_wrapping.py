"""Fitting words into widths: breaks at spaces only, no word cut that a line can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.render.terminal.wrapping import balanced, cell_count, flowing, longest_word, wrapped

WORDS = st.lists(st.text("abcdefgäöü-.", min_size=1, max_size=12), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("äöü", 3), ("日本", 4), ("e\u0301", 1), ("", 0)],
    ids=["ascii", "umlauts", "wide", "combining", "empty"],
)
def test_cells_counts_columns_and_not_characters(text: str, columns: int) -> None:
    """A wide character takes two columns, a combining mark none."""
    assert cell_count(text) == columns


def test_a_no_break_space_belongs_to_its_word() -> None:
    """A number and its unit count as one word."""
    assert longest_word(["bis 452\u00a0300 dort"]) == 7


def test_the_longest_word_of_nothing_is_empty() -> None:
    """Without texts there is no word to hold."""
    assert longest_word([]) == 0


def test_wrapping_breaks_at_spaces() -> None:
    """The line breaks before the word that no longer fits."""
    assert wrapped("ein Satz mit Wörtern", 12) == ["ein Satz mit", "Wörtern"]


def test_wrapping_never_breaks_at_a_no_break_space() -> None:
    """What a no-break space joins moves to the next line together."""
    assert wrapped("es sind 452\u00a0300 dort", 11) == ["es sind", "452\u00a0300", "dort"]


def test_wrapping_keeps_line_ends() -> None:
    """A line end in a text is one on the screen, and an empty line stays empty."""
    assert wrapped("eins\n\nzwei drei", 20) == ["eins", "", "zwei drei"]


def test_a_word_no_line_can_hold_is_parted_at_a_seam() -> None:
    """A long address breaks behind a slash or a dot."""
    assert wrapped("https://stadt.example/konzept", 20) == ["https://stadt.", "example/konzept"]


def test_a_word_without_seams_is_parted_at_the_edge() -> None:
    """Where there is no better place the word fills its line."""
    assert wrapped("aaaaaaaaaa", 4) == ["aaaa", "aaaa", "aa"]


def test_a_wide_character_wider_than_the_line_still_ends() -> None:
    """A character that fits nowhere gets a line of its own."""
    assert wrapped("日本", 1) == ["日", "本"]


@given(WORDS, st.integers(12, 40))
def test_wrapped_lines_fit_and_hold_every_word_whole(text: list[str], width: int) -> None:
    """Wrapping changes nothing but the spaces, and no line is too wide."""
    lines = wrapped(" ".join(text), width)
    assert [word for line in lines for word in line.split()] == text
    assert all(len(line) <= width for line in lines)


@given(WORDS, st.integers(12, 40))
def test_balancing_takes_no_line_more(text: list[str], width: int) -> None:
    """Balanced lines are as many as wrapped ones, hold the same words and fit."""
    lines = balanced(" ".join(text), width)
    assert len(lines) == len(wrapped(" ".join(text), width))
    assert " ".join(lines).split() == text
    assert all(len(line) <= width for line in lines)


def test_balancing_leaves_no_word_alone() -> None:
    """A last word that would stand alone gets company."""
    assert balanced("eins zwei drei vier", 14) == ["eins zwei", "drei vier"]


def test_flowing_breaks_between_parts_only() -> None:
    """A part that does not fit behind the others begins a line, without the joint."""
    assert flowing(["w weiß nicht", "s später", "q Ende"], " · ", 23) == ["w weiß nicht · s später", "q Ende"]


def test_a_part_that_is_too_long_wraps() -> None:
    """Only a part wider than the line is broken, and at its spaces."""
    assert flowing(["eins", "zwei drei vier"], " · ", 9) == ["eins", "zwei drei", "vier"]


@pytest.mark.parametrize("width", [1, 0, -5])
def test_a_width_without_room_still_ends(width: int) -> None:
    """On the narrowest of screens every line holds one character, and no word is parted for ever."""
    assert wrapped("ab c", width) == ["a", "b", "c"]

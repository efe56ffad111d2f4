"""Dot plots on the screen: every answer is a dot, brackets stand around the middle, and no word is cut."""

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from mo_check.document.blocks import DotPlot, DotRow
from mo_check.languages import language
from mo_check.render.terminal.dots import drawn_dots
from mo_check.render.terminal.glyphs import ASCII, FULL, Glyphs

GERMAN = language("de")
LEVELS = ("nie", "selten", "oft", "immer")


def lines(*rows: DotRow, width: int = 60, glyphs: Glyphs = FULL, levels: tuple[str, ...] = LEVELS) -> list[str]:
    """Return a dot plot as lines of text, with ordinary blanks."""
    return [line.plain.replace("\u00a0", " ") for line in drawn_dots(DotPlot(levels, rows), width, glyphs, GERMAN)]


def test_dots_stand_on_a_rule_with_brackets_around_the_middle() -> None:
    """Columns of 11 behind a label of 11 and a gap: the dots stand in their middles."""
    assert lines(DotRow("Vereine (5)", (1, 3, 0, 1), Fraction(1))) == [
        "                 nie      selten       oft       immer",
        "Vereine (5)       ●────────[●●●]───────────────────●",
    ]


def test_a_middle_between_two_levels_has_empty_brackets() -> None:
    """Nobody answered there."""
    assert "●────[ ]────●" in lines(DotRow("Ämter (2)", (0, 1, 1, 0), Fraction(3, 2)))[1]


def test_many_answers_are_counted() -> None:
    """Where the dots have no room their number stands there."""
    assert "[40●]" in lines(DotRow("Vereine (40)", (0, 40, 0, 0), Fraction(1)))[1]


def test_a_note_stands_below() -> None:
    """And in the place of dots that are not shown nothing is drawn but the rule."""
    told = lines(DotRow("Vereine", (), None, "wird nicht gezeigt, damit niemand erkennbar ist"))
    assert "●" not in "".join(told)
    assert " ".join(" ".join(told[2:]).split()) == "wird nicht gezeigt, damit niemand erkennbar ist"


def test_labels_stand_below_their_level() -> None:
    """Where they are asked for and a column has room for their longest word."""
    row = DotRow("Vereine (2)", (1, 0, 1, 0), Fraction(1), names=(("Chor",), (), ("Elternrat", "Bund"), ()))
    assert lines(row)[2:] == ["             Chor                  Elternrat,", "                                   Bund"]


def test_labels_that_a_column_would_cut_stand_behind_the_name_of_the_level() -> None:
    """A line for each level that somebody gave."""
    row = DotRow("Vereine (1)", (0, 0, 1, 0), Fraction(2), names=((), (), ("Migrantenselbstorganisation",), ()))
    assert lines(row)[2:] == ["             oft: Migrantenselbstorganisation"]


def test_long_levels_are_numbered_with_a_key_above() -> None:
    """The key tells every level by its number."""
    levels = ("gar nicht", "gleichberechtigterweise", "oft", "immer")
    told = lines(DotRow("Vereine (1)", (1, 0, 0, 0), Fraction(0)), width=50, levels=levels)
    assert " ".join(told[:-2]).split("·")[0].strip() == "1 gar nicht"
    assert "2 gleichberechtigterweise" in " ".join(told[:-2])
    assert told[-2].split() == ["1", "2", "3", "4"]


def test_too_narrow_for_dots_a_row_is_a_sentence() -> None:
    """Nothing is lost."""
    row = DotRow("Vereine (3)", (1, 2, 0, 0), Fraction(1), "1 ohne Antwort")
    assert " ".join(lines(row, width=30)) == "Vereine (3): 1 × nie, 2 × selten; Mitte: selten; 1 ohne Antwort"


def test_plain_marks_where_the_console_needs_them() -> None:
    """The same picture in ASCII."""
    assert lines(DotRow("Clubs (4)", (1, 3, 0, 0), Fraction(1)), glyphs=ASCII)[1].isascii()


counts = st.tuples(*[st.integers(0, 12)] * 4).filter(any)


@given(counts, st.integers(40, 100), st.integers(0, 6))
@example((5, 5, 0, 0), 40, 1)
def test_every_answer_is_seen(dots: tuple[int, ...], width: int, twice: int) -> None:
    """At any width and wherever the middle lies: as many dots as answers, or their number; and no line is too wide."""
    row = DotRow("Vereine", dots, Fraction(twice, 2))
    told = lines(row, width=width)
    assert max(len(line) for line in told) <= width
    drawn = told[1].removeprefix("Vereine")
    marks = "".join(sign if sign in "0123456789●" else " " for sign in drawn).split()
    assert [int(mark[:-1]) if mark[:-1].isdecimal() else len(mark) for mark in marks] == [count for count in dots if count]
    assert (drawn.count("["), drawn.count("]")) == (1, 1)

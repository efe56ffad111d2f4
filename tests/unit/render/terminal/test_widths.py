"""How wide columns are: bars give way first, then texts wrap; no word is cut."""

from mo_check.document.blocks import Column
from mo_check.render.terminal.widths import column_widths

NAME, BAR, VALUE = Column("Name"), Column("0 bis 100", shrinks=True), Column("Wert", number=True)
ROW = ["Kontakte ins ganze Haus", "", "53"]


def test_with_room_every_column_gets_what_it_wants() -> None:
    """The name stands on one line (23), the bar is as long as it gets (30), the number as wide as its header (4)."""
    assert column_widths([NAME, BAR, VALUE], [ROW], 80, 2) == [23, 30, 4]


def test_bars_give_way_first() -> None:
    """Of 50 columns, 4 part the columns, 23 and 4 are text, 19 remain for the bar."""
    assert column_widths([NAME, BAR, VALUE], [ROW], 50, 2) == [23, 19, 4]


def test_then_texts_wrap() -> None:
    """With the bar at its least (12), 20 of 40 remain for the name, which wraps."""
    assert column_widths([NAME, BAR, VALUE], [ROW], 40, 2) == [20, 12, 4]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    """Kontakte (8), the least bar (12) and Wert (4) with their gaps take 28; one less does not fit."""
    assert column_widths([NAME, BAR, VALUE], [ROW], 28, 2) == [8, 12, 4]
    assert column_widths([NAME, BAR, VALUE], [ROW], 27, 2) is None


def test_columns_that_want_little_get_it_whole() -> None:
    """The short column stands on one line (10); the long one takes the rest (28 of 40)."""
    texts = [["zum großen", "ein sehr langer Satz, der ganz sicher umbrochen werden muss"]]
    assert column_widths([Column("Stand"), Column("Text")], texts, 40, 2) == [10, 28]


def test_a_header_of_two_words_stays_whole_where_there_is_room() -> None:
    """The column of numbers is as wide as its header (13), and else as its longest word (6)."""
    columns, texts = [Column("Name"), Column("kostet Punkte", number=True)], [["Räume", "3,0"]]
    assert column_widths(columns, texts, 20, 2) == [5, 13]
    assert column_widths(columns, texts, 13, 2) == [5, 6]


def test_numbers_never_wrap() -> None:
    """A number with a unit needs its whole width, even where it has a space."""
    assert column_widths([Column("hatten das", number=True)], [["etwa 75 %"]], 9, 2) == [9]
    assert column_widths([Column("hatten das", number=True)], [["etwa 75 %"]], 8, 2) is None


def test_a_table_without_rows_is_as_wide_as_its_headers() -> None:
    """Nothing but the headers asks for room."""
    assert column_widths([NAME, VALUE], [], 80, 2) == [4, 4]

"""Tables on the screen: side by side, with bars below the names, or as a list."""

from fractions import Fraction

import pytest

from drawing import drawn
from mo_check.document.blocks import Bar, Column, Document, Heat, Mark, Number, Points, Range, Share, Table
from mo_check.document.blocks import Cell as Content
from mo_check.model.standing import Standing
from mo_check.render.terminal.glyphs import ASCII

SCORES = (Column("Feld"), Column("0 bis 100", shrinks=True), Column("Wert", number=True), Column("Spanne", number=True))
HALF, ALL = Bar(Fraction(1, 2), Fraction(3, 4)), Bar(Fraction(1), Fraction(1))
ROOMS: tuple[Content, ...] = ("Räume", HALF, Number(50), Range(50, 75))
TOTAL: tuple[Content, ...] = ("Gesamt", ALL, Number(100), Range(100, 100))


def table(*rows: tuple[Content, ...], columns: tuple[Column, ...] = SCORES, width: int = 80, **fields: object) -> list[str]:
    """Return the lines of a table between the title of its document and the legend, without the margin."""
    held = Table(columns, rows, **fields)  # type: ignore[arg-type]
    return [line[1:] for line in drawn(Document("de", "Titel", (), (held,)), width)[2:]]


def test_columns_are_aligned_and_a_scale_stands_over_the_bars() -> None:
    """Names stand to the left, numbers to the right; of 20 places half are full, a quarter is open."""
    assert table(ROOMS, width=43)[:2] == [
        "Feld   0       50       100  Wert  Spanne",
        "Räume  ██████████▒▒▒▒▒░░░░░    50   50–75",
    ]


def test_the_legend_explains_the_marks_that_are_there() -> None:
    """Below a table with bars stands what their blocks mean; the mark of the weakest only where there is one."""
    assert table(ROOMS)[-2:] == ["", "█ erreicht · ▒ noch offen"]
    assert table(ROOMS, TOTAL, emphasis=frozenset({0}))[-1] == "█ erreicht · ▒ noch offen · ◀ schwächstes Feld"


def test_the_weakest_row_is_marked_at_its_end() -> None:
    """The mark stands behind the columns, on its row alone."""
    lines = table(ROOMS, TOTAL, emphasis=frozenset({0}))
    assert [line.endswith("  ◀") for line in lines[:3]] == [False, True, False]


def test_the_total_stands_apart() -> None:
    """A blank line parts the last row from the others."""
    lines = table(ROOMS, TOTAL, total=True)
    assert [line[:6].strip() for line in lines[:4]] == ["Feld", "Räume", "", "Gesamt"]


def test_a_total_alone_needs_no_blank_line() -> None:
    """Where there is only the total, it follows its header."""
    assert table(TOTAL, total=True)[1].startswith("Gesamt")


def test_words_stand_in_the_place_of_a_bar_that_has_no_value() -> None:
    """Instead of a bar its note is written, and a missing number is a dash."""
    row = ("Räume", Bar(None, None, "zu wenige Antworten"), Number(None), Range(10, 75))
    assert table(row)[1].split() == ["Räume", "zu", "wenige", "Antworten", "–", "10–75"]


def test_bars_move_below_the_names_where_they_no_longer_fit() -> None:
    """At 30 columns the bar stands below its row, as wide as the columns together (5, 4 and 6 with two gaps: 19)."""
    assert table(ROOMS, width=30)[:3] == [
        "Feld   Wert  Spanne",
        "Räume    50   50–75",
        "██████████▒▒▒▒░░░░░",
    ]


def test_a_table_that_fits_nowhere_becomes_a_list() -> None:
    """At 18 columns every cell stands below the name of its row, behind the header of its column."""
    assert table(ROOMS, width=18)[:4] == ["Räume", "  ███████▒▒▒▒░░░", "  Wert: 50", "  Spanne: 50–75"]


def test_a_list_tells_a_note_and_a_standing() -> None:
    """In a list too a standing has its mark, a bar without value its words, and an empty cell is left away."""
    columns = (Column("Feld"), Column("Stand"), Column("Balken", shrinks=True), Column("Antwort"))
    row = ("Räume", Mark(Standing.PARTIAL, "zum Teil"), Bar(None, None, "wenig"), "")
    assert table(row, columns=columns, width=22) == ["Räume", "  Stand: ◐\u00a0zum Teil", "  Balken: wenig"]


def test_a_standing_stays_on_one_line() -> None:
    """The mark and its words are never parted, while the text beside them wraps."""
    columns = (Column("Kriterium"), Column("Stand"))
    row = ("Räume wie für andere Vereine", Mark(Standing.PARTIAL, "zum Teil"))
    assert table(row, columns=columns, width=30)[:2] == ["Kriterium         Stand", "Räume wie für     ◐ zum Teil"]


HEAT = (Column("Thema"), Column("Gremien"))
GUEST = Heat(Fraction(1, 2), "als Gast", "K V")


def test_heat_is_a_sign_with_its_short_word() -> None:
    """Beside the sign stands the short form; what it means is told by the legend."""
    assert table(("Pflege", GUEST), columns=HEAT)[1] == "Pflege  ◐\u00a0K\u00a0V"
    assert table(("Pflege", Heat(None, "offen")), columns=HEAT)[1] == "Pflege  ?"


def test_heat_in_a_list_is_told_in_words() -> None:
    """There is room for the whole word."""
    assert table(("Pflege", GUEST), columns=HEAT, width=16) == ["Pflege", "  Gremien:", "  ◐\u00a0als Gast"]


def test_a_header_that_wraps_stands_at_the_foot() -> None:
    """The last line of a header stands right over its column."""
    columns = (Column("Name"), Column("kostet Punkte", number=True))
    assert table(("Räume", "3,0"), columns=columns, width=15)[:3] == ["       kostet", "Name   Punkte", "Räume     3,0"]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [(Mark(Standing.MET, "erfüllt"), "+ erfüllt"), ("▸", ">"), (Share(Fraction(1, 2)), "50\u00a0%")],
    ids=["mark", "pointer", "share"],
)
def test_marks_are_drawn_in_ascii_where_the_console_needs_it(cell: Content, shown: str) -> None:
    """The sign of a standing and the pointer have their ASCII form."""
    held = Table((Column("Name"), Column("Stand")), (("Räume", cell),))
    assert drawn(Document("de", "Titel", (), (held,)), 80, ASCII)[-1] == f" Räume  {shown}"


def test_bars_are_drawn_in_ascii_where_the_console_needs_it() -> None:
    """Full, open and empty have three different signs without any block."""
    lines = drawn(Document("de", "Titel", (), (Table(SCORES, (ROOMS,)),)), 43, ASCII)
    assert lines[3] == " Räume  ##########=====.....    50   50–75"


POINTS = Points(Fraction(3, 4), 75, ("60–80", "90 %"))


def test_points_are_a_small_bar_a_number_and_lines_below() -> None:
    """The bar tells eighths; what stands below belongs to it."""
    lines = table(("Räume", POINTS), columns=(Column("Feld"), Column("Verwaltung")))
    assert lines[1:4] == ["Räume  ▇ 75", "       60–80", "       90 %"]


def test_points_in_a_list_are_told_in_words() -> None:
    """Where there is no room for columns; a number that is not shown has its note."""
    columns = (Column("Feld"), *(Column(f"Verwaltung {n}") for n in range(3)))
    lines = table(
        ("Räume", POINTS, Points(None, None, note="Antwortmöglichkeiten"), Points(None, None)), columns=columns, width=36
    )
    assert [line.replace("\u00a0", " ") for line in lines[-4:]] == [
        "Räume",
        "  A: 75 (60–80, 90 %)",
        "  B: Antwortmöglichkeiten",
        "  C: –",
    ]


@pytest.mark.parametrize(("share", "step"), [(0, "▁"), (Fraction(1, 8), "▂"), (Fraction(1, 2), "▅"), (1, "█")])
def test_the_small_bar_has_eight_heights(share: Fraction | int, step: str) -> None:
    """From nothing to all."""
    cell = Points(Fraction(share), int(share * 100))
    assert table(("Räume", cell), columns=(Column("Feld"), Column("Wert")))[1] == f"Räume  {step} {cell.shown}"

"""Charts as pictures: what is drawn, what is told in words, and that nothing is lost or cut."""

import re
from fractions import Fraction

import pytest

from mo_check.document.blocks import Axis, Bar, Column, DotPlot, DotRow, Net, Number, Point, Range, Table
from mo_check.languages import language
from mo_check.render.charts.bar_chart import bar_chart
from mo_check.render.charts.dot_chart import dot_chart, dot_table
from mo_check.render.charts.drawing import element, lines
from mo_check.render.charts.net_chart import net_chart
from mo_check.render.layout import without_bars

GERMAN = language("de")
HALF, FULL = Fraction(1, 2), Fraction(1)
COLUMNS = (Column("Feld"), Column("0 bis 100", shrinks=True), Column("Wert", number=True), Column("Spanne", number=True))


def table(*bars: Bar, key: str = "Kreise: andere.") -> Table:
    """Return a table with a row for each bar."""
    rows = tuple((f"Feld {n}", bar, Number(50 if bar.value else None), Range(40, 60)) for n, bar in enumerate(bars))
    return Table(COLUMNS, rows, key=key)


def circles(svg: str) -> list[tuple[float, str]]:
    """Return place and fill of every circle."""
    return [(float(x), fill) for x, fill in re.findall(r'<circle cx="([\d.]+)"[^>]*class="fill-(\w+)', svg)]


def test_what_others_have_stands_below_the_bar() -> None:
    """A circle is full where it holds here too, hollow where it does not, dashed where nobody knows; equal ones stand apart."""
    points = (Point(HALF, here=True, label="a"), Point(HALF, here=False, label="b"), Point(FULL, here=None, label="c"))
    picture = bar_chart(table(Bar(HALF, HALF, points=points)), GERMAN)
    assert picture is not None
    found = circles(picture.svg)
    assert [fill for _, fill in found] == ["ink", "ground", "ground"]
    assert len({place for place, _ in found}) == 3
    assert picture.svg.count("stroke-dasharray") == 1
    assert "Kreise: andere." in picture.key


def test_without_points_no_key_speaks_of_them() -> None:
    """What is not drawn is not explained."""
    picture = bar_chart(table(Bar(HALF, FULL)), GERMAN)
    assert picture is not None
    assert "Kreise" not in picture.key


def test_words_in_place_of_a_bar_are_drawn_and_told() -> None:
    """A dimension with too few answers says so where its bar would be."""
    picture = bar_chart(table(Bar(HALF, HALF), Bar(None, None, "zu wenige Antworten")), GERMAN)
    assert picture is not None
    assert ">zu wenige Antworten</text>" in picture.svg
    assert "Feld 1: zu wenige Antworten" in picture.words


def test_a_table_without_bars_is_no_chart() -> None:
    """Neither a table of text nor one that has only words in place of bars is drawn."""
    assert bar_chart(Table((Column("a"),), (("x",),)), GERMAN) is None
    assert bar_chart(table(Bar(None, None, "zu wenige Antworten")), GERMAN) is None


def test_the_table_beside_a_chart_keeps_its_numbers() -> None:
    """Only the drawn bars leave the table; an empty table stays as it is."""
    assert [column.header for column in without_bars(table(Bar(HALF, HALF))).columns] == ["Feld", "Wert", "Spanne"]
    assert without_bars(Table(COLUMNS, ())).columns == COLUMNS


def test_a_net_leaves_out_what_nobody_knows() -> None:
    """An axis without a value has no point and is told as one; the key says why."""
    axes = (Axis("a", HALF), Axis("b", None), Axis("c", FULL), Axis("d", Fraction(0)))
    picture = net_chart(Net("Netz", axes, ("0", "50", "100")), GERMAN)
    assert len(circles(picture.svg)) == 3
    assert picture.words == "a: 50; b: keine Angabe; c: 100; d: 0."
    assert "Felder ohne Punkt" in picture.key


def test_rings_with_names_are_numbered_and_explained() -> None:
    """Names of rings stand in the key, and the words of the picture use them."""
    axes = tuple(Axis(str(n), Fraction(n, 2)) for n in range(3))
    picture = net_chart(Net("Weg", axes, ("nichts", "etwas", "alles")), GERMAN)
    assert picture.words == "0: nichts; 1: etwas; 2: alles."
    assert "Ringe: 1 etwas, 2 alles; in der Mitte: nichts." in picture.key


def test_more_dots_than_fit_are_a_number() -> None:
    """Beyond six dots a number says how many there are; no count is hidden."""
    plot = DotPlot(("nichts", "voll"), (DotRow("Vereine", (9, 0), Fraction(0), "zwei ohne Antwort"),))
    picture = dot_chart(plot, GERMAN)
    assert len(circles(picture.svg)) == 6
    assert ">× 9</text>" in picture.svg
    assert picture.words == "Vereine: nichts 9, zwei ohne Antwort."


def test_the_table_of_a_dot_plot_holds_counts_names_or_dashes() -> None:
    """Counts stand for each level; names where they are asked for; dashes where dots are not shown."""
    rows = (
        DotRow("a", (1, 0), Fraction(0)),
        DotRow("b", (1, 1), HALF, names=(("Amt",), ())),
        DotRow("c", (), None, "weniger als fünf"),
    )
    made = dot_table(DotPlot(("nichts", "voll"), rows), GERMAN)
    assert made.rows == (
        ("a", Number(1), Number(0), ""),
        ("b", "Amt", "–", ""),
        ("c", Number(None), Number(None), "weniger als fünf"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [""]),
        ("kurz", ["kurz"]),
        ("zwei Worte", ["zwei", "Worte"]),
        ("Bundesausbildung", ["Bundesau", "sbildung"]),
        ("a Bundesausbildung", ["a", "Bundesau", "sbildung"]),
    ],
)
def test_a_label_is_wrapped_and_never_cut(text: str, found: list[str]) -> None:
    """Lines hold at most so many characters, and every character stands in one of them."""
    assert lines(text, 8) == found


def test_text_and_attributes_are_escaped() -> None:
    """Nothing in a label ends an element or an attribute."""
    assert element("text", '<b>"', title='"><x') == '<text title="&quot;&gt;&lt;x">&lt;b&gt;&quot;</text>'

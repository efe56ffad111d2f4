"""A document as Markdown: every block, and what a person wrote is never read as Markdown."""

from fractions import Fraction

import pytest

from mo_check.document.blocks import (
    Bar,
    Block,
    Column,
    Commands,
    Document,
    DotPlot,
    DotRow,
    Heading,
    Heat,
    ListEntry,
    Listing,
    Mark,
    Number,
    Paragraph,
    Points,
    Role,
    Table,
)
from mo_check.model.standing import Standing
from mo_check.render.markdown import escaped, markdown


def written(*blocks: Block, lines: tuple[str, ...] = ()) -> str:
    """Return blocks as Markdown, below the title."""
    return markdown(Document("de", "Titel", lines, blocks)).removeprefix("# Titel\n\n")


def test_title_and_lines_come_first() -> None:
    """The lines below the title stay lines."""
    assert markdown(Document("de", "Stadt", ("eins", "zwei"), ())) == "# Stadt\n\neins  \nzwei\n"


@pytest.mark.parametrize(
    ("block", "text"),
    [
        pytest.param(Heading("Räume"), "## Räume\n", id="heading"),
        pytest.param(Heading("Räume", 3), "### Räume\n", id="lower heading"),
        pytest.param(Paragraph("Wenige."), "Wenige.\n", id="paragraph"),
        pytest.param(Paragraph("neu", "Notiz"), "**Notiz:** neu\n", id="label"),
        pytest.param(Paragraph("a\nb", "Engpass", Role.ALERT), "> **Engpass:** a  \n> b\n", id="alert"),
        pytest.param(Listing((ListEntry("eins", ("Amt",)), ListEntry("zwei"))), "- eins  \n  Amt\n- zwei\n", id="list"),
        pytest.param(Listing((ListEntry("eins", ("Amt",)),), numbered=True), "1. eins  \n   Amt\n", id="numbered list"),
        pytest.param(Commands("Weiter mit", ("mo-check a_b",)), "Weiter mit:\n\n    mo-check a_b\n", id="commands"),
    ],
)
def test_a_block(block: Block, text: str) -> None:
    """Each block has its form in CommonMark."""
    assert written(block) == text


def test_the_tenth_entry_keeps_its_details() -> None:
    """Details are indented as far as the number is long."""
    assert "10. zehn  \n    Amt\n" in written(Listing((*[ListEntry("x")] * 9, ListEntry("zehn", ("Amt",))), numbered=True))


def test_a_table_leaves_bars_to_their_numbers() -> None:
    """A column of bars is left away; numbers stand to the right."""
    columns = (Column("Feld"), Column("0 bis 100", shrinks=True), Column("Wert", number=True))
    rows = (("Räume", Bar(Fraction(1, 2), Fraction(1)), Number(50)),)
    assert written(Table(columns, rows)) == "| Feld | Wert |\n| --- | ---: |\n| Räume | 50 |\n"


def test_words_for_a_bar_keep_their_column() -> None:
    """Where one row has words instead of a bar, the column stays, without a header."""
    columns = (Column("Feld"), Column("0 bis 100", shrinks=True))
    rows = (("Räume", Bar(Fraction(1, 2), Fraction(1))), ("Geld", Bar(None, None, "zu wenige Antworten")))
    assert written(Table(columns, rows)).split("\n")[0::2][:2] == ["| Feld |  |", "| Räume |  |"]
    assert written(Table(columns, rows)).split("\n")[3] == "| Geld | zu wenige Antworten |"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Mark(Standing.PARTIAL, "zum Teil"), "◐ zum Teil"),
        (Heat(Fraction(1), "alle"), "● alle"),
        (Heat(Fraction(1, 3), "einige"), "◐ einige"),
        (Heat(Fraction(0), "nichts"), "○ nichts"),
        (Heat(None, "offen"), "? offen"),
        ("a|b", "a\\|b"),
        ("a\nb", "a<br>b"),
    ],
    ids=["standing", "all", "some", "nothing", "unknown", "pipe", "line end"],
)
def test_a_cell(cell: Mark | Heat | str, text: str) -> None:
    """A sign stands before its word, and nothing ends a cell or a row too early."""
    assert written(Table((Column("Feld"),), ((cell,),))).split("\n")[2] == f"| {text} |"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[siehe Anlage 3]", "\\[siehe Anlage 3\\]"),
        ("*fett* _x_ `c`", "\\*fett\\* \\_x\\_ \\`c\\`"),
        ("<script>", "\\<script\\>"),
        ("# kein Titel", "\\# kein Titel"),
        ("- kein Punkt", "\\- kein Punkt"),
        ("+ kein Punkt", "\\+ kein Punkt"),
        ("1. Mai", "1\\. Mai"),
        ("2) zwei", "2\\) zwei"),
        ("12. November", "12\\. November"),
        ("am 1. Mai", "am 1. Mai"),
        ("a\\b", "a\\\\b"),
        ("===", "\\==="),
        ("a\nb", "a  \nb"),
        ("plain text, 50 %", "plain text, 50 %"),
        ("&amp; und &lt;", "\\&amp; und \\&lt;"),
        ("3-4 Stunden", "3-4 Stunden"),
    ],
)
def test_what_a_person_wrote_is_escaped(text: str, told: str) -> None:
    """Signs that Markdown would read get a backslash, others stay as they are."""
    assert escaped(text) == told


def test_a_dot_plot_is_a_table_of_dots() -> None:
    """A column a level, the middle in words, then what dots cannot say; labels stand behind their dots."""
    plot = DotPlot(
        ("nie", "o|ft", "immer"),
        (
            DotRow("Verwaltung (1)", (0, 1, 0), Fraction(1)),
            DotRow("Vereine (3)", (2, 0, 1), Fraction(1, 2), "1 ohne Antwort", (("A", "B"), (), ("*C*",))),
            DotRow("Ämter", (), None, "wird nicht gezeigt"),
        ),
    )
    assert written(plot).split("\n") == [
        "|  | nie | o\\|ft | immer | Mitte |  |",
        "| --- | :---: | :---: | :---: | --- | --- |",
        "| Verwaltung (1) |  | ● |  | o\\|ft |  |",
        "| Vereine (3) | ●● A, B |  | ● \\*C\\* | zwischen „nie“ und „o\\|ft“ | 1 ohne Antwort |",
        "| Ämter |  |  |  |  | wird nicht gezeigt |",
        "",
    ]


def test_points_are_told_with_what_stands_below() -> None:
    """On one line of the table."""
    cell = Points(Fraction(1, 2), 50, ("40–60", "100 %"))
    assert written(Table((Column("Feld"),), ((cell,),))).split("\n")[2] == "| 50 (40–60, 100 %) |"

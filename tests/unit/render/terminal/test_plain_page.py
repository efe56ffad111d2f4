"""A document in plain lines."""

from fractions import Fraction

from mo_check.document.blocks import (
    Bar,
    Block,
    Column,
    Commands,
    Document,
    Heading,
    ListEntry,
    Listing,
    Number,
    Paragraph,
    Table,
)
from mo_check.render.terminal.plain_page import plain_page


def page(*blocks: Block, width: int = 40) -> list[str]:
    """Return the lines of blocks below the title."""
    return plain_page(Document("de", "Titel", (), blocks), width).split("\n")[2:-1]


def test_a_paragraph_follows_its_label() -> None:
    """Label, colon, text."""
    assert page(Heading("Räume"), Paragraph("Wenige."), Paragraph("neu", "Notiz")) == [
        "Räume",
        "",
        "Wenige.",
        "",
        "Notiz: neu",
    ]


def test_a_row_is_told_as_a_sentence() -> None:
    """Its name, then each value behind its header; a bar is told by its number, or by the words in its place."""
    columns = (Column("Feld"), Column("0 bis 100", shrinks=True), Column("Wert", number=True))
    half, none = Bar(Fraction(1, 2), Fraction(1)), Bar(None, None, "zu wenige Antworten")
    rows = (("Räume", half, Number(50)), ("Geld", none, Number(None)))
    assert page(Table(columns, rows)) == ["Räume. Wert: 50", "Geld. zu wenige Antworten, Wert: –"]


def test_entries_are_numbered_where_the_list_is() -> None:
    """Details follow their entry."""
    entries = (ListEntry("eins", ("Amt",)), ListEntry("zwei"))
    assert page(Listing(entries, numbered=True)) == ["1. eins", "Amt", "2. zwei"]
    assert page(Listing(entries)) == ["eins", "Amt", "zwei"]


def test_commands_stay_on_one_line() -> None:
    """What is to be typed is never wrapped, other texts are."""
    lines = page(Commands("Weiter mit", ("mo-check report musterstadt.yaml",)), Paragraph("eins zwei drei vier"), width=12)
    assert lines == ["Weiter mit:", "mo-check report musterstadt.yaml", "", "eins zwei", "drei vier"]

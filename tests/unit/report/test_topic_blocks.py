"""What a report says about topics: the heat table, shares beside those of 2020, and where nothing happens."""

from collections.abc import Mapping

import pytest

from builders import Given, assessed, checklist, dimension, source
from drawing import drawn, faults, texts_of
from matrices import NOTHING, filled
from mo_check.document.blocks import Block, Document, Heading, Heat, Listing, Paragraph, Role, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.report.topic_blocks import topic_blocks

GERMAN = language("de")
SURVEY = source(
    **{
        "topics__figure-initiative": {"kind": "figure", "shares": {"integration": "0.5", "other": "0.2", "mo": "0.3"}},
        "levels__figure-events": {
            "kind": "figure",
            "shares": {"municipal": "0.4", "mo": "0.4", "joint": "0.2"},
            "caveat": "Gezählt wurden Nennungen.",
        },
        "topics__exchange-rank": {"kind": "figure", "text": "Am häufigsten ging es um Kultur."},
    },
)
ROWS: Mapping[str, Mapping[str, Given]] = {
    "sport": NOTHING,
    "culture": {
        "exchange": "regular",
        "bodies": "guest",
        "initiative": "mo",
        "events": ("municipal", "mo", "joint"),
        "projects": ("mo",),
    },
    "gender": {"exchange": "occasional", "bodies": "seat", "initiative": "other-office", "events": ("municipal",)},
}


def blocks(**rows: Mapping[str, Given]) -> list[Block]:
    """Return what is said about these answers."""
    return topic_blocks(filled(**rows), (SURVEY,), GERMAN)


def tables(found: list[Block]) -> list[Table]:
    """Return the tables among blocks."""
    return [block for block in found if isinstance(block, Table)]


def told(table: Table) -> list[list[str]]:
    """Return the rows of a table as text, with ordinary blanks."""
    return [[cell_text(cell, GERMAN).replace("\u00a0", " ") for cell in row] for row in table.rows]


def test_the_heat_table_holds_every_topic_and_column() -> None:
    """A row for each topic: its five answers in words and its stage, with a plus for what MOs lead."""
    table = tables(blocks(**ROWS))[0]
    assert [column.header for column in table.columns] == [
        "Thema",
        "Austausch",
        "Gremien",
        "Termine",
        "Projekte",
        "Anstoß",
        "Weg",
    ]
    assert told(table) == [
        ["Sport", "none", "none", "nichts", "nichts", "niemand", "nichts"],
        ["Kultur", "regular", "guest", "kommunal, von Vereinen, gemeinsam", "von Vereinen", "Verein", "zusammen planen +"],
        ["Geschlechterfragen", "occasional", "seat", "kommunal", "offen", "Ämter", "Rat geben"],
    ]


@pytest.mark.parametrize(
    ("column", "given", "share"),
    [
        pytest.param("exchange", "none", 0, id="lowest level"),
        pytest.param("exchange", "occasional", 1 / 2, id="middle level"),
        pytest.param("bodies", "seat", 1, id="highest level"),
        pytest.param("events", ("none",), 0, id="no form"),
        pytest.param("events", ("mo",), 1 / 3, id="one form"),
        pytest.param("projects", ("municipal", "mo", "joint"), 1, id="all forms"),
        pytest.param("exchange", "unknown", None, id="unknown"),
        pytest.param("events", "skipped", None, id="left for later"),
    ],
)
def test_a_field_is_as_warm_as_its_answer(column: str, given: Given, share: float | None) -> None:
    """From 0 for nothing to 1 for all; a field that nobody knows has no warmth."""
    place = {"exchange": 1, "bodies": 2, "events": 3, "projects": 4}[column]
    cell = tables(blocks(sport={column: given}))[0].rows[0][place]
    assert isinstance(cell, Heat)
    assert cell.share == pytest.approx(share) if share is not None else cell.share is None


def test_forms_have_letters_where_there_is_no_room_for_words() -> None:
    """K, V and G stand beside the sign; the legend tells what they mean."""
    found = blocks(**ROWS)
    cell = tables(found)[0].rows[1][3]
    assert isinstance(cell, Heat)
    assert cell.short == "K V G"
    notes = [block.text for block in found if isinstance(block, Paragraph) and block.role is Role.NOTE]
    assert any("K kommunal, V von Vereinen, G gemeinsam" in note for note in notes)


def test_initiative_stands_beside_that_of_2020() -> None:
    """MOs in one of two topics, other offices in the other; 2020 it was 30, 20 and 50 percent."""
    table = tables(blocks(**ROWS))[1]
    assert [column.header for column in table.columns] == ["Wer meist den Anstoß gibt", "hier", "2020"]
    assert told(table) == [
        ["Integrationsstelle", "0 %", "50 %"],
        ["Vereine", "50 %", "30 %"],
        ["andere Ämter", "50 %", "20 %"],
    ]


def test_forms_stand_beside_those_of_2020_with_their_caveat() -> None:
    """Events: municipal twice of four, MOs once, joint once."""
    found = blocks(**ROWS)
    table = next(table for table in tables(found) if table.columns[0].header == "Formen einzelner Termine")
    assert told(table) == [["kommunal", "50 %", "40 %"], ["von Vereinen", "25 %", "40 %"], ["gemeinsam", "25 %", "20 %"]]
    following = found[found.index(table) + 1]
    assert following == Paragraph("Gezählt wurden Nennungen.", role=Role.NOTE)


def test_a_form_without_a_figure_stands_alone() -> None:
    """The source says nothing about projects here: a dash stands for 2020."""
    table = next(t for t in tables(blocks(**ROWS)) if t.columns[0].header == "Formen von Projekten")
    assert told(table) == [["kommunal", "0 %", "–"], ["von Vereinen", "100 %", "–"], ["gemeinsam", "0 %", "–"]]


def test_topics_without_anything_are_named() -> None:
    """Empty fields are a place where something can grow."""
    found = blocks(sport=NOTHING, culture={"exchange": "regular"}, gender=NOTHING)
    alerts = [(block.label, block.text) for block in found if isinstance(block, Paragraph) and block.role is Role.ALERT]
    assert alerts == [("Hier geschieht noch nichts", "Sport und Geschlechterfragen.")]


def test_ranks_of_the_survey_are_told() -> None:
    """What the paper gives as a rank stands below, in words."""
    found = blocks(**ROWS)
    assert Heading("2020 in den befragten Kommunen", 3) in found
    listing = next(block for block in found if isinstance(block, Listing))
    assert [entry.text for entry in listing.entries] == ["Am häufigsten ging es um Kultur."]


def test_without_an_answer_nothing_is_shared_out() -> None:
    """All fields are open, and there is only the table of topics."""
    found = blocks()
    assert len(tables(found)) == 1
    assert {row[-1] for row in told(tables(found)[0])} == {"unklar"}


def test_without_a_matrix_nothing_is_said() -> None:
    """An ordinary checklist has no topics."""
    assert topic_blocks(assessed(checklist(dimension("d", "d.a")), {}), (SURVEY,), GERMAN) == []


@pytest.mark.parametrize("width", [60, 80, 120])
def test_topics_are_drawn_whole_at_any_width(width: int) -> None:
    """No word is cut or broken, no line is too wide; what a heat cell says in short the legend says in words."""
    document = Document("de", "Themen", (), tuple(blocks(**ROWS)))
    lines = drawn(document, width)
    heats = {cell.word for table in tables(list(document.blocks)) for row in table.rows for cell in row if isinstance(cell, Heat)}
    texts = [text for text in texts_of(document) if text not in heats]
    assert faults(texts, lines, width) == []


@pytest.mark.parametrize(("width", "told_as"), [(60, "list"), (80, "table"), (120, "table")])
def test_a_heat_cell_is_a_sign_beside_others_and_a_word_in_a_list(width: int, told_as: str) -> None:
    """Side by side „K V G“ stands behind its sign; where there is no room for columns, the words do."""
    lines = drawn(Document("de", "Themen", (), tuple(blocks(**ROWS)[:2])), width)
    row = " ".join(" ".join(lines).replace("\u00a0", " ").split()).partition("Kultur ")[2]
    expected = {"table": "● ◐ ● K V G ◐ V Verein", "list": "Austausch: ● regular Gremien: ◐ guest"}
    assert row.startswith(expected[told_as])

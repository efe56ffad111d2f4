"""What a report says about a matrix: its table, shares beside those of a survey, where there is nothing; in its own words."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from answers import answer_of
from builders import Given, assessed, checklist, dimension, source
from drawing import drawn, faults, texts_of
from matrices import NOTHING, district_matrix, filled, matrix
from mo_check.document.blocks import Block, Cell, Document, Heading, Heat, Listing, Mark, Net, Paragraph, Role, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.model.answer import Status
from mo_check.model.standing import Standing
from mo_check.report.matrix_blocks import matrix_blocks, matrix_comparison

GERMAN = language("de")
SURVEY = source(
    2030,
    **{
        "topics__figure-initiative": {"kind": "figure", "shares": {"integration": "0.5", "other-office": "0.2", "mo": "0.3"}},
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
    """Return what is said about these answers on topics."""
    return matrix_blocks(filled(**rows), (SURVEY,), GERMAN)


def tables(found: list[Block]) -> list[Table]:
    """Return the tables among blocks."""
    return [block for block in found if isinstance(block, Table)]


def told(table: Table) -> list[list[str]]:
    """Return the rows of a table as text, with ordinary blanks."""
    return [[cell_text(cell, GERMAN).replace("\u00a0", " ") for cell in row] for row in table.rows]


def test_the_table_holds_every_row_and_column() -> None:
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


def test_shares_stand_beside_those_of_the_survey_under_its_year() -> None:
    """MOs in one of two topics, other offices in the other; in the survey it was 30, 20 and 50 percent."""
    table = tables(blocks(**ROWS))[1]
    assert [column.header for column in table.columns] == ["Wer meist den Anstoß gibt", "hier", "2030"]
    assert told(table) == [
        ["Integrationsstelle", "0 %", "50 %"],
        ["Vereine", "50 %", "30 %"],
        ["andere Ämter", "50 %", "20 %"],
    ]


def test_forms_stand_beside_those_of_the_survey_with_their_caveat() -> None:
    """Events: municipal twice of four, MOs once, joint once."""
    found = blocks(**ROWS)
    table = next(table for table in tables(found) if table.columns[0].header == "Formen einzelner Termine")
    assert told(table) == [["kommunal", "50 %", "40 %"], ["von Vereinen", "25 %", "40 %"], ["gemeinsam", "25 %", "20 %"]]
    following = found[found.index(table) + 1]
    assert following == Paragraph("Gezählt wurden Nennungen.", role=Role.NOTE)


def test_shares_without_a_figure_stand_alone() -> None:
    """The source says nothing about projects here: no column speaks of a survey."""
    table = next(t for t in tables(blocks(**ROWS)) if t.columns[0].header == "Formen von Projekten")
    assert [column.header for column in table.columns] == ["Formen von Projekten", "hier"]
    assert told(table) == [["kommunal", "0 %"], ["von Vereinen", "100 %"], ["gemeinsam", "0 %"]]


def test_an_answer_the_survey_has_no_share_of_has_a_dash() -> None:
    """What a survey does not say stands as that."""
    survey = source(2030, **{"levels__figure-events": {"kind": "figure", "shares": {"municipal": "0.4", "joint": "0.6"}}})
    found = matrix_blocks(filled(**ROWS), (survey,), GERMAN)
    table = next(t for t in tables(found) if t.columns[0].header == "Formen einzelner Termine")
    assert [row[2] for row in told(table)] == ["40 %", "–", "60 %"]


def test_rows_without_anything_are_named() -> None:
    """Empty fields are a place where something can grow."""
    found = blocks(sport=NOTHING, culture={"exchange": "regular"}, gender=NOTHING)
    alerts = [(block.label, block.text) for block in found if isinstance(block, Paragraph) and block.role is Role.ALERT]
    assert alerts == [("Hier geschieht noch nichts", "Sport und Geschlechterfragen.")]


def test_figures_of_the_dimension_are_told_in_words() -> None:
    """What the paper gives as a rank stands below, in words."""
    found = blocks(**ROWS)
    assert Heading("2030 in den befragten Kommunen", 3) in found
    listing = next(block for block in found if isinstance(block, Listing))
    assert [entry.text for entry in listing.entries] == ["Am häufigsten ging es um Kultur."]


def test_without_an_answer_nothing_is_shared_out() -> None:
    """All fields are open, and there is only the table of topics."""
    found = blocks()
    assert len(tables(found)) == 1
    assert {row[-1] for row in told(tables(found)[0])} == {"unklar"}


def test_without_a_matrix_nothing_is_said() -> None:
    """An ordinary checklist has no topics."""
    assert matrix_blocks(assessed(checklist(dimension("d", "d.a")), {}), (SURVEY,), GERMAN) == []


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_matrix_is_drawn_whole_at_any_width(width: int) -> None:
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


# --- a matrix of other things

OPEN = ["Ost", "offen", "offen", "offen"]


def districts(answers: Mapping[str, Given], **meaning: object) -> list[Block]:
    """Return what is said about answers on the west of the town, by column."""
    held = {f"districts.{column}.west": given for column, given in answers.items()}
    return matrix_blocks(assessed(district_matrix(**meaning), held), (SURVEY,), GERMAN)


def notes(found: list[Block]) -> str:
    """Return everything that stands beside tables."""
    return " ".join(f"{block.label} {block.text}" for block in found if isinstance(block, Paragraph))


def test_a_matrix_that_says_nothing_of_itself_is_told_in_its_own_labels() -> None:
    """All its columns, the name of its dimension for what a row is, a legend that holds for every matrix, and nothing else."""
    found = districts({"contact": "often", "places": ("house",), "more": answer_of(text="Viele Wege.")})
    (table,) = tables(found)
    assert [column.header for column in table.columns] == ["districts", "Contact", "Places", "More"]
    assert told(table) == [OPEN, ["West", "often", "house", "Viele Wege."]]
    assert [type(block) for block in found] == [Heading, Table, Paragraph]
    assert found[0] == Heading("districts")
    assert "höchste Stufe" in notes(found)
    assert not any(word in notes(found) for word in ("Weg:", "Vereine", "Anstoß", "geschieht", "Thema"))


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ("not_applicable", Mark(Standing.NOT_APPLICABLE, "trifft nicht zu")),
        ("elsewhere", Mark(Standing.ELSEWHERE, "macht jemand anderes")),
        ("unknown", Heat(None, "offen")),
        (answer_of(status=Status.ELSEWHERE, who="Kreis", level="sometimes"), Heat(Fraction(1, 2), "sometimes")),
    ],
)
def test_a_status_is_told_as_what_it_is(given: Given, cell: Cell) -> None:
    """What does not apply and what others do is not open; where others do it at a level, the level is told."""
    (table,) = tables(districts({"contact": given}))
    assert table.rows[1][1] == cell


def test_nothing_is_said_to_be_empty_unless_the_matrix_has_a_word_for_it() -> None:
    """With one, the rows of which every answer says so are named behind it."""
    assert notes(districts({"places": ("none",)})).startswith(" ● ")
    assert "Kein Ort West." in notes(districts({"places": ("none",)}, empty="Kein Ort"))
    assert "Kein Ort" not in notes(districts({"places": ("none",), "contact": "no"}, empty="Kein Ort"))


def test_a_legend_of_its_own_stands_in_for_the_general_one() -> None:
    """Its words alone."""
    assert notes(districts({}, legend="● oft")) == " ● oft"


def test_a_path_of_its_own_is_told_in_its_own_words() -> None:
    """Its head, its rungs, its text, and no picture for two rows."""
    path = {
        "label": "Nähe",
        "title": "Wie nah",
        "text": "Nah heißt oft.",
        "rungs": [{"id": "near", "label": "nah", "any_of": ["contact.often"]}],
        "beside": {"text": "Ein + heißt Garten.", "any_of": ["places.garden"]},
    }
    found = districts({"contact": "often", "places": ("garden",)}, path=path)
    (table,) = tables(found)
    assert (table.columns[-1].header, [row[-1] for row in told(table)]) == ("Nähe", ["unklar", "nah +"])
    assert notes(found).endswith("Nah heißt oft. Ein + heißt Garten.")
    assert not any(isinstance(block, Net) for block in found)


def test_side_by_side_stands_the_middle_rung() -> None:
    """Of two the lower one; a group in which nobody knows has none; the text tells what the rungs mean."""
    at = [filled(sport={"exchange": "regular"}), filled(sport={"events": ("joint",)}), filled(sport={"exchange": "unknown"})]
    heading, table, note = matrix_comparison([("Verwaltung", at[:2]), ("Vereine", at[2:])], GERMAN)
    assert heading == Heading("Themen")
    assert isinstance(table, Table)
    assert [column.header for column in table.columns] == ["Thema", "Verwaltung", "Vereine"]
    assert told(table)[0] == ["Sport", "Rat geben", "unklar"]
    assert isinstance(note, Paragraph)
    assert note.text == "Der Weg: Türen öffnen, Rat geben, zusammen planen. Bei mehreren Profilen einer Seite steht das mittlere."


def test_without_a_path_nothing_stands_side_by_side() -> None:
    """There is no middle of what has no order."""
    found = assessed(district_matrix(), {"districts.contact.west": "often"})
    assert matrix_comparison([("Verwaltung", [found]), ("Vereine", [found])], GERMAN) == []


def test_a_matrix_of_three_rows_has_a_net_of_its_rungs() -> None:
    """From none to the highest; a row that nobody knows has no place on it."""
    net = next(block for block in blocks(sport={"events": ("joint",)}) if isinstance(block, Net))
    assert (net.title, net.rings) == ("Wie weit die Themen sind", ("nichts", "Türen öffnen", "Rat geben", "zusammen planen"))
    assert [axis.value for axis in net.axes] == [1, None, None]


def test_two_matrices_are_told_one_after_the_other() -> None:
    """Each under the name of its dimension, with its own table."""
    both = checklist(*matrix().dimensions, *district_matrix().dimensions)
    found = matrix_blocks(assessed(both, {}), (SURVEY,), GERMAN)
    assert [block.text for block in found if isinstance(block, Heading) and block.level == 2] == ["Themen", "districts"]
    assert [len(table.columns) for table in tables(found)] == [7, 4]

"""Rows of a matrix: how far each is on the path, where there is nothing, and how often what is named."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from builders import Given, assessed, checklist, dimension
from matrices import NOTHING, district_matrix, fields, filled, matrix
from mo_check.model.assessment import Assessment
from mo_check.scoring.matrix_rows import FilledMatrix, MatrixRow, column_shares, empty_rows, filled_matrices


def only(assessment: Assessment) -> FilledMatrix:
    """Return the one matrix of an assessment."""
    (found,) = filled_matrices(assessment)
    return found


def shares(assessment: Assessment, column: str) -> dict[str, Fraction]:
    """Return how often what is named in a column."""
    found = only(assessment)
    held = found.matrix.column(column)
    assert held is not None
    return column_shares(found, held)


RUNGS = {"unknown": None, "none": 0, "door_opener": 1, "expert": 2, "partner": 3}


def sport(**cells: Given) -> MatrixRow:
    """Return the row „Sport“ with these answers."""
    return only(filled(sport=cells)).rows[0]


@pytest.mark.parametrize(
    ("cells", "rung", "beside"),
    [
        pytest.param({}, "unknown", False, id="no answer at all"),
        pytest.param({"exchange": "unknown", "events": "skipped"}, "unknown", False, id="nobody knows"),
        pytest.param(NOTHING, "none", False, id="nothing"),
        pytest.param({"exchange": "occasional", "bodies": "guest"}, "none", False, id="now and then, as a guest"),
        pytest.param({"initiative": "mo"}, "none", False, id="who starts is no stage"),
        pytest.param({"events": ("municipal",)}, "door_opener", False, id="a municipal event"),
        pytest.param({"projects": ("municipal",)}, "door_opener", False, id="a municipal project"),
        pytest.param({"exchange": "regular"}, "expert", False, id="regular exchange"),
        pytest.param({"bodies": "seat"}, "expert", False, id="a seat"),
        pytest.param({"bodies": "seat", "events": ("municipal",)}, "expert", False, id="a seat before a municipal event"),
        pytest.param({"events": ("joint",)}, "partner", False, id="a joint event"),
        pytest.param({"projects": ("joint",), "exchange": "none"}, "partner", False, id="a joint project"),
        pytest.param({"projects": ("joint",), "bodies": "seat"}, "partner", False, id="the highest one counts"),
        pytest.param({"events": ("mo",)}, "none", True, id="led by MOs is no rung"),
        pytest.param({"events": ("municipal",), "projects": ("mo",)}, "door_opener", True, id="led by MOs stands beside"),
        pytest.param({"events": ("municipal", "mo", "joint")}, "partner", True, id="all forms"),
    ],
)
def test_a_row_stands_on_a_rung(cells: Mapping[str, Given], rung: str, beside: bool) -> None:  # noqa: FBT001 - a table of cases
    """Joint before exchange or seat before municipal; what MOs lead themselves stands beside the path."""
    row = sport(**cells)
    assert (row.rung, row.beside) == (RUNGS[rung], beside)


def test_rows_stand_in_the_order_of_the_checklist_with_their_labels() -> None:
    """Each is there, whether it was answered or not."""
    found = only(filled(gender={"exchange": "regular"})).rows
    assert [(row.id, row.label) for row in found] == [("sport", "Sport"), ("culture", "Kultur"), ("gender", "Geschlechterfragen")]
    assert [row.rung for row in found] == [None, None, 2]


def test_a_row_holds_its_fields_by_column() -> None:
    """All five, each with its own answer."""
    cells = sport(exchange="regular").cells
    assert list(cells) == ["exchange", "bodies", "initiative", "events", "projects"]
    assert cells["exchange"].item.id == "topics.exchange.sport"


def test_columns_without_an_order_come_last() -> None:
    """Who starts is no more or less, and stands behind the columns that are."""
    assert [column.id for column in only(filled()).columns] == ["exchange", "bodies", "events", "projects", "initiative"]


def test_without_a_matrix_there_are_no_rows() -> None:
    """An ordinary checklist has items, but no rows."""
    assert filled_matrices(assessed(checklist(dimension("d", "d.a")), {"d.a": "good"})) == ()


def test_a_matrix_of_which_only_some_columns_are_asked_has_rungs_too() -> None:
    """Respondents who are not asked who starts still see how far their topics are."""
    found = only(assessed(matrix("exchange", "events"), fields(sport={"events": ("joint",)})))
    assert [column.id for column in found.columns] == ["exchange", "events"]
    assert found.rows[0].rung == 3


@pytest.mark.parametrize(
    ("cells", "quiet"),
    [
        pytest.param(NOTHING, True, id="nothing"),
        pytest.param({"exchange": "none"}, True, id="one field, with nothing"),
        pytest.param({**NOTHING, "exchange": "occasional"}, False, id="now and then"),
        pytest.param({**NOTHING, "bodies": "guest"}, False, id="as a guest"),
        pytest.param({**NOTHING, "projects": ("mo",)}, False, id="a project of MOs"),
        pytest.param({**NOTHING, "events": ("municipal",)}, False, id="a municipal event"),
        pytest.param({**NOTHING, "initiative": "mo"}, False, id="somebody who starts"),
        pytest.param({**NOTHING, "events": "elsewhere"}, False, id="events that others hold"),
        pytest.param({**NOTHING, "events": "unknown"}, True, id="nothing, as far as one knows"),
        pytest.param({}, False, id="not answered"),
        pytest.param({"exchange": "unknown"}, False, id="not known"),
    ],
)
def test_a_row_that_is_empty(cells: Mapping[str, Given], quiet: bool) -> None:  # noqa: FBT001 - a table of cases
    """Only a row that was answered, and in which nothing at all was named."""
    assert [row.id for row in empty_rows(only(filled(sport=cells)))] == ["sport"] * quiet


def test_initiative_is_a_share_of_the_topics_where_somebody_starts() -> None:
    """Two of three topics have someone: MOs once, the integration office once; „nobody“ does not count."""
    found = filled(sport={"initiative": "mo"}, culture={"initiative": "integration"}, gender={"initiative": "nobody"})
    assert shares(found, "initiative") == {"integration": Fraction(1, 2), "mo": Fraction(1, 2), "other-office": Fraction(0)}


def test_initiative_of_three_topics() -> None:
    """Other offices twice and MOs once: two thirds, one third, none."""
    rows = {"sport": {"initiative": "other-office"}, "culture": {"initiative": "mo"}, "gender": {"initiative": "other-office"}}
    assert shares(filled(**rows), "initiative") == {
        "integration": Fraction(0),
        "mo": Fraction(1, 3),
        "other-office": Fraction(2, 3),
    }


def test_where_nobody_starts_there_are_no_shares() -> None:
    """Nothing is divided by nothing."""
    assert shares(filled(sport=NOTHING, culture={"initiative": "unknown"}), "initiative") == {}


def test_forms_are_shares_of_all_that_were_named() -> None:
    """Events: municipal twice, MOs once, joint once, of four; projects: joint only."""
    found = filled(
        sport={"events": ("municipal", "mo"), "projects": ("none",)},
        culture={"events": ("municipal", "joint"), "projects": ("joint",)},
        gender={"events": ("none",)},
    )
    assert shares(found, "events") == {"municipal": Fraction(1, 2), "mo": Fraction(1, 4), "joint": Fraction(1, 4)}
    assert shares(found, "projects") == {"municipal": Fraction(0), "mo": Fraction(0), "joint": Fraction(1)}


def test_without_a_form_there_are_no_shares() -> None:
    """„Nothing“ is no form."""
    assert shares(filled(sport=NOTHING), "events") == {}


def test_a_matrix_has_no_score() -> None:
    """Whatever is answered: no number, no range."""
    assessment = filled(sport=NOTHING, culture={"exchange": "regular", "events": ("joint",)})
    assert (assessment.scored, assessment.total.value, assessment.display) == (False, None, None)


# --- a matrix of other things


def district(**cells: Given) -> dict[str, Given]:
    """Return answers about the east of the town."""
    return {f"districts.{column}.east": given for column, given in cells.items()}


def test_without_a_path_no_row_is_on_one() -> None:
    """Whatever is answered."""
    found = only(assessed(district_matrix(), district(contact="often", places=("house", "garden"))))
    assert [(row.rung, row.beside) for row in found.rows] == [(None, False)] * 2


@pytest.mark.parametrize(
    ("cells", "rung"),
    [
        pytest.param({"contact": "no"}, 0, id="below"),
        pytest.param({"contact": "sometimes"}, 1, id="the level itself"),
        pytest.param({"contact": "often"}, 1, id="a higher level"),
        pytest.param({"places": ("house",)}, 0, id="another option"),
        pytest.param({"places": ("house", "garden"), "contact": "no"}, 2, id="an option among others"),
    ],
)
def test_a_rung_is_reached_from_a_level_on(cells: Mapping[str, Given], rung: int) -> None:
    """An ordered level stands for all above it; an option for itself."""
    rungs = [
        {"id": "known", "label": "bekannt", "any_of": ["contact.sometimes"]},
        {"id": "there", "label": "da", "any_of": ["places.garden"]},
    ]
    path = {"label": "Nähe", "title": "Wie nah", "text": "Von fern nach nah.", "rungs": rungs}
    assert only(assessed(district_matrix(path=path), district(**cells))).rows[0].rung == rung


@pytest.mark.parametrize(("given", "rung"), [("no", 0), ("sometimes", 1), ("often", 0)])
def test_without_an_order_a_level_stands_for_itself(given: str, rung: int) -> None:
    """No level is more than another then."""
    rungs = [{"id": "known", "label": "bekannt", "any_of": ["contact.sometimes"]}]
    path = {"label": "Nähe", "title": "Wie nah", "text": "Von fern nach nah.", "rungs": rungs}
    columns = [{"id": "contact", "label": "Kontakt", "ordered": False}]
    assert only(assessed(district_matrix(path=path, columns=columns), district(contact=given))).rows[0].rung == rung


def test_a_level_is_not_nothing_unless_its_column_says_so() -> None:
    """The lowest level of a column that names no „nothing“ may well be something; the option „none“ is nothing everywhere."""
    assert empty_rows(only(assessed(district_matrix(), district(contact="no", places=("none",))))) == ()
    assert [row.id for row in empty_rows(only(assessed(district_matrix(), district(places=("none",)))))] == ["east"]


def test_shares_without_words_stand_in_the_order_of_the_levels() -> None:
    """Levels are counted as they are; „often“ once of one."""
    found = only(assessed(district_matrix(), district(contact="often")))
    assert list(column_shares(found, found.matrix.columns[0]).items()) == [("no", 0), ("sometimes", 0), ("often", 1)]

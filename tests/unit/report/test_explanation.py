"""The arithmetic behind a total, a dimension and an item, checked by hand."""

from collections.abc import Mapping

import pytest

from answers import answer_of
from builders import Given, assessed, checklist, dimension, item, level_trees, option_trees, source
from mo_check.document.blocks import Document, Heading, Listing, Paragraph, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.report.explain_item import explain_item
from mo_check.report.explain_total import explain_total
from mo_check.report.explanation import explain_dimension
from mo_check.report.report_page import ReportContent

GERMAN = language("de")
FORMS = item(
    "e.forms",
    kind="select",
    options=option_trees(one="1", two="1", none="0"),
    levels=level_trees("l0", "l1", "l2", from_credit=("0", "1", "2")),
)
HELD = checklist(
    dimension("d", item("d.a", weight="2", key="Ein Engpass.", statements={"why": "question"}), "d.b", weight=2),
    dimension("e", FORMS),
)
ANSWERS: Mapping[str, Given] = {"d.a": "some", "d.b": "full", "e.forms": ("one",)}


def reported(answers: Mapping[str, Given] = ANSWERS) -> ReportContent:
    """Return answers to the checklist, ready to be explained."""
    return ReportContent(assessed(HELD, answers), (source(why="insight"),), "stadt.yaml", HELD)


def labelled(document: Document) -> dict[str, str]:
    """Return the paragraphs that have a label, by it."""
    return {block.label: block.text for block in document.blocks if isinstance(block, Paragraph) and block.label}


def rows(document: Document) -> list[list[str]]:
    """Return the rows of the first table as text."""
    table = next(block for block in document.blocks if isinstance(block, Table))
    return [[cell_text(cell, GERMAN) for cell in row] for row in table.rows]


def test_the_total_is_the_weighted_mean_of_its_dimensions() -> None:
    """d: (2·1/3 + 1) / 3 = 5/9 with weight 2; e: 1/2 with weight 1; (2·5/9 + 1/2) / 3 = 29/54 = 53,70."""
    document = explain_total(reported(), GERMAN)
    assert rows(document) == [["d", "2", "5/9", "5/9", "5/9", "1"], ["e", "1", "1/2", "1/2", "1/2", "1"]]
    assert labelled(document)["Wert"] == "(2·5/9 + 1·1/2) / 3 = 29/54 = 53,70 Punkte"


def test_the_total_tells_how_far_it_depends_on_our_choices() -> None:
    """Drawn weights, the geometric mean and the strongest items stand below."""
    document = explain_total(reported(), GERMAN)
    assert {"Andere Gewichte", "Geometrisches Mittel"} <= set(labelled(document))
    assert len(next(block for block in document.blocks if isinstance(block, Listing)).entries) > 0


def test_a_dimension_is_the_weighted_mean_of_its_items() -> None:
    """(2·1/3 + 1·1) / 3 = 5/9; everything was answered, so the range is a point."""
    document = explain_dimension(reported(), "d", GERMAN)
    assert rows(document) == [["d.a", "zum Teil", "2", "1/3"], ["d.b", "erfüllt", "1", "1"]]
    assert labelled(document)["Wert"] == "(2·1/3 + 1·1) / 3 = 5/9 = 55,56 Punkte"
    assert labelled(document)["Spanne, unten"] == "5/3 / 3 = 55,56 Punkte"
    assert labelled(document)["Spanne, oben"] == "(5/3 + 0) / 3 = 55,56 Punkte"


def test_what_is_open_widens_the_range_of_a_dimension() -> None:
    """Of weight 3 one is open: the value is 1/3, the range from (2/3)/3 to (2/3 + 1)/3, the coverage 2/3."""
    told = labelled(explain_dimension(reported({"d.a": "some"}), "d", GERMAN))
    assert told["Wert"] == "(2·1/3) / 2 = 1/3 = 33,33 Punkte"
    assert told["Spanne, unten"] == "2/3 / 3 = 22,22 Punkte"
    assert told["Spanne, oben"] == "(2/3 + 1) / 3 = 55,56 Punkte"
    assert "(2 + 0) / 3 = 67\u00a0%" in told.values()


def test_a_dimension_without_answers_says_so() -> None:
    """There is no arithmetic where nothing was scored."""
    paragraphs = [b.text for b in explain_dimension(reported({}), "d", GERMAN).blocks if isinstance(b, Paragraph)]
    assert paragraphs == ["Nichts ist gewertet."]


def test_an_item_tells_its_levels_its_answer_and_its_cost() -> None:
    """d.a at 1/3 costs 100 · 2/3 · 2/3 · 2/3 = 29,63 points; the pointer stands at its level."""
    document = explain_item(reported(), "d.a", GERMAN)
    assert [row[0] for row in rows(document)] == ["", "▸", "", ""]
    assert [row[3] for row in rows(document)] == ["0", "1/3", "2/3", "1"]
    told = labelled(document)
    assert told["Antwort"] == "some"
    assert told["Schlüsselkriterium"] == "Ein Engpass."
    assert "100 · 2/3 · 2/3 · (1 − 1/3) = 29,63" in told.values()


def test_an_item_stands_beside_what_the_paper_says() -> None:
    """The statement with its title, section and id."""
    document = explain_item(reported(), "d.a", GERMAN)
    entries = next(block for block in document.blocks if isinstance(block, Listing)).entries
    assert (entries[0].text, entries[0].details) == ("why gilt.", ("Papier, Abschnitt „1“ (why)",))


def test_an_item_without_statements_has_no_list_of_them() -> None:
    """Nothing is claimed of the paper."""
    document = explain_item(reported(), "d.b", GERMAN)
    assert not [block for block in document.blocks if isinstance(block, Listing)]
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == ["d.b"]


def test_options_are_summed_up_to_a_level() -> None:
    """One option of credit 1 reaches the level that begins at 1."""
    assert labelled(explain_item(reported(), "e.forms", GERMAN))["Summe der Auswahl"] == ("1 = 1, das reicht für „l1“ (ab 1).")


def test_notes_stand_with_their_item() -> None:
    """Note and evidence are told in full."""
    noted = answer_of(level="some", note="seit Mai", evidence="Beschluss")
    told = labelled(explain_item(reported({**ANSWERS, "d.a": noted}), "d.a", GERMAN))
    assert (told["Notiz"], told["Beleg"]) == ("seit Mai", "Beschluss")


def test_what_is_not_scored_costs_nothing() -> None:
    """An open item has no line about its cost, and its answer says that it was not asked."""
    told = labelled(explain_item(reported({"d.a": "some"}), "d.b", GERMAN))
    assert told == {"Antwort": "noch nicht gefragt"}


@pytest.mark.parametrize("explain", [explain_dimension, explain_item], ids=["dimension", "item"])
def test_an_unknown_name_is_refused(explain: object) -> None:
    """What is not in the checklist cannot be explained."""
    assert callable(explain)
    with pytest.raises(StopIteration):
        explain(reported(), "x", GERMAN)

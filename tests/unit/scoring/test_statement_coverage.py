"""Which text of the checklists carries which statement of a source."""

import pytest

from builders import checklist, dimension, item, option_trees, source, step_tree
from mo_check.model.checklist import Checklist
from mo_check.scoring.statement_coverage import Carrier, carrying_text, statement_carriers

SOURCE = source(why="insight", rule="recommendation", count="figure", gone="practice")


def carriers(held: Checklist) -> dict[str, tuple[Carrier, ...]]:
    """Return what carries each statement of the source."""
    return {statement.id: found for statement, found in statement_carriers(SOURCE, [held])}


def test_every_statement_stands_with_the_places_that_carry_it() -> None:
    """Introductions, items and figures, in the order of the source; what nothing carries stands with nothing."""
    one = dimension("d", item("d.a", statements={"rule": "question"}, figures=[{"id": "count"}]))
    opened = one.model_copy(update={"introduction": "Worum es geht.", "statements": {"rule": "introduction"}})
    found = carriers(checklist(opened, statements={"why": "introduction"}))
    assert found == {
        "why": (Carrier("probe", "introduction", "Zur Probe."),),
        "rule": (Carrier("probe", "d.introduction", "Worum es geht."), Carrier("probe", "d.a, question", "d.a?")),
        "count": (Carrier("probe", "d.a, figures", "d.a?"),),
        "gone": (),
    }


def test_several_checklists_may_carry_a_statement() -> None:
    """Each is named."""
    held = checklist(dimension("d", item("d.a", statements={"why": "question"})))
    found = dict(statement_carriers(SOURCE, [held, held.model_copy(update={"id": "second"})]))
    assert [c.checklist for s, carried in found.items() if s.id == "why" for c in carried] == ["probe", "second"]


def test_retired_items_carry_nothing() -> None:
    """What is no longer asked no longer says anything."""
    held = checklist(dimension("d", item("d.a", retired="ersetzt", statements={"why": "question"}), "d.b"))
    assert carriers(held)["why"] == ()


@pytest.mark.parametrize(
    ("place", "text"),
    [
        pytest.param("question", "d.a?", id="question"),
        pytest.param("help", "Gemeint ist …", id="help"),
        pytest.param("levels.yes", "ja: Es liegt vor.", id="level"),
        pytest.param("levels.no", "no: ", id="level without a sentence"),
        pytest.param("options.one", "eins: Das erste.", id="option"),
        pytest.param("options.two", "two", id="option without a sentence"),
        pytest.param("steps.unmet", "Reden Sie. In Augsburg gibt es eine Liste.", id="shared step with its practice"),
    ],
)
def test_the_text_at_a_place_is_what_a_reader_sees_there(place: str, text: str) -> None:
    """Labels stand before their sentences, a step before its practice."""
    levels = [
        {"id": "no", "label": "no", "from_credit": "0"},
        {"id": "yes", "label": "ja", "sees": "Es liegt vor.", "from_credit": "1"},
    ]
    options = [{"id": "one", "label": "eins", "sees": "Das erste."}, *option_trees(two="1")]
    step = step_tree("Reden Sie.", practice="In Augsburg gibt es eine Liste.")
    fields = {"kind": "select", "levels": levels, "options": options, "help": "Gemeint ist …"}
    held = item("d.a", steps={"unmet": "talk"}, **fields)
    assert carrying_text(held, place, checklist(dimension("d", held), steps={"talk": step})) == text

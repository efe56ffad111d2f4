"""When an item applies: subject facts, and items that wait for another to reach a level."""

import pytest

from answers import answer_of
from builders import Given, assessed, checklist, dimension, item, level_trees, option_trees
from mo_check.model.answer import Status
from mo_check.model.assessment import ItemResult
from mo_check.model.checklist import Checklist
from mo_check.model.standing import Standing

CHILD = item("d.child", when={"item": "d.parent", "at_least": "good"})


def child_of(held: Checklist, answers: dict[str, Given], **facts: object) -> ItemResult:
    """Return how ``d.child`` stands."""
    result = assessed(held, answers, **facts).item("d.child")
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("parent", "standing"),
    [
        pytest.param("none", Standing.UNMET, id="below"),
        pytest.param("some", Standing.UNMET, id="just below"),
        pytest.param("good", Standing.MET, id="reached"),
        pytest.param("full", Standing.MET, id="beyond"),
        pytest.param("unknown", Standing.UNKNOWN, id="unknown"),
        pytest.param("not_applicable", Standing.NOT_APPLICABLE, id="not applicable"),
        pytest.param("elsewhere", Standing.ELSEWHERE, id="elsewhere"),
        pytest.param("skipped", Standing.OPEN, id="skipped"),
        pytest.param("disputed", Standing.OPEN, id="disputed"),
        pytest.param(None, Standing.OPEN, id="no answer"),
        pytest.param(answer_of(status=Status.ELSEWHERE, who="Kreis", level="some"), Standing.UNMET, id="elsewhere, below"),
        pytest.param(answer_of(status=Status.ELSEWHERE, who="Kreis", level="full"), Standing.MET, id="elsewhere, reached"),
    ],
)
def test_a_child_follows_its_parent(parent: Given | None, standing: Standing) -> None:
    """Below, the child is at its lowest level; without a level of the parent it takes over the parent's state."""
    answers: dict[str, Given] = {"d.child": "full"} | ({} if parent is None else {"d.parent": parent})
    result = child_of(checklist(dimension("d", "d.parent", CHILD)), answers)
    assert result.standing is standing
    assert result.by_rule == (standing is not Standing.MET)


@pytest.mark.parametrize(
    ("middle", "standing"),
    [
        pytest.param("full", Standing.MET, id="the one between is reached"),
        pytest.param("none", Standing.UNMET, id="the one between is below"),
    ],
)
def test_a_chain_of_conditions_is_followed(middle: str, standing: Standing) -> None:
    """A grandchild waits for its own parent where the grandparent is reached."""
    between = item("d.middle", when={"item": "d.parent", "at_least": "some"})
    last = item("d.child", when={"item": "d.middle", "at_least": "good"})
    held = checklist(dimension("d", last, between, "d.parent"))
    answers = {"d.parent": "some", "d.middle": middle, "d.child": "good"}
    assert child_of(held, answers).standing is standing


def test_a_grandchild_is_at_its_lowest_level_while_the_grandparent_is_below() -> None:
    """An answer stored for the item between counts for nothing while that item is not asked."""
    between = item("d.middle", when={"item": "d.parent", "at_least": "some"})
    last = item("d.child", when={"item": "d.middle", "at_least": "good"})
    held = checklist(dimension("d", "d.parent", between, last))
    result = child_of(held, {"d.parent": "none", "d.middle": "full", "d.child": "full"})
    assert (result.standing, result.by_rule) == (Standing.UNMET, True)


def test_a_parent_that_is_not_in_scope_leaves_its_child_open() -> None:
    """Where the parent is not asked, nobody can say whether the child applies."""
    held = checklist(dimension("d", "d.parent", CHILD.model_copy(update={"quick": True})))
    assert child_of(held, {"d.parent": "full", "d.child": "full"}, scope="quick").standing is Standing.OPEN


@pytest.mark.parametrize(
    ("options", "standing"),
    [
        pytest.param(("one",), Standing.UNMET, id="credit below"),
        pytest.param(("one", "two"), Standing.MET, id="credit reached"),
    ],
)
def test_a_child_may_wait_for_a_selection(options: tuple[str, ...], standing: Standing) -> None:
    """A select item has the level that its credits reach."""
    levels = level_trees("none", "some", "good", from_credit=("0", "1", "2"))
    parent = item("d.parent", kind="select", levels=levels, options=option_trees(one="1", two="1"))
    held = checklist(dimension("d", parent, CHILD))
    assert child_of(held, {"d.parent": options, "d.child": "full"}).standing is standing


def test_an_unscored_child_of_a_parent_below_is_not_applicable() -> None:
    """A lowest level is nothing for an item without a score."""
    share = item("d.child", kind="share", when={"item": "d.parent", "at_least": "good"})
    result = child_of(checklist(dimension("d", "d.parent", share)), {"d.parent": "none", "d.child": "full"})
    assert (result.standing, result.by_rule) == (Standing.NOT_APPLICABLE, True)


@pytest.mark.parametrize(
    ("when", "facts", "asked"),
    [
        pytest.param({"fact": "population", "at_least": "20000"}, {"population": 20_000}, True, id="just big enough"),
        pytest.param({"fact": "population", "at_least": "20000"}, {"population": 19_999}, False, id="too small"),
        pytest.param({"fact": "population", "at_least": "20000"}, {}, True, id="size not given: it is asked"),
        pytest.param({"fact": "kind", "is": ["town", "city"]}, {"kind": "city"}, True, id="kind is one of them"),
        pytest.param({"fact": "kind", "is": ["town", "city"]}, {"kind": "district"}, False, id="kind is not"),
    ],
)
def test_a_subject_fact_decides_whether_an_item_applies(
    when: dict[str, object],
    facts: dict[str, object],
    asked: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Where the fact says no the item is not applicable, whatever was answered."""
    result = child_of(checklist(dimension("d", item("d.child", when=when))), {"d.child": "full"}, **facts)
    assert result.standing is (Standing.MET if asked else Standing.NOT_APPLICABLE)
    assert result.by_rule is not asked


def test_what_waits_for_an_item_that_does_not_apply_does_not_apply_either() -> None:
    """A false fact reaches down the chain."""
    parent = item("d.parent", when={"fact": "kind", "is": ["city"]})
    held = checklist(dimension("d", parent, CHILD))
    assert child_of(held, {"d.parent": "full", "d.child": "full"}).standing is Standing.NOT_APPLICABLE


def test_a_stored_answer_counts_again_when_the_parent_is_back() -> None:
    """The rule sets an answer aside and never away: it is still in the result."""
    result = child_of(checklist(dimension("d", "d.parent", CHILD)), {"d.parent": "none", "d.child": "full"})
    assert result.answer is not None
    assert result.answer.level == "full"

"""What to do next: the order of the proposals, shared steps, quick wins, and steps that wait for others."""

import pytest

from builders import LEVELS, assessed, checklist, dimension, item, level_trees, step_tree
from mo_check.model.results import Proposal
from mo_check.scoring.steps import proposals

SMALL = {"effort": 1, "effect": 3}
BIG = {"effort": 3, "effect": 1}


def both(text: str = "Tun Sie es.", **fields: object) -> dict[str, object]:
    """Return the same step for both bands."""
    return {"unmet": step_tree(text, **fields), "partial": step_tree(text, **fields)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"given": "some", "steps": both(**BIG)},
            {"given": "good", "steps": both(**SMALL), "key": "Engpass."},
            id="not yet met before what is only to be polished",
        ),
        pytest.param(
            {"given": "some", "steps": both(**BIG, needs=["d.open"]), "key": "Engpass."},
            {"given": "none", "steps": both(**SMALL)},
            id="then key items",
        ),
        pytest.param(
            {"given": "some", "steps": both(**BIG)},
            {"given": "none", "steps": both(**SMALL, needs=["d.needed"])},
            id="then steps whose needs are there",
        ),
        pytest.param(
            {"given": "some", "steps": both(effort=3, effect=3)},
            {"given": "none", "steps": both(effort=1, effect=2)},
            id="then the greater effect",
        ),
        pytest.param(
            {"given": "some", "steps": both(effort=1, effect=2)},
            {"given": "none", "steps": both(effort=2, effect=2)},
            id="then the smaller effort",
        ),
        pytest.param(
            {"given": "none", "steps": both(effort=2, effect=2)},
            {"given": "some", "steps": both(effort=2, effect=2)},
            id="then the dearer gap",
        ),
    ],
)
def test_steps_come_in_the_order_in_which_they_are_worth_starting(first: dict[str, object], second: dict[str, object]) -> None:
    """Each reason decides where those before it are equal, even against all that follow."""
    answers = {"d.first": str(first.pop("given")), "d.second": str(second.pop("given"))}
    needed = item("d.needed", steps=both(effort=3, effect=1))
    held = checklist(dimension("d", item("d.second", **second), item("d.first", **first), needed, "d.open"))
    found = proposals(assessed(held, answers | {"d.needed": "none"}))
    helped = [p.gaps[0].result.item.id for p in found]
    assert helped.index("d.first") < helped.index("d.second")


def only(found: tuple[Proposal, ...]) -> Proposal:
    """Return the one proposal there is."""
    (proposal,) = found
    return proposal


def test_a_step_that_several_items_share_stands_once() -> None:
    """It carries all of its gaps, and what they cost together: a half of one third each from two items at 2/3."""
    items = (item(i, steps={"unmet": "talk", "partial": "talk"}) for i in ("d.a", "d.b"))
    held = checklist(dimension("d", *items), steps={"talk": step_tree("Reden Sie.")})
    proposal = only(proposals(assessed(held, {"d.a": "good", "d.b": "good"})))
    assert (proposal.id, proposal.step.text) == ("talk", "Reden Sie.")
    assert {gap.result.item.id for gap in proposal.gaps} == {"d.a", "d.b"}
    assert proposal.cost * 3 == 100


def test_a_shared_step_is_to_be_done_while_one_of_its_items_is_not_met() -> None:
    """One unmet item is enough to put the shared step before those that only polish."""
    shared = [item(i, steps={"unmet": "talk", "partial": "talk"}) for i in ("d.a", "d.b")]
    polish = item("d.c", steps=both(**SMALL))
    held = checklist(dimension("d", polish, *shared), steps={"talk": step_tree(**BIG)})
    found = proposals(assessed(held, {"d.a": "good", "d.b": "none", "d.c": "good"}))
    assert [p.id for p in found] == ["talk", "d.c.partial"]


def test_one_key_item_makes_a_shared_step_a_key_step() -> None:
    """What a bottleneck needs comes first, though it also helps with something else."""
    shared = {"unmet": "talk", "partial": "talk"}
    items = (item("d.a", steps=shared), item("d.b", steps=shared, key="Engpass."), item("d.c", steps=both(**SMALL)))
    held = checklist(dimension("d", *items), steps={"talk": step_tree(**BIG)})
    found = proposals(assessed(held, {"d.a": "none", "d.b": "none", "d.c": "none"}))
    assert [p.id for p in found] == ["talk", "d.c.unmet"]


@pytest.mark.parametrize(
    ("fields", "quick"),
    [
        pytest.param({"effort": 1, "effect": 2}, True, id="little effort, some effect"),
        pytest.param({"effort": 1, "effect": 1}, False, id="little effort, little effect"),
        pytest.param({"effort": 2, "effect": 3}, False, id="more effort"),
        pytest.param({"effort": 1, "effect": 3, "needs": ["d.needed"]}, False, id="it has to wait"),
    ],
)
def test_a_quick_win_is_done_in_days_and_worth_it(
    fields: dict[str, object],
    quick: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Effort 1, effect at least 2, and nothing to wait for."""
    held = checklist(dimension("d", item("d.a", steps=both(**fields)), "d.needed"))
    found = {p.id: p for p in proposals(assessed(held, {"d.a": "none", "d.needed": "some"}))}
    assert found["d.a.unmet"].quick_win is quick


@pytest.mark.parametrize(
    ("given", "waits"),
    [
        pytest.param("none", True, id="unmet"),
        pytest.param("some", True, id="partial"),
        pytest.param("good", False, id="met"),
        pytest.param("unknown", False, id="unknown"),
        pytest.param("elsewhere", False, id="elsewhere"),
        pytest.param("not_applicable", False, id="not applicable"),
    ],
)
def test_a_step_waits_for_needed_items_that_are_known_not_to_be_met(
    given: str,
    waits: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """What nobody knows, or what does not apply here, holds nobody up."""
    held = checklist(dimension("d", item("d.a", steps=both(needs=["d.needed"])), "d.needed"))
    found = {p.id: p for p in proposals(assessed(held, {"d.a": "none", "d.needed": given}))}
    assert [i.id for i in found["d.a.unmet"].waits_for] == (["d.needed"] if waits else [])


def test_a_needed_item_out_of_scope_holds_nobody_up() -> None:
    """The quick check knows nothing of the other items."""
    held = checklist(dimension("d", item("d.a", quick=True, steps=both(needs=["d.needed"])), "d.needed"))
    found = proposals(assessed(held, {"d.a": "none", "d.needed": "none"}, scope="quick"))
    assert only(found).waits_for == ()


@pytest.mark.parametrize(
    ("perspective", "text"),
    [
        pytest.param("migrant_organisation", "Fragen Sie nach.", id="its own step"),
        pytest.param("municipality", "Schreiben Sie es auf.", id="the municipality's"),
    ],
)
def test_a_respondent_is_told_the_step_of_their_own_perspective(perspective: str, text: str) -> None:
    """What an association can do is not what the town hall can do."""
    own = {
        "question": "Und bei Ihnen?",
        "levels": level_trees(*LEVELS),
        "steps": both(text="Fragen Sie nach."),
    }
    steps = both(text="Schreiben Sie es auf.")
    held = checklist(dimension("d", item("d.a", steps=steps, for_={"migrant_organisation": own})))
    assert only(proposals(assessed(held, {"d.a": "none"}, perspective=perspective))).step.text == text


def test_nothing_missing_leaves_nothing_to_do() -> None:
    """Without a gap there is no proposal."""
    assert proposals(assessed(checklist(dimension("d", "d.a")), {"d.a": "full"})) == ()

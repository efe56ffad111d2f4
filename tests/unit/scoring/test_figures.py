"""The survey's figures beside the answers of one profile: which answers count for which figure."""

import pytest

from builders import Given, assessed, checklist, dimension, item, level_trees, option_trees, source
from mo_check.model.checklist import Checklist
from mo_check.model.results import FigureResult
from mo_check.scoring.figures import figures

FIGURES = source(a="figure", b="figure", both="figure", alone="figure")


def counted(held: Checklist, answers: dict[str, Given], **facts: object) -> dict[str, FigureResult]:
    """Return the figures beside these answers, by id."""
    return {f.statement.id: f for f in figures(assessed(held, answers, **facts), (FIGURES,))}


def selecting(counts: dict[str, object]) -> Checklist:
    """Return a checklist with one selection of one, two and three, counted by the rule."""
    select = item(
        "d.a",
        kind="select",
        levels=level_trees("no", "yes", from_credit=("0", "1")),
        options=option_trees(one="1", two="1", three="1", none="0"),
        figures=[{"id": "a", "counts": counts}],
    )
    return checklist(dimension("d", select))


@pytest.mark.parametrize(
    ("given", "here"),
    [
        pytest.param("some", False, id="below"),
        pytest.param("good", True, id="on it"),
        pytest.param("full", True, id="above"),
        pytest.param("unknown", None, id="unknown"),
        pytest.param("elsewhere", None, id="elsewhere"),
    ],
)
@pytest.mark.parametrize("kind", ["level", "share"])
def test_an_answer_counts_from_a_level_on(kind: str, given: str, here: bool | None) -> None:  # noqa: FBT001
    """``level_from`` counts that level and all above it, of scored items and shares alike."""
    held = checklist(dimension("d", item("d.a", kind=kind, figures=[{"id": "a", "counts": {"level_from": "good"}}])))
    assert counted(held, {"d.a": given})["a"].here is here


@pytest.mark.parametrize(
    ("counts", "given", "here"),
    [
        pytest.param({"option": "one"}, ("one", "two"), True, id="the option is chosen"),
        pytest.param({"option": "one"}, ("two",), False, id="another is"),
        pytest.param({"option": "one"}, "unknown", None, id="nobody knows"),
        pytest.param({"options_at_least": 2}, ("one", "three"), True, id="two of any"),
        pytest.param({"options_at_least": 2}, ("one",), False, id="only one of any"),
        pytest.param({"options_at_least": 1}, ("none",), False, id="none is no option"),
        pytest.param({"options_at_least": 2, "among": ["one", "two"]}, ("one", "two"), True, id="two among them"),
        pytest.param({"options_at_least": 2, "among": ["one", "two"]}, ("one", "three"), False, id="one among them"),
        pytest.param({"none_among": ["one", "two"]}, ("three",), True, id="none of these"),
        pytest.param({"none_among": ["one", "two"]}, ("none",), True, id="none at all"),
        pytest.param({"none_among": ["one", "two"]}, ("two", "three"), False, id="one of these"),
        pytest.param({"none_among": ["one", "two"]}, "skipped", None, id="not answered"),
    ],
)
def test_chosen_options_count(counts: dict[str, object], given: Given, here: bool | None) -> None:  # noqa: FBT001
    """``option``, ``options_at_least``, ``among`` and ``none_among`` look at what was chosen."""
    assert counted(selecting(counts), {"d.a": given})["a"].here is here


@pytest.mark.parametrize(
    ("a", "b", "both", "alone"),
    [
        pytest.param("good", "good", True, False, id="both"),
        pytest.param("good", "none", False, True, id="only the first"),
        pytest.param("none", "good", False, False, id="only the second"),
        pytest.param("none", "none", False, False, id="neither"),
        pytest.param("good", "unknown", None, None, id="the second unknown"),
        pytest.param("none", "unknown", False, False, id="the first settles it"),
        pytest.param("unknown", "good", None, False, id="the second settles one of them"),
        pytest.param("unknown", "unknown", None, None, id="both unknown"),
    ],
)
def test_figures_are_combined(a: str, b: str, both: bool | None, alone: bool | None) -> None:  # noqa: FBT001
    """``all_of`` wants every part; ``only`` wants one without the other; an unknown part may settle nothing."""
    rule = {"level_from": "good"}
    first = item("d.a", figures=[{"id": "a", "counts": rule}, {"id": "both", "counts": {"all_of": ["a", "b"]}}])
    second = item("d.b", figures=[{"id": "b", "counts": rule}, {"id": "alone", "counts": {"only": "a", "without": "b"}}])
    found = counted(checklist(dimension("d", first, second)), {"d.a": a, "d.b": b})
    assert (found["both"].here, found["alone"].here) == (both, alone)


def test_a_figure_without_a_rule_is_only_told() -> None:
    """A rank, say, has nothing an answer could count for."""
    told = counted(checklist(dimension("d", item("d.a", figures=[{"id": "a"}]))), {"d.a": "full"})["a"]
    assert (told.counted, told.here) == (False, None)


def test_a_figure_beside_an_item_that_does_not_apply_is_only_told() -> None:
    """Who is not asked is not counted."""
    held = checklist(dimension("d", item("d.a", figures=[{"id": "a", "counts": {"level_from": "some"}}])))
    told = counted(held, {"d.a": "not_applicable"})["a"]
    assert (told.counted, told.here) == (False, None)


def test_options_stored_for_an_item_that_is_not_asked_now_do_not_count() -> None:
    """While its parent is below or unknown, what was once chosen says nothing."""
    held = selecting({"option": "one"}).dimensions[0].items[0]
    waiting = held.model_copy(update={"when": item("d.x", when={"item": "d.p", "at_least": "good"}).when})
    found = counted(checklist(dimension("d", "d.p", waiting)), {"d.p": "none", "d.a": ("one",)})
    assert found["a"].here is None


def test_figures_of_items_out_of_scope_are_left_out() -> None:
    """The quick check shows the figures of its own items, in the order of the checklist."""
    quick = item("d.b", quick=True, figures=[{"id": "b"}, {"id": "both"}])
    held = checklist(dimension("d", item("d.a", figures=[{"id": "a"}]), quick))
    assert list(counted(held, {}, scope="quick")) == ["b", "both"]


def test_a_combined_figure_whose_part_is_out_of_scope_stays_unknown() -> None:
    """A part that nobody was asked for is missing, not false."""
    quick = item("d.b", quick=True, figures=[{"id": "both", "counts": {"all_of": ["a"]}}])
    held = checklist(dimension("d", item("d.a", figures=[{"id": "a", "counts": {"level_from": "some"}}]), quick))
    assert counted(held, {"d.a": "full"}, scope="quick")["both"].here is None


@pytest.mark.parametrize(
    ("perspective", "told"),
    [
        pytest.param("municipality", {"a"}, id="the municipality"),
        pytest.param("department", set(), id="a department"),
        pytest.param("migrant_organisation", set(), id="a migrant organisation"),
    ],
)
def test_only_a_municipality_is_compared_with_the_survey(perspective: str, told: set[str]) -> None:
    """The survey asked municipalities about themselves; beside other eyes it would say something else."""
    wording = {"question": "?", "levels": level_trees("none", "some", "good", "full"), "steps": item("x").steps}
    spoken = item(
        "d.a",
        figures=[{"id": "a", "counts": {"level_from": "good"}}],
        for_={"department": wording, "migrant_organisation": wording},
    )
    held = checklist(dimension("d", spoken))
    assert set(counted(held, {"d.a": "good"}, perspective=perspective)) == told

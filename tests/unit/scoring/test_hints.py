"""Hints at answers: no evidence, two that hardly go together, and those long not looked at."""

from datetime import date

import pytest

from answers import answer_of
from builders import Given, answer, assessed, checklist, dimension, item, level_trees, option_trees
from mo_check.model.answer import Answer
from mo_check.model.checklist import Checklist
from mo_check.scoring.hints import hints

TODAY = date(2026, 11, 14)
TWO = checklist(
    dimension("d", "d.a", "d.b"),
    contradictions=[{"id": "both", "high": "d.a", "at_least": "good", "low": "d.b", "below": "some", "text": "Beides?"}],
)
REVIEWED = checklist(dimension("d", item("d.a", review_months=12), "d.b"))


def found(held: Checklist, answers: dict[str, Given], today: date = TODAY) -> list[tuple[str, str]]:
    """Return kind and item of every hint."""
    return [(hint.kind.value, hint.item.id) for hint in hints(assessed(held, answers), today)]


def dated(level: str, day: str) -> Answer:
    """Return an answer of a day."""
    return answer_of(level=level, date=day)


@pytest.mark.parametrize(
    ("given", "hinted"),
    [
        pytest.param("full", True, id="top level"),
        pytest.param("good", False, id="the level below"),
        pytest.param(answer_of(level="full", evidence="Beschluss 12/26"), False, id="top level with evidence"),
        pytest.param(answer_of(level="full", note="Seit Mai."), True, id="a note is no evidence"),
        pytest.param("unknown", False, id="unknown"),
        pytest.param(answer_of(status="elsewhere", who="Kreis", level="full"), True, id="elsewhere, top"),
    ],
)
def test_a_top_level_without_evidence_is_asked_back_about(given: Given, hinted: bool) -> None:  # noqa: FBT001
    """Only the highest level, and only without evidence."""
    held = checklist(dimension("d", "d.a"))
    assert found(held, {"d.a": given}) == ([("no_evidence", "d.a")] if hinted else [])


def test_options_that_reach_the_top_are_asked_back_about() -> None:
    """A selection at its highest level is a top level too."""
    levels = level_trees("no", "yes", from_credit=("0", "2"))
    select = item("d.a", kind="select", levels=levels, options=option_trees(one="1", two="1", three="1"))
    held = checklist(dimension("d", select))
    assert found(held, {"d.a": ("one", "two")}) == [("no_evidence", "d.a")]
    assert found(held, {"d.a": ("one",)}) == []


def test_what_is_not_scored_needs_no_evidence() -> None:
    """A share or a free text claims nothing."""
    held = checklist(dimension("d", item("d.a", kind="share"), item("d.b", kind="text")))
    assert found(held, {"d.a": "full", "d.b": answer_of(text="Viel.")}) == []


@pytest.mark.parametrize(
    ("high", "low", "hinted"),
    [
        pytest.param("good", "none", True, id="at least and below"),
        pytest.param("good", "some", False, id="the low one is there"),
        pytest.param("some", "none", False, id="the high one is not"),
        pytest.param("good", "unknown", False, id="the low one unknown"),
        pytest.param("skipped", "none", False, id="the high one open"),
        pytest.param("not_applicable", "none", False, id="the high one does not apply"),
    ],
)
def test_two_answers_that_hardly_go_together(high: str, low: str, hinted: bool) -> None:  # noqa: FBT001
    """The high one has its level while the low one stays below; what is not answered contradicts nothing."""
    expected = [("contradiction", "d.a")] if hinted else []
    assert found(TWO, {"d.a": high, "d.b": low}) == expected


def test_a_contradiction_brings_its_question() -> None:
    """The hint carries the checklist's own words."""
    (hint,) = hints(assessed(TWO, {"d.a": "good", "d.b": "none"}), TODAY)
    assert hint.contradiction is not None
    assert (hint.contradiction.low, hint.contradiction.text) == ("d.b", "Beides?")


def test_an_item_out_of_scope_contradicts_nothing() -> None:
    """In a quick check without the other item nothing is asked back."""
    held = checklist(
        dimension("d", item("d.a", quick=True), "d.b"),
        contradictions=[{"id": "both", "high": "d.a", "at_least": "good", "low": "d.b", "below": "some", "text": "Beides?"}],
    )
    assert list(hints(assessed(held, {"d.a": "good", "d.b": "none"}, scope="quick"), TODAY)) == []


def test_what_a_rule_counts_as_lowest_contradicts_nothing() -> None:
    """A child that is not asked while its parent is below was never answered."""
    child = item("d.b", when={"item": "d.parent", "at_least": "full"})
    held = checklist(
        dimension("d", "d.parent", "d.a", child),
        contradictions=[{"id": "both", "high": "d.a", "at_least": "good", "low": "d.b", "below": "some", "text": "Beides?"}],
    )
    assert found(held, {"d.parent": "none", "d.a": "good"}) == []


@pytest.mark.parametrize(
    ("day", "months"),
    [
        pytest.param("2025-11-14", None, id="twelve months to the day"),
        pytest.param("2025-10-15", None, id="a day short of thirteen"),
        pytest.param("2025-10-14", 13, id="thirteen months"),
        pytest.param("2024-11-13", 24, id="two years and a day"),
        pytest.param("2026-11-14", None, id="today"),
        pytest.param("2027-01-01", None, id="later than today"),
    ],
)
def test_an_answer_past_its_interval_is_worth_a_new_look(day: str, months: int | None) -> None:
    """More whole months than the item says; twelve are not more than twelve."""
    told = [(hint.kind.value, hint.months) for hint in hints(assessed(REVIEWED, {"d.a": dated("good", day)}), TODAY)]
    assert told == ([("outdated", months)] if months else [])


def test_an_item_without_an_interval_never_gets_old() -> None:
    """Nor does an answer without a date."""
    assert found(REVIEWED, {"d.b": dated("good", "1999-01-01"), "d.a": answer("good")}) == []


def test_hints_stand_kind_by_kind() -> None:
    """First those without evidence, then contradictions, then old answers."""
    held = checklist(
        dimension("d", item("d.a", review_months=12), "d.b"),
        contradictions=[{"id": "both", "high": "d.a", "at_least": "good", "low": "d.b", "below": "some", "text": "Beides?"}],
    )
    expected = [("no_evidence", "d.a"), ("contradiction", "d.a"), ("outdated", "d.a")]
    assert found(held, {"d.a": dated("full", "2020-01-01"), "d.b": "none"}) == expected

"""What is missing and what it costs, and the open questions that most hangs on; every number worked by hand."""

from fractions import Fraction

from builders import assessed, checklist, dimension, item
from mo_check.model.item import GapBand
from mo_check.model.standing import Standing
from mo_check.scoring.gaps import find_out, gaps

F = Fraction


def test_a_gap_costs_its_share_of_the_total() -> None:
    """Half of all for the one dimension; in the other two thirds of a half by weight, two thirds of it missing."""
    held = checklist(dimension("d", item("d.a", weight=2), "d.b"), dimension("e", "e.a"))
    found = gaps(assessed(held, {"d.a": "some", "d.b": "full", "e.a": "none"}))
    assert [(g.result.item.id, g.cost) for g in found] == [("e.a", F(50)), ("d.a", F(200, 9))]


def test_dimensions_without_a_score_and_items_without_a_level_take_no_share() -> None:
    """What was not answered costs nothing: the one answer carries the whole total."""
    held = checklist(dimension("d", "d.a", "d.b"), dimension("e", "e.a", weight=5))
    found = gaps(assessed(held, {"d.a": "good", "d.b": "elsewhere", "e.a": "unknown"}))
    assert [(g.result.item.id, g.cost) for g in found] == [("d.a", F(100, 3))]


def test_a_gap_is_unmet_at_the_lowest_level_and_partial_above() -> None:
    """The highest level is no gap; a met item below it is one to be polished."""
    held = checklist(dimension("d", *(f"d.{given}" for given in ("none", "some", "good", "full"))))
    found = gaps(assessed(held, {f"d.{given}": given for given in ("none", "some", "good", "full")}))
    bands = {g.result.item.id: g.band for g in found}
    assert bands == {"d.none": GapBand.UNMET, "d.some": GapBand.PARTIAL, "d.good": GapBand.PARTIAL}


def test_an_item_at_its_lowest_level_by_rule_is_a_gap() -> None:
    """A child that its parent keeps down costs what any item at 0 costs: half of all."""
    child = item("d.b", when={"item": "d.a", "at_least": "good"})
    found = gaps(assessed(checklist(dimension("d", "d.a", child)), {"d.a": "some"}))
    assert [(g.result.item.id, g.result.by_rule, g.cost) for g in found] == [
        ("d.b", True, F(50)),
        ("d.a", False, F(100, 3)),
    ]


def test_a_swing_is_the_share_of_the_range_that_hangs_on_an_answer() -> None:
    """One dimension all open: half of all. Three quarters of the other half for weight 3. Done elsewhere: no share."""
    first = dimension("d", "d.a", item("d.b", weight=3))
    held = checklist(first, dimension("e", "e.a", "e.b"), dimension("f", "f.a"))
    found = find_out(assessed(held, {"d.a": "full", "d.b": "unknown", "e.a": "elsewhere", "f.a": "elsewhere"}))
    assert [(one.result.item.id, one.swing) for one in found] == [("e.b", F(50)), ("d.b", F(75, 2))]


def test_unknown_and_open_items_are_to_be_found_out_and_no_others() -> None:
    """Levels, not applicable, elsewhere and unscored items are none of it."""
    answers = {"d.a": "unknown", "d.b": "skipped", "d.c": "not_applicable", "d.d": "elsewhere", "d.e": "none"}
    held = checklist(dimension("d", *answers, item("d.f", kind="share"), "d.g"))
    found = {one.result.item.id: one.result.standing for one in find_out(assessed(held, answers))}
    assert found == {"d.a": Standing.UNKNOWN, "d.b": Standing.OPEN, "d.g": Standing.OPEN}

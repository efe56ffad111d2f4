"""What profiles agree on already, and what a group has to talk about."""

import pytest

from answers import answer_of
from builders import Given, assess_total, checklist, dimension, item, option_trees, profile
from mo_check.compare.pure.common_ground import ItemResponses, Stance, item_responses
from mo_check.model.answer import Answer, Status
from mo_check.model.item import Perspective

WORDING = {"question": "Und?", "levels": [{"id": i, "label": i} for i in ("none", "some", "good", "full")]}
BOTH = {"for": {"migrant_organisation": WORDING, "department": WORDING}}
PROBE = checklist(
    dimension(
        "d",
        item("d.both", **BOTH),
        item("d.ours"),
        item("d.choice", kind="select", levels=[], options=option_trees(none="0", one="1", two="1")),
        item("d.words", kind="text"),
    )
)
M, MO = "municipality", "migrant_organisation"


def said(*answers: tuple[str, Given], item_id: str = "d.both") -> ItemResponses:
    """Return what was heard on an item: a perspective and an answer for each respondent."""
    held = [assess_total(PROBE, profile({item_id: given}, perspective=side)) for side, given in answers]
    return next(one for one in item_responses(PROBE, held) if one.item.id == item_id)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        pytest.param([(M, "good"), (MO, "good")], "good", id="the same"),
        pytest.param([(M, "good"), (MO, "good"), (MO, "good"), (MO, "none")], "good", id="the same middles"),
        pytest.param([(M, "good"), (MO, "some")], None, id="different"),
        pytest.param([(M, "good"), (MO, "good"), (MO, "full")], None, id="a middle between two levels"),
        pytest.param([(M, "some"), (MO, "none"), (MO, "good")], None, id="a middle that nobody gave"),
        pytest.param([(M, "good"), (MO, "good"), (MO, "unknown"), (MO, "unknown")], None, id="a blind side"),
        pytest.param([(M, "good"), (MO, "good"), (MO, "skipped"), (MO, "good")], "good", id="one who left it open"),
        pytest.param([(M, "good"), (MO, "not_applicable")], None, id="a side for which it does not apply"),
        pytest.param([(M, "unknown"), (MO, "unknown")], None, id="nobody knows"),
    ],
)
def test_undisputed_are_equal_middles_without_a_blind_side(answers: list[tuple[str, Given]], level: str | None) -> None:
    """What is undisputed is taken over, everything else is talked about."""
    found = said(*answers)
    assert found.settled == (answer_of(level=level) if level else None)
    assert not found.one_sided


@pytest.mark.parametrize(
    ("answers", "settled"),
    [
        pytest.param([(M, "good")], answer_of(level="good"), id="a level"),
        pytest.param([(M, "unknown")], answer_of(status=Status.UNKNOWN), id="unknown"),
        pytest.param([(M, "elsewhere")], answer_of(status=Status.ELSEWHERE, who="Landkreis"), id="elsewhere"),
        pytest.param([(M, "good"), (M, "full")], None, id="a side that differs in itself"),
        pytest.param([(M, "unknown"), (M, "elsewhere")], None, id="a side without a common word"),
    ],
)
def test_what_one_side_was_asked_is_taken_over(answers: list[tuple[str, Given]], settled: Answer | None) -> None:
    """Whatever that side says, as long as it says one thing."""
    found = said(*answers, (MO, answer_of(level="none")), item_id="d.ours")
    assert found.one_sided
    assert found.settled == settled


def test_a_status_is_taken_over_without_its_notes() -> None:
    """Notes stay in the profile they were written in."""
    held = answer_of(status=Status.ELSEWHERE, who="Landkreis", note="Anruf", evidence="Vermerk")
    assert said((M, held), item_id="d.ours").settled == answer_of(status=Status.ELSEWHERE, who="Landkreis")


def test_options_must_be_the_same_for_everybody() -> None:
    """Two choices are one only if nothing in them differs."""
    assert said((M, ("one", "two")), (M, ("two", "one")), item_id="d.choice").settled == answer_of(options=("one", "two"))
    assert said((M, ("one",)), (M, ("one", "two")), item_id="d.choice").settled is None


def test_who_held_what_is_counted_by_side_and_level() -> None:
    """In the order of sides and levels; those without a level have no stance."""
    found = said((MO, "some"), (M, "full"), (MO, "none"), (MO, "some"), (MO, "unknown"))
    sides = Perspective.MUNICIPALITY, Perspective.MIGRANT_ORGANISATION
    assert found.stances == (Stance(sides[0], "full", 1), Stance(sides[1], "none", 1), Stance(sides[1], "some", 2))
    assert [one.result.standing.value for one in found.spoken[sides[1]]] == ["partial", "unmet", "partial", "unknown"]


def test_words_are_not_talked_about() -> None:
    """A free text cannot be agreed on; it stays in its profile."""
    held = [assess_total(PROBE, profile({"d.words": answer_of(text="So.")}, perspective=side)) for side in (M, MO)]
    assert "d.words" not in [one.item.id for one in item_responses(PROBE, held)]

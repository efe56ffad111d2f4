"""Who could learn from whom, and which gaps several municipalities share."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from builders import Given, assessed, checklist, dimension
from mo_check.compare.pure.peers import CommonGap, PeerPair, common_gaps, peer_pairs
from mo_check.model.assessment import Assessment

TWO = checklist(dimension("one", "one.a"), dimension("two", "two.a"))
ITEMS = checklist(dimension("d", "d.a", "d.b"))


def peer(one: Given = "unknown", two: Given = "unknown") -> Assessment:
    """Return a municipality with an answer in each of two dimensions."""
    return assessed(TWO, {"one.a": one, "two.a": two})


def learned(pair: PeerPair) -> tuple[list[str], list[str]]:
    """Return the dimensions that the first can show the other, and the other way round."""
    return [lead.dimension.id for lead in pair.given], [lead.dimension.id for lead in pair.taken]


@pytest.mark.parametrize(
    ("strong", "weak", "leads"),
    [
        pytest.param("good", "some", True, id="met against a third less"),
        pytest.param("full", "good", False, id="both met"),
        pytest.param("some", "none", False, id="none met"),
        pytest.param("full", "unknown", False, id="the other is not known"),
        pytest.param("unknown", "none", False, id="the one is not known"),
    ],
)
def test_who_can_show_the_other_something(strong: Given, weak: Given, *, leads: bool) -> None:
    """A dimension that one has met and the other lacks by a third or more."""
    found = peer_pairs([peer(strong), peer(weak)])
    assert [learned(pair) for pair in found] == ([(["one"], [])] if leads else [])
    turned = peer_pairs([peer(weak), peer(strong)])
    assert [learned(pair) for pair in turned] == ([([], ["one"])] if leads else [])


def test_a_dimension_too_little_answered_leads_nobody() -> None:
    """Its number is not shown, so nothing is made of it."""
    held = checklist(dimension("d", "d.a", "d.b"))
    assert peer_pairs([assessed(held, {"d.a": "full"}), assessed(held, {"d.a": "none", "d.b": "none"})]) == ()


def test_pairs_that_both_gain_stand_first() -> None:
    """Then by how much there is to learn."""
    first, second, third = peer("full", "none"), peer("none", "full"), peer("none", "none")
    found = peer_pairs([third, first, second])
    assert [(pair.one, pair.other, pair.mutual) for pair in found] == [(1, 2, True), (0, 1, False), (0, 2, False)]
    assert learned(found[0]) == (["one"], ["two"])
    assert [(lead.high, lead.low) for lead in found[0].given] == [(1, 0)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(["none", "some"], (2, 2), id="both"),
        pytest.param(["none", "some", "good", "full"], (2, 4), id="half"),
        pytest.param(["none", "some", "good", "full", "full"], None, id="less than half"),
        pytest.param(["none", "good"], None, id="one alone"),
        pytest.param(["none", "some", "unknown", "not_applicable"], (2, 2), id="only who answered counts"),
        pytest.param(["unknown", "unknown"], None, id="nobody answered"),
    ],
)
def test_a_common_gap(answers: list[Given], expected: tuple[int, int] | None) -> None:
    """At least two and half of those who answered have not met it."""
    held = checklist(dimension("d", "d.a"))
    found = common_gaps([assessed(held, {"d.a": given}) for given in answers])
    assert [(gap.missing, gap.answered) for gap in found] == ([expected] if expected else [])


def gaps_of(*answers: Mapping[str, Given]) -> tuple[CommonGap, ...]:
    """Return the gaps that municipalities with these answers share."""
    return common_gaps([assessed(ITEMS, given) for given in answers])


def test_the_most_common_and_costliest_stand_first() -> None:
    """By the share who lack it, then by the mean of what it costs."""
    shared = gaps_of({"d.a": "none", "d.b": "none"}, {"d.a": "none", "d.b": "none"}, {"d.a": "full", "d.b": "none"})
    assert [(gap.item.id, gap.missing) for gap in shared] == [("d.b", 3), ("d.a", 2)]
    equal = gaps_of({"d.a": "some", "d.b": "none"}, {"d.a": "some", "d.b": "none"})
    assert [(gap.item.id, gap.cost) for gap in equal] == [("d.b", 50), ("d.a", Fraction(100, 3))]

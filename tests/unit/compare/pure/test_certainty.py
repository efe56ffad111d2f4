"""How sure a difference is: what is the same is unsure, what is hugely different is not, and a rank lies in its band."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import LEVELS, Given, assess_total, assessed, checklist, dimension, item, level_trees, profile
from extent import briefly
from mo_check.compare.pure.certainty import SURE, draw_shares, drawn_totals, ranks
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import Checklist

TEN = checklist(*(dimension(f"d{d}", *(f"d{d}.i{n}" for n in range(5))) for d in range(2)))
LADDER = ("none", "some", "good", "full")


def all_at(level: str, held: Checklist = TEN, label: str = "Amt") -> Assessment:
    """Return an assessment with every answer at one level."""
    return assess_total(held, profile({i.id: level for i in held.items()}, label=label))


def test_the_same_answers_are_hardly_ever_sure() -> None:
    """Two profiles alike: neither is higher nor lower in 95 percent of the draws."""
    both = all_at("some"), all_at("some")
    found = draw_shares(*both)
    assert found is not None
    assert max(found) < SURE
    assert min(found) > 1 - SURE


def test_hugely_different_answers_are_sure() -> None:
    """Nothing against everything: higher in every draw, and lower the other way round."""
    assert draw_shares(all_at("none"), all_at("full")) == (1.0, 0.0)
    assert draw_shares(all_at("full"), all_at("none")) == (0.0, 1.0)


@pytest.mark.parametrize("levels", [("none", "full"), LEVELS], ids=["two levels", "four levels"])
def test_a_fall_is_as_sure_as_a_rise(levels: tuple[str, ...]) -> None:
    """One item from the lowest to the highest level or back: draws in which both are equal count for neither."""
    held = checklist(dimension("d", item("d.a", levels=level_trees(*levels))))
    low, high = all_at("none", held), all_at("full", held)
    rose, fell = draw_shares(low, high), draw_shares(high, low)
    assert rose is not None
    assert fell is not None
    assert rose[0] == pytest.approx(fell[1], abs=0.06)
    assert (rose[0] >= SURE) == (fell[1] >= SURE)


def test_without_a_score_there_is_no_share() -> None:
    """Nothing was answered that counts."""
    assert draw_shares(all_at("full"), assessed(TEN, {})) is None


def test_every_draw_is_the_same_again() -> None:
    """A fixed seed: the same figures on every machine."""
    both = [all_at("some"), all_at("good")]
    assert [*drawn_totals(both)] == [*drawn_totals(both)]


def test_weights_are_drawn_once_for_all_and_answers_move_one_level() -> None:
    """At the lowest level only up, by a third at most; the totals stay on the scale."""
    drawn = list(drawn_totals([all_at("none"), all_at("full")]))
    assert len(drawn) == 1000
    assert all(-1e-9 < low < 0.334 and 0.666 < high < 1 + 1e-9 for low, high in drawn)
    mean = sum(low for low, _ in drawn) / 1000
    assert mean == pytest.approx(0.1 / 3, abs=0.005)


def test_what_counts_by_rule_does_not_move() -> None:
    """The parent moves, the child stays nought: with both at one half weight the total never exceeds that of the parent."""
    waits = {"item": "d.a", "at_least": "full"}
    held = checklist(dimension("d", "d.a", *(item(f"d.c{n}", when=waits) for n in range(9))))
    drawn = [total for (total,) in drawn_totals([assess_total(held, profile({"d.a": "some"}))])]
    assert {round(total * 30) for total in drawn} == {0, 1, 2}


def test_ranks_are_those_of_the_totals() -> None:
    """The highest is first; equals share the better rank."""
    held = [all_at("some", label="a"), all_at("full", label="b"), all_at("some", label="c"), all_at("none", label="d")]
    assert [rank.place for rank in ranks(held)] == [2, 1, 2, 4]


def test_far_apart_a_band_is_narrow_and_alike_it_is_wide() -> None:
    """Nothing, a third and all keep their places; three alike take any."""
    apart = ranks([all_at("none", label="a"), all_at("some", label="b"), all_at("full", label="c")])
    assert [(one.best, one.worst) for one in apart] == [(3, 3), (2, 2), (1, 1)]
    alike = ranks([all_at("some", label=label) for label in "abc"])
    assert [(one.best, one.worst) for one in alike] == [(1, 3)] * 3


answers = st.lists(st.sampled_from(LADDER), min_size=10, max_size=10)


@briefly()
@example([["good"] * 10, ["some"] * 10, ["good"] * 10])
@given(st.lists(answers, min_size=2, max_size=4))
def test_a_rank_lies_in_its_band_whatever_the_order(drawn: list[list[str]]) -> None:
    """And the order in which the profiles are named changes neither."""
    ids = [i.id for i in TEN.items()]
    held = [assess_total(TEN, profile(dict(zip(ids, one, strict=True)))) for one in drawn]
    found = ranks(held)
    assert all(1 <= one.best <= one.place <= one.worst <= len(held) for one in found)
    assert ranks(held[::-1]) == found[::-1]


def test_a_profile_at_the_top_has_its_rank_in_its_band() -> None:
    """All at the highest level can only fall, so another draws ahead of it more often than not."""
    top: dict[str, Given] = {i.id: "full" for i in TEN.items()}
    nearly = top | {"d0.i0": "good"}
    found = ranks([assess_total(TEN, profile(top, label="a")), assess_total(TEN, profile(nearly, label="b"))])
    assert [one.place for one in found] == [1, 2]
    assert found[0].best == 1
    assert found[1].worst == 2
    assert Fraction(2, 3) < (assess_total(TEN, profile(nearly)).total.value or 0) < 1

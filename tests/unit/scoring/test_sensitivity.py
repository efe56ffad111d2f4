"""How far the total depends on choices: drawn weights, the geometric total, and leaving one item out."""

from fractions import Fraction

import pytest

from builders import assessed, checklist, dimension, item
from mo_check.model.assessment import Assessment
from mo_check.model.results import Sensitivity
from mo_check.scoring.sensitivity import sensitivity


def dimensions_at(*shares: int, weights: tuple[int, ...] = ()) -> Assessment:
    """Return an assessment whose dimensions have these scores in hundredths: multiples of 20, of five items each."""
    held, answers = [], {}
    for d, share in enumerate(shares):
        ids = [f"d{d}.i{n}" for n in range(5)]
        held.append(dimension(f"d{d}", *ids, weight=weights[d] if weights else 1))
        answers |= {i: "full" if 20 * n < share else "none" for n, i in enumerate(ids)}
    return assessed(checklist(*held), answers)


def of(assessment: Assessment) -> Sensitivity:
    """Return the sensitivity of an assessment that has a score."""
    found = sensitivity(assessment)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("shares", "geometric"),
    [
        pytest.param((80, 80, 80, 0), 26.7, id="one dimension at 0"),
        pytest.param((60, 60, 60, 60), 60.0, id="all alike"),
    ],
)
def test_the_geometric_total_shows_what_the_mean_hides(shares: tuple[int, ...], geometric: float) -> None:
    """Both have the mean 60.0; a dimension at 0 counts as one hundredth."""
    found = dimensions_at(*shares)
    assert found.total.value == Fraction(60, 100)
    assert round(100 * of(found).geometric, 1) == geometric


def test_the_geometric_total_weighs_its_dimensions() -> None:
    """Weight 3 at 1 and weight 1 at 0: the fourth root of one hundredth."""
    assert of(dimensions_at(100, 0, weights=(3, 1))).geometric == pytest.approx(0.01**0.25)


def test_the_same_assessment_gives_the_same_band() -> None:
    """The draws are seeded: the figure can be reproduced."""
    assert sensitivity(dimensions_at(80, 20, 0)) == sensitivity(dimensions_at(80, 20, 0))


def test_the_band_is_that_of_the_drawn_weights() -> None:
    """Dimensions at 1 and 0, u and v uniform on [0.5, 1.5]: u/(u + v) has its 5th percentile at 0.324, by area."""
    found = of(dimensions_at(100, 0))
    assert (found.low, found.high) == (pytest.approx(0.324, abs=0.02), pytest.approx(0.676, abs=0.02))


def test_equal_dimensions_have_no_band() -> None:
    """Where all dimensions are alike no weight matters."""
    found = of(dimensions_at(60, 60, 60))
    assert (found.low, found.high) == (pytest.approx(0.6), pytest.approx(0.6))


def test_leaving_one_item_out_names_the_three_that_move_the_total_most() -> None:
    """(1/2 + 2/3)/2 = 7/12: without the 1 it is 1/3, without the 0 it is 5/6, without the second dimension 1/2."""
    held = checklist(dimension("d", "d.a", "d.b"), dimension("e", "e.a", item("e.b", weight=2)))
    found = of(assessed(held, {"d.a": "full", "d.b": "none", "e.a": "good", "e.b": "unknown"}))
    moves = {i.item.id: i.change for i in found.influences}
    assert moves == {"d.a": Fraction(-25), "d.b": Fraction(25), "e.a": Fraction(-25, 3)}


def test_no_more_than_three_items_are_named_the_strongest_first() -> None:
    """One of five items: 4/5 in all. Without the 0 it is 1, without a 1 it is 3/4; the fifth is not named."""
    held = checklist(dimension("d", *(f"d.i{n}" for n in range(5))))
    found = of(assessed(held, {f"d.i{n}": "full" for n in range(4)} | {"d.i4": "none"}))
    assert [i.change for i in found.influences] == [Fraction(20), Fraction(-5), Fraction(-5)]


def test_items_that_move_nothing_are_not_named() -> None:
    """Where all answers are alike, leaving one out changes nothing."""
    held = checklist(dimension("d", "d.a", "d.b"))
    assert of(assessed(held, {"d.a": "good", "d.b": "good"})).influences == ()


def test_without_a_score_there_is_nothing_to_be_sensitive() -> None:
    """Nothing scored gives no figure."""
    assert sensitivity(assessed(checklist(dimension("d", "d.a")), {"d.a": "unknown"})) is None

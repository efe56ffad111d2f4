"""What is summed up in whole numbers is what the formulas of docs/method.md give, written out in fractions."""

from fractions import Fraction

from hypothesis import given

from builders import assess_total, cases
from mo_check.model.assessment import DimensionResult, ItemResult, Shown
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile
from mo_check.model.standing import Standing

Case = tuple[Checklist, Profile]


def _weight(results: list[ItemResult]) -> Fraction:
    return sum((r.item.weight for r in results), Fraction(0))


def _over(above: Fraction, below: Fraction) -> Fraction | None:
    return above / below if below else None


def _dimension(results: tuple[ItemResult, ...]) -> tuple[Fraction | None, ...]:
    """Return score, low, high and coverage: A applicable, S scored, E done elsewhere without a level."""
    a = [r for r in results if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    s = [r for r in a if r.value is not None]
    e = [r for r in a if r.standing is Standing.ELSEWHERE]
    gained = sum((r.item.weight * (r.value or 0) for r in s), Fraction(0))
    here = _weight(a) - _weight(e)
    return (
        _over(gained, _weight(s)),
        _over(gained, here),
        _over(gained + here - _weight(s), here),
        _over(_weight(s) + _weight(e), _weight(a)),
    )


def _total(dimensions: tuple[DimensionResult, ...], place: int) -> Fraction | None:
    known = [(d.dimension.weight, value) for d in dimensions if (value := _dimension(d.items)[place]) is not None]
    return _over(sum((w * v for w, v in known), Fraction(0)), sum((w for w, _ in known), Fraction(0)))


@given(cases())
def test_dimensions_are_the_formula(case: Case) -> None:
    """Score, range and coverage of every dimension, and whether its number is shown."""
    for dimension in assess_total(*case).dimensions:
        score, low, high, coverage = _dimension(dimension.items)
        assert dimension.score[:4] == (score, low, high, coverage)
        if coverage is None:
            assert dimension.score.shown is Shown.NOTHING
        else:
            assert (dimension.score.shown is Shown.TOO_FEW) == (coverage < Fraction(65, 100))


@given(cases())
def test_the_total_is_the_formula(case: Case) -> None:
    """Score, range and coverage of the total over the weighted dimensions that have them."""
    assessment = assess_total(*case)
    assert assessment.total[:4] == tuple(_total(assessment.dimensions, place) for place in range(4))


@given(cases())
def test_values_are_those_of_the_levels(case: Case) -> None:
    """A level's value is the item's own; met from 2/3 on, unmet at nothing."""
    for result in assess_total(*case).items():
        if result.level is not None and result.value is not None:
            assert result.value == result.item.value(result.level.id)
            met, unmet = result.value >= Fraction(2, 3), result.value == 0
            assert result.standing is (Standing.MET if met else Standing.UNMET if unmet else Standing.PARTIAL)

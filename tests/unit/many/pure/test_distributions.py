"""Quartiles of counted values."""

from collections import Counter
from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.many.pure.distributions import spread
from mo_check.many.pure.statistics import Spread


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        pytest.param({}, Spread(0, None, None, None), id="nobody"),
        pytest.param({50: 0}, Spread(0, None, None, None), id="counted as nobody"),
        pytest.param({50: 1}, Spread(1, Fraction(50), Fraction(50), Fraction(50)), id="one"),
        pytest.param({0: 1, 100: 1}, Spread(2, Fraction(25), Fraction(50), Fraction(75)), id="two"),
        pytest.param({10: 2, 20: 2, 90: 1}, Spread(5, Fraction(10), Fraction(20), Fraction(20)), id="five"),
    ],
)
def test_quartiles_lie_between_the_nearest_values(counts: dict[int, int], wanted: Spread) -> None:
    """By linear interpolation, as spreadsheets do."""
    assert spread(counts) == wanted


@given(st.lists(st.integers(0, 100), min_size=2, max_size=40))
def test_quartiles_are_those_of_the_standard_library(values: list[int]) -> None:
    """Counting the values first changes nothing."""
    held = spread(Counter(values))
    assert held.number == len(values)
    assert [float(part or 0) for part in held[1:]] == pytest.approx(quantiles(values, n=4, method="inclusive"))

"""How values are distributed: counted once each, however many there are, with their quartiles."""

from collections.abc import Mapping
from fractions import Fraction

from mo_check.many.pure.statistics import Spread


def spread(counts: Mapping[Fraction, int] | Mapping[int, int]) -> Spread:
    """Return the quartiles of counted values, by linear interpolation between the two nearest."""
    ordered = sorted((Fraction(value), count) for value, count in counts.items() if count)
    number = sum(count for _, count in ordered)
    if not number:
        return Spread(0, None, None, None)
    lower, median, upper = (_quantile(ordered, Fraction(part, 4) * (number - 1)) for part in (1, 2, 3))
    return Spread(number, lower, median, upper)


def _quantile(ordered: list[tuple[Fraction, int]], place: Fraction) -> Fraction:
    """Return what stands at a place, counted from 0, among the values in order."""
    below = int(place)
    here, following = _at(ordered, below), _at(ordered, below + 1)
    return here + (following - here) * (place - below)


def _at(ordered: list[tuple[Fraction, int]], place: int) -> Fraction:
    passed = 0
    for value, count in ordered:
        passed += count
        if place < passed:
            return value
    return ordered[-1][0]

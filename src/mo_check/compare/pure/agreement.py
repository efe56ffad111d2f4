"""How far respondents agree: on one item, and over a whole checklist (docs/method.md, Agreement).

Answers on one item are counted by level, ``counts[k]`` for the level of rank k from 0. Exact fractions where the formula
allows; logarithms make the consensus a float.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from math import log2, sqrt
from typing import Literal, NamedTuple

Scale = Literal["nominal", "ordinal", "interval"]
Ratings = Sequence[Sequence[int | None]]
"""A row per item, in it a rank or None for each respondent."""
_STANDARD_ERRORS = 1.96
"""A jackknife interval of 95 % is so many standard errors wide to each side."""


def median(values: Sequence[Fraction]) -> Fraction | None:
    """Return the middle value, between the two middle ones where their number is even; None for no values.

    >>> median([Fraction(1), Fraction(0), Fraction(1, 3), Fraction(2, 3)])
    Fraction(1, 2)
    """
    if not values:
        return None
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def equal_share(counts: Sequence[int]) -> Fraction | None:
    """Return the share of answers on the most frequent level; None for no answers.

    >>> equal_share((1, 0, 2, 1))
    Fraction(1, 2)
    """
    return Fraction(max(counts), sum(counts)) if sum(counts) else None


def consensus(counts: Sequence[int]) -> float | None:
    """Return the consensus of Tastle and Wierman (2007), from 0 to 1; None for no answers or a single level.

    Cns = 1 + Σ p_k · log2(1 − |k − μ| / (K − 1)), with the levels numbered from 1 and μ = Σ p_k k.

    >>> consensus((0, 4, 0, 0)), consensus((2, 0, 0, 2))
    (1.0, 0.0)
    """
    number, levels = sum(counts), len(counts)
    if not number or levels < 2:  # noqa: PLR2004 - one level is no scale
        return None
    mean = sum(rank * count for rank, count in enumerate(counts)) / number
    terms = (count / number * log2(1 - abs(rank - mean) / (levels - 1)) for rank, count in enumerate(counts) if count)
    return max(0.0, 1 + sum(terms))


def van_der_eijk(counts: Sequence[int]) -> Fraction | None:
    """Return the agreement A of van der Eijk (2001), from -1 to 1; None for no answers or fewer than three levels.

    The counts are split into layers of equal height; each is a pattern of ones and noughts, weighed by its cases.

    >>> [str(van_der_eijk(counts)) for counts in ((0, 4, 0, 0), (1, 1, 1, 1), (2, 0, 0, 2))]
    ['1', '0', '-1']
    """
    number, levels = sum(counts), len(counts)
    if not number or levels < 3:  # noqa: PLR2004 - triples of levels are compared
        return None
    left = list(counts)
    total = Fraction(0)
    while height := min((count for count in left if count), default=0):
        pattern = [bool(count) for count in left]
        total += _layer(pattern) * height * sum(pattern)
        left = [count - height if count else 0 for count in left]
    return total / number


def _layer(pattern: Sequence[bool]) -> Fraction:
    levels, ones = len(pattern), sum(pattern)
    if ones == levels:
        return Fraction(0)
    return _unimodality(pattern) * (1 - Fraction(ones - 1, levels - 1))


def _unimodality(pattern: Sequence[bool]) -> Fraction:
    """Return U of one layer: 1 for one peak, down to -1 the more triples have a gap in the middle."""
    if sum(pattern) == 1:
        return Fraction(1)
    triples = Counter(combinations(pattern, 3))
    whole = triples[True, True, False] + triples[False, True, True]
    broken = triples[True, False, True]
    levels = len(pattern)
    return Fraction((levels - 2) * whole - (levels - 1) * broken, (levels - 2) * (whole + broken))


class Alpha(NamedTuple):
    """Krippendorff's α with its jackknife interval of 95 % over items; ``low`` and ``high`` are None below three items."""

    value: float
    low: float | None
    high: float | None


def alpha(ratings: Ratings, scale: Scale = "ordinal") -> Alpha | None:
    """Return Krippendorff's α with missing answers allowed, 1 for full agreement and 0 for chance.

    None where it is not defined: no item has two answers, or all answers are alike.

    >>> alpha([[0, 0], [1, 1], [2, 2]]).value
    1.0
    """
    value = _alpha(ratings, scale)
    if value is None:
        return None
    pairable = [row for row in ratings if sum(rank is not None for rank in row) > 1]
    number = len(pairable)
    without = [_alpha(pairable[:n] + pairable[n + 1 :], scale) for n in range(number)]
    held = [one for one in without if one is not None]
    if number < 3 or len(held) < number:  # noqa: PLR2004 - too few to tell how far it depends on one of them
        return Alpha(value, None, None)
    mean = sum(held) / number
    error = sqrt((number - 1) / number * sum((one - mean) ** 2 for one in held))
    return Alpha(value, max(-1.0, value - _STANDARD_ERRORS * error), min(1.0, value + _STANDARD_ERRORS * error))


def _alpha(ratings: Ratings, scale: Scale) -> float | None:
    """α = 1 - D_o / D_e, both over pairs of answers, weighed by the squared distance of the scale."""
    units = [Counter(rank for rank in row if rank is not None) for row in ratings]
    units = [unit for unit in units if unit.total() > 1]
    totals = Counter[int]()
    for unit in units:
        totals.update(unit)
    number = totals.total()
    if len(totals) < 2:  # noqa: PLR2004 - without variance α is undefined
        return None
    distance = _distances(totals, scale)
    observed = sum(_spread(unit, distance) / (unit.total() - 1) for unit in units) / number
    expected = _spread(totals, distance) / (number * (number - 1))
    return 1 - observed / expected


def _spread(counts: Counter[int], distance: Callable[[int, int], float]) -> float:
    """Return the distances between all ordered pairs of answers, added up."""
    return 2 * sum(counts[a] * counts[b] * distance(a, b) for a, b in combinations(sorted(counts), 2))


def _distances(totals: Counter[int], scale: Scale) -> Callable[[int, int], float]:
    """Return the squared distance of two ranks, the smaller one first."""
    match scale:
        case "nominal":
            return lambda a, b: float(a != b)
        case "interval":
            return lambda a, b: float(b - a) ** 2
        case "ordinal":
            ranks = sorted(totals)
            below = {rank: sum(totals[other] for other in ranks if other < rank) + totals[rank] / 2 for rank in ranks}
            return lambda a, b: (below[b] - below[a]) ** 2

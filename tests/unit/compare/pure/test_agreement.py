"""How far respondents agree: the vectors of docs/method.md, and Krippendorff's α against the library of that name."""

import warnings
from fractions import Fraction
from random import Random

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.compare.pure.agreement import Alpha, Scale, alpha, consensus, equal_share, median, van_der_eijk

NONE = None
VECTOR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3),
    (NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE),
)
"""Four raters, twelve units (docs/method.md, Agreement)."""
SCALES: tuple[Scale, ...] = ("nominal", "ordinal", "interval")
counted = st.lists(st.integers(0, 9), min_size=3, max_size=6).filter(any)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 5, 0, 0), 1.0),
        ((3, 0, 0, 0, 3), 0.0),
        ((1, 1, 1, 1, 1), 0.4340),
        ((0, 2, 2, 0), 0.7370),
        ((2, 0, 2, 0), 0.4150),
        ((1, 1, 1, 1), 0.3685),
        ((3, 0, 0, 1), 0.1887),
    ],
    ids=str,
)
def test_consensus(counts: tuple[int, ...], expected: float) -> None:
    """Each vector of docs/method.md, to four places."""
    assert consensus(counts) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((1, 1, 1, 1, 1), "0"),
        ((3, 0, 0, 0, 3), "-1"),
        ((0, 1, 3, 1, 0), "7/10"),
        ((0, 2, 2, 0), "2/3"),
        ((2, 0, 2, 0), "-1/6"),
        ((3, 0, 0, 1), "0"),
        ((0, 4, 0, 0), "1"),
    ],
    ids=str,
)
def test_agreement_of_van_der_eijk(counts: tuple[int, ...], expected: str) -> None:
    """Each vector of docs/method.md, exactly; and one level alone is full agreement."""
    assert van_der_eijk(counts) == Fraction(expected)


@pytest.mark.parametrize(("scale", "expected"), [("nominal", 0.7434), ("ordinal", 0.8154), ("interval", 0.8491)], ids=SCALES)
def test_alpha(scale: Scale, expected: float) -> None:
    """The vector of docs/method.md on every scale, to four places."""
    found = alpha(list(zip(*VECTOR, strict=True)), scale)
    assert found is not None
    assert found.value == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("scale", SCALES)
def test_alpha_is_that_of_the_library(scale: Scale) -> None:
    """On 600 random tables with gaps both say the same, also where α is not defined."""
    random = Random(f"alpha {scale}")  # noqa: S311 - tables, not secrets
    undefined = 0
    for _ in range(600):
        table = _table(random)
        ours, theirs = alpha(table, scale), _library(table, scale)
        if theirs is None:
            assert ours is None, table
            undefined += 1
        else:
            assert ours is not None, table
            assert ours.value == pytest.approx(theirs, abs=1e-9), table
    assert 20 < undefined < 300


def _table(random: Random) -> list[list[int | None]]:
    """Return a row per item with an answer or a gap for each respondent; small ones, so that some have no variance."""
    items, people, levels = random.randint(1, 9), random.randint(2, 7), random.randint(1, 5)
    gaps = random.choice([0.0, 0.2, 0.5, 0.8])
    return [[None if random.random() < gaps else random.randrange(levels) for _ in range(people)] for _ in range(items)]


def _library(table: list[list[int | None]], scale: Scale) -> float | None:
    """Return what the library says; it raises an error, or divides by nothing, where α is not defined."""
    values = np.array(table, dtype=float).T
    with warnings.catch_warnings(action="ignore", category=RuntimeWarning):
        try:
            found = float(krippendorff.alpha(reliability_data=values, level_of_measurement=scale))
        except ValueError:
            return None
    return None if np.isnan(found) else found


@pytest.mark.parametrize(
    "table",
    [
        pytest.param([], id="nothing was asked"),
        pytest.param([[None, None]], id="nobody answered"),
        pytest.param([[0, None], [None, 1]], id="never two on the same"),
        pytest.param([[2, 2], [2, 2]], id="all alike"),
        pytest.param([[2, 2], [0, None]], id="all alike where two answered"),
    ],
)
def test_alpha_is_not_defined_without_variance(table: list[list[int | None]]) -> None:
    """There is no number, instead of one that says nothing."""
    assert alpha(table) is None


def test_full_agreement_is_one_with_a_narrow_interval() -> None:
    """Whichever item is left out, it stays 1."""
    assert alpha([[0, 0], [1, 1], [2, 2], [3, 3]]) == Alpha(1.0, 1.0, 1.0)


def test_the_interval_of_alpha_is_that_of_the_jackknife() -> None:
    """Worked out item by item from the library: α ± 1.96 standard errors over leaving out one of the items."""
    table = [list(row) for row in zip(*VECTOR, strict=True)][:9]
    without = [_library(table[:n] + table[n + 1 :], "ordinal") for n in range(9)]
    held = [one for one in without if one is not None]
    error = (8 / 9 * sum((one - sum(held) / 9) ** 2 for one in held)) ** 0.5
    found, whole = alpha(table), _library(table, "ordinal")
    assert found is not None
    assert whole is not None
    assert (found.low, found.high) == (pytest.approx(whole - 1.96 * error), pytest.approx(min(1.0, whole + 1.96 * error)))


def test_two_items_give_no_interval() -> None:
    """Too few to tell how far α depends on one of them."""
    found = alpha([[0, 1], [3, 3]])
    assert found is not None
    assert (found.low, found.high) == (None, None)


@given(counted)
def test_measures_stay_on_their_scales(counts: list[int]) -> None:
    """The consensus lies from 0 to 1, the agreement from -1 to 1."""
    found, spread = consensus(counts), van_der_eijk(counts)
    assert found is not None
    assert spread is not None
    assert 0 <= found <= 1
    assert -1 <= spread <= 1


@given(counted, st.integers(2, 5))
def test_measures_go_by_shares_and_not_by_heads(counts: list[int], times: int) -> None:
    """As many times the same answers agree as far."""
    more = [count * times for count in counts]
    assert consensus(more) == pytest.approx(consensus(counts))
    assert van_der_eijk(more) == van_der_eijk(counts)
    assert equal_share(more) == equal_share(counts)


@given(counted)
def test_measures_read_a_scale_from_either_end(counts: list[int]) -> None:
    """Turned around, the answers agree as far."""
    assert consensus(counts[::-1]) == pytest.approx(consensus(counts), abs=1e-12)
    assert van_der_eijk(counts[::-1]) == van_der_eijk(counts)


@pytest.mark.parametrize("counts", [(), (0, 0, 0), (3,)], ids=["no levels", "nobody", "one level"])
def test_there_is_no_measure_without_a_scale_and_answers(counts: tuple[int, ...]) -> None:
    """Nobody answered, or there is only one level to choose."""
    assert consensus(counts) is None
    assert van_der_eijk(counts) is None


def test_two_levels_have_a_consensus_but_no_agreement() -> None:
    """Van der Eijk compares triples of levels."""
    assert consensus((2, 2)) == 0
    assert van_der_eijk((2, 2)) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((), None, id="none"),
        pytest.param((3,), 3, id="one"),
        pytest.param((9, 1, 2), 2, id="odd"),
        pytest.param((9, 1, 2, 3), Fraction(5, 2), id="even"),
    ],
)
def test_the_median(values: tuple[int, ...], expected: Fraction | int | None) -> None:
    """The middle one, between the two middle ones where their number is even."""
    assert median([Fraction(value) for value in values]) == expected


@pytest.mark.parametrize(("counts", "expected"), [((1, 3, 0), Fraction(3, 4)), ((0, 0), None)], ids=["most", "nobody"])
def test_the_share_of_equal_answers(counts: tuple[int, ...], expected: Fraction | None) -> None:
    """How many stand on the most frequent level."""
    assert equal_share(counts) == expected

"""Benchmarks: no cell below five, none that could be worked out, and where a value stands."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessed, checklist, dimension, item, source
from mo_check.model.benchmark import Band, Benchmark
from mo_check.model.item import Perspective
from mo_check.model.statistics import Split
from mo_check.scoring.benchmarks import Place, Quartiles, bands, benchmark, own_groups, quartiles
from mo_check.scoring.gathering import TOTAL, Gathered

HELD = checklist(dimension("d", item("d.a")))
COUNTS = st.dictionaries(st.integers(0, 100), st.integers(1, 9), max_size=20).map(Counter)


def gathered(towns: list[tuple[str, str | None, int]]) -> Gathered:
    """Return what is gathered of towns, each a kind, a land and the rank of its level from 0 to 3."""
    found = Gathered(HELD, None, (source(a="figure"),))
    levels = [level.id for level in HELD.dimensions[0].items[0].levels]
    for number, (kind, land, rank) in enumerate(towns):
        found.add(assessed(HELD, {"d.a": levels[rank]}, kind=kind, land=land, name=f"Ort {number}"))
    return found


def made(towns: list[tuple[str, str | None, int]]) -> Benchmark | None:
    """Return their benchmark."""
    return benchmark([gathered(towns)], Perspective.MUNICIPALITY)


@given(COUNTS, st.lists(COUNTS, max_size=2))
def test_no_band_is_small(points: Counter[int], rests: list[Counter[int]]) -> None:
    """Bands cover the scale and hold everybody: five or more each, and of every rest nobody or five or more."""
    points = sum(rests, points)
    found = bands(points, rests)
    if not found:
        assert points.total() < 5 or any(0 < rest.total() < 5 for rest in rests)
        return
    assert [found[0].low, *(band.high + 1 for band in found)] == [*(band.low for band in found), 101]
    assert sum(band.count for band in found) == points.total()
    for band in found:
        assert band.count == sum(points[value] for value in range(band.low, band.high + 1)) >= 5
        for rest in rests:
            within = sum(rest[value] for value in range(band.low, band.high + 1))
            assert within == 0 or within >= 5


def test_fewer_than_five_make_no_benchmark() -> None:
    """Four municipalities are too few to be shown at all."""
    assert made([("town", "NW", rank) for rank in (0, 1, 2, 3)]) is None


def test_small_groups_and_those_that_give_them_away_are_hidden() -> None:
    """Eight towns, six cities and three districts: the districts are hidden, and so are the cities, who would give them away."""
    towns = [("town", "NW", n % 4) for n in range(8)] + [("city", "NW", n % 4) for n in range(6)] + [("district", "NW", 1)] * 3
    found = made(towns)
    assert found is not None
    groups = {(group.split, group.value): group.profiles for group in found.distributions[0].groups}
    assert groups == {(None, None): 17, (Split.KIND, "town"): 8, (Split.LAND, "NW"): 17, (Split.SIZE, "not-given"): 17}


def test_all_are_hidden_where_the_rest_is_small() -> None:
    """Of two lands one has three municipalities: neither is shown, and no cell anywhere is small."""
    found = made([("town", "NW", n % 4) for n in range(9)] + [("town", "HE", 1)] * 3)
    assert found is not None
    for distribution in found.distributions:
        for group in distribution.groups:
            assert group.split is not Split.LAND
            assert all(band.count >= 5 for measure in group.measures for band in measure.bands)


def test_quartiles_of_bands() -> None:
    """As if those of a band were spread evenly over it."""
    held = (Band(low=0, high=40, count=5), Band(low=41, high=61, count=10), Band(low=62, high=100, count=5))
    assert quartiles(held) == Quartiles(Fraction(40), Fraction(51), Fraction(61))
    assert quartiles(held[:1]) is None


@pytest.mark.parametrize(
    ("points", "place"), [(39, Place.LOWEST), (40, Place.BELOW), (50, Place.BELOW), (51, Place.ABOVE), (61, Place.HIGHEST)]
)
def test_a_value_has_its_place(points: int, place: Place) -> None:
    """Below the lower quartile, below or from the median, from the upper quartile."""
    assert Quartiles(Fraction(40), Fraction(51), Fraction(61)).place(points) is place


def test_the_closest_group_comes_first() -> None:
    """Kind, size class, land, all; those that are not shown are passed over."""
    found = made([("town", "NW", n % 4) for n in range(8)])
    assert found is not None
    subject = assessed(HELD, {}, kind="town", land="NW").profile.subject
    groups = own_groups(found.distributions[0], subject)
    assert [group.split for group in groups] == [Split.KIND, Split.SIZE, Split.LAND, None]
    assert [group.bands(TOTAL) == group.measures[-1].bands for group in groups] == [True] * 4
    elsewhere = assessed(HELD, {}, kind="city", land="HE", population=600_000).profile.subject
    assert [group.split for group in own_groups(found.distributions[0], elsewhere)] == [None]

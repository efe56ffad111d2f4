"""Benchmarks: no cell below five, none that could be worked out, and where a value stands."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessed, checklist, dimension, item, source
from extent import cheaply
from mo_check.many.pure.aggregate import TOTAL, Aggregate
from mo_check.many.pure.benchmark import Benchmark, BenchmarkGroup, HistogramBin
from mo_check.many.pure.benchmarks import BenchmarkPosition, Quartiles, benchmark, own_groups, quartiles
from mo_check.many.pure.statistics import Split
from mo_check.many.pure.suppressed_histogram import bin_run, suppressed_histogram
from mo_check.model.checklist import TOTAL_SCORE
from mo_check.model.item import Perspective

HELD = checklist(dimension("d", item("d.a")))
COUNTS = st.dictionaries(st.integers(0, 100), st.integers(1, 9), max_size=20).map(Counter)


def gathered(towns: list[tuple[str, str | None, int]]) -> Aggregate:
    """Return what is gathered of towns, each a kind, a land and the rank of its level from 0 to 3."""
    found = Aggregate(HELD, TOTAL_SCORE, (source(a="figure"),))
    levels = [level.id for level in HELD.dimensions[0].items[0].levels]
    for number, (kind, land, rank) in enumerate(towns):
        found.add(assessed(HELD, {"d.a": levels[rank]}, kind=kind, land=land, name=f"Ort {number}"), number)
    return found


def made(towns: list[tuple[str, str | None, int]]) -> Benchmark | None:
    """Return their benchmark."""
    return benchmark([gathered(towns)], Perspective.MUNICIPALITY)


@given(COUNTS)
def test_no_band_is_small(points: Counter[int]) -> None:
    """Bands cover the scale and hold everybody: five or more each."""
    found = suppressed_histogram(points)
    if not found:
        assert points.total() < 5
        return
    assert [found[0].low, *(band.high + 1 for band in found)] == [*(band.low for band in found), 101]
    assert sum(band.count for band in found) == points.total()
    for band in found:
        assert band.count == sum(points[value] for value in range(band.low, band.high + 1)) >= 5


Town = tuple[str, str, str, dict[str, int]]
"""The groups of a town by kind, land and size, and its points by measure."""
TWO = checklist(dimension("d", "d.a"), dimension("e", "e.a"))


def counted(towns: list[Town]) -> Aggregate:
    """Return what is gathered of towns with any points."""
    found = Aggregate(TWO, TOTAL_SCORE, (source(a="figure"),))
    for place, (*own, points) in enumerate(towns):
        for group in (None, *zip(Split, own, strict=True)) if TOTAL in points else ():
            found.municipalities[group].add(place)
        for split, value in zip(Split, own, strict=True):
            counts = found.groups[split].setdefault(value, defaultdict(Counter))
            for name, number in points.items():
                counts[name][number] += 1
        for name, number in points.items():
            found.measures[name][number] += 1
    return found


def written(towns: list[Town]) -> dict[tuple[Split | None, str | None], BenchmarkGroup]:
    """Return the groups of their benchmark."""
    found = benchmark([counted(towns)], Perspective.MUNICIPALITY)
    return {(one.split, one.value): one for one in found.distributions[0].groups} if found else {}


@st.composite
def many_towns(draw: st.DrawFn) -> list[Town]:
    """Draw towns of a few groups each way, with points that lie close together; some lack a measure."""
    values = st.sampled_from(["a", "a", "a", "b", "b", "c", "d", "e"][: draw(st.integers(1, 8))])
    scale = st.sampled_from([0, 3, 10, 11, 12, 40, 41, 60, 100])
    known = st.fixed_dictionaries({TOTAL: scale}, optional={"d": scale})
    unknown = st.fixed_dictionaries({}, optional={"d": scale})
    lands, sizes = st.sampled_from(["a", "b"]) | values, st.just("a") | values
    town = st.tuples(values, lands, sizes, st.one_of(known, known, known, unknown))
    drawn = draw(st.lists(st.tuples(town, st.integers(1, 9)), min_size=3, max_size=20))
    return [one for one, times in drawn for _ in range(times)]


def small_cells(towns: list[Town]) -> Iterator[tuple[str, Split, tuple[str, ...], int, int]]:
    """Yield what can be worked out of a benchmark and is small: a measure, some groups of a split, and points from and to.

    At a cut it is known how many of some groups have fewer points where all of them have the cut, or where the total has it
    and all other groups do. A total has the cuts of all together, and those that all groups of a split share.
    """
    held = written(towns)
    for name in ("d", TOTAL):
        cuts = {key: {*(band.low for band in one.bands(name)), 101} for key, one in held.items() if one.bands(name)}
        there = [{own[number] for *own, points in towns if name in points} for number in range(len(Split))]
        total = set(cuts.get((None, None), ()))
        for split, values in zip(Split, there, strict=True):
            if values and all((split, value) in cuts for value in values):
                total |= set.intersection(*(cuts[split, value] for value in values))
        for number, split in enumerate(Split):
            groups = sorted(value for value in there[number] if (split, value) in cuts)
            rest = there[number] - set(groups)
            pieces = [(frozenset({value}), cuts[split, value]) for value in groups]
            pieces += [(frozenset(rest), {0})] if rest else []
            for size in range(1, len(pieces) + 1):
                for some in combinations(pieces, size):
                    others = [own for values, own in pieces if (values, own) not in some]
                    known = set.intersection(*(own for _, own in some)) | total.intersection(*others)
                    members = frozenset().union(*(values for values, _ in some))
                    mine = [points[name] for *own, points in towns if name in points and own[number] in members]
                    for low, high in combinations(sorted(known | {0}), 2):
                        if 0 < sum(low <= one < high for one in mine) < 5:
                            yield name, split, tuple(sorted(members)), low, high


@cheaply()
@given(many_towns())
def test_nobody_can_work_out_a_small_cell(towns: list[Town]) -> None:
    """Neither from a total and the shown groups of a split, nor from what follows of it beside a group's own bands."""
    assert list(small_cells(towns)) == []
    assert all(one.profiles >= 5 for one in written(towns).values())


def alike(number: int, *points: int, kind: str = "city", size: str = "a", name: str = TOTAL) -> list[Town]:
    """Return so many towns of one land, each with the next of these points."""
    return [(kind, "NW", size, {TOTAL: 50} | {name: points[n % len(points)]}) for n in range(number)]


def test_a_split_with_a_small_rest_is_not_shown_beside_a_total() -> None:
    """All are cities of one land, so the sixteen of one size would give the four others away."""
    towns = [*alike(16, 10, 90), *alike(2, 10, size="b"), *alike(2, 90, size="c")]
    assert set(written(towns)) == {(None, None), (Split.KIND, "city"), (Split.LAND, "NW")}


def test_a_group_that_lacks_a_measure_is_not_given_away() -> None:
    """Of five towns two have the dimension: the cities, who would give them away, are hidden in it."""
    towns = [*alike(10, 10, 90, name="d"), *alike(2, 10, kind="town", name="d"), *alike(3, 50, kind="town")]
    found = written(towns)
    assert found[Split.KIND, "city"].bands(TOTAL)
    assert not found[Split.KIND, "city"].bands("d")
    assert sum(band.count for band in found[None, None].bands("d")) == 12


def test_a_group_with_coarser_bands_is_not_given_away() -> None:
    """Of six towns one has more than ten points, as have seven cities: eight are not told of beside seven."""
    towns = [*alike(5, 0, kind="town"), *alike(1, 90, kind="town"), *alike(5, 0), *alike(7, 90)]
    found = written(towns)
    assert len(found[Split.KIND, "city"].bands(TOTAL)) == 2
    assert len(found[None, None].bands(TOTAL)) == len(found[Split.LAND, "NW"].bands(TOTAL)) == 1


def test_bands_that_nearly_agree_give_nobody_away() -> None:
    """That seven of nine above ten points are cities above eleven tells that at most two of the six towns are."""
    cities, towns = Counter({0: 5, 12: 7}), Counter({0: 4, 11: 1, 13: 1})
    shown = (HistogramBin(low=0, high=11, count=5), HistogramBin(low=12, high=100, count=7))
    assert [band.low for band in suppressed_histogram(cities + towns)] == [0, 1]
    assert suppressed_histogram(cities + towns, [[bin_run(cities, shown), bin_run(towns, suppressed_histogram(towns))]]) == (
        HistogramBin(low=0, high=100, count=18),
    )


def test_a_large_total_keeps_its_bands() -> None:
    """Groups of twelve with bands of their own do not coarsen a total of two hundred and forty."""
    towns: list[Town] = [(f"k{n % 4}", f"l{n % 20}", "a", {TOTAL: n * 37 % 101}) for n in range(240)]
    assert len(written(towns)[None, None].bands(TOTAL)) > 10


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


def test_a_land_that_gives_another_away_is_hidden() -> None:
    """Of two lands one has three municipalities: neither is shown, and no cell anywhere is small."""
    found = made([("town", "NW", n % 4) for n in range(9)] + [("town", "HE", 1)] * 3)
    assert found is not None
    for distribution in found.distributions:
        for group in distribution.groups:
            assert group.split is not Split.LAND
            assert all(band.count >= 5 for measure in group.measures for band in measure.bands)


def test_quartiles_of_bands() -> None:
    """As if those of a band were spread evenly over it."""
    held = (
        HistogramBin(low=0, high=40, count=5),
        HistogramBin(low=41, high=61, count=10),
        HistogramBin(low=62, high=100, count=5),
    )
    assert quartiles(held) == Quartiles(Fraction(40), Fraction(51), Fraction(61))
    assert quartiles(held[:1]) is None


@pytest.mark.parametrize(
    ("points", "place"),
    [
        (39, BenchmarkPosition.LOWEST),
        (40, BenchmarkPosition.BELOW),
        (50, BenchmarkPosition.BELOW),
        (51, BenchmarkPosition.ABOVE),
        (61, BenchmarkPosition.HIGHEST),
    ],
)
def test_a_value_has_its_place(points: int, place: BenchmarkPosition) -> None:
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

"""Benchmarks: counts without any small cell, and where one municipality stands among them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from mo_check.model.benchmark import BENCHMARK_FORMAT, Band, Benchmark, Distribution, Group, Measure
from mo_check.model.item import Perspective
from mo_check.model.profile import Subject
from mo_check.model.statistics import LEAST, Split
from mo_check.scoring.gathering import TOTAL, Gathered, Points, groups_of
from mo_check.scoring.small_groups import shown_groups, total_shown

_MOST = 20
"""A distribution has at most so many bands."""
_TOP = 100


def benchmark(parts: Iterable[Gathered], perspective: Perspective) -> Benchmark | None:
    """Return the benchmark of what was gathered, None where nothing may be shown.

    A group is shown by the small-group rule; all together stand beside it only where what is left of every split is nobody, or
    five or more in every band, so that no difference between all and the groups gives a smaller number away.
    """
    found = []
    for part in parts:
        groups = tuple(_groups(part))
        if groups:
            found.append(
                Distribution(
                    checklist=part.checklist.id,
                    version=part.checklist.version,
                    score=part.score,
                    perspective=perspective,
                    groups=groups,
                )
            )
    return Benchmark(format=BENCHMARK_FORMAT, distributions=tuple(found)) if found else None


def _groups(part: Gathered) -> Iterator[Group]:
    sizes = {split: {value: held[TOTAL].total() for value, held in part.groups[split].items()} for split in Split}
    shown = {split: shown_groups(sizes[split]) for split in Split}
    if part.measures[TOTAL].total() >= LEAST and all(total_shown(sizes[split]) for split in Split):
        rests = {name: [_rest(part, split, name, shown[split]) for split in Split] for name in part.measures}
        yield from _group(None, None, part.measures, rests)
    for split in Split:
        for value in sorted(shown[split]):
            yield from _group(split, value, part.groups[split][value], {})


def _rest(part: Gathered, split: Split, measure: str, shown: frozenset[str]) -> Points:
    """Return the points of those in a split whose groups are not shown."""
    rest: Points = Counter()
    for value, held in part.groups[split].items():
        if value not in shown:
            rest.update(held[measure])
    return rest


def _group(
    split: Split | None, value: str | None, measures: dict[str, Points], rests: dict[str, list[Points]]
) -> Iterator[Group]:
    banded = [(name, bands(points, rests.get(name, ()))) for name, points in measures.items()]
    told = tuple(Measure(id=name, bands=held) for name, held in banded if held)
    if told:
        yield Group(split=split, value=value, profiles=measures[TOTAL].total(), measures=told)


def bands(points: Points, rests: Sequence[Points] = ()) -> tuple[Band, ...]:
    """Return counts in bands, at most twenty and each with five or more; none where all together are fewer.

    In each band there is of each of the ``rests`` nobody, or five or more.
    """
    everything, others = _below(points), [_below(rest) for rest in rests]
    if everything[-1] < LEAST or any(0 < rest[-1] < LEAST for rest in others):
        return ()
    least = max(LEAST, everything[-1] // _MOST)
    found: list[Band] = []
    low = 0
    for end in range(1, len(everything) - 1):
        parts = [(held[end] - held[low], held[-1] - held[end]) for held in (everything, *others)]
        if min(parts[0]) >= least and not any(0 < part < LEAST for halves in parts[1:] for part in halves):
            found.append(Band(low=low, high=end - 1, count=parts[0][0]))
            low = end
    return (*found, Band(low=low, high=_TOP, count=everything[-1] - everything[low]))


def _below(points: Points) -> list[int]:
    """Return how many have fewer points than 0, 1, … 101."""
    return list(accumulate((points[value] for value in range(_TOP + 1)), initial=0))


class Place(StrEnum):
    """Where a value stands in a distribution."""

    LOWEST = "lowest_quarter"
    BELOW = "below_median"
    ABOVE = "above_median"
    HIGHEST = "highest_quarter"


class Quartiles(NamedTuple):
    """The quartiles of counts in bands, as if those of a band were spread evenly over it; in points."""

    lower: Fraction
    median: Fraction
    upper: Fraction

    def place(self, points: int) -> Place:
        """Return where a value stands."""
        if points < self.lower:
            return Place.LOWEST
        if points < self.median:
            return Place.BELOW
        return Place.ABOVE if points < self.upper else Place.HIGHEST


def quartiles(held: Sequence[Band]) -> Quartiles | None:
    """Return the quartiles of a distribution; None where a single band says nothing about where anybody stands."""
    if len(held) < 2:  # noqa: PLR2004 - two bands say more than one
        return None
    return Quartiles(*(_quantile(held, Fraction(part, 4)) for part in (1, 2, 3)))


def _quantile(held: Sequence[Band], share: Fraction) -> Fraction:
    wanted = share * sum(band.count for band in held)
    for band in held:
        if wanted <= band.count:
            return band.low + (band.high - band.low) * wanted / band.count
        wanted -= band.count
    return Fraction(held[-1].high)


def own_groups(distribution: Distribution, subject: Subject) -> tuple[Group, ...]:
    """Return the groups a municipality belongs to, the closest first: kind, size class, land, all."""
    own = dict(groups_of(subject))
    order: tuple[Split | None, ...] = (Split.KIND, Split.SIZE, Split.LAND, None)
    held = {(group.split, group.value): group for group in distribution.groups}
    found = [held.get((split, own[split] if split else None)) for split in order]
    return tuple(group for group in found if group)

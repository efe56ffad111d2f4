"""Benchmarks: counts without any small cell, and where one municipality stands among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from mo_check.many.pure.aggregate import TOTAL, Aggregate, groups_of
from mo_check.many.pure.benchmark import BENCHMARK_FORMAT, Benchmark, BenchmarkGroup, Distribution, HistogramBin, MeasuredScore
from mo_check.many.pure.statistics import Split
from mo_check.many.pure.suppressed_histogram import Points, bin_run, merged_bins, split_bins, suppressed_histogram
from mo_check.model.disclosure_control import LEAST, shown_beside_total
from mo_check.model.item import Perspective
from mo_check.model.profile import Subject

Key = tuple[Split, str] | None
"""A group of a split, or None for all together."""


def benchmark(parts: Iterable[Aggregate], perspective: Perspective) -> Benchmark | None:
    """Return the benchmark of what was gathered, None where nothing may be shown.

    All together are shown from five on, and beside them the groups of each split whose rest is nobody, or five or more. So it
    is for every measure, and in every band: no difference between all, from wherever they can be had, and shown groups of a
    split gives a smaller number away.
    """
    found = []
    for part in parts:
        groups = tuple(_groups(part))
        if groups:
            found.append(
                Distribution(
                    checklist=part.checklist.id,
                    version=part.checklist.version,
                    score=part.checklist.written_score(part.score),
                    perspective=perspective,
                    groups=groups,
                )
            )
    return Benchmark(format=BENCHMARK_FORMAT, distributions=tuple(found)) if found else None


def _groups(part: Aggregate) -> Iterator[BenchmarkGroup]:
    if len(part.municipalities[None]) < LEAST:
        return
    told = {split: _shown(part, split, TOTAL, frozenset(part.groups[split])) for split in Split}
    names = [*(dimension.id for dimension in part.checklist.dimensions_of(part.score)), TOTAL]
    found = {name: _banded(part, name, told) for name in names if name in part.measures}
    keys: list[Key] = [None, *((split, value) for split in Split for value in sorted(told[split]))]
    for key in keys:
        split, value = key or (None, None)
        counts = part.groups[key[0]][key[1]] if key else part.measures
        measures = tuple(MeasuredScore(id=name, bands=held[key]) for name, held in found.items() if held.get(key))
        yield BenchmarkGroup(split=split, value=value, profiles=counts[TOTAL].total(), measures=measures)


def _shown(part: Aggregate, split: Split, measure: str, among: frozenset[str]) -> frozenset[str]:
    """Return the groups of a split, only some ``among``, that may be shown by a measure."""
    sizes = {value: held[measure].total() for value, held in sorted(part.groups[split].items())}
    return shown_beside_total(sizes, among)


def _banded(part: Aggregate, measure: str, told: Mapping[Split, frozenset[str]]) -> dict[Key, tuple[HistogramBin, ...]]:
    """Return a measure of all and of every group that may be shown by it, among those that are ``told`` at all."""
    found: dict[Key, tuple[HistogramBin, ...]] = {}
    splits, whole = [], []
    for split in Split:
        points = {value: held[measure] for value, held in part.groups[split].items() if held[measure]}
        shown = sorted(_shown(part, split, measure, told[split]))
        own = {value: suppressed_histogram(points[value]) for value in shown}
        rest = sum((held for value, held in points.items() if value not in own), Points())
        splits.append([*(bin_run(points[value], held) for value, held in own.items()), *([bin_run(rest)] if rest else [])])
        found |= {(split, value): held for value, held in own.items()}
        if own and not rest:
            whole.append((split, points))
    found[None] = suppressed_histogram(part.measures[measure], splits)
    for split, points in whole:
        found |= _no_more_than(found[None], points, {value: found[split, value] for value in points}, split)
    return found


def _no_more_than(
    total: tuple[HistogramBin, ...], points: Mapping[str, Points], own: Mapping[str, tuple[HistogramBin, ...]], split: Split
) -> dict[Key, tuple[HistogramBin, ...]]:
    """Return what has to change in a split that is shown completely, for its sum to tell no more than the total does."""
    if len(own) == 1:
        return {(split, value): total for value in own}
    finest = max(sorted(own), key=lambda value: len(own[value]))
    return {(split, finest): merged_bins(points[finest], own[finest], split_bins(list(own.values()), total))}


class BenchmarkPosition(StrEnum):
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

    def place(self, points: int) -> BenchmarkPosition:
        """Return where a value stands."""
        if points < self.lower:
            return BenchmarkPosition.LOWEST
        if points < self.median:
            return BenchmarkPosition.BELOW
        return BenchmarkPosition.ABOVE if points < self.upper else BenchmarkPosition.HIGHEST


def quartiles(held: Sequence[HistogramBin]) -> Quartiles | None:
    """Return the quartiles of a distribution; None where a single band says nothing about where anybody stands."""
    if len(held) < 2:  # noqa: PLR2004 - two bands say more than one
        return None
    return Quartiles(*(_quantile(held, Fraction(part, 4)) for part in (1, 2, 3)))


def _quantile(held: Sequence[HistogramBin], share: Fraction) -> Fraction:
    wanted = share * sum(band.count for band in held)
    for band in held:
        if wanted <= band.count:
            return band.low + (band.high - band.low) * wanted / band.count
        wanted -= band.count
    return Fraction(held[-1].high)


def own_groups(distribution: Distribution, subject: Subject) -> tuple[BenchmarkGroup, ...]:
    """Return the groups a municipality belongs to, the closest first: kind, size class, land, all."""
    own = dict(groups_of(subject))
    order: tuple[Split | None, ...] = (Split.KIND, Split.SIZE, Split.LAND, None)
    held = {(group.split, group.value): group for group in distribution.groups}
    found = [held.get((split, own[split] if split else None)) for split in order]
    return tuple(group for group in found if group)

"""Counts in bands: no band is small, and none gives away a small number of those of one group (docs/method.md, Benchmarks)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from mo_check.many.pure.benchmark import HistogramBin
from mo_check.model.disclosure_control import LEAST

Points = Counter[int]
"""How many have so many points of 100."""
_MOST = 20
"""A distribution has at most so many suppressed_histogram."""
_END = 101
"""The cut above the highest points; the one below the lowest is 0."""


class BinRun(NamedTuple):
    """Some of all, such as a group: ``below`` tells how many of them have fewer points than 0, 1, … 101.

    ``cuts`` are where their own bands begin and end, none where they are not shown; one with nobody between it and theirs is
    as good as theirs. By these alone ``least`` and ``most`` tell
    how many have fewer points at the least and at the most.
    """

    below: Sequence[int]
    cuts: frozenset[int]
    least: Sequence[int]
    most: Sequence[int]

    def within(self, low: int, high: int) -> int:
        """Return how many lie between two cuts."""
        return self.below[high] - self.below[low]

    def surely(self, low: int, high: int) -> int:
        """Return how many lie between two cuts for anybody who sees the bands."""
        return max(0, self.least[high] - self.most[low])


def bin_run(points: Points, shown: Sequence[HistogramBin] = ()) -> BinRun:
    """Return some of all, shown in these bands or not at all."""
    below = _below(points)
    told = {below[cut] for cut in _cuts(shown)} if shown else set[int]()
    cuts = frozenset(cut for cut, count in enumerate(below) if count in told)
    least = list(accumulate((count if cut in cuts else 0 for cut, count in enumerate(below)), max))
    most = list(accumulate((below[cut] if cut in cuts else below[-1] for cut in range(_END, -1, -1)), min))
    return BinRun(below, cuts, least, most[::-1])


def suppressed_histogram(points: Points, splits: Sequence[Sequence[BinRun]] = ()) -> tuple[HistogramBin, ...]:
    """Return counts in bands, at most twenty and each with five or more; none where all together are fewer.

    ``splits`` are ways in which all fall into pieces: the shown groups, and the others as one. However bands are added up and
    shown ones of a split taken away, what is left is nobody, or five or more; and where fewer than five of a piece lie between
    two cuts, what the other pieces surely have there leaves it open whether they are.
    """
    below = _below(points)
    if below[-1] < LEAST:
        return ()
    least = max(LEAST, below[-1] // _MOST)
    cuts = [0]
    for cut in range(1, _END):
        if min(below[cut] - below[cuts[-1]], below[-1] - below[cut]) < least:
            continue
        if not any(_gives_away(below, pieces, cuts, cut) for pieces in splits):
            cuts.append(cut)
    return _between(below, [*cuts, _END])


def split_bins(shown: Sequence[Sequence[HistogramBin]], total: Sequence[HistogramBin]) -> frozenset[int]:
    """Return the cuts that several distributions share and their total lacks: added up they would tell more than it does."""
    return frozenset.intersection(*(frozenset(_cuts(held)) for held in shown)) - frozenset(_cuts(total))


def merged_bins(points: Points, shown: Sequence[HistogramBin], cuts: Iterable[int]) -> tuple[HistogramBin, ...]:
    """Return bands without some of their cuts."""
    return _between(_below(points), [cut for cut in _cuts(shown) if cut not in set(cuts)])


def _gives_away(below: Sequence[int], pieces: Sequence[BinRun], cuts: Sequence[int], cut: int) -> bool:
    """Tell whether one more cut lets somebody work out that fewer than five of a piece are somewhere."""
    if any(_known(below, pieces, low, high) for low, high in [*((low, cut) for low in cuts), (cut, _END)]):
        return True
    lacking = [one for one in pieces if cut not in one.cuts]
    own = frozenset[int]().union(*(one.cuts for one in lacking[:1])).intersection(*(one.cuts for one in lacking))
    spans = [(min(cut, other), max(cut, other)) for other in own]
    return any(0 < sum(one.within(*span) for one in lacking) < LEAST for span in spans)


def _known(below: Sequence[int], pieces: Sequence[BinRun], low: int, high: int) -> bool:
    """Tell whether a piece has one to four between two cuts, and the others so many that it cannot have five."""
    others = below[high] - below[low] - sum(one.surely(low, high) for one in pieces)
    return any(0 < one.within(low, high) < LEAST and others + one.surely(low, high) < LEAST for one in pieces)


def _below(points: Points) -> list[int]:
    """Return how many have fewer points than 0, 1, … 101."""
    return list(accumulate((points[value] for value in range(_END)), initial=0))


def _cuts(shown: Sequence[HistogramBin]) -> list[int]:
    return [*(band.low for band in shown), _END]


def _between(below: Sequence[int], cuts: Sequence[int]) -> tuple[HistogramBin, ...]:
    return tuple(HistogramBin(low=low, high=high - 1, count=below[high] - below[low]) for low, high in pairwise(cuts))

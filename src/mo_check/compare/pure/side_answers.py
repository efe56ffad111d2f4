"""What one side says to one item, in its own words, and as far as it may be shown (docs/method.md, Sides and item types).

A side is a perspective that is present. A side whose people are to stay hidden is told as its middle and its share met in words,
from five answers on, and not at all where all answered alike (docs/method.md, Anonymity and disclosure control).
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from mo_check.compare.pure.agreement import consensus, median
from mo_check.model.assessment import ItemResult
from mo_check.model.disclosure_control import LEAST, shown_groups
from mo_check.model.item import MET, About, Item, Level, Perspective
from mo_check.model.standing import Standing

DIVIDED = 0.5
"""A consensus below this divides a side of five answers or more."""
_HALF = (Fraction(9, 20), Fraction(11, 20))
"""Between these shares about half of a side has an item met; with five answers no word stands for one of them alone."""


class ShareWord(StrEnum):
    """How many of a hidden side have an item met, in words: a number of five people would tell of one."""

    NONE = "none"
    SOME = "some"
    HALF = "half"
    MOST = "most"
    ALL = "all"


def share_word(share: Fraction) -> ShareWord:
    """Return the word for a share from 0 to 1."""
    if share in {0, 1}:
        return ShareWord.ALL if share else ShareWord.NONE
    if share < _HALF[0]:
        return ShareWord.SOME
    return ShareWord.HALF if share <= _HALF[1] else ShareWord.MOST


class SideAnswers(NamedTuple):
    """What one side said to one item; ``item`` is the item as it was put to this side.

    ``asked`` respondents were asked it; ``counts`` are their answers by level, ``waiting`` gave none, of which ``unknown`` said
    "don't know"; ``away`` said that it does not apply or is done elsewhere. ``median`` is of values, ``place`` of ranks. Of the
    answers that count, ``doubtful`` ones count towards no threshold. A side that hides its people has neither counts nor anything
    but its middle and ``share_met``; where ``hidden``, not even these.
    """

    side: Perspective
    item: Item
    asked: int = 0
    counts: tuple[int, ...] = ()
    waiting: int = 0
    unknown: int = 0
    away: int = 0
    median: Fraction | None = None
    place: Fraction | None = None
    share_met: Fraction | None = None
    spread: Fraction | None = None
    doubtful: int = 0
    hidden: bool = False

    @property
    def scored(self) -> int:
        """How many answers count; nought where they are not shown."""
        return sum(self.counts)

    @property
    def met(self) -> int:
        """How many of the answers that count have the item met."""
        return sum(n for rank, n in enumerate(self.counts) if self.item.value(self.item.levels[rank].id) >= MET)

    @property
    def middle(self) -> tuple[Level, ...]:
        """The level in the middle, in the words of this side; both where it lies between two, none without answers."""
        if self.place is None:
            return ()
        return tuple(self.item.levels[rank] for rank in dict.fromkeys((floor(self.place), ceil(self.place))))

    @property
    def about(self) -> About:
        """What this side was asked about."""
        return self.item.about

    @property
    def mostly_unknown(self) -> bool:
        """Whether more than half of those asked said that they do not know."""
        return 2 * self.unknown > self.asked

    @property
    def mostly_away(self) -> bool:
        """Whether more than half of those asked say that it does not apply or is done elsewhere."""
        return 2 * self.away > self.asked

    @property
    def far_apart(self) -> bool:
        """Whether its own answers lie far apart: by consensus from five answers on, below that from one end to the other."""
        if self.scored - self.doubtful >= LEAST:
            found = consensus(self.counts)
            return found is not None and found < DIVIDED
        return self.spread == 1

    @property
    def reaches_few(self) -> bool:
        """Whether at most half of those who told of their own experience have the item met."""
        return self.about is About.OWN_EXPERIENCE and self.share_met is not None and 2 * self.share_met <= 1


def alike(one: SideAnswers, other: SideAnswers) -> bool:
    """Tell whether two sides were asked about the same, at the same levels."""
    return one.about is other.about and not (one.item.levels_differ or other.item.levels_differ)


def alike_sides(answers: Sequence[SideAnswers]) -> Iterator[tuple[SideAnswers, ...]]:
    """Yield the sides in groups that are alike; a side that is like no other stands alone."""
    left = list(answers)
    while left:
        first, *others = left
        yield (first, *(one for one in others if alike(first, one)))
        left = [one for one in others if not alike(first, one)]


def side_answers(side: Perspective, item: Item, results: Sequence[ItemResult], doubtful: int = 0) -> SideAnswers:
    """Return what the respondents of a side said to an item that all of them were asked."""
    values = sorted(r.value for r in results if r.value is not None)
    ranks = [item.rank(r.level.id) or 0 for r in results if r.level is not None and r.value is not None]
    return SideAnswers(
        side,
        item.seen_by(side) or item,
        asked=len(results),
        counts=tuple(ranks.count(rank) for rank in range(len(item.levels))),
        waiting=sum(1 for r in results if r.standing.waiting),
        unknown=sum(1 for r in results if r.standing is Standing.UNKNOWN),
        away=sum(1 for r in results if r.standing.away),
        median=median(values),
        place=median([Fraction(rank) for rank in ranks]),
        share_met=Fraction(sum(1 for v in values if v >= MET), len(values)) if values else None,
        spread=values[-1] - values[0] if values else None,
        doubtful=doubtful,
    )


def veiled(
    answers: Sequence[SideAnswers], hiding: frozenset[Perspective], silent: frozenset[Perspective]
) -> tuple[SideAnswers, ...]:
    """Return the answers with the hiding sides told as far as they may be shown; ``silent`` ones are never shown.

    A side without any answer that counts is one where all answered alike: were it passed over, another side would be shown
    for its sake, which would tell what it answered before.
    """
    sizes = {one.side: one.scored - one.doubtful for one in answers if one.side in hiding}
    of_one_mind = frozenset(one.side for one in answers if one.side in sizes and not one.spread)
    shown = shown_groups(sizes, of_one_mind) - silent
    return tuple(one if one.side not in hiding else _veil(one, shown=one.side in shown) for one in answers)


def _veil(one: SideAnswers, *, shown: bool) -> SideAnswers:
    if not shown:
        return SideAnswers(one.side, one.item, hidden=True)
    return SideAnswers(one.side, one.item, median=one.median, place=one.place, share_met=one.share_met)

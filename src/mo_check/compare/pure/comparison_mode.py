"""What several profiles have in common: one subject seen by several, the same eyes at several times, or several subjects."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations, pairwise

from mo_check.model.profile import Profile, Subject
from mo_check.model.subject_identity import bare_name, subject_groups
from mo_check.model.voices import bare_label

APART = timedelta(days=90)
"""Answers of one perspective that lie so far apart are of different times, even under different labels."""
_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_ALIKE = 0.8
"""Names that share so much of their letters may mean the same subject."""


class ComparisonMode(StrEnum):
    """What is compared."""

    PERSPECTIVES = "perspectives"
    TIME = "time"
    PEERS = "peers"


def subjects(profiles: Sequence[Profile]) -> tuple[Subject, ...]:
    """Return the different subjects, in the order in which they first stand; where the facts do not decide, they are two."""
    held = [profile.subject for profile in profiles]
    return tuple(held[place] for place in subject_groups(held).first)


def near_misses(found: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Yield pairs of different subjects whose names are so close that they may be one."""
    for one, other in combinations(found, 2):
        if (one.ags and other.ags) or bare_name(one.name) == bare_name(other.name):  # told apart by key, kind or land
            continue
        first, second = one.name.casefold(), other.name.casefold()
        if first.translate(_DIGITS) == second.translate(_DIGITS):  # numbered names differ on purpose
            continue
        close = SequenceMatcher(None, first, second).ratio() >= _ALIKE
        if close or set(first.split()) < set(second.split()) or set(second.split()) < set(first.split()):
            yield one, other


def comparison_mode(profiles: Sequence[Profile], days: Sequence[date | None], subjects_held: int = 1) -> ComparisonMode:
    """Return what is compared; ``days`` are those of the last answers, in the order of the profiles.

    Over time: one subject and perspective on several days, under one label or at least ninety days apart.
    """
    if subjects_held > 1:
        return ComparisonMode.PEERS
    labels = {bare_label(profile.respondent.label) for profile in profiles}
    if len({profile.respondent.perspective for profile in profiles}) > 1 or None in days:
        return ComparisonMode.PERSPECTIVES
    ordered = sorted(day for day in days if day is not None)
    if len(set(ordered)) < len(ordered):
        return ComparisonMode.PERSPECTIVES
    apart = all(later - earlier >= APART for earlier, later in pairwise(ordered))
    return ComparisonMode.TIME if len(labels) == 1 or apart else ComparisonMode.PERSPECTIVES

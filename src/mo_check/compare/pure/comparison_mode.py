"""What several profiles have in common: one subject seen by several, the same eyes at several times, or several subjects."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from mo_check.model.item import Perspective
from mo_check.model.profile import Profile, Subject

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


class RespondentKey(NamedTuple):
    """By what a respondent is known: the place of the subject among the different ones, the side, and the label."""

    subject: int
    side: Perspective
    label: str


def same_subject(one: Subject, other: Subject) -> bool:
    """Tell whether two profiles assess the same subject: the same official key, else the same name."""
    if one.ags is not None and other.ags is not None:
        return one.ags == other.ags
    return one.name.casefold() == other.name.casefold()


def subjects(profiles: Sequence[Profile]) -> tuple[Subject, ...]:
    """Return the different subjects, in the order in which they first stand."""
    found: list[Subject] = []
    for profile in profiles:
        if not any(same_subject(profile.subject, known) for known in found):
            found.append(profile.subject)
    return tuple(found)


def near_misses(found: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
    """Yield pairs of different subjects whose names are so close that they may be one."""
    for one, other in combinations(found, 2):
        if one.ags is not None and other.ags is not None:
            continue
        first, second = one.name.casefold(), other.name.casefold()
        if first.translate(_DIGITS) == second.translate(_DIGITS):  # numbered names differ on purpose
            continue
        close = SequenceMatcher(None, first, second).ratio() >= _ALIKE
        if close or set(first.split()) < set(second.split()) or set(second.split()) < set(first.split()):
            yield one, other


def comparison_mode(profiles: Sequence[Profile], days: Sequence[date | None]) -> ComparisonMode:
    """Return what is compared; ``days`` are those of the last answers, in the order of the profiles.

    Over time: one subject and perspective on several days, under one label or at least ninety days apart.
    """
    if len(subjects(profiles)) > 1:
        return ComparisonMode.PEERS
    labels = {profile.respondent.label.casefold() for profile in profiles}
    if len({profile.respondent.perspective for profile in profiles}) > 1 or None in days:
        return ComparisonMode.PERSPECTIVES
    ordered = sorted(day for day in days if day is not None)
    if len(set(ordered)) < len(ordered):
        return ComparisonMode.PERSPECTIVES
    apart = all(later - earlier >= APART for earlier, later in pairwise(ordered))
    return ComparisonMode.TIME if len(labels) == 1 or apart else ComparisonMode.PERSPECTIVES


def superseded(profiles: Sequence[Profile], days: Sequence[date | None]) -> frozenset[int]:
    """Return the places of profiles that a later one of the same respondent stands in for: same subject, side and label."""
    respondents = respondent_keys(profiles)
    latest: dict[RespondentKey, date] = {}
    for respondent, day in zip(respondents, days, strict=True):
        if day is not None:
            latest[respondent] = max(day, latest.get(respondent, day))
    held = enumerate(zip(respondents, days, strict=True))
    return frozenset(place for place, (respondent, day) in held if day is not None and day < latest[respondent])


def respondent_keys(profiles: Sequence[Profile]) -> tuple[RespondentKey, ...]:
    """Return who answered each profile; the same respondent, with the same subject, side and label, has the same key."""
    known = subjects(profiles)
    return tuple(_respondent_key(profile, known) for profile in profiles)


def _respondent_key(profile: Profile, known: Sequence[Subject]) -> RespondentKey:
    about = next(place for place, subject in enumerate(known) if same_subject(subject, profile.subject))
    return RespondentKey(about, profile.respondent.perspective, profile.respondent.label.casefold())

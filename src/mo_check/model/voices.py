"""Which of several files are voices of their own (docs/method.md, Sides and item types)."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import permutations
from typing import NamedTuple

from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.subject_identity import subject_groups


class FileFate(StrEnum):
    """What becomes of a file where voices are counted."""

    COUNTED = "counted"
    COPY = "copy"
    REPLACED = "replaced"
    SAME_DAY = "same_day"
    TWIN = "twin"


_MANY = 10
"""So many answers alike down to the day are no chance."""
SPEAKING = frozenset({FileFate.COUNTED, FileFate.SAME_DAY, FileFate.TWIN})
"""Files that are voices; of those that are doubtful only one counts towards a threshold of five."""


class Voiced(NamedTuple):
    """What becomes of one file: ``beside`` is the place of the file that it copies, gives way to, or is a doubtful twin of."""

    fate: FileFate
    beside: int | None = None

    @property
    def speaks(self) -> bool:
        """Whether the file is a voice."""
        return self.fate in SPEAKING

    @property
    def doubtful(self) -> bool:
        """Whether it is a voice that counts towards no threshold, because somebody may have answered twice."""
        return self.speaks and self.fate is not FileFate.COUNTED


class RespondentKey(NamedTuple):
    """By what a respondent is known: the number of the subject, the side, and the label without regard to how it is written."""

    subject: int
    side: Perspective
    label: str


def bare_label(label: str) -> str:
    """Return a label as it is compared: one form of letters, no capitals, no blanks.

    >>> bare_label("Verein  Bru\u0308cke e. V.") == bare_label("verein brücke e.V.")
    True
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", label).casefold() if sign.isprintable() and not sign.isspace())


def respondent_keys(profiles: Sequence[Profile], subjects: Sequence[int] | None = None) -> tuple[RespondentKey, ...]:
    """Return who answered each profile; ``subjects`` are the numbers of their municipalities, where they are known already."""
    numbers = subject_groups([profile.subject for profile in profiles]).of if subjects is None else subjects
    return tuple(
        RespondentKey(number, profile.respondent.perspective, bare_label(profile.respondent.label))
        for profile, number in zip(profiles, numbers, strict=True)
    )


def voices(
    profiles: Sequence[Profile], subjects: Sequence[int], checklist: str, *, earlier_count: bool = False
) -> tuple[Voiced, ...]:
    """Return what becomes of each profile that answered a checklist; ``subjects`` are the numbers of their municipalities.

    Profiles of one content are one, the first of them. Of several of one respondent the one with the latest answer counts; with
    ``earlier_count``, where time is compared, the earlier ones too. On the same day, or without days, different answers are
    two voices and doubtful, and so are the same answers under another label.
    """
    people = respondent_keys(profiles, subjects)
    days = [profile.answered_on(checklist) for profile in profiles]
    said = [_said(profile, checklist) for profile in profiles]
    found: list[Voiced] = []
    for place, (person, answers) in enumerate(zip(people, said, strict=True)):
        earlier = [n for n in range(place) if found[n].fate is not FileFate.COPY]
        copied = next((n for n in earlier if people[n] == person and said[n] == answers), None)
        found.append(Voiced(FileFate.COPY, copied) if copied is not None else Voiced(FileFate.COUNTED))
    originals = [place for place, one in enumerate(found) if one.fate is FileFate.COUNTED]
    for place in originals:
        if not earlier_count and (later := _later(place, originals, people, days)) is not None:
            found[place] = Voiced(FileFate.REPLACED, later)
    speaking = [place for place in originals if found[place].fate is FileFate.COUNTED]
    for place, doubt in _doubts(speaking, people, days, said).items():
        found[place] = doubt
    return tuple(found)


Said = tuple[str, tuple[tuple[str, str], ...]]


def _said(profile: Profile, checklist: str) -> Said:
    """Return what a profile says to a checklist, down to notes and days, in no order."""
    answers = profile.plain_answers(checklist)
    return profile.scope, tuple(sorted(((name, repr(sorted(fields.items()))) for name, fields in answers.items())))


def _telling(said: Said) -> bool:
    """Tell whether two people would hardly say the very same: many answers, or words of their own."""
    return len(said[1]) >= _MANY or any(
        "'note'" in fields or "'text'" in fields or "'evidence'" in fields for _, fields in said[1]
    )


def _later(place: int, among: Sequence[int], people: Sequence[RespondentKey], days: Sequence[date | None]) -> int | None:
    """Return the place of the latest answers of the same respondent, None where these are the latest or have no day."""
    day = days[place]
    held = [(found, n) for n in among if people[n] == people[place] and (found := days[n]) is not None]
    latest = max(held, key=lambda one: one[0], default=None)
    return latest[1] if latest and day is not None and latest[0] > day else None


def _doubts(
    speaking: Sequence[int], people: Sequence[RespondentKey], days: Sequence[date | None], said: Sequence[Said]
) -> dict[int, Voiced]:
    """Return the voices that may have spoken already: all but the first of those that hang together by a doubt.

    So many are doubtful in whatever order the files are named.
    """
    sides: dict[tuple[int, Perspective], list[int]] = defaultdict(list)
    for place in speaking:
        sides[people[place][:2]].append(place)
    pairs = [pair for held in sides.values() for pair in permutations(held, 2)]
    fates = {pair: fate for pair in pairs if (fate := _doubt(*pair, people, days, said)) is not None}
    found: dict[int, Voiced] = {}
    first = {place: place for place in speaking}
    for one, other in fates:
        joined = {first[one], first[other]}
        first |= {place: min(joined) for place, held in first.items() if held in joined}
    for (one, other), fate in sorted(fates.items(), key=lambda held: (held[1] is not FileFate.SAME_DAY, held[0])):
        if first[one] != one:
            found.setdefault(one, Voiced(fate, other))
    return found


def _doubt(
    one: int, other: int, people: Sequence[RespondentKey], days: Sequence[date | None], said: Sequence[Said]
) -> FileFate | None:
    """Return why two voices may be one: the same respondent, or the very same answers of one side; None where they are two."""
    if people[one] == people[other]:
        return FileFate.SAME_DAY if None in {days[one], days[other]} or days[one] == days[other] else None
    twins = people[one][:2] == people[other][:2] and said[one] == said[other] and _telling(said[one])
    return FileFate.TWIN if twins else None

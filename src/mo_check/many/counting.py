"""What many profiles say together, from the profiles themselves or from the rows that ``batch --long`` made of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput
from mo_check.files.held_checklists import held_checklists
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.loading import located_problems
from mo_check.files.profiles import load_profile
from mo_check.many.io.result_rows import is_rows, stored_profiles
from mo_check.many.pure.aggregate import Aggregate
from mo_check.many.pure.voice_ledger import VoiceLedger
from mo_check.model.checks.fitting import check_profile
from mo_check.model.consent import ASKED_TO_PASS_ON, may_be_passed_on
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.report.assessed import assessments

Complain = Callable[[InvalidInput], None]
Held = tuple[Profile, tuple[LoadedChecklist, ...]]
"""A profile with the checklists it is held against."""


class CountedProfiles(NamedTuple):
    """What was counted for each checklist and score; how many profiles, and how many of other perspectives were left out.

    ``passed_on`` is the same of those only whose answers may go on to others, ``kept_back`` how many others there are; ``day`` is
    that of the last answer.
    """

    parts: tuple[Aggregate, ...]
    profiles: int
    left_out: int
    day: date | None
    passed_on: tuple[Aggregate, ...]
    kept_back: int


def count_profiles(paths: Iterable[Path], perspective: Perspective, library: Library, complain: Complain) -> CountedProfiles:
    """Count the profiles of one perspective, each municipality or respondent once.

    A bad file is complained of and the rest goes on. The files are read twice: first for whose profiles they are, then for
    what they say.
    """
    known = [_Readable(path) for path in paths]
    ledger = VoiceLedger()
    for place, (profile, held) in enumerate(_profiles(known, library, lambda _: None)):
        if profile.respondent.perspective is perspective:
            ledger.note(place, profile, [one.checklist.id for one in held])
    counted = ledger.counted()
    found, passed_on = _Counts(), _Counts()
    profiles = left_out = kept_back = 0
    last: date | None = None
    for place, (profile, held) in enumerate(_profiles(known, library, complain)):
        if profile.respondent.perspective is not perspective:
            left_out += 1
            continue
        profiles += 1
        kept_back += not may_be_passed_on(profile)
        for loaded in held:
            name = loaded.checklist.id
            day = profile.answered_on(name)
            last = max(day, last) if day and last else day or last
            found.add(loaded, profile, counted.municipality(place, name))
            if perspective in ASKED_TO_PASS_ON and may_be_passed_on(profile):
                passed_on.add(loaded, profile, counted.municipality(place, name))
    passed = passed_on if perspective in ASKED_TO_PASS_ON else found
    return CountedProfiles(found.parts, profiles, left_out, last, passed.parts, kept_back)


class _Counts:
    """What is counted for each checklist and score as profiles come in."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], Aggregate] = {}

    def add(self, loaded: LoadedChecklist, profile: Profile, municipality: int | None) -> None:
        for assessment in assessments(loaded, profile):
            key = loaded.checklist.id, assessment.score
            if key not in self._parts:
                self._parts[key] = Aggregate(assessment.checklist, assessment.score, loaded.sources)
            self._parts[key].add(assessment, municipality)

    @property
    def parts(self) -> tuple[Aggregate, ...]:
        return tuple(self._parts.values())


class _Readable:
    """A file that can be read a second time: what comes through a pipe is kept, everything else read anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: list[Held] | None = None

    def profiles(self, library: Library, complain: Complain) -> Iterator[Held]:
        """Yield the profiles of the file; what cannot be read or does not fit is complained of."""
        if self.path.is_fifo() or self.path.is_char_device():
            if self._kept is None:
                self._kept = list(self._read(library, complain))
            return iter(self._kept)
        return self._read(library, complain)

    def _read(self, library: Library, complain: Complain) -> Iterator[Held]:
        try:
            if is_rows(self.path):
                for stored in stored_profiles(self.path):
                    try:
                        yield stored, self._fitting(stored, library)
                    except InvalidInput as error:
                        complain(error)
            else:
                profile = load_profile(self.path, library)
                yield profile.profile, held_checklists(profile, library)
        except InvalidInput as error:
            complain(error)

    def _fitting(self, profile: Profile, library: Library) -> tuple[LoadedChecklist, ...]:
        """Return the checklists of a profile read from rows. Raises InvalidInput where its answers do not fit them."""
        loaded = tuple(library.load(name) for name in profile.checklists)
        if problems := located_problems(self.path, "", [c for one in loaded for c in check_profile(profile, one.checklist)]):
            raise InvalidInput(problems)
        return loaded


def _profiles(known: Iterable[_Readable], library: Library, complain: Complain) -> Iterator[Held]:
    for one in known:
        yield from one.profiles(library, complain)

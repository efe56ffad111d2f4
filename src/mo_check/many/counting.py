"""What many profiles say together, from the profiles themselves or from the rows that ``batch --long`` made of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.loading import located_problems
from mo_check.many.io.result_rows import is_rows, stored_profiles
from mo_check.many.pure.aggregate import Aggregate
from mo_check.model.assessment import Assessment
from mo_check.model.checks.fitting import check_profile
from mo_check.model.consent import ASKED_TO_PASS_ON, may_be_passed_on
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.source import Source
from mo_check.report.assessed import assessed, assessments

Complain = Callable[[InvalidInput], None]
Held = list[tuple[Assessment, tuple[Source, ...]]]
"""The assessments of one profile, each with its sources."""


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
    """Count the profiles of one perspective; a bad file is complained of and the rest goes on."""
    found, passed_on = _Counts(), _Counts()
    profiles = left_out = kept_back = 0
    last: date | None = None
    for held in _held(paths, library, complain):
        if held and held[0][0].profile.respondent.perspective is not perspective:
            left_out += 1
            continue
        profiles += 1
        found.add(held)
        if perspective in ASKED_TO_PASS_ON:
            kept_back += not may_be_passed_on(held[0][0].profile)
            if may_be_passed_on(held[0][0].profile):
                passed_on.add(held)
        days = [day for assessment, _ in held if (day := assessment.profile.answered_on(assessment.checklist.id))]
        last = max([*days, last] if last else days, default=last)
    passed = passed_on if perspective in ASKED_TO_PASS_ON else found
    return CountedProfiles(found.parts, profiles, left_out, last, passed.parts, kept_back)


class _Counts:
    """What is counted for each checklist and score as profiles come in."""

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], Aggregate] = {}

    def add(self, held: Held) -> None:
        for assessment, sources in held:
            key = assessment.checklist.id, assessment.score
            if key not in self._parts:
                self._parts[key] = Aggregate(assessment.checklist, assessment.score, sources)
            self._parts[key].add(assessment)

    @property
    def parts(self) -> tuple[Aggregate, ...]:
        return tuple(self._parts.values())


def _held(paths: Iterable[Path], library: Library, complain: Complain) -> Iterator[Held]:
    """Yield the assessments of each profile."""
    for path in paths:
        if is_rows(path):
            yield from _from_rows(path, library, complain)
        elif held := [(one.assessment, one.loaded.sources) for one in assessed((path,), library, complain)]:
            yield held


def _from_rows(path: Path, library: Library, complain: Complain) -> Iterator[Held]:
    try:
        for profile in stored_profiles(path):
            try:
                yield _reassessed(path, profile, library)
            except InvalidInput as error:
                complain(error)
    except InvalidInput as error:
        complain(error)


def _reassessed(path: Path, profile: Profile, library: Library) -> Held:
    """Return the assessments of a profile read from rows. Raises InvalidInput where its answers do not fit the checklist."""
    loaded: list[LoadedChecklist] = [library.load(name) for name in profile.checklists]
    if problems := located_problems(path, "", [c for one in loaded for c in check_profile(profile, one.checklist)]):
        raise InvalidInput(problems)
    return [(assessment, one.sources) for one in loaded for assessment in assessments(one, profile)]

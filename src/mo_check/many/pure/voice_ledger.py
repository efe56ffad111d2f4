"""Which of many profiles count: a municipality once, an association or a department once (docs/method.md, Sides and item types).

Made for more profiles than fit into memory: of each respondent only the latest day is kept, and where it stands.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from mo_check.model.item import Perspective
from mo_check.model.profile import Profile, Subject
from mo_check.model.subject_identity import bare_key, bare_name, subject_groups
from mo_check.model.voices import bare_label

_MARK = 8


class _Latest(NamedTuple):
    """The latest answers of a respondent: their day, a mark of what they are, and the place of the profile.

    The mark decides between answers of one day, so that the order of the files does not.
    """

    day: date
    mark: bytes
    place: int


class CountedPlaces(NamedTuple):
    """The places of the profiles that count on each checklist, each with the number of its municipality."""

    held: dict[str, dict[int, int]]

    def municipality(self, place: int, checklist: str) -> int | None:
        """Return the number of the municipality of a profile, None where the profile does not count."""
        return self.held.get(checklist, {}).get(place)


class VoiceLedger:
    """What has to be known of every profile before one of them is counted."""

    def __init__(self) -> None:
        self._subjects: dict[tuple[object, ...], int] = {}
        self._facts: list[Subject] = []
        self._latest: dict[tuple[str, int, str], _Latest] = {}

    def note(self, place: int, profile: Profile, checklists: Iterable[str]) -> None:
        """Note a profile and the checklists it is held against; ``place`` is its place among all."""
        subject, respondent = profile.subject, profile.respondent
        facts = (bare_name(subject.name), bare_key(subject.ags), subject.kind, subject.land)
        number = self._subjects.setdefault(facts, len(self._facts))
        if number == len(self._facts):
            self._facts.append(subject)
        label = "" if respondent.perspective is Perspective.MUNICIPALITY else bare_label(respondent.label)
        for name in checklists:
            said = repr(sorted((item, sorted(fields.items())) for item, fields in profile.plain_answers(name).items()))
            mark = blake2b(f"{profile.scope}{said}".encode(), digest_size=_MARK).digest()
            found = _Latest(profile.answered_on(name) or date.min, mark, place)
            key = (name, number, label)
            known = self._latest.get(key)
            if known is None or found[:2] > known[:2]:
                self._latest[key] = found

    def counted(self) -> CountedPlaces:
        """Return which profiles count: of each municipality, or of each of its respondents, the one with the latest answers."""
        groups = subject_groups(self._facts).of
        best: dict[tuple[str, int, str], _Latest] = {}
        for (name, number, label), found in self._latest.items():
            key = (name, groups[number], label)
            known = best.get(key)
            if known is None or found[:2] > known[:2]:
                best[key] = found
        held: dict[str, dict[int, int]] = {}
        for (name, group, _), found in best.items():
            held.setdefault(name, {})[found.place] = group
        return CountedPlaces(held)

"""Writing profiles anew without what could tell whose they are; names become running numbers."""

import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mo_check.compare.pure.anonymous_profile import Kept, Unsaid, anonymous
from mo_check.compare.pure.comparison_mode import same_subject
from mo_check.errors import InvalidInput, Message, Problem, UsageError
from mo_check.files.atomic import is_one_of, make_folder, write_whole
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import LoadedProfile
from mo_check.languages import Language, msgid
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile

_LABELS: Mapping[Perspective, str] = {
    Perspective.MUNICIPALITY: msgid("Verwaltung {number}"),
    Perspective.DEPARTMENT: msgid("Fachamt {number}"),
    Perspective.MIGRANT_ORGANISATION: msgid("Verein {number}"),
    Perspective.AGREED: msgid("Runde {number}"),
}


class Renamed(NamedTuple):
    """A profile without names, where it is written, and what it was made from."""

    file: Path
    profile: Profile
    original: LoadedProfile


def anonymized(profiles: Sequence[LoadedProfile], folder: Path, kept: Kept, language: Language) -> tuple[Renamed, ...]:
    """Return the profiles without names and where they go, in an order that says nothing of the one they were given in.

    They are numbered by the content that is left, so the same profiles get the same numbers however they are named.
    """
    order = sorted(profiles, key=lambda one: _mark(one, kept, language))
    numbers: dict[Perspective, int] = {}
    found = []
    for place, one in enumerate(order, start=1):
        side = one.profile.respondent.perspective
        numbers[side] = numbers.get(side, 0) + 1
        label = language.say(_LABELS[side], number=numbers[side])
        subject = language.say("Kommune {number}", number=_subject_number(one, order))
        file = folder / language.say("profil-{number}.yaml", number=str(place).zfill(len(str(len(order)))))
        found.append(Renamed(file, anonymous(one.profile, _unsaid(subject, label, language), kept), one))
    return tuple(found)


def _unsaid(subject: str, label: str, language: Language) -> Unsaid:
    remark = language.say("Anonym: Die Einwohnerzahl steht für die Größenklasse, jeder Tag für sein Jahr.")
    return Unsaid(subject, label, remark, language.say("nicht genannt"))


def _mark(one: LoadedProfile, kept: Kept, language: Language) -> str:
    text = profile_text(anonymous(one.profile, _unsaid("?", "?", language), kept), {})
    return sha256(text.encode()).hexdigest()


def _subject_number(one: LoadedProfile, order: Sequence[LoadedProfile]) -> int:
    """Return the number of a subject: they are counted as they first come."""
    firsts: list[LoadedProfile] = []
    for other in order:
        if not any(same_subject(other.profile.subject, first.profile.subject) for first in firsts):
            firsts.append(other)
    return next(n for n, first in enumerate(firsts, start=1) if same_subject(one.profile.subject, first.profile.subject))


def write_anonymized(found: Sequence[Renamed], folder: Path, key: Path | None) -> None:
    """Write the profiles into a folder that is made where it is not there, and the key that tells them apart, if it is wanted.

    Raises InvalidInput where a file is there already, UsageError where the key would go over one of them, and CannotWrite.
    """
    if key is not None:
        _refuse_key(key, [one.file for one in found])
    make_folder(folder)
    files = [ProfileFile(one.file, shorts_of(one.original.checklists)) for one in found]
    for file in files:
        file.refuse_existing()
    for file, one in zip(files, found, strict=True):
        file.save(one.profile)
    if key is not None:
        write_whole(key, "".join(_key_line(one) for one in found))


def _refuse_key(key: Path, files: Sequence[Path]) -> None:
    """Refuse a key in place of a file that is there, or of one that is about to be. Raises InvalidInput, UsageError."""
    if os.path.lexists(key):
        raise InvalidInput((Problem(str(key), Message("Die Datei gibt es schon."), Message("Einen anderen Namen wählen.")),))
    if is_one_of(key, files):
        message = Message("--key: „{file}“ wird eines der neuen Profile.", file=str(key))
        raise UsageError(message, Message("Einen anderen Namen wählen."))


def _key_line(one: Renamed) -> str:
    original = one.original.profile
    return f"{one.file.name}\t{one.original.path}\t{original.subject.name}\t{original.respondent.label}\n"

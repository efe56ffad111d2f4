"""Writing profiles anew without what could tell whose they are; names become running numbers."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mo_check.compare.pure.anonymous_profile import Kept, Unsaid, anonymous
from mo_check.compare.pure.frozen_conditions import fallen
from mo_check.errors import InvalidInput, Message, Problem, UsageError
from mo_check.files.atomic import is_inside, make_folder, write_whole
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import LoadedProfile
from mo_check.languages import Language, msgid
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.voices import RespondentKey, respondent_keys

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


class _Given(NamedTuple):
    """A profile as it was given, with how many days its respondent ended answering a checklist before it in that year."""

    loaded: LoadedProfile
    earlier: Mapping[str, int]

    def anonymous(self, unsaid: Unsaid, kept: Kept) -> Profile:
        checklists = {held.checklist.id: held.checklist for held in self.loaded.checklists}
        return anonymous(self.loaded.profile, unsaid, kept, checklists=checklists, earlier=self.earlier)


def anonymized(profiles: Sequence[LoadedProfile], folder: Path, kept: Kept, language: Language) -> tuple[Renamed, ...]:
    """Return the profiles without names and where they go, in an order that says nothing of the one they were given in.

    They are numbered by the content that is left, so the same profiles get the same numbers however they are named. One
    respondent keeps one number over several files.
    """
    nameless = _unsaid("?", "?", language)
    order = sorted(_counted(profiles), key=lambda one: _mark(one.anonymous(nameless, kept)))
    keys = respondent_keys([one.loaded.profile for one in order])
    numbers: dict[Perspective, dict[RespondentKey, int]] = defaultdict(dict)
    found = []
    for place, (one, key) in enumerate(zip(order, keys, strict=True), start=1):
        known = numbers[key.side]
        label = language.say(_LABELS[key.side], number=known.setdefault(key, len(known) + 1))
        subject = language.say("Kommune {number}", number=key.subject + 1)
        file = folder / language.say("profil-{number}.yaml", number=str(place).zfill(len(str(len(order)))))
        found.append(Renamed(file, one.anonymous(_unsaid(subject, label, language), kept), one.loaded))
    return tuple(found)


def _unsaid(subject: str, label: str, language: Language) -> Unsaid:
    remark = language.say(
        "Anonym: Die Einwohnerzahl steht für die Größenklasse, jeder Tag für sein Jahr und für die Reihenfolge darin."
    )
    return Unsaid(subject, label, remark, language.say("nicht genannt"))


def _mark(profile: Profile) -> str:
    return sha256(profile_text(profile, {}).encode()).hexdigest()


def _counted(profiles: Sequence[LoadedProfile]) -> Iterator[_Given]:
    """Yield each profile with what its respondent answered before."""
    keys = respondent_keys([one.profile for one in profiles])
    ended: dict[tuple[RespondentKey, str], set[date]] = defaultdict(set)
    for key, one in zip(keys, profiles, strict=True):
        for name in one.profile.checklists:
            if day := one.profile.answered_on(name):
                ended[key, name].add(day)
    for key, one in zip(keys, profiles, strict=True):
        last = {name: one.profile.answered_on(name) for name in one.profile.checklists}
        yield _Given(one, {name: _earlier(ended[key, name], day) for name, day in last.items() if day})


def _earlier(days: set[date], last: date) -> int:
    return sum(1 for day in days if day.year == last.year and day < last)


def before_passing_on(found: Sequence[Renamed]) -> Iterator[Message]:
    """Yield what is still to be looked at before the profiles are passed on."""
    if scoped := _telling(found, lambda profile: profile.scope):
        yield Message(
            "Vor dem Weitergeben ansehen: {files}. Niemand sonst auf derselben Seite hat diesen Umfang; wer die Runde kennt, "
            "kann daran erkennen, von wem die Antworten sind.",
            files=scoped,
        )
    if chosen := _telling(found, lambda profile: frozenset(profile.checklists)):
        yield Message(
            "Vor dem Weitergeben ansehen: {files}. Niemand sonst auf derselben Seite hat genau diese Checklisten beantwortet; "
            "wer die Runde kennt, kann daran erkennen, von wem die Antworten sind.",
            files=chosen,
        )
    if lost := tuple(one.file.name for one in found if _lost(one)):
        yield Message(
            "Fragen, die nur Stadtstaaten gestellt werden, fehlen hier: {files}. Ihre Werte sind andere als die des Originals.",
            files=lost,
        )


def _telling(found: Sequence[Renamed], trait: Callable[[Profile], object]) -> tuple[str, ...]:
    """Return the files whose trait no other file has, or no other respondent of their side, where others have another."""
    keys = respondent_keys([one.original.profile for one in found])
    groups: dict[Perspective | None, list[tuple[RespondentKey | Path, Renamed]]] = defaultdict(list)
    for key, one in zip(keys, found, strict=True):
        groups[None].append((one.file, one))
        groups[key.side].append((key, one))
    telling: set[Path] = set()
    for group in groups.values():
        holders: dict[object, set[RespondentKey | Path]] = defaultdict(set)
        for holder, one in group:
            holders[trait(one.profile)].add(holder)
        if len(holders) > 1:
            telling |= {one.file for _, one in group if len(holders[trait(one.profile)]) == 1}
    return tuple(one.file.name for one in found if one.file in telling)


def _lost(one: Renamed) -> bool:
    original = one.original
    return any(fallen(original.profile, one.profile.subject, held.checklist) for held in original.checklists)


def write_anonymized(found: Sequence[Renamed], folder: Path, key: Path | None) -> None:
    """Write the profiles into a folder that is made where it is not there, and the key that tells them apart, if it is wanted.

    The key is for its owner's eyes only. Raises InvalidInput where a file is there already, UsageError for a key that would
    lie with the profiles, and CannotWrite.
    """
    if key is not None:
        _refuse_key(key, folder)
    make_folder(folder)
    files = [ProfileFile(one.file, shorts_of(one.original.checklists)) for one in found]
    for file in files:
        file.refuse_existing()
    for file, one in zip(files, found, strict=True):
        file.save(one.profile)
    if key is not None:
        write_whole(key, "".join(_key_line(one) for one in found), private=True)


def _refuse_key(key: Path, folder: Path) -> None:
    """Refuse a key in place of a file that is there, or where the profiles are. Raises InvalidInput, UsageError."""
    if os.path.lexists(key):
        raise InvalidInput((Problem(str(key), Message("Die Datei gibt es schon."), Message("Einen anderen Namen wählen.")),))
    if is_inside(key, folder):
        message = Message("--key: „{file}“ läge im Ordner der neuen Profile und ginge mit ihnen weiter.", file=str(key))
        raise UsageError(message, Message("Einen Ort außerhalb von „{folder}“ nennen.", folder=str(folder)))


def _key_line(one: Renamed) -> str:
    original = one.original.profile
    cells = (one.file.name, str(one.original.path), original.subject.name, original.respondent.label)
    return "\t".join(_on_one_line(cell) for cell in cells) + "\n"


def _on_one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)

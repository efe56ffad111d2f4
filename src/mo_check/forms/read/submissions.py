"""What came back with a form: one respondent's profile, checked like any other, and what should be said about it."""

from collections.abc import Iterator
from typing import NamedTuple

from mo_check.errors import Message
from mo_check.files.library import Library, LoadedChecklist
from mo_check.model.checks.fitting import check_profile, renamed
from mo_check.model.issue import Issue
from mo_check.model.profile import Profile


class Submission(NamedTuple):
    """One respondent's answers as they came back.

    ``place`` is where in the file they stand, if it holds several; ``sitting`` is the same for a file and its correction, and
    empty where a form cannot tell; ``saved`` is the moment of saving, where known, and grows with time.
    """

    profile: Profile
    file: str
    checklists: tuple[LoadedChecklist, ...]
    place: str = ""
    sitting: str = ""
    saved: str = ""
    remarks: tuple[Message, ...] = ()


class FittedProfile(NamedTuple):
    """A profile held against the checklists that are here: answers under former ids moved, and what does not fit."""

    profile: Profile
    checklists: tuple[LoadedChecklist, ...]
    complaints: tuple[Issue, ...]
    remarks: tuple[Message, ...]


def held_against(profile: Profile, library: Library) -> FittedProfile:
    """Hold a profile that came back against the checklists it answers. Raises InvalidInput for a broken checklist."""
    known = {file.stem for file in library.files()}
    checklists = tuple(library.load(name) for name in profile.checklists if name in known)
    complaints = [_unknown(name) for name in profile.checklists if name not in known]
    remarks: list[Message] = []
    for loaded in checklists:
        remarks += _other_version(profile, loaded)
        profile = renamed(profile, loaded.checklist)
        complaints += check_profile(profile, loaded.checklist)
    return FittedProfile(profile, checklists, tuple(complaints), tuple(remarks))


def _unknown(name: str) -> Issue:
    message = Message("Die Checkliste „{id}“ gibt es nicht.", id=name)
    return Issue(("checklists", name), message, Message("Den Ordner, in dem sie liegt, mit --checklists nennen."))


def _other_version(profile: Profile, loaded: LoadedChecklist) -> Iterator[Message]:
    held = profile.checklists[loaded.checklist.id]
    name, theirs, ours = loaded.checklist.id, held.version, loaded.checklist.version
    if theirs != ours:
        yield Message(
            "Das Formular fragt nach Fassung {theirs} von „{id}“; hier ist Fassung {ours}.", id=name, theirs=theirs, ours=ours
        )
    elif held.digest not in {None, loaded.digest}:
        yield Message("Seit das Formular gemacht wurde, hat sich „{id}“ geändert.", id=name)

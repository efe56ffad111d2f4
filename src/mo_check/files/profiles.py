"""Profiles on disk: loading with everything checked."""

from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.loading import build_model, check_format, load_tree, located_problems
from mo_check.files.reading import read_bytes
from mo_check.model.checks.fitting import check_profile, check_subject, renamed
from mo_check.model.item import Perspective
from mo_check.model.profile import PROFILE_FORMAT, Profile


class LoadedProfile(NamedTuple):
    """A profile with its file, the bytes it was read from, and the checklists of it that are known here."""

    profile: Profile
    path: Path
    data: bytes
    checklists: tuple[LoadedChecklist, ...]


def load_profile(path: Path, library: Library | None = None) -> LoadedProfile:
    """Load a profile and the checklists it answers. Raises InvalidInput with everything that is wrong.

    Answers to a checklist that the library does not have are kept untouched.
    """
    library = library or Library()
    data = read_bytes(path)
    text, tree = load_tree(path, data, plain=True)
    check_format(path, text, tree, PROFILE_FORMAT)
    profile = build_model(Profile, path, text, tree)
    whole = profile.respondent.perspective not in {Perspective.MUNICIPALITY, Perspective.AGREED}
    checklists = tuple(library.load(held, whole=whole) for held in profile.checklists if library.has(held))
    for loaded in checklists:
        profile = renamed(profile, loaded.checklist)
    complaints = [*check_subject(profile)]
    complaints += [c for loaded in checklists for c in check_profile(profile, loaded.checklist)]
    if problems := located_problems(path, text, complaints):
        raise InvalidInput(problems)
    return LoadedProfile(profile, path, data, checklists)

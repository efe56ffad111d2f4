"""Profiles on disk: loading with everything checked, and a file that is saved after every answer."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mo_check.content.library import Library, LoadedChecklist
from mo_check.content.loading import build, check_format, load_tree, locate
from mo_check.content.profile_text import profile_text
from mo_check.content.reading import read_bytes
from mo_check.content.saving import current_mark, keep_backup, mark_of, save_checked
from mo_check.errors import CannotWrite, InvalidInput, Message, Problem
from mo_check.model.fitting import check_profile
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
    text, tree = load_tree(path, data)
    check_format(path, text, tree, PROFILE_FORMAT)
    profile = build(Profile, path, text, tree)
    known = {file.stem for file in library.files()}
    checklists = tuple(library.load(held) for held in profile.checklists if held in known)
    complaints = [c for loaded in checklists for c in check_profile(profile, loaded.checklist)]
    if problems := locate(path, text, complaints):
        raise InvalidInput(problems)
    return LoadedProfile(profile, path, data, checklists)


class ProfileFile:
    """A profile's file during an interview: saved whole after every answer, never over somebody else's change.

    ``data`` are the bytes the profile was loaded from, None for a new file. ``backup`` is the copy that was kept because the
    file held something we would not write ourselves, such as a person's comments.
    """

    def __init__(self, path: Path, shorts: Mapping[str, Mapping[str, str]], loaded: LoadedProfile | None = None) -> None:
        self.path = path
        self.backup: Path | None = None
        self._shorts = shorts
        self._loaded = loaded
        self._mark = mark_of(loaded.data) if loaded else None

    def save(self, profile: Profile) -> None:
        """Write the profile. Raises CannotWrite, which carries the unsaved text."""
        text = profile_text(profile, self._shorts)
        self._keep_comments(text)
        self._mark = save_checked(self.path, text, self._mark)

    def refuse_existing(self) -> None:
        """Refuse to begin a new profile where a file already stands. Raises InvalidInput."""
        try:
            exists = current_mark(self.path) is not None
        except OSError:
            exists = True
        if exists:
            message = Message("Die Datei gibt es schon.")
            raise InvalidInput(
                (
                    Problem(
                        str(self.path),
                        message,
                        Message("Einen anderen Namen wählen oder die Datei zum Weitermachen angeben."),
                    ),
                )
            )

    def _keep_comments(self, text: str) -> None:
        loaded = self._loaded
        if loaded is not None and profile_text(loaded.profile, self._shorts).encode() != loaded.data:
            try:
                self.backup = keep_backup(self.path, loaded.data)
            except CannotWrite as error:
                raise CannotWrite(error.message, error.remedy, text) from error
        self._loaded = None


def shorts_of(checklists: tuple[LoadedChecklist, ...]) -> dict[str, dict[str, str]]:
    """Return what stands as a comment beside each item's id, per checklist."""
    return {
        loaded.checklist.id: {item.id: item.short for d in loaded.checklist.dimensions for item in d.items}
        for loaded in checklists
    }

"""The file of a profile during an interview: saved after every answer."""

from collections.abc import Mapping
from pathlib import Path

from mo_check.errors import CannotWrite, InvalidInput, Message, Problem
from mo_check.files.atomic import cannot_write, file_digest, keep_backup, save_checked
from mo_check.files.library import LoadedChecklist
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import LoadedProfile
from mo_check.model.profile import Profile


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
        self._mark = file_digest(loaded.data) if loaded else None

    def save(self, profile: Profile) -> None:
        """Write the profile. Raises CannotWrite, which carries the unsaved text."""
        text = profile_text(profile, self._shorts)
        self._keep_comments(text)
        self._mark = save_checked(self.path, text, self._mark)

    def refuse_existing(self) -> None:
        """Refuse to begin a new profile where a file already stands. Raises InvalidInput; CannotWrite where none can be."""
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            raise cannot_write(self.path, error) from error
        remedy = Message("Einen anderen Namen wählen oder die Datei zum Weitermachen angeben.")
        raise InvalidInput((Problem(str(self.path), Message("Die Datei gibt es schon."), remedy),))

    def _keep_comments(self, text: str) -> None:
        loaded = self._loaded
        if loaded is not None and profile_text(loaded.profile, self._shorts).encode() != _plain(loaded.data):
            try:
                self.backup = keep_backup(self.path, loaded.data)
            except CannotWrite as error:
                raise CannotWrite(error.message, error.remedy, text) from error
        self._loaded = None


def _plain(data: bytes) -> bytes:
    """Return the bytes of a file without byte order mark and with one kind of line end, which no person typed."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def shorts_of(checklists: tuple[LoadedChecklist, ...]) -> dict[str, dict[str, str]]:
    """Return what stands as a comment beside each item's id, per checklist: German, whatever language is spoken."""
    return {
        loaded.checklist.id: {item.id: item.short for d in loaded.german.dimensions for item in d.items} for loaded in checklists
    }

"""Writing a file whole or not at all, and never over what somebody else has written meanwhile."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

from mo_check.errors import CannotWrite, Message

_TRIES = 5
_FIRST_PAUSE = 0.1
_PRIVATE = 0o600


def file_digest(data: bytes | None) -> str | None:
    """Return the mark by which a file's content is recognised; None for a file that is not there."""
    return None if data is None else sha256(data).hexdigest()


def current_digest(path: Path) -> str | None:
    """Return the mark of what stands in a file now, None if nothing does. Raises OSError if that cannot be told."""
    try:
        return file_digest(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def write_whole(path: Path, content: str | bytes, *, private: bool = False) -> None:
    """Write a file whole or not at all, ``private`` for its owner's eyes only. Raises CannotWrite, which carries what is text."""
    try:
        with AtomicWriter(path, private=private) as stream:
            stream.write(content)
    except CannotWrite as error:
        error.unsaved = content if isinstance(content, str) else ""
        raise


class AtomicWriter:
    """A file that is written piece by piece aside in the same folder, flushed to the disk and, at the end, moved in place.

    Whatever happens, the old file or the new one stands there, never a part: where the block raises, nothing is moved. A link is
    followed, permissions are kept; only a ``private`` file nobody but its owner may read. A pipe or a device cannot be replaced
    and is written into. Entering, writing and leaving raise CannotWrite.
    """

    def __init__(self, path: Path, *, private: bool = False) -> None:
        self._path = path
        self._private = private
        self._temporary: Path | None = None

    def __enter__(self) -> Self:
        try:
            if _cannot_be_replaced(self._path):
                self._stream: BinaryIO = self._path.open("wb")
                return self
            self._target = link_target(self._path)
            name = f".{self._target.name[:40]}."
            descriptor, temporary = tempfile.mkstemp(prefix=name, suffix=".tmp", dir=self._target.parent)
            self._temporary = Path(temporary)
            try:
                self._stream = os.fdopen(descriptor, "wb")
            except BaseException:
                self._temporary.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise cannot_write(self._path, error) from error
        return self

    def write(self, piece: str | bytes) -> None:
        """Write the next piece; text in UTF-8 with LF, and a question mark for what of a file's name is no text."""
        try:
            self._stream.write(piece.encode(errors="replace") if isinstance(piece, str) else piece)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._stream.flush()
                self._put_in_place()
        except OSError as error:
            raise cannot_write(self._path, error) from error
        finally:
            with suppress(OSError):
                self._stream.close()
            if self._temporary is not None:
                with suppress(OSError):
                    self._temporary.unlink(missing_ok=True)

    def _put_in_place(self) -> None:
        """Move what is written to where it belongs, once it is on the disk; what was written in place is there."""
        if self._temporary is None:
            return
        os.fsync(self._stream.fileno())
        self._stream.close()
        self._temporary.chmod(_PRIVATE if self._private else _permissions(self._target))
        _move(str(self._temporary), self._target)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are not there. Raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def save_checked(path: Path, text: str, expected: str | None) -> str:
    """Write a file if it still is what it was at the last load or save, and return its new mark. Raises CannotWrite.

    A hash is compared instead of holding a lock, because locks go stale on network drives.
    """
    try:
        found = current_digest(path)
    except OSError as error:
        raise cannot_write(path, error, text) from error
    if found != expected:
        message = Message("„{file}“ hat inzwischen jemand anderes geändert; nichts wurde überschrieben.", file=str(path))
        remedy = Message("Die Antworten unten in eine neue Datei kopieren und beide vergleichen.")
        raise CannotWrite(message, remedy, text)
    write_whole(path, text)
    return sha256(text.encode()).hexdigest()


def keep_backup(path: Path, data: bytes) -> Path:
    """Keep the bytes of a file beside it as ``.bak`` and return its name; nothing that stands there is overwritten."""
    number = 0
    while True:
        backup = path.with_name(f"{path.name}.bak{number or ''}")
        try:
            backup.touch(mode=_PRIVATE, exist_ok=False)
        except FileExistsError:
            if _holds(backup, data):
                return backup
        except OSError as error:
            raise cannot_write(backup, error) from error
        else:
            _fill(backup, data, _permissions(path))
            return backup
        number += 1


def _fill(backup: Path, data: bytes, permissions: int) -> None:
    """Write the bytes into a file just made; where that fails, nothing of it is left."""
    try:
        backup.write_bytes(data)
        backup.chmod(permissions)
    except OSError as error:
        with suppress(OSError):
            backup.unlink()
        raise cannot_write(backup, error) from error


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def link_target(path: Path) -> Path:
    """Return where a link leads to. Raises OSError for links that lead in a circle."""
    try:
        return path.resolve()
    except RuntimeError:  # before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path leads into a folder, whichever way; a name that no file can have leads nowhere."""
    try:
        return link_target(path).is_relative_to(link_target(folder))
    except (OSError, ValueError):
        return False


def is_one_of(path: Path, others: Iterable[Path]) -> bool:
    """Tell whether a path leads to where one of the others leads; a name that no file can have leads nowhere."""
    try:
        place = link_target(path)
    except (OSError, ValueError):
        return False
    return any(_leads_to(other, place) for other in others)


def _leads_to(path: Path, place: Path) -> bool:
    try:
        return link_target(path) == place
    except (OSError, ValueError):
        return False


def _cannot_be_replaced(path: Path) -> bool:
    """Tell whether a pipe, a device or the like stands there: a new file in its place would not be what others hold open."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _permissions(target: Path) -> int:
    """Return the permissions of a file, or for a new one those that the user's umask leaves."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        withheld = os.umask(0o077)  # it cannot be read without being set
        os.umask(withheld)
        return 0o666 & ~withheld


def _move(temporary: str, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            Path(temporary).replace(target)
        except PermissionError:  # Windows: a virus scanner or an open program holds the file for a moment
            if attempt == _TRIES - 1:
                raise
            time.sleep(_FIRST_PAUSE * 2**attempt)
        else:
            return


def cannot_write(path: Path, error: OSError, unsaved: str = "") -> CannotWrite:
    """Return what to raise where the system does not let us write a file."""
    message = Message("„{file}“ lässt sich nicht schreiben: {reason}.", file=str(path), reason=system_reason(error))
    return CannotWrite(message, Message("Einen anderen Ort wählen oder Platz und Rechte prüfen."), unsaved)


def system_reason(error: OSError) -> Message | str:
    """Return why the system refused, in our words where we have some."""
    reasons = {
        errno.ENOSPC: Message("kein Platz mehr"),
        errno.EDQUOT: Message("kein Platz mehr"),
        errno.EACCES: Message("keine Schreibrechte"),
        errno.EPERM: Message("keine Schreibrechte"),
        errno.EROFS: Message("das Laufwerk ist schreibgeschützt"),
        errno.ENOENT: Message("den Ordner gibt es nicht"),
        errno.ENOTDIR: Message("den Ordner gibt es nicht"),
        errno.EEXIST: Message("das ist kein Ordner"),
        errno.EISDIR: Message("das ist ein Ordner"),
        errno.ENAMETOOLONG: Message("der Name ist zu lang"),
    }
    return reasons.get(error.errno or 0) or error.strerror or type(error).__name__

"""Which profile files are meant: files as they are named, folders by what lies in them, patterns by what they match."""

import os
from collections.abc import Callable, Iterable, Iterator
from glob import iglob
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.reading import is_folder

Complain = Callable[[InvalidInput], None]

SUFFIXES = frozenset({".yaml", ".yml"})
_PATTERN = frozenset("*?[")


def profile_files(
    names: Iterable[Path],
    complain: Complain,
    *,
    recursive: bool = False,
    suffixes: frozenset[str] = SUFFIXES,
) -> Iterator[Path]:
    """Yield the files that are meant, in the order given and each once, by whatever link or way it is named.

    A folder and a pattern stand for their files in the order of names.

    A file is yielded as it is named, whether it is there or not: whoever reads it says so. A folder stands for the files in it
    that end with one of ``suffixes`` (``.yaml`` and ``.yml``), with ``recursive`` for those below it too; hidden ones are
    passed over. A pattern may match folders, too. Complained of are a folder that cannot be read, and a folder and a pattern
    that stand for no file.
    """
    seen: set[int] = set()
    for name in names:
        told: list[InvalidInput] = []
        nothing = True
        for path in _meant(name, told.append, suffixes, recursive=recursive):
            nothing = False
            if (file := _file(path)) not in seen:
                seen.add(file)
                yield path
        if nothing and not told:
            told.append(_refused(name, _missing(name, suffixes), Message("Name und Ordner prüfen.")))
        for error in told:
            complain(error)


def is_several(name: Path) -> bool:
    """Tell whether a name is that of a folder or a pattern, and not of one file."""
    return is_folder(name) or _is_pattern(name)


def _meant(name: Path, complain: Complain, suffixes: frozenset[str], *, recursive: bool) -> Iterator[Path]:
    """Yield the files that one name stands for."""
    if is_folder(name):
        yield from _in_folder(name, complain, suffixes, recursive=recursive)
    elif _is_pattern(name):
        for path in sorted(Path(one) for one in iglob(str(name), recursive=True)):  # noqa: PTH207 - absolute patterns too
            if is_folder(path):
                yield from _in_folder(path, complain, suffixes, recursive=recursive)
            else:
                yield path
    else:
        yield name


def _file(name: Path) -> int:
    """Return a number for the file behind a name, the same for every link to it; for what cannot be looked at one of its name."""
    try:
        found = name.stat()
    except (OSError, ValueError):
        return -abs(hash(str(name)))
    return (found.st_dev << 64) | found.st_ino


def _is_pattern(name: Path) -> bool:
    try:
        return not _PATTERN.isdisjoint(str(name)) and "\0" not in str(name) and not name.exists()
    except OSError:  # too long for the name of a file, but not for a pattern
        return True


def _missing(name: Path, suffixes: frozenset[str]) -> Message:
    """Return what to say of a folder or a pattern that stands for no file."""
    if not is_folder(name):
        return Message("Zu diesem Muster gibt es keine Datei.")
    if suffixes is SUFFIXES:
        return Message("In diesem Ordner liegt keine Profildatei.")
    words = tuple(sorted(suffixes))
    return Message("In diesem Ordner liegt keine Datei mit einer dieser Endungen: {words}.", words=words)


def _in_folder(folder: Path, complain: Complain, suffixes: frozenset[str], *, recursive: bool) -> Iterator[Path]:
    """Yield the files of a folder by name; only the names of one folder are held at a time, however many files there are."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in entries if not one.name.startswith("."))
    except OSError:
        complain(_refused(folder, Message("Der Ordner lässt sich nicht lesen."), Message("Rechte und Laufwerk prüfen.")))
        return
    for name, holds_more in names:
        if holds_more and recursive:
            yield from _in_folder(folder / name, complain, suffixes, recursive=True)
        elif name[name.rfind(".") :].casefold() in suffixes and _is_file(path := folder / name):
            yield path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # what may not be looked at is complained of by whoever reads it
        return True


def _refused(name: Path, message: Message, remedy: Message) -> InvalidInput:
    return InvalidInput((Problem(str(name), message, remedy),))

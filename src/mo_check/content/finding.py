"""Which profile files are meant: files as they are named, folders by what lies in them, patterns by what they match."""

import os
from collections.abc import Callable, Iterable, Iterator
from glob import iglob
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem

SUFFIXES = frozenset({".yaml", ".yml"})
_PATTERN = frozenset("*?[")


def profile_files(
    names: Iterable[Path],
    complain: Callable[[InvalidInput], None],
    *,
    recursive: bool = False,
    suffixes: frozenset[str] = SUFFIXES,
) -> Iterator[Path]:
    """Yield the files that are meant, in the order given and each once; a folder and a pattern in the order of names.

    A file is yielded as it is named, whether it is there or not: whoever reads it says so. A folder stands for the files in it
    that end with one of ``suffixes`` (``.yaml`` and ``.yml``), with ``recursive`` for those below it too; hidden ones are
    passed over. A folder without any file and a pattern without any match are complained of.
    """
    seen: set[str] = set()
    for name in names:
        nothing = True
        for path in _meant(name, suffixes, recursive=recursive):
            nothing = False
            if (whole := str(path.absolute())) not in seen:
                seen.add(whole)
                yield path
        if nothing:
            complain(InvalidInput((Problem(str(name), _missing(name, suffixes), Message("Name und Ordner prüfen.")),)))


def _meant(name: Path, suffixes: frozenset[str], *, recursive: bool) -> Iterator[Path]:
    """Yield the files that one name stands for."""
    if name.is_dir():
        yield from _in_folder(name, suffixes, recursive=recursive)
    elif _is_pattern(name):
        matches = iglob(str(name), recursive=True)  # noqa: PTH207 - absolute patterns too
        yield from sorted(Path(one) for one in matches)
    else:
        yield name


def _is_pattern(name: Path) -> bool:
    return not _PATTERN.isdisjoint(str(name)) and not name.exists()


def _missing(name: Path, suffixes: frozenset[str]) -> Message:
    """Return what to say of a folder or a pattern that stands for no file."""
    if not name.is_dir():
        return Message("Zu diesem Muster gibt es keine Datei.")
    if suffixes is SUFFIXES:
        return Message("In diesem Ordner liegt keine Profildatei.")
    words = tuple(sorted(suffixes))
    return Message("In diesem Ordner liegt keine Datei mit einer dieser Endungen: {words}.", words=words)


def _in_folder(folder: Path, suffixes: frozenset[str], *, recursive: bool) -> Iterator[Path]:
    """Yield the files of a folder by name; only the names of one folder are held at a time, however many files there are."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((one.name, one.is_dir(follow_symlinks=False)) for one in entries if not one.name.startswith("."))
    except OSError:
        return  # a folder that may not be read holds nothing that could be
    for name, is_folder in names:
        if is_folder and recursive:
            yield from _in_folder(folder / name, suffixes, recursive=True)
        elif name[name.rfind(".") :].casefold() in suffixes and (path := folder / name).is_file():
            yield path

"""Which profile files are meant: files as they are named, folders by what lies in them, patterns by what they match."""

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
    seen: set[Path] = set()
    for name in names:
        found, missing = _meant(name, suffixes, recursive=recursive)
        if not found:
            complain(InvalidInput((Problem(str(name), missing, Message("Name und Ordner prüfen.")),)))
        for path in found:
            if (whole := path.absolute()) not in seen:
                seen.add(whole)
                yield path


def _meant(name: Path, suffixes: frozenset[str], *, recursive: bool) -> tuple[list[Path], Message]:
    """Return the files that one name stands for, and what to say if there are none."""
    if name.is_dir():
        missing = Message("In diesem Ordner liegt keine Profildatei.")
        if suffixes is not SUFFIXES:
            missing = Message(
                "In diesem Ordner liegt keine Datei mit einer dieser Endungen: {words}.", words=tuple(sorted(suffixes))
            )
        return _in_folder(name, suffixes, recursive=recursive), missing
    if not _PATTERN.isdisjoint(str(name)) and not name.exists():
        matches = iglob(str(name), recursive=True)  # noqa: PTH207 - absolute patterns too
        return sorted(Path(one) for one in matches), Message("Zu diesem Muster gibt es keine Datei.")
    return [name], Message("Die Datei gibt es nicht.")


def _in_folder(folder: Path, suffixes: frozenset[str], *, recursive: bool) -> list[Path]:
    found = folder.rglob("*") if recursive else folder.iterdir()
    return sorted(
        path
        for path in found
        if path.suffix.casefold() in suffixes
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )

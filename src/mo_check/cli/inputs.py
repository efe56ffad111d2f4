"""Which profile files a call of many means: paths from the command line and from a list."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.streams import standard_input
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.files.finding import SUFFIXES, profile_files
from mo_check.files.reading import decode, is_folder, is_there, read_bytes

_PROFILES = typer.Argument(metavar="PROFIL…", help="Profildateien, Ordner und Muster wie „2026/*.yaml“.")
ProfilePaths = Annotated[list[Path], _PROFILES]
"""What every command of several profiles takes."""
ProfilePathsOrList = Annotated[list[Path] | None, _PROFILES]
"""The same, where ``--from-file`` may name them instead."""
FromFile = Annotated[
    Path | None,
    typer.Option(metavar="DATEI", help="Weitere Pfade aus einer Liste lesen, einer je Zeile; - ist die Standardeingabe."),
]
Recursive = Annotated[bool, typer.Option("--recursive", help="Auch die Ordner in den Ordnern.")]


def protected_inputs(paths: Iterable[Path] | None, *outputs: Path | None, from_file: Path | None = None) -> list[Path]:
    """Return what must not be written over: what is named, and an output that looks like a profile and is there.

    A list names itself and what stands in it, a pattern what it matches; the profiles of a folder look like what they are.
    Raises InvalidInput for a bad list.
    """
    there = [one for one in outputs if one is not None and is_there(one)]
    if not there:
        return list(paths or ())
    from_disk = from_file if from_file is not None and str(from_file) != "-" else None
    names = [name for name in _named(paths or (), _listed(from_disk)) if not is_folder(name)]
    looking = (one for one in there if one.suffix.casefold() in SUFFIXES)
    return [*profile_files(names, lambda _: None), *looking, *([from_disk] if from_disk else [])]


def input_files(
    paths: list[Path] | None, from_file: Path | None, complain: Callable[[InvalidInput], None], *, recursive: bool
) -> Iterator[Path]:
    """Return the files that are meant, each once. Raises UsageError where nothing is named, InvalidInput for a bad list."""
    if not paths and from_file is None:
        raise UsageError(
            Message("Es fehlt, welche Profile gemeint sind."), Message("Dateien, Ordner oder Muster nennen, oder --from-file.")
        )
    return profile_files(_named(paths or (), _listed(from_file)), complain, recursive=recursive)


def _named(paths: Iterable[Path], listed: Iterable[str]) -> Iterator[Path]:
    yield from paths
    yield from (Path(name) for line in listed if (name := line.strip("\r\n")))


def _listed(file: Path | None) -> Iterable[str]:
    if file is None:
        return ()
    if str(file) == "-":
        return standard_input()
    return decode(read_bytes(file), file).splitlines()

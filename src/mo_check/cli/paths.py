"""Which profile files a call of many means: paths from the command line and from a list."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from mo_check.content.finding import SUFFIXES, profile_files
from mo_check.content.reading import decode, read_bytes
from mo_check.errors import InvalidInput, Message, UsageError

Paths = Annotated[list[Path] | None, typer.Argument(metavar="PFAD…", help="Profildateien, Ordner und Muster wie „2026/*.yaml“.")]
FromFile = Annotated[
    Path | None,
    typer.Option(metavar="DATEI", help="Weitere Pfade aus einer Liste lesen, einer je Zeile; - ist die Standardeingabe."),
]
Recursive = Annotated[bool, typer.Option("--recursive", help="Auch die Ordner in den Ordnern.")]


def spared(paths: Iterable[Path] | None, *outputs: Path | None) -> list[Path]:
    """Return what must not be written over: the paths that are named, and an output that looks like a profile and is there."""
    looking = [one for one in outputs if one is not None and one.suffix.casefold() in SUFFIXES and one.exists()]
    return [*(paths or ()), *looking]


def meant(
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
        return sys.stdin
    return decode(read_bytes(file), file).splitlines()

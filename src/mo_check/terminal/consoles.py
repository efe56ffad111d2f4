"""The consoles of the program: made once per call, from the stream and the environment."""

from collections.abc import Mapping
from typing import TextIO

from rich.console import Console

from mo_check.terminal.glyphs import ASCII, FULL, Glyphs


def console_for(stream: TextIO, width: int | None = None) -> Console:
    """Return a console that draws on a stream; texts are never read as markup, emoji codes or highlights."""
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def glyphs_for(console: Console, environment: Mapping[str, str]) -> Glyphs:
    """Return the marks a console can draw: ASCII where its encoding or TERM says so."""
    dumb = environment.get("TERM", "").casefold() in {"dumb", "unknown"}
    return ASCII if dumb or console.options.ascii_only else FULL

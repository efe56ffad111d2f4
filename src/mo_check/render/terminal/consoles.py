"""The consoles of the program: made once per call, from the stream and the environment."""

from collections.abc import Mapping
from shutil import get_terminal_size
from typing import TextIO

from rich.console import Console, ConsoleDimensions

from mo_check.render.terminal.glyphs import ASCII, FULL, Glyphs


def console_for(stream: TextIO, width: int | None = None) -> Console:
    """Return a console that draws on a stream; texts are never read as markup, emoji codes or highlights."""
    made = Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)
    if width is None and made.is_dumb_terminal:  # Rich takes these for 80 columns wide, whatever they are
        made.size = ConsoleDimensions(*get_terminal_size())
    return made


def glyphs_for(console: Console, environment: Mapping[str, str]) -> Glyphs:
    """Return the marks a console can draw: ASCII where its encoding or TERM says so."""
    dumb = environment.get("TERM", "").casefold() in {"dumb", "unknown"}
    return ASCII if dumb or console.options.ascii_only else FULL

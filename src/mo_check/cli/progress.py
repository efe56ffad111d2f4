"""How far long work has come: one line on standard error that is written over, and only on a terminal."""

import os
import sys
import time

from mo_check.cli.streams import standard_error
from mo_check.languages import Language

_EVERY = 0.2
"""Seconds between two changes of the line."""


class ProgressLine:
    """A counter of files; silent where nobody looks, where the screen cannot, and beside rows on the same screen."""

    def __init__(self, language: Language, *, silent: bool) -> None:
        self._language = language
        self._silent = silent or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb"
        self._last = 0.0
        self._width = 0

    def show(self, good: int, bad: int) -> None:
        """Say how many files are done, at most five times a second."""
        if self._silent or (now := time.monotonic()) - self._last < _EVERY:
            return
        self._last = now
        text = self._language.count("{number} Profil ausgewertet", "{number} Profile ausgewertet", good)
        if bad:
            text += ", " + self._language.count("{number} Datei nicht", "{number} Dateien nicht", bad)
        self._write(text)

    def clear(self) -> None:
        """Make the line empty, so that something else can stand there."""
        if self._width:
            self._write("")

    def _write(self, text: str) -> None:
        stream = standard_error()
        stream.write("\r" + text.ljust(self._width) + ("" if text else "\r"))
        stream.flush()
        self._width = len(text)

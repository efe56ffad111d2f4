"""The three standard streams: there, steady, and let go quietly when nobody reads any more. Loads no library."""

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

_CLOSED = {errno.EPIPE, errno.EINVAL}
"""How a system says that the reader of a pipe has gone; Windows says EINVAL."""


def steady() -> None:
    """Make the streams take every character: UTF-8 into files and pipes, replacement marks on narrower consoles.

    A stream that was closed before the call, or that a program without a console never had, leads nowhere.
    """
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open(encoding="utf-8")
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def closed(error: OSError) -> bool:
    """Tell whether an error says that the reader of our output has gone."""
    return error.errno in _CLOSED


def let_go() -> None:
    """Lead an output that takes no more to nowhere, so that the last flush at exit does not complain either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def tell_version() -> int:
    """Write the version; returns the exit code."""
    from mo_check import __version__
    from mo_check.errors import CannotWrite

    try:
        sys.stdout.write(f"mo-check {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        let_go()
        return 0 if closed(error) else CannotWrite.exit_code
    return 0

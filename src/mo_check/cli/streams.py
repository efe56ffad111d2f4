"""The three standard streams: there, steady, and let go quietly when nobody reads any more.

``--version`` is answered with nothing but this module, so it imports only what Python has loaded anyway.
"""

import errno
import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself would cost more than the answer
    from typing import TextIO

_CLOSED = {errno.EPIPE, errno.EINVAL}
"""How a system says that the reader of a pipe has gone; Windows says EINVAL."""


def prepare_streams() -> None:
    """Make the streams take every character: UTF-8 into files and pipes, replacement marks on narrower consoles.

    A stream that was closed before the call, or that a program without a console never had, leads nowhere.
    """
    # open, not Path: pathlib would cost --version more than the answer; the streams live as long as the process
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def reader_gone(error: OSError) -> bool:
    """Tell whether an error says that the reader of our output has gone."""
    return error.errno in _CLOSED


def detach_streams() -> None:
    """Lead an output that takes no more to nowhere, so that the last flush at exit does not complain either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _lead(stream, nowhere)
    os.close(nowhere)


def _lead(stream: "TextIO", elsewhere: int) -> None:
    try:
        os.dup2(elsewhere, stream.fileno())
    except (OSError, ValueError):
        return


def tell_version() -> int:
    """Write the version; returns the exit code."""
    from mo_check._version import __version__

    try:
        sys.stdout.write(f"mo-check {__version__}\n")
        sys.stdout.flush()
    except OSError as error:
        detach_streams()
        if reader_gone(error):
            return 0
        from mo_check.errors import CannotWrite

        return CannotWrite.exit_code
    return 0

"""The three standard streams: there, steady, let go quietly when nobody reads any more, and clear about it where they fail.

``--version`` is answered with nothing but this module, so it imports only what Python has loaded anyway.
"""

import errno
import os
import sys
from io import TextIOWrapper

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself would cost more than the answer
    from collections.abc import Iterator
    from typing import Any, BinaryIO, TextIO

CLOSED = frozenset({errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE})
"""How a system says that the reader of a pipe has gone; EINVAL says so on Windows only."""


class ReaderGone(Exception):
    """Whoever read standard output has gone: the call ends at once, and quietly."""


class _Output:
    """Standard output or standard error: as it is, but its failing is said in our words."""

    def __init__(self, stream: "TextIO | BinaryIO", *, needed: bool) -> None:
        self._stream: Any = stream
        self._needed = needed

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    @property
    def buffer(self) -> "_Output":
        return _Output(self._stream.buffer, needed=self._needed)

    def write(self, piece: str | bytes) -> None:
        try:
            self._stream.write(piece)
        except OSError as error:
            self._let_go(error)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            self._let_go(error)

    def _let_go(self, error: OSError) -> None:
        detach_streams()
        if not reader_gone(error):
            from mo_check.errors import CannotWrite, Message
            from mo_check.files.atomic import system_reason

            message = Message("Die Ausgabe lässt sich nicht schreiben: {reason}.", reason=system_reason(error))
            raise CannotWrite(message, Message("Platz prüfen oder die Ausgabe anderswohin leiten.")) from error
        if self._needed:
            raise ReaderGone from error


class _Input:
    """Standard input: as it is, but its failing is said in our words."""

    def __init__(self, stream: "TextIO") -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def __iter__(self) -> "Iterator[str]":
        return iter(self.readline, "")

    def readline(self) -> str:
        try:
            return self._stream.readline()
        except OSError as error:
            from mo_check.errors import InvalidInput, Message, Problem
            from mo_check.files.atomic import system_reason

            message = Message("Die Standardeingabe lässt sich nicht lesen: {reason}.", reason=system_reason(error))
            remedy = Message("Prüfen, woher die Eingabe kommt.")
            raise InvalidInput((Problem("-", message, remedy),)) from error


def standard_output() -> "TextIO":
    """Return standard output. Writing raises ReaderGone where nobody reads it any more, else CannotWrite where it fails."""
    from typing import cast

    return cast("TextIO", _Output(sys.stdout, needed=True))


def standard_error() -> "TextIO":
    """Return standard error; where nobody reads it any more it leads nowhere. Writing raises CannotWrite where it fails."""
    from typing import cast

    return cast("TextIO", _Output(sys.stderr, needed=False))


def standard_input() -> "TextIO":
    """Return standard input, to be read line by line. Reading raises InvalidInput where it fails."""
    from typing import cast

    return cast("TextIO", _Input(sys.stdin))


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
    return error.errno in CLOSED


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

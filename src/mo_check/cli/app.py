"""The program: streams, language, commands, and what every ending is called."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from typer import Abort

from mo_check.cli.commands import ROOT, Group
from mo_check.cli.surroundings import Surroundings
from mo_check.cli.usage import ClickException, tell_usage_error, without_language
from mo_check.cli.wording import tell
from mo_check.errors import MoCheckError
from mo_check.languages import language, settle

DEFECT = 70
"""The exit code of a defect of mo-check itself (sysexits.h, EX_SOFTWARE)."""


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit code; no error reaches the user as a traceback."""
    _steady_streams()
    surroundings = Surroundings(language(settle(None, os.environ)))
    try:
        option, rest = without_language(arguments)
        surroundings = Surroundings(language(settle(option, os.environ)))
        return _command(rest, surroundings)
    except BrokenPipeError:
        return _closed_pipe()
    except MoCheckError as error:
        tell(error, surroundings.language, sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - a defect of ours must not bury the user under a traceback
        if os.environ.get("MO_CHECK_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        sys.stderr.write(
            surroundings.language.say("Das ist ein Fehler in mo-check, nicht in Ihrer Datei: {what}", what=what) + "\n"
        )
        return DEFECT


def _command(arguments: Sequence[str], surroundings: Surroundings) -> int:
    root = Group(ROOT, "mo-check")
    try:
        code = root.main(args=list(arguments), prog_name="mo-check", standalone_mode=False, obj=surroundings)
        sys.stdout.flush()
    except ClickException as error:
        tell_usage_error(error, surroundings.language, sys.stderr)
        return int(error.exit_code)
    except Abort:
        return 130
    return code if isinstance(code, int) else 0


def _steady_streams() -> None:
    """Make the streams take every character: UTF-8 into files and pipes, replacement marks on narrower consoles."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, TextIOWrapper) and not sys.stdin.isatty():
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")


def _closed_pipe() -> int:
    """End quietly when the reader of our output has gone; the last flush at exit must not complain either."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0

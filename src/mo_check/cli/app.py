"""The program: streams, language, commands, and what every ending is called."""

import os
from collections.abc import Sequence
from contextlib import suppress
from glob import glob
from pathlib import Path

from typer import Exit

from mo_check.cli import streams
from mo_check.cli.context import Context
from mo_check.cli.entries import ROOT
from mo_check.cli.groups import CommandGroup
from mo_check.cli.typer_internals import ClickException
from mo_check.cli.usage import General, general_options, tell_usage_error
from mo_check.errors import CannotWrite, Message, MoCheckError, UsageError
from mo_check.languages import choose_language, language

DEFECT = 70
"""The exit code of a defect of mo-check itself (sysexits.h, EX_SOFTWARE)."""
_SEVERAL_LANGUAGES = ("form", "make")
"""The command that speaks to several people at once."""


def run(arguments: Sequence[str]) -> int:
    """Run one call and return its exit code; no error reaches the user as a traceback."""
    streams.prepare_streams()
    ctx = Context(language(choose_language(None, os.environ)))
    try:
        given = general_options(arguments)
        folder = Path(given.checklists) if given.checklists else None
        first = given.languages[0] if given.languages else None
        ctx = Context(language(choose_language(first, os.environ)), folder, given.languages)
        _refuse_several_languages(given)
        return _command(given.rest, ctx)
    except MoCheckError as error:
        return _told(error, ctx)
    except streams.ReaderGone:
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("MO_CHECK_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        with suppress(CannotWrite):
            ctx.remark(ctx.language.say("Das ist ein Fehler in mo-check, nicht in Ihrer Datei: {what}", what=what))
        return DEFECT


def _refuse_several_languages(given: General) -> None:
    """Refuse several languages where only one person is spoken to. Raises UsageError."""
    if len(given.languages) > 1 and tuple(given.rest[:2]) != _SEVERAL_LANGUAGES:
        raise UsageError(Message("Mehrere Sprachen zugleich kennt nur „mo-check form make“."))


def _command(arguments: Sequence[str], ctx: Context) -> int:
    if list(arguments) == ["--version"]:
        return streams.tell_version()
    code: object = 0
    if os.name == "nt":  # cmd and PowerShell leave *.yaml to the program
        arguments = [match for one in arguments for match in (sorted(glob(one)) or [one])]  # noqa: PTH207 - absolute patterns too
    try:  # not through Typer's main, which ends with 1 when a pipe is closed
        with CommandGroup(ROOT, "mo-check").make_context("mo-check", list(arguments), obj=ctx) as context:
            code = context.command.invoke(context)
    except ClickException as error:
        tell_usage_error(error, ctx.language, streams.standard_error())
        return int(error.exit_code)
    except Exit as error:
        code = error.exit_code
    streams.standard_output().flush()
    return code if isinstance(code, int) else 0


def _told(error: MoCheckError, ctx: Context) -> int:
    with suppress(CannotWrite):  # standard error takes no more either; the exit code still says it
        ctx.tell(error)
    return error.exit_code

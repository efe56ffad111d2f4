"""What ``assess`` and ``agree`` share: the io that fit the terminal, and what is shown at the end."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.streams import standard_input, standard_output
from mo_check.cli.wording import in_words
from mo_check.errors import CannotAsk, Message

if TYPE_CHECKING:
    from mo_check.files.library import LoadedChecklist
    from mo_check.files.profile_file import ProfileFile
    from mo_check.interview.question import InterviewIO
    from mo_check.model.profile import Profile


Plain = Annotated[bool, typer.Option("--plain", help="Zeile für Zeile, ohne Bildschirmsteuerung; liest auch aus einer Pipe.")]
AnswersDay = Annotated[
    str | None, typer.Option("--date", metavar="DATUM", help="Tag der Antworten statt heute, etwa 2026-11-14.")
]


def refuse_without_terminal(*, plain: bool) -> bool:
    """Return whether to ask line by line: as wished, or where the terminal can do nothing else. Raises CannotAsk."""
    plain = plain or os.environ.get("TERM", "").casefold() in {"dumb", "unknown"}
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        remedy = Message(
            "Mit --plain liest mo-check die Antworten zeilenweise, auch aus einer Pipe. "
            "Ein leeres Profil legt „mo-check profile new“ an."
        )
        raise CannotAsk(Message("Hier ist kein Bildschirm mit Tastatur, auf dem gefragt werden kann."), remedy)
    return plain


def interview_io(ctx: Context, *, plain: bool) -> "InterviewIO":
    """Return the io that fit the terminal."""
    from mo_check.interview.question import InterviewIO

    def said(message: Message) -> str:
        return in_words(message, ctx.language)

    if plain:
        from mo_check.interview.line_prompter import Lines
        from mo_check.interview.plain_show import Plain

        stream = standard_output()
        lines = Lines(ctx.language, standard_input(), stream)
        return InterviewIO(lines, Plain(stream, ctx.language, _width()), ctx.language, said)
    from mo_check.interview.keyboard import Keyboard
    from mo_check.interview.screen import Screen
    from mo_check.render.terminal.consoles import console_for, glyphs_for

    console = console_for(standard_output())
    screen = Screen(console, glyphs_for(console, os.environ), ctx.language)
    return InterviewIO(Keyboard(ctx.language), screen, ctx.language, said)


def show_summary(profile: "Profile", checklists: "Sequence[LoadedChecklist]", file: Path, ctx: Context, *, plain: bool) -> None:
    """Show where the profile stands after the sitting, where its file is, and what to type next."""
    from mo_check.report.assessed import summaries

    for page in summaries(profile, checklists, file, ctx.language):
        ctx.write("\n")
        if plain:
            from mo_check.render.terminal.plain_page import plain_page

            ctx.write(plain_page(page, _width()))
        else:
            ctx.draw(page)


def tell_backup(file: "ProfileFile", ctx: Context) -> None:
    """Say where a copy is kept of a file that a person had edited."""
    if file.backup:
        ctx.remark(ctx.language.say("Die Datei war von Hand bearbeitet; eine Kopie liegt in {file}.", file=str(file.backup)))


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)

"""``assess``: the interview, from the first question to the summary."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import CannotAsk, Interrupted, Message, UsageError

if TYPE_CHECKING:
    from mo_check.model.interview import Prompter, Show
    from mo_check.model.profile import Profile
    from mo_check.tasks.assessing import Opened, Sitting


def assess(
    context: typer.Context,
    profile: Annotated[
        Path | None, typer.Argument(metavar="PROFIL", help="Profildatei; eine, die es noch nicht gibt, wird angelegt.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Neues Profil: nur der Kurzcheck.")] = False,
    dimension: Annotated[str | None, typer.Option(metavar="KENNUNG", help="Nur ein Handlungsfeld.")] = None,
    only_open: Annotated[bool, typer.Option("--only-open", help="Nur, was ohne Antwort blieb oder niemand wusste.")] = False,
    again: Annotated[
        Path | None,
        typer.Option(metavar="PROFIL", help="Ein früheres Profil wiederholen: seine Antworten bestätigen oder ändern."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DATEI", help="Wohin das neue Profil gesichert wird.")
    ] = None,
    checklist: Annotated[str | None, typer.Option(metavar="CHECKLISTE", help="Kennung oder Datei der Checkliste.")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Zeile für Zeile, ohne Bildschirmsteuerung; liest auch aus einer Pipe.")
    ] = False,
    date: Annotated[str | None, typer.Option(metavar="DATUM", help="Tag der Antworten statt heute, etwa 2026-11-14.")] = None,
) -> int:
    """Open or begin a profile, ask, and show where it stands."""
    from mo_check.tasks.assessing import Sitting, sit

    around: Surroundings = context.obj
    say = around.language.say
    plain = plain or os.environ.get("TERM", "").casefold() in {"dumb", "unknown"}
    if again is not None and profile is not None:
        raise UsageError(Message("Entweder ein Profil oder --again, nicht beides."))
    sitting = Sitting(around.today(date), checklist, dimension, only_open)
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        remedy = Message(
            "Mit --plain liest mo-check die Antworten zeilenweise, auch aus einer Pipe. "
            "Ein leeres Profil legt „mo-check profile new“ an."
        )
        raise CannotAsk(Message("Hier ist kein Bildschirm mit Tastatur, auf dem gefragt werden kann."), remedy)
    prompter, show = _doors(around, plain=plain)
    opened = _opened(profile, again, output, sitting, around, prompter, show, quick=quick)
    try:
        done = sit(opened, sitting, prompter, show, around.language)
    except Interrupted as error:
        around.write("\n")
        tell(error, around.language, sys.stderr)
        around.remark(say("Weiter mit: {call}", call=f"mo-check assess {opened.file.path}"))
        return error.exit_code
    finally:
        if opened.file.backup:
            told = say("Die Datei enthielt eigene Kommentare; eine Kopie liegt in {file}.", file=str(opened.file.backup))
            around.remark(told)
    _summary(done, opened, around, plain=plain)
    return 0


def _doors(around: Surroundings, *, plain: bool) -> "tuple[Prompter, Show]":
    """Return the prompter and the show that fit the terminal."""
    if plain:
        from mo_check.asking.lines import Lines
        from mo_check.terminal.plain import Plain

        return Lines(around.language, sys.stdin, sys.stdout), Plain(sys.stdout, around.language, _width())
    from mo_check.asking.keyboard import Keyboard
    from mo_check.terminal.consoles import console_for, glyphs_for
    from mo_check.terminal.screen import Screen

    console = console_for(sys.stdout)
    return Keyboard(around.language), Screen(console, glyphs_for(console, os.environ), around.language)


def _opened(
    profile: Path | None,
    again: Path | None,
    output: Path | None,
    sitting: "Sitting",
    around: Surroundings,
    prompter: "Prompter",
    show: "Show",
    *,
    quick: bool,
) -> "Opened":
    """Resume a profile that is there, repeat an older one, or begin a new one, saying first where it will be."""
    from mo_check.content.profiles import load_profile
    from mo_check.model.checklist import Perspective
    from mo_check.tasks.assessing import begin, ready, repeat, resume
    from mo_check.tasks.beginning import ask_who, proposed_file

    say = around.language.say
    if profile is not None and profile.exists():
        if quick or output:
            raise UsageError(Message("--quick und --output gelten nur für ein neues Profil."))
        return resume(profile, sitting)
    if again is not None:
        old = load_profile(again)
        path = output or proposed_file(old.profile, sitting.day)
        show.say(say("Das neue Profil liegt in {file}; {old} bleibt, wie es ist.", file=str(path), old=str(again)))
        return repeat(old, path, sitting)
    if output is not None and profile is not None:
        raise UsageError(Message("Entweder PROFIL oder --output, nicht beides."))
    ready(output or profile, sitting)
    show.say(say("Willkommen. Zuerst fünf Angaben, dann die Fragen. Gesichert wird nach jeder Antwort."))
    try:
        started = ask_who(
            prompter, show, around.language, Perspective.MUNICIPALITY, lambda m: word(m, around.language), quick=quick
        )
    except (KeyboardInterrupt, EOFError):
        raise Interrupted(Message("Unterbrochen. Es war noch nichts zu sichern.")) from None
    path = output or profile or proposed_file(started, sitting.day)
    show.say(say("Das Profil liegt in {file}.", file=str(path)))
    return begin(started, path, sitting)


def _summary(profile: "Profile", opened: "Opened", around: Surroundings, *, plain: bool) -> None:
    """Show where the profile stands after the sitting, where its file is, and what to type next."""
    from mo_check.documents.report import Reported, summary
    from mo_check.scoring.assessing import assess as assessed

    assessment = assessed(opened.checklist.checklist, profile)
    page = summary(Reported(assessment, opened.checklist.sources, str(opened.file.path)), around.language)
    around.write("\n")
    if plain:
        from mo_check.terminal.plain_page import plain_page

        around.write(plain_page(page, _width()))
    else:
        around.draw(page)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)

"""``assess``: the interview, from the first question to the summary."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import CannotAsk, Interrupted, Message
from mo_check.model.item import Perspective

if TYPE_CHECKING:
    from mo_check.model.profile import Profile
    from mo_check.tasks.assessing import Opened
    from mo_check.tasks.doors import Doors


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
    checklist: Annotated[
        list[str] | None, typer.Option(metavar="CHECKLISTE", help="Kennung oder Datei der Checkliste; mehrfach möglich.")
    ] = None,
    perspective: Annotated[
        Perspective | None,
        typer.Option(metavar="SICHT", help="Neues Profil: municipality (sonst), department oder migrant_organisation."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Zeile für Zeile, ohne Bildschirmsteuerung; liest auch aus einer Pipe.")
    ] = False,
    date: Annotated[str | None, typer.Option(metavar="DATUM", help="Tag der Antworten statt heute, etwa 2026-11-14.")] = None,
) -> int:
    """Open or begin a profile, ask, and show where it stands."""
    from mo_check.documents.words import typed
    from mo_check.tasks.assessing import Sitting, sit
    from mo_check.tasks.opening import Wish, opened

    around: Surroundings = context.obj
    plain = plain or os.environ.get("TERM", "").casefold() in {"dumb", "unknown"}
    wish = Wish(profile, again, output, perspective, quick)
    sitting = Sitting(around.today(date), tuple(checklist or ()), dimension, only_open)
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        remedy = Message(
            "Mit --plain liest mo-check die Antworten zeilenweise, auch aus einer Pipe. "
            "Ein leeres Profil legt „mo-check profile new“ an."
        )
        raise CannotAsk(Message("Hier ist kein Bildschirm mit Tastatur, auf dem gefragt werden kann."), remedy)
    library = around.library()
    doors = _doors(around, plain=plain)
    ready = opened(wish, sitting, library, doors)
    try:
        done = sit(ready, sitting, doors)
    except Interrupted as error:
        around.write("\n")
        tell(error, around.language, sys.stderr)
        around.remark(around.language.say("Weiter mit: {call}", call=f"mo-check assess {typed(str(ready.file.path))}"))
        return error.exit_code
    finally:
        if ready.file.backup:
            around.remark(
                around.language.say("Die Datei war von Hand bearbeitet; eine Kopie liegt in {file}.", file=str(ready.file.backup))
            )
    _summary(done, ready, around, plain=plain)
    return 0


def _doors(around: Surroundings, *, plain: bool) -> "Doors":
    """Return the doors that fit the terminal."""
    from mo_check.tasks.doors import Doors

    def said(message: Message) -> str:
        return word(message, around.language)

    if plain:
        from mo_check.asking.lines import Lines
        from mo_check.terminal.plain import Plain

        lines = Lines(around.language, sys.stdin, sys.stdout)
        return Doors(lines, Plain(sys.stdout, around.language, _width()), around.language, said)
    from mo_check.asking.keyboard import Keyboard
    from mo_check.terminal.consoles import console_for, glyphs_for
    from mo_check.terminal.screen import Screen

    console = console_for(sys.stdout)
    screen = Screen(console, glyphs_for(console, os.environ), around.language)
    return Doors(Keyboard(around.language), screen, around.language, said)


def _summary(profile: "Profile", ready: "Opened", around: Surroundings, *, plain: bool) -> None:
    """Show where the profile stands after the sitting, where its file is, and what to type next."""
    from mo_check.tasks.reporting import summaries

    for page in summaries(profile, ready.checklists, ready.file.path, around.language):
        around.write("\n")
        if plain:
            from mo_check.terminal.plain_page import plain_page

            around.write(plain_page(page, _width()))
        else:
            around.draw(page)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)

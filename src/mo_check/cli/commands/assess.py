"""``assess``: the interview, from the first question to the summary."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Surroundings
from mo_check.cli.doors import AnswersDay, Plain, doors_for, refuse_without_terminal, show_summary, tell_backup
from mo_check.cli.wording import tell
from mo_check.errors import Interrupted
from mo_check.model.item import Perspective


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
    plain: Plain = False,
    date: AnswersDay = None,
) -> int:
    """Open or begin a profile, ask, and show where it stands."""
    from mo_check.interview.opening import Wish, opened
    from mo_check.interview.sitting import Sitting, sit
    from mo_check.report.words import typed

    around: Surroundings = context.obj
    wish = Wish(profile, again, output, perspective, quick)
    sitting = Sitting(around.today(date), tuple(checklist or ()), dimension, only_open)
    plain = refuse_without_terminal(plain=plain)
    library = around.library()
    doors = doors_for(around, plain=plain)
    ready = opened(wish, sitting, library, doors)
    try:
        done = sit(ready, sitting, doors)
    except Interrupted as error:
        around.write("\n")
        tell(error, around.language, sys.stderr)
        around.remark(around.language.say("Weiter mit: {call}", call=f"mo-check assess {typed(str(ready.file.path))}"))
        return error.exit_code
    finally:
        tell_backup(ready.file, around)
    show_summary(done, ready.checklists, ready.file.path, around, plain=plain)
    return 0

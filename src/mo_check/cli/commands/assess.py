"""``assess``: the interview, from the first question to the summary."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.hyphen import refuse_hyphen
from mo_check.cli.interview_setup import AnswersDay, Plain, interview_io, refuse_without_terminal, show_summary, tell_backup
from mo_check.errors import Interrupted
from mo_check.model.item import Perspective


def assess_command(
    context: typer.Context,
    profile: Annotated[
        Path | None,
        typer.Argument(
            metavar="PROFIL", help="Profildatei; eine, die es noch nicht gibt, wird angelegt.", callback=refuse_hyphen
        ),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Neues Profil: nur der Kurzcheck.")] = False,
    dimension: Annotated[str | None, typer.Option(metavar="KENNUNG", help="Nur ein Handlungsfeld.")] = None,
    only_open: Annotated[bool, typer.Option("--only-open", help="Nur, was ohne Antwort blieb oder niemand wusste.")] = False,
    again: Annotated[
        Path | None,
        typer.Option(metavar="PROFIL", help="Ein früheres Profil wiederholen: seine Antworten bestätigen oder ändern."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DATEI", help="Wohin das neue Profil gesichert wird.", callback=refuse_hyphen),
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
    from mo_check.interview.opening import SittingRequest, open_sitting
    from mo_check.interview.sitting import Sitting, run_sitting
    from mo_check.report.words import typed_path

    ctx: Context = context.obj
    request = SittingRequest(profile, again, output, perspective, quick)
    sitting = Sitting(ctx.today(date), tuple(checklist or ()), dimension, only_open)
    plain = refuse_without_terminal(plain=plain)
    library = ctx.library()
    io = interview_io(ctx, plain=plain)
    ready = open_sitting(request, sitting, library, io)
    try:
        done = run_sitting(ready, sitting, io)
    except Interrupted as error:
        ctx.write("\n")
        ctx.tell(error)
        ctx.remark(ctx.language.say("Weiter mit: {call}", call=f"mo-check assess {typed_path(str(ready.file.path))}"))
        return error.exit_code
    finally:
        tell_backup(ready.file, ctx)
    show_summary(done, ready.checklists, ready.file.path, ctx, plain=plain)
    return 0

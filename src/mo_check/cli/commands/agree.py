"""``agree``: a group settles on one profile out of several."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.commands.compare import Names, OfChecklist, SameSubject, comparison_request, readable_or_told, side_by_side
from mo_check.cli.context import Context
from mo_check.cli.hyphen import refuse_hyphen
from mo_check.cli.inputs import ProfilePaths
from mo_check.cli.interview_setup import AnswersDay, Plain, interview_io, refuse_without_terminal, show_summary, tell_backup
from mo_check.compare.arranging import LEAST
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.errors import Interrupted


def agree_command(
    context: typer.Context,
    profiles: ProfilePaths,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DATEI",
            help="Das gemeinsame Profil; ist es schon da, geht es dort weiter.",
            callback=refuse_hyphen,
        ),
    ],
    checklist: OfChecklist = None,
    names: Names = False,
    same_subject: SameSubject = False,
    plain: Plain = False,
    date: AnswersDay = None,
) -> int:
    """Parse, gather, lead the group through what is not undisputed, and show where the agreed profile stands."""
    from mo_check.compare.agreement_round import AgreementRound, lead_agreement, open_agreement
    from mo_check.files.atomic import is_one_of

    ctx: Context = context.obj
    plain = refuse_without_terminal(plain=plain)
    turn = AgreementRound(ctx.today(date), names)
    library = ctx.library()
    others = [path for path in profiles if not is_one_of(path, [output])]
    found, bad = readable_or_told(others, library, ctx)
    if bad and len(found) < LEAST:
        return 3
    request = comparison_request(ComparisonMode.PERSPECTIVES, checklist, None, same_subject=same_subject)
    held = side_by_side(found, request, library, ctx)
    table = open_agreement(output, held, library, ctx.language)
    try:
        done = lead_agreement(table, turn, interview_io(ctx, plain=plain))
    except Interrupted as error:
        ctx.write("\n")
        ctx.tell(error)
        ctx.remark(ctx.language.say("Weitermachen: denselben Aufruf noch einmal eingeben."))
        return error.exit_code
    finally:
        tell_backup(table.file, ctx)
    show_summary(done, table.checklists, table.file.path, ctx, plain=plain)
    return 5 if bad else 0

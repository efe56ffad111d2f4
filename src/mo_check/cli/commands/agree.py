"""``agree``: a group settles on one profile out of several."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.commands.compare import Names, OfChecklist, Profiles, usable, wish_of
from mo_check.cli.context import Surroundings
from mo_check.cli.doors import AnswersDay, Plain, doors_for, refuse_without_terminal, show_summary, tell_backup
from mo_check.cli.wording import tell
from mo_check.compare.comparisons import LEAST, comparisons
from mo_check.compare.pure.comparison_mode import Situation
from mo_check.errors import Interrupted


def agree(
    context: typer.Context,
    profiles: Profiles,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DATEI", help="Das gemeinsame Profil; ist es schon da, geht es dort weiter."),
    ],
    checklist: OfChecklist = None,
    names: Names = False,
    plain: Plain = False,
    date: AnswersDay = None,
) -> int:
    """Parse, gather, lead the group through what is not undisputed, and show where the agreed profile stands."""
    from mo_check.compare.agreement_round import Round, laid_out
    from mo_check.compare.agreement_round import agree as settle
    from mo_check.files.atomic import is_one_of

    around: Surroundings = context.obj
    plain = refuse_without_terminal(plain=plain)
    turn = Round(around.today(date), names)
    library = around.library()
    others = [path for path in profiles if not is_one_of(path, [output])]
    found, bad = usable(others, library, around)
    if bad and len(found) < LEAST:
        return 3
    held = list(comparisons(found, wish_of(Situation.PERSPECTIVES, checklist, None), library))
    table = laid_out(output, held, library, around.language)
    try:
        done = settle(table, turn, doors_for(around, plain=plain))
    except Interrupted as error:
        around.write("\n")
        tell(error, around.language, sys.stderr)
        around.remark(around.language.say("Weitermachen: denselben Aufruf noch einmal eingeben."))
        return error.exit_code
    finally:
        tell_backup(table.file, around)
    show_summary(done, table.checklists, table.file.path, around, plain=plain)
    return 5 if bad else 0

"""``explain``: the arithmetic behind a total, a dimension or an item."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.output import Formatted, Lettered, Opened, Outputs, chosen_destination


def explain_command(
    context: typer.Context,
    profile: Annotated[Path, typer.Argument(metavar="PROFIL", help="Profildatei.")],
    what: Annotated[
        str | None, typer.Argument(metavar="KENNUNG", help="Handlungsfeld oder Kriterium; ohne Angabe der Gesamtwert.")
    ] = None,
    checklist: Annotated[str | None, typer.Option(metavar="CHECKLISTE", help="Kennung der Checkliste.")] = None,
    format_: Formatted = None,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
) -> int:
    """Assess the profile and show the explanation."""
    from mo_check.report.explanations import explanations

    ctx: Context = context.obj
    destination = chosen_destination(format_, output, opened=open_, letterhead=letterhead, protected=[profile])
    destination.send(lambda: explanations(profile, what, checklist, ctx.library(), ctx.language), ctx)
    return 0

"""``explain``: the arithmetic behind a total, a dimension or an item."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Surroundings
from mo_check.cli.output import Formatted, Lettered, Opened, Outputs, settled


def explain(
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

    around: Surroundings = context.obj
    delivery = settled(format_, output, opened=open_, letterhead=letterhead, spare=[profile])
    delivery.send(lambda: explanations(profile, what, checklist, around.library(), around.language), around)
    return 0

"""``explain``: the arithmetic behind a total, a dimension or an item."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.surroundings import Surroundings


def explain(
    context: typer.Context,
    profile: Annotated[Path, typer.Argument(metavar="PROFIL", help="Profildatei.")],
    what: Annotated[
        str | None, typer.Argument(metavar="KENNUNG", help="Handlungsfeld oder Kriterium; ohne Angabe der Gesamtwert.")
    ] = None,
    checklist: Annotated[str | None, typer.Option(metavar="CHECKLISTE", help="Kennung der Checkliste.")] = None,
) -> int:
    """Assess the profile and draw the explanation."""
    from mo_check.tasks.explaining import explanations

    around: Surroundings = context.obj
    for document in explanations(profile, what, checklist, around.library(), around.language):
        around.draw(document)
    return 0

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
    from mo_check.documents.report import Reported
    from mo_check.tasks.explaining import explanation
    from mo_check.tasks.reporting import one_assessed

    around: Surroundings = context.obj
    one = one_assessed(profile, checklist)
    around.draw(explanation(Reported(one.assessment, one.loaded.sources, str(profile)), what, around.language))
    return 0

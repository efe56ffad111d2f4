"""``profile``: new, check."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell
from mo_check.errors import InvalidInput
from mo_check.model.checklist import Perspective
from mo_check.model.profile import Land, SubjectKind


def new(
    context: typer.Context,
    output: Annotated[Path, typer.Argument(metavar="DATEI", help="Wohin das leere Profil geschrieben wird.")],
    name: Annotated[str, typer.Option(metavar="NAME", help="Name der Kommune.")],
    kind: Annotated[
        SubjectKind, typer.Option(metavar="ART", help="municipality, town, city, district, city_state oder borough.")
    ],
    label: Annotated[str, typer.Option(metavar="STELLE", help="Wer antwortet: Stelle oder Rolle, kein Personenname.")],
    land: Annotated[Land | None, typer.Option(metavar="LAND", help="Bundesland mit zwei Buchstaben, etwa NW.")] = None,
    population: Annotated[str | None, typer.Option(metavar="ZAHL", help="Wie viele Menschen dort leben.")] = None,
    ags: Annotated[str | None, typer.Option(metavar="AGS", help="Amtlicher Gemeindeschlüssel, 5 oder 8 Ziffern.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Nur der Kurzcheck.")] = False,
    checklist: Annotated[str, typer.Option(metavar="CHECKLISTE", help="Kennung oder Datei der Checkliste.")] = "cooperation",
) -> int:
    """Write an empty profile and say what to type next."""
    from mo_check.tasks.profiles import new_profile

    around: Surroundings = context.obj
    subject = {
        "name": name,
        "kind": kind.value,
        "land": land.value if land else None,
        "population": population,
        "ags": ags,
    }
    respondent = {"perspective": Perspective.MUNICIPALITY.value, "label": label}
    new_profile(output, subject, respondent, checklist, language=around.language.tag, quick=quick)
    around.remark(around.language.say("Angelegt: {file}", file=str(output)))
    around.remark(around.language.say("Weiter mit: {call}", call=f"mo-check assess {output}"))
    return 0


def check(
    context: typer.Context,
    profiles: Annotated[list[Path], typer.Argument(metavar="PROFIL…", help="Profildateien, eine oder mehrere.")],
) -> int:
    """Check profiles; every problem with its place; exit code 3 if none is usable, 5 if some are not."""
    from mo_check.content.profiles import load_profile

    around: Surroundings = context.obj
    bad = 0
    for path in profiles:
        try:
            loaded = load_profile(path)
        except InvalidInput as error:
            bad += 1
            tell(error, around.language, sys.stderr)
        else:
            answers = sum(len(held.answers) for held in loaded.profile.checklists.values())
            told = around.language.count(
                "{file}: in Ordnung, {number} Antwort.",
                "{file}: in Ordnung, {number} Antworten.",
                answers,
                file=str(path),
            )
            around.remark(told)
    if bad == 0:
        return 0
    return 3 if bad == len(profiles) else 5

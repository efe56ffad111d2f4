"""``profile``: new, check."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.hyphen import refuse_hyphen
from mo_check.cli.inputs import ProfilePaths
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.files.held_checklists import DEFAULT_CHECKLIST
from mo_check.model.item import Perspective
from mo_check.model.profile import Land, SubjectKind


def new_command(
    context: typer.Context,
    output: Annotated[
        Path, typer.Argument(metavar="DATEI", help="Wohin das leere Profil geschrieben wird.", callback=refuse_hyphen)
    ],
    label: Annotated[str, typer.Option(metavar="STELLE", help="Wer antwortet: Stelle oder Rolle, kein Personenname.")],
    for_: Annotated[
        Path | None, typer.Option("--for", metavar="PROFIL", help="Für dieselbe Kommune wie in diesem Profil.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Name der Kommune.")] = None,
    kind: Annotated[
        SubjectKind | None, typer.Option(metavar="ART", help="municipality, town, city, district, city_state oder borough.")
    ] = None,
    land: Annotated[Land | None, typer.Option(metavar="LAND", help="Bundesland mit zwei Buchstaben, etwa NW.")] = None,
    population: Annotated[str | None, typer.Option(metavar="ZAHL", help="Wie viele Menschen dort leben.")] = None,
    ags: Annotated[str | None, typer.Option(metavar="AGS", help="Amtlicher Gemeindeschlüssel, 5 oder 8 Ziffern.")] = None,
    perspective: Annotated[
        Perspective, typer.Option(metavar="SICHT", help="municipality, department oder migrant_organisation.")
    ] = Perspective.MUNICIPALITY,
    quick: Annotated[bool, typer.Option("--quick", help="Nur der Kurzcheck.")] = False,
    checklist: Annotated[
        list[str] | None, typer.Option(metavar="CHECKLISTE", help="Kennung oder Datei der Checkliste; mehrfach möglich.")
    ] = None,
) -> int:
    """Write an empty profile and say what to type next."""
    from mo_check.files.new_profile import NewProfile, new_profile, subject_fields
    from mo_check.report.words import typed_path

    ctx: Context = context.obj
    library = ctx.library()
    given = {
        "name": name,
        "kind": kind.value if kind else None,
        "land": land.value if land else None,
        "population": population,
        "ags": ags,
    }
    subject = subject_fields(for_, library) if for_ else {}
    subject |= {key: value for key, value in given.items() if value is not None}
    if not {"name", "kind"} <= subject.keys():
        message = Message("Es fehlt, um welche Kommune es geht.")
        raise UsageError(message, Message("--name und --kind angeben, oder mit --for ein Profil derselben Kommune."))
    respondent = {"perspective": perspective.value, "label": label}
    start = NewProfile(subject, respondent, tuple(checklist or (DEFAULT_CHECKLIST,)), ctx.language.tag, quick)
    new_profile(output, start, library)
    ctx.remark(ctx.language.say("Angelegt: {file}", file=str(output)))
    ctx.remark(ctx.language.say("Weiter mit: {call}", call=f"mo-check assess {typed_path(str(output))}"))
    return 0


def check_command(
    context: typer.Context,
    profiles: ProfilePaths,
    hints: Annotated[
        bool, typer.Option("--hints", help="Auch Rückfragen: Antworten ohne Beleg, widersprüchlich, lange nicht angesehen.")
    ] = False,
    date: Annotated[str | None, typer.Option(metavar="DATUM", help="Tag der Prüfung statt heute, etwa 2026-11-14.")] = None,
) -> int:
    """Check profiles; every problem with its place; exit code 3 if none is usable, 5 if some are not."""
    from mo_check.files.finding import profile_files
    from mo_check.files.profiles import load_profile

    ctx: Context = context.obj
    library = ctx.library()
    today = ctx.today(date)
    bad: list[InvalidInput] = []
    good = 0

    def complain(error: InvalidInput) -> None:
        ctx.tell(error)
        bad.append(error)

    for path in profile_files(profiles, complain):
        try:
            loaded = load_profile(path, library)
        except InvalidInput as error:
            complain(error)
            continue
        good += 1
        number = sum(len(held.answers) for held in loaded.profile.checklists.values())
        count = ctx.language.count
        ctx.remark(
            count("{file}: in Ordnung, {number} Antwort.", "{file}: in Ordnung, {number} Antworten.", number, file=str(path))
        )
        if hints:
            from mo_check.report.hints_page import hints_pages

            for page in hints_pages(loaded, today, ctx.language):
                ctx.draw(page)
    return 3 if not good else 5 if bad else 0

"""``checklist``: list, show, lint, coverage, figures."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.hyphen import is_hyphen
from mo_check.errors import InvalidInput
from mo_check.files.held_checklists import DEFAULT_CHECKLIST
from mo_check.files.library import Library, LoadedChecklist, check_translations
from mo_check.model.checks.consistency import stepless_gaps, untold_wordings
from mo_check.model.item import Perspective
from mo_check.model.source import Source

_CHECKLIST = typer.Argument(metavar="CHECKLISTE", help="Kennung oder Datei der Checkliste.")
SomeOrAll = Annotated[
    list[str] | None,
    typer.Argument(metavar="CHECKLISTE…", help="Kennungen oder Dateien; ohne Angabe alle mitgelieferten."),
]


def list_command(context: typer.Context) -> int:
    """Draw a table of the shipped checklists."""
    from mo_check.report.checklist_pages import checklist_list

    ctx: Context = context.obj
    library = ctx.library()
    checklists = tuple(library.load(name).checklist for name in _named(None, library))
    ctx.draw(checklist_list(checklists, ctx.language))
    return 0


def show_command(context: typer.Context, checklist: Annotated[str, _CHECKLIST] = DEFAULT_CHECKLIST) -> int:
    """Draw a checklist to be read."""
    from mo_check.report.checklist_pages import checklist_text

    ctx: Context = context.obj
    ctx.draw(checklist_text(ctx.library().load(checklist).checklist, ctx.language))
    return 0


def print_command(
    context: typer.Context,
    checklists: Annotated[
        list[str] | None,
        typer.Argument(metavar="CHECKLISTE…", help="Kennungen oder Dateien; ohne Angabe „cooperation“."),
    ] = None,
    perspective: Annotated[
        Perspective, typer.Option(metavar="SICHT", help="municipality, department oder migrant_organisation.")
    ] = Perspective.MUNICIPALITY,
    for_: Annotated[
        Path | None, typer.Option("--for", metavar="PROFIL", help="Für dieselbe Kommune wie in diesem Profil.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Nur der Kurzcheck.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DATEI", help="In eine Datei schreiben; die Endung wählt die Form.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="DATUM", help="Tag, der auf dem Bogen steht, statt heute.")] = None,
) -> int:
    """Draw a form to be filled in by hand, or write it into a file."""
    from mo_check.forms.making import FormRequest, make_form
    from mo_check.forms.pages.paper_form import paper_form

    ctx: Context = context.obj
    names = tuple(checklists or (DEFAULT_CHECKLIST,))
    request = FormRequest(names, perspective, (ctx.language.tag,), ctx.today(date), for_, quick)
    form = make_form(request, ctx.library)
    if output is None or is_hyphen(output):
        ctx.draw(paper_form(form, ctx.language))
        return 0
    from mo_check.files.atomic import write_whole
    from mo_check.forms.write.form_kinds import paper_kind

    write_whole(output, paper_kind(output.suffix).write(form))
    ctx.remark(ctx.language.say("Geschrieben: {file}", file=str(output)))
    return 0


def lint_command(context: typer.Context, checklists: SomeOrAll = None) -> int:
    """Check checklists; every problem with its place, exit code 3 if there is one, and what is assumed of one in order."""
    ctx: Context = context.obj
    library = ctx.library()
    named = _named(checklists, library)
    bad = 0
    for name in named:
        try:
            loaded = library.load(name)
            check_translations(loaded)
        except InvalidInput as error:
            bad += 1
            ctx.tell(error)
        else:
            ctx.remark(
                ctx.language.say("{file}: in Ordnung.", file=str(loaded.path if Path(name).suffix else library.find(name).name))
            )
            if untold := untold_wordings(loaded.german):
                ctx.remark(
                    ctx.language.count(
                        "{number} Formulierung für eine andere Sicht sagt nicht mit „about“, wonach sie fragt. Angenommen wird "
                        "„municipality“: die ganze Kommune.",
                        "{number} Formulierungen für andere Sichten sagen nicht mit „about“, wonach sie fragen. Angenommen wird "
                        "„municipality“: die ganze Kommune.",
                        untold,
                    )
                )
            if stepless := stepless_gaps(loaded.german):
                ctx.remark(
                    ctx.language.count(
                        "{number} Lücke hat keinen Schritt: dort schlägt mo-check nichts vor.",
                        "{number} Lücken haben keinen Schritt: dort schlägt mo-check nichts vor.",
                        stepless,
                    )
                )
    return 3 if bad else 0


def coverage_command(
    context: typer.Context,
    checklists: SomeOrAll = None,
    text: Annotated[bool, typer.Option("--text", help="Jede Aussage neben dem Text, der sie trägt.")] = False,
) -> int:
    """Draw which statement of the paper stands where; 3 if all checklists together leave out one that must be carried."""
    from mo_check.report.checklist_pages import coverage_table, coverage_text
    from mo_check.scoring.statement_coverage import MUST_BE_CARRIED, statement_carriers

    ctx: Context = context.obj
    library = ctx.library()
    loaded = [library.load(name) for name in _named(checklists, library)]
    missing = False
    for source in _sources(loaded):
        carried = statement_carriers(source, [one.checklist for one in loaded])
        if text:
            ctx.draw(coverage_text(carried, ctx.language))
        else:
            ctx.draw(coverage_table(carried, source, ctx.language))
        missing |= any(s.kind in MUST_BE_CARRIED and not carriers for s, carriers in carried)
    return 3 if missing and not checklists else 0


def figures_command(context: typer.Context, checklists: SomeOrAll = None) -> int:
    """Draw every figure of each survey with what counts for it."""
    from mo_check.report.figure_list import figures_text

    ctx: Context = context.obj
    library = ctx.library()
    loaded = [library.load(name) for name in _named(checklists, library)]
    for source in (one for one in _sources(loaded) if one.survey is not None):
        ctx.draw(figures_text(source, tuple(one.checklist for one in loaded), ctx.language))
    return 0


def _named(checklists: list[str] | None, library: Library) -> list[str]:
    """Return the checklists that a call names; all there are where it names none."""
    return checklists or [path.stem for path in library.files()]


def _sources(loaded: Iterable[LoadedChecklist]) -> Iterable[Source]:
    """Return every source of some checklists once, in the order they name them."""
    return {source.id: source for one in loaded for source in one.sources}.values()

"""``form``: make, read."""

from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.hyphen import is_hyphen, refuse_hyphen
from mo_check.cli.output import refuse_on_screen, write_out
from mo_check.cli.wording import in_words
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.forms.write.form_kinds import FORMS, chosen_kind
from mo_check.model.item import Perspective


def make_command(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DATEI",
            help="Wohin der Fragebogen geschrieben wird; die Endung wählt die Art, - ist die Standardausgabe.",
        ),
    ],
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
    as_: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="|".join(FORMS), help="Die Art, wo die Endung nicht reicht: xlsform ist für ODK und KoboToolbox."
        ),
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="DATUM", help="Tag, an dem der Fragebogen entsteht, statt heute.")] = None,
) -> int:
    """Make a form and say what to do with it."""
    from mo_check.files.atomic import write_whole
    from mo_check.files.held_checklists import DEFAULT_CHECKLIST
    from mo_check.forms.making import FormRequest, make_form

    ctx: Context = context.obj
    say = ctx.language.say
    languages = ctx.languages or (ctx.language.tag,)
    kind = chosen_kind(as_, None if is_hyphen(output) else output.suffix)
    if kind.binary and is_hyphen(output):
        refuse_on_screen(as_ or "", Message("Eine Datei angeben: -o fragebogen{suffix}.", suffix=kind.suffixes[0]))
    if len(languages) > 1 and not kind.languages:
        message = Message("Diese Art von Fragebogen spricht nur eine Sprache.")
        raise UsageError(message, Message("Für jede Sprache eine eigene Datei machen, etwa mit --lang {tag}.", tag=languages[0]))
    request = FormRequest(tuple(checklists or (DEFAULT_CHECKLIST,)), perspective, languages, ctx.today(date), for_, quick)
    form = make_form(request, ctx.library)
    content = kind.write(form)
    if is_hyphen(output):
        write_out(content if kind.binary else content.decode(), ctx)
    else:
        write_whole(output, content)
    number = sum(1 for held in form.leading for _ in held.asked())
    ctx.remark(ctx.language.count("{file}: {number} Frage.", "{file}: {number} Fragen.", number, file=str(output)))
    if kind.next:
        ctx.remark(say(kind.next))
    return 0


def read_command(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="DATEI…", help="Was zurückkam: .json, .xlsx, .ods, .csv; auch Ordner und Muster."),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="ORDNER", help="Wohin die Profile geschrieben werden.", callback=refuse_hyphen),
    ],
) -> int:
    """Read forms; exit code 3 if none is usable, 5 if some are not."""
    from mo_check.forms.read_back import read_back
    from mo_check.report.words import typed_path

    ctx: Context = context.obj
    say = ctx.language.say
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        ctx.tell(error)
        bad.append(error)

    found = 0
    for one in read_back(files, output, ctx.library(), complain):
        if isinstance(one, Message):
            ctx.remark(in_words(one, ctx.language))
        else:
            found += 1
            name = str(one.file)
            ctx.remark(say("Geschrieben: {file}", file=name) if one.fresh else say("Schon da: {file}", file=name))
    if found:
        ctx.remark(say("Weiter mit: {call}", call=f"mo-check compare {typed_path(str(output))}"))
        return 5 if bad else 0
    return 3

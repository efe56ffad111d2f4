"""``form``: make, read."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.forms.write.form_kinds import FORMS, chosen
from mo_check.model.item import Perspective


def make(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DATEI", help="Wohin der Fragebogen geschrieben wird; die Endung wählt die Art."),
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
    from mo_check.forms.making import FormWish, made

    around: Surroundings = context.obj
    say = around.language.say
    languages = around.languages or (around.language.tag,)
    kind = chosen(as_, output.suffix)
    if len(languages) > 1 and not kind.languages:
        message = Message("Diese Art von Fragebogen spricht nur eine Sprache.")
        raise UsageError(message, Message("Für jede Sprache eine eigene Datei machen, etwa mit --lang {tag}.", tag=languages[0]))
    wish = FormWish(tuple(checklists or (DEFAULT_CHECKLIST,)), perspective, languages, around.today(date), for_, quick)
    form = made(wish, around.library)
    write_whole(output, kind.write(form))
    number = sum(1 for held in form.leading for _ in held.asked())
    around.remark(around.language.count("{file}: {number} Frage.", "{file}: {number} Fragen.", number, file=str(output)))
    if kind.next:
        around.remark(say(kind.next))
    return 0


def read(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="DATEI…", help="Was zurückkam: .json, .xlsx, .ods, .csv; auch Ordner und Muster."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="ORDNER", help="Wohin die Profile geschrieben werden.")],
) -> int:
    """Read forms; exit code 3 if none is usable, 5 if some are not."""
    from mo_check.forms.read_back import arrivals
    from mo_check.report.words import typed

    around: Surroundings = context.obj
    say = around.language.say
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        tell(error, around.language, sys.stderr)
        bad.append(error)

    found = 0
    for one in arrivals(files, output, around.library(), complain):
        if isinstance(one, Message):
            around.remark(word(one, around.language))
        else:
            found += 1
            name = str(one.file)
            around.remark(say("Geschrieben: {file}", file=name) if one.fresh else say("Schon da: {file}", file=name))
    if found:
        around.remark(say("Weiter mit: {call}", call=f"mo-check compare {typed(str(output))}"))
        return 5 if bad else 0
    return 3

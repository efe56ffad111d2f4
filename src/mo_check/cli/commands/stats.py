"""``stats``: what many profiles say together, and an anonymous benchmark of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.commands.batch import DialectName, DialectOption
from mo_check.cli.context import Context
from mo_check.cli.hyphen import is_hyphen
from mo_check.cli.inputs import FromFile, ProfilePathsOrList, Recursive, input_files, protected_inputs
from mo_check.cli.output import Destination, Lettered, Opened, Outputs, chosen_destination, format_option, refuse_protected
from mo_check.errors import CannotWrite, InvalidInput, Message, UsageError
from mo_check.many.counting import CountedProfiles, count_profiles
from mo_check.many.io.statistics_formats import statistics_csv, statistics_json
from mo_check.many.pure.statistics import Statistics
from mo_check.model.item import Perspective

if TYPE_CHECKING:
    from mo_check.document.blocks import Document


def stats_command(
    context: typer.Context,
    profiles: ProfilePathsOrList = None,
    from_file: FromFile = None,
    recursive: Recursive = False,
    perspective: Annotated[
        Perspective,
        typer.Option(metavar="SICHT", help="Wessen Profile zählen: municipality, department, migrant_organisation, agreed."),
    ] = Perspective.MUNICIPALITY,
    format_: Annotated[str | None, format_option("json", "csv")] = None,
    csv_dialect: DialectOption = DialectName.STANDARD,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
    benchmark_out: Annotated[
        Path | None,
        typer.Option(
            metavar="DATEI",
            help="Auch eine anonyme Vergleichsdatei für „report --benchmark“ schreiben; - ist die Standardausgabe.",
        ),
    ] = None,
) -> int:
    """Count, show, and end with the exit code."""
    ctx: Context = context.obj
    protected = protected_inputs(profiles, *(output or ()), benchmark_out, from_file=from_file)
    destination = chosen_destination(
        format_, output, records=["json", "csv"], opened=open_, letterhead=letterhead, protected=protected
    )
    if benchmark_out is not None:
        refuse_protected([] if is_hyphen(benchmark_out) else [benchmark_out], protected)
        _refuse_mixed(benchmark_out, destination)
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        ctx.tell(error)
        bad.append(error)

    found = count_profiles(input_files(profiles, from_file, complain, recursive=recursive), perspective, ctx.library(), complain)
    if not found.profiles:
        if not bad:
            ctx.remark(ctx.language.say("Keines dieser Profile hat diese Sicht; eine andere nennt --perspective."))
        return 3
    parts = [part.statistics(perspective) for part in found.parts]
    records = {
        "json": lambda: statistics_json(parts, found.left_out),
        "csv": lambda: statistics_csv(parts, csv_dialect.value),
    }
    destination.send(lambda: _documents(parts, perspective, found, ctx), ctx, records)
    if benchmark_out is not None:
        _write_benchmark(benchmark_out, found, perspective, ctx)
    return 5 if bad else 0


def _refuse_mixed(benchmark_out: Path, destination: Destination) -> None:
    """Refuse to write two things to standard output. Raises UsageError."""
    if is_hyphen(benchmark_out) and any(place.file is None for place in destination.places):
        message = Message("Auf die Standardausgabe passt nur eines, der Bericht oder die Vergleichsdatei.")
        raise UsageError(message, Message("Den Bericht in eine Datei schreiben, etwa mit -o bericht.md."))


def _documents(parts: list[Statistics], perspective: Perspective, found: CountedProfiles, ctx: Context) -> "list[Document]":
    from mo_check.many.pages.statistics_pages import statistics_pages

    return statistics_pages(parts, perspective, found.left_out, found.day, ctx.language)


def _write_benchmark(file: Path, found: CountedProfiles, perspective: Perspective, ctx: Context) -> None:
    """Write the benchmark. Raises CannotWrite where too few profiles are there to show any."""
    from mo_check.cli.wording import in_words
    from mo_check.files.atomic import write_whole
    from mo_check.many.io.benchmark_file import benchmark_file
    from mo_check.many.pure.benchmarks import benchmark
    from mo_check.model.consent import not_passed_on

    if found.kept_back:
        ctx.remark(in_words(not_passed_on(found.kept_back, found.profiles), ctx.language))
    made = benchmark(found.passed_on, perspective)
    if made is None:
        message = Message("Für eine anonyme Vergleichsdatei sind es zu wenige Profile mit einem Gesamtwert.")
        raise CannotWrite(message, Message("Es braucht fünf oder mehr, und keine kleinere Gruppe darf errechenbar sein."))
    if is_hyphen(file):
        ctx.write(benchmark_file(made))
        return
    write_whole(file, benchmark_file(made))
    ctx.remark(ctx.language.say("Geschrieben: {file}", file=str(file)))

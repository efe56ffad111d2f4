"""``report``: where profiles stand, what is missing, what comes next."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.inputs import ProfilePaths, protected_inputs
from mo_check.cli.output import Lettered, Opened, Outputs, chosen_destination, format_option
from mo_check.cli.thresholds import FailOnKey, FailUnder, threshold
from mo_check.cli.wording import in_words
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.files.finding import profile_files
from mo_check.report.assessed import Assessed, assessed, missed_threshold, with_dimension

if TYPE_CHECKING:
    from mo_check.document.blocks import Block, Document
    from mo_check.many.pure.benchmark import Benchmark
    from mo_check.report.report_page import ReportContent


class Template(StrEnum):
    """What a report can be made into besides itself."""

    COUNCIL = "council"


def report_command(
    context: typer.Context,
    profiles: ProfilePaths,
    top: Annotated[
        int | None,
        typer.Option(
            metavar="ZAHL", min=1, max=200, help="So viele Lücken und Schritte zeigen (sonst fünf Lücken, drei Schritte)."
        ),
    ] = None,
    dimension: Annotated[
        str | None, typer.Option(metavar="KENNUNG", help="Nur ein Handlungsfeld, Kriterium für Kriterium.")
    ] = None,
    format_: Annotated[str | None, format_option("json")] = None,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
    template: Annotated[
        Template | None,
        typer.Option(metavar="VORLAGE", help="council: Entwurf einer Vorlage für Rat oder Ausschuss, am besten als .docx."),
    ] = None,
    benchmark: Annotated[
        Path | None,
        typer.Option(metavar="DATEI", help="Mit anderen Kommunen vergleichen; die Datei schreibt „stats --benchmark-out“."),
    ] = None,
    fail_under: FailUnder = None,
    fail_on_key: FailOnKey = False,
) -> int:
    """Parse, assess, show, and end with the exit code."""
    ctx: Context = context.obj
    least = threshold(fail_under)
    protected = protected_inputs(profiles, *(output or ()))
    destination = chosen_destination(format_, output, records=["json"], opened=open_, letterhead=letterhead, protected=protected)
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        ctx.tell(error)
        bad.append(error)

    found = list(assessed(profile_files(profiles, complain), ctx.library(), complain))
    if dimension is not None and found:
        found = with_dimension(found, dimension)
    others = _benchmark(benchmark)
    if found:
        documents = partial(_documents, top=top, dimension=dimension) if template is None else partial(_drafts, top=top)
        records = {"json": lambda: _records(found, others)}
        destination.send(lambda: documents(found, others, ctx), ctx, records)
    missed = [m for one in found if (m := missed_threshold(one.assessment, least, fail_on_key=fail_on_key))]
    for message in missed:
        ctx.remark(in_words(message, ctx.language))
    return 3 if not found else 5 if bad else 1 if missed else 0


def _benchmark(file: Path | None) -> "Benchmark | None":
    if file is None:
        return None
    from mo_check.many.io.benchmark_file import load_benchmark

    return load_benchmark(file)


def _documents(
    found: list[Assessed], others: "Benchmark | None", ctx: Context, *, top: int | None, dimension: str | None
) -> list["Document"]:
    from mo_check.report.report_page import report_document

    return [report_document(_reported(one, others, ctx), ctx.language, top=top, dimension=dimension) for one in found]


def _drafts(found: list[Assessed], others: "Benchmark | None", ctx: Context, *, top: int | None) -> list["Document"]:
    """Return a draft for each profile, from its first checklist that has a score. Raises UsageError if none has."""
    from mo_check.report.council import council_draft

    scored = {one.path: one for one in reversed(found) if one.assessment.scored}
    if not scored:
        raise UsageError(
            Message("Ohne Werte gibt es nichts vorzuschlagen."), Message("Erst Fragen beantworten: mo-check assess.")
        )
    return [council_draft(_reported(one, others, ctx), ctx.language, top=top) for one in reversed(scored.values())]


def _reported(one: Assessed, others: "Benchmark | None", ctx: Context) -> "ReportContent":
    from mo_check.report.report_page import ReportContent

    return ReportContent(one.assessment, one.loaded.sources, str(one.path), one.loaded.german, _among(one, others, ctx))


def _among(one: Assessed, others: "Benchmark | None", ctx: Context) -> tuple["Block", ...]:
    if others is None:
        return ()
    from mo_check.many.pages.benchmark_rank import benchmark_rank_blocks

    return tuple(benchmark_rank_blocks(one.assessment, others, ctx.language))


def _records(found: list[Assessed], others: "Benchmark | None") -> str:
    from mo_check.report.report_json import reports_json

    more = {}
    if others is not None:
        from mo_check.many.io.rank_json import benchmark_rank_json

        more["standing"] = lambda assessment: benchmark_rank_json(assessment, others)
    return reports_json(((str(one.path), one.assessment, one.loaded.sources) for one in found), more)

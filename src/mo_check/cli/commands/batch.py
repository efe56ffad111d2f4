"""``batch``: many profiles checked and scored, a row each, for scripts and for spreadsheets."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.context import Context
from mo_check.cli.inputs import FromFile, ProfilePathsOrList, Recursive, input_files, protected_inputs
from mo_check.cli.output import OutputTarget, chosen_destination, format_option
from mo_check.cli.progress import ProgressLine
from mo_check.cli.thresholds import FailOnKey, FailUnder, threshold
from mo_check.cli.wording import in_words
from mo_check.errors import InvalidInput
from mo_check.many.batch_run import batch_results
from mo_check.many.batch_work import BatchJob, FileResult, failed_record
from mo_check.many.io.record_formats import RECORDS, RecordFormat
from mo_check.many.pure.records import Record


class DialectName(StrEnum):
    """The dialects of CSV."""

    STANDARD = "standard"
    EXCEL_DE = "excel-de"


DialectOption = Annotated[
    DialectName, typer.Option(metavar="|".join(DialectName), help="excel-de: mit Semikolon und Komma, für ein deutsches Excel.")
]


def batch_command(
    context: typer.Context,
    profiles: ProfilePathsOrList = None,
    from_file: FromFile = None,
    recursive: Recursive = False,
    format_: Annotated[str | None, format_option(*RECORDS)] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DATEI",
            help="In eine Datei schreiben; ihre Endung wählt die Form, - ist die Standardausgabe.",
        ),
    ] = None,
    long: Annotated[bool, typer.Option("--long", help="Eine Zeile je Kriterium statt je Profil.")] = False,
    csv_dialect: DialectOption = DialectName.STANDARD,
    jobs: Annotated[
        int, typer.Option(metavar="ZAHL", min=0, max=256, help="So viele Prozesse zugleich; 0 nimmt alle Kerne.")
    ] = 1,
    fail_under: FailUnder = None,
    fail_on_key: FailOnKey = False,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Auch rechnen, wie weit ein Wert von den Gewichten abhängt; das dauert.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Nur sagen, was nicht ging.")] = False,
) -> int:
    """Find the files, work at them, write the rows as they come, and end with the exit code."""
    ctx: Context = context.obj
    protected = protected_inputs(profiles, output, from_file=from_file)
    (place,) = chosen_destination(format_, [output] if output else None, records=RECORDS, protected=protected).places
    job = BatchJob(
        tag=ctx.language.tag,
        checklists=ctx.checklists,
        form=place.form if place.form in RECORDS else None,
        dialect=csv_dialect.value,
        by_item=long,
        sensitivity=sensitivity,
        fail_under=threshold(fail_under),
        fail_on_key=fail_on_key,
    )
    missing: list[InvalidInput] = []
    paths = input_files(profiles, from_file, missing.append, recursive=recursive)
    beside_rows = place.file is None and sys.stdout.isatty() and job.form is not None
    run = BatchRun(job, ctx, ProgressLine(ctx.language, silent=quiet or beside_rows))
    with closing(batch_results(paths, job, jobs or os.cpu_count() or 1)) as done:
        _put(run.rows(done, missing), run, place)
    if not quiet:
        run.conclude(place.file)
    return run.code


@dataclass(slots=True)
class BatchRun:
    """What happens while rows come in: what is told on the way, and what is counted for the end."""

    job: BatchJob
    ctx: Context
    progress: ProgressLine
    good: int = 0
    bad: int = 0
    missed: int = 0

    def rows(self, done: Iterable[FileResult], missing: Iterable[InvalidInput]) -> Iterator[str | Record]:
        """Yield the rows of files as they are done, and in the end those of paths that led to no file."""
        for one in done:
            if one.problems:
                yield self._failed(one.file, InvalidInput(one.problems))
            else:
                self.good += 1
                yield from one.rows
                self._miss(one)
            self.progress.show(self.good, self.bad)
        for error in missing:
            yield self._failed(error.problems[0].file, error)
        self.progress.clear()

    def _failed(self, file: str, error: InvalidInput) -> str | Record:
        self.bad += 1
        self.progress.clear()
        self.ctx.tell(error)
        record = failed_record(file, error.problems[0], self.job, lambda message: in_words(message, self.ctx.language))
        form = self.job.rows_form
        return form.row(record) if form else record

    def _miss(self, one: FileResult) -> None:
        for message in one.missed:
            self.missed += 1
            self.progress.clear()
            self.ctx.remark(f"{one.file}: {in_words(message, self.ctx.language)}")

    def conclude(self, written: Path | None) -> None:
        """Say how many files there were and where the rows are."""
        language = self.ctx.language
        told = language.count("{number} Profil ausgewertet", "{number} Profile ausgewertet", self.good)
        if self.bad:
            told += ", " + language.count("{number} Datei nicht", "{number} Dateien nicht", self.bad)
        self.ctx.remark(told + ".")
        if written:
            self.ctx.remark(language.say("Geschrieben: {file}", file=str(written)))

    @property
    def code(self) -> int:
        """The exit code: 3 where no file could be used, 5 where some could not, 1 where a threshold is missed."""
        return 3 if not self.good else 5 if self.bad else 1 if self.missed else 0


def _put(rows: Iterator[str | Record], run: BatchRun, place: OutputTarget) -> None:
    form = run.job.rows_form
    if form is None:
        _table(rows, run, place)
    elif place.file is None:
        _stream(rows, form, run.job, run.ctx.write)
    else:
        from mo_check.files.atomic import AtomicWriter

        with AtomicWriter(place.file) as stream:
            _stream(rows, form, run.job, stream.write)


def _stream(rows: Iterable[str | Record], form: RecordFormat, job: BatchJob, write: Callable[[str], None]) -> None:
    """Write the head, the rows as they come, and the tail."""
    write(form.head(job.kind))
    between = ""
    for row in rows:
        write(f"{between}{row}")
        between = form.between
    write(form.tail)


def _table(rows: Iterable[str | Record], run: BatchRun, place: OutputTarget) -> None:
    """Draw a table, which has to know all rows before it knows its widths."""
    from mo_check.cli.output import Destination
    from mo_check.many.batch_run import record_titles
    from mo_check.many.pages.batch_table import batch_text

    records = [row for row in rows if not isinstance(row, str) and row.checklist]
    named = record_titles(records, run.ctx.library())
    Destination((place,)).send(lambda: [batch_text(records, named, run.bad, run.ctx.language)], run.ctx)

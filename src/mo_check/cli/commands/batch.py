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

from mo_check.cli.context import Surroundings
from mo_check.cli.inputs import FromFile, Paths, Recursive, meant, spared
from mo_check.cli.output import Place, format_option, settled
from mo_check.cli.progress import Progress
from mo_check.cli.thresholds import FailOnKey, FailUnder, threshold
from mo_check.cli.wording import tell, word
from mo_check.errors import InvalidInput
from mo_check.many.batch_run import batch as worked
from mo_check.many.batch_work import Done, Job, failed_record
from mo_check.many.io.record_formats import RECORDS, Form
from mo_check.many.pure.records import Record


class Dialect(StrEnum):
    """The dialects of CSV."""

    STANDARD = "standard"
    EXCEL_DE = "excel-de"


CsvDialect = Annotated[
    Dialect, typer.Option(metavar="|".join(Dialect), help="excel-de: mit Semikolon und Komma, für ein deutsches Excel.")
]


def batch(
    context: typer.Context,
    profiles: Paths = None,
    from_file: FromFile = None,
    recursive: Recursive = False,
    format_: Annotated[str | None, format_option(*RECORDS)] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DATEI", help="In eine Datei schreiben; ihre Endung wählt die Form.")
    ] = None,
    long: Annotated[bool, typer.Option("--long", help="Eine Zeile je Kriterium statt je Profil.")] = False,
    csv_dialect: CsvDialect = Dialect.STANDARD,
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
    around: Surroundings = context.obj
    spare = spared(profiles, output, from_file=from_file)
    (place,) = settled(format_, [output] if output else None, records=RECORDS, spare=spare).places
    job = Job(
        tag=around.language.tag,
        checklists=around.checklists,
        form=place.form if place.form in RECORDS else None,
        dialect=csv_dialect.value,
        by_item=long,
        sensitivity=sensitivity,
        fail_under=threshold(fail_under),
        fail_on_key=fail_on_key,
    )
    missing: list[InvalidInput] = []
    paths = meant(profiles, from_file, missing.append, recursive=recursive)
    beside_rows = place.file is None and sys.stdout.isatty() and job.form is not None
    run = Run(job, around, Progress(around.language, silent=quiet or beside_rows))
    with closing(worked(paths, job, jobs or os.cpu_count() or 1)) as done:
        _put(run.rows(done, missing), run, place)
    if not quiet:
        run.conclude(place.file)
    return run.code


@dataclass(slots=True)
class Run:
    """What happens while rows come in: what is told on the way, and what is counted for the end."""

    job: Job
    around: Surroundings
    progress: Progress
    good: int = 0
    bad: int = 0
    missed: int = 0

    def rows(self, done: Iterable[Done], missing: Iterable[InvalidInput]) -> Iterator[str | Record]:
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
        tell(error, self.around.language, sys.stderr)
        record = failed_record(file, error.problems[0], self.job, lambda message: word(message, self.around.language))
        form = self.job.rows_form
        return form.row(record) if form else record

    def _miss(self, one: Done) -> None:
        for message in one.missed:
            self.missed += 1
            self.progress.clear()
            self.around.remark(f"{one.file}: {word(message, self.around.language)}")

    def conclude(self, written: Path | None) -> None:
        """Say how many files there were and where the rows are."""
        language = self.around.language
        told = language.count("{number} Profil ausgewertet", "{number} Profile ausgewertet", self.good)
        if self.bad:
            told += ", " + language.count("{number} Datei nicht", "{number} Dateien nicht", self.bad)
        self.around.remark(told + ".")
        if written:
            self.around.remark(language.say("Geschrieben: {file}", file=str(written)))

    @property
    def code(self) -> int:
        """The exit code: 3 where no file could be used, 5 where some could not, 1 where a threshold is missed."""
        return 3 if not self.good else 5 if self.bad else 1 if self.missed else 0


def _put(rows: Iterator[str | Record], run: Run, place: Place) -> None:
    form = run.job.rows_form
    if form is None:
        _table(rows, run, place)
    elif place.file is None:
        _stream(rows, form, run.job, run.around.write)
    else:
        from mo_check.files.atomic import Aside

        with Aside(place.file) as stream:
            _stream(rows, form, run.job, stream.write)


def _stream(rows: Iterable[str | Record], form: Form, job: Job, write: Callable[[str], None]) -> None:
    """Write the head, the rows as they come, and the tail."""
    write(form.head(job.kind))
    between = ""
    for row in rows:
        write(f"{between}{row}")
        between = form.between
    write(form.tail)


def _table(rows: Iterable[str | Record], run: Run, place: Place) -> None:
    """Draw a table, which has to know all rows before it knows its widths."""
    from mo_check.cli.output import Delivery
    from mo_check.many.batch_run import titles
    from mo_check.many.pages.batch_table import batch_text

    records = [row for row in rows if not isinstance(row, str) and row.checklist]
    named = titles(records, run.around.library())
    Delivery((place,)).send(lambda: [batch_text(records, named, run.bad, run.around.language)], run.around)

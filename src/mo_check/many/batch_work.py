"""What is done with each profile of a batch: plain values in, rows or problems out, in whichever process."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library
from mo_check.many.pure.record_making import FAILED, item_records, result_record
from mo_check.many.pure.records import FORMATS, ItemRecord, Record, ResultRecord
from mo_check.report.assessed import Assessed, assessed, missed_threshold

if TYPE_CHECKING:
    from mo_check.many.io.record_formats import RecordFormat


@dataclass(frozen=True, slots=True)
class BatchJob:
    """What is done with every profile; it goes to each worker process, so it holds plain values only.

    ``form`` names the form in which rows come back as text; None returns the records themselves.
    """

    tag: str = "de"
    checklists: Path | None = None
    form: str | None = None
    dialect: str = "standard"
    by_item: bool = False
    sensitivity: bool = False
    fail_under: Fraction | None = None
    fail_on_key: bool = False

    @property
    def kind(self) -> type[Record]:
        """The type of the rows."""
        return ItemRecord if self.by_item else ResultRecord

    @property
    def rows_form(self) -> "RecordFormat | None":
        """The form of the rows; None where the records themselves are wanted."""
        from mo_check.many.io.record_formats import record_format

        return record_format(self.form, self.dialect) if self.form else None


class FileResult(NamedTuple):
    """What came of one file: its rows, or the problems for which it has none, and the thresholds it misses."""

    file: str
    rows: tuple[str, ...] | tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    missed: tuple[Message, ...] = ()


def process_files(paths: Iterable[Path], job: BatchJob, library: Library) -> Iterator[FileResult]:
    """Yield what comes of each file, in this process."""
    form = job.rows_form
    for path in paths:
        wrong: list[InvalidInput] = []
        held = list(assessed((path,), library, wrong.append))
        if wrong:
            yield FileResult(str(path), problems=tuple(problem for error in wrong for problem in error.problems))
            continue
        records = [record for one in held for record in _records(one, job)]
        missed = [missed_threshold(one.assessment, job.fail_under, fail_on_key=job.fail_on_key) for one in held]
        rows = tuple(records) if form is None else tuple(form.row(record) for record in records)
        yield FileResult(str(path), rows, missed=tuple(message for message in missed if message))


def _records(one: Assessed, job: BatchJob) -> Iterator[Record]:
    if job.by_item:
        yield from item_records(str(one.path), one.assessment)
    else:
        yield result_record(str(one.path), one.assessment, with_sensitivity=job.sensitivity)


def failed_record(file: str, first: Problem, job: BatchJob, word: Callable[[Message], str]) -> Record:
    """Return the row of a file that could not be used: where its first problem is, what, and what to do."""
    return job.kind(
        format=FORMATS[job.kind],
        file=file,
        status=FAILED,
        line=first.line or None,
        problem=word(first.message),
        remedy=word(first.remedy) if first.remedy else None,
    )

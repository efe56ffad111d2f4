"""Many profiles, one after the other or in several processes: each loaded, checked, scored and turned into rows."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mo_check.content.library import Library
from mo_check.errors import InvalidInput, Message, Problem
from mo_check.model.records import FORMATS, ItemRecord, Record, ResultRecord
from mo_check.scoring.records import FAILED, item_records, result_record
from mo_check.tasks.reporting import Assessed, assessed, missed_threshold

if TYPE_CHECKING:
    from mo_check.writers.records import Form

CHUNK = 64
"""So many profiles make one piece of work."""


@dataclass(frozen=True, slots=True)
class Job:
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
    def rows_form(self) -> "Form | None":
        """The form of the rows; None where the records themselves are wanted."""
        from mo_check.writers.records import form_of

        return form_of(self.form, self.dialect) if self.form else None


class Done(NamedTuple):
    """What came of one file: its rows, or the problems for which it has none, and the thresholds it misses."""

    file: str
    rows: tuple[str, ...] | tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    missed: tuple[Message, ...] = ()


def batch(paths: Iterable[Path], job: Job, jobs: int = 1) -> Generator[Done, None, None]:
    """Yield what came of each file, in the order of the files however many processes work at them."""
    chunks = in_chunks(paths)
    begun = tuple(islice(chunks, 2))
    if jobs > 1 and len(begun) > 1:  # a single piece is done before another process has begun
        from mo_check.tasks.workers import pooled

        yield from pooled(chain(begun, chunks), job, jobs)
        return
    library = Library(job.tag, job.checklists)
    for chunk in chain(begun, chunks):
        yield from work(chunk, job, library)


def in_chunks(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """Yield paths in pieces of work."""
    source = iter(paths)
    while chunk := tuple(islice(source, CHUNK)):
        yield chunk


def work(paths: Iterable[Path], job: Job, library: Library) -> Iterator[Done]:
    """Yield what comes of each file, in this process."""
    form = job.rows_form
    for path in paths:
        wrong: list[InvalidInput] = []
        held = list(assessed((path,), library, wrong.append))
        if wrong:
            yield Done(str(path), problems=tuple(problem for error in wrong for problem in error.problems))
            continue
        records = [record for one in held for record in _records(one, job)]
        missed = [missed_threshold(one.assessment, job.fail_under, fail_on_key=job.fail_on_key) for one in held]
        rows = tuple(records) if form is None else tuple(form.row(record) for record in records)
        yield Done(str(path), rows, missed=tuple(message for message in missed if message))


def _records(one: Assessed, job: Job) -> Iterator[Record]:
    if job.by_item:
        yield from item_records(str(one.path), one.assessment)
    else:
        yield result_record(str(one.path), one.assessment, with_sensitivity=job.sensitivity)


def failed_record(file: str, first: Problem, job: Job, word: Callable[[Message], str]) -> Record:
    """Return the row of a file that could not be used: where its first problem is, what, and what to do."""
    return job.kind(
        format=FORMATS[job.kind],
        file=file,
        status=FAILED,
        line=first.line or None,
        problem=word(first.message),
        remedy=word(first.remedy) if first.remedy else None,
    )


def titles(records: Iterable[Record], library: Library) -> dict[tuple[str, str | None], str]:
    """Return the titles of the checklists, and of their separate scores, that records are about."""
    found = {}
    for name, score in dict.fromkeys((record.checklist or "", record.score) for record in records):
        checklist = library.load(name).checklist
        own = checklist.scores.get(score or "")
        found[name, score] = f"{checklist.title}: {own}" if own else checklist.title
    return found

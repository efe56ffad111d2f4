"""Many profiles, one after the other or in several processes: each loaded, checked, scored and turned into rows."""

from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from mo_check.files.library import Library
from mo_check.many.batch_work import BatchJob, FileResult, process_files
from mo_check.many.pure.records import Record
from mo_check.model.checklist import TOTAL_SCORE

CHUNK = 64
"""So many profiles make one piece of process_files."""


def batch_results(paths: Iterable[Path], job: BatchJob, jobs: int = 1) -> Generator[FileResult, None, None]:
    """Yield what came of each file, in the order of the files however many processes work at them."""
    chunks = in_chunks(paths)
    begun = tuple(islice(chunks, 2))
    if jobs > 1 and len(begun) > 1:  # a single piece is done before another process has begun
        from mo_check.many.workers import process_in_pool

        yield from process_in_pool(chain(begun, chunks), job, jobs)
        return
    library = Library(job.tag, job.checklists)
    for chunk in chain(begun, chunks):
        yield from process_files(chunk, job, library)


def in_chunks(paths: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """Yield paths in pieces of work."""
    source = iter(paths)
    while chunk := tuple(islice(source, CHUNK)):
        yield chunk


def record_titles(records: Iterable[Record], library: Library) -> dict[tuple[str, str | None], str]:
    """Return the titles of the checklists, and of their separate scores, that records are about."""
    found = {}
    for name, score in dict.fromkeys((record.checklist or "", record.score) for record in records):
        found[name, score] = library.load(name).checklist.score_title(score or TOTAL_SCORE)
    return found

"""Work shared out to processes: bounded, in order, and with a killed process named by the file that killed it.

Processes are spawned, never forked; each loads the checklists once. A process that is killed breaks its whole pool, so what was
under way is then done file by file in a pool of one: whatever breaks that one is the file that did it, and the rest goes on.
"""

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeAlias

from mo_check.errors import CannotStart, Message, Problem
from mo_check.files.atomic import system_reason
from mo_check.files.library import Library
from mo_check.many.batch_work import BatchJob, FileResult, process_files

AHEAD = 2
"""So many pieces of process_files for each process are under way at most, whether done or not, until they are written."""
_MOST_ON_WINDOWS = 61
"""So many processes at most can be waited for there."""
_KILLED = Message("Bei dieser Datei ist der Arbeitsprozess abgebrochen.")
_ALONE = Message("Diese Datei allein prüfen; vielleicht reicht der Arbeitsspeicher nicht.")

Chunk: TypeAlias = tuple[Path, ...]


def process_in_pool(chunks: Iterator[Chunk], job: BatchJob, jobs: int) -> Iterator[FileResult]:
    """Yield what came of each file, in the order of the files. Raises CannotStart."""
    jobs = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
    while broken := (yield from _until_broken(chunks, job, jobs)):
        yield from _one_by_one([path for chunk in broken for path in chunk], job)


def _until_broken(chunks: Iterator[Chunk], job: BatchJob, jobs: int) -> Generator[FileResult, None, list[Chunk]]:
    """Work until a process is killed, and return the chunks that were under way then; none where all is done."""
    under_way: deque[tuple[Chunk, Future[list[FileResult]]]] = deque()
    try:
        with _pool(jobs) as pool:
            while True:
                for chunk in islice(chunks, jobs * AHEAD - len(under_way)):
                    under_way.append((chunk, Future()))  # it stands there already, should the pool be broken
                    under_way[-1] = (chunk, _submitted(pool, chunk, job))
                if not under_way:
                    return []
                found = under_way[0][1].result()
                under_way.popleft()
                yield from found
    except BrokenProcessPool:
        return [chunk for chunk, _ in under_way]


def _one_by_one(paths: Iterable[Path], job: BatchJob) -> Iterator[FileResult]:
    """Work at each file alone; one that kills its process has that as its problem."""
    waiting = deque(paths)
    while waiting:
        try:
            with _pool(1) as pool:
                while waiting:
                    found = _submitted(pool, (waiting[0],), job).result()
                    waiting.popleft()
                    yield from found
        except BrokenProcessPool:
            path = waiting.popleft()
            yield FileResult(str(path), problems=(Problem(str(path), _KILLED, _ALONE),))


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Hold a pool of processes; where the block is left early, whatever they are at is given up at once."""
    before = set(active_children())
    with _undisturbed():
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=gc.get_threshold())
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(active_children()) - before:
            process.terminate()
        raise
    pool.shutdown()


def _submitted(pool: ProcessPoolExecutor, chunk: Chunk, job: BatchJob) -> Future[list[FileResult]]:
    """Hand out a piece of work; a process is started for it where one is still missing."""
    with _undisturbed():
        return pool.submit(_chunk, chunk, job)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back while processes start, so that nothing is left half made; they inherit it and never see one.

    Raises CannotStart.
    """
    try:
        with _held_back():
            yield
    except OSError as error:
        message = Message("Die Arbeitsprozesse lassen sich nicht starten: {reason}.", reason=system_reason(error))
        raise CannotStart(message, Message("Mit --jobs 1 geht es ohne sie.")) from error


@contextmanager
def _held_back() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(*collect_after: int) -> None:
    """Collect garbage as seldom as the parent, leave Ctrl-C to it, and end when it ends."""
    gc.set_threshold(*collect_after)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := parent_process():
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _chunk(paths: Chunk, job: BatchJob) -> list[FileResult]:
    return list(process_files(paths, job, _library(job.tag, job.checklists)))


@lru_cache(maxsize=1)
def _library(tag: str, checklists: Path | None) -> Library:
    """Return the checklists, loaded once in each process."""
    return Library(tag, checklists)

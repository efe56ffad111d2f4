"""How a batch ends when something is taken away from it: its reader, its disk, a worker, itself."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from calling import Call, Write, child, environment, profile_yaml
from mo_check.errors import CannotWrite
from mo_check.files.atomic import AtomicWriter
from mo_check.many import workers
from mo_check.many.batch_work import BatchJob, FileResult

KILLER = """
import multiprocessing, os, pathlib, signal
opened = pathlib.Path.open

def deadly(self, *arguments, **options):
    if self.name == "killer.yaml" and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return opened(self, *arguments, **options)

pathlib.Path.open = deadly
"""
"""Run by every Python that finds it on its path: a worker, and only a worker, dies when it opens this file."""


@pytest.fixture
def many(write: Write) -> Path:
    """Lay out 300 profiles and return their folder."""
    for number in range(300):
        write(profile_yaml({"concept.written": "{level: draft}"}, name=f"Ort {number}"), f"many/p{number:03}.yaml")
    return write("", "many/list.txt").parent


def _batch(*arguments: object, **pipes: int) -> subprocess.Popen[bytes]:
    call = [sys.executable, "-m", "mo_check", "batch", *map(str, arguments)]
    return subprocess.Popen(call, env=environment(), **pipes)


def _waited(path: Path, pattern: str) -> list[Path]:
    """Wait until files of a pattern are there, a minute at most."""
    end = time.monotonic() + 60
    while not (found := list(path.glob(pattern))) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def test_a_killed_worker_is_named_with_its_file(many: Path, write: Write) -> None:
    """The file on which a process dies is a failed row with a reason; every other file has its row, in order."""
    names = [path.name for path in sorted(many.glob("*.yaml"))]
    write("", "many/killer.yaml")
    write(KILLER, "site/sitecustomize.py")
    ended = child("batch", "many", "--format", "jsonl", "--jobs", "2", folder=many.parent, PYTHONPATH=str(many.parent / "site"))
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.code == 5
    assert [Path(row["file"]).name for row in rows] == ["killer.yaml", *names]
    assert [row["file"] for row in rows if row["status"] == "failed"] == ["many/killer.yaml"]
    assert "many/killer.yaml: Bei dieser Datei ist der Arbeitsprozess abgebrochen." in ended.err


@pytest.mark.parametrize("before", [None, "old\n"], ids=["no output before", "an old output"])
def test_a_batch_killed_in_the_middle_leaves_the_old_output(many: Path, before: str | None) -> None:
    """It waits for more paths when it is killed: its output is what it was, and none if there was none."""
    output = many.parent / "out.csv"
    if before is not None:
        output.write_text(before, "utf-8")
    with _batch("--from-file", "-", "-o", output, stdin=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.write("".join(f"{path}\n" for path in sorted(many.glob("*.yaml"))).encode())
        process.stdin.flush()
        assert _waited(many.parent, ".out.csv.*.tmp")
        process.kill()
    assert process.returncode == -signal.SIGKILL
    assert (output.read_text("utf-8") if output.exists() else None) == before


def test_ctrl_c_leaves_the_old_output_and_nothing_else(many: Path) -> None:
    """Interrupted while it waits for more paths, it ends with 130 and cleans up."""
    output = many.parent / "out.csv"
    output.write_text("old\n", "utf-8")
    with _batch("--from-file", "-", "-o", output, "--jobs", "2", stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.write("".join(f"{path}\n" for path in sorted(many.glob("*.yaml"))).encode())
        process.stdin.flush()
        assert _waited(many.parent, ".out.csv.*.tmp")
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr
        assert process.stderr.read() == b""
    assert output.read_text("utf-8") == "old\n"
    assert list(many.parent.glob(".out.csv.*")) == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_takes_one_row(many: Path, jobs: str) -> None:
    """A reader that goes after the first row, as ``head -1`` does, ends the call with 0 and without a word."""
    with _batch(many, "--format", "jsonl", "--jobs", jobs, "--quiet", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert b"p000.yaml" in process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_told(many: Path, jobs: str) -> None:
    """Where no more can be written the call ends with 4 and says why."""
    with (
        Path("/dev/full").open("wb") as full,
        _batch(many, "--format", "jsonl", "--jobs", jobs, "--quiet", stdout=full.fileno(), stderr=subprocess.PIPE) as process,
    ):
        assert process.stderr
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) == 4
    assert told.splitlines() == [
        "Die Ausgabe lässt sich nicht schreiben: kein Platz mehr.",
        "    Platz prüfen oder die Ausgabe anderswohin leiten.",
    ]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the disk be full at the end of every file."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        yield


@pytest.mark.usefixtures("full")
def test_a_full_disk_leaves_the_old_output(mo_check: Call, many: Path) -> None:
    """With ``-o`` a full disk ends with 4, and the old output stands."""
    output = many.parent / "out.csv"
    output.write_text("old\n", "utf-8")
    ended = mo_check("batch", many, "-o", output)
    assert ended.code == 4
    assert "kein Platz mehr" in ended.err
    assert output.read_text("utf-8") == "old\n"


def test_a_file_written_aside_takes_its_pieces(tmp_path: Path) -> None:
    """Until its end nothing is seen of it; a piece that cannot be written is told."""
    path = tmp_path / "a.csv"
    with AtomicWriter(path) as stream:
        stream.write("ä\n")
        stream.write("b\n")
        assert not path.exists()
    assert path.read_bytes() == "ä\nb\n".encode()
    with pytest.raises(CannotWrite), AtomicWriter(path) as stream:  # noqa: PT012 - the second piece is the one that raises
        os.close(stream._stream.fileno())
        stream.write("c" * 1_000_000)
    assert path.read_bytes() == "ä\nb\n".encode()


@pytest.mark.parametrize("call", ["batch", "stats"])
@pytest.mark.parametrize("named", ["file", "folder"])
def test_rows_are_not_written_over_a_profile(mo_check: Call, many: Path, call: str, named: str) -> None:
    """``-o`` that names one of the profiles, by itself or by its folder, is a usage error."""
    profile = many / "p000.yaml"
    content = profile.read_bytes()
    assert mo_check(call, profile if named == "file" else many, "-o", profile, "--format", "csv").code == 2
    assert profile.read_bytes() == content


@pytest.mark.parametrize(("platform", "begun"), [("win32", 61), ("linux", 256)])
def test_windows_waits_for_61_processes_at_most(monkeypatch: pytest.MonkeyPatch, platform: str, begun: int) -> None:
    """A pool of more would be refused there."""
    asked = []

    def until_broken(
        chunks: Iterator[workers.Chunk], job: BatchJob, jobs: int
    ) -> Generator[FileResult, None, list[workers.Chunk]]:
        yield from ()
        assert (list(chunks), job) == ([], BatchJob())
        asked.append(jobs)
        return []

    monkeypatch.setattr(workers, "_until_broken", until_broken)
    monkeypatch.setattr(workers, "sys", SimpleNamespace(platform=platform))
    assert list(workers.process_in_pool(iter(()), BatchJob(), 256)) == []
    assert asked == [begun]

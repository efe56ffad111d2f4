"""Streams and disks that give up: closed pipes, full disks, outputs that were never there."""

import errno
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import PROFILES, Call, Ended, Write, child, environment, profile_yaml

SMALL = str(PROFILES / "small-town.yaml")
CALLS = {
    "version": ("--version",),
    "version in a language": ("--lang", "en", "--version"),
    "help": ("--help",),
    "help of a command": ("report", "--help"),
    "table": ("report", SMALL),
    "json": ("report", SMALL, "--format", "json"),
    "md": ("report", SMALL, "--format", "md"),
    "explain": ("explain", SMALL),
    "checklist show": ("checklist", "show"),
    "schema": ("schema", "checklist"),
}


@pytest.fixture
def closed() -> Iterator[int]:
    """Return the writing end of a pipe whose reader has gone already."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.mark.parametrize("arguments", CALLS.values(), ids=CALLS)
def test_a_closed_pipe_is_quiet(closed: int, arguments: tuple[str, ...]) -> None:
    """When the reader of our output has gone the call ends with 0 and says nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", *arguments], stdout=closed, stderr=subprocess.PIPE, env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("explain", "none.yaml"), 3, id="a bad file"),
        pytest.param(("explain", SMALL, "none"), 2, id="a wrong name"),
        pytest.param(("checklist", "lint"), 0, id="a remark"),
    ],
)
def test_nobody_listens_to_errors(closed: int, arguments: tuple[str, ...], code: int) -> None:
    """Where nobody reads standard error the exit code still says how the call ended."""
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", *arguments],
        stderr=closed,
        capture_output=False,
        stdout=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, b"")


def test_a_reader_that_takes_one_line(tmp_path: Path) -> None:
    """A reader that goes after the first line, as ``head -1`` does, ends the call with 0."""
    for number in range(20):
        (tmp_path / f"{number:02}.yaml").write_bytes(Path(SMALL).read_bytes())
    arguments = [sys.executable, "-m", "mo_check", "report", "."]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b" Stadt Kaltenwerda\n"
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("redirected", "arguments", "code"),
    [
        pytest.param(">&-", ("report", SMALL), 0, id="no output"),
        pytest.param(">&-", ("--version",), 0, id="no output for the version"),
        pytest.param("2>&-", ("report", "none.yaml"), 3, id="no errors"),
        pytest.param("2>&-", ("reprot",), 2, id="no errors for a usage error"),
        pytest.param("<&-", ("report", SMALL), 0, id="no input"),
        pytest.param("<&-", ("assess", "--plain"), 130, id="no input to ask"),
        pytest.param("<&- >&- 2>&-", ("assess", SMALL), 4, id="nothing at all"),
    ],
)
def test_streams_that_are_not_there(redirected: str, arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    """A stream that was closed before the call is no reason to fail."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m mo_check "$@" {redirected}', sys.executable, *arguments],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"Error" not in done.stderr


class Full(io.StringIO):
    """A stream onto a disk that is full."""

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("arguments", CALLS.values(), ids=CALLS)
def test_an_output_onto_a_full_disk(mo_check: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """Where standard output takes no more the call ends with 4; only the version says nothing about it."""
    monkeypatch.setattr(sys, "stdout", Full())
    ended = mo_check(*arguments)
    assert ended.code == 4
    if "--version" not in arguments:
        assert ended.err.startswith("Die Ausgabe lässt sich nicht schreiben: kein Platz mehr.\n    ")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_an_output_into_a_pipe_is_always_utf8(encoding: str) -> None:
    """Whatever the system thinks of as its encoding, what goes into a pipe is UTF-8."""
    ended = child("report", SMALL, PYTHONIOENCODING=encoding)
    assert ended.code == 0
    assert "Räume" in ended.out


def _refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.fixture
def started(write: Write) -> Path:
    """Return a profile of the quick check without answers."""
    return write(profile_yaml(scope="quick"))


@pytest.mark.parametrize(
    ("where", "number", "reason"),
    [
        pytest.param("os.fsync", errno.ENOSPC, "kein Platz mehr", id="disk full at the flush"),
        pytest.param("os.fdopen", errno.ENOSPC, "kein Platz mehr", id="disk full at once"),
        pytest.param("tempfile.mkstemp", errno.EROFS, "schreibgeschützt", id="read-only medium"),
        pytest.param("tempfile.mkstemp", errno.EACCES, "keine Schreibrechte", id="read-only folder"),
        pytest.param("pathlib.Path.replace", errno.EPERM, "keine Schreibrechte", id="file held by another program"),
        pytest.param("os.fsync", errno.EIO, "lässt sich nicht schreiben", id="broken disk"),
    ],
)
def test_an_answer_that_cannot_be_saved(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, started: Path, where: str, number: int, reason: str
) -> None:
    """Where the second answer cannot be saved the call ends with 4, the first one is whole, the rest printed."""
    assert mo_check("assess", "--plain", started, given="2\n").code == 130
    before = started.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise _refused(number)

    monkeypatch.setattr(where, refuse)
    monkeypatch.setattr("mo_check.files.atomic.time.sleep", lambda _: None)
    ended: Ended = mo_check("assess", "--plain", started, given="4\n3\n")
    monkeypatch.undo()
    assert ended.code == 4
    assert reason in ended.err
    assert "Nicht gesichert ist:" in ended.err
    assert "level: adopted" in ended.err
    assert started.read_bytes() == before
    assert sorted(path.suffix for path in started.parent.iterdir()) == [".bak", ".yaml"]


def test_a_file_changed_by_somebody_else_is_spared(mo_check: Call, monkeypatch: pytest.MonkeyPatch, started: Path) -> None:
    """Where another program wrote the file during the interview nothing is overwritten, and the answers are printed."""
    lines = iter(["2\n", "4\n"])

    class Meanwhile(io.StringIO):
        def readline(self, _: int | None = -1) -> str:
            line = next(lines)
            if line == "4\n":
                started.write_text("jemand anders\n", encoding="utf-8")
            return line

    monkeypatch.setattr(sys, "stdin", Meanwhile())
    ended = mo_check("assess", "--plain", started)
    assert ended.code == 4
    assert "inzwischen jemand anderes geändert" in ended.err
    assert "level: adopted" in ended.err
    assert started.read_text(encoding="utf-8") == "jemand anders\n"


def test_a_defect_of_ours_is_called_one(mo_check: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw ends with 70, one sentence and no traceback, unless that is asked for."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("so")

    monkeypatch.setattr("mo_check.cli.context.Context.write", broken)
    ended = mo_check("schema", "profile")
    assert ended.code == 70
    assert ended.err == "Das ist ein Fehler in mo-check, nicht in Ihrer Datei: ZeroDivisionError: so\n"
    monkeypatch.setenv("MO_CHECK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        mo_check("schema", "profile")

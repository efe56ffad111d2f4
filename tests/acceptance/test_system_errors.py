"""Errors of the system are said where the file is known: its name, what was tried, what to do; streams speak for themselves."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from calling import PROFILES, Call, Terminal, Write, checklist_yaml, environment, level_yaml, profile_yaml

SMALL = str(PROFILES / "small-town.yaml")
CITY = str(PROFILES / "city")
ENDLESS = "x" * 300
TOO_LONG = "der Name ist zu lang"
PLACE_OR_RIGHTS = "    Einen anderen Ort wählen oder Platz und Rechte prüfen."


def _unwritable(name: str, reason: str) -> list[str]:
    return [f"„{name}“ lässt sich nicht schreiben: {reason}.", PLACE_OR_RIGHTS]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(("assess", "--plain", f"{ENDLESS}.yaml"), f"{ENDLESS}.yaml", id="assess"),
        pytest.param(("assess", "--plain", "-o", f"{ENDLESS}.yaml"), f"{ENDLESS}.yaml", id="assess -o"),
        pytest.param(("assess", "--plain", "--again", SMALL, "-o", f"{ENDLESS}.yaml"), f"{ENDLESS}.yaml", id="assess --again"),
        pytest.param(("workshop", CITY, "-o", ENDLESS), ENDLESS, id="workshop"),
        pytest.param(("profile", "anonymize", SMALL, "-o", ENDLESS), ENDLESS, id="anonymize"),
        pytest.param(
            ("profile", "new", f"{ENDLESS}.yaml", "--name", "A", "--kind", "town", "--label", "B"), f"{ENDLESS}.yaml", id="new"
        ),
        pytest.param(("report", SMALL, "-o", f"{ENDLESS}.html"), f"{ENDLESS}.html", id="report"),
        pytest.param(("batch", SMALL, "-o", f"{ENDLESS}.csv"), f"{ENDLESS}.csv", id="batch"),
        pytest.param(("form", "make", "-o", f"{ENDLESS}.html"), f"{ENDLESS}.html", id="form make"),
    ],
)
def test_a_name_that_no_file_can_have_cannot_be_written(mo_check: Call, arguments: tuple[object, ...], name: str) -> None:
    """Whatever command it is, the file, what was tried and what to do are said, with 4, before anything is asked."""
    ended = mo_check(*arguments, given="")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.splitlines() == _unwritable(name, TOO_LONG)


def test_an_agreed_profile_with_an_endless_name(mo_check: Call) -> None:
    """A group is told so before its first question."""
    ended = mo_check("agree", CITY, "-o", f"{ENDLESS}.yaml", "--plain", given="")
    assert ended.code == 4
    assert ended.err.splitlines()[:2] == _unwritable(f"{ENDLESS}.yaml", TOO_LONG)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("assess", "--plain", "--again", f"{ENDLESS}.yaml"), 3, id="assess --again"),
        pytest.param(("report", f"{ENDLESS}.yaml"), 3, id="report"),
        pytest.param(("compare", f"{ENDLESS}.yaml", SMALL), 3, id="compare"),
        pytest.param(("checklist", "lint", f"{ENDLESS}.yaml"), 3, id="checklist lint"),
        pytest.param(("batch", "--from-file", ENDLESS), 3, id="from-file"),
        pytest.param(("--checklists", ENDLESS, "checklist", "list"), 2, id="checklists"),
    ],
)
def test_a_name_that_no_file_can_have_cannot_be_read(mo_check: Call, arguments: tuple[str, ...], code: int) -> None:
    """A name that is read ends as any other that is not there."""
    ended = mo_check(*arguments, given="")
    assert ended.code == code
    assert ENDLESS in ended.err
    assert "Ausgabe" not in ended.err
    assert "Fehler in mo-check" not in ended.err


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder into which the system does not let us look."""
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "x.yaml").write_text(profile_yaml(), "utf-8")

    def refusing(name: str) -> None:
        real = getattr(os, name)

        def refuse(path: object, *more: object, **named: object) -> object:
            if "locked" in Path(str(path)).parts[:-1]:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return real(path, *more, **named)

        monkeypatch.setattr(os, name, refuse)

    for name in ("stat", "lstat", "open", "mkdir", "scandir"):
        refusing(name)
    real_open = io.open

    def refuse_open(file: object, *more: object, **named: object) -> object:
        if "locked" in Path(str(file)).parts[:-1]:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        return real_open(file, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", refuse_open)
    monkeypatch.chdir(tmp_path)
    return Path("locked")


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(("assess", "--plain", "locked/x.yaml"), "locked/x.yaml", id="assess"),
        pytest.param(("workshop", CITY, "-o", "locked/kit"), "locked/kit", id="workshop"),
        pytest.param(
            ("profile", "new", "locked/n.yaml", "--name", "A", "--kind", "town", "--label", "B"), "locked/n.yaml", id="new"
        ),
    ],
)
@pytest.mark.usefixtures("locked")
def test_a_folder_without_rights_cannot_be_written(mo_check: Call, arguments: tuple[object, ...], name: str) -> None:
    """What may not even be looked at is no file that is there; who wants to write it is told about the rights."""
    ended = mo_check(*arguments, given="")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.splitlines() == _unwritable(name, "keine Schreibrechte")


@pytest.mark.usefixtures("locked")
def test_a_folder_without_rights_cannot_be_read(mo_check: Call) -> None:
    """Who wants to read it is told so, with 3."""
    ended = mo_check("report", "locked/x.yaml")
    assert ended.code == 3
    assert ended.err == "locked/x.yaml: Die Datei lässt sich nicht lesen.\n    Rechte und Laufwerk prüfen.\n"


def test_a_checklist_whose_name_leaves_no_room_for_those_beside_it(mo_check: Call, write: Write) -> None:
    """No file of wordings or of a translation can lie beside a name of 250 letters; the checklist is read without."""
    name = f"{'c' * 250}.yaml"
    write(checklist_yaml(feld="1\n" + level_yaml("feld.eins", "ask: Amt")), name)
    ended = mo_check("--lang", "en", "checklist", "show", f"./{name}")
    assert "Fehler in mo-check" not in ended.err
    assert "File name too long" not in ended.err
    assert ended.code == 0, ended.err


def test_a_folder_that_was_taken_away(tmp_path: Path) -> None:
    """In a folder that is no more, a name says so as in every other."""
    gone = tmp_path / "gone"
    gone.mkdir()
    call = f'cd "{gone}" && rmdir "{gone}" && exec "{sys.executable}" -m mo_check compare "{SMALL}" a.yaml'
    done = subprocess.run(["/bin/sh", "-c", call], capture_output=True, env=environment(), check=False, timeout=60)
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode() == "a.yaml: Die Datei gibt es nicht.\n    Name und Ordner prüfen.\n"


class Refusing(io.StringIO):
    """A stream that takes nothing, for a reason of the system."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize("arguments", [("report", SMALL), ("report", "--help"), ("--help",), ("batch", SMALL, "--format", "csv")])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        pytest.param(errno.ENOSPC, "kein Platz mehr", id="full"),
        pytest.param(errno.EIO, os.strerror(errno.EIO), id="broken"),
        pytest.param(errno.EINVAL, os.strerror(errno.EINVAL), id="EINVAL, which is a closed pipe on Windows only"),
    ],
)
def test_an_output_that_takes_no_more(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], number: int, reason: str
) -> None:
    """Standard output that fails is said with its reason and what to do, and the call ends with 4."""
    monkeypatch.setattr(sys, "stdout", Refusing(number))
    ended = mo_check(*arguments)
    assert ended.code == 4
    assert ended.err.splitlines()[-2:] == [
        f"Die Ausgabe lässt sich nicht schreiben: {reason}.",
        "    Platz prüfen oder die Ausgabe anderswohin leiten.",
    ]


def test_a_closed_pipe_of_windows(monkeypatch: pytest.MonkeyPatch, mo_check: Call) -> None:
    """There EINVAL says that the reader has gone, and the call ends quietly."""
    monkeypatch.setattr(sys, "stdout", Refusing(errno.EINVAL))
    monkeypatch.setattr("mo_check.cli.streams.CLOSED", frozenset({errno.EPIPE, errno.EINVAL}))
    ended = mo_check("report", SMALL)
    assert (ended.code, ended.err) == (0, "")


def test_an_interview_whose_output_takes_no_more(mo_check: Call, monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    """An interview says so too; the profile stays."""
    path = write(profile_yaml(scope="quick"))
    before = path.read_bytes()
    monkeypatch.setattr(sys, "stdout", Refusing(errno.ENOSPC))
    ended = mo_check("assess", "--plain", path, given="2\n")
    assert ended.code == 4
    assert ended.err.startswith("Die Ausgabe lässt sich nicht schreiben: kein Platz mehr.\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(("report", SMALL, "none.yaml"), 5, id="some files bad"),
        pytest.param(("checklist", "lint", "none.yaml"), 3, id="lint"),
        pytest.param(("batch", SMALL, "none.yaml", "-o", "b.csv"), 5, id="batch"),
        pytest.param(("profile", "check", "none.yaml", SMALL), 5, id="profile check"),
    ],
)
def test_nobody_reads_the_remarks(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    """Where the reader of standard error has gone the call does its work to the end and ends as it would."""
    read, written = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", *arguments],
        stderr=written,
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=tmp_path,
        check=False,
    )
    os.close(written)
    assert done.returncode == code
    if "-o" in arguments:
        assert "small-town" in (tmp_path / "b.csv").read_text("utf-8")


def test_a_terminal_that_has_gone(mo_check: Call, monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    """Keys that can no longer be heard end the interview as the end of an input does."""
    path = write(profile_yaml(scope="quick"))
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())

    def gone(_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("questionary.Question.unsafe_ask", gone)
    ended = mo_check("assess", path)
    assert ended.code == 130
    assert "Alle Antworten sind gesichert" in ended.err


def test_processes_that_cannot_be_started(mo_check: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system starts no process the reason and a way without are said."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr("mo_check.many.batch_run.CHUNK", 1)
    monkeypatch.setattr("mo_check.many.workers.ProcessPoolExecutor", refuse)
    ended = mo_check("batch", CITY, "--jobs", "2", "--format", "csv")
    assert ended.code == 4
    assert ended.err.splitlines() == [
        f"Die Arbeitsprozesse lassen sich nicht starten: {os.strerror(errno.EAGAIN)}.",
        "    Mit --jobs 1 geht es ohne sie.",
    ]


class Unreadable(io.StringIO):
    """An input that cannot be read."""

    def readline(self, _: int | None = -1) -> str:
        """Refuse."""
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def __next__(self) -> str:
        """Refuse."""
        return self.readline()


@pytest.mark.parametrize(
    "arguments",
    [pytest.param(("assess", "--plain", "new.yaml"), id="assess"), pytest.param(("batch", "--from-file", "-"), id="batch")],
)
def test_an_input_that_cannot_be_read(mo_check: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    """Standard input that fails is not called an output."""
    monkeypatch.setattr(sys, "stdin", Unreadable())
    ended = mo_check(*arguments)
    assert ended.code == 3
    assert ended.err.splitlines()[-2:] == [
        f"-: Die Standardeingabe lässt sich nicht lesen: {os.strerror(errno.EIO)}.",
        "    Prüfen, woher die Eingabe kommt.",
    ]
    assert not Path("new.yaml").exists()

"""What the acceptance tests share: a quiet place, the program called in process, and files laid out."""

import io
import sys
from pathlib import Path

import pytest

from calling import Call, Ended, Write
from mo_check.cli.app import run


@pytest.fixture(autouse=True)
def _quiet_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Call from an empty folder, in German, on 80 columns, on a settled day."""
    for name in ("MO_CHECK_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "MO_CHECK_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")  # 18 November 2026
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def mo_check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a function that calls mo-check through its real entry; ``given`` is what it reads."""

    def call(*arguments: object, given: str | None = None) -> Ended:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.StringIO(given))
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ended(code, said.out, said.err)

    return call


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that lays out a file of some text or bytes and returns its path."""

    def laid_out(content: str | bytes, name: str = "profile.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return laid_out

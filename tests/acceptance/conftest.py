"""What the acceptance tests share: a quiet place, the program called in process, and files laid out."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from calling import Call, Ended, Terminal, Typed, Write
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


@pytest.fixture
def pipe() -> Iterator[PipeInput]:
    """Return the input of a session without a screen."""
    with create_pipe_input() as given, create_app_session(input=given, output=DummyOutput()):
        yield given


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, pipe: PipeInput, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Return a function that calls mo-check on a terminal; each prompt gets its keys, and after the last the input is closed."""
    monkeypatch.setenv("LINES", "50")

    def call(keys: list[str], *arguments: object) -> Ended:
        waiting = iter(keys)
        asked = questionary.Question.unsafe_ask

        def ask(question: questionary.Question) -> Any:  # noqa: ANN401 - as questionary has it
            given = next(waiting, None)
            if given is None:
                pipe.close()
            else:
                pipe.send_text(given)
            return asked(question)

        screen = Terminal()
        with monkeypatch.context() as patched:
            patched.setattr(questionary.Question, "unsafe_ask", ask)
            patched.setattr(sys, "stdin", Terminal())
            patched.setattr(sys, "stdout", screen)
            code = run(["assess", *(str(argument) for argument in arguments)])
        assert list(waiting) == []
        return Ended(code, screen.getvalue(), capsys.readouterr().err)

    return call

"""The commands of the README that need no conversation run as they stand there."""

import re
import shlex
from pathlib import Path

import pytest

from mo_check.cli.app import run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TALKING = {"assess", "new"}


def commands() -> list[str]:
    """Return every call of mo-check in the README that names no placeholder and asks nothing."""
    found = dict.fromkeys(re.findall(r"`(mo-check [^`]*)`", README))
    return [c for c in found if not TALKING & set(shlex.split(c)) and not re.search(r"FILE|DATEI|my/", c)]


def test_the_readme_shows_calls() -> None:
    """At least a report, an explanation, a check and the coverage stand there to be tried."""
    assert {shlex.split(c)[1] for c in commands()} >= {"report", "explain", "profile", "checklist", "schema"}


@pytest.mark.parametrize("command", commands())
def test_a_call_of_the_readme_runs(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 0 from the root of the repository and shows something."""
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(command)[1:]) == 0
    captured = capsys.readouterr()
    assert captured.out or captured.err


def test_the_readme_names_every_command_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command that ``mo-check --help`` lists stands in the README."""
    run(["--help"])
    listed = re.findall(r"^  ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert listed
    assert [
        name for name in listed if f"mo-check {name}" not in README and f"mo-check --lang de-x-simple {name}" not in README
    ] == []


def test_the_readme_is_short_enough_to_be_read() -> None:
    """At most 200 lines."""
    assert len(README.splitlines()) <= 200

"""The commands of the README that need no conversation run as they stand there."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

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


def _block(language: str) -> str:
    """Return the only block of a language in the README."""
    (block,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return str(block)


def test_the_shell_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of its calls ends with 0, one after the other, beside a folder of profiles."""
    shutil.copytree(ROOT / "profiles", tmp_path / "profiles")
    monkeypatch.chdir(tmp_path)
    codes = [run(shlex.split(line, comments=True)[1:]) for line in _block("sh").splitlines()]
    assert codes == [0, 0, 0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"profiles", "results.csv", "items.csv", "stats.json"}
    assert capsys.readouterr().out.startswith("format,checklist,")


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints a line for every score of every checklist in every profile, and is ten lines long."""
    monkeypatch.chdir(ROOT)
    example = _block("python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - the README's own words
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [tuple(line[:3]) for line in lines] == list(_scores())
    told = [line for line in lines if line[0] == "city-2026.yaml" and line[1] != "topics"]
    assert [line[1:3] for line in told] == [
        ["cooperation", "total"],
        ["success-factors", "success"],
        ["success-factors", "obstacles"],
    ]
    assert all(line[3].isdigit() and len(line) == 7 for line in told)  # a number, and three gaps
    assert len([line for line in example.splitlines() if line]) <= 10


def _scores() -> Iterator[tuple[str, str, str]]:
    """Yield every shipped profile, each checklist it answers, and each of its scores, as their files have them."""
    for path in sorted((ROOT / "profiles").rglob("*.yaml")):
        for name in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["checklists"]:
            held = yaml.load((ROOT / "checklists" / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
            yield from ((path.name, name, score) for score in held.get("scores", ["total"]))


def test_the_readme_names_every_command_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command that ``mo-check --help`` lists stands in the README."""
    run(["--help"])
    listed = re.findall(r"^  ([a-z]+)  ", capsys.readouterr().out, re.MULTILINE)
    assert listed
    assert [
        name for name in listed if f"mo-check {name}" not in README and f"mo-check --lang de-x-simple {name}" not in README
    ] == []


def test_the_readme_is_short_enough_to_be_read() -> None:
    """At most 250 lines; the rest is in docs."""
    assert len(README.splitlines()) <= 250

"""Whole reports on the example profiles; ``pytest tests/golden --rewrite-golden`` writes them anew, to be read in the diff."""

import json
from difflib import unified_diff
from pathlib import Path

import pytest

from calling import PROFILES, ROOT
from mo_check.cli.app import run

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in PROFILES.glob("*.yaml"))
FORMS = {"txt": "table", "md": "md", "html": "html", "json": "json"}
"""The ending of a golden file and the form of the report it holds."""


@pytest.fixture(autouse=True)
def _quiet_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call from the root of the project, in German, on 80 columns."""
    for name in ("MO_CHECK_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("ending", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_what_it_said(
    name: str, ending: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every line of the report on an example profile is as it was when it was last read and found good."""
    assert run(["report", f"profiles/{name}.yaml", "--format", FORMS[ending]]) == 0
    said = capsys.readouterr().out
    golden = HERE / f"{name}.{ending}"
    if request.config.getoption("--rewrite-golden"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    held = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    assert_same(held, said, golden.name)


def assert_same(held: str, said: str, name: str) -> None:
    """Fail with the lines that differ, as a diff shows them; of JSON every key has a line there."""
    if held == said:
        return
    before, now = ([*_lines(text, name)] for text in (held, said))
    diff = "\n".join(unified_diff(before, now, f"golden/{name}", "mo-check says", lineterm="", n=2))
    remedy = "If this is meant: pytest tests/golden --rewrite-golden, and read the diff."
    pytest.fail(f"{diff or 'Only line ends or blanks differ.'}\n\n{remedy}", pytrace=False)


def _lines(text: str, name: str) -> list[str]:
    whole = json.dumps(json.loads(text), ensure_ascii=False, indent=1) if name.endswith(".json") and text else text
    return whole.splitlines()


def test_every_golden_file_is_compared() -> None:
    """No file is left over from a profile or a form that is gone."""
    files = {path.name for path in HERE.iterdir() if path.suffix.removeprefix(".") in FORMS}
    assert files == {f"{name}.{ending}" for name in NAMES for ending in FORMS}


def test_a_difference_is_told_as_a_diff() -> None:
    """What fails shows the lines that differ and how to rewrite them, and nothing of Python."""
    with pytest.raises(pytest.fail.Exception, match=r"(?s)-alt\n\+neu.*--rewrite-golden"):
        assert_same("gleich\nalt\n", "gleich\nneu\n", "probe.txt")

"""A new form is one file and one line: a copy of the package learns one, and every kind of report is written in it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from calling import CHECKLISTS, ROOT, environment
from kinds import KINDS

TOY = '''"""A toy: documents as shouted lines."""


def toy(documents, frame):
    """Return titles and blocks, a line each."""
    lines = [f"{document.title}! {len(document.blocks)}!" for document in documents]
    return "\\n".join(lines).upper() + "\\n"
'''
LINE = '    "toy": Format(".toy", "toy:toy"),\n'


@pytest.fixture(scope="module")
def learned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the package that has the toy form."""
    folder = tmp_path_factory.mktemp("learned")
    package = folder / "mo_check"
    shutil.copytree(ROOT / "src" / "mo_check", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(CHECKLISTS, package / "checklists")
    (package / "render" / "toy.py").write_text(TOY, encoding="utf-8")
    table = package / "render" / "formats.py"
    text = table.read_text(encoding="utf-8")
    mark = '    "md": Format('
    table.write_text(text.replace(mark, LINE + mark), encoding="utf-8")
    return folder


def _called(learned: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mo_check", *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(PYTHONPATH=str(learned)),
        check=False,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_report_can_be_written_in_a_new_form(learned: Path, tmp_path: Path, kind: str) -> None:
    """The suffix chooses the new form, and the writer gets the document whole."""
    ended = _called(learned, tmp_path, *KINDS[kind], "-o", "r.toy")
    assert ended.returncode == 0, ended.stderr
    text = (tmp_path / "r.toy").read_text(encoding="utf-8")
    assert "!" in text
    assert text == text.upper()


@pytest.mark.parametrize("command", ["report", "explain"])
def test_the_help_knows_a_new_form(learned: Path, tmp_path: Path, command: str) -> None:
    """``--help`` and the error for an unknown form name it without another word."""
    assert "table|toy|md|" in _called(learned, tmp_path, command, "--help").stdout
    assert "table, toy, md" in _called(learned, tmp_path, command, KINDS["report"][1], "--format", "odt").stderr

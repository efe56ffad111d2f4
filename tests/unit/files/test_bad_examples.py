"""Every file in tests/examples/bad carries the problems it has as comments at its top; dropping a file in adds a test.

The comments are what mo-check says about the file, line by line: ``# file:line:column: path: what`` and, where there is
a remedy, ``#     what to do``. Names that begin with „checklist“ are checklists, all others profiles.
"""

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

from mo_check.cli.wording import problem_lines
from mo_check.errors import Problem
from mo_check.files.library import load_checklist
from mo_check.files.profiles import load_profile
from mo_check.languages import language

BAD = Path(__file__).parents[2] / "examples" / "bad"


@pytest.mark.parametrize("path", sorted(BAD.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_bad_file_has_the_problems_it_names(
    path: Path,
    problems_of: Callable[[Callable[[], object]], tuple[Problem, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All problems are found at once, in the order of the file, in the words that a user reads."""
    monkeypatch.chdir(BAD)
    expected = [line[2:] for line in takewhile(lambda line: line.startswith("#"), path.read_text("utf-8").split("\n"))]
    if path.name.startswith("checklist"):
        problems = problems_of(lambda: load_checklist(path.name))
    else:
        problems = problems_of(lambda: load_profile(Path(path.name)))
    assert [line for problem in problems for line in problem_lines(problem, language("de"))] == expected


def test_there_are_bad_files() -> None:
    """The folder is where it is looked for."""
    assert {"form.yaml", "checklist-fit.yaml"} <= {path.name for path in BAD.iterdir()}

"""The recipes of CONTRIBUTING.md, followed word by word in a copy of the repository."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import ROOT, environment

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (.+)\n((?:.*\n)*?)(?=^##|\Z)", TEXT.partition("\n## Recipes\n")[2], re.MULTILINE))
"""What stands below each heading of the third level."""
_PIECE = re.compile(
    r"^(?:(?P<what>Create|In) `(?P<path>[^`]+)`:|```(?P<kind>\w+)\n(?P<block>.*?)^```)$", re.MULTILINE | re.DOTALL
)
_ENDS_WITH = re.compile(r" # ends with (\d+)$")
_MODULES = {"mo-check": "mo_check", "pytest": "pytest", "pybabel": "babel.messages.frontend"}
"""The programs of a recipe by the module that they are, so that the copy comes first on the path."""
_LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist")


def steps(recipe: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is to be done, in order: a file to create or a change to make, with its path, or commands to run."""
    what = path = ""
    for piece in _PIECE.finditer(recipe):
        if piece["what"]:
            what, path = piece["what"], piece["path"]
        elif piece["kind"] == "sh":
            yield "Run", "", piece["block"]
        else:
            assert (what == "In") == (piece["kind"] == "diff"), piece[0]
            yield what, path, piece["block"]


def changed(text: str, diff: str) -> str:
    """Return a text with a change made: its old lines are exchanged for the new ones in the one place where they stand."""
    lines = diff.splitlines(keepends=True)
    assert {line[0] for line in lines} <= set(" +-"), diff
    old = "".join(line[1:] for line in lines if line[0] != "+")
    new = "".join(line[1:] for line in lines if line[0] != "-")
    assert text.count(old) == 1, old
    return text.replace(old, new)


def run(command: str, folder: Path) -> None:
    """Run a command as it stands in the copy; it ends with 0, or as the comment behind it says."""
    ends = _ENDS_WITH.search(command)
    words = shlex.split(command, comments=True)
    path = [str(folder / "src")]
    if words[0] == "PYTHONPATH=tools":
        path.append(str(folder / words.pop(0).partition("=")[2]))
    target = None
    if ">" in words:
        *words, _, name = words
        target = folder / name
    done = subprocess.run(
        [sys.executable, "-m", _MODULES[words[0]], *words[1:]] if words[0] in _MODULES else words,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(PYTHONPATH=os.pathsep.join(path), PYTEST_ADDOPTS="-p no:cacheprovider"),
        check=False,
    )
    assert done.returncode == (int(ends[1]) if ends else 0), f"{command}\n{done.stdout}{done.stderr}"
    if target:
        target.write_text(done.stdout, encoding="utf-8", newline="")


def test_there_are_the_five_recipes() -> None:
    """Each creates or changes something and runs something."""
    assert list(RECIPES) == ["Add a format", "Add a survey tool", "Add a language", "Add a command", "Add a checklist"]
    for recipe in RECIPES.values():
        assert {"Create", "Run"} <= {what for what, _, _ in steps(recipe)}


@pytest.mark.slow
@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_works_as_it_stands(title: str, tmp_path: Path) -> None:
    """Its files are created, its changes made and its commands run, one after the other."""
    folder = Path(shutil.copytree(ROOT, tmp_path / "mo-check", ignore=_LEFT_BEHIND))
    for what, path, block in steps(RECIPES[title]):
        if what == "Run":
            for command in block.splitlines():
                run(command, folder)
            continue
        file = folder / path
        if what == "Create":
            assert not file.exists(), path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block, encoding="utf-8", newline="")
        else:
            file.write_text(changed(file.read_text(encoding="utf-8"), block), encoding="utf-8", newline="")


def test_a_change_that_fits_nowhere_or_twice_is_noticed() -> None:
    """A recipe that no longer fits the code fails, instead of changing something else."""
    assert changed("a\nb\nc\n", " a\n-b\n+d\n") == "a\nd\nc\n"
    for text in ("c\n", "a\nb\na\nb\n"):
        with pytest.raises(AssertionError):
            changed(text, " a\n-b\n+d\n")

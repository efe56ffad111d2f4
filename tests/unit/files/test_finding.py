"""Which files are meant by files, folders and patterns."""

import os
from pathlib import Path

import pytest

from mo_check.errors import InvalidInput
from mo_check.files.finding import profile_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with profiles, other files, hidden ones and a folder below."""
    for name in ("b.yaml", "a.yml", "C.YAML", "notes.txt", ".hidden.yaml", "below/d.yaml", ".git/e.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


def found(*names: Path, recursive: bool = False) -> tuple[list[str], list[InvalidInput]]:
    """Return the names of the files found and the complaints."""
    complaints: list[InvalidInput] = []
    files = [path.name for path in profile_files(names, complaints.append, recursive=recursive)]
    return files, complaints


def test_a_file_is_taken_as_it_is_named(folder: Path) -> None:
    """Whether it is there or not, and whatever its suffix; each once."""
    names = [folder / name for name in ("notes.txt", "missing.yaml", "b.yaml", "notes.txt")]
    assert found(*names) == (["notes.txt", "missing.yaml", "b.yaml"], [])


def test_a_folder_stands_for_its_yaml_files_in_order(folder: Path) -> None:
    """Hidden files and other suffixes are passed over; what was named before does not come again."""
    assert found(folder / "b.yaml", folder)[0] == ["b.yaml", "C.YAML", "a.yml"]
    assert found(folder, recursive=True)[0] == ["C.YAML", "a.yml", "b.yaml", "d.yaml"]


def test_a_pattern_stands_for_what_it_matches(folder: Path) -> None:
    """Also below, with two stars; a file whose name looks like a pattern is that file."""
    (folder / "x[1].yaml").touch()
    assert found(folder / "*.y*ml")[0] == ["a.yml", "b.yaml", "x[1].yaml"]
    assert found(folder / "**" / "d.yaml")[0] == ["d.yaml"]
    assert found(folder / "x[1].yaml")[0] == ["x[1].yaml"]


@pytest.mark.parametrize(("name", "what"), [("below/none", "Ordner"), ("*.xml", "Muster")])
def test_what_stands_for_nothing_is_complained_of(folder: Path, name: str, what: str) -> None:
    """A folder without profiles and a pattern without matches are named; the rest goes on."""
    (folder / "below" / "none").mkdir()
    files, complaints = found(folder / name, folder / "b.yaml")
    assert files == ["b.yaml"]
    assert [what in complaint.message.msgid for complaint in complaints] == [True]
    assert complaints[0].problems[0].file == str(folder / name)
    assert complaints[0].problems[0].remedy is not None


def test_a_folder_that_a_pattern_matches_stands_for_its_files(folder: Path) -> None:
    """As a folder that is named does; one without profiles is passed over where the pattern stands for others."""
    (folder / "empty").mkdir()
    assert found(folder / "[be]*") == (["b.yaml", "d.yaml"], [])
    files, complaints = found(folder / "emp*")
    assert (files, len(complaints)) == ([], 1)


@pytest.mark.parametrize(
    "name", ["x" * 300, "x" * 300 + "*", "a\0b", "a\0*"], ids=["long", "long pattern", "null", "null pattern"]
)
def test_a_name_that_no_file_can_have_ends_nothing(folder: Path, name: str) -> None:
    """Whoever reads it complains of it, or it is a pattern without matches; the rest goes on."""
    files, complaints = found(folder / name, folder / "b.yaml")
    assert files[-1] == "b.yaml"
    assert len(files) + len(complaints) == 2


def test_a_folder_that_cannot_be_read_is_complained_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once and by its own name, also where it lies below another; what can be read is found."""
    listed = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "below":
            raise PermissionError
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    files, complaints = found(folder, recursive=True)
    assert files == ["C.YAML", "a.yml", "b.yaml"]
    assert [complaint.problems[0].file for complaint in complaints] == [str(folder / "below")]
    assert [len(found(folder / "below")[place]) for place in (0, 1)] == [0, 1]

"""Which files are meant by files, folders and patterns."""

from pathlib import Path

import pytest

from mo_check.content.finding import profile_files
from mo_check.errors import InvalidInput


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

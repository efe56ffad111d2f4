"""Files, folders and patterns: every command of several profiles takes them alike, and says so in the same words."""

import re
import shutil
from pathlib import Path

import pytest

from calling import PROFILES, Call, flat

SEVERAL = {
    "report": ("report",),
    "compare": ("compare",),
    "workshop": ("workshop", "-o", "kit", "--overwrite"),
    "agree": ("agree", "--plain", "-o", "agreed.yaml"),
    "batch": ("batch", "--format", "csv"),
    "stats": ("stats",),
    "profile check": ("profile", "check"),
    "anonymize": ("profile", "anonymize", "-o", "anonymous"),
}
COMMANDS = pytest.mark.parametrize("command", SEVERAL.values(), ids=SEVERAL)
FILES = ("city-2026", "culture-office-2026", "womens-group-2026")


@pytest.fixture(autouse=True)
def _city(tmp_path: Path) -> None:
    """Lay out a folder of three profiles, with a file beside them that is none."""
    (tmp_path / "stadt").mkdir()
    for name in FILES:
        shutil.copy(PROFILES / "city" / f"{name}.yaml", tmp_path / "stadt")
    (tmp_path / "stadt" / "notes.txt").write_text("x", "utf-8")


def _told(mo_check: Call, command: tuple[str, ...], *names: str) -> tuple[int, str, str]:
    """Return how a call ended, whatever its profiles were named by; what it wrote is taken away again."""
    ended = mo_check(*command, *names, given="q\nq\n")
    for one in ("kit", "anonymous"):
        shutil.rmtree(one, ignore_errors=True)
    Path("agreed.yaml").unlink(missing_ok=True)
    return ended.code, re.sub(r"\s*(Weiter mit\s+)?mo-check .*", "", ended.out), ended.err


@COMMANDS
@pytest.mark.parametrize("name", ["stadt", "stadt/*.yaml", "st?dt", "stadt/*-2026.y[a]ml"])
def test_folders_and_patterns_stand_for_their_files(mo_check: Call, command: tuple[str, ...], name: str) -> None:
    """A folder or a pattern is the same as its files by name, each once."""
    one_by_one = _told(mo_check, command, *(f"stadt/{file}.yaml" for file in FILES))
    assert one_by_one[0] == 0
    assert _told(mo_check, command, name) == one_by_one
    assert _told(mo_check, command, name, f"./stadt/{FILES[0]}.yaml") == one_by_one


@COMMANDS
@pytest.mark.parametrize(
    ("name", "what"),
    [
        pytest.param("none/*.yaml", "Zu diesem Muster gibt es keine Datei.", id="pattern"),
        pytest.param("empty", "In diesem Ordner liegt keine Profildatei.", id="folder"),
        pytest.param("none.yaml", "Die Datei gibt es nicht.", id="file"),
    ],
)
def test_what_stands_for_nothing_is_told(mo_check: Call, command: tuple[str, ...], name: str, what: str) -> None:
    """Alone it ends with 3; beside profiles that can be used the rest goes on and the call ends with 5."""
    Path("empty").mkdir()
    code, out, err = _told(mo_check, command, name)
    assert (code, err.splitlines()[:2]) == (3, [f"{name}: {what}", "    Name und Ordner prüfen."])
    assert command[0] == "batch" or out == ""
    code, _, err = _told(mo_check, command, name, "stadt")
    assert code == 5
    assert f"{name}: {what}" in err


def test_all_say_the_same_of_what_they_take(mo_check: Call) -> None:
    """The help of every such command has one name and one sentence for its profiles."""
    told = set()
    for command in SEVERAL.values():
        words = command[: 2 if command[0] == "profile" else 1]
        told.add(flat(mo_check(*words, "--help").out.partition("Angaben:\n")[2].partition("\n\n")[0]))
    assert told == {"PROFIL… Profildateien, Ordner und Muster wie „2026/*.yaml“."}


@pytest.mark.parametrize(
    ("command", "what"),
    [
        pytest.param("report", "Fehler: Es fehlt: PROFIL.", id="report"),
        pytest.param("profile check", "Fehler: Es fehlt: PROFIL.", id="profile check"),
        pytest.param("batch", "Es fehlt, welche Profile gemeint sind.", id="batch"),
    ],
)
def test_a_command_without_profiles(mo_check: Call, command: str, what: str) -> None:
    """What is missing is named."""
    ended = mo_check(*command.split())
    assert (ended.code, ended.out) == (2, "")
    assert what in ended.err.splitlines()


def test_explain_takes_one(mo_check: Call) -> None:
    """The arithmetic is that of one profile."""
    ended = mo_check("explain", "stadt")
    assert (ended.code, ended.err) == (3, "stadt: Das ist ein Ordner, keine Datei.\n    Den Namen einer Datei darin angeben.\n")


def test_no_profile_of_a_folder_is_written_over(mo_check: Call) -> None:
    """What a report reads it does not go over, even where only its folder is named."""
    before = Path(f"stadt/{FILES[0]}.yaml").read_bytes()
    ended = mo_check("report", "stadt", "--format", "md", "-o", f"stadt/{FILES[0]}.yaml")
    assert (ended.code, ended.out) == (2, "")
    assert "könnte ein Profil sein" in ended.err
    assert Path(f"stadt/{FILES[0]}.yaml").read_bytes() == before

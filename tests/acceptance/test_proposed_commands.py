"""What mo-check proposes to type next can be pasted as it stands, whatever a file is called."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from calling import PROFILES, Call
from filling import lime_imported, lime_row, table

EVIL = {
    "ampersand": "Fluss&Berg.yaml",
    "apostrophe": "d'Or.yaml",
    "a command inside": "x$(touch run).yaml",
    "a variable": "$HOME.yaml",
    "backquotes": "`touch run`.yaml",
    "percent": "100%PATH%.yaml",
    "blanks": "Meine  Stadt .yaml",
    "a leading hyphen": "-o.yaml",
    "umlauts": "Größenlüneburg.yaml",
    "another script": "Düsseldorf-東京.yaml",
    "both quotes": "a\"b'c.yaml",
    "a pattern": "[x]*.yaml",
    "a semicolon": "a;touch run;.yaml",
    "a tilde": "~root.yaml",
    "an exclamation mark": "Halt!!.yaml",
    "an equals sign": "=ls.yaml",
    "a backslash": "a\\b.yaml",
    "a long way": f"{'weit ' * 30}/weg/{'lang' * 30}.yaml",
}
FOR = PROFILES / "city" / "city-2026.yaml"
NAMES = pytest.mark.parametrize("name", EVIL.values(), ids=EVIL)
COMMAND = re.compile(r"(?:^|\s)(mo-check (?:agree|assess|compare|explain|report|workshop) .*)$")


def _laid_out(name: str, original: Path = PROFILES / "small-town.yaml") -> None:
    """Lay a profile out under a name in the folder of the call."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(original.read_bytes())


def _commands(told: str) -> list[str]:
    return [found[1] for line in told.splitlines() if (found := COMMAND.search(line.removeprefix("Weiter mit: ")))]


def _in_a_shell(command: str) -> list[str]:
    """Return the words that a real shell makes of what follows the name of the program."""
    script = "printf '%s\\0' " + command.removeprefix("mo-check ")
    done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, check=True, timeout=10)
    return done.stdout.decode().split("\0")[:-1]


def _means(command: str, *names: str) -> list[str]:
    """Return the words behind mo-check, which are the same to Python and to a shell; the files are among them."""
    words = shlex.split(command)
    assert words[0] == "mo-check"
    assert _in_a_shell(command) == words[1:]
    assert not Path("run").exists()
    assert {Path(name) for name in names} <= {Path(word) for word in words[1:] if not word.startswith("-")}
    return words[1:]


@NAMES
@pytest.mark.parametrize("command", [("report",), ("explain",), ("explain", "rooms")], ids=" ".join)
def test_the_commands_of_one_profile(mo_check: Call, name: str, command: tuple[str, ...]) -> None:
    """What report and explain propose means the same file, and goes on with it."""
    _laid_out(name)
    ended = mo_check(command[0], "--", name, *command[1:])
    proposed = _commands(ended.out)
    assert (ended.code, len(proposed)) == (0, 3)
    for one in proposed:
        assert mo_check(*_means(one, name)).code == 0


@NAMES
def test_the_commands_after_a_sitting(mo_check: Call, name: str) -> None:
    """What an interrupted and an ended interview propose means the same file."""
    _laid_out(name)
    given = ("assess", "--plain", "--", name)
    stopped = mo_check(*given, given="")
    assert stopped.code == 130
    (again,) = _commands(stopped.err)
    _means(again, name)
    ended = mo_check(*given, given="q\n" * 3)
    assert ended.code == 0
    for one in _commands(ended.out):
        _means(one, name)


@NAMES
def test_the_commands_of_a_new_profile(mo_check: Call, name: str) -> None:
    """What the new profile is answered with means its file."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    ended = mo_check("profile", "new", "--name", "A", "--kind", "town", "--label", "B", "--", name)
    assert ended.code == 0
    (following,) = _commands(ended.err)
    _means(following, name)


@NAMES
def test_the_commands_of_several_profiles(mo_check: Call, name: str) -> None:
    """What compare and the guide of a kit propose means the same files."""
    city = PROFILES / "city"
    _laid_out(name, city / "city-2026.yaml")
    other = f"{name}2.yaml"
    _laid_out(other, city / "womens-group-2026.yaml")
    ended = mo_check("compare", "--", name, other)
    assert ended.code == 0
    proposed = {word[0]: word for word in (_means(one, name, other) for one in _commands(ended.out))}
    assert set(proposed) == {"workshop", "agree"}
    assert mo_check(*proposed["workshop"]).code == 0
    following = [command for file in Path("workshop").glob("*.md") for command in _commands(file.read_text("utf-8"))]
    assert following
    for one in following:
        _means(one, name, other)


def test_a_pattern_is_proposed_as_it_was_given(mo_check: Call) -> None:
    """A pattern goes to mo-check whole, not through the shell."""
    shutil.copytree(PROFILES / "city", "meine stadt")
    ended = mo_check("compare", "meine stadt/*-2026.yaml")
    assert "mo-check workshop 'meine stadt/*-2026.yaml' -o workshop" in ended.out


@pytest.mark.parametrize("folder", ["Rück&lauf", "-in", "d'Or $HOME"])
def test_the_command_after_reading_forms(mo_check: Call, folder: str) -> None:
    """The folder of what was read is proposed as it is typed."""
    mo_check("form", "make", "cooperation", "--as", "limesurvey", "--for", FOR, "-o", "form.txt")
    row = lime_row(lime_imported(Path("form.txt").read_bytes())["de"], "cooperation", (), label="Amt")
    Path("answers.csv").write_bytes(table([row], ";"))
    ended = mo_check("form", "read", "answers.csv", "--output", folder)
    assert ended.code == 0, ended.err
    (following,) = _commands(ended.err)
    _means(following, folder)

"""The matrix of topics in a pseudo-terminal: filled in with few keys, corrected, and shown as a heat table."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from calling import Call, environment, flat, profile_yaml

ENTER = "\r"
DEADLINE = 30.0
"""So many seconds may pass until the screen shows what is waited for."""
CODES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>])")
PROMPT = re.compile(r"(?:Antwort 1–\d|fertig|schreiben|leer: weiter\)):\s*$")

TOWN: dict[str, tuple[str, ...]] = {
    "racism-democracy": ("2", "2", "2", "1" + ENTER, "0"),
    "culture": ("3", "1", "4", "123" + ENTER, "2" + ENTER),
    "religion": ("2", "1", "4", "2" + ENTER, "0"),
    "refugees": ("3", "3", "2", "1" + ENTER, "23" + ENTER),
    "social-health-seniors": ("2", "1", "2", "0", "1" + ENTER),
    "youth-education": ("3", "2", "3", "3" + ENTER, "2" + ENTER),
    "intercultural-opening": ("2", "3", "2", "0", "0"),
    "gender": ("2", "1", "4", "2" + ENTER, "0"),
    "urban-planning": ("0",),
    "work-economy": ("2", "1", "2", "0", "1" + ENTER),
    "sport": ("2", "1", "4", "12" + ENTER, "0"),
    "other": ("0",),
}
"""What an integration officer types for each topic, column by column; a lone 0 says that there is nothing at all."""
LEVELS = {
    "exchange": ("none", "occasional", "regular"),
    "bodies": ("none", "guest", "seat"),
    "initiative": ("nobody", "integration", "other-office", "mo"),
}
OPTIONS = ("municipal", "mo", "joint")
COLUMNS = ("exchange", "bodies", "initiative", "events", "projects")


def _answer(column: str, keys: str) -> dict[str, Any]:
    if column in LEVELS:
        return {"level": LEVELS[column][int(keys) - 1]}
    return {"options": [OPTIONS[int(key) - 1] for key in keys.strip(ENTER) if key != "0"] or ["none"]}


def _nothing(column: str) -> dict[str, Any]:
    return {"level": LEVELS[column][0]} if column in LEVELS else {"options": ["none"]}


EXPECTED = {
    f"topics.{column}.{row}": _nothing(column) if keys == ("0",) else _answer(column, keys[n])
    for row, keys in TOWN.items()
    for n, column in enumerate(COLUMNS)
}


class Terminal:
    """A pseudo-terminal of 80 columns and 40 lines in which mo-check runs; every key waits for the prompt after it."""

    def __init__(self, arguments: Sequence[str], folder: Path) -> None:
        self.seen = ""
        self.presses = 0
        self._screen, inside = pty.openpty()
        termios.tcsetwinsize(inside, (40, 80))
        given = environment(LINES="40", PROMPT_TOOLKIT_NO_CPR="1")
        command = [sys.executable, "-m", "mo_check", *arguments]
        self._process = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, cwd=folder, env=given)
        os.close(inside)
        self.wait()

    def wait(self) -> None:
        """Read until a prompt stands at the end of what was written."""
        end = time.monotonic() + DEADLINE
        written = ""
        while not PROMPT.search(CODES.sub("", written)):
            assert time.monotonic() < end, f"waited in vain for a prompt after: {written[-2000:]}"
            if select.select([self._screen], [], [], 0.1)[0]:
                written += os.read(self._screen, 65536).decode("utf-8", "replace")
        self.seen += CODES.sub("", written)

    def press(self, keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            os.write(self._screen, key.encode())
            self.presses += 1
            self.wait()

    def type(self, text: str) -> None:
        """Type a line; while it is typed, no new prompt appears."""
        os.write(self._screen, f"{text}{ENTER}".encode())
        self.wait()

    def quit(self) -> int:
        """Press q, read what is written until the end, and return the exit code."""
        os.write(self._screen, b"q")
        with suppress(OSError):  # Linux tells the end of a pseudo-terminal as an error
            while text := os.read(self._screen, 65536):
                self.seen += CODES.sub("", text.decode("utf-8", "replace"))
        return self._process.wait(DEADLINE)

    def close(self) -> None:
        """Leave nothing behind, however a test ended."""
        self._process.kill()
        self._process.wait(DEADLINE)
        os.close(self._screen)


class Filled(NamedTuple):
    """A matrix that was filled in: the file, what stood in it, the keys it took, and how the call ended."""

    path: Path
    presses: int
    code: int
    seen: str


@pytest.fixture(scope="module")
def begin() -> Iterator[Callable[..., Terminal]]:
    """Return a function that calls mo-check in a pseudo-terminal; each is closed in the end."""
    with ExitStack() as open_ones:

        def begun(folder: Path, *arguments: str) -> Terminal:
            terminal = Terminal(arguments, folder)
            open_ones.callback(terminal.close)
            return terminal

        yield begun


@pytest.fixture(scope="module")
def filled(begin: Callable[..., Terminal], tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """Fill in twelve topics and end."""
    folder = tmp_path_factory.mktemp("matrix")
    path = folder / "stadt.yaml"
    path.write_text(profile_yaml(), encoding="utf-8")
    terminal = begin(folder, "assess", "stadt.yaml", "--checklist", "topics")
    for keys in TOWN.values():
        for key in keys:
            terminal.press(key)
    return Filled(path, terminal.presses, terminal.quit(), terminal.seen)


def _answers(path: Path) -> dict[str, dict[str, Any]]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))["checklists"]["topics"]["answers"]
    return {item: {k: v for k, v in answer.items() if k not in {"wording", "date"}} for item, answer in held.items()}


def test_sixty_fields_take_at_most_72_keys(filled: Filled) -> None:
    """Twelve topics by five columns of a realistic town: every field holds what was pressed, within 72 presses."""
    assert _answers(filled.path) == EXPECTED
    assert len(EXPECTED) == 60
    assert filled.presses <= 72


def test_the_key_for_nothing_at_all_is_told_where_a_topic_begins(filled: Filled) -> None:
    """The screen names the key 0 at the first question of each of the twelve topics, and says what it did."""
    assert len(re.findall(r"0 [^·]*: hier gibt es nichts", flat(filled.seen))) == 12
    assert "Planung und Quartiere: hier gibt es nichts." in filled.seen
    assert filled.code == 0


def test_the_end_shows_the_matrix(filled: Filled) -> None:
    """Whoever ends sees the topics, and no score."""
    end = filled.seen.rpartition("Alle Antworten sind gesichert in")[0]
    assert "Türen öffnen" in end
    assert "Gesamt" not in end


def test_a_matrix_can_be_corrected(filled: Filled, begin: Callable[..., Terminal], tmp_path: Path) -> None:
    """Back shows the field before with its answer, go to reaches any other; both are changed, all others stay."""
    path = tmp_path / "stadt.yaml"
    path.write_bytes(filled.path.read_bytes())
    terminal = begin(tmp_path, "assess", "stadt.yaml")
    terminal.press("z")
    assert "Anderes Thema: Welche Projekte" in terminal.seen
    assert terminal.seen.rpartition("Bisher: ")[2].startswith("nichts davon")
    terminal.press("1" + ENTER + "g")
    terminal.type("6")
    assert "Kultur: Gibt es dazu einen Austausch" in terminal.seen
    terminal.press("2")
    assert terminal.quit() == 0
    changed = {"topics.projects.other": {"options": ["municipal"]}, "topics.exchange.culture": {"level": "occasional"}}
    assert _answers(path) == EXPECTED | changed


REPORTED = {
    "Rassismus und Demokratie": ("◐ ab und zu", "◐ als Gast", "◐ kommunal", "○ nichts", "Stelle", "Türen öffnen"),
    "Kultur": ("● regelmäßig", "○ nein", "● kommunal, von Vereinen, gemeinsam", "◐ von Vereinen", "Verein", "zusammen planen +"),
    "Religion und Dialog": ("◐ ab und zu", "○ nein", "◐ von Vereinen", "○ nichts", "Verein", "nichts +"),
    "Geflüchtete": ("● regelmäßig", "● fester Platz", "◐ kommunal", "◐ von Vereinen, gemeinsam", "Stelle", "zusammen planen +"),
    "Soziales und Gesundheit": ("◐ ab und zu", "○ nein", "○ nichts", "◐ kommunal", "Stelle", "Türen öffnen"),
    "Jugend und Bildung": ("● regelmäßig", "◐ als Gast", "◐ gemeinsam", "◐ von Vereinen", "Ämter", "zusammen planen +"),
    "Interkulturelle Öffnung": ("◐ ab und zu", "● fester Platz", "○ nichts", "○ nichts", "Stelle", "Rat geben"),
    "Geschlechterfragen": ("◐ ab und zu", "○ nein", "◐ von Vereinen", "○ nichts", "Verein", "nichts +"),
    "Planung und Quartiere": ("○ keiner", "○ nein", "○ nichts", "○ nichts", "niemand", "nichts"),
    "Arbeit und Wirtschaft": ("◐ ab und zu", "○ nein", "○ nichts", "◐ kommunal", "Stelle", "Türen öffnen"),
    "Sport": ("◐ ab und zu", "○ nein", "◐ kommunal, von Vereinen", "○ nichts", "Verein", "Türen öffnen +"),
    "Anderes Thema": ("○ keiner", "○ nein", "○ nichts", "○ nichts", "niemand", "nichts"),
}


def test_the_report_shows_exactly_those_answers(filled: Filled, mo_check: Call) -> None:
    """The heat table holds every topic with each of its five answers and how far it stands."""
    told = mo_check("report", filled.path, "--format", "md").out.replace("\u00a0", " ")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in told.splitlines() if line.startswith("|")]
    assert {row[0]: tuple(row[1:]) for row in rows if row[0] in REPORTED} == REPORTED


def test_json_holds_exactly_those_answers(filled: Filled, mo_check: Call) -> None:
    """Programs find each field with its answer, and no score."""
    (read,) = json.loads(mo_check("report", filled.path, "--format", "json").out)["reports"]
    items = {item["id"]: item["answer"] for d in read["dimensions"] for item in d["items"] if "answer" in item}
    assert {i: {k: v for k, v in held.items() if k not in {"wording", "date"}} for i, held in items.items()} == EXPECTED
    assert (read["total"]["score"], read["gaps"], read["steps"]) == (None, [], [])

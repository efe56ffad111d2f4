"""A profile survives being killed while it is saved: afterwards the old one or the new one stands there, whole."""

import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import load_profile

SAVER = Path(__file__).with_name("crash_saver.py")
_saver = runpy.run_path(str(SAVER))
ANYWHERE, BEFORE_REPLACE, STAGES, numbered = (_saver[name] for name in ("ANYWHERE", "BEFORE_REPLACE", "STAGES", "numbered"))
FORKS = hasattr(os, "fork")
KILLS = 200
KILLS_A_STAGE = 10


class Saver:
    """One child at a time that saves a profile until it is killed.

    Where processes can be forked, a server with everything imported forks them; elsewhere each is started anew.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process = self._spawn() if FORKS else None
        self._pid = 0

    def _spawn(self, *args: str) -> "subprocess.Popen[str]":
        command = [sys.executable, str(SAVER), str(self._path), *args]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def start(self, stage: str) -> None:
        """Start a child that stops at a stage, or saves on and on."""
        if not FORKS:
            self._process = self._spawn(stage)
        assert self._process is not None
        assert self._process.stdin is not None
        if FORKS:
            self._process.stdin.write(f"{stage}\n")
            self._process.stdin.flush()
        word, number = self.line().split()
        assert word == "pid"
        self._pid = int(number)

    def line(self) -> str:
        """Return the next line that the child says."""
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def wait_for(self, word: str) -> int:
        """Read until the child says a word; return the number behind it, or 0."""
        while not (said := self.line()).startswith(word):
            assert said
        return int(said.partition(" ")[2] or 0)

    def kill(self) -> Iterator[tuple[str, int]]:
        """Kill the child without warning and yield the saves it still told of, until it is certainly dead."""
        assert self._process is not None
        if FORKS:
            os.kill(self._pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._pid = 0
        while (said := self.line()) not in {"killed", ""}:
            word, _, number = said.partition(" ")
            yield word, int(number)

    def close(self) -> None:
        """End the server, and a child that a failed test left behind."""
        if self._pid:
            list(self.kill())
        if self._process is not None:
            self._process.communicate("")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a profile with the number 1, alone in its folder."""
    path = tmp_path / "profile.yaml"
    path.write_text(profile_text(numbered(1), {}), "utf-8", newline="\n")
    return path


@pytest.fixture
def saver(path: Path) -> Iterator[Saver]:
    """Yield what starts and kills children that save the profile."""
    saver = Saver(path)
    yield saver
    saver.close()


def standing(path: Path) -> int:
    """Return the number of the profile that stands in the file, which is whole in every byte."""
    profile = load_profile(path).profile
    number = profile.subject.population or 0
    assert profile == numbered(number)
    assert path.read_text("utf-8") == profile_text(profile, {})
    return number


def cleared(path: Path) -> int:
    """Remove what killed saves left behind and return how many files that were."""
    left = [file for file in path.parent.iterdir() if file != path]
    for file in left:
        assert file.name.startswith(".profile.yaml.")
        file.unlink()
    return len(left)


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_profile(path: Path, saver: Saver) -> None:
    """200 children are killed at moments that differ: what stands is the last save that ended or the one that had begun."""
    for kill in range(KILLS):
        before = standing(path)
        saver.start(ANYWHERE)
        for _ in range(1 + kill % 2):
            begun = saver.wait_for("begin")
        for _ in range(kill * 7919 % 60_000):
            pass
        told = list(saver.kill())
        begun = max([number for word, number in told if word == "begin"], default=begun)
        ended = max([number for word, number in told if word == "end"], default=max(before, begun - 1))
        assert begun - 1 <= ended <= begun
        assert standing(path) in {ended, begun}
        assert cleared(path) <= 1


@pytest.mark.parametrize("stage", STAGES)
def test_a_kill_inside_a_save_leaves_the_old_or_the_new_profile(path: Path, saver: Saver, stage: str) -> None:
    """At each stage of a save ten children are killed: before the file takes its place the old one stands, after it the new."""
    for _ in range(KILLS_A_STAGE):
        before = standing(path)
        saver.start(stage)
        assert [saver.line(), saver.line()] == [f"begin {before + 1}", "stopped"]
        assert list(saver.kill()) == []
        kept = stage in BEFORE_REPLACE
        assert standing(path) == (before if kept else before + 1)
        assert cleared(path) == (1 if kept else 0)


def test_enough_is_killed() -> None:
    """At least 200 children are killed, at least 20 of them certainly inside a save."""
    assert KILLS + KILLS_A_STAGE * len(STAGES) >= 200
    assert KILLS_A_STAGE * len(STAGES) >= 20

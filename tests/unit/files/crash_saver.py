"""Saves a profile over and over until it is killed, telling before and after each save; started by test_crash.py.

``crash_saver.py FILE STAGE`` saves in this process. ``crash_saver.py FILE`` waits for lines on standard input, each a stage,
and forks a child that saves; when that one is dead it says ``killed``. At a stage the child stops inside its first save.
"""

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from mo_check.files.profile_file import ProfileFile
from mo_check.files.profiles import load_profile
from mo_check.model.profile import Profile

ANYWHERE = "anywhere"
BEFORE_REPLACE = {"created": (tempfile, "mkstemp"), "flushed": (os, "fsync"), "permitted": (Path, "chmod")}
"""Stages of a save while the old file still stands, each with the call that it comes after."""
STAGES = BEFORE_REPLACE | {"replaced": (Path, "replace")}


def numbered(number: int) -> Profile:
    """Return the profile with that number, long enough that half of it would be noticed."""
    return Profile.model_validate(
        {
            "format": "mo-check/profile/1",
            "subject": {"name": "Musterstadt", "kind": "city", "population": number},
            "respondent": {"perspective": "municipality", "label": "Integrationsstelle"},
            "remark": f"Nummer {number}. " * 500,
        }
    )


def say(line: str) -> None:
    """Write a line at once, so that it is out before the next instruction."""
    os.write(1, f"{line}\n".encode())


def stop_after(call: Callable[..., object]) -> Callable[..., object]:
    """Return the call with an endless wait behind it."""

    def stopping(*args: object, **kwargs: object) -> object:
        done = call(*args, **kwargs)
        say("stopped")
        threading.Event().wait()
        return done

    return stopping


def save_until_killed(path: Path, stage: str) -> None:
    """Go on from the profile that stands there, with higher and higher numbers."""
    loaded = load_profile(path)
    file = ProfileFile(path, {}, loaded)
    number = loaded.profile.subject.population or 0
    if stage != ANYWHERE:
        holder, name = STAGES[stage]
        setattr(holder, name, stop_after(getattr(holder, name)))
    say(f"pid {os.getpid()}")
    while True:
        number += 1
        profile = numbered(number)
        say(f"begin {number}")
        file.save(profile)
        say(f"end {number}")


def serve(path: Path) -> None:
    """Fork one child a line: it is there at once, because everything is imported and the models are built already."""
    load_profile(path)
    while stage := sys.stdin.readline().strip():
        child = os.fork()
        if child == 0:
            save_until_killed(path, stage)
        os.waitpid(child, 0)
        say("killed")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        save_until_killed(Path(sys.argv[1]), sys.argv[2])
    serve(Path(sys.argv[1]))

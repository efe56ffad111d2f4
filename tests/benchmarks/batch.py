"""What a batch costs, as ratios within one run: all figures of the README, from one command.

Run with ``python tests/benchmarks/batch.py [ROUNDS] [PART …]`` after ``pip install -e ".[benchmark]"``; the parts are
``profiles``, ``sizes`` and ``peers``, all by default. Every program reads the same profiles of ``generator.py``; rounds are
interleaved and the best of all (7 by default) counts. Times are CPU seconds in user mode of a process and its children; a start,
measured with a single profile, is taken off where it says "per profile".
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from generator import write
from peers import PEERS

HERE = Path(__file__).parent
PYTHON = sys.executable
BATCH = [PYTHON, "-m", "mo_check", "batch", "--format", "jsonl", "--quiet"]
EVENTS = [PYTHON, str(HERE / "peers.py"), "events"]
START, FEW, MANY, MOST = 128, 1_000, 10_000, 50_000
"""So many profiles; two processes start at all only beyond 64. The most are ten thousand, each copied five times."""


class Cost(NamedTuple):
    """User CPU and wall-clock seconds of a process and its children, and the peak memory of the largest of them in MB."""

    user: float
    wall: float
    peak: float


def cost(arguments: list[str], folder: Path) -> Cost:
    """Run a program to its end and return what it took."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}}
    probe = (
        "import resource, subprocess, sys, time; begun = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True);"
        "wall = time.perf_counter() - begun; used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime, wall, used.ru_maxrss / 1024)"
    )
    done = subprocess.run([PYTHON, "-c", probe, *arguments], check=True, capture_output=True, cwd=folder, env=environment)
    return Cost(*map(float, done.stdout.split()))


def interleaved(programs: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Cost]:
    """Run every program once per round and return the best of each."""
    found: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, arguments in programs.items():
            found[name].append(cost(arguments, folder))
    return {name: Cost(*(min(one) for one in zip(*costs, strict=True))) for name, costs in found.items()}


def told(what: str, ratio: float, limit: str) -> None:
    """Print one figure beside its limit."""
    print(f"{what:72} {ratio:7.2f}   ({limit})", flush=True)


def lay_out(folder: Path) -> None:
    """Write the profiles of all parts."""
    paths = write(folder / "many", MANY)
    write(folder / "noted", FEW, noted=True)
    for name, number in (("one", 1), ("start", START), ("few", FEW)):
        _linked(folder / name, paths[:number])
    _linked(folder / "noted-one", sorted((folder / "noted").iterdir())[:1])
    for copy in range(MOST // MANY):
        _copied(folder / "most" / str(copy), paths)


def _copied(folder: Path, paths: list[Path]) -> None:
    """Lay copies of profiles into a folder of their own: links to one file would be one."""
    folder.mkdir(parents=True)
    for path in paths:
        shutil.copy(path, folder)


def _linked(folder: Path, paths: list[Path]) -> None:
    folder.mkdir(parents=True)
    for path in paths:
        (folder / path.name).hardlink_to(path)


def profiles(folder: Path, rounds: int) -> None:
    """Compare with the C parser event by event: usual profiles, and ones with a note on every item and quotation marks."""
    sets = {"": ("few", "one", "at most 1.0"), ", notes and quotes": ("noted", "noted-one", "at most 1.2")}
    programs = {
        f"{name} of {held}": [*arguments, held]
        for name, arguments in (("events", EVENTS), ("batch", BATCH))
        for many, one, _ in sets.values()
        for held in (one, many)
    }
    found = interleaved(programs, folder, rounds)
    for name, (many, one, limit) in sets.items():
        ground, ours = ((found[f"{p} of {many}"].user - found[f"{p} of {one}"].user) / (FEW - 1) for p in ("events", "batch"))
        print(
            f"a profile{name}: {ground * 1000:.2f} ms for its events, {ours * 1000:.2f} ms for load, check, score, JSON",
            flush=True,
        )
        told(f"CPU per profile, to PyYAML's C parser event by event{name}", ours / ground, limit)


def sizes(folder: Path, rounds: int) -> None:
    """Compare two processes with one, ten thousand profiles with one thousand, and the memory of fifty thousand with that."""
    programs = {
        "one": [*BATCH, "one"],
        "few": [*BATCH, "few"],
        "many": [*BATCH, "many"],
        "two": [*BATCH, "many", "--jobs", "2"],
        "two at the start": [*BATCH, "start", "--jobs", "2"],
    }
    found = interleaved(programs, folder, max(rounds // 3, 1))
    few = (found["few"].user - found["one"].user) / (FEW - 1)
    many = (found["many"].user - found["one"].user) / (MANY - 1)
    two = (found["two"].user - found["two at the start"].user) / (MANY - START)
    told("CPU per profile at 10,000, to that at 1,000", many / few, "at most 1.15")
    told("CPU per profile with two jobs, to one job", two / many, "at most 1.15")
    told("time of one job at 10,000, to that of two jobs", found["many"].wall / found["two"].wall, "at least 1.7")
    most = cost([*BATCH, "most", "--recursive"], folder)
    told("peak memory at 50,000, to that at 1,000", most.peak / found["few"].peak, "at most 1.1")
    print(f"peak memory at 50,000: {most.peak:.0f} MB (below 120)", flush=True)


def peers(folder: Path, rounds: int) -> None:
    """Compare the whole job over 1,000 profiles with what else could be used for a part of it."""
    schema = folder / "profile.schema.json"
    schema.write_bytes(subprocess.run([*BATCH[:3], "schema", "profile"], check=True, capture_output=True).stdout)
    _lay_out_others(folder)
    programs = {name: [PYTHON, str(HERE / "peers.py"), name, held] for name, (_, held, _) in PEERS.items()}
    found = interleaved(programs | {"mo-check": [*BATCH, "few"]}, folder, max(rounds // 3, 1))
    ours = found.pop("mo-check")
    print(f"1,000 profiles with mo-check: {ours.user:.2f} s of CPU, {ours.peak:.0f} MB; whole processes, to that:", flush=True)
    for name, one in sorted(found.items(), key=lambda pair: pair[1].user):
        told(PEERS[name][2], one.user / ours.user, f"{one.user:.2f} s, {one.peak:.0f} MB")


def _lay_out_others(folder: Path) -> None:
    """Write the answers of each profile as JSON, and into a small workbook: item, level or options, status, note."""
    import yaml  # noqa: PLC0415 - only the comparison needs it
    from openpyxl import Workbook  # noqa: PLC0415 - the same

    for name in ("json", "sheets"):
        (folder / name).mkdir()
    for path in sorted((folder / "few").iterdir()):
        tree = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - texts only
        (folder / "json" / f"{path.stem}.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        book = Workbook()
        sheet = book.active
        sheet.append(["checklist", "item", "answer", "status", "note"])
        for checklist, held in tree["checklists"].items():
            for item, answer in held["answers"].items():
                given = answer.get("level") or " ".join(answer.get("options", ())) or answer.get("text")
                sheet.append([checklist, item, given, answer.get("status"), answer.get("note")])
        book.save(folder / "sheets" / f"{path.stem}.xlsx")


PARTS: dict[str, Callable[[Path, int], None]] = {"profiles": profiles, "sizes": sizes, "peers": peers}


def main() -> None:
    """Lay out, measure and print."""
    rounds = next((int(one) for one in sys.argv[1:] if one.isdecimal()), 7)
    wanted = [one for one in sys.argv[1:] if one in PARTS] or list(PARTS)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lay_out(folder)
        for name in wanted:
            PARTS[name](folder, rounds)


if __name__ == "__main__":
    main()

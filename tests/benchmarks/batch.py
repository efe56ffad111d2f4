"""What a batch costs, as ratios within one run: all figures of the README, from one command.

Run with ``python tests/benchmarks/batch.py [ROUNDS]`` after ``pip install -e ".[benchmark]"``. Every program reads the same
profiles of ``generator.py``; rounds are interleaved and the best of all (7 by default) counts. Times are CPU seconds in user mode
of a process and its children; a start, measured with a single profile, is taken off where it says "per profile".
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from generator import write

HERE = Path(__file__).parent
PYTHON = sys.executable
MO_CHECK = str(Path(PYTHON).with_name("mo-check"))
BATCH = [MO_CHECK, "batch", "--format", "jsonl", "--quiet"]
START, FEW, MANY = 128, 1_000, 10_000
"""So many profiles; two processes start at all only beyond 64."""


class Cost(NamedTuple):
    """User CPU seconds of a process and its children, and the peak memory of the largest of them in MB."""

    user: float
    peak: float


def cost(arguments: list[str], folder: Path) -> Cost:
    """Run a program to its end and return what it took."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}}
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime, used.ru_maxrss / 1024)"
    )
    done = subprocess.run([PYTHON, "-c", probe, *arguments], check=True, capture_output=True, cwd=folder, env=environment)
    user, peak = done.stdout.split()
    return Cost(float(user), float(peak))


def interleaved(programs: dict[str, list[str]], folder: Path, rounds: int) -> dict[str, Cost]:
    """Run every program once per round and return the best of each."""
    found: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, arguments in programs.items():
            found[name].append(cost(arguments, folder))
    return {name: Cost(min(c.user for c in costs), min(c.peak for c in costs)) for name, costs in found.items()}


def told(what: str, ratio: float, limit: str) -> None:
    """Print one figure beside its limit."""
    print(f"{what:72} {ratio:7.2f}   ({limit})", flush=True)


def main() -> None:
    """Lay out, measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        paths = write(folder / "many", MANY)
        for name, number in (("one", 1), ("start", START), ("few", FEW)):
            (folder / name).mkdir()
            for path in paths[:number]:
                (folder / name / path.name).hardlink_to(path)
        per_profile(folder, rounds)
        sizes(folder, rounds)
        peers(folder, paths[:FEW])


def per_profile(folder: Path, rounds: int) -> None:
    """Compare with the C parser event by event, and two processes with one."""
    floor = [PYTHON, str(HERE / "events.py")]
    found = interleaved(
        {
            "events of one": [*floor, "one"],
            "events": [*floor, "few"],
            "batch of one": [*BATCH, "one"],
            "batch": [*BATCH, "few"],
            "two at the start": [*BATCH, "start", "--jobs", "2"],
            "two": [*BATCH, "few", "--jobs", "2"],
        },
        folder,
        rounds,
    )
    ground = (found["events"].user - found["events of one"].user) / (FEW - 1)
    one = (found["batch"].user - found["batch of one"].user) / (FEW - 1)
    two = (found["two"].user - found["two at the start"].user) / (FEW - START)
    print(f"a profile: {ground * 1000:.2f} ms for its events, {one * 1000:.2f} ms for load, check, score, JSON", flush=True)
    told("CPU per profile, to PyYAML's C parser event by event", one / ground, "at most 2.0")
    told("CPU per profile with two jobs, to one job", two / one, "at most 1.15")


def sizes(folder: Path, rounds: int) -> None:
    """Compare ten thousand profiles with one thousand."""
    programs = {"one": [*BATCH, "one"], "few": [*BATCH, "few"], "many": [*BATCH, "many"]}
    found = interleaved(programs, folder, max(rounds // 3, 1))
    few = (found["few"].user - found["one"].user) / (FEW - 1)
    many = (found["many"].user - found["one"].user) / (MANY - 1)
    told("CPU per profile at 10,000, to that at 1,000", many / few, "at most 1.15")
    told("peak memory at 10,000, to that at 1,000", found["many"].peak / found["few"].peak, "at most 1.1")
    print(f"peak memory at 10,000: {found['many'].peak:.0f} MB (below 120)", flush=True)


def peers(folder: Path, paths: list[Path]) -> None:
    """Compare the whole job over 1,000 profiles with what else could be used for a part of it."""
    schema = folder / "profile.schema.json"
    schema.write_bytes(subprocess.run([MO_CHECK, "schema", "profile"], check=True, capture_output=True).stdout)
    _lay_out_sheets(folder / "sheets", paths)
    validating = [str(Path(PYTHON).with_name("check-jsonschema")), "--schemafile", str(schema)]
    ours = cost([*BATCH, "few"], folder)
    theirs = cost([*validating, *(str(path) for path in paths)], folder)
    told("check-jsonschema only validating the same 1,000 files, to mo-check", theirs.user / ours.user, "at least 20")
    sheets = cost([PYTHON, str(HERE / "sheets.py"), str(folder / "sheets")], folder)
    ours = cost([*BATCH, "few"], folder)
    told("pandas and openpyxl reading 1,000 small .xlsx, to mo-check", sheets.user / ours.user, "at least 5")


def _lay_out_sheets(folder: Path, paths: list[Path]) -> None:
    """Write the answers of each profile into a small workbook: item, level or options, status, note."""
    from openpyxl import Workbook  # noqa: PLC0415 - only the comparison needs it

    from mo_check import load_profile  # noqa: PLC0415 - the same

    folder.mkdir()
    for path in paths:
        book = Workbook()
        sheet = book.active
        sheet.append(["checklist", "item", "answer", "status", "note"])
        for checklist, held in load_profile(path).profile.checklists.items():
            for item, answer in held.answers.items():
                given = answer.level or " ".join(answer.options or ()) or answer.text
                sheet.append([checklist, item, given, answer.status and answer.status.value, answer.note])
        book.save(folder / f"{path.stem}.xlsx")


if __name__ == "__main__":
    main()

"""What a call costs, as ratios within one run.

Run with ``python tests/benchmarks/startup.py [ROUNDS]``: every program once per round, rounds interleaved and shuffled, the best
of all rounds each (15 by default), bytecode on. Prints ratios to ``python -c pass`` and to the floor program beside its limit.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))  # as pytest has it, for the profiles made there

from calling import varied  # noqa: E402 - found only now

MANY = 40
PROFILE = str(ROOT / "profiles" / "large-city.yaml")
SCRIPT = str(Path(sys.executable).with_name("mo-check"))
PASSED_ON = ("md", "html", "pdf", "docx", "xlsx")
PROGRAMS = {
    "pass": ["-c", "pass"],
    "floor": [str(HERE / "floor.py"), PROFILE],
    "--version": [SCRIPT, "--version"],
    "-m mo_check --version": ["-m", "mo_check", "--version"],
    "--help": [SCRIPT, "--help"],
    "report --format json": [SCRIPT, "report", PROFILE, "--format", "json"],
    "report": [SCRIPT, "report", PROFILE],
    f"compare, {MANY} profiles": [SCRIPT, "compare", "."],
    **{f"report --format {form}": [SCRIPT, "report", PROFILE, "--format", form] for form in PASSED_ON},
}
"""All are called in a folder with so many profiles."""
LIMITS = [
    ("--version", "pass", 1.5),
    ("-m mo_check --version", "pass", 1.8),
    ("--help", "pass", 7.0),
    ("report --format json", "floor", 1.35),
    ("report", "floor", 1.6),
    (f"compare, {MANY} profiles", "pass", 120.0),
    *((f"report --format {form}", "pass", 100.0) for form in PASSED_ON),
]


def seconds(arguments: list[str], environment: dict[str, str], folder: str) -> float:
    """Return the wall-clock seconds of one run of this Python in a folder."""
    begun = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run([sys.executable, *arguments], check=True, env=environment, cwd=folder, stdout=quiet, stderr=quiet)
    return time.perf_counter() - begun


def main() -> None:
    """Measure in a folder with many profiles, and print."""
    with TemporaryDirectory() as folder:
        varied(Path(folder), MANY)
        _measure(folder)


def _measure(folder: str) -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"}}
    for arguments in PROGRAMS.values():
        seconds(arguments, environment, folder)  # compiles what is not compiled yet
    best = dict.fromkeys(PROGRAMS, float("inf"))
    order = list(PROGRAMS)
    for _ in range(rounds):
        random.shuffle(order)
        for name in order:
            best[name] = min(best[name], seconds(PROGRAMS[name], environment, folder))
    for name, value in best.items():
        print(f"{name:24} {value * 1000:7.1f} ms")
    for name, base, limit in LIMITS:
        print(f"{name:24} {best[name] / best[base]:6.2f} x {base} (limit {limit})")


if __name__ == "__main__":
    main()

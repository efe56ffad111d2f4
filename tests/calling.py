"""Calling mo-check as a user does, and the small files it is called with."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PROFILES = ROOT / "profiles"
CHECKLISTS = ROOT / "checklists"


class Ended(NamedTuple):
    """How a call ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


Call = Callable[..., Ended]
Typed = Callable[..., Ended]
Write = Callable[..., Path]


def flat(text: str) -> str:
    """Return text with every run of blanks and line ends as one blank, so that wrapping does not matter."""
    return " ".join(text.split())


def unbroken(text: str) -> str:
    """Return text without any blanks or line ends, so that not even a broken word matters."""
    return "".join(text.split())


def profile_yaml(
    answers: Mapping[str, str] | None = None,
    *,
    name: str = "Musterstadt",
    checklist: str = "cooperation",
    scope: str = "full",
    perspective: str = "municipality",
    label: str = "Integrationsstelle",
    **facts: object,
) -> str:
    """Return a profile; answers are given as flow mappings by the item's id, facts are those of the subject."""
    lines = ["format: mo-check/profile/1", "subject:", f"  name: {name}", "  kind: town"]
    lines += [f"  {fact}: {value}" for fact, value in facts.items() if value]
    lines += ["respondent:", f"  perspective: {perspective}", f"  label: {label}", f"scope: {scope}"]
    lines += [] if perspective in {"municipality", "agreed"} else ['pass_on: "yes"']
    if answers:
        lines += ["checklists:", f"  {checklist}:", "    version: 1.0.0", "    answers:"]
        lines += [f"      {item}: {answer}" for item, answer in answers.items()]
    return "\n".join(lines) + "\n"


_ANSWER = re.compile(r"^      (\S+):.*\n(?:        .*\n)+", re.MULTILINE)


def varied(folder: Path, number: int) -> list[Path]:
    """Lay out profiles of invented towns; each has for every item the answer of one of the example profiles, without its mark."""
    written = (path.read_text("utf-8") for path in sorted(PROFILES.glob("*.yaml")))
    texts = [re.sub(r"^        wording: .*\n", "", text, flags=re.MULTILINE) for text in written]
    answers = [{found[1]: found[0] for found in _ANSWER.finditer(text.partition("    answers:\n")[2])} for text in texts]
    paths = []
    for place in range(number):
        random = Random(place)  # noqa: S311 - the same profiles every time
        head = re.sub(r"^  name: .*$", f"  name: Ort {place:02}", texts[place % len(texts)], count=1, flags=re.MULTILINE)
        chosen = "".join(random.choice(answers).get(item, "") for item in answers[0])
        paths.append(folder / f"ort-{place:02}.yaml")
        paths[-1].write_text(head.partition("    answers:\n")[0] + "    answers:\n" + chosen, "utf-8")
    return paths


def relabelled(folder: Path, source: Path = PROFILES / "city") -> list[str]:
    """Lay out the example city with labels that stand in no text and in no name of a file, and return them, a file each.

    Who has one label in two files has one in both.
    """
    folder.mkdir(parents=True, exist_ok=True)
    labels: dict[str, str] = {}
    found = []
    for number, path in enumerate(sorted(source.glob("*.yaml"))):
        text = path.read_text("utf-8")
        label = next(line for line in text.splitlines() if line.startswith("  label: "))
        found.append(labels.setdefault(label, f"Nussbaum{len(labels)}"))
        (folder / f"{number}.yaml").write_text(text.replace(label, f"  label: {found[-1]}", 1), "utf-8")
    return found


STEP = "{text: Anfangen., who: Amt, effort: 1, effect: 2, horizon: sofort}"


def level_yaml(item: str, *fields: str) -> str:
    """Return an item of four levels, nine lines long; further fields stand below its question."""
    lines = [f"      - id: {item}", f"        short: Kriterium {item}", f"        question: Wie steht es um {item}?"]
    lines += [f"        {field}" for field in fields]
    lines += ["        levels:", "          - {id: none, label: nichts}", "          - {id: some, label: etwas}"]
    lines += ["          - {id: good, label: gut}", "          - {id: full, label: voll}"]
    lines += [f"        steps: {{unmet: {STEP}, partial: {STEP}}}"]
    return "\n".join(lines) + "\n"


def checklist_yaml(**dimensions: str) -> str:
    """Return the checklist ``probe``; each dimension is its weight, a line end and its items. The first one begins in line 10."""
    head = ["format: mo-check/checklist/1", "id: probe", "version: 1.0.0", "language: de", "title: Probe", "short: Probe"]
    lines = [*head, "introduction: Zur Probe.", "sources: [qualitaetszirkel-2023]", "dimensions:"]
    for name, body in dimensions.items():
        weight, _, items = body.partition("\n")
        lines += [f"  - id: {name}", f"    label: Feld {name}", f"    title: Feld {name}", f"    weight: {weight}", "    items:"]
        lines.append(items.rstrip("\n"))
    return "\n".join(lines) + "\n"


def environment(**variables: str) -> dict[str, str]:
    """Return an environment for a child process: German, 80 columns, a real terminal, and what is given."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MO_CHECK", "NO_COLOR", "COV_"))}
    return kept | {"LANG": "de_DE.UTF-8", "COLUMNS": "80", "TERM": "xterm", "SOURCE_DATE_EPOCH": "1795000000"} | variables


def child(*arguments: str, given: str = "", folder: Path | None = None, **variables: str) -> Ended:
    """Run mo-check as a process of its own that reads ``given`` from a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", *arguments],
        input=given.encode(),
        capture_output=True,
        cwd=folder,
        env=environment(**variables),
        check=False,
        timeout=60,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

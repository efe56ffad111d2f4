"""Profiles to measure with: seeded, about 80 answers each, written as mo-check writes them.

Run with ``python tests/benchmarks/generator.py FOLDER [NUMBER] [--noted]`` (1,000 by default). A profile answers all of
``cooperation`` and two thirds of ``success-factors``; of 100 answers 28 carry a note, 12 evidence, and 15 are a status alone.
With ``--noted`` every item has a note that no other has, and each file some with straight quotation marks.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from mo_check.files.library import LoadedChecklist, load_checklist
from mo_check.files.profile_text import profile_text
from mo_check.model.item import Item, ItemKind
from mo_check.model.profile import PROFILE_FORMAT, Land, Profile, SubjectKind

SEED = 20200101
CHECKLISTS = {"cooperation": 1.0, "success-factors": 0.68}
"""The checklists answered, and the share of their questions that is."""

_NOTES = (
    "Zuletzt im Ausschuss am 12. Mai besprochen.",
    "Die Vergaberegeln liegen seit März beim Rechtsamt; der Entwurf nennt auch die Abende und das Wochenende.",
    "So jedenfalls die Kämmerei: 45.000 Euro im laufenden Haushalt, davon 12.000 ohne Zweckbindung.",
    "Drei Vereine haben geantwortet, zwei nicht.",
)
_EVIDENCE = ("Ratsbeschluss vom 25.09.2025, Ratsinformationssystem", "Protokoll der Vereinsrunde, Laufwerk der Fachstelle")


def profiles(number: int, *, noted: bool = False) -> Iterator[tuple[str, str]]:
    """Yield file names and texts of profiles; the same every time. ``noted`` ones have a note of its own on every item."""
    loaded = [load_checklist(name) for name in CHECKLISTS]
    shorts = {c.checklist.id: {item.id: item.short for item in c.checklist.items()} for c in loaded}
    chance = random.Random(SEED)  # noqa: S311 - profiles to measure with, no secret
    for n in range(number):
        yield f"commune-{n:06}.yaml", profile_text(_profile(n, loaded, chance, noted=noted), shorts)


def _profile(n: int, loaded: list[LoadedChecklist], chance: random.Random, *, noted: bool) -> Profile:
    kind = chance.choice(list(SubjectKind))
    return Profile.model_validate(
        {
            "format": PROFILE_FORMAT,
            "subject": {
                "name": f"Musterkommune {n}",
                "kind": kind.value,
                "land": chance.choice(list(Land)).value,
                "population": chance.randrange(2_000, 900_000),
                "ags": f"{n:08}",
            },
            "respondent": {"perspective": "municipality", "label": "Fachstelle für Integration"},
            "checklists": {c.checklist.id: _answers(c, chance, n if noted else None) for c in loaded},
        }
    )


def _answers(loaded: LoadedChecklist, chance: random.Random, noted: int | None) -> dict[str, object]:
    held = loaded.checklist
    asked = [item for item in held.items() if chance.random() < CHECKLISTS[held.id]]
    answers = {item.id: _answer(item, chance) for item in asked}
    if noted is not None:
        for place, (item_id, given) in enumerate(answers.items()):
            told = f'„{item_id}" steht im Protokoll' if place % 3 == 0 else f"Siehe Protokoll zu {item_id}"
            given["note"] = f"{told}, Blatt {noted}, Zeile {place}: {chance.choice(_NOTES)}"
    return {"version": held.version, "digest": loaded.digest, "answers": answers}


def _answer(item: Item, chance: random.Random) -> dict[str, object]:
    given: dict[str, object]
    if item.kind is ItemKind.TEXT:
        given = {"text": chance.choice(_NOTES)}
    elif chance.random() < 0.15:
        given = {"status": chance.choice(["unknown", "unknown", "skipped"])}
    elif item.kind is ItemKind.SELECT:
        own = [option.id for option in item.options if option.id != "none"]
        given = {"options": sorted(chance.sample(own, chance.randint(1, len(own))), key=own.index)}
    else:
        given = {"level": chance.choice(item.levels).id}
    if chance.random() < 0.28:
        given["note"] = chance.choice(_NOTES)
    if chance.random() < 0.12:
        given["evidence"] = chance.choice(_EVIDENCE)
    return given | {"date": f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}", "wording": item.digest}


def write(folder: Path, number: int, *, noted: bool = False) -> list[Path]:
    """Write profiles into a folder and return their paths; what is there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in profiles(number, noted=noted):
        path = folder / name
        if not path.exists():
            path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


if __name__ == "__main__":
    folder, *options = (one for one in sys.argv[1:] if one != "--noted")
    written = write(Path(folder), int(options[0]) if options else 1_000, noted="--noted" in sys.argv)
    print(f"{len(written)} profiles of {sum(p.stat().st_size for p in written) // len(written)} bytes in {folder}")

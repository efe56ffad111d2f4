"""The rows that ``batch --long --format csv`` wrote, read back as profiles without their words.

Rows of several runs may stand one below the other; with every head between them a new run begins, whose files are others.
"""

import csv
from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from pydantic import ValidationError

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.csv_dialects import BOM, CSV_DIALECTS, csv_rows
from mo_check.many.pure.records import ITEMS_FORMAT, RESULTS_FORMAT, ItemRecord
from mo_check.model.answer import Status
from mo_check.model.profile import PROFILE_FORMAT, Profile

SUFFIX = ".csv"
_SAID = "–"
"""What stands in place of a text that the rows do not hold."""
_HEAD = frozenset({"format", "file", "status", "checklist"})
"""Columns that every head has, whatever the rows are of."""
_REMEDY = Message("Neu schreiben: mo-check batch PROFIL… --long -o ergebnis.csv")


class StoredRow(NamedTuple):
    """A row with the run it is of, counted by the heads, and its line in the file."""

    run: int
    line: int
    cells: dict[str, str]

    @property
    def respondent(self) -> tuple[object, ...]:
        """What the rows of one profile have in common."""
        return self.run, *(self.cells[name] for name in ("file", "name", "perspective", "respondent"))


def is_rows(path: Path) -> bool:
    """Tell whether a file is one of rows, by its name."""
    return path.suffix.casefold() == SUFFIX


def stored_profiles(path: Path) -> Iterator[Profile]:
    """Yield the profiles that the rows were made of, as far as their answers go. Raises InvalidInput."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = (row for row in _rows(path, stream) if row.cells["status"] == "ok")
            for _, held in groupby(rows, key=lambda row: row.respondent):
                yield _profile(path, tuple(held))
    except FileNotFoundError:
        raise _refused(path, 0, Message("Die Datei gibt es nicht."), Message("Name und Ordner prüfen.")) from None
    except UnicodeDecodeError:
        raise _refused(path, 0, Message("Die Datei ist nicht als UTF-8 gespeichert."), _REMEDY) from None
    except (OSError, ValueError, csv.Error):
        raise _refused(path, 0, Message("Die Datei lässt sich nicht lesen."), _REMEDY) from None


def _rows(path: Path, stream: TextIO) -> Iterator[StoredRow]:
    first = stream.readline()
    dialect = CSV_DIALECTS["excel-de" if first.count(";") > first.count(",") else "standard"]
    head: list[str] = []
    run = 0
    for line, cells in csv_rows(chain([first], stream), dialect.separator):
        if "status" in cells and _HEAD.issubset(names := _names(cells)):
            head, run = names, run + 1
            continue
        if not head:
            break
        if not cells:
            continue
        row = {name: dialect.text(cell) for name, cell in zip(head, cells, strict=False)}
        if row.get("format") == RESULTS_FORMAT:
            message = Message("Hier steht eine Zeile je Profil; für die Statistik braucht es eine je Kriterium.")
            raise _refused(path, line, message, _REMEDY)
        if len(cells) != len(head) or row["format"] != ITEMS_FORMAT or not set(ItemRecord._fields).issubset(head):
            raise _refused(path, line, Message("Diese Zeile hat nicht die erwarteten Spalten."), _REMEDY)
        yield StoredRow(run, line, row)
    if not head:
        raise _refused(path, 1, Message("Das sind keine Zeilen von „mo-check batch“."), _REMEDY)


def _names(cells: list[str]) -> list[str]:
    """Return the names of columns; a mark of the encoding, where files were put together, hides the quotes behind it."""
    return [cells[0].lstrip(BOM).strip('"'), *cells[1:]]


def _profile(path: Path, rows: tuple[StoredRow, ...]) -> Profile:
    first = rows[0].cells
    checklists: dict[str, Any] = {}
    for row in rows:
        held = checklists.setdefault(row.cells["checklist"], {"version": row.cells["version"], "answers": {}})
        if answer := _answer(row.cells):
            held["answers"][row.cells["item"]] = answer
    subject = {name: first[name] for name in ("name", "kind", "land", "population", "ags") if first[name]}
    tree = {
        "format": PROFILE_FORMAT,
        "subject": subject,
        "respondent": {"perspective": first["perspective"], "label": first["respondent"]},
        "scope": first["scope"],
        "checklists": checklists,
    }
    try:
        return Profile.model_validate(tree)
    except ValidationError:
        raise _refused(path, rows[0].line, Message("Diese Zeilen ergeben kein Profil."), _REMEDY) from None


def _answer(cells: dict[str, str]) -> dict[str, object] | None:
    """Return the answer of a row, None where none was given or a condition decided."""
    given = cells["answer"]
    if not given or cells["by_rule"] == "true":
        return None
    match given:
        case "level":
            return {"level": cells["level"]}
        case "options":
            return {"options": cells["options"].split()}
        case "text":
            return {"text": _SAID}
        case "elsewhere":
            level: dict[str, object] = {"level": cells["level"]} if cells["level"] else {}
            return {"status": given, "who": _SAID} | level
        case "disputed":  # what is disputed is open, and who holds what does not stand in the rows
            return {"status": "skipped"}
        case _:
            needed = next((status.needs for status in Status if status == given), None)
            return {"status": given, **({needed: _SAID} if needed else {})}


def _refused(path: Path, line: int, message: Message, remedy: Message) -> InvalidInput:
    return InvalidInput((Problem(str(path), message, remedy, line, 1 if line else 0),))

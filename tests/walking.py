"""What a checklist asks whom in which language, read from its files without the program, and the keys of a walk through it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from calling import CHECKLISTS

PERSPECTIVES = ("municipality", "department", "migrant_organisation")
LANGUAGES = ("de", "en", "de-x-simple")
NAMES = ("cooperation", "success-factors", "topics")
TEXT = "Ein Satz."


class Asked(NamedTuple):
    """One question as a respondent reads it: its item, its texts, and what the highest answer is typed with."""

    item: str
    question: str
    choices: tuple[str, ...]
    typed: str


def asked(name: str, tag: str, perspective: str) -> tuple[Asked, ...]:
    """Return every question of a checklist that a perspective is asked in a language, in the order of the file."""
    return tuple(one for item, said in _items(name, tag) if (one := _asked(item, said, perspective)))


def _asked(item: Mapping[str, Any], said: Mapping[str, Any], perspective: str) -> Asked | None:
    if perspective != "municipality":
        said = said.get("for", {}).get(perspective, {})
        wording = item.get("for", {}).get(perspective)
    else:
        wording = item
    if wording is None:
        return None
    kind = "options" if "options" in wording else "levels"
    held = wording.get(kind, [])
    told = said.get(kind, {})
    texts = [{**one, **told.get(one["id"], {})} for one in held]
    choices = tuple(one["label"] + (f". {one['sees']}" if "sees" in one else ".") for one in texts)
    typed = TEXT if not held else "1" if kind == "options" else str(len(held))
    return Asked(item["id"], said.get("question", wording["question"]), choices, typed)


def _items(name: str, tag: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every item, with its wordings for others, and what its translation says; in German that is nothing."""
    german = _read(CHECKLISTS / f"{name}.yaml")
    beside = CHECKLISTS / f"{name}.for.yaml"
    wordings = _read(beside)["items"] if beside.is_file() else {}
    other = _read(CHECKLISTS / f"{name}.{tag}.yaml") if tag != "de" else {}
    for dimension in german["dimensions"]:
        said = other.get("dimensions", {}).get(dimension["id"], {})
        if "matrix" in dimension:
            yield from _fields(dimension["id"], dimension["matrix"], said.get("matrix", {}))
        for item in dimension.get("items", []):
            others = item.get("for", {}) | wordings.get(item["id"], {})
            yield item | {"for": others}, said.get("items", {}).get(item["id"], {})


def _fields(name: str, matrix: dict[str, Any], said: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for row in matrix["rows"]:
        label = said.get("rows", {}).get(row["id"], row)["label"]
        for column in matrix["columns"]:
            item = _filled(column, label) | {"id": f"{name}.{column['id']}.{row['id']}"}
            yield item, _filled(said.get("columns", {}).get(column["id"], {}), label)


def _filled(part: Any, label: str) -> Any:  # noqa: ANN401 - whatever a YAML file holds
    match part:
        case str():
            return part.replace("{row}", label)
        case list():
            return [_filled(one, label) for one in part]
        case dict():
            return {key: _filled(one, label) for key, one in part.items()}
        case _:
            return part


@cache
def _read(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return held

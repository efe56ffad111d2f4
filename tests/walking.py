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
    """One question as a respondent reads it: its item, its texts, and what the highest answer is typed with.

    ``dimension`` and ``score`` are where it belongs, ``short`` is its German name; ``lowest`` and ``highest`` are answers as they
    stand in a profile. It is a parent where others wait for its answer.
    """

    item: str
    question: str
    choices: tuple[str, ...]
    typed: str
    short: str
    dimension: str
    score: str
    scored: bool
    parent: bool
    lowest: str
    highest: str


def asked(name: str, tag: str, perspective: str, folder: Path = CHECKLISTS) -> tuple[Asked, ...]:
    """Return every question of a checklist that a perspective is asked in a language, in the order of the file."""
    return tuple(one for item, said in _items(name, tag, folder) if (one := _asked(item, said, perspective)))


def score_titles(name: str, folder: Path = CHECKLISTS) -> dict[str, str]:
    """Return the title of each score of a checklist as a report has it; that of the checklist where the file names no score."""
    held = _read(folder / f"{name}.yaml")
    return {score: f"{held['title']}: {own}" for score, own in held.get("scores", {}).items()} or {"total": held["title"]}


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
    question, kept = said.get("question", wording["question"]), item.get("kind", "level")
    scored = kept == "level" or (kept == "select" and bool(item.get("levels")))
    place = (item["short"], item["dimension"], item["score"], scored, item["parent"])
    return Asked(item["id"], question, choices, typed, *place, *_answers(item))


def _answers(item: Mapping[str, Any]) -> tuple[str, str]:
    """Return the lowest and the highest answer."""
    if "options" in item:
        ids = [option["id"] for option in item["options"]]
        own = [one for one in ids if one != "none"]
        return "{options: [none]}" if "none" in ids else f"{{options: [{own[0]}]}}", f"{{options: [{', '.join(own)}]}}"
    if "levels" not in item:
        return f"{{text: {TEXT}}}", f"{{text: {TEXT}}}"
    return f"{{level: {item['levels'][0]['id']}}}", f"{{level: {item['levels'][-1]['id']}}}"


def _items(name: str, tag: str, folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every item, with its wordings for others, and what its translation says; in German that is nothing."""
    german = _read(folder / f"{name}.yaml")
    beside = folder / f"{name}.for.yaml"
    wordings = _read(beside)["items"] if beside.is_file() else {}
    other = _read(folder / f"{name}.{tag}.yaml") if tag != "de" else {}
    parents = {item.get("when", {}).get("item") for dimension in german["dimensions"] for item in dimension.get("items", [])}
    *_, last = german.get("scores", ["total"])
    for dimension in german["dimensions"]:
        said = other.get("dimensions", {}).get(dimension["id"], {})
        place = {"dimension": dimension["id"], "score": dimension.get("score", last)}
        if "matrix" in dimension:
            for item, words in _fields(dimension["id"], dimension["matrix"], said.get("matrix", {})):
                yield item | place | {"parent": False}, words
        for item in dimension.get("items", []):
            others = item.get("for", {}) | wordings.get(item["id"], {})
            yield item | place | {"for": others, "parent": item["id"] in parents}, said.get("items", {}).get(item["id"], {})


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

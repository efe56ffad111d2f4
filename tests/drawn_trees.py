"""Random checklists and profiles as files hold them: trees of texts, the same ones for the same seed."""

from collections.abc import Sequence
from random import Random
from typing import Any

Tree = dict[str, Any]

_WEIGHTS = ("1", "1", "2", "1/2", "0.3", "7/3")
_VALUES = ("1/10", "0.25", "1/3", "0.49", "1/2", "0.65", "2/3", "0.9")
_CREDITS = ("0.5", "1", "4/3", "2", "3", "9")
_SIDES = ("department", "migrant_organisation")
_KINDS = ("town", "city", "district")
_STATUSES: tuple[Tree, ...] = (
    {"status": "unknown"},
    {"status": "skipped"},
    {"status": "not_applicable", "reason": "gibt es hier nicht"},
    {"status": "elsewhere", "who": "Landkreis"},
)


def drawn_checklist(chance: Random) -> Tree:
    """Return a checklist: weights, values, credits, every kind, conditions in chains, sides, quick, key and retired items."""
    sizes = [chance.randint(1, 6) for _ in range(chance.randint(1, 4))]
    places = [(d, f"d{d}.i{n}") for d, size in enumerate(sizes) for n in range(size)]
    items: dict[str, Tree] = {}
    for _, item_id in chance.sample(places, len(places)):
        items[item_id] = _item(item_id, list(items.values()), chance)
    dimensions = [
        {"id": f"d{d}", "label": "D", "title": "D", "weight": chance.choice(_WEIGHTS)}
        | {"items": [items[item_id] for place, item_id in places if place == d]}
        for d in range(len(sizes))
    ]
    tree: Tree = {"format": "mo-check/checklist/1", "id": "probe", "version": "1.0.0", "language": "de", "title": "Probe"}
    tree |= {"short": "Probe", "introduction": "Zur Probe.", "sources": ["paper"], "dimensions": dimensions}
    if chance.random() < 0.4:
        tree["blank"] = "lowest"
    if chance.random() < 0.25:
        tree["scores"] = {"first": "Erster", "second": "Zweiter"}
        for one in dimensions[: chance.randint(1, 4)]:
            one["score"] = chance.choice(["first", "second"])
    return tree


def _item(item_id: str, before: list[Tree], chance: Random) -> Tree:
    kind = chance.choice(["level", "level", "level", "select", "select", "share", "text"])
    found: Tree = {"id": item_id, "short": item_id, "question": "Wie?", "kind": kind, "weight": chance.choice(_WEIGHTS)}
    if kind != "text" and not (kind == "select" and chance.random() < 0.2):
        found["levels"] = _levels(chance, select=kind == "select")
    if kind == "select":
        found["options"] = [_option(name, chance) for name in ("one", "two", "three", "four", "none")]
    found |= {"quick": "true"} if chance.random() < 0.5 else {}
    found |= {"key": "Ein Engpass."} if chance.random() < 0.2 else {}
    sides = [side for side in _SIDES if chance.random() < 0.7]
    parents = [p for p in before if p["kind"] in {"level", "select"} and p.get("levels") and "retired" not in p]
    if parents and chance.random() < 0.5:
        parent = chance.choice(parents)
        found["when"] = {"item": parent["id"], "at_least": chance.choice(parent["levels"][1:])["id"]}
        sides = [side for side in sides if side in parent["for"]]
        found |= {"quick": parent.get("quick", "false")}
    elif chance.random() < 0.3:
        facts = {"fact": "kind", "is": chance.sample(_KINDS, 2)}, {"fact": "population", "at_least": "20000"}
        found["when"] = chance.choice(facts)
    elif chance.random() < 0.08:
        found["retired"] = "1.0.0"
    wording = {key: found[key] for key in ("question", "levels", "options") if key in found}
    return found | {"for": dict.fromkeys(sides, wording)}


def _levels(chance: Random, *, select: bool) -> list[Tree]:
    number = chance.randint(2, 5)
    levels: list[Tree] = [{"id": f"l{'abcde'[n]}", "label": "L"} for n in range(number)]
    if chance.random() < 0.4:
        values: Sequence[str] = ("0", *_rising(_VALUES, number - 2, chance), "1")
        if chance.random() < 0.4:  # ties, above 0, below 1
            values = sorted(chance.choices(_VALUES, k=number), key=_VALUES.index)
            values = values if values[0] != values[-1] else ("0", *values[1:])
        levels = [level | {"value": value} for level, value in zip(levels, values, strict=True)]
    if select:
        credits_ = ("0", *_rising(_CREDITS, number - 1, chance))
        levels = [level | {"from_credit": credit} for level, credit in zip(levels, credits_, strict=True)]
    return levels


def _rising(numbers: Sequence[str], many: int, chance: Random) -> list[str]:
    return sorted(chance.sample(numbers, many), key=numbers.index)


def _option(name: str, chance: Random) -> Tree:
    return {"id": name, "label": name} | (
        {"credit": chance.choice(["0", "0.5", "2/3", "2", "5"])} if chance.random() < 0.6 else {}
    )


def drawn_profile(checklist: Tree, chance: Random) -> Tree:
    """Return a profile on a checklist: every kind of answer or none, full or quick, of any side, facts given or not."""
    items = [i for d in checklist["dimensions"] for i in d["items"]]
    answered = chance.choice([0.3, 0.8, 0.95, 1.0])
    answers = {i["id"]: _answer(i, chance) for i in items if chance.random() < answered}
    subject = {"name": "Musterstadt", "kind": chance.choice(_KINDS)}
    subject |= {"population": chance.choice(["900", "20000", "500000"])} if chance.random() < 0.7 else {}
    return {
        "format": "mo-check/profile/1",
        "subject": subject,
        "respondent": {"perspective": chance.choice(["municipality", "municipality", "agreed", *_SIDES]), "label": "Stelle"},
        "scope": chance.choice(["full", "full", "quick"]),
        "checklists": {checklist["id"]: {"version": "1.0.0", "answers": answers}} if answers else {},
    }


def _answer(item: Tree, chance: Random) -> Tree:
    given = chance.random()
    levels = [level["id"] for level in item.get("levels", ())]
    if given < 0.3:
        return dict(chance.choice(_STATUSES))
    if levels and given < 0.4:
        return {"status": "elsewhere", "who": "Landkreis", "level": chance.choice(levels)}
    if levels and given < 0.45:
        return {"status": "disputed", "positions": [{"label": "Amt", "level": chance.choice(levels)}]}
    if item["kind"] == "text":
        return {"text": "Etwas."}
    if item["kind"] != "select":
        return {"level": chance.choice([*levels, levels[-1]])}
    own = [option["id"] for option in item["options"] if option["id"] != "none"]
    return {"options": ["none"] if chance.random() < 0.2 else chance.sample(own, chance.randint(1, len(own)))}

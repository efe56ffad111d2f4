"""Scoring once more, plainly: docs/method.md in exact fractions over the trees of files, sharing no code with mo-check."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

Tree = dict[str, Any]


class Reached(NamedTuple):
    """How an item stands, what it is worth, and whether a condition decided."""

    standing: str
    value: Fraction | None = None
    by_rule: bool = False


class Numbers(NamedTuple):
    """A score with its range and coverage, and what is shown of it."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    shown: str


class Reference(NamedTuple):
    """What a profile comes to on one score; gap costs and swings in points by item."""

    dimensions: dict[str, Numbers]
    total: Numbers
    points: int | None
    weakest: str | None
    items: dict[str, Reached]
    costs: dict[str, Fraction]
    swings: dict[str, Fraction]
    bottlenecks: list[str]
    unclear: list[str]


def reference(checklist: Tree, profile: Tree, score: str) -> Reference:
    """Hold the tree of a profile against one score of the tree of a checklist."""
    held = _Held(checklist, profile)
    names = list(checklist.get("scores", {"total": ""}))
    asked = {d["id"]: [i for i in d["items"] if i["id"] in held.items] for d in checklist["dimensions"]}
    ours = [d for d in checklist["dimensions"] if d.get("score", names[-1]) == score and asked[d["id"]]]
    weights = [Fraction(d.get("weight", "1")) for d in ours]
    reached = {i["id"]: held.reached(i) for d in ours for i in asked[d["id"]]}
    lowest = checklist.get("blank") == "lowest"
    parts = [_Parts.of([i for i in asked[d["id"]] if _scored(i)], reached, lowest=lowest) for d in ours]
    numbers = [one.numbers() for one in parts]
    means = [_mean(weights, [getattr(one, name) for one in numbers]) for name in ("value", "low", "high", "coverage")]
    shown = "nothing" if means[0] is None else "number" if lowest or means[3] >= Fraction(65, 100) else "too_few"
    told = [(d["id"], one.value) for d, one in zip(ours, numbers, strict=True) if one.shown == "number"]
    keys = [(i["id"], reached[i["id"]]) for d in ours for i in asked[d["id"]] if "key" in i]
    valued = sum((w for w, one in zip(weights, numbers, strict=True) if one.value is not None), Fraction(0))
    ranged = sum((w for w, one in zip(weights, numbers, strict=True) if one.low is not None), Fraction(0))
    lacks: dict[str, Fraction] = {}
    swings: dict[str, Fraction] = {}
    for w, part in zip(weights, parts, strict=True):
        s = sum(part.weight[i] for i in (*part.s, *part.b))
        here = sum(part.weight[i] for i in part.a if i not in part.e)
        lost = {i: part.ends[i][1] - part.value[i] for i in part.s}
        lacks |= {i: 100 * (w / valued) * (part.weight[i] / s) * loss for i, loss in lost.items() if loss > 0}
        waiting = [i for i in part.a if i not in part.s and i not in part.e]
        swings |= {i: 100 * (w / ranged) * (part.weight[i] / here) * (part.ends[i][1] - part.ends[i][0]) for i in waiting}
    return Reference(
        {d["id"]: one for d, one in zip(ours, numbers, strict=True)},
        Numbers(*means, shown),
        _points(means[0], [part.value.get(i) for part in parts for i in part.a]),
        min(told, key=lambda one: one[1])[0] if len(told) > 1 else None,
        reached,
        lacks,
        swings,
        [i for i, one in keys if one.value is not None and one.value < Fraction(1, 2) and one.standing != "met"],
        [i for i, one in keys if one.standing in {"unknown", "open"}],
    )


class _Parts(NamedTuple):
    """The sets A, S, E and B of a dimension, with weights of the items, values of S, and what levels begin and end with."""

    a: list[str]
    s: list[str]
    e: list[str]
    b: list[str]
    weight: dict[str, Fraction]
    value: dict[str, Fraction]
    ends: dict[str, tuple[Fraction, Fraction]]
    lowest: bool

    @classmethod
    def of(cls, items: Sequence[Tree], reached: Mapping[str, Reached], *, lowest: bool) -> "_Parts":
        """Return those of scored items."""
        weight = {i["id"]: Fraction(i.get("weight", "1")) for i in items}
        a = [i for i in weight if reached[i].standing != "not_applicable"]
        value = {i: v for i in a if (v := reached[i].value) is not None}
        e = [i for i in a if i not in value and reached[i].standing == "elsewhere"]
        b = [i for i in a if lowest and reached[i].standing == "open"]
        return cls(a, list(value), e, b, weight, value, {i["id"]: _ends(i) for i in items}, lowest)

    def numbers(self) -> Numbers:
        """Return the score of the dimension by the formulas."""
        a, s, e = (sum((self.weight[i] for i in ids), Fraction(0)) for ids in (self.a, self.s, self.e))
        gained = sum((self.weight[i] * self.value[i] for i in self.s), Fraction(0))
        if not a:
            return Numbers(None, None, None, None, "nothing")
        coverage = (s + e) / a
        blank = sum((self.weight[i] for i in self.b), Fraction(0))
        counted = gained + sum((self.weight[i] * self.ends[i][0] for i in self.b), Fraction(0))
        few = coverage < Fraction(65, 100) and not (self.lowest and s + blank)
        shown = "too_few" if few else "mostly_elsewhere" if (s + blank) / a < Fraction(1, 2) and e else "number"
        waiting = [i for i in self.a if i not in self.s and i not in self.e]
        least, most = (sum((self.weight[i] * self.ends[i][end] for i in waiting), Fraction(0)) for end in (0, 1))
        low, high = ((gained + least) / (a - e), (gained + most) / (a - e)) if a > e else (None, None)
        return Numbers(counted / (s + blank) if s + blank else None, low, high, coverage, shown)


class _Held:
    """The items in scope with the answers to them."""

    def __init__(self, checklist: Tree, profile: Tree) -> None:
        eyes, quick = profile["respondent"]["perspective"], profile.get("scope") == "quick"
        items = [i for d in checklist["dimensions"] for i in d["items"] if "retired" not in i]
        own = eyes in {"municipality", "agreed"}
        self.items = {i["id"]: i for i in items if (own or eyes in i.get("for", {})) and (i.get("quick") == "true" or not quick)}
        self.answers = profile["checklists"].get(checklist["id"], {}).get("answers", {})
        self.subject = profile["subject"]

    def reached(self, item: Tree) -> Reached:
        """Return what an item comes to: by its condition, else by its answer."""
        state = self.state(item)
        if state == "below":
            return self.level(item, 0)._replace(by_rule=True) if _scored(item) else Reached("not_applicable", by_rule=True)
        if state != "asked":
            return Reached(state, by_rule=True)
        answer = self.answers.get(item["id"], {"status": "skipped"})
        rank = _rank(item, answer)
        if rank is not None:
            return self.level(item, rank)
        if "status" not in answer:
            return Reached("met")
        return Reached({"skipped": "open", "disputed": "open"}.get(answer["status"], answer["status"]))

    def level(self, item: Tree, rank: int) -> Reached:
        """Return what a level of an item comes to."""
        value, (least, most) = _value(item, rank), _ends(item)
        met = value >= Fraction(2, 3) or value == most
        return Reached("met" if met else "partial" if value > least else "unmet", value)

    def state(self, item: Tree) -> str:
        """Return ``asked``, ``below``, or the standing that a condition gives the item."""
        when = item.get("when")
        if when is None:
            return "asked"
        if when.get("fact") == "kind":
            return "asked" if self.subject["kind"] in when["is"] else "not_applicable"
        if when.get("fact") == "population":
            known = "population" in self.subject
            return "not_applicable" if known and int(self.subject["population"]) < int(when["at_least"]) else "asked"
        parent = self.items.get(when["item"])
        above = "open" if parent is None else self.state(parent)
        if parent is None or above != "asked":
            return above
        rank = _rank(parent, self.answers.get(parent["id"], {}))
        if rank is None:
            return self.reached(parent).standing
        wanted = [level["id"] for level in parent["levels"]].index(when["at_least"])
        return "asked" if rank >= wanted else "below"


def _scored(item: Tree) -> bool:
    return item.get("kind", "level") in {"level", "select"} and bool(item.get("levels"))


def _rank(item: Tree, answer: Tree) -> int | None:
    """Return the place of the level that an answer to a scored item reaches."""
    if not _scored(item):
        return None
    if "options" in answer:
        chosen = [o for o in item["options"] if o["id"] in answer["options"] and o["id"] != "none"]
        credit = sum((Fraction(o.get("credit", "1")) for o in chosen), Fraction(0))
        return max(n for n, level in enumerate(item["levels"]) if Fraction(level["from_credit"]) <= credit)
    return [level["id"] for level in item["levels"]].index(answer["level"]) if "level" in answer else None


def _value(item: Tree, rank: int) -> Fraction:
    level = item["levels"][rank]
    return Fraction(level["value"]) if "value" in level else Fraction(rank, len(item["levels"]) - 1)


def _ends(item: Tree) -> tuple[Fraction, Fraction]:
    return _value(item, 0), _value(item, len(item["levels"]) - 1)


def _mean(weights: Sequence[Fraction], values: Sequence[Fraction | None]) -> Fraction | None:
    known = [(w, v) for w, v in zip(weights, values, strict=True) if v is not None]
    return sum((w * v for w, v in known), Fraction(0)) / sum(w for w, _ in known) if known else None


def _points(value: Fraction | None, applicable: Sequence[Fraction | None]) -> int | None:
    """Return points rounded half up; 100 only where every applicable item is scored 1, 0 only where all that is scored is 0."""
    if value is None:
        return None
    rounded = int(value * 100 + Fraction(1, 2))
    if rounded == 100 and any(one != 1 for one in applicable):
        return 99
    return 1 if rounded == 0 and any(applicable) else rounded

"""A small evaluator of a scoring plan written out as JSON: what a form in a browser does with it, in whole numbers."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from reference_scoring import Numbers, Reached

Tree = Mapping[str, Any]


class Evaluated:
    """Answers as a file holds them, held against a plan."""

    def __init__(self, plan: Tree, subject: Tree, answers: Tree) -> None:
        self.plan, self.subject, self.answers = plan, subject, answers
        self.lowest = plan["blank"] == "lowest"
        self.items = {i: self._reached(i, one["parts"]) for one in plan["dimensions"] for i in one["items"]}
        self.dimensions = {one["id"]: self._numbers(one) for one in plan["dimensions"]}
        names = ("value", "low", "high", "coverage")
        means = [self._mean([getattr(one, name) for one in self.dimensions.values()]) for name in names]
        shown = "nothing" if means[0] is None else "number" if self.lowest or self._enough(means[3]) else "too_few"
        self.total = Numbers(*means, shown)
        keys = [(i, one) for i, one in self.items.items() if plan["items"][i]["key"]]
        low = [(i, one) for i, one in keys if one.value is not None and one.value < Fraction(*plan["bottleneck_below"])]
        self.bottlenecks = [i for i, one in low if one.standing != "met"]
        self.unclear = [i for i, one in keys if one.standing in {"unknown", "open"}]

    @property
    def points(self) -> int | None:
        """The total as shown, from 0 to 100."""
        if self.total.value is None:
            return None
        rounded = (200 * self.total.value.numerator + self.total.value.denominator) // (2 * self.total.value.denominator)
        scored = [one for i, one in self.items.items() if self.plan["items"][i]["scored"] and one.standing != "not_applicable"]
        if rounded == 100 and any(one.value != 1 for one in scored):
            return 99
        return 1 if rounded == 0 and any(one.value for one in scored) else rounded

    def _reached(self, item_id: str, parts: int) -> Reached:
        item, state = self.plan["items"][item_id], self._state(item_id)
        if state == "below":
            return (
                self._level(item, 0, parts)._replace(by_rule=True) if item["scored"] else Reached("not_applicable", by_rule=True)
            )
        if state != "asked":
            return Reached(state, by_rule=True)
        rank = self._rank(item_id)
        if rank is None:
            return Reached(self._status(item_id))
        return self._level(item, rank, parts)

    def _level(self, item: Tree, rank: int, parts: int) -> Reached:
        least, *_, most = item["values"]
        value = Fraction(item["values"][rank], parts)
        met = value >= Fraction(*self.plan["met_from"]) or item["values"][rank] == most
        return Reached("met" if met else "partial" if item["values"][rank] > least else "unmet", value)

    def _state(self, item_id: str) -> str:
        when = self.plan["items"][item_id].get("when")
        if when is None or when.get("item") in self.plan["items"]:
            above = "asked" if when is None else self._state(when["item"])
            if when is None or above != "asked":
                return above
            rank = self._rank(when["item"])
            return self._status(when["item"]) if rank is None else "asked" if rank >= when["rank"] else "below"
        if "item" in when:
            return "open"
        if when["fact"] == "kind":
            return "asked" if self.subject["kind"] in when["is"] else "not_applicable"
        return "not_applicable" if int(self.subject.get("population", when["at_least"])) < when["at_least"] else "asked"

    def _rank(self, item_id: str) -> int | None:
        item, answer = self.plan["items"][item_id], self.answers.get(item_id, {})
        if not item["scored"]:
            return None
        if "options" in answer:
            credit = sum(item["credits"].get(option, 0) for option in answer["options"])
            return max(rank for rank, wanted in enumerate(item["from_credit"]) if wanted <= credit)
        return item["levels"].index(answer["level"]) if "level" in answer else None

    def _status(self, item_id: str) -> str:
        answer = self.answers.get(item_id, {"status": "open"})
        return {"skipped": "open", "disputed": "open"}.get(answer.get("status", "met"), answer.get("status", "met"))

    def _numbers(self, dimension: Tree) -> Numbers:
        weights = {i: self.plan["items"][i]["weight"] for i in dimension["items"]}
        everything = sum(w for i, w in weights.items() if self.items[i].standing != "not_applicable")
        scored = sum(w for i, w in weights.items() if self.items[i].value is not None)
        away = sum(w for i, w in weights.items() if self.items[i].standing == "elsewhere")
        gained = sum((w * (self.items[i].value or 0) for i, w in weights.items()), Fraction(0))
        if not everything:
            return Numbers(None, None, None, None, "nothing")
        waiting = {
            i: w for i, w in weights.items() if self.items[i].value is None and self.items[i].standing in {"open", "unknown"}
        }
        ends = {i: self.plan["items"][i]["values"] for i, w in waiting.items() if w}
        least, most = (sum(Fraction(waiting[i] * one[end], dimension["parts"]) for i, one in ends.items()) for end in (0, -1))
        blank = [i for i in ends if self.lowest and self.items[i].standing == "open"]
        counted = scored + sum(waiting[i] for i in blank)
        value = gained + sum(Fraction(waiting[i] * ends[i][0], dimension["parts"]) for i in blank)
        here, coverage = everything - away, Fraction(scored + away, everything)
        shown = "mostly_elsewhere" if away and 2 * counted < everything else "number"
        return Numbers(
            value / counted if counted else None,
            (gained + least) / here if here else None,
            (gained + most) / here if here else None,
            coverage,
            shown if (self.lowest and counted) or self._enough(coverage) else "too_few",
        )

    def _enough(self, coverage: Fraction) -> bool:
        return coverage >= Fraction(*self.plan["shown_from"])

    def _mean(self, values: list[Fraction | None]) -> Fraction | None:
        known = [(one["weight"], v) for one, v in zip(self.plan["dimensions"], values, strict=True) if v is not None]
        return sum((w * v for w, v in known), Fraction(0)) / sum(w for w, _ in known) if known else None

"""A scoring plan as JSON: all that another program needs to score answers, in whole numbers.

What it holds is told in docs/method.md, The plan as JSON.
"""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, assert_never

from mo_check.model.checklist import Checklist
from mo_check.model.item import MET, NONE_OPTION, Item, Perspective
from mo_check.model.rules import Condition, KindIs, ParentReaches, PopulationAtLeast
from mo_check.scoring.assessing import ENOUGH
from mo_check.scoring.scoring_plan import HALF, PlannedDimension, PlannedItem, credit_parts, scoring_plan

PLAN_FORMAT = "mo-check/scoring-plan/1"


def plan_json(checklist: Checklist, perspective: Perspective, scope: str, score: str) -> str:
    """Return the plan of one score of a checklist as JSON: the same bytes for the same checklist.

    >>> from mo_check.files.library import load_checklist
    >>> held = load_checklist("cooperation").checklist
    >>> json.loads(plan_json(held, Perspective.MUNICIPALITY, "quick", "total"))["format"]
    'mo-check/scoring-plan/1'
    """
    plan = scoring_plan(checklist, perspective, scope, score)
    rules = {rule.id: rule for dimension in plan.dimensions for rule in dimension.rules}
    written = {
        "format": PLAN_FORMAT,
        "checklist": checklist.id,
        "version": checklist.version,
        "perspective": perspective.value,
        "scope": scope,
        "score": score,
        "shown_from": ENOUGH.as_integer_ratio(),
        "met_from": MET.as_integer_ratio(),
        "blank": checklist.blank,
        "bottleneck_below": HALF.as_integer_ratio(),
        "dimensions": [_dimension(*pair) for pair in zip(plan.dimensions, plan.weights, strict=True)],
        "items": {item.id: _item(item, rules.get(item.id), plan.items) for item in plan.items.values()},
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _dimension(planned: PlannedDimension, weight: int) -> dict[str, Any]:
    return {
        "id": planned.dimension.id,
        "weight": weight,
        "parts": planned.parts,
        "items": [item.id for item in planned.items],
    }


def _item(item: Item, rule: PlannedItem | None, items: Mapping[str, Item]) -> dict[str, Any]:
    """Return an item; one of another score, that others may wait for, has neither weight nor values here."""
    found: dict[str, Any] = {"scored": item.scored, "key": item.is_key, "weight": rule.weight if rule else 0}
    if item.condition is not None:
        found["when"] = _condition(item.condition, items)
    if item.scored:
        found["levels"] = [level.id for level in item.levels]
        found["values"] = [rule.by_level[level.id].parts for level in item.levels] if rule else []
        found |= _credits(item) if item.options else {}
    return found


def _credits(item: Item) -> dict[str, Any]:
    """Return from which credit on a level is reached, and the credit of each option, in parts of their own."""
    own = [option for option in item.options if option.id != NONE_OPTION]
    numbers, _ = credit_parts([*(level.from_credit or Fraction(0) for level in item.levels), *(option.credit for option in own)])
    many = len(item.levels)
    return {"from_credit": numbers[:many], "credits": dict(zip([option.id for option in own], numbers[many:], strict=True))}


def _condition(condition: Condition, items: Mapping[str, Item]) -> dict[str, Any]:
    match condition:
        case ParentReaches(parent, level):
            held = items.get(parent)
            return {"item": parent, "rank": held.rank(level) or 0 if held else 0}
        case KindIs(kinds):
            return {"fact": "kind", "is": list(kinds)}
        case PopulationAtLeast(number):
            return {"fact": "population", "at_least": number}
        case never:
            assert_never(never)

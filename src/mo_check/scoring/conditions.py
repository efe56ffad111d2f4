"""Which items apply: subject facts, and items that wait for another to reach a level (docs/method.md, Conditions)."""

from collections.abc import Mapping
from enum import Enum
from typing import assert_never

from mo_check.model.answer import Status
from mo_check.model.answer_sheet import Plain
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item, ItemKind, Level, Perspective
from mo_check.model.profile import Profile, Subject
from mo_check.model.rules import FactCondition, KindIs, ParentReaches, PopulationAtLeast
from mo_check.model.standing import Standing


class Applies(Enum):
    """What an item's condition says where it does not settle how the item stands: it is asked, or its parent is below."""

    YES = "yes"
    BELOW = "below"


def in_scope(checklist: Checklist, profile: Profile) -> dict[str, Item]:
    """Return the items that a profile's perspective and scope ask for, by id, in the order of the checklist."""
    return scope_items(checklist, profile.respondent.perspective, quick=profile.scope == "quick")


def scope_items(checklist: Checklist, perspective: Perspective, *, quick: bool) -> dict[str, Item]:
    """Return the items asked of a perspective in its own words, all or only the quick ones, by id."""
    seen = (item.seen_by(perspective) for item in checklist.items() if item.quick or not quick)
    return {item.id: item for item in seen if item is not None}


def reached_level(item: Item, answer: Plain | None) -> Level | None:
    """Return the level an answer reaches on an item, or None if it reaches none."""
    if answer is None:
        return None
    if item.kind is ItemKind.SELECT and "options" in answer:
        return item.reached(answer["options"]) if item.levels else None
    if "level" in answer and (rank := item.rank(answer["level"])) is not None:
        return item.levels[rank]
    return None


def holds(condition: FactCondition, subject: Subject) -> bool | None:
    """Tell whether a condition on a subject fact holds; None where the fact is not given.

    >>> holds(PopulationAtLeast(20_000), Subject(name="Dorf", kind="municipality", population=900))
    False
    """
    match condition:
        case KindIs(kinds):
            return None if subject.kind is None else subject.kind.value in kinds
        case PopulationAtLeast(number):
            return None if subject.population is None else subject.population >= number
        case never:
            assert_never(never)


def applies(item: Item, items: Mapping[str, Item], answers: Mapping[str, Plain], subject: Subject) -> Applies | Standing:
    """Tell whether an item applies, following the items it waits for.

    ``items`` are the items in scope. A child takes over the state of a parent that has no level: unknown, open, not
    applicable or done elsewhere: it then has the parent's standing. An unknown subject fact leaves the item asked.
    """
    condition = item.condition
    if condition is None:
        return Applies.YES
    if not isinstance(condition, ParentReaches):
        return Standing.NOT_APPLICABLE if holds(condition, subject) is False else Applies.YES
    parent = items.get(condition.item)
    if parent is None:
        return Standing.OPEN
    above = applies(parent, items, answers, subject)
    if above is not Applies.YES:
        return above
    answer = answers.get(parent.id)
    level = reached_level(parent, answer)
    if level is not None:
        wanted = parent.rank(condition.level) or 0
        return Applies.YES if (parent.rank(level.id) or 0) >= wanted else Applies.BELOW
    status: Status | None = answer.get("status") if answer else None
    return status.standing if status else Standing.OPEN

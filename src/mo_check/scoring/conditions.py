"""Which items apply: subject facts, and items that wait for another to reach a level (docs/method.md, Conditions)."""

from collections.abc import Mapping
from enum import Enum

from mo_check.model.answer import Status
from mo_check.model.answer_sheet import Plain
from mo_check.model.checklist import Checklist
from mo_check.model.item import Condition, Item, ItemKind, Level, Perspective
from mo_check.model.profile import Profile, Subject


class Applies(Enum):
    """What an item's condition says; the last four only of an item that waits for another."""

    YES = "yes"
    NO = "no"
    BELOW = "below"
    UNKNOWN = "unknown"
    OPEN = "open"
    ELSEWHERE = "elsewhere"


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


def holds(condition: Condition, subject: Subject) -> bool | None:
    """Tell whether a condition on a subject fact holds; None where the fact is not given.

    >>> large = Condition(fact="population", at_least="20000")
    >>> holds(large, Subject(name="Dorf", kind="municipality", population=900))
    False
    """
    if condition.fact == "kind":
        return None if subject.kind is None else subject.kind.value in (condition.is_ or ())
    if subject.population is None:
        return None
    return subject.population >= int(condition.at_least or 0)


def applies(item: Item, items: Mapping[str, Item], answers: Mapping[str, Plain], subject: Subject) -> Applies:
    """Tell whether an item applies, following the items it waits for.

    ``items`` are the items in scope. A child takes over the state of a parent that has no level: unknown, open, not
    applicable or done elsewhere. An unknown subject fact leaves the item asked.
    """
    condition = item.when
    if condition is None:
        return Applies.YES
    if condition.item is None:
        return Applies.NO if holds(condition, subject) is False else Applies.YES
    parent = items.get(condition.item)
    if parent is None:
        return Applies.OPEN
    above = applies(parent, items, answers, subject)
    if above is not Applies.YES:
        return above
    answer = answers.get(parent.id)
    level = reached_level(parent, answer)
    if level is not None:
        wanted = parent.rank(condition.at_least or "") or 0
        return Applies.YES if (parent.rank(level.id) or 0) >= wanted else Applies.BELOW
    match answer.get("status") if answer else None:
        case Status.UNKNOWN:
            return Applies.UNKNOWN
        case Status.NOT_APPLICABLE:
            return Applies.NO
        case Status.ELSEWHERE:
            return Applies.ELSEWHERE
        case _:
            return Applies.OPEN

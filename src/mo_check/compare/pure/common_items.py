"""Which items several profiles have in common, so that only like is compared with like."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item, ItemKind, Perspective
from mo_check.model.profile import Profile
from mo_check.model.rules import ParentReaches
from mo_check.scoring.changes import came_later
from mo_check.scoring.conditions import in_scope


class Reason(StrEnum):
    """Why an item is left out of a comparison."""

    NOT_ASKED = "not_asked"
    NEWER = "newer"
    REWORDED = "reworded"
    DEPENDS = "depends"


class CommonItems(NamedTuple):
    """The ids of the items that are compared, and those left out with the reason, in the order of the checklist."""

    ids: frozenset[str]
    left_out: tuple[tuple[str, Reason], ...]


def common_items(
    german: Checklist, profiles: Sequence[Profile], mode: ComparisonMode, silent: Collection[Perspective] = ()
) -> CommonItems:
    """Return the items that can be compared.

    Between perspectives an item must be asked of two sides, where there are two; over time and between peers of everybody.
    Left out are also items that came with a later version than somebody answered, those answered in different wordings
    within one perspective, and those whose condition hangs on an item left out. ``german`` holds the wordings that are marked;
    those that ``silent`` sides answered are not looked at, because what is left out would tell who of them answered.
    """
    if mode is ComparisonMode.PERSPECTIVES:  # an agreed profile is no side
        profiles = [p for p in profiles if p.respondent.perspective is not Perspective.AGREED] or profiles
    asked = [in_scope(german, profile) for profile in profiles]
    enough = _enough(profiles, asked, mode)
    left_out: dict[str, Reason] = {}
    for item in german.items():
        held = [p for p, items in zip(profiles, asked, strict=True) if item.id in items]
        if item.kind is ItemKind.TEXT or not held:
            continue  # what somebody writes in their own words is never compared, and never lost
        if not enough(item.id):
            left_out[item.id] = Reason.NOT_ASKED
        elif mode is not ComparisonMode.PERSPECTIVES and any(came_later(item, p, german.id) for p in held):
            left_out[item.id] = Reason.NEWER
        elif _reworded(item.id, [p for p in held if p.respondent.perspective not in silent], german.id):
            left_out[item.id] = Reason.REWORDED
    _leave_out_dependent(german, left_out)
    known = {item_id for items in asked for item_id in items}
    ids = frozenset(i.id for i in german.items() if i.id in known and i.id not in left_out)
    return CommonItems(ids, tuple((i.id, left_out[i.id]) for i in german.items() if i.id in left_out))


def _enough(profiles: Sequence[Profile], asked: Sequence[Mapping[str, Item]], mode: ComparisonMode) -> Callable[[str], bool]:
    """Return the test whether an item is asked of enough respondents to be compared."""
    sides = [profile.respondent.perspective for profile in profiles]
    wanted = min(len(set(sides)), 2)

    def of_sides(item_id: str) -> bool:
        return len({side for side, items in zip(sides, asked, strict=True) if item_id in items}) >= wanted

    def of_everybody(item_id: str) -> bool:
        return all(item_id in items for items in asked)

    return of_sides if mode is ComparisonMode.PERSPECTIVES else of_everybody


def _reworded(item_id: str, profiles: Iterable[Profile], checklist: str) -> bool:
    """Tell whether some answers of one perspective were given to another wording than others."""
    seen: dict[Perspective, str] = {}
    for profile in profiles:
        answer = profile.answers(checklist).get(item_id)
        if answer is None or answer.wording is None:
            continue
        if seen.setdefault(profile.respondent.perspective, answer.wording) != answer.wording:
            return True
    return False


def _leave_out_dependent(checklist: Checklist, left_out: dict[str, Reason]) -> None:
    """Leave out what hangs on an item left out, and what hangs on that in turn."""
    waiting = {i.id: i.condition.item for i in checklist.items() if isinstance(i.condition, ParentReaches)}
    while found := [i for i, parent in waiting.items() if parent in left_out and i not in left_out]:
        left_out |= dict.fromkeys(found, Reason.DEPENDS)


def restricted(checklist: Checklist, ids: Collection[str]) -> Checklist:
    """Return a checklist with only these items, and only the dimensions that hold one."""
    dimensions = (d.model_copy(update={"items": tuple(i for i in d.items if i.id in ids)}) for d in checklist.dimensions)
    return checklist.model_copy(update={"dimensions": tuple(d for d in dimensions if d.items)})

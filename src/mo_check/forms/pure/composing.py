"""A whole questionnaire made from a checklist: in the order, the words and under the conditions of an interview."""

import json
from collections.abc import Mapping
from fractions import Fraction
from hashlib import sha256
from math import lcm

from mo_check.forms.pure.form_head import AskedChecklist, FormHead
from mo_check.forms.pure.questionnaire import AskedItem, ItemCondition, Questionnaire, Section
from mo_check.interview.choices import choices, possible_actions
from mo_check.interview.question import Action
from mo_check.model.checklist import Checklist
from mo_check.model.item import NONE_OPTION, Item, ItemKind, Perspective
from mo_check.model.profile import Subject
from mo_check.model.rules import ParentReaches
from mo_check.scoring.conditions import holds, scope_items

_SAID = frozenset({Action.NOTHING_HERE, *(action for action in Action if action.status)})
"""What can be said in a form besides answering; the other actions move through an interview."""


def questionnaire(
    checklist: Checklist,
    german: Checklist,
    digest: str,
    perspective: Perspective,
    *,
    quick: bool,
    subject: Subject | None = None,
) -> Questionnaire:
    """Return what a checklist asks a perspective; ``german`` is the same checklist in German, whose wordings are marked.

    A question whose subject fact is known not to hold is left out, and so is one that waits for a question not asked.
    """
    items = scope_items(checklist, perspective, quick=quick)
    kept = {item_id: item for item_id, item in items.items() if _can_be_asked(item, items, subject)}
    numbers = {item_id: number for number, item_id in enumerate(kept, start=1)}
    sections = []
    for dimension in checklist.dimensions:
        own = [kept[item.id] for item in dimension.items if item.id in kept]
        asked = tuple(
            AskedItem(
                item,
                numbers[item.id],
                choices(item),
                tuple(a for a in possible_actions(item, None, opens_row=_opens_row(item, own)) if a in _SAID),
                _mark(german, item.id, perspective),
                _waits(item, kept, numbers),
            )
            for item in own
        )
        if asked:
            sections.append(Section(dimension, asked))
    return Questionnaire(checklist, digest, tuple(sections))


def _can_be_asked(item: Item, items: Mapping[str, Item], subject: Subject | None) -> bool:
    condition = item.condition
    if condition is None:
        return True
    if not isinstance(condition, ParentReaches):
        return subject is None or holds(condition, subject) is not False
    parent = items.get(condition.item)
    return parent is not None and _can_be_asked(parent, items, subject)


def _waits(item: Item, items: Mapping[str, Item], numbers: Mapping[str, int]) -> ItemCondition | None:
    condition = item.condition
    if not isinstance(condition, ParentReaches):
        return None
    parent = items[condition.item]
    rank = parent.rank(condition.level) or 0
    enough = parent.levels[rank:]
    credits_: dict[str, Fraction] = {}
    least = Fraction(0)
    if parent.kind is ItemKind.SELECT:
        credits_ = {option.id: option.credit for option in parent.options if option.id != NONE_OPTION}
        least = enough[0].from_credit or Fraction(0)
    whole = lcm(least.denominator, *(credit.denominator for credit in credits_.values()))
    sums = {option: int(credit * whole) for option, credit in credits_.items()}
    return ItemCondition(
        parent.id, numbers[parent.id], enough[0].label, tuple(level.id for level in enough), sums, int(least * whole)
    )


def _opens_row(item: Item, fellows: list[Item]) -> bool:
    row = [other for other in fellows if item.row is not None and other.row == item.row]
    return bool(row) and row[0].id == item.id and any(other.nothing for other in row)


def _mark(german: Checklist, item_id: str, perspective: Perspective) -> str:
    item = german.item(item_id)
    wording = item.wording(perspective) if item else None
    return wording.digest if wording else ""


def form_head(
    held: tuple[Questionnaire, ...],
    perspective: Perspective,
    languages: tuple[str, ...],
    *,
    quick: bool,
    subject: Subject | None = None,
) -> FormHead:
    """Return what a form of these questionnaires says about itself; its mark is over everything but the languages."""
    said = [
        perspective.value,
        "quick" if quick else "full",
        subject.model_dump(mode="json") if subject else None,
        [[one.checklist.id, one.checklist.version, one.digest] for one in held],
        [[asked.item.id, asked.wording] for one in held for asked in one.asked()],
    ]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return FormHead(
        perspective=perspective,
        scope="quick" if quick else "full",
        languages=languages,
        subject=subject,
        checklists={one.checklist.id: AskedChecklist(version=one.checklist.version, digest=one.digest) for one in held},
        mark=sha256(canonical.encode()).hexdigest()[:16],
    )

"""Hints at answers: none is wrong, each is only asked back about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.checklist import Contradiction
from mo_check.model.item import Item


class HintKind(StrEnum):
    """Why an answer is asked back about."""

    NO_EVIDENCE = "no_evidence"
    CONTRADICTION = "contradiction"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True, repr=False)
class Hint:
    """One hint; ``contradiction`` says what does not go together, ``months`` how old an answer is."""

    kind: HintKind
    item: Item
    contradiction: Contradiction | None = None
    months: int = 0


def hints(assessment: Assessment, today: date) -> Iterator[Hint]:
    """Yield what is asked back about: a top level without evidence, contradictions, answers past their review interval."""
    found = {result.item.id: result for result in assessment.items()}
    for result in found.values():
        if _top(result) and result.answer is not None and not result.answer.evidence:
            yield Hint(HintKind.NO_EVIDENCE, result.item)
    for one in assessment.checklist.contradictions:
        if _reaches(found.get(one.high), one.at_least) and _reaches(found.get(one.low), one.below) is False:
            yield Hint(HintKind.CONTRADICTION, found[one.high].item, one)
    for result in found.values():
        answered = result.answer.date if result.answer else None
        months = _months(answered, today) if answered else 0
        if result.item.review_months is not None and months > result.item.review_months:
            yield Hint(HintKind.OUTDATED, result.item, months=months)


def _top(result: ItemResult) -> bool:
    return result.value == 1 and not result.by_rule


def _reaches(result: ItemResult | None, level: str) -> bool | None:
    """Tell whether an answer reaches a level; None where it was not given."""
    if result is None or result.level is None or result.by_rule:
        return None
    return (result.item.rank(result.level.id) or 0) >= (result.item.rank(level) or 0)


def _months(then: date, now: date) -> int:
    """Return the whole months between two days."""
    return (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)

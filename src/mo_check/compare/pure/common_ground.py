"""What several profiles of one subject agree on already, and what a group has to talk about.

Undisputed is an item on which the medians of all sides are the same level and no side is blind; options must be the same for
everybody. An item that only one side was asked is taken over from it, also where that side gave no level.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from mo_check.compare.pure.agreement import median
from mo_check.compare.pure.sides import by_side, really_asked
from mo_check.model.answer import Answer, LevelGiven, OptionsGiven
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item, ItemKind, Perspective
from mo_check.model.profile import Profile


class Stance(NamedTuple):
    """How many respondents of a side answered one level."""

    side: Perspective
    level: str
    number: int


class RespondentResult(NamedTuple):
    """One respondent's result on an item, with their profile, which says what may be told of it."""

    profile: Profile
    result: ItemResult


class ItemResponses(NamedTuple):
    """What the sides said to one item: what each respondent of a side said, and the stances of sides by level.

    ``settled`` is the answer to take over, None where a group has to talk; ``one_sided`` where only one side was asked.
    """

    item: Item
    spoken: Mapping[Perspective, Sequence[RespondentResult]]
    stances: tuple[Stance, ...]
    settled: Answer | None
    one_sided: bool


def item_responses(checklist: Checklist, assessments: Sequence[Assessment]) -> tuple[ItemResponses, ...]:
    """Return what the sides said to every item that is answered by a level or options, in the order of the checklist."""
    sides = {side: [(one.profile, really_asked(one)) for one in held] for side, held in by_side(assessments).items()}
    found = []
    for item in checklist.items():
        spoken = {side: [RespondentResult(who, r[item.id]) for who, r in each if item.id in r] for side, each in sides.items()}
        spoken = {side: held for side, held in spoken.items() if held}
        if spoken and item.kind is not ItemKind.TEXT:
            found.append(_heard(item, spoken))
    return tuple(found)


def _heard(item: Item, spoken: Mapping[Perspective, Sequence[RespondentResult]]) -> ItemResponses:
    results = {side: [one.result for one in held] for side, held in spoken.items()}
    stances = tuple(
        Stance(side, level.id, number)
        for side, held in results.items()
        for level in item.levels
        if (number := sum(1 for r in held if r.level is not None and r.level.id == level.id))
    )
    one_sided = len(results) == 1
    settled = None
    if one_sided and not any(_gives(r) for held in results.values() for r in held):
        settled = _without_level(next(iter(results.values())))
    elif one_sided or not any(_unsettled(held) for held in results.values()):
        settled = _common(item, results)
    return ItemResponses(item, spoken, stances, settled, one_sided)


def _gives(result: ItemResult) -> bool:
    """Tell whether a result holds a level or options."""
    return result.level is not None or (result.answer is not None and result.answer.status is None)


def _without_level(held: Sequence[ItemResult]) -> Answer | None:
    """Return what a side said that gave no level, where all of it is alike; without the notes, which stay in its own profile."""
    answers = [r.answer for r in held if r.answer is not None]
    if len({answer.status for answer in answers}) != 1 or answers[0].status is None:
        return None
    return answers[0]._replace(note=None, evidence=None)


def _unsettled(held: Sequence[ItemResult]) -> bool:
    """Tell whether a side gave no answer, for the most part, or says that it does not apply."""
    without = sum(1 for r in held if r.standing.waiting)
    away = sum(1 for r in held if r.standing.away and r.level is None)
    return 2 * without > len(held) or 2 * away > len(held)


def _common(item: Item, results: Mapping[Perspective, Sequence[ItemResult]]) -> Answer | None:
    """Return the answer that all sides have in common, None if there is none."""
    answers = [r.answer for held in results.values() for r in held if r.answer is not None and r.answer.status is None]
    if item.options:
        chosen = {frozenset(answer.options or ()) for answer in answers}
        return Answer(OptionsGiven(answers[0].options)) if len(chosen) == 1 and answers[0].options else None
    medians = {_median(item, held) for held in results.values()} - {None}
    place = medians.pop() if len(medians) == 1 else None
    if place is None or place.denominator != 1:
        return None
    level = item.levels[int(place)].id
    given = [{r.level.id for r in held if r.level is not None} for held in results.values()]
    return Answer(LevelGiven(level)) if all(level in levels for levels in given if levels) else None


def _median(item: Item, held: Sequence[ItemResult]) -> Fraction | None:
    return median([Fraction(item.rank(r.level.id) or 0) for r in held if r.level is not None])

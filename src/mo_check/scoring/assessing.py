"""One profile held against one checklist: standings, scores, ranges and coverage (method.md, One profile)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from mo_check.model.checklist import Checklist
from mo_check.model.item import MET, Item
from mo_check.model.profile import Answer, Profile, Status
from mo_check.model.results import Assessment, DimensionResult, ItemResult, Score, Shown, Standing
from mo_check.scoring.conditions import Applies, applies, in_scope, reached_level

ENOUGH = Fraction(65, 100)
"""Below this coverage a number is replaced by words; the threshold is ours."""

_WAITING = {
    Applies.NO: Standing.NOT_APPLICABLE,
    Applies.UNKNOWN: Standing.UNKNOWN,
    Applies.OPEN: Standing.OPEN,
    Applies.ELSEWHERE: Standing.ELSEWHERE,
}
_STATUS = {
    Status.UNKNOWN: Standing.UNKNOWN,
    Status.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
    Status.ELSEWHERE: Standing.ELSEWHERE,
    Status.SKIPPED: Standing.OPEN,
    Status.DISPUTED: Standing.OPEN,
}


def assess(checklist: Checklist, profile: Profile, score: str | None = None) -> Assessment:
    """Hold a profile against a checklist, or against the one of its separate scores that is named.

    All numbers are exact fractions: score_d = Σ_S w v / Σ_S w; total = Σ W_d score_d / Σ W_d over every dimension with
    something scored (method.md, One profile, one checklist).
    """
    items = in_scope(checklist, profile)
    answers = profile.answers(checklist.id)
    dimensions = tuple(
        DimensionResult(dimension, results, dimension_score(results))
        for dimension in checklist.dimensions_of(score)
        if (results := tuple(_result(items[i.id], items, answers, profile) for i in dimension.items if i.id in items))
    )
    total = total_score(dimensions)
    return Assessment(profile, checklist, score, dimensions, total, display(total.value, dimensions))


def _result(item: Item, items: Mapping[str, Item], answers: Mapping[str, Answer], profile: Profile) -> ItemResult:
    answer = answers.get(item.id)
    state = applies(item, items, answers, profile.subject)
    if state is Applies.BELOW:
        if not item.scored:
            return ItemResult(item, Standing.NOT_APPLICABLE, answer, by_rule=True)
        lowest = item.levels[0]
        value = item.value(lowest.id)
        return ItemResult(item, standing_of(value), answer, lowest, value, by_rule=True)
    if state is not Applies.YES:
        return ItemResult(item, _WAITING[state], answer, by_rule=True)
    if answer is None:
        return ItemResult(item, Standing.OPEN)
    level = reached_level(item, answer)
    if level is not None and item.scored:
        value = item.value(level.id)
        return ItemResult(item, standing_of(value), answer, level, value)
    if answer.status is None:
        return ItemResult(item, Standing.MET, answer, level)
    return ItemResult(item, _STATUS[answer.status], answer)


def standing_of(value: Fraction) -> Standing:
    """Return the standing of a value: met from 2/3 on, unmet at 0, partial between."""
    if value >= MET:
        return Standing.MET
    return Standing.PARTIAL if value > 0 else Standing.UNMET


def _weight(results: Iterable[ItemResult]) -> Fraction:
    return sum((r.item.weight for r in results), Fraction(0))


def dimension_score(results: Sequence[ItemResult]) -> Score:
    """Return the score, range and coverage of one dimension's items (method.md; A, S and E as there)."""
    applicable = [r for r in results if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    scored = [r for r in applicable if r.value is not None]
    elsewhere = [r for r in applicable if r.standing is Standing.ELSEWHERE]
    all_weight, scored_weight, elsewhere_weight = _weight(applicable), _weight(scored), _weight(elsewhere)
    gained = sum((r.item.weight * r.value for r in scored if r.value is not None), Fraction(0))
    if not applicable:
        return Score(None, None, None, None, Shown.NOTHING)
    coverage = (scored_weight + elsewhere_weight) / all_weight
    here = all_weight - elsewhere_weight
    low = gained / here if here else None
    high = (gained + here - scored_weight) / here if here else None
    value = gained / scored_weight if scored else None
    if coverage < ENOUGH:
        shown = Shown.TOO_FEW
    elif 2 * scored_weight < all_weight and elsewhere:
        shown = Shown.MOSTLY_ELSEWHERE
    else:
        shown = Shown.NUMBER
    return Score(value, low, high, coverage, shown)


def _mean(parts: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    known = [(weight, value) for weight, value in parts if value is not None]
    weights = sum((weight for weight, _ in known), Fraction(0))
    return sum((weight * value for weight, value in known), Fraction(0)) / weights if weights else None


def total_score(dimensions: Sequence[DimensionResult]) -> Score:
    """Return the weighted means of the dimensions; the score over those with S ≠ ∅, the range over those with A∖E ≠ ∅."""
    weighed = [(d.dimension.weight, d.score) for d in dimensions]
    value = _mean((weight, score.value) for weight, score in weighed)
    low = _mean((weight, score.low) for weight, score in weighed)
    high = _mean((weight, score.high) for weight, score in weighed)
    coverage = _mean((weight, score.coverage) for weight, score in weighed)
    enough = coverage is not None and coverage >= ENOUGH
    shown = Shown.NOTHING if value is None else Shown.NUMBER if enough else Shown.TOO_FEW
    return Score(value, low, high, coverage, shown)


def as_points(value: Fraction | None) -> int | None:
    """Return a share of one as points of 100, rounded half up."""
    return None if value is None else int(value * 100 + Fraction(1, 2))


def display(value: Fraction | None, dimensions: Sequence[DimensionResult]) -> int | None:
    """Return a score as shown: 0 to 100, rounded half up, 100 and 0 only where nothing at all is missing or there.

    ``dimensions`` are those the value is a mean of.
    """
    if value is None:
        return None
    results = [r for d in dimensions for r in d.items if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    scored = [r.value for r in results if r.value is not None]
    rounded = as_points(value)
    if rounded == 100 and any(r.value != 1 for r in results):  # noqa: PLR2004 - the top of the scale
        return 99
    if rounded == 0 and any(scored):
        return 1
    return rounded

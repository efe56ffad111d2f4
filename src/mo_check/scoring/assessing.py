"""One profile held against one checklist: standings, scores, ranges and coverage (docs/method.md, One profile, one checklist)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from mo_check.errors import UnknownScore
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.profile import Answer, Profile, Status
from mo_check.model.results import Assessment, DimensionResult, ItemResult, Score, Shown, Standing
from mo_check.scoring.conditions import Applies, applies, reached_level
from mo_check.scoring.scoring_plan import ScoredItem, credit_parts, ratio, scoring_plan

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


def assess(checklist: Checklist, profile: Profile) -> tuple[Assessment, ...]:
    """Hold a profile against a checklist: one assessment for each of its scores, in the order of the file.

    A checklist that names no scores has one, its total.

    >>> from pathlib import Path
    >>> from mo_check import load_profile
    >>> loaded = load_profile(Path("profiles/city/city-2026.yaml"))
    >>> held = next(one.checklist for one in loaded.checklists if one.checklist.id == "success-factors")
    >>> [(found.score, found.display) for found in assess(held, loaded.profile)]
    [('success', 53), ('obstacles', 43)]
    """
    return tuple(assess_score(checklist, profile, score) for score in checklist.scores)


def assess_score(checklist: Checklist, profile: Profile, score: str) -> Assessment:
    """Hold a profile against one score of a checklist. Raises UnknownScore for one that the checklist does not have.

    All numbers are exact fractions: score_d = Σ_S w v / Σ_S w; total = Σ W_d score_d / Σ W_d over every dimension with
    something scored (docs/method.md, One profile, one checklist).
    """
    if score not in checklist.scores:
        raise UnknownScore(score, tuple(checklist.scores))
    stick = scoring_plan(checklist, profile.respondent.perspective, profile.scope, score)
    answers = profile.answers(checklist.id)
    found = []
    for dimension, measures in stick.dimensions:
        results = _results(measures, stick.items, answers, profile)
        found.append(DimensionResult(dimension, results, dimension_score(measures, results)))
    dimensions = tuple(found)
    total = total_score(dimensions)
    return Assessment(profile, checklist, score, dimensions, total, display(total.value, dimensions))


def _results(
    measures: Sequence[ScoredItem], items: Mapping[str, Item], answers: Mapping[str, Answer], profile: Profile
) -> tuple[ItemResult, ...]:
    """Return how the items of a dimension stand."""
    found = []
    for measure in measures:
        item = measure.item
        answer = answers.get(item.id)
        if measure.waits and (state := applies(item, items, answers, profile.subject)) is not Applies.YES:
            found.append(_waiting(measure, answer, state))
            continue
        if answer is None:
            found.append(measure.unanswered)
            continue
        if answer.level is not None:
            worth = measure.by_level.get(answer.level)
        else:
            worth = measure.by_options(answer.options) if answer.options is not None and measure.by_options else None
        if worth is not None:
            found.append(ItemResult(item, worth.standing, answer, worth.level, worth.value))
        else:
            found.append(_unscored(item, answer))
    return tuple(found)


def _unscored(item: Item, answer: Answer) -> ItemResult:
    """Return how an item stands whose answer has no value."""
    if answer.status is None:
        return ItemResult(item, Standing.MET, answer, reached_level(item, answer))
    return ItemResult(item, _STATUS[answer.status], answer)


def _waiting(measure: ScoredItem, answer: Answer | None, state: Applies) -> ItemResult:
    """Return how an item stands whose condition decides."""
    item = measure.item
    if state is not Applies.BELOW:
        return ItemResult(item, _WAITING[state], answer, by_rule=True)
    if not item.scored:
        return ItemResult(item, Standing.NOT_APPLICABLE, answer, by_rule=True)
    lowest = measure.by_level[item.levels[0].id]
    return ItemResult(item, lowest.standing, answer, lowest.level, lowest.value, by_rule=True)


def dimension_score(measures: Sequence[ScoredItem], results: Sequence[ItemResult]) -> Score:
    """Return the score, range and coverage of a dimension from its measures and results (docs/method.md; A, S and E as there).

    Weights and values are summed up as whole numbers of a common part, which is exact and far quicker than fractions.
    """
    all_weight = scored_weight = elsewhere_weight = gained = 0
    for measure, result in zip(measures, results, strict=True):
        if not measure.weight or result.standing is Standing.NOT_APPLICABLE:
            continue
        all_weight += measure.weight
        if result.level is not None:
            scored_weight += measure.weight
            gained += measure.weight * measure.by_level[result.level.id].parts
        elif result.standing is Standing.ELSEWHERE:
            elsewhere_weight += measure.weight
    if not all_weight:
        return Score(None, None, None, None, Shown.NOTHING)
    parts = measures[0].parts
    here = all_weight - elsewhere_weight
    value = ratio(gained, parts * scored_weight) if scored_weight else None
    low = ratio(gained, parts * here) if here else None
    high = ratio(gained + parts * (here - scored_weight), parts * here) if here else None
    coverage = ratio(scored_weight + elsewhere_weight, all_weight)
    if not _enough(scored_weight + elsewhere_weight, all_weight):
        shown = Shown.TOO_FEW
    elif 2 * scored_weight < all_weight and elsewhere_weight:
        shown = Shown.MOSTLY_ELSEWHERE
    else:
        shown = Shown.NUMBER
    return Score(value, low, high, coverage, shown)


def total_score(dimensions: Sequence[DimensionResult]) -> Score:
    """Return the weighted means of the dimensions; the score over those with S ≠ ∅, the range over those with A∖E ≠ ∅."""
    weights, _ = credit_parts([d.dimension.weight for d in dimensions])
    scores = [d.score for d in dimensions]
    value = _mean(weights, [score.value for score in scores])
    low = _mean(weights, [score.low for score in scores])
    high = _mean(weights, [score.high for score in scores])
    coverage = _mean(weights, [score.coverage for score in scores])
    enough = coverage is not None and _enough(coverage.numerator, coverage.denominator)
    shown = Shown.NOTHING if value is None else Shown.NUMBER if enough else Shown.TOO_FEW
    return Score(value, low, high, coverage, shown)


def _enough(covered: int, everything: int) -> bool:
    return covered * ENOUGH.denominator >= everything * ENOUGH.numerator


def _mean(weights: Sequence[int], values: Sequence[Fraction | None]) -> Fraction | None:
    """Return the weighted mean of the values that there are; None where there is none."""
    gained, parts, weight = 0, 1, 0
    for own, value in zip(weights, values, strict=True):
        if value is not None:
            below = value.denominator
            gained = gained * below + own * value.numerator * parts
            parts *= below
            weight += own
    return Fraction(gained, parts * weight) if weight else None


def as_points(value: Fraction | None) -> int | None:
    """Return a share of one as points of 100, rounded half up.

    >>> as_points(Fraction(5, 8))
    63
    """
    return None if value is None else int(value * 100 + Fraction(1, 2))


def display(value: Fraction | None, dimensions: Sequence[DimensionResult]) -> int | None:
    """Return a score as shown: 0 to 100, rounded half up, 100 and 0 only where nothing at all is missing or there.

    ``dimensions`` are those the value is a mean of.

    >>> display(Fraction(2, 3), ())
    67
    """
    if value is None:
        return None
    rounded = int(value * 100 + Fraction(1, 2))
    if 0 < rounded < 100:  # noqa: PLR2004 - the ends of the scale
        return rounded
    results = [r for d in dimensions for r in d.items if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    if rounded and any(r.value != 1 for r in results):
        return 99
    if not rounded and any(r.value for r in results):
        return 1
    return rounded

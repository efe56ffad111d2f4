"""One profile held against one checklist: standings, scores, ranges and coverage (docs/method.md, One profile, one checklist)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from mo_check.errors import UnknownScore
from mo_check.model.answer import Answer, Status
from mo_check.model.answer_sheet import Plain, plain_fields
from mo_check.model.assessment import Assessment, DimensionResult, Outcome, Score, Shown
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile, Subject
from mo_check.model.standing import ScorePart, Standing
from mo_check.scoring.conditions import Applies, applies, reached_level
from mo_check.scoring.scoring_plan import PlannedDimension, PlannedItem, ScoringPlan, ratio, scoring_plan

ENOUGH = Fraction(65, 100)
"""Below this coverage a number is replaced by words; the threshold is ours."""
_OPEN = Outcome(Standing.OPEN)
_BY_RULE = {standing: Outcome(standing, by_rule=True) for standing in Standing}
_STATUS = {status: Outcome(status.standing) for status in Status}


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
    plan = scoring_plan(checklist, profile.respondent.perspective, profile.scope, score)
    answers = profile.answers(checklist.id)
    plain = plain_fields(answers)
    dimensions = tuple(_dimension(planned, plan, plain, answers, profile.subject) for planned in plan.dimensions)
    total = total_score(plan.weights, [d.score for d in dimensions])
    shown = display(total.value, dimensions)
    return Assessment(profile=profile, checklist=checklist, score=score, dimensions=dimensions, total=total, display=shown)


def _dimension(
    planned: PlannedDimension,
    plan: ScoringPlan,
    plain: Mapping[str, Plain],
    answers: Mapping[str, Answer],
    subject: Subject,
) -> DimensionResult:
    outcomes = [_outcome(one, plan, plain, subject) for one in planned.rules]
    score = dimension_score(planned.rules, outcomes, planned.parts)
    return DimensionResult(
        dimension=planned.dimension,
        in_scope=planned.items,
        scored=planned.scored,
        keys=planned.keys,
        outcomes=outcomes,
        answers=answers,
        score=score,
    )


def _outcome(one: PlannedItem, plan: ScoringPlan, plain: Mapping[str, Plain], subject: Subject) -> Outcome:
    """Return what an answer, or a condition instead of it, comes to."""
    if one.waits and (state := applies(one.item, plan.items, plain, subject)) is not Applies.YES:
        return _BY_RULE[state] if isinstance(state, Standing) else one.lowest
    fields = plain.get(one.id)
    if fields is None:
        return _OPEN
    if "level" in fields:
        found = one.by_level.get(fields["level"])
    else:
        found = one.by_options(fields["options"]) if one.by_options and "options" in fields else None
    if found is not None:
        return found
    if "status" in fields:
        return _STATUS[fields["status"]]
    return Outcome(Standing.MET, reached_level(one.item, fields))


def dimension_score(items: Sequence[PlannedItem], outcomes: Sequence[Outcome], parts: int) -> Score:
    """Return the score, range and coverage of a dimension from what its items come to (docs/method.md; A, S and E as there).

    Weights and values, ``parts`` of which make one, are summed up as whole numbers: exact, and far quicker than fractions.
    """
    all_weight = scored_weight = elsewhere_weight = gained = 0
    for one, outcome in zip(items, outcomes, strict=True):
        weight, standing = one.weight, outcome.standing
        if not weight or not standing.applies:
            continue
        all_weight += weight
        if outcome.level is not None:
            scored_weight += weight
            gained += weight * outcome.parts
        elif standing.part is ScorePart.COVERED:
            elsewhere_weight += weight
    if not all_weight:
        return Score(None, None, None, None, Shown.NOTHING)
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


def total_score(weights: Sequence[int], scores: Sequence[Score]) -> Score:
    """Return the weighted means of the dimensions; the score over those with S ≠ ∅, the range over those with A∖E ≠ ∅."""
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
    return ratio(gained, parts * weight) if weight else None


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
    outcomes = (d.outcomes[place] for d in dimensions for place in d.scored)
    values = [one.value for one in outcomes if one.standing.applies]
    if rounded and any(value != 1 for value in values):
        return 99
    if not rounded and any(values):
        return 1
    return rounded

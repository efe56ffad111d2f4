"""One profile held against one checklist: standings, scores, ranges and coverage (docs/method.md, One profile, one checklist)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

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
    total = total_score(plan.weights, [d.score for d in dimensions], blank_lowest=plan.blank_lowest)
    shown = display(total.value, dimensions)
    return Assessment(profile=profile, checklist=checklist, score=score, dimensions=dimensions, total=total, display=shown)


def _dimension(
    planned: PlannedDimension,
    plan: ScoringPlan,
    plain: Mapping[str, Plain],
    answers: Mapping[str, Answer],
    subject: Subject,
) -> DimensionResult:
    outcomes = _outcomes(planned.rules, plan, plain, subject)
    score = dimension_score(planned.rules, outcomes, planned.parts, blank_lowest=plan.blank_lowest)
    return DimensionResult(
        dimension=planned.dimension,
        in_scope=planned.items,
        scored=planned.scored,
        keys=planned.keys,
        outcomes=outcomes,
        answers=answers,
        score=score,
    )


def _outcomes(rules: Sequence[PlannedItem], plan: ScoringPlan, plain: Mapping[str, Plain], subject: Subject) -> list[Outcome]:
    """Return what each answer, or a condition instead of it, comes to."""
    found = []
    answered = plain.get
    for one in rules:
        if one.waits and (state := applies(one.item, plan.items, plain, subject)) is not Applies.YES:
            found.append(_BY_RULE[state] if isinstance(state, Standing) else one.lowest)
        elif (fields := answered(one.id)) is None:
            found.append(_OPEN)
        else:
            found.append(one.by_level.get(fields.get("level", "")) or _without_level(one, fields))
    return found


def _without_level(one: PlannedItem, fields: Plain) -> Outcome:
    """Return what an answer comes to that names no level by which its item is scored."""
    if one.by_options and "options" in fields:
        return one.by_options(fields["options"])
    if "status" in fields:
        return _STATUS[fields["status"]]
    return Outcome(Standing.MET, reached_level(one.item, fields))


def dimension_score(
    items: Sequence[PlannedItem], outcomes: Sequence[Outcome], parts: int, *, blank_lowest: bool = False
) -> Score:
    """Return the score, range and coverage of a dimension from what its items come to (docs/method.md; A, S, E and B as there).

    Weights and values, ``parts`` of which make one, are summed up as whole numbers: exact, and far quicker than fractions.
    """
    all_weight = scored_weight = elsewhere_weight = gained = blank_weight = blank_gained = least = most = 0
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
        else:
            least += weight * one.least
            most += weight * one.most
            if blank_lowest and standing is Standing.OPEN:
                blank_weight += weight
                blank_gained += weight * one.least
    sums = (all_weight, scored_weight, elsewhere_weight, blank_weight, gained, blank_gained, least, most)
    return _score(sums, parts, blank_lowest)


@lru_cache(maxsize=4096)
def _score(sums: tuple[int, ...], parts: int, blank_lowest: bool) -> Score:  # noqa: FBT001 - by place, for the cache is quicker
    """Return the score of these sums; the few weights of a dimension come to the same ones again and again.

    They are the weights of A, S, E and B, and what the items of S and B, and at least and at most those still open, bring.
    """
    everything, scored, elsewhere, blank, gained, blank_gained, least, most = sums
    if not everything:
        return Score(None, None, None, None, Shown.NOTHING)
    here, counted = everything - elsewhere, scored + blank
    value = ratio(gained + blank_gained, parts * counted) if counted else None
    low = ratio(gained + least, parts * here) if here else None
    high = ratio(gained + most, parts * here) if here else None
    covered = scored + elsewhere
    if not (blank_lowest and counted) and not _enough(covered, everything):
        shown = Shown.TOO_FEW
    elif 2 * counted < everything and elsewhere:
        shown = Shown.MOSTLY_ELSEWHERE
    else:
        shown = Shown.NUMBER
    return Score(value, low, high, ratio(covered, everything), shown)


def total_score(weights: Sequence[int], scores: Sequence[Score], *, blank_lowest: bool = False) -> Score:
    """Return the weighted means of the dimensions; the score over those with S ≠ ∅, the range over those with A∖E ≠ ∅."""
    value = _mean(weights, [score.value for score in scores])
    low = _mean(weights, [score.low for score in scores])
    high = _mean(weights, [score.high for score in scores])
    coverage = _mean(weights, [score.coverage for score in scores])
    enough = blank_lowest or (coverage is not None and _enough(coverage.numerator, coverage.denominator))
    shown = Shown.NOTHING if value is None else Shown.NUMBER if enough else Shown.TOO_FEW
    return Score(value, low, high, coverage, shown)


def _enough(covered: int, everything: int) -> bool:
    return covered * ENOUGH.denominator >= everything * ENOUGH.numerator


def _mean(weights: Sequence[int], values: Sequence[Fraction | None]) -> Fraction | None:
    """Return the weighted mean of the values that there are; None where there is none."""
    gained, parts, weight = 0, 1, 0
    for own, value in zip(weights, values, strict=True):
        if value is not None:
            above, below = value.as_integer_ratio()
            gained = gained * below + own * above * parts
            parts *= below
            weight += own
    return ratio(gained, parts * weight) if weight else None


def as_points(value: Fraction | None) -> int | None:
    """Return a share of one as points of 100, rounded half up.

    >>> as_points(Fraction(5, 8))
    63
    """
    if value is None:
        return None
    above, below = value.as_integer_ratio()
    return (200 * above + below) // (2 * below)


def display(value: Fraction | None, dimensions: Sequence[DimensionResult]) -> int | None:
    """Return a score as shown: 0 to 100, rounded half up, 100 and 0 only where nothing at all is missing or there.

    ``dimensions`` are those the value is a mean of.

    >>> display(Fraction(2, 3), ())
    67
    """
    rounded = as_points(value)
    if rounded is None or 0 < rounded < 100:  # noqa: PLR2004 - the ends of the scale
        return rounded
    outcomes = (d.outcomes[place] for d in dimensions for place in d.scored)
    values = [one.value for one in outcomes if one.standing.applies]
    if rounded and any(value != 1 for value in values):
        return 99
    if not rounded and any(values):
        return 1
    return rounded

"""How far a total depends on choices that could have been made otherwise (docs/method.md, Sensitivity)."""

from math import exp, log
from random import Random

from mo_check.model.assessment import Assessment
from mo_check.model.results import Influence, Sensitivity
from mo_check.scoring.assessing import dimension_score, total_score
from mo_check.scoring.scoring_plan import scoring_plan

SEED = 20200101
DRAWS = 1000
STRONGEST = 3


def sensitivity(assessment: Assessment) -> Sensitivity | None:
    """Return the band of the total under drawn weights, the geometric total and the strongest items; None without a score.

    Band: 5th to 95th percentile, by linear interpolation, of the arithmetic mean under 1,000 draws of W_d·u_d with u_d
    uniform on [0.5, 1.5]. Geometric: exp(Σ W_d ln max(score_d, 1/100) / Σ W_d). All from 0 to 1.
    """
    scored = [(float(d.dimension.weight), float(d.score.value)) for d in assessment.dimensions if d.score.value is not None]
    if not scored:
        return None
    random = Random(SEED)  # noqa: S311 - a fixed seed for a reproducible figure, not a secret
    totals = sorted(_drawn(scored, random) for _ in range(DRAWS))
    weights = sum(weight for weight, _ in scored)
    geometric = exp(sum(weight * log(max(score, 0.01)) for weight, score in scored) / weights)
    return Sensitivity(
        low=percentile(totals, 0.05), high=percentile(totals, 0.95), geometric=geometric, influences=_influences(assessment)
    )


def _drawn(scored: list[tuple[float, float]], random: Random) -> float:
    drawn = [(weight * random.uniform(0.5, 1.5), score) for weight, score in scored]
    return sum(weight * score for weight, score in drawn) / sum(weight for weight, _ in drawn)


def percentile(ordered: list[float], share: float) -> float:
    """Return a percentile of ordered numbers by linear interpolation; ``share`` from 0 to 1.

    >>> percentile([10.0, 20.0, 40.0], 0.75)
    30.0
    """
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _influences(assessment: Assessment) -> tuple[Influence, ...]:
    """Return the three items whose leaving out moves the total most; everything else stands as it was."""
    found = []
    profile = assessment.profile
    plan = scoring_plan(assessment.checklist, profile.respondent.perspective, profile.scope, assessment.score)
    scores = [d.score for d in assessment.dimensions]
    for place, (dimension, planned) in enumerate(zip(assessment.dimensions, plan.dimensions, strict=True)):
        for left_out, (item, outcome) in enumerate(zip(dimension.in_scope, dimension.outcomes, strict=True)):
            if outcome.value is None:
                continue
            rest = [one for n, one in enumerate(dimension.outcomes) if n != left_out]
            others = planned.rules[:left_out] + planned.rules[left_out + 1 :]
            changed = dimension_score(others, rest, planned.parts, blank_lowest=plan.blank_lowest)
            without = total_score(plan.weights, [*scores[:place], changed, *scores[place + 1 :]]).value
            if without is not None and without != assessment.total.value:
                found.append(Influence(item=item, change=100 * (without - (assessment.total.value or 0))))
    return tuple(sorted(found, key=lambda influence: -abs(influence.change))[:STRONGEST])

"""Where an assessment stands in each of its groups of a benchmark, as JSON."""

from typing import Any

from mo_check.many.pure.aggregate import TOTAL
from mo_check.many.pure.benchmark import Benchmark, BenchmarkGroup
from mo_check.many.pure.benchmarks import own_groups, quartiles
from mo_check.model.assessment import Assessment, Shown
from mo_check.report.report_json import number
from mo_check.scoring.assessing import display


def benchmark_rank_json(assessment: Assessment, benchmark: Benchmark) -> list[dict[str, Any]]:
    """Return, for each group, the quartiles of its measures in points and the place of this profile.

    Nothing where the benchmark has no groups for it, and for a quick check, which does not compare.
    """
    perspective = assessment.profile.respondent.perspective
    checklist = assessment.checklist
    distribution = benchmark.of(checklist.id, checklist.written_score(assessment.score), perspective)
    if distribution is None or assessment.profile.scope == "quick":
        return []
    points = {d.dimension.id: display(d.score.value, [d]) for d in assessment.dimensions if d.score.shown is Shown.NUMBER}
    if assessment.total.shown is Shown.NUMBER:
        points[TOTAL] = assessment.display
    return [_group(group, points) for group in own_groups(distribution, assessment.profile.subject)]


def _group(group: BenchmarkGroup, points: dict[str, int | None]) -> dict[str, Any]:
    measures = []
    for measure in group.measures:
        held, own = quartiles(measure.bands), points.get(measure.id)
        if held is not None:
            numbers = {"lower": number(held.lower), "median": number(held.median), "upper": number(held.upper)}
            place = held.place(own).value if own is not None else None
            measures.append({"id": measure.id, "points": own} | numbers | {"place": place})
    split = group.split.value if group.split else None
    return {"split": split, "value": group.value, "profiles": group.profiles, "measures": measures}

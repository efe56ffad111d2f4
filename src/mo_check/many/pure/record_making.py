"""Assessments as records: what a table of many profiles holds of each."""

from collections.abc import Iterator
from typing import Any

from mo_check.many.pure.records import ITEMS_FORMAT, RESULTS_FORMAT, DimensionRecord, ItemRecord, ResultRecord
from mo_check.model.assessment import Assessment, is_low, is_unclear
from mo_check.model.results import Sensitivity
from mo_check.scoring.sensitivity import sensitivity

OK, FAILED = "ok", "failed"


def result_record(file: str, assessment: Assessment, *, with_sensitivity: bool = False) -> ResultRecord:
    """Return the record of an assessment."""
    profile, total = assessment.profile, assessment.total
    subject, respondent = profile.subject, profile.respondent
    day = profile.answered_on(assessment.checklist.id)
    weakest = assessment.weakest if profile.scope == "full" else None
    standings: dict[str, Any] = {standing.value: number for standing, number in assessment.standings().items()}
    moved: Sensitivity | None = sensitivity(assessment) if with_sensitivity else None
    return ResultRecord(
        format=RESULTS_FORMAT,
        file=file,
        status=OK,
        name=subject.name,
        kind=subject.kind.value if subject.kind else None,
        land=subject.land.value if subject.land else None,
        population=subject.population,
        ags=subject.ags,
        perspective=respondent.perspective.value,
        respondent=respondent.label,
        scope=profile.scope,
        checklist=assessment.checklist.id,
        version=assessment.checklist.version,
        score=assessment.checklist.written_score(assessment.score),
        answered_on=day.isoformat() if day else None,
        total=total.value,
        low=total.low,
        high=total.high,
        coverage=total.coverage,
        shown=total.shown.value,
        display=assessment.display,
        weakest=weakest.dimension.id if weakest else None,
        **standings,
        bottlenecks=assessment.key_ids(is_low),
        unclear=assessment.key_ids(is_unclear),
        band_low=moved.low if moved else None,
        band_high=moved.high if moved else None,
        geometric=moved.geometric if moved else None,
        dimensions=tuple(DimensionRecord(d.dimension.id, *d.score[:4], d.score.shown.value) for d in assessment.dimensions),
    )


def item_records(file: str, assessment: Assessment) -> Iterator[ItemRecord]:
    """Yield a record for every item in scope."""
    profile, checklist = assessment.profile, assessment.checklist
    score = checklist.written_score(assessment.score)
    subject, respondent = profile.subject, profile.respondent
    for dimension in assessment.dimensions:
        for result in dimension.items:
            yield ItemRecord(
                format=ITEMS_FORMAT,
                file=file,
                status=OK,
                name=subject.name,
                kind=subject.kind.value if subject.kind else None,
                land=subject.land.value if subject.land else None,
                population=subject.population,
                ags=subject.ags,
                perspective=respondent.perspective.value,
                respondent=respondent.label,
                scope=profile.scope,
                checklist=checklist.id,
                version=checklist.version,
                score=score,
                dimension=dimension.dimension.id,
                item=result.item.id,
                answer=str(result.answer.given.tag) if result.answer else None,
                level=result.level.id if result.level else None,
                options=result.answer.options if result.answer else None,
                value=result.value,
                standing=result.standing.value,
                weight=result.item.weight if result.item.scored else None,
                by_rule=result.by_rule,
            )

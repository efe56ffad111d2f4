"""Comparisons as JSON: deterministic, versioned, numbers to six places; straight from scoring.

Labels are not written: a profile is known by its file. Of a side that hides its people there is nothing but what
docs/method.md, Anonymity and disclosure control, allows, and not even how its profiles stand one by one.
"""

import json
from collections.abc import Iterable
from typing import Any

from mo_check.compare.pure.agreement import Alpha, alpha, consensus, equal_share, van_der_eijk
from mo_check.compare.pure.certainty import ranks
from mo_check.compare.pure.comparing import ComparedProfile, Comparison, GivenFile, GroupScore, ScoreRow, score_rows
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.over_time import changed_items, total_change
from mo_check.compare.pure.peers import common_gaps, peer_pairs
from mo_check.compare.pure.side_answers import SideAnswers, share_word
from mo_check.compare.pure.side_differences import DifferenceRow, difference_rows
from mo_check.compare.pure.sides import ComparedItem, ratings
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.disclosure_control import LEAST
from mo_check.model.item import Perspective
from mo_check.report.report_json import number

FORMAT = "mo-check/comparisons/2"


def comparisons_json(comparisons: Iterable[Comparison], *, rank: bool = False) -> str:
    """Return comparisons as JSON text, one for every score of every checklist."""
    held = {"format": FORMAT, "comparisons": [_comparison(one, rank=rank) for one in comparisons]}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def _comparison(comparison: Comparison, *, rank: bool) -> dict[str, Any]:
    checklist = comparison.checklist
    score = checklist.written_score(comparison.score)
    found: dict[str, Any] = {
        "as": comparison.mode.value,
        "checklist": {"id": checklist.id, "version": checklist.version, "score": score},
        "profiles": [_profile(one) for one in comparison.open],
        "files": [_file(one) for one in comparison.files if one.side not in comparison.hiding],
        "left_out": [{"item": item.id, "reason": reason.value} for item, reason in comparison.left_out],
    }
    match comparison.mode:
        case ComparisonMode.PERSPECTIVES:
            return found | _perspectives(comparison)
        case ComparisonMode.TIME:
            return found | _over_time(comparison)
        case ComparisonMode.PEERS:
            return found | _peers(comparison, rank=rank)


def _profile(one: ComparedProfile) -> dict[str, Any]:
    return {
        "file": one.file,
        "subject": one.profile.subject.name,
        "perspective": one.profile.respondent.perspective.value,
        "scope": one.profile.scope,
        "answered_on": one.day.isoformat() if one.day else None,
    }


def _file(one: GivenFile) -> dict[str, Any]:
    """Return what became of a file that was given."""
    fate = one.voiced.fate.value if one.voiced else "no_answers"
    return {"file": one.file, "perspective": one.side.value, "fate": fate, "beside": one.beside}


def _perspectives(comparison: Comparison) -> dict[str, Any]:
    items = comparison.items
    return {
        "sides": [_side(side, held, comparison) for side, held in comparison.sides.items()],
        "differences": [_differences(row) for row in difference_rows(items)],
        "items": [_item(one) for one in items],
    }


def _side(side: Perspective, held: list[Assessment], comparison: Comparison) -> dict[str, Any]:
    hidden = side in comparison.hiding
    found = None if hidden or len(held) - comparison.doubtful.get(side, 0) < LEAST else alpha(ratings(held))
    return {"side": side.value, "respondents": len(held), "anonymous": hidden, "alpha": _alpha(found)}


def _alpha(found: Alpha | None) -> dict[str, Any] | None:
    return None if found is None else {"value": number(found.value), "low": number(found.low), "high": number(found.high)}


def _differences(row: DifferenceRow) -> dict[str, Any]:
    """Return how far the sides lie apart, every pair over the items on which it is alike."""
    return {
        "id": row.dimension.id if row.dimension else None,
        "pairs": [
            {
                "higher": pair.higher.value,
                "lower": pair.lower.value,
                "difference": number(pair.difference),
                "higher_mean": number(pair.high),
                "lower_mean": number(pair.low),
                "items": pair.items,
            }
            for pair in row.pairs
        ],
    }


def _row(row: ScoreRow, names: list[str]) -> dict[str, Any]:
    return {
        "id": row.dimension.id if row.dimension else None,
        "difference": number(row.difference),
        "groups": [{"of": name} | _group(group) for name, group in zip(names, row.groups, strict=True)],
    }


def _group(group: GroupScore) -> dict[str, Any]:
    values = (group.value, group.share_met, group.lowest, group.highest, group.low, group.high, group.coverage)
    names = ("median", "share_met", "lowest", "highest", "low", "high", "coverage")
    return {name: number(value) for name, value in zip(names, values, strict=True)}


def _item(one: ComparedItem) -> dict[str, Any]:
    gap = one.gap
    return {
        "id": one.item.id,
        "type": one.type.value if one.type else None,
        "concerned": [side.value for side in one.concerned],
        "gap": number(gap.gap) if gap else None,
        "higher": [side.value for side in gap.higher] if gap else [],
        "lower": [side.value for side in gap.lower] if gap else [],
        "cost": number(one.cost),
        "sides": [_answers(answers) for answers in one.sides],
    }


def _answers(answers: SideAnswers) -> dict[str, Any]:
    """Return what a side answered, by ids and in its own words; a share of a hidden side in words only."""
    of = {"side": answers.side.value, "about": answers.about.value, "levels_differ": answers.item.levels_differ}
    if answers.hidden:
        return of | {"shown": False}
    middle = of | {"middle": [{"level": level.id, "label": level.label} for level in answers.middle]}
    if not answers.counts:
        word = None if answers.share_met is None else share_word(answers.share_met).value
        return middle | {"share_met": word}
    counts = answers.counts
    told: dict[str, Any] = {
        "median": number(answers.median),
        "share_met": number(answers.share_met),
        "counts": list(counts),
        "without": answers.waiting,
        "unknown": answers.unknown,
        "away": answers.away,
        "spread": number(answers.spread),
        "equal": number(equal_share(counts)),
    }
    if answers.scored - answers.doubtful >= LEAST:
        told |= {"consensus": number(consensus(counts)), "van_der_eijk": number(van_der_eijk(counts))}
    return middle | told


def _over_time(comparison: Comparison) -> dict[str, Any]:
    first, last = comparison.compared[0].assessment, comparison.compared[-1].assessment
    moved = total_change(first, last)
    changes = changed_items(first, last)
    ranked = comparison.ranked
    rows = score_rows(comparison, {n: [one.assessment] for n, one in enumerate(ranked)})
    return {
        "progress": {
            "items": moved.items,
            "before": number(moved.before),
            "after": number(moved.after),
            "share_of_draws_higher": number(moved.share),
            "claim": moved.claim.value,
        },
        "dimensions": [_row(row, [one.file for one in ranked]) for row in rows],
        "changes": [{"item": c.item.id, "direction": c.direction.value, "difference": number(c.difference)} for c in changes],
    }


def _peers(comparison: Comparison, *, rank: bool) -> dict[str, Any]:
    ranked = comparison.ranked
    names = [one.file for one in ranked]
    assessments = [one.assessment for one in ranked]
    rows = score_rows(comparison, {n: [one] for n, one in enumerate(assessments)})
    found: dict[str, Any] = {
        "dimensions": [_row(row, names) for row in rows],
        "pairs": [
            {
                "one": names[pair.one],
                "other": names[pair.other],
                "one_shows": [lead.dimension.id for lead in pair.given],
                "other_shows": [lead.dimension.id for lead in pair.taken],
            }
            for pair in peer_pairs(assessments)
        ],
        "common_gaps": [
            {"item": gap.item.id, "missing": gap.missing, "answered": gap.answered, "cost": number(gap.cost)}
            for gap in common_gaps([one.assessment for one in comparison.compared])
        ],
    }
    if rank:
        counted = [one for one in ranked if one.assessment.total.shown is Shown.NUMBER]
        places = ranks([one.assessment for one in counted])
        found["ranks"] = [
            {"file": one.file, "rank": place.place, "best": place.best, "worst": place.worst}
            for one, place in zip(counted, places, strict=True)
        ]
    return found

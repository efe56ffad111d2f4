"""What to do next: one proposal a step, in the order in which they are worth starting (docs/method.md, Gaps and steps)."""

from collections.abc import Mapping

from mo_check.model.assessment import Assessment
from mo_check.model.item import GapBand, Item, Perspective, Step
from mo_check.model.results import Gap, Proposal
from mo_check.scoring.gaps import gaps

UNSAID = 2
"""The effort or effect, of one to three, of a step that does not say it: neither before nor behind those that do."""


def proposals(assessment: Assessment, taken_by: Perspective | None = None) -> tuple[Proposal, ...]:
    """Return the steps for all gaps, the best first: those of the own side, or of the one that they are ``taken_by``.

    Order: items not yet met before those to be polished; then key items; then steps whose needs are there; then by effect, by
    effort (what a step does not say counts as the middle), and by what the gaps cost. A step that several items share stands
    once, with all of its gaps.
    """
    shared: dict[str, list[Gap]] = {}
    steps: dict[str, Step | str] = {}
    for gap in gaps(assessment):
        step = _steps(gap, assessment, taken_by).get(gap.band)
        if step is not None:
            step_id = step if isinstance(step, str) else f"{gap.result.item.id}.{gap.band.value}"
            steps.setdefault(step_id, step)
            shared.setdefault(step_id, []).append(gap)
    return tuple(sorted((_proposal(i, steps[i], found, assessment) for i, found in shared.items()), key=_order))


def _steps(gap: Gap, assessment: Assessment, taken_by: Perspective | None) -> Mapping[GapBand, Step | str]:
    """Return the steps of an item by what is missing, as a side can take them."""
    item = gap.result.item
    if taken_by is None:
        return item.steps
    whole = assessment.checklist.item(item.id)
    wording = whole.wording(taken_by) if whole else None
    return wording.steps if wording else {}


def _proposal(step_id: str, held: Step | str, found: list[Gap], assessment: Assessment) -> Proposal:
    step = assessment.checklist.step(held)
    waits_for = tuple(item for need in step.needs if (item := _missing(need, assessment)) is not None)
    quick_win = step.effort == 1 and (step.effect or 0) > 1 and not waits_for
    return Proposal(id=step_id, step=step, gaps=tuple(found), waits_for=waits_for, quick_win=quick_win)


def _missing(item_id: str, assessment: Assessment) -> Item | None:
    """Return the needed item if it is asked here and not met."""
    result = assessment.item(item_id)
    return result.item if result and result.standing.missing else None


def _order(proposal: Proposal) -> tuple[object, ...]:
    results = [gap.result for gap in proposal.gaps]
    return (
        not any(r.standing.missing for r in results),
        not any(r.item.is_key for r in results),
        bool(proposal.waits_for),
        -(proposal.step.effect or UNSAID),
        proposal.step.effort or UNSAID,
        -proposal.cost,
    )

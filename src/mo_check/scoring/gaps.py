"""What is missing: gaps with their cost, and the questions whose answers the range hangs on (docs/method.md, Gaps and steps)."""

from fractions import Fraction

from mo_check.model.assessment import Assessment
from mo_check.model.item import GapBand
from mo_check.model.results import FindOut, Gap


def gaps(assessment: Assessment) -> tuple[Gap, ...]:
    """Return every item below 1, the costliest first.

    The cost in points is 100 · (W_d / Σ W) · (w_i / Σ_S w) · (1 - v_i), over the dimensions with something scored; the
    costs sum to 100 - total.

    >>> from pathlib import Path
    >>> from mo_check import assess, load_profile
    >>> loaded = load_profile(Path("profiles/small-town.yaml"))
    >>> (found,) = assess(loaded.checklists[0].checklist, loaded.profile)
    >>> sum(gap.cost for gap in gaps(found)) == 100 - 100 * found.total.value
    True
    """
    counted = [d for d in assessment.dimensions if d.score.value is not None]
    all_dimensions = sum((d.dimension.weight for d in counted), Fraction(0))
    found = []
    for d in counted:
        all_items = sum((r.item.weight for r in d.items if r.value is not None), Fraction(0))
        for r in d.items:
            if r.value is not None and r.value < 1:
                share = (d.dimension.weight / all_dimensions) * (r.item.weight / all_items)
                band = GapBand.PARTIAL if r.value else GapBand.UNMET
                found.append(Gap(result=r, dimension=d.dimension, band=band, cost=100 * share * (1 - r.value)))
    return tuple(sorted(found, key=lambda gap: -gap.cost))


def find_out(assessment: Assessment) -> tuple[FindOut, ...]:
    """Return the items that are unknown or open, those first on which most of the total's range hangs.

    The swing in points is 100 · (W_d / Σ W) · (w_i / Σ_{A∖E} w), over the dimensions with A∖E ≠ ∅.
    """
    ranged = [d for d in assessment.dimensions if d.score.low is not None]
    all_dimensions = sum((d.dimension.weight for d in ranged), Fraction(0))
    found = []
    for d in ranged:
        here = sum((r.item.weight for r in d.items if r.item.scored and not r.standing.away), Fraction(0))
        found += [
            FindOut(result=r, swing=100 * (d.dimension.weight / all_dimensions) * (r.item.weight / here))
            for r in d.items
            if r.item.scored and r.standing.waiting
        ]
    return tuple(sorted(found, key=lambda one: -one.swing))

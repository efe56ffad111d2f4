"""What is missing: gaps with their cost, and the questions whose answers the range hangs on (docs/method.md, Gaps and steps)."""

from fractions import Fraction

from mo_check.model.assessment import Assessment, DimensionResult, ItemResult
from mo_check.model.item import GapBand
from mo_check.model.results import FindOut, Gap
from mo_check.model.standing import Standing


def gaps(assessment: Assessment) -> tuple[Gap, ...]:
    """Return every item below its highest level, the costliest first.

    The cost in points is 100 · (W_d / Σ W) · (w_i / Σ_S w) · (1 - v_i), over the dimensions with something scored, with what
    the highest level is worth in place of 1 where that is less; where it is 1, the costs sum to 100 - total. Where blanks
    count as the lowest level, their weights count in Σ_S w.

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
        all_items = counted_weight(d, blank_lowest=assessment.checklist.blank == "lowest")
        for r in d.items:
            if r.value is not None and r.value < r.item.most:
                share = (d.dimension.weight / all_dimensions) * (r.item.weight / all_items)
                band = GapBand.PARTIAL if r.value > r.item.least else GapBand.UNMET
                found.append(Gap(result=r, dimension=d.dimension, band=band, cost=100 * share * (r.item.most - r.value)))
    return tuple(sorted(found, key=lambda gap: -gap.cost))


def counted_weight(result: DimensionResult, *, blank_lowest: bool) -> Fraction:
    """Return the weights of the items that a score of a dimension is the mean of: scored ones, and blanks that count."""
    counted = (r for r in result.items if r.value is not None or (blank_lowest and is_blank(r)))
    return sum((r.item.weight for r in counted), Fraction(0))


def is_blank(result: ItemResult) -> bool:
    """Tell whether a scored item is open, and so counts as its lowest level where blanks do."""
    return result.item.scored and result.standing is Standing.OPEN


def find_out(assessment: Assessment) -> tuple[FindOut, ...]:
    """Return the items that are unknown or open, those first on which most of the total's range hangs.

    The swing in points is 100 · (W_d / Σ W) · (w_i / Σ_{A∖E} w), over the dimensions with A∖E ≠ ∅, times how far apart the
    ends of its levels lie where that is not 1.
    """
    ranged = [d for d in assessment.dimensions if d.score.low is not None]
    all_dimensions = sum((d.dimension.weight for d in ranged), Fraction(0))
    found = []
    for d in ranged:
        here = sum((r.item.weight for r in d.items if r.item.scored and not r.standing.away), Fraction(0))
        found += [
            FindOut(
                result=r,
                swing=100 * (d.dimension.weight / all_dimensions) * (r.item.weight / here) * (r.item.most - r.item.least),
            )
            for r in d.items
            if r.item.scored and r.standing.waiting
        ]
    return tuple(sorted(found, key=lambda one: -one.swing))

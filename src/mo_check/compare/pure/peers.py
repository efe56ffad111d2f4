"""What several municipalities can do together: who is strong where another is weak, and which gaps they share."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from mo_check.compare.pure.sides import mean
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.checklist import Dimension
from mo_check.model.item import MET, Item
from mo_check.scoring.gaps import gaps

APART = Fraction(1, 3)
"""So much lower must a dimension be before one peer can learn from another there."""


class PeerLead(NamedTuple):
    """A dimension in which ``strong`` has what ``weak`` lacks; both are places in the order of the profiles."""

    dimension: Dimension
    strong: int
    weak: int
    high: Fraction
    low: Fraction


class PeerPair(NamedTuple):
    """Two peers that could learn from each other: what the first can give the second, and the other way round."""

    one: int
    other: int
    given: tuple[PeerLead, ...]
    taken: tuple[PeerLead, ...]

    @property
    def mutual(self) -> bool:
        """Whether both have something to give."""
        return bool(self.given and self.taken)


class CommonGap(NamedTuple):
    """An item that ``missing`` of the ``answered`` peers have not met, at least half; ``cost`` is the mean in points."""

    item: Item
    dimension: Dimension
    missing: int
    answered: int
    cost: Fraction


def peer_pairs(assessments: Sequence[Assessment]) -> tuple[PeerPair, ...]:
    """Return the pairs of peers with something to learn, mutual ones first, then by how much."""
    found = []
    for one, other in combinations(range(len(assessments)), 2):
        pair = PeerPair(one, other, _leads(assessments, one, other), _leads(assessments, other, one))
        if pair.given or pair.taken:
            found.append(pair)
    return tuple(sorted(found, key=lambda p: (not p.mutual, -sum(lead.high - lead.low for lead in (*p.given, *p.taken)))))


def _leads(assessments: Sequence[Assessment], strong: int, weak: int) -> tuple[PeerLead, ...]:
    """Return the dimensions that one has met and another lacks by a third or more, the widest first."""
    lower = _values(assessments[weak])
    found = []
    for dimension, high in _values(assessments[strong]).values():
        low = lower.get(dimension.id, (dimension, None))[1]
        if low is not None and high >= MET > low and high - low >= APART:
            found.append(PeerLead(dimension, strong, weak, high, low))
    return tuple(sorted(found, key=lambda lead: lead.low - lead.high))


def _values(assessment: Assessment) -> dict[str, tuple[Dimension, Fraction]]:
    return {
        d.dimension.id: (d.dimension, d.score.value)
        for d in assessment.dimensions
        if d.score.shown is Shown.NUMBER and d.score.value is not None
    }


def common_gaps(assessments: Sequence[Assessment]) -> tuple[CommonGap, ...]:
    """Return the items that at least two and half of those who answered have not met, the most common and costliest first."""
    costs = [{gap.result.item.id: gap.cost for gap in gaps(assessment)} for assessment in assessments]
    found = []
    for dimension in assessments[0].checklist.dimensions:
        for item in dimension.items:
            results = [r for a in assessments if (r := a.item(item.id)) is not None and r.value is not None]
            missing = sum(1 for r in results if r.standing.missing)
            if missing > 1 and 2 * missing >= len(results):
                cost = mean([held.get(item.id, Fraction(0)) for held in costs])
                found.append(CommonGap(item, dimension, missing, len(results), cost))
    return tuple(sorted(found, key=lambda gap: (-Fraction(gap.missing, gap.answered), -gap.cost)))

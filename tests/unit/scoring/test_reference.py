"""What assess gives is what docs/method.md says, read by a plain implementation of its own, on random checklists and profiles."""

from collections.abc import Iterator
from random import Random

import pytest

from drawn_trees import Tree, drawn_checklist, drawn_profile
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile
from mo_check.scoring.assessing import assess
from mo_check.scoring.gaps import find_out, gaps
from reference_scoring import Numbers, Reached, Reference, reference

CHECKLISTS, PROFILES = 200, 25
"""So many checklists are tried in full, with so many profiles each: 5,000 profiles."""


def told(found: Assessment) -> Reference:
    """Return what an assessment says in the words of the reference."""
    return Reference(
        {d.dimension.id: Numbers(*d.score[:4], d.score.shown.value) for d in found.dimensions},
        Numbers(*found.total[:4], found.total.shown.value),
        found.display,
        found.weakest.dimension.id if found.weakest else None,
        {r.item.id: Reached(r.standing.value, r.value, r.by_rule) for r in found.items()},
        {gap.result.item.id: gap.cost for gap in gaps(found)},
        {one.result.item.id: one.swing for one in find_out(found)},
        [r.item.id for r in found.bottlenecks],
        [r.item.id for r in found.unclear],
    )


def cases(checklists: int, profiles: int) -> Iterator[tuple[Tree, Tree]]:
    """Yield checklists with profiles, the same every time."""
    for seed in range(checklists):
        chance = Random(seed)  # noqa: S311 - cases to try, no secret
        held = drawn_checklist(chance)
        for _ in range(profiles):
            yield held, drawn_profile(held, chance)


def differences(checklists: int, profiles: int) -> tuple[int, list[object]]:
    """Return how many profiles were tried, and where the two differ."""
    tried, found, read = 0, [], (None, None)
    for held, given in cases(checklists, profiles):
        if read[0] is not held:
            read = held, Checklist.model_validate(held)
        checklist, profile = read[1], Profile.model_validate(given)
        tried += 1
        found += [
            (held, given, one.score) for one in assess(checklist, profile) if told(one) != reference(held, given, one.score)
        ]
    return tried, found


def test_assessments_are_the_reference() -> None:
    """Total, range, coverage, dimensions, standings, costs and swings, on some of the cases."""
    assert differences(40, 6) == (240, [])


@pytest.mark.slow
def test_five_thousand_assessments_are_the_reference() -> None:
    """The same on all of them."""
    assert differences(CHECKLISTS, PROFILES) == (5000, [])

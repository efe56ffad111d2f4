"""A scoring plan as JSON is enough for another program to score with."""

import json
from random import Random

import pytest

from drawn_trees import drawn_checklist, drawn_profile
from mo_check.files.library import load_checklist
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.scoring.assessing import assess
from mo_check.scoring.plan_json import PLAN_FORMAT, plan_json
from plan_evaluator import Evaluated
from reference_scoring import Numbers, Reached


def differences(checklists: int, profiles: int) -> tuple[int, list[object]]:
    """Return how many profiles were tried, and where what the JSON comes to is not what assess gives."""
    tried, wrong = 0, []
    for seed in range(checklists):
        chance = Random(seed)  # noqa: S311 - cases to try, no secret
        tree = drawn_checklist(chance)
        checklist = Checklist.model_validate(tree)
        for _ in range(profiles):
            given = drawn_profile(tree, chance)
            profile = Profile.model_validate(given)
            answers = given["checklists"].get("probe", {"answers": {}})["answers"]
            tried += 1
            for found in assess(checklist, profile):
                plan = json.loads(plan_json(checklist, profile.respondent.perspective, profile.scope, found.score))
                own = Evaluated(plan, given["subject"], answers)
                same = (
                    own.total == Numbers(*found.total[:4], found.total.shown.value),
                    own.points == found.display,
                    own.dimensions == {d.dimension.id: Numbers(*d.score[:4], d.score.shown.value) for d in found.dimensions},
                    own.items == {r.item.id: Reached(r.standing.value, r.value, r.by_rule) for r in found.items()},
                    own.bottlenecks == [r.item.id for r in found.bottlenecks],
                    own.unclear == [r.item.id for r in found.unclear],
                )
                wrong += [(seed, given, same)] if not all(same) else []
    return tried, wrong


def test_the_json_scores_as_we_do() -> None:
    """Numbers, standings, points and key items of random profiles, some of the cases."""
    assert differences(30, 5) == (150, [])


@pytest.mark.slow
def test_the_json_scores_five_thousand_profiles_as_we_do() -> None:
    """The same on all of them."""
    assert differences(200, 25) == (5000, [])


@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_the_json_of_shipped_checklists_holds_whole_numbers_and_no_words(name: str) -> None:
    """It is the same text every time, without fractions, and says nothing of what a question reads."""
    checklist = load_checklist(name).checklist
    for score in checklist.scores:
        text = plan_json(checklist, Perspective.MUNICIPALITY, "full", score)
        assert text == plan_json(checklist.model_copy(), Perspective.MUNICIPALITY, "full", score)
        held = json.loads(text, parse_float=pytest.fail)
        assert held["format"] == PLAN_FORMAT
        assert [item for item in checklist.items() if item.question in text] == []

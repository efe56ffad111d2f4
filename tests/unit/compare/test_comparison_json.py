"""Comparisons as JSON: deterministic, numbers to six places, and no label of anybody."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from builders import Given, checklist, common, compared, dimension, for_all, item, profile, side
from mo_check.compare.comparison_json import comparisons_json
from mo_check.compare.pure.comparing import GivenFile
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.voices import FileFate, Voiced

CITY, CLUBS = "municipality", "migrant_organisation"
ONE = checklist(common("d.a"))
SIDES = [*side(CITY, {"d.a": "full"}), *side(CLUBS, {"d.a": "none"}, {"d.a": "some"}, {"d.a": "unknown"})]


def read(profiles: Sequence[Profile], mode: str = "perspectives", *, rank: bool = False) -> dict[str, Any]:
    """Return the only comparison that was written."""
    held = json.loads(comparisons_json([compared(ONE, profiles, mode)], rank=rank))
    assert held["format"] == "mo-check/comparisons/2"
    (one,) = held["comparisons"]
    assert one["as"] == mode
    found: dict[str, Any] = one
    return found


def test_profiles_are_known_by_their_files() -> None:
    """Subject, perspective, scope and day stand beside; the label of who answered does not."""
    found = read(SIDES)
    assert found["profiles"][1] == {
        "file": "2.yaml",
        "subject": "Musterstadt",
        "perspective": CLUBS,
        "scope": "full",
        "answered_on": None,
    }
    assert f"{CLUBS} 1" not in json.dumps(found)


def test_an_item_has_its_type_and_the_answers_of_each_side() -> None:
    """What was worked out by hand: medians 1 and 1/6, a gap of 5/6; cost (0 + (100 + 66.67 + 0)/3) / 2."""
    (item,) = read(SIDES)["items"]
    assert {key: item[key] for key in ("id", "type", "gap", "higher", "lower", "cost")} == {
        "id": "d.a",
        "type": "perception_gap",
        "gap": 0.833333,
        "higher": [CITY],
        "lower": [CLUBS],
        "cost": 27.777778,
    }
    assert item["sides"][1] == {
        "side": CLUBS,
        "about": CITY,
        "levels_differ": False,
        "middle": [{"level": "none", "label": "none"}, {"level": "some", "label": "some"}],
        "median": 0.166667,
        "share_met": 0.0,
        "counts": [1, 1, 0, 0],
        "without": 1,
        "unknown": 1,
        "away": 0,
        "spread": 0.333333,
        "equal": 0.5,
    }


@pytest.mark.parametrize(("number", "told"), [(4, False), (5, True)], ids=["four", "five"])
def test_measures_of_agreement_need_five_answers(number: int, *, told: bool) -> None:
    """Consensus and van der Eijk's A by item, Krippendorff's α by side."""
    levels = ("none", "some", "some", "good", "full")
    found = read([*side(CITY, {"d.a": "full"}), *side(CLUBS, *({"d.a": level} for level in levels[:number]))])
    answers = found["items"][0]["sides"][1]
    assert ("consensus" in answers, "van_der_eijk" in answers) == (told, told)
    assert (next(one for one in found["sides"] if one["side"] == CLUBS)["alpha"] is not None) is told


def test_over_time_holds_progress_and_changes() -> None:
    """How many items, before and after, the claim; and what changed."""
    found = read([profile({"d.a": "some"}), profile({"d.a": "full"})], "time")
    assert {key: found["progress"][key] for key in ("items", "before", "after")} == {"items": 1, "before": 0.333333, "after": 1.0}
    assert found["progress"]["claim"] in {"higher", "unsure"}
    assert found["changes"] == [{"item": "d.a", "direction": "rose", "difference": 0.666667}]
    assert [group["of"] for group in found["dimensions"][0]["groups"]] == ["1.yaml", "2.yaml"]


@pytest.mark.parametrize("rank", [False, True], ids=["", "rank"])
def test_peers_hold_pairs_and_common_gaps(*, rank: bool) -> None:
    """And a rank with its band, only if asked for."""
    found = read([profile({"d.a": level}, name=level) for level in ("full", "none", "some")], "peers", rank=rank)
    assert found["pairs"][0] == {"one": "1.yaml", "other": "2.yaml", "one_shows": ["d"], "other_shows": []}
    assert [(gap["item"], gap["missing"], gap["answered"]) for gap in found["common_gaps"]] == [("d.a", 2, 3)]
    assert ("ranks" in found) is rank
    assert [one["rank"] for one in found.get("ranks", [])] == ([1, 3, 2] if rank else [])


def test_items_left_out_have_their_reason() -> None:
    """By id."""
    held = checklist(common("d.a"), dimension("own", "own.a"))
    one: Mapping[str, Given] = {"d.a": "good"}
    written = json.loads(comparisons_json([compared(held, [*side(CITY, one), *side(CLUBS, one)])]))
    assert written["comparisons"][0]["left_out"] == [{"item": "own.a", "reason": "not_asked"}]


def test_a_side_that_hides_its_people_has_no_profiles() -> None:
    """Neither their files nor how many answered what."""
    text = comparisons_json([compared(ONE, SIDES, hiding=[CLUBS])])
    found = json.loads(text)["comparisons"][0]
    assert [one["file"] for one in found["profiles"]] == ["1.yaml"]
    assert found["items"][0]["sides"][1] == {
        "side": CLUBS,
        "about": CITY,
        "levels_differ": False,
        "shown": False,
    }
    assert (found["differences"], [one["file"] for one in found["files"]]) == ([], [])
    assert found["sides"][1] == {"side": CLUBS, "respondents": 3, "anonymous": True, "alpha": None}


def test_differences_are_taken_over_what_was_asked_alike() -> None:
    """A row a dimension and one over all of them, every pair with its two means and how many items they rest on."""
    held = checklist(common("d.a", "d.b"), dimension("own", for_all(item("own.a"), (CLUBS,)), "own.b"))
    city = side(CITY, {"d.a": "full", "d.b": "good", "own.a": "none"})
    text = comparisons_json([compared(held, [*city, *side(CLUBS, {"d.a": "none", "d.b": "good", "own.a": "good"})])])
    d, total = (
        {"higher": CITY, "lower": CLUBS, "difference": 0.5, "higher_mean": 0.833333, "lower_mean": 0.333333, "items": 2},
        {"higher": CITY, "lower": CLUBS, "difference": 0.111111, "higher_mean": 0.555556, "lower_mean": 0.444444, "items": 3},
    )
    own = {"higher": CLUBS, "lower": CITY, "difference": 0.666667, "higher_mean": 0.666667, "lower_mean": 0.0, "items": 1}
    assert json.loads(text)["comparisons"][0]["differences"] == [
        {"id": "own", "pairs": [own]},
        {"id": "d", "pairs": [d]},
        {"id": None, "pairs": [total]},
    ]


def test_what_became_of_each_file_is_written() -> None:
    """By the name of the file; those of a side that hides its people are not."""
    files = (
        GivenFile("1.yaml", Perspective.MUNICIPALITY, Voiced(FileFate.COUNTED)),
        GivenFile("2.yaml", Perspective.MIGRANT_ORGANISATION, Voiced(FileFate.COPY, 0), "3.yaml"),
        GivenFile("5.yaml", Perspective.MUNICIPALITY),
    )
    written = [
        json.loads(comparisons_json([compared(ONE, SIDES, hiding=hiding)._replace(files=files)]))["comparisons"][0]["files"]
        for hiding in ([], [CLUBS])
    ]
    first = {"file": "1.yaml", "perspective": CITY, "fate": "counted", "beside": None}
    copied = {"file": "2.yaml", "perspective": CLUBS, "fate": "copy", "beside": "3.yaml"}
    silent = {"file": "5.yaml", "perspective": CITY, "fate": "no_answers", "beside": None}
    assert written == [[first, copied, silent], [first, silent]]

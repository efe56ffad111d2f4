"""Thirty-two profiles built from levels whose margins are those of the survey give exactly its figures."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from calling import Call, Write, profile_yaml
from mo_check import load_checklist

SOURCE = load_checklist("cooperation").sources[0]
VALUES = {s.id: s.value for s in SOURCE.statements if s.value is not None}
OF = SOURCE.survey.respondents
LEVELS = {
    "concept.written": (("written", "adopted"), ("none", "draft")),
    "staff.job-description": (("described", "mentioned"), ("none",)),
    "rooms.same-terms": (("rules", "reachable"), ("none", "case")),
    "levels.exchange": (("regular", "joint"), ("none", "occasional")),
    "levels.bodies": (("member", "rights"), ("none", "guest")),
}
"""For each item the levels that count and those that do not, two on each side where there are two."""
ROOMS = {
    "several": (("meeting", "dedicated"), ("meeting", "centre", "school")),
    "one": (("meeting",), ("school", "centre")),
    "none": (("none",), ("school", "office")),
}
KINDS = {"other": (("events", "round-tables"), ("conferences",)), "not": (("events", "projects"), ("bodies",))}


def _in_turn(answers: tuple[object, ...], place: int) -> object:
    return answers[place % len(answers)]


def _counted(item: str, wanted: frozenset[int], place: int) -> str:
    return f"{{level: {_in_turn(LEVELS[item][0] if place in wanted else LEVELS[item][1], place)}}}"


def _chosen(groups: Mapping[str, tuple[tuple[str, ...], ...]], name: str, place: int) -> str:
    return f"{{options: [{', '.join(str(one) for one in groups[name][place % 2])}]}}"


def _answers(place: int) -> dict[str, str]:
    """Return the answers of one of the thirty-two; the first so many have what the source counts."""
    both = VALUES["setup.figure-both"]
    concept = frozenset(range(VALUES["setup.figure-concept"]))
    only_job = VALUES["setup.figure-job-description-only"]
    job = frozenset(range(both)) | frozenset(range(len(concept), len(concept) + only_job))
    several, none = VALUES["rooms.figure-several"], VALUES["rooms.figure-none"]
    over_25, over_11 = VALUES["staff.figure-over-25"], VALUES["staff.figure-over-11"]
    return {
        "concept.written": _counted("concept.written", concept, place),
        "staff.job-description": _counted("staff.job-description", job, place),
        "staff.share": f"{{level: {'over-25' if place < over_25 else 'from-11' if place < over_11 else 'under-11'}}}",
        "rooms.same-terms": _counted("rooms.same-terms", frozenset(range(VALUES["rooms.figure-general"])), place),
        "rooms.forms": _chosen(ROOMS, "several" if place < several else "none" if place >= OF - none else "one", place),
        "levels.kinds": _chosen(KINDS, "other" if place < VALUES["levels.figure-other"] else "not", place),
        "levels.exchange": _counted("levels.exchange", frozenset(range(VALUES["levels.figure-exchange"])), place),
        "levels.bodies": _counted("levels.bodies", frozenset(range(VALUES["levels.figure-bodies"])), place),
    }


@pytest.fixture
def surveyed(write: Write) -> Path:
    """Lay out the thirty-two and return their folder."""
    for place in range(OF):
        write(profile_yaml(_answers(place), name=f"Kommune {place}"), f"survey/{place:02}.yaml")
    return write("", "survey/empty.txt").parent


def _figures(mo_check: Call, folder: Path) -> dict[str, tuple[int, int, int]]:
    ended = mo_check("stats", folder, "--format", "json")
    assert ended.code == 0
    (part,) = json.loads(ended.out)["statistics"]
    return {one["id"]: (one["yes"], one["no"], one["unclear"]) for one in part["figures"]}


def test_the_margins_are_those_the_paper_gives() -> None:
    """The numbers of the task, so that a slip in the source file does not pass as one here."""
    wanted = {
        "setup.figure-concept": 23,
        "setup.figure-job-description": 23,
        "setup.figure-both": 20,
        "setup.figure-concept-only": 3,
        "setup.figure-job-description-only": 3,
        "rooms.figure-general": 24,
        "rooms.figure-several": 10,
        "rooms.figure-none": 7,
        "levels.figure-exchange": 23,
        "levels.figure-bodies": 28,
        "levels.figure-other": 14,
        "staff.figure-over-25": 13,
        "staff.figure-11-25": 11,
    }
    assert {name: VALUES[name] for name in wanted} == wanted
    assert OF == 32
    assert {SOURCE.derived_value(derived) for derived in SOURCE.derived} >= {6}


def test_the_figures_of_the_survey_come_out(mo_check: Call, surveyed: Path) -> None:
    """Every figure that the paper counts is counted alike; who has neither concept nor job description follows from them."""
    found = _figures(mo_check, surveyed)
    counted = {name: held for name, held in found.items() if name in VALUES}
    assert counted == {name: (VALUES[name], OF - VALUES[name], 0) for name in counted}
    assert counted.keys() == VALUES.keys()
    having = (found["setup.figure-both"], found["setup.figure-concept-only"], found["setup.figure-job-description-only"])
    assert OF - sum(yes for yes, _, _ in having) == 6


@pytest.mark.parametrize(
    ("item", "answer", "changed"),
    [
        pytest.param(
            "concept.written",
            "{level: draft}",
            {"setup.figure-concept": -1, "setup.figure-both": -1, "setup.figure-job-description-only": 1},
            id="no concept",
        ),
        pytest.param("concept.written", "{level: written}", {}, id="another level above"),
        pytest.param(
            "staff.job-description",
            "{level: none}",
            {"setup.figure-job-description": -1, "setup.figure-both": -1, "setup.figure-concept-only": 1},
            id="no job description",
        ),
        pytest.param("staff.share", "{level: from-11}", {"staff.figure-over-25": -1, "staff.figure-11-25": 1}, id="less staff"),
        pytest.param(
            "staff.share", "{level: under-11}", {"staff.figure-over-25": -1, "staff.figure-over-11": -1}, id="hardly any"
        ),
        pytest.param("rooms.same-terms", "{level: case}", {"rooms.figure-general": -1}, id="rooms as a favour"),
        pytest.param("rooms.forms", "{options: [meeting]}", {"rooms.figure-several": -1}, id="one form of rooms"),
        pytest.param("rooms.forms", "{options: [none]}", {"rooms.figure-several": -1, "rooms.figure-none": 1}, id="no rooms"),
        pytest.param("levels.exchange", "{level: occasional}", {"levels.figure-exchange": -1}, id="no exchange"),
        pytest.param("levels.bodies", "{level: guest}", {"levels.figure-bodies": -1}, id="no seat"),
        pytest.param("levels.kinds", "{options: [events]}", {"levels.figure-other": -1}, id="no other level"),
    ],
)
def test_one_answer_changes_the_figures_it_belongs_to(
    mo_check: Call, surveyed: Path, write: Write, item: str, answer: str, changed: dict[str, int]
) -> None:
    """Changing one answer of one municipality changes exactly these figures, by one."""
    before = _figures(mo_check, surveyed)
    write(profile_yaml(_answers(0) | {item: answer}, name="Kommune 0"), "survey/00.yaml")
    after = _figures(mo_check, surveyed)
    assert {name: after[name][0] - held[0] for name, held in before.items() if after[name] != held} == changed


def test_the_rows_of_batch_give_the_same_statistics(mo_check: Call, surveyed: Path, write: Write) -> None:
    """From the rows of ``batch --long``, in both dialects, come the same statistics as from the profiles."""
    whole = mo_check("stats", surveyed, "--format", "json").out
    for dialect in ("standard", "excel-de"):
        rows = mo_check("batch", surveyed, "--long", "--format", "csv", "--csv-dialect", dialect)
        assert mo_check("stats", write(rows.out, f"{dialect}.csv"), "--format", "json").out == whole

"""Like with like: truthful answers about different things make no gap, and every dot is quoted as it was ticked."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from calling import PROFILES, Call, Write, checklist_yaml, flat, level_yaml, profile_yaml
from kinds import text_of
from mo_check.files.library import Library
from mo_check.files.profiles import load_profile
from mo_check.model.answer import Status
from mo_check.model.item import Perspective

CITY, OFFICE, CLUB = "municipality", "department", "migrant_organisation"
LEVELS = ("none", "some", "good", "full")


def wording(side: str, about: str, *, differ: bool = False) -> str:
    """Return how an item is put to a side: with words of its own, about this."""
    levels = ", ".join(f"{{id: {level}, label: bei {side[:3]} {level}}}" for level in LEVELS)
    own = ", levels_differ: true" if differ else ""
    step = "{text: Anfangen., who: Amt, effort: 1, effect: 2, horizon: sofort}"
    steps = f"{{unmet: {step}, partial: {step}}}"
    return f"{side}: {{question: Und bei Ihnen?, about: {about}{own}, levels: [{levels}], steps: {steps}}}"


@pytest.fixture
def own(write: Write) -> Path:
    """Lay out a checklist of one item for each way in which sides may be asked, and return its folder."""
    asked = {
        "d.alike": (wording(OFFICE, CITY), wording(CLUB, CITY)),
        "d.area": (wording(OFFICE, "own_unit"), wording(CLUB, "own_experience")),
        "d.thresholds": (wording(OFFICE, CITY, differ=True), wording(CLUB, CITY, differ=True)),
    }
    items = [level_yaml(item, f"for: {{{', '.join(worded)}}}") for item, worded in asked.items()]
    return write(checklist_yaml(d="1\n" + "".join(items)), "own/probe.yaml").parent


def compared(mo_check: Call, write: Write, own: Path, **given: Mapping[str, str]) -> dict[str, Any]:
    """Return the comparison of files that are called after the side, and have these levels."""
    for name, levels in given.items():
        answers = {item: f"{{level: {level}}}" for item, level in levels.items()}
        side = name.rstrip("0123456789")
        write(profile_yaml(answers, checklist="probe", perspective=side, label=f"Stelle {name}"), f"in/{name}.yaml")
    ended = mo_check("--checklists", own, "compare", own.parent / "in", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    (found,) = json.loads(ended.out)["comparisons"]
    assert isinstance(found, dict)
    return found


def test_truthful_answers_about_different_things_are_no_gap(mo_check: Call, write: Write, own: Path) -> None:
    """The house is at the top, one office at the bottom, an association in between: all of it may be true."""
    bottom = {"d.area": "none", "d.thresholds": "none"}
    found = compared(mo_check, write, own, municipality={"d.area": "full", "d.thresholds": "full"}, department=bottom)
    assert {item["id"]: (item["type"], item["gap"], item["cost"]) for item in found["items"]} == {
        "d.alike": (None, None, 0.0),
        "d.area": ("different_places", None, None),
        "d.thresholds": ("different_places", None, None),
    }
    assert found["differences"] == []


def test_two_offices_that_do_it_otherwise_are_not_divided(mo_check: Call, write: Write, own: Path) -> None:
    """Each tells of itself; about the house they would be."""
    ends = ({"d.area": level, "d.alike": level} for level in ("none", "full"))
    found = compared(mo_check, write, own, **dict(zip(("department1", "department2"), ends, strict=True)), municipality={})
    types = {item["id"]: (item["type"], item["concerned"]) for item in found["items"]}
    assert types["d.area"] == ("organised_differently", [OFFICE])
    assert types["d.alike"] == ("divided", [OFFICE])


def test_a_contradiction_about_the_same_is_found(mo_check: Call, write: Write, own: Path) -> None:
    """With the difference of the dimension, over the one item on which the sides are alike."""
    low, high = dict.fromkeys(("d.alike", "d.area", "d.thresholds"), "none"), dict.fromkeys(("d.alike", "d.area"), "full")
    found = compared(mo_check, write, own, municipality=high, migrant_organisation=low)
    types = {item["id"]: item["type"] for item in found["items"]}
    assert (types["d.alike"], types["d.area"]) == ("perception_gap", "does_not_reach_everyone")
    (pair,) = found["differences"][-1]["pairs"]
    assert (pair["higher"], pair["lower"], pair["difference"], pair["items"]) == (CITY, CLUB, 1.0, 1)


FORMS = {".md": "md", ".html": "html", ".docx": "docx", ".xlsx": "xlsx"}


@pytest.mark.parametrize("suffix", FORMS)
@pytest.mark.parametrize("command", ["compare", "workshop"])
def test_every_answer_is_quoted_as_it_was_ticked(mo_check: Call, write: Write, own: Path, command: str, suffix: str) -> None:
    """What the city calls „etwas“, an association has ticked in other words; these stand there."""
    compared(mo_check, write, own, municipality={"d.alike": "full"}, migrant_organisation={"d.alike": "some"})
    where = own.parent / "out"
    where.mkdir()
    options = ("-o", where / f"out{suffix}") if command == "compare" else ("-o", where, "--format", FORMS[suffix])
    assert mo_check("--checklists", own, command, own.parent / "in", *options).code == 0
    told = flat(" ".join(text_of(path) for path in where.iterdir())).replace("\\", "")
    assert "bei mig some" in told


def test_the_round_quotes_each_side_in_its_own_words(mo_check: Call, write: Write, own: Path) -> None:
    """Below the question, which is put in those of the administration."""
    compared(mo_check, write, own, municipality={"d.alike": "full"}, migrant_organisation={"d.alike": "some"})
    target = own.parent / "agreed.yaml"
    told = mo_check("--checklists", own, "agree", own.parent / "in", "-o", target, "--plain", given="q\n").out
    assert "Vereine: 1 × bei mig some" in told
    assert "Verwaltung: 1 × voll" in told


def shipped(side: str, level: Mapping[str, str], folder: Path) -> None:
    """Lay out what a side said to some items of the shipped checklist."""
    answers = {item: f"{{level: {chosen}}}" for item, chosen in level.items()}
    folder.mkdir(exist_ok=True)
    (folder / f"{side}.yaml").write_text(profile_yaml(answers, perspective=side, label=f"Stelle {side}"), "utf-8")


def test_no_answer_of_the_shipped_checklist_is_quoted_in_the_words_of_another_side(mo_check: Call, tmp_path: Path) -> None:
    """Item by item, at its lowest level: the axis of the associations has their labels, not those of the city."""
    checklist = Library().load("cooperation").checklist
    club = Perspective(CLUB)
    asked = [item for item in checklist.items() if item.kind == "level" and item.seen_by(club) and item.scored and not item.when]
    told: dict[str, list[str]] = {}
    lowest = {item.id: item.levels[0].id for item in asked}
    highest = {item.id: item.levels[-1].id for item in asked}
    shipped(CITY, highest, tmp_path / "in")
    shipped(CLUB, lowest, tmp_path / "in")
    read = json.loads(mo_check("compare", tmp_path / "in", "--format", "json").out)["comparisons"][0]
    for item in read["items"]:
        told[item["id"]] = [level["label"] for side in item["sides"] if side["side"] == CLUB for level in side["middle"]]
    seen = {item.id: item.seen_by(club) for item in asked}
    assert told.keys() >= seen.keys() > set()
    assert {name: told[name] for name in seen} == {name: [own.levels[0].label] for name, own in seen.items() if own}


def test_three_sides_of_one_mind_are_nowhere_apart(mo_check: Call, tmp_path: Path) -> None:
    """Who gives identical answers to all that is shared differs in no dimension, though each was asked other questions."""
    given_by = load_profile(PROFILES / "city" / "city-2026.yaml").profile.answers("cooperation")
    for side in (CITY, OFFICE, CLUB):
        lines = {}
        for item in Library().load("cooperation").checklist.items():
            answer = given_by.get(item.id)
            if answer is None or item.wording(Perspective(side)) is None or answer.text:
                continue
            if answer.options:
                lines[item.id] = f"{{options: [{', '.join(answer.options)}]}}"
            elif answer.level and answer.status is None:
                lines[item.id] = f"{{level: {answer.level}}}"
            elif answer.status is Status.UNKNOWN:
                lines[item.id] = "{status: unknown}"
        (tmp_path / f"{side}.yaml").write_text(profile_yaml(lines, perspective=side, label=side), "utf-8")
    (found,) = json.loads(mo_check("compare", tmp_path, "--format", "json").out)["comparisons"]
    pairs = [pair for row in found["differences"] for pair in row["pairs"]]
    assert {pair["difference"] for pair in pairs} == {0.0}
    assert pairs
    apart = {"does_not_reach_everyone", "divided", "experienced_differently", "organised_differently", "perception_gap"}
    assert [item["id"] for item in found["items"] if item["type"] in apart] == []
    out = flat(mo_check("compare", tmp_path, "--format", "md").out)
    assert re.findall(r"Wahrnehmungslücke|uneinig", out) == []


def options(*chosen: str) -> str:
    """Return the answer that chooses these."""
    return f"{{options: [{', '.join(chosen)}]}}"


def level(chosen: str) -> str:
    """Return the answer that gives this level."""
    return f"{{level: {chosen}}}"


UNKNOWN = "{status: unknown}"
OWN_AREA = {
    CITY: [
        {
            "funding.forms": options("guidelines", "flexible", "other-offices"),
            "levels.kinds": options("working-groups", "round-tables"),
            "funding.multifunctional": level("yearly"),
        }
    ],
    OFFICE: [
        {
            "funding.forms": options("flexible"),
            "levels.kinds": options("round-tables"),
            "funding.multifunctional": level("none"),
        },
        {
            "funding.forms": options("guidelines"),
            "levels.kinds": options("working-groups"),
            "funding.multifunctional": level("yearly"),
        },
    ],
}
TWO_OFFICES = {
    CITY: [
        {
            "contacts.departments": level("several"),
            "funding.forms": options("guidelines", "flexible", "institutional"),
            "levels.bodies": level("member"),
        }
    ],
    OFFICE: [
        {"contacts.departments": level("none"), "funding.forms": options("none"), "levels.bodies": level("none")},
        {
            "contacts.departments": level("several"),
            "funding.forms": options("guidelines", "flexible", "institutional"),
            "levels.bodies": level("member"),
        },
    ],
}
THRESHOLDS = {
    CITY: [
        {
            "levels.flexible-hours": level("exception"),
            "fairness.remunerate": level("free"),
            "funding.multifunctional": level("yearly"),
        }
    ],
    OFFICE: [
        {
            "levels.flexible-hours": level("exception"),
            "fairness.remunerate": level("free"),
            "funding.multifunctional": level("yearly"),
        }
    ],
    CLUB: [
        {"levels.flexible-hours": level("usual"), "fairness.remunerate": UNKNOWN, "funding.multifunctional": level(given)}
        for given in ("yearly", "none", "none")
    ],
}
LABELS = {
    CITY: [{"fairness.power-asymmetry": level("feedback")}],
    CLUB: [{"fairness.power-asymmetry": level("none")}] * 2,
}


@pytest.mark.parametrize(
    "given", [OWN_AREA, TWO_OFFICES, THRESHOLDS, LABELS], ids=["own area", "offices", "thresholds", "labels"]
)
def test_consistent_answers_to_the_shipped_checklist_are_no_quarrel(
    mo_check: Call, tmp_path: Path, given: Mapping[str, list[Mapping[str, str]]]
) -> None:
    """Nobody is said to see it better or to be divided, no gap is shared that a side does not have; each middle is its own."""
    for side, people in given.items():
        for number, answers in enumerate(people):
            path = tmp_path / f"{side}{number}.yaml"
            path.write_text(profile_yaml(answers, perspective=side, label=f"Stelle {number}"), "utf-8")
    (found,) = json.loads(mo_check("compare", tmp_path, "--format", "json").out)["comparisons"]
    items = {item["id"]: item for item in found["items"] if any(side.get("median") is not None for side in item["sides"])}
    assert {item for people in given.values() for answers in people for item in answers} <= items.keys()
    assert [name for name, item in items.items() if item["type"] in {"perception_gap", "divided"}] == []
    medians = {name: [side["median"] for side in item["sides"] if side["median"] is not None] for name, item in items.items()}
    assert [name for name, item in items.items() if item["type"] == "shared_gap" and max(medians[name]) >= 2 / 3] == []
    checklist = Library().load("cooperation").checklist
    worded = {item.id: item for item in checklist.items()}
    for name, item in items.items():
        for side in item["sides"]:
            own = worded[name].seen_by(Perspective(side["side"]))
            assert own is not None
            assert {level_["label"] for level_ in side["middle"]} <= {level_.label for level_ in own.levels}

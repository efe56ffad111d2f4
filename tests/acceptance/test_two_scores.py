"""Success factors and obstacles: two scores of one checklist, told one after the other and never netted."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import CHECKLISTS, Call, Write, flat, profile_yaml
from walking import asked

QUESTIONS = {one.item: len(one.choices) for one in asked("success-factors", "de", "municipality") if one.choices}
SUCCESS = [item for item in QUESTIONS if item.startswith("success.")]
OBSTACLES = [item for item in QUESTIONS if item.startswith("obstacle")]


@pytest.fixture(scope="module")
def levels() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the levels of every item, lowest first."""
    held = yaml.safe_load((CHECKLISTS / "success-factors.yaml").read_text(encoding="utf-8"))
    return {
        item["id"]: tuple(level["id"] for level in item.get("levels", []))
        for dimension in held["dimensions"]
        for item in dimension["items"]
    }


def _profile(write: Write, levels: Mapping[str, tuple[str, ...]], success: int, obstacles: int) -> Path:
    """Lay out a profile that answers every success factor and every obstacle at one rank."""
    answers = {item: f"{{level: {levels[item][success]}}}" for item in SUCCESS}
    answers |= {item: f"{{level: {levels[item][obstacles]}}}" for item in OBSTACLES}
    return write(profile_yaml(answers, checklist="success-factors"), f"p{success}{obstacles}.yaml")


def _reports(mo_check: Call, path: Path) -> list[dict[str, Any]]:
    reports: list[dict[str, Any]] = json.loads(mo_check("report", path, "--format", "json").out)["reports"]
    return reports


def test_the_checklist_has_the_items_these_tests_are_about() -> None:
    """Thirteen factors and thirty-two obstacles."""
    assert (len(SUCCESS), len(OBSTACLES)) == (13, 32)


def test_json_has_an_entry_for_each_score(mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]]) -> None:
    """Two reports of one file, each with the id of its score and its own dimensions."""
    first, second = _reports(mo_check, _profile(write, levels, 3, 0))
    assert [report["checklist"]["score"] for report in (first, second)] == ["success", "obstacles"]
    assert first["file"] == second["file"]
    assert {d["id"] for d in first["dimensions"]}.isdisjoint(d["id"] for d in second["dimensions"])


@pytest.mark.parametrize(("success", "obstacles"), [(3, 0), (0, 3), (3, 3), (0, 0)], ids=str)
def test_scores_are_never_netted(
    mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]], success: int, obstacles: int
) -> None:
    """All factors at the top give 100, whatever the obstacles; all obstacles at the top give 100, whatever the factors."""
    first, second = _reports(mo_check, _profile(write, levels, success, obstacles))
    assert (first["total"]["display"], second["total"]["display"]) == (100 if success else 0, 100 if obstacles else 0)


def test_unscored_obstacles_are_context(mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]]) -> None:
    """Of 32 obstacles 26 have a value; six are told and counted nowhere."""
    _, second = _reports(mo_check, _profile(write, levels, 3, 0))
    items = [item for dimension in second["dimensions"] for item in dimension["items"] if item["id"] in OBSTACLES]
    assert sum(item["value"] is not None for item in items) == 26
    assert len(second["gaps"]) == 26


@pytest.mark.parametrize("form", ["table", "md"])
def test_the_report_is_two_documents(mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]], form: str) -> None:
    """Each is headed by its score and has a total of its own; none has both."""
    told = flat(mo_check("report", _profile(write, levels, 3, 0), "--format", form).out)
    assert told.count("Gelingen und Hindernisse: Gelingensfaktoren") == 1
    assert told.count("Gelingen und Hindernisse: Hindernisse") == 1
    first, _, second = told.partition("Gelingen und Hindernisse: Hindernisse")
    assert (first.count("Gesamt"), second.count("Gesamt")) == (1, 1)


def test_a_threshold_is_held_against_each_score(mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]]) -> None:
    """A full score of one does not make up for the other: 1, and one message."""
    ended = mo_check("report", _profile(write, levels, 3, 0), "--fail-under", "50")
    assert ended.code == 1
    assert ended.err.count("liegt unter 50") == 1


def test_every_score_is_explained(mo_check: Call, write: Write, levels: Mapping[str, tuple[str, ...]]) -> None:
    """``explain`` works out both totals."""
    told = flat(mo_check("explain", _profile(write, levels, 2, 1)).out)
    assert "Gelingensfaktoren" in told
    assert "Gelingen und Hindernisse: Hindernisse" in told


def test_the_quick_check_ends_with_one_score(mo_check: Call, write: Write) -> None:
    """It asks the thirteen factors; obstacles, of which nothing was asked, are not summed up."""
    path = write(profile_yaml(scope="quick"))
    ended = mo_check("assess", "--plain", path, "--checklist", "success-factors", given="4\n" * 13)
    assert ended.code == 0
    assert "Frage 13 von 13" in ended.out
    assert ended.out.count("Gesamt") == 1

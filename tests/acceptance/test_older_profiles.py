"""Profiles of earlier versions: they load, nothing of them is lost, and the report tells what is asked otherwise now."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import Call, Write, flat, profile_yaml

GOOD = Path(__file__).parents[1] / "examples" / "good"
PART_1 = GOOD / "part1.yaml"
ALL = sorted(GOOD.glob("*.yaml"))


def _answers(path: Path) -> dict[str, Any]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {f"{name}/{item}": answer for name, one in held["checklists"].items() for item, answer in one["answers"].items()}


def test_there_is_a_profile_of_the_first_version() -> None:
    """It was written by mo-check before there were perspectives, and answers version 1.0.0."""
    held = yaml.safe_load(PART_1.read_text(encoding="utf-8"))
    assert held["checklists"]["cooperation"]["version"] == "1.0.0"
    assert len(_answers(PART_1)) == 35


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_an_older_profile_is_in_order(mo_check: Call, path: Path) -> None:
    """``profile check`` counts all of its answers and complains of none."""
    ended = mo_check("profile", "check", path)
    assert (ended.code, ended.err) == (0, f"{path}: in Ordnung, {len(_answers(path))} Antworten.\n")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_an_older_profile_is_reported_with_every_answer(mo_check: Call, path: Path) -> None:
    """Each answer stands in the report as it stands in the file, the mark of its wording included."""
    ended = mo_check("report", path, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    told = {
        f"{report['checklist']['id']}/{item['id']}": item["answer"]
        for report in json.loads(ended.out)["reports"]
        for dimension in report["dimensions"]
        for item in dimension["items"]
        if "answer" in item
    }
    assert told == _answers(path)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_going_on_with_an_older_profile_loses_nothing(mo_check: Call, path: Path, tmp_path: Path) -> None:
    """The next question is answered, and every answer there was stays word for word; the file is in order afterwards."""
    copy = tmp_path / "p.yaml"
    shutil.copy(path, copy)
    before = _answers(copy)
    ended = mo_check("assess", "--plain", copy, given="1\n")
    after = _answers(copy)
    assert ended.code == 130
    settled = {name: answer for name, answer in before.items() if answer.get("status") != "skipped"}
    assert {name: after[name] for name in settled} == settled
    assert [name for name, answer in after.items() if answer.get("date") == "2026-11-18"] == [
        name for name in after if after[name] != before.get(name)
    ]
    assert after != before
    assert mo_check("profile", "check", copy).code == 0


def test_the_report_names_what_is_asked_in_other_words(mo_check: Call) -> None:
    """The version that was answered, the first reworded items by name, and how many more there are."""
    told = flat(mo_check("report", PART_1).out)
    assert "Beantwortet wurde Fassung 1.0.0 dieser Checkliste." in told
    named = re.search(r"Inzwischen anders gefragt (.+?)\. ", told)
    assert named is not None
    assert "Mehr als Musik und Essen" in named[1]
    assert re.search(r"sowie \d+ weitere Fragen$", named[1])


def test_what_is_asked_in_the_same_words_is_not_named(mo_check: Call) -> None:
    """Its question and levels have not changed since the first version."""
    told = flat(mo_check("report", PART_1).out).partition("Handlungsfeld ")[0]
    assert "Zuhören und aushandeln" not in told


def test_the_changes_are_told_in_english_too(mo_check: Call) -> None:
    """Items are named in the language of the report; the marks are of the German text, so the same ones are named."""
    told = flat(mo_check("--lang", "en", "report", PART_1).out)
    assert "Version 1.0.0 of this checklist was answered." in told
    assert "Now asked in other words More than music and food" in told


def test_a_profile_of_today_names_no_changes(mo_check: Call, write: Write) -> None:
    """What was just answered was asked in today's words."""
    path = write(profile_yaml(scope="quick"))
    mo_check("assess", "--plain", path, given="1\n1\nq\n")
    told = mo_check("report", path).out
    assert "Inzwischen anders gefragt" not in told
    assert "Beantwortet wurde Fassung" not in told


def test_a_confirmed_answer_is_one_to_todays_words(mo_check: Call, tmp_path: Path) -> None:
    """``assess --again`` asks everything once more; what is confirmed there is no longer told as reworded."""
    new = tmp_path / "new.yaml"
    mo_check("assess", "--plain", "--again", PART_1, "-o", new, given="\n" * 3 + "q\n")
    held = yaml.safe_load(new.read_text(encoding="utf-8"))["checklists"]["cooperation"]["answers"]
    assert held["understanding.beyond-folklore"]["level"] == "single"
    assert "Inzwischen anders gefragt" not in mo_check("report", new).out

"""Every example profile: valid, in exactly the form the program writes, and telling something."""

import json
from pathlib import Path

import pytest

from calling import PROFILES
from mo_check.cli.app import run
from mo_check.files.profile_file import shorts_of
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.model.assessment import Shown
from mo_check.model.item import Perspective
from mo_check.scoring.assessing import assess

PATHS = sorted(PROFILES.rglob("*.yaml"))


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def loaded(request: pytest.FixtureRequest) -> LoadedProfile:
    """Return an example profile."""
    path: Path = request.param
    return load_profile(path)


def test_there_are_examples() -> None:
    """A small town, a district and a large city are there, a city seen by several, and a network of six municipalities."""
    assert {"small-town", "rural-district", "large-city", "city-2026"} <= {path.stem for path in PATHS}
    assert sum(1 for path in PATHS if path.parent.name == "network") == 6


def test_an_example_is_rendered_byte_for_byte(loaded: LoadedProfile) -> None:
    """What is written from a loaded example is the file itself."""
    assert profile_text(loaded.profile, shorts_of(loaded.checklists)).encode() == loaded.data


def test_an_example_fits_todays_checklist(loaded: LoadedProfile) -> None:
    """Version and the marks of the wordings are those of the shipped checklists: nothing was answered to an older text."""
    for one in loaded.checklists:
        held = loaded.profile.checklists[one.checklist.id]
        assert held.version == one.checklist.version
        for item_id, answer in held.answers.items():
            item = one.checklist.item(item_id)
            assert item is not None
            wording = item.wording(loaded.profile.respondent.perspective)
            assert wording is not None
            assert answer.wording == wording.digest, item_id


def test_an_example_is_said_to_be_invented(loaded: LoadedProfile) -> None:
    """No example can be taken for a real municipality."""
    assert "erfunden" in (loaded.profile.remark or "")


def test_an_example_has_something_to_show(loaded: LoadedProfile) -> None:
    """Each has a total and a note; where a municipality was asked everything, at least one answer is not a level."""
    assessments = [found for one in loaded.checklists for found in assess(one.checklist, loaded.profile) if any(found.items())]
    assert any(assessment.scored for assessment in assessments)
    for assessment in assessments:
        if assessment.scored:
            assert assessment.total.value is not None
            assert any(d.score.shown is Shown.NUMBER for d in assessment.dimensions)
    answers = [answer for held in loaded.profile.checklists.values() for answer in held.answers.values()]
    asked_everything = loaded.profile.respondent.perspective is Perspective.MUNICIPALITY
    assert any(answer.status for answer in answers) or not asked_everything
    assert any(answer.note for answer in answers)


def test_an_example_is_reported_without_a_remark(loaded: LoadedProfile, capsys: pytest.CaptureFixture[str]) -> None:
    """``report`` of an example ends with 0 and has nothing to say on standard error."""
    assert run(["report", str(loaded.path), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    reported = {report["checklist"]["id"] for report in json.loads(said.out)["reports"]}
    assert reported == {one.checklist.id for one in loaded.checklists}

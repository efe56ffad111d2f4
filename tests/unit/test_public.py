"""The public names of the package."""

import subprocess
import sys

import pytest

import mo_check
from calling import PROFILES, environment
from mo_check.api import HOMES


@pytest.mark.parametrize("name", mo_check.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """It can be imported from the package and says what it is."""
    assert getattr(mo_check, name).__doc__


def test_the_names_are_those_that_type_checkers_see() -> None:
    """What is promised and what is loaded are the same names, and ``dir`` shows them."""
    assert sorted({*HOMES, "__version__"}) == sorted(mo_check.__all__) == dir(mo_check)


def test_an_unknown_name_is_no_attribute() -> None:
    """Misspelt names fail as in any module."""
    with pytest.raises(AttributeError, match="asess"):
        mo_check.asess  # noqa: B018 - asking is the test


def test_a_name_loads_only_what_it_needs() -> None:
    """Scoring alone needs neither YAML nor a screen."""
    script = "import sys; from mo_check import assess, gaps; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment())
    assert set(done.stdout.decode().split()) & {"yaml", "rich", "typer", "questionary"} == set()


def test_there_is_an_assessment_for_each_score() -> None:
    """In the order of the checklist; each can be had alone, and one that there is not is refused."""
    loaded = mo_check.load_profile(PROFILES / "city" / "city-2026.yaml")
    held = next(one.checklist for one in loaded.checklists if one.checklist.id == "success-factors")
    found = mo_check.assess(held, loaded.profile)
    assert [one.score for one in found] == list(held.scores) == ["success", "obstacles"]
    assert all(one.dimensions and one.display for one in found)
    assert found == tuple(mo_check.assess_score(held, loaded.profile, score) for score in held.scores)
    with pytest.raises(mo_check.UnknownScore, match="success, obstacles"):
        mo_check.assess_score(held, loaded.profile, "sucess")


def test_a_record_of_a_loaded_profile() -> None:
    """A profile loaded and assessed by hand gives the row that ``batch`` writes."""
    loaded = mo_check.load_profile(PROFILES / "large-city.yaml")
    (found,) = mo_check.assess(loaded.checklists[0].checklist, loaded.profile)
    record = mo_check.result_record("large-city.yaml", found)
    assert (record.display, record.total) == (found.display, found.total.value)
    assert len(list(mo_check.item_records("large-city.yaml", found))) == len(list(found.items()))

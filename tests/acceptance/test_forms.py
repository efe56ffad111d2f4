"""Forms there and back: whatever kind of form it was, its answers are those that ``assess`` would have kept."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import CHECKLISTS, PROFILES, Call, flat
from filling import cells_for, lime_imported, lime_row, rewritten, table
from mo_check.model.item import Perspective
from respondents import Reply, consent_of, replies, typed

CITY = PROFILES / "city" / "city-2026.yaml"
LABEL = "Kulturverein Brücke"
ALL = [(name, one) for name in ("cooperation", "success-factors", "topics") for one in Perspective if one != "agreed"]


def assessed(mo_check: Call, name: str, perspective: Perspective, said: tuple[Reply, ...], day: str) -> dict[str, Any]:
    """Return the profile that ``assess`` keeps of the same replies."""
    path = Path("assessed.yaml")
    options = ("--perspective", perspective, "--checklist", name, "--label", LABEL)
    lines = typed(said, passed_on="pass_on" in consent_of(perspective))
    mo_check("profile", "new", path, "--for", CITY, *options)
    ended = mo_check("assess", path, "--plain", "--date", day, given="".join(f"{line}\n" for line in lines))
    assert ended.code == 0, ended.err
    return read(path)


def read(path: Path) -> dict[str, Any]:
    """Return a profile as data."""
    held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return held


def the_one(folder: Path) -> dict[str, Any]:
    """Return the only profile in a folder."""
    (path,) = folder.iterdir()
    return read(path)


@pytest.mark.parametrize(("name", "perspective"), ALL)
def test_a_workbook_says_what_assess_says(mo_check: Call, tmp_path: Path, name: str, perspective: Perspective) -> None:
    """Every question answered in every way, for every checklist and perspective."""
    said = replies(name, perspective)
    mo_check("form", "make", name, "--perspective", perspective, "--for", CITY, "-o", "form.xlsx")
    data = (tmp_path / "form.xlsx").read_bytes()
    filled = rewritten(data, cells_for(data, name, said, label=LABEL, day="14.11.2026", **consent_of(perspective, "ja")))
    (tmp_path / "filled.xlsx").write_bytes(filled)
    ended = mo_check("form", "read", "filled.xlsx", "-o", "in")
    assert ended.code == 0, ended.err
    assert the_one(tmp_path / "in") == assessed(mo_check, name, perspective, said, "2026-11-14")


@pytest.mark.parametrize(("name", "perspective"), ALL)
def test_limesurvey_says_what_assess_says(mo_check: Call, tmp_path: Path, name: str, perspective: Perspective) -> None:
    """Imported by LimeSurvey's rules, answered, exported with codes, read again."""
    said = replies(name, perspective, evidence=False)
    options = ("--perspective", perspective, "--for", CITY, "--lang", "de,en", "--as", "limesurvey")
    mo_check("form", "make", name, *options, "-o", "form.txt")
    questions = lime_imported((tmp_path / "form.txt").read_bytes())["de"]
    row = lime_row(questions, name, said, label=LABEL, **consent_of(perspective))
    (tmp_path / "answers.csv").write_bytes(table([row], ";"))
    ended = mo_check("form", "read", "answers.csv", "-o", "in")
    assert ended.code == 0, ended.err
    assert the_one(tmp_path / "in") == assessed(mo_check, name, perspective, said, "2026-11-15")


def test_a_checklist_that_is_named_twice_is_asked_once(mo_check: Call, tmp_path: Path) -> None:
    """Whether by its id or by its file."""
    once = mo_check("form", "make", "cooperation", "-o", "form.html")
    before = (tmp_path / "form.html").read_bytes()
    again = mo_check("form", "make", "cooperation", "cooperation", CHECKLISTS / "cooperation.yaml", "-o", "form.html")
    assert (again, (tmp_path / "form.html").read_bytes()) == (once, before)


def test_nobody_fills_in_a_form_for_all(mo_check: Call, tmp_path: Path) -> None:
    """What a group agrees on does not come from a form; the other perspectives are named."""
    ended = mo_check("form", "make", "--perspective", "agreed", "-o", "form.html")
    assert (ended.code, ended.out, list(tmp_path.iterdir())) == (2, "", [])
    assert "mo-check agree" in flat(ended.err)
    assert "municipality, department, migrant_organisation" in flat(ended.err)

"""The XLSForm through pyxform and ODK Validate, filled as its fields stand, read back as what ``assess`` keeps."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from pyxform.xls2xform import convert

from calling import PROFILES, child
from filling import odk_row, table
from mo_check.model.item import Perspective
from respondents import consent_of, replies, typed

CITY = PROFILES / "city" / "city-2026.yaml"
LABEL = "Moscheegemeinde am Markt"


def called(folder: Path, *arguments: object, given: str = "") -> None:
    """Call mo-check, which has to end well."""
    ended = child(*(str(one) for one in arguments), given=given, folder=folder)
    assert ended.code == 0, ended.err


def profile(path: Path) -> dict[str, Any]:
    """Return a profile as data."""
    held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize("perspective", [Perspective.MUNICIPALITY, Perspective.MIGRANT_ORGANISATION])
@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_odk_says_what_assess_says(tmp_path: Path, name: str, perspective: Perspective) -> None:
    """ODK Validate accepts the form without a warning; its export, as CSV, gives the same answers."""
    assert shutil.which("java"), "ODK Validate needs Java: install the Debian package default-jre-headless."
    options = ("--perspective", perspective, "--for", CITY, "--lang", "de,en,de-x-simple", "--as", "xlsform")
    called(tmp_path, "form", "make", name, *options, "-o", "form.xlsx")
    form = convert(tmp_path / "form.xlsx", validate=True)
    assert form.warnings == []
    said = replies(name, perspective, evidence=False)
    row = odk_row(form.xform, name, said, label=LABEL, day="2026-11-14", **consent_of(perspective))
    (tmp_path / "answers.csv").write_bytes(table([row]))
    called(tmp_path, "form", "read", "answers.csv", "-o", "in")
    (path,) = (tmp_path / "in").iterdir()
    more = ("--perspective", perspective, "--checklist", name, "--label", LABEL)
    called(tmp_path, "profile", "new", "assessed.yaml", "--for", CITY, *more)
    lines = "".join(f"{line}\n" for line in typed(said, passed_on="pass_on" in consent_of(perspective)))
    called(tmp_path, "assess", "assessed.yaml", "--plain", "--date", "2026-11-14", given=lines)
    assert profile(path) == profile(tmp_path / "assessed.yaml")


def test_kobo_writes_groups_with_slashes(tmp_path: Path) -> None:
    """And a column of its own for each option, which is passed over."""
    called(tmp_path, "form", "make", "--quick", "--for", CITY, "--as", "xlsform", "-o", "form.xlsx")
    said = replies("cooperation", Perspective.MUNICIPALITY, quick=True, evidence=False)
    row = odk_row(convert(tmp_path / "form.xlsx").xform, "cooperation", said, label=LABEL, day="2026-11-14")
    kobo = {key.replace("-", "/"): text for key, text in row.items()}
    several = next(key for key in kobo if key.endswith("funding__forms"))
    (tmp_path / "answers.csv").write_bytes(table([kobo | {f"{several}/guidelines": "1", "_uuid": "3f1c"}], ";"))
    called(tmp_path, "form", "read", "answers.csv", "-o", "in")
    (path,) = (tmp_path / "in").iterdir()
    held = profile(path)["checklists"]["cooperation"]["answers"]
    assert set(held) == {reply.item for reply in said}

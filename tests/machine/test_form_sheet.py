"""The workbook in LibreOffice: filled through its own cells, stored as .xlsx and .ods, read back as what ``assess`` keeps."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import PROFILES, child
from filling import cells_for
from machine.offices import fill
from mo_check.model.item import Perspective
from respondents import Reply, consent_of, replies, typed

CITY = PROFILES / "city" / "city-2026.yaml"
LABEL = "Jugendamt"


def called(folder: Path, *arguments: object, given: str = "") -> None:
    """Call mo-check, which has to end well."""
    ended = child(*(str(one) for one in arguments), given=given, folder=folder)
    assert ended.code == 0, ended.err


def assessed(folder: Path, name: str, perspective: Perspective, said: tuple[Reply, ...]) -> dict[str, Any]:
    """Return the profile that ``assess`` keeps of the same replies."""
    options = ("--perspective", perspective, "--checklist", name, "--label", LABEL)
    called(folder, "profile", "new", "assessed.yaml", "--for", CITY, *options)
    lines = "".join(f"{line}\n" for line in typed(said, passed_on=True))
    called(folder, "assess", "assessed.yaml", "--plain", "--date", "2026-11-14", given=lines)
    held: dict[str, Any] = yaml.safe_load((folder / "assessed.yaml").read_text(encoding="utf-8"))
    return held


@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_libreoffice_fills_the_workbook(tmp_path: Path, name: str) -> None:
    """Both of its formats say the same, and all of it fits on pages one sheet wide."""
    said = replies(name, Perspective.DEPARTMENT)
    called(tmp_path, "form", "make", name, "--perspective", "department", "--for", CITY, "-o", "form.xlsx")
    form = tmp_path / "form.xlsx"
    cells = cells_for(form.read_bytes(), name, said, label=LABEL, day="2026-11-14", **consent_of(Perspective.DEPARTMENT, "ja"))
    fill(form, cells, tmp_path / "filled.xlsx", tmp_path / "filled.ods")
    wanted = assessed(tmp_path, name, Perspective.DEPARTMENT, said)
    for filled in ("filled.xlsx", "filled.ods"):
        called(tmp_path, "form", "read", filled, "-o", f"in-{filled}")
        (path,) = (tmp_path / f"in-{filled}").iterdir()
        assert yaml.safe_load(path.read_text(encoding="utf-8")) == wanted

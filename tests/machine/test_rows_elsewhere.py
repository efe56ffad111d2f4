"""Rows of ``batch`` in the programs they are made for: a German LibreOffice and DuckDB."""

import re
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import openpyxl
import pytest

from calling import PROFILES, ROOT, environment, profile_yaml
from mo_check import assess, load_checklist, load_profile

GERMAN = "Text - txt - csv (StarCalc):59,34,76,1,,1031,false,true"
"""How LibreOffice reads a CSV with German settings: semicolon, quotes, UTF-8, German numbers and days."""
HOSTILE = profile_yaml({"rooms.dedicated": "{level: hours, date: 2026-11-14}"}).replace(
    "name: Musterstadt", "name: '=2+3'\n  ags: '05315000'\n  population: 12345"
)


def _batch(*arguments: str, folder: Path) -> None:
    subprocess.run([sys.executable, "-m", "mo_check", "batch", *arguments], cwd=folder, env=environment(), check=True)


def _opened(path: Path, reading: str) -> list[dict[str, Any]]:
    """Return the rows of a CSV as LibreOffice has them after opening it."""
    home = (path.parent / "office").as_uri()
    call = ["soffice", f"-env:UserInstallation={home}", "--headless", f"--infilter={reading}", "--convert-to", "xlsx", path.name]
    subprocess.run(call, cwd=path.parent, check=True, capture_output=True, timeout=300)
    sheet = openpyxl.load_workbook(path.with_suffix(".xlsx")).active
    assert sheet is not None
    head, *rows = sheet.iter_rows()
    assert not any(cell.data_type == "f" for row in rows for cell in row)
    return [dict(zip([cell.value for cell in head], [cell.value for cell in row], strict=True)) for row in rows]


@pytest.mark.parametrize("options", [(), ("--long",)], ids=["rows", "long"])
def test_a_german_libreoffice_opens_rows_as_they_are(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Columns apart, umlauts right, numbers as numbers, keys with their zeros, versions no days, no formula anywhere."""
    (tmp_path / "p.yaml").write_text(HOSTILE, encoding="utf-8")
    _batch("p.yaml", str(PROFILES), "-o", "rows.csv", "--csv-dialect", "excel-de", *options, folder=tmp_path)
    first, *others = _opened(tmp_path / "rows.csv", GERMAN)
    assert list(first)[:4] == ["format", "file", "status", "name"]
    assert (first["name"], first["ags"], first["population"], first["version"]) == ("'=2+3", "'05315000", 12345, "'1.0.0")
    assert "Stadt Lindmünde" in {row["name"] for row in others}
    values = [row["value" if options else "total"] for row in others]
    assert all(isinstance(value, float | int) and 0 <= value <= 1 for value in values if value is not None)
    assert any(isinstance(value, float) for value in values)


def test_the_query_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB answers it over the rows of the shipped profiles."""
    _batch(str(PROFILES), "--recursive", "-o", "results.csv", folder=tmp_path)
    found = re.search(r"```sql\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    monkeypatch.chdir(tmp_path)
    rows = duckdb.sql(found[1]).fetchall()
    totals: dict[str | None, list[float]] = {}
    for path in PROFILES.rglob("*.yaml"):
        profile = load_profile(path).profile
        if profile.respondent.perspective == "municipality":
            (found,) = assess(load_checklist("cooperation").checklist, profile)
            totals.setdefault(profile.subject.land, []).append(float(found.total.value or 0))
    assert len(rows) > 5
    assert rows == [(land, len(found), round(100 * median(found))) for land, found in sorted(totals.items())]

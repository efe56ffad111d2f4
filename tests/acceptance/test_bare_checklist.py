"""A checklist of nothing but questions: no source, second step, effort, effect, who or when, and nowhere an empty place."""

from pathlib import Path

import pytest

from calling import Call, flat

OWN = """format: mo-check/checklist/1
id: bare
version: 1.0.0
language: de
complete: [de]
title: Kurz gefragt
short: Kurz
introduction: Drei Fragen.
answers:
  often: [{id: never, label: nie}, {id: some, label: manchmal}, {id: always, label: immer}]
dimensions:
  - id: near
    label: Nähe
    title: Nähe
    items:
      - id: near.meet
        short: Treffen
        question: Treffen Sie sich?
        levels: often
        key: true
        steps: {unmet: Verabreden Sie sich.}
        for: &FOR
      - id: near.call
        short: Anrufe
        question: Rufen Sie an?
        levels: often
        for: &FOR
      - id: near.write
        short: Briefe
        question: Schreiben Sie?
        levels: often
        steps: {unmet: Schreiben Sie., partial: Schreiben Sie öfter.}
        for: &FOR
""".replace("&FOR", "{migrant_organisation: {question: Und bei Ihnen?}}")
PROFILE = """format: mo-check/profile/1
language: de
subject: {name: Musterstadt, kind: town}
respondent: {perspective: PERSPECTIVE, label: LABEL}
checklists:
  bare:
    version: 1.0.0
    answers:
      near.meet: {level: FIRST}
      near.call: {level: never}
      near.write: {level: some}
"""
CALLS = {
    "lint": "checklist lint bare",
    "show": "checklist show bare",
    "print": "checklist print bare",
    "coverage": "checklist coverage bare",
    "figures": "checklist figures bare",
    "report": "report city.yaml",
    "report md": "report city.yaml --format md",
    "report json": "report city.yaml --format json",
    "files": "report city.yaml -o report.xlsx -o report.docx -o report.html",
    "council": "report city.yaml --template council",
    "explain": "explain city.yaml near.meet",
    "explain all": "explain city.yaml",
    "compare": "compare city.yaml club.yaml",
    "workshop": "workshop city.yaml club.yaml -o kit --format md",
    "batch": "batch city.yaml club.yaml",
    "stats": "stats city.yaml club.yaml",
    "form": "form make bare -o form.html",
}
ABSENT = ("Grundlage", "Zahlen von", "Umfrage", "Papier", "Aufwand", "Wirkung", "Frist:", "zuständig:", "None", " ·  · ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder with the checklist and two profiles, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    Path("own").mkdir()
    Path("own/bare.yaml").write_text(OWN, encoding="utf-8")
    for name, perspective, label, first in (
        ("city", "municipality", "Rathaus", "never"),
        ("club", "migrant_organisation", "Verein Nord", "some"),
    ):
        text = PROFILE.replace("PERSPECTIVE", perspective).replace("LABEL", label).replace("FIRST", first)
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_nothing_speaks_of_what_is_not_there(mo_check: Call, call: str) -> None:
    """Every command works, and says nothing of a paper, a survey, an effort or a deadline."""
    ended = mo_check("--checklists", "own", *call.split())
    assert (ended.code, "Fehler in mo-check" in ended.err) == (0, False), ended.err
    written = [path.read_text("utf-8") for path in Path().rglob("*.md")]
    for text in (flat(ended.out), *map(flat, written)):
        assert [word for word in ABSENT if word in text] == []


@pytest.mark.usefixtures("folder")
def test_what_is_there_is_told(mo_check: Call) -> None:
    """The steps that there are stand in the report, a key item without a reason is a bottleneck, and lint counts bare gaps."""
    told = flat(mo_check("--checklists", "own", "report", "city.yaml", "--format", "md").out)
    assert "Verabreden Sie sich." in told
    assert "Treffen (Nähe): nie." in told
    assert "Schreiben Sie öfter." in told
    linted = mo_check("--checklists", "own", "checklist", "lint", "bare")
    assert "3 Lücken haben keinen Schritt" in flat(linted.out + linted.err)

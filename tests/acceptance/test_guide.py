"""The guide followed word by word: its commands in order, five filled forms in between."""

import re
import shlex
from pathlib import Path

import yaml

from calling import ROOT, Call
from filling import cells_for, lime_imported, lime_row, rewritten, table
from mo_check.cli.entries import ROOT as COMMANDS
from mo_check.model.item import Perspective
from respondents import replies

GUIDE = (ROOT / "docs" / "anleitung.md").read_text(encoding="utf-8")


def commands() -> list[list[str]]:
    """Return the calls that stand on grey ground, in order; those that this mo-check has."""
    lines = [line for block in re.findall(r"^```\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE) for line in block.splitlines()]
    calls = [shlex.split(line)[1:] for line in lines]
    return [call for call in calls if call[0] in (COMMANDS.entries or {})]


def fill_five(folder: Path) -> None:
    """Answer two workbooks of departments, one of the integration office and a survey of two associations."""
    post = folder / "post"
    post.mkdir()
    for form, perspective, labels in (
        ("formular-amt.xlsx", Perspective.DEPARTMENT, ("Jugendamt", "Kulturamt")),
        ("formular-integrationsstelle.xlsx", Perspective.MUNICIPALITY, ("Integrationsstelle",)),
    ):
        data = (folder / form).read_bytes()
        for number, label in enumerate(labels):
            said = replies("cooperation", perspective)[number:]
            filled = rewritten(data, cells_for(data, "cooperation", said, label=label, day="20.11.2026"))
            (post / f"{label}.xlsx").write_bytes(filled)
    questions = lime_imported((folder / "umfrage.txt").read_bytes())["de"]
    said = replies("cooperation", Perspective.MIGRANT_ORGANISATION, evidence=False)
    rows = [lime_row(questions, "cooperation", said[n:], label=label) for n, label in enumerate(("Elternverein", "Frauengruppe"))]
    (post / "umfrage.csv").write_bytes(table(rows, ";"))


def test_the_guide_leads_from_nothing_to_profiles(mo_check: Call, tmp_path: Path) -> None:
    """Every command ends well, and five filled forms become five profiles of the city that was named first."""
    survey = ("--perspective", "migrant_organisation", "--for", "stadt.yaml", "--as", "limesurvey", "-o", "umfrage.txt")
    for call in commands():
        if call[:2] == ["form", "read"]:
            mo_check("form", "make", *survey)
            fill_five(tmp_path)
        ended = mo_check(*call)
        assert ended.code == 0, (call, ended.err)
    profiles = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (tmp_path / "profile").iterdir()]
    assert {one["subject"]["name"] for one in profiles} == {"Bad Beispiel"}
    assert sorted(one["respondent"]["label"] for one in profiles) == [
        "Elternverein",
        "Frauengruppe",
        "Integrationsstelle",
        "Jugendamt",
        "Kulturamt",
    ]


def test_the_guide_names_every_step() -> None:
    """Making, printing, reading, comparing and the workshop stand in it, on grey ground."""
    told = re.findall(r"^mo-check (\w+(?: make| read| print)?)", GUIDE, re.MULTILINE)
    assert list(dict.fromkeys(told)) == ["profile", "form make", "checklist print", "form read", "compare", "workshop"]

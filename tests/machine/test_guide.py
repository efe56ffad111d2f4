"""The guide followed word by word: three forms filled in a browser, one of them on a phone, two in LibreOffice."""

import re
import shlex
from pathlib import Path

from calling import ROOT, child
from filling import cells_for
from machine.browsers import DESKTOP, PHONE, OpenForm, chromium
from machine.offices import fill
from mo_check.cli.entries import ROOT as COMMANDS
from mo_check.model.item import Perspective
from respondents import replies

GUIDE = (ROOT / "docs" / "anleitung.md").read_text(encoding="utf-8")
ASSOCIATIONS = {"Elternverein": DESKTOP, "Frauengruppe": PHONE, "Moscheegemeinde am Markt": DESKTOP}


def fill_five(folder: Path) -> None:
    """Fill three pages and two workbooks, and put what comes of them into the folder „post“."""
    post = folder / "post"
    post.mkdir()
    with chromium() as browser:
        for number, (label, size) in enumerate(ASSOCIATIONS.items()):
            form = OpenForm(browser, folder / "formular-verein.html", size)
            form.page.get_by_label("Stelle, Verein oder Rolle").fill(label)
            for reply in replies("cooperation", Perspective.MIGRANT_ORGANISATION)[number:]:
                form.click("cooperation", reply)
            form.save(post)
            form.window.close()
    for name, perspective in (("amt", Perspective.DEPARTMENT), ("integrationsstelle", Perspective.MUNICIPALITY)):
        file = folder / f"formular-{name}.xlsx"
        said = replies("cooperation", perspective)
        fill(file, cells_for(file.read_bytes(), "cooperation", said, label=name.title(), day="2026-11-20"), post / f"{name}.ods")


def test_the_guide_leads_to_a_comparison_and_a_workshop(tmp_path: Path) -> None:
    """Every command on grey ground, as it stands there, ends well; five forms become five profiles."""
    for block in re.findall(r"^```\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            call = shlex.split(line)[1:]
            if call[0] not in (COMMANDS.entries or {}):
                continue
            if call[:2] == ["form", "read"]:
                fill_five(tmp_path)
            ended = child(*call, folder=tmp_path)
            assert ended.code == 0, (line, ended.err)
    assert len(list((tmp_path / "profile").iterdir())) == 5

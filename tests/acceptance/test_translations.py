"""Lint of translations, and checklists of one's own that stand before the shipped ones."""

import re
import shutil
from pathlib import Path

import pytest

from calling import CHECKLISTS, Call, Write, checklist_yaml, flat, level_yaml, profile_yaml

PLACE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):\d+: (?P<what>.+)$", re.MULTILINE)
OWN = checklist_yaml(a="1\n" + level_yaml("a.one") + level_yaml("a.two"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a folder with a copy of all checklists, sources and translations."""
    return Path(shutil.copytree(CHECKLISTS, tmp_path / "own"))


def _changed(path: Path, old: str, new: str) -> int:
    """Exchange a text that stands in a file, and return its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    return text.partition(old)[0].count("\n") + 1


TRANSLATIONS = [
    "cooperation.en.yaml",
    "success-factors.en.yaml",
    "topics.en.yaml",
    "sources/qualitaetszirkel-2023.en.yaml",
    "cooperation.de-x-simple.yaml",
    "success-factors.de-x-simple.yaml",
    "topics.de-x-simple.yaml",
]


def _lint(mo_check: Call, file: Path) -> tuple[int, list[tuple[str, int, str]]]:
    folder = file.parent.parent if file.parent.name == "sources" else file.parent
    name = "topics" if file.parent.name == "sources" else file.name.partition(".")[0]
    ended = mo_check("checklist", "lint", folder / f"{name}.yaml")
    return ended.code, [(Path(p["file"]).name, int(p["line"]), p["what"]) for p in PLACE.finditer(ended.err)]


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_copy_of_what_is_shipped_is_clean(mo_check: Call, copied: Path, name: str) -> None:
    """Nothing is complained of before anything is changed."""
    assert _lint(mo_check, copied / name) == (0, [])


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_complete_language_that_loses_one_text_is_told(mo_check: Call, copied: Path, name: str) -> None:
    """The last text of the file is taken away: 3, and a complaint in this file that names what is missing."""
    path = copied / name
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    last = max(n for n, line in enumerate(lines) if re.match(r"\s+(help|text|question): \S", line))
    kept = lines[: last + 1]
    indent = len(lines[last]) - len(lines[last].lstrip())
    following = next((n for n in range(last + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= indent), len(lines))
    path.write_text("\n".join([*kept[:-1], *lines[following:]]) + "\n", encoding="utf-8", newline="\n")
    code, problems = _lint(mo_check, path)
    assert code == 3
    assert [file for file, _, what in problems if "Es fehlt die Übersetzung von" in what] == [path.name]


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_language_that_gains_one_text_is_told(mo_check: Call, copied: Path, name: str) -> None:
    """A key without a German text is an orphan: 3, with its very line."""
    path = copied / name
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_text(text + "subtitle: Too much\n", encoding="utf-8", newline="\n")
    code, problems = _lint(mo_check, path)
    assert code == 3
    assert problems == [(path.name, text.count("\n") + 1, "subtitle: Dazu gibt es im Deutschen keinen Text.")]


def test_a_german_text_that_is_gone_leaves_an_orphan(mo_check: Call, copied: Path) -> None:
    """A changed id in the German file: the texts of the old one are too much, those of the new one are missing."""
    _changed(copied / "topics.yaml", "id: sport,", "id: sports,")
    code, problems = _lint(mo_check, copied / "topics.en.yaml")
    said = {what for file, _, what in problems if file == "topics.en.yaml"}
    assert code == 3
    assert any("rows.sport.label: Dazu gibt es im Deutschen keinen Text." in what for what in said)
    assert any("„dimensions.topics.matrix.rows.sports.label“" in what for what in said)


def test_a_language_that_is_not_declared_may_have_gaps(mo_check: Call, copied: Path) -> None:
    """Without ``en`` among the complete ones a missing text falls back to German, and lint is content."""
    _changed(copied / "topics.yaml", "complete: [de, en, de-x-simple]", "complete: [de, de-x-simple]")
    _changed(copied / "topics.en.yaml", "title: Topics you work on together\n", "")
    assert _lint(mo_check, copied / "topics.en.yaml") == (0, [])
    told = mo_check("--lang", "en", "--checklists", copied, "checklist", "show", "topics").out
    assert "Themen der Zusammenarbeit" in told
    assert "Topics and formats" in told


def test_a_declared_language_whose_file_is_gone_is_told(mo_check: Call, copied: Path) -> None:
    """3, and the file that is missing by name."""
    (copied / "topics.en.yaml").unlink()
    ended = mo_check("checklist", "lint", copied / "topics.yaml")
    assert ended.code == 3
    assert "topics.en.yaml: Diese Sprache ist als vollständig angegeben, aber die Datei fehlt." in ended.err


def test_lint_of_ones_own_folder_covers_it(mo_check: Call, copied: Path) -> None:
    """``--checklists`` is linted by name, too: the orphan of the copy is found, not the shipped file."""
    line = _changed(copied / "topics.en.yaml", "short: Topics\n", "shrot: Topics\n")
    ended = mo_check("--checklists", copied, "checklist", "lint", "topics")
    assert ended.code == 3
    assert f"topics.en.yaml:{line}:" in ended.err


# --- checklists of one's own


def test_a_checklist_of_ones_own_stands_before_a_shipped_one(mo_check: Call, write: Write) -> None:
    """In its folder lies a ``cooperation.yaml``: that one is shown, and the shipped ones stand beside it."""
    own = write(
        OWN.replace("id: probe", "id: cooperation").replace("title: Probe", "title: Unsere Liste"), "own/cooperation.yaml"
    )
    told = flat(mo_check("--checklists", own.parent, "checklist", "show", "cooperation").out)
    assert "Unsere Liste" in told
    assert "Wie steht es um a.two?" in told
    listed = mo_check("--checklists", own.parent, "checklist", "list").out
    assert "Unsere Liste" in listed
    assert "success-factors" in listed
    assert "Unsere Liste" not in mo_check("checklist", "list").out


def test_a_checklist_of_ones_own_stands_beside_the_shipped_ones(mo_check: Call, write: Write) -> None:
    """A new name is one more checklist: it can be answered and reported with the same option."""
    own = write(OWN, "own/probe.yaml")
    profile = write(profile_yaml())
    folder = ("--checklists", own.parent)
    assert mo_check(*folder, "assess", "--plain", profile, "--checklist", "probe", given="4\n4\n").code == 0
    told = flat(mo_check(*folder, "report", profile).out)
    assert "Gesamt" in told
    assert "Feld a" in told


def test_without_its_folder_a_checklist_of_ones_own_is_unknown(mo_check: Call, write: Write) -> None:
    """The report names the option that was forgotten."""
    ended = mo_check("report", write(profile_yaml({"a.one": "{level: full}"}, checklist="probe")))
    assert ended.code == 3
    assert "probe" in ended.err
    assert "--checklists" in ended.err

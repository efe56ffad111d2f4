"""``checklist figures``, ``profile check --answers`` and ``profile new --for``."""

import re
from pathlib import Path

import pytest
import yaml

from calling import Call, Write, flat, profile_yaml

MO = "migrant_organisation"
RULES = re.compile("[─·]+")


# --- figures


def test_figures_are_told_with_what_counts(mo_check: Call) -> None:
    """23 of 32 had a concept: with the item it stands beside and the level that counts."""
    ended = mo_check("checklist", "figures")
    assert (ended.code, ended.err) == (0, "")
    assert "23 von 32 Schriftliches Konzept" in flat(ended.out)
    assert "Umfrage 2020, 32 Kommunen" in ended.out


def test_the_number_that_follows_is_marked(mo_check: Call) -> None:
    """32 - 20 - 3 - 3 = 6 had neither: the paper does not say it, and the table says so."""
    (line,) = [line for line in mo_check("checklist", "figures").out.splitlines() if "abgeleitet" in line]
    assert "6 von 32" in line
    assert line.split()[:3] == ["Weder", "ein", "Konzept"]


def test_figures_are_told_in_english(mo_check: Call) -> None:
    """Texts, values and what counts."""
    told = flat(mo_check("--lang", "en", "checklist", "figures").out)
    assert "23 of 32" in told
    assert " von 32" not in told


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_figures_keep_to_the_width_of_the_screen(mo_check: Call, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider."""
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, mo_check("checklist", "figures").out.splitlines())) <= int(columns)


# --- check --answers

DOUBTED = {
    "rooms.same-terms": '{level: reachable, date: "2026-11-01"}',
    "funding.institutional": '{level: fixed, date: "2026-11-01"}',
    "funding.forms": '{options: [none], date: "2026-11-01"}',
    "understanding.listening": '{level: negotiated, date: "2019-01-01"}',
    "concept.written": '{level: written, evidence: Beschluss, date: "2026-11-01"}',
}


def test_check_of_answers_asks_back(mo_check: Call, write: Write) -> None:
    """A top level without evidence, two answers that hardly go together, and one of long ago; 0 all the same."""
    path = write(profile_yaml(DOUBTED))
    ended = mo_check("profile", "check", path, "--answers", "--date", "2026-11-14")
    told = flat(RULES.sub(" ", ended.out))
    assert (ended.code, ended.err) == (0, f"{path}: in Ordnung, 5 Antworten.\n")
    first, _, rest = told.partition("Passt das zusammen?")
    clash, _, old = rest.partition("Lange nicht angesehen")
    assert "Höchste Stufe, noch ohne Beleg Räume wie für andere Vereine" in first
    assert "Förderung über mehrere Jahre ist zugesagt" in clash
    assert old.startswith(" Zuhören und aushandeln vor 94 Monaten beantwortet")


def test_check_without_answers_says_nothing_about_them(mo_check: Call, write: Write) -> None:
    """Only whether the file is in order."""
    assert mo_check("profile", "check", write(profile_yaml(DOUBTED))).out == ""


def test_check_of_answers_changes_nothing(mo_check: Call, write: Write) -> None:
    """Hints are hints: the file stays."""
    path = write(profile_yaml(DOUBTED))
    before = path.read_bytes()
    mo_check("profile", "check", path, "--answers")
    assert path.read_bytes() == before


def test_check_of_answers_goes_through_every_score(mo_check: Call, write: Write) -> None:
    """A page for success factors and one for obstacles."""
    path = write(profile_yaml({"success.personal-relations": "{level: wide}"}, checklist="success-factors"))
    told = flat(mo_check("profile", "check", path, "--answers").out)
    assert "Gelingen und Hindernisse: Gelingensfaktoren" in told
    assert "Gelingen und Hindernisse: Hindernisse" in told


def test_check_of_answers_spares_what_is_broken(mo_check: Call, write: Write) -> None:
    """A bad profile is named, the good one is looked at; the call ends with 5."""
    good, bad = write(profile_yaml(DOUBTED)), write("a: b\n", "bad.yaml")
    ended = mo_check("profile", "check", bad, good, "--answers")
    assert ended.code == 5
    assert f"{bad}:1:1: " in ended.err
    assert "Höchste Stufe, noch ohne Beleg" in ended.out


@pytest.mark.parametrize("date", ["14.11.2026", "2026-02-30"])
def test_check_of_answers_on_a_wrong_day(mo_check: Call, write: Write, date: str) -> None:
    """A day that is none is a usage error."""
    ended = mo_check("profile", "check", write(profile_yaml(DOUBTED)), "--answers", "--date", date)
    assert (ended.code, ended.out) == (2, "")


# --- new --for


def test_a_profile_for_the_same_municipality(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """The subject is taken over, the respondent is another, and no answer is."""
    old = write(profile_yaml({"rooms.same-terms": "{level: rules}"}, population=45000), "stadt.yaml")
    new = ("verein.yaml", "--for", old, "--perspective", MO, "--label", "Moscheegemeinde", "--checklist", "cooperation")
    ended = mo_check("profile", "new", *new, "--checklist", "success-factors")
    held = yaml.safe_load((tmp_path / "verein.yaml").read_text(encoding="utf-8"))
    assert (ended.code, ended.out) == (0, "")
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "population": 45000}
    assert held["respondent"] == {"perspective": MO, "label": "Moscheegemeinde"}
    assert {name: one.get("answers") for name, one in held["checklists"].items()} == {
        "cooperation": None,
        "success-factors": None,
    }


def test_what_is_said_beside_goes_before_what_is_taken_over(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A newer number of inhabitants replaces that of the old profile; the rest stays."""
    old = write(profile_yaml(population=45000), "stadt.yaml")
    mo_check("profile", "new", "p.yaml", "--for", old, "--label", "Amt", "--perspective", "department", "--population", "46000")
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "population": 46000}
    assert held["respondent"]["perspective"] == "department"


def test_such_a_profile_is_asked_in_its_own_words(mo_check: Call, write: Write) -> None:
    """Going on with it asks an association what an association is asked."""
    old = write(profile_yaml(), "stadt.yaml")
    mo_check("profile", "new", "verein.yaml", "--for", old, "--perspective", MO, "--label", "Verein", "--quick")
    told = flat(mo_check("assess", "--plain", "verein.yaml", given="1\n").out)
    assert "geht es dann auch um das, was Ihr Verein braucht?" in told


def test_without_a_municipality_there_is_no_profile(mo_check: Call, tmp_path: Path) -> None:
    """Neither ``--for`` nor name and kind: a usage error that names both ways."""
    ended = mo_check("profile", "new", "p.yaml", "--label", "Verein", "--perspective", MO)
    assert ended.code == 2
    assert "--for" in ended.err
    assert "--name" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_profile_for_one_that_is_broken_or_missing(mo_check: Call, write: Write) -> None:
    """What cannot be read is told with its place, and nothing is written."""
    bad = write("a: b\n", "bad.yaml")
    for old, what in ((bad, f"{bad}:1:1: "), ("nowhere.yaml", "Die Datei gibt es nicht.")):
        ended = mo_check("profile", "new", "p.yaml", "--for", old, "--label", "Verein")
        assert ended.code == 3
        assert what in ended.err
    assert not (bad.parent / "p.yaml").exists()


@pytest.mark.parametrize("perspective", ["mo", "agreeed", "Verein"])
def test_an_unknown_perspective_names_the_known_ones(mo_check: Call, tmp_path: Path, perspective: str) -> None:
    """A misspelt perspective is a usage error that lists what there is."""
    ended = mo_check("profile", "new", "p.yaml", "--name", "A", "--kind", "town", "--label", "B", "--perspective", perspective)
    assert ended.code == 2
    assert "migrant_organisation" in ended.err
    assert list(tmp_path.iterdir()) == []

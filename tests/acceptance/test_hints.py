"""``profile check --hints``: what is asked back about the answers of a profile."""

import re

import pytest

from calling import Call, Write, flat, profile_yaml

RULES = re.compile("[─·]+")
DOUBTED = {
    "rooms.same-terms": '{level: reachable, date: "2026-11-01"}',
    "funding.institutional": '{level: fixed, date: "2026-11-01"}',
    "funding.forms": '{options: [none], date: "2026-11-01"}',
    "understanding.listening": '{level: negotiated, date: "2019-01-01"}',
    "concept.written": '{level: written, evidence: Beschluss, date: "2026-11-01"}',
}


def test_hints_ask_back(mo_check: Call, write: Write) -> None:
    """A top level without evidence, two answers that hardly go together, and one of long ago; 0 all the same."""
    path = write(profile_yaml(DOUBTED))
    ended = mo_check("profile", "check", path, "--hints", "--date", "2026-11-14")
    told = flat(RULES.sub(" ", ended.out))
    assert (ended.code, ended.err) == (0, f"{path}: in Ordnung, 5 Antworten.\n")
    first, _, rest = told.partition("Passt das zusammen?")
    clash, _, old = rest.partition("Lange nicht angesehen")
    assert "Höchste Stufe, noch ohne Beleg Räume wie für andere Vereine" in first
    assert "Förderung über mehrere Jahre ist zugesagt" in clash
    assert old.startswith(" Zuhören und aushandeln vor 94 Monaten beantwortet")


def test_a_check_without_hints_says_nothing_about_answers(mo_check: Call, write: Write) -> None:
    """Only whether the file is in order."""
    assert mo_check("profile", "check", write(profile_yaml(DOUBTED))).out == ""


def test_hints_change_nothing(mo_check: Call, write: Write) -> None:
    """The file stays byte for byte."""
    path = write(profile_yaml(DOUBTED))
    before = path.read_bytes()
    mo_check("profile", "check", path, "--hints")
    assert path.read_bytes() == before


def test_hints_go_through_every_score(mo_check: Call, write: Write) -> None:
    """A page for success factors and one for obstacles."""
    path = write(profile_yaml({"success.personal-relations": "{level: wide}"}, checklist="success-factors"))
    told = flat(mo_check("profile", "check", path, "--hints").out)
    assert "Rückfragen · Gelingen und Hindernisse: Gelingensfaktoren" in told
    assert "Rückfragen · Gelingen und Hindernisse: Hindernisse" in told


def test_hints_spare_what_is_broken(mo_check: Call, write: Write) -> None:
    """A bad profile is named, the good one is looked at; the call ends with 5."""
    good, bad = write(profile_yaml(DOUBTED)), write("a: b\n", "bad.yaml")
    ended = mo_check("profile", "check", bad, good, "--hints")
    assert ended.code == 5
    assert f"{bad}:1:1: " in ended.err
    assert "Höchste Stufe, noch ohne Beleg" in ended.out


@pytest.mark.parametrize("date", ["14.11.2026", "2026-02-30"])
def test_hints_on_a_wrong_day(mo_check: Call, write: Write, date: str) -> None:
    """A day that is none is a usage error."""
    ended = mo_check("profile", "check", write(profile_yaml(DOUBTED)), "--hints", "--date", date)
    assert (ended.code, ended.out) == (2, "")


def test_the_pages_of_a_folder_say_whose_they_are(mo_check: Call, write: Write) -> None:
    """Two respondents of one city have a page each, and each can be told from the other."""
    folder = write(profile_yaml(DOUBTED, label="Kulturamt"), "all/a.yaml").parent
    write(profile_yaml(DOUBTED, label="Jugendamt"), "all/b.yaml")
    told = mo_check("profile", "check", folder, "--hints").out
    assert [told.count(label) for label in ("Kulturamt", "Jugendamt", "Rückfragen · ")] == [1, 1, 2]


def test_without_hints_the_page_says_so(mo_check: Call, write: Write) -> None:
    """A page is never empty, and its head says what it would hold."""
    path = write(profile_yaml({"concept.written": "{level: draft}"}))
    told = flat(mo_check("profile", "check", path, "--hints").out)
    assert "Rückfragen · " in told
    assert "Keine Rückfragen." in told


def test_the_former_name_of_the_option_is_no_name(mo_check: Call, write: Write) -> None:
    """``--answers`` is a usage error."""
    ended = mo_check("profile", "check", write(profile_yaml()), "--answers")
    assert (ended.code, ended.out) == (2, "")
    assert "Die Option „--answers“ gibt es nicht." in ended.err

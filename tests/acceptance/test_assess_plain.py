"""``assess --plain`` from a pipe: what is typed is what stands in the profile and in the report."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import Call, Write, child, environment, flat, profile_yaml

WHO = ("Musterstadt", "2", "10", "45000", "Integrationsstelle")
"""Name, the second kind, the tenth Land, population, label."""


def _typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _answers(path: Path) -> dict[str, Any]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    answers: dict[str, Any] = held["checklists"]["cooperation"].get("answers", {})
    return answers


def _given(path: Path) -> dict[str, Any]:
    """Return the answers without the marks of their wording."""
    return {item: {k: v for k, v in answer.items() if k != "wording"} for item, answer in _answers(path).items()}


FIRST = {
    "understanding.listening": {"level": "negotiated", "date": "2026-11-14"},
    "concept.written": {"level": "written", "date": "2026-11-14"},
    "staff.job-description": {"level": "complete", "note": "Seit Mai.", "date": "2026-11-14"},
    "funding.forms": {"options": ["guidelines", "institutional"], "date": "2026-11-14"},
    "funding.information": {"status": "unknown", "date": "2026-11-14"},
    "rooms.same-terms": {"status": "not_applicable", "reason": "keine eigenen Räume", "date": "2026-11-14"},
}
SECOND = {
    "qualification.offers": {"level": "none", "date": "2026-11-15"},
    "contacts.departments": {"level": "few", "date": "2026-11-15"},
    "contacts.several": {"level": "named", "date": "2026-11-15"},
    "levels.exchange": {"level": "joint", "date": "2026-11-15"},
    "levels.bodies": {"level": "none", "date": "2026-11-15"},
    "levels.joint-planning": {"level": "contribute", "date": "2026-11-15"},
    "levels.flexible-hours": {"level": "usual", "date": "2026-11-15"},
    "fairness.remunerate": {"level": "house", "date": "2026-11-15"},
    "fairness.hearings": {"level": "few", "date": "2026-11-15"},
}


def test_the_quick_check_in_two_sittings(mo_check: Call, tmp_path: Path) -> None:
    """Fifteen questions with two steps back, a note, an unknown, a not applicable, and the end of the input in between."""
    path = tmp_path / "p.yaml"
    # two answers; back, back; keep the first; change the second; a note and an answer; two options; unknown; not applicable
    lines = ("3", "2", "z", "z", "", "3", "n", "Seit Mai.", "3", "4", "1 3", "w", "x", "keine eigenen Räume")
    first = mo_check("assess", "--plain", "--quick", path, "--date", "2026-11-14", given=_typed(*WHO, *lines))
    assert first.code == 130
    assert "Unterbrochen. Alle Antworten sind gesichert." in first.err
    assert f"Weiter mit: mo-check assess {path}" in first.err
    assert _given(path) == FIRST

    second = mo_check("assess", "--plain", path, "--date", "2026-11-15", given=_typed(*"123412342", "1"))
    assert (second.code, second.err) == (0, "")
    assert "Frage 7 von 15" in second.out
    assert "Frage 6 von 15" not in second.out
    assert _given(path) == FIRST | SECOND
    assert list(_answers(path)) == [*FIRST, *SECOND]

    read = json.loads(mo_check("report", path, "--format", "json").out)["reports"][0]
    items = {item["id"]: item for dimension in read["dimensions"] for item in dimension["items"]}
    told = {name: {k: v for k, v in item["answer"].items() if k != "wording"} for name, item in items.items()}
    assert told == FIRST | SECOND
    assert read["answered_on"] == "2026-11-15"
    assert read["scope"] == "quick"
    assert items["funding.information"]["standing"] == "unknown"
    assert items["rooms.same-terms"]["standing"] == "not_applicable"


def test_what_was_said_about_the_municipality_stands_in_the_profile(mo_check: Call, tmp_path: Path) -> None:
    """The five facts at the beginning are the head of the profile, and the file is named from them."""
    ended = mo_check("assess", "--plain", "--quick", given=_typed(*WHO))
    held = yaml.safe_load((tmp_path / "musterstadt-municipality-2026-11-18.yaml").read_text(encoding="utf-8"))
    assert ended.code == 130
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "land": "NW", "population": 45000}
    assert held["respondent"] == {"perspective": "municipality", "label": "Integrationsstelle"}


def test_wrong_facts_are_asked_again(mo_check: Call, tmp_path: Path) -> None:
    """An empty name, an unknown choice and a grouped number are explained, and the right one is taken."""
    typed = _typed("", "Musterstadt", "9", "Landkreis", "10", "45.000", "45000", "Integrationsstelle")
    ended = mo_check("assess", "--plain", "--quick", "p.yaml", given=typed)
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert "Der Text ist leer." in ended.out
    assert "Ohne Trennzeichen schreiben: 45000." in ended.out
    assert held["subject"] == {"name": "Musterstadt", "kind": "district", "land": "NW", "population": 45000}


def test_the_end_of_the_input_before_the_first_question(mo_check: Call, tmp_path: Path) -> None:
    """Whoever stops among the first facts leaves no file."""
    ended = mo_check("assess", "--plain", "p.yaml", given=_typed("Musterstadt"))
    assert ended.code == 130
    assert "Es war noch nichts zu sichern." in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def started(write: Write) -> Path:
    """Return a profile of the quick check without answers."""
    return write(profile_yaml(scope="quick"))


def test_every_answer_is_saved_at_once(mo_check: Call, started: Path) -> None:
    """After one line and the end of the input the one answer is in the file."""
    assert mo_check("assess", "--plain", started, given="2\n").code == 130
    assert _given(started) == {"understanding.listening": {"level": "heard", "date": "2026-11-18"}}


def test_a_last_line_without_its_end_counts(mo_check: Call, started: Path) -> None:
    """An answer is heard even where the input stops right behind it."""
    assert mo_check("assess", "--plain", started, given="2").code == 130
    assert "understanding.listening" in _answers(started)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        pytest.param(("s",), {"status": "skipped"}, id="later"),
        pytest.param(("w",), {"status": "unknown"}, id="unknown"),
        pytest.param(("W",), {"status": "unknown"}, id="in capitals"),
        pytest.param((" 3 ",), {"level": "negotiated"}, id="blanks around"),
        pytest.param(("a", "Landkreis"), {"status": "elsewhere", "who": "Landkreis"}, id="elsewhere"),
        pytest.param(("a", "", "4"), {"level": "followed"}, id="elsewhere, thought better of"),
        pytest.param(("n", "eins", "1", "3"), {"level": "negotiated", "note": "eins"}, id="note, then an answer"),
        pytest.param(("b", "Akte 7", "2", "3"), {"level": "negotiated", "evidence": "Akte 7"}, id="evidence"),
        pytest.param(("n", "[/1]"), {"status": "skipped", "note": "[/1]"}, id="a note alone"),
        pytest.param(("?", "3"), {"level": "negotiated"}, id="help, then an answer"),
        pytest.param(("7", "x", "zz", "1 2", "", "3"), {"level": "negotiated"}, id="nonsense, then an answer"),
        pytest.param(("3", "z", "1"), {"level": "offers"}, id="changed after a step back"),
        pytest.param(("g", "1", "3"), {"level": "negotiated"}, id="go to"),
        pytest.param(("g", "99", "3"), {"level": "negotiated"}, id="go to a question that is not"),
        pytest.param(("o", "1", "3"), {"level": "negotiated"}, id="from the open questions"),
    ],
)
def test_what_can_be_said_to_a_question(mo_check: Call, started: Path, typed: tuple[str, ...], answer: Mapping[str, str]) -> None:
    """Each thing that can be said leaves exactly its answer."""
    ended = mo_check("assess", "--plain", started, given=_typed(*typed))
    assert ended.code == 130
    assert _given(started) == {"understanding.listening": {**answer, "date": "2026-11-18"}}


def test_what_cannot_be_said_is_explained(mo_check: Call, started: Path) -> None:
    """A reply that means nothing here names what does: this question applies to everyone, so there is no „x“."""
    ended = mo_check("assess", "--plain", started, given="x\n")
    assert "Das geht hier nicht. Möglich sind: 1 2 3 4 w a" in flat(ended.out)


def test_quit_saves_and_sums_up(mo_check: Call, started: Path) -> None:
    """``q`` ends with 0, the summary, the file and what to type next."""
    ended = mo_check("assess", "--plain", started, given="2\nq\n")
    assert ended.code == 0
    assert f"Alle Antworten sind gesichert in {started}." in flat(ended.out)
    assert f"mo-check report {started}" in ended.out


def test_the_open_questions_are_offered_at_the_end(mo_check: Call, started: Path) -> None:
    """At the end what is open can be gone through once more; then everything is settled and the interview ends."""
    ended = mo_check("assess", "--plain", started, given=_typed("w", "s", *"1111111111111", "2", "3", "4"))
    assert ended.code == 0
    assert ended.out.count("Noch offen:") == 1
    assert _given(started)["understanding.listening"]["level"] == "negotiated"
    assert _given(started)["concept.written"]["level"] == "adopted"


def test_one_dimension(mo_check: Call, write: Write) -> None:
    """``--dimension`` asks the questions of one dimension only."""
    path = write(profile_yaml())
    ended = mo_check("assess", "--plain", path, "--dimension", "rooms", given=_typed("1", "2", "3", "1 2"))
    assert ended.code == 0
    assert "Frage 1 von 4" in ended.out
    assert list(_answers(path)) == ["rooms.same-terms", "rooms.dedicated", "rooms.centre", "rooms.forms"]


def test_only_what_is_open(mo_check: Call, write: Write) -> None:
    """``--only-open`` asks what nobody knew or what was left, and what is answered stays."""
    answers = {"concept.written": "{status: unknown}", "rooms.same-terms": "{level: rules}", "levels.bodies": "{status: skipped}"}
    path = write(profile_yaml(answers, scope="quick"))
    ended = mo_check("assess", "--plain", path, "--only-open", given=_typed(*["2"] * 14))
    assert ended.code == 0
    assert "Frage 1 von 14" in ended.out
    assert _answers(path)["rooms.same-terms"] == {"level": "rules"}
    assert _answers(path)["concept.written"]["level"] == "draft"
    assert len(_answers(path)) == 15


def test_again_confirms_or_changes_an_older_profile(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """``--again`` asks with the earlier answers beside, keeps what is confirmed under the new day, and spares the old file."""
    answers = {
        "understanding.listening": '{level: heard, note: alt, date: "2025-01-01"}',
        "concept.written": '{level: draft, date: "2025-01-01"}',
        "staff.job-description": '{level: none, date: "2025-01-01"}',
    }
    old = write(profile_yaml(answers, scope="quick"), "old.yaml")
    before = old.read_bytes()
    new = tmp_path / "new.yaml"
    ended = mo_check("assess", "--plain", "--again", old, "-o", new, "--date", "2026-11-14", given=_typed("", "3"))
    assert ended.code == 130
    assert "Früher: angehört" in ended.out
    assert _given(new) == {
        "understanding.listening": {"level": "heard", "note": "alt", "date": "2026-11-14"},
        "concept.written": {"level": "written", "date": "2026-11-14"},
    }
    assert old.read_bytes() == before


def test_again_never_replaces_a_file(mo_check: Call, started: Path, write: Write) -> None:
    """``--again`` refuses to write over the old profile or any other file."""
    other = write("kept\n", "other.yaml")
    before = started.read_bytes()
    codes = [mo_check("assess", "--plain", "--again", started, "-o", path, given="1\n").code for path in (started, other)]
    assert codes == [3, 3]
    assert (started.read_bytes(), other.read_bytes()) == (before, b"kept\n")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        pytest.param(("PROFILE", "--again", "PROFILE"), "--again", id="a profile and --again"),
        pytest.param(("PROFILE", "--quick"), "--quick", id="--quick for a profile that is there"),
        pytest.param(("PROFILE", "-o", "new.yaml"), "--output", id="-o for a profile that is there"),
        pytest.param(("new.yaml", "-o", "other.yaml"), "--output", id="two names for a new profile"),
        pytest.param(("PROFILE", "--dimension", "room"), "„room“", id="an unknown dimension"),
        pytest.param(("new.yaml", "--dimension", "room"), "„room“", id="an unknown dimension of a new profile"),
        pytest.param(("--again", "PROFILE", "-o", "new.yaml", "--dimension", "room"), "„room“", id="… of a repeated one"),
        pytest.param(("PROFILE", "--date", "14.11.2026"), "2026-11-14", id="a date in another form"),
    ],
)
def test_what_excludes_each_other(mo_check: Call, started: Path, arguments: tuple[str, ...], what: str) -> None:
    """Calls that cannot be carried out end with 2 before anything is asked or written."""
    ended = mo_check("assess", "--plain", *(str(started) if a == "PROFILE" else a for a in arguments), given=_typed(*WHO))
    assert (ended.code, ended.out) == (2, "")
    assert what in ended.err
    assert [path.name for path in started.parent.iterdir()] == [started.name]


def test_a_new_file_that_is_there_is_refused_before_the_first_question(mo_check: Call, write: Write) -> None:
    """``-o`` with a file that exists ends with 3 at once, not after five answers."""
    other = write("kept\n", "other.yaml")
    ended = mo_check("assess", "--plain", "-o", other, given=_typed(*WHO))
    assert (ended.code, ended.out) == (3, "")
    assert other.read_text(encoding="utf-8") == "kept\n"


def test_an_unknown_checklist_is_refused_before_the_first_question(mo_check: Call, tmp_path: Path) -> None:
    """``--checklist`` with an unknown name ends with 3 at once."""
    ended = mo_check("assess", "--plain", "--checklist", "coperation", given=_typed(*WHO))
    assert (ended.code, ended.out) == (3, "")
    assert "„cooperation“" in ended.err
    assert list(tmp_path.iterdir()) == []


COMMENTED = profile_yaml({"concept.written": "{level: draft}"}, scope="quick").replace("kind: town", "kind: town  # Kreis fragen")


def test_a_persons_comments_are_kept_in_a_copy(mo_check: Call, write: Write) -> None:
    """Before the first save of a file with comments a copy is kept beside it, and that is said once."""
    path = write(COMMENTED)
    ended = mo_check("assess", "--plain", path, given="2\n3\n")
    assert (path.parent / "profile.yaml.bak").read_text(encoding="utf-8") == COMMENTED
    assert ended.err.count("profile.yaml.bak") == 1
    again = mo_check("assess", "--plain", path, given="2\n")
    assert ".bak" not in again.err + again.out
    assert sorted(other.name for other in path.parent.iterdir()) == ["profile.yaml", "profile.yaml.bak"]


def test_without_a_new_answer_there_is_no_copy(mo_check: Call, write: Write) -> None:
    """A file that is only looked at stays as it is, without a copy."""
    path = write(COMMENTED)
    assert mo_check("assess", "--plain", path, given="q\n").code == 0
    assert path.read_text(encoding="utf-8") == COMMENTED
    assert [other.name for other in path.parent.iterdir()] == ["profile.yaml"]


def test_an_unknown_checklist_in_the_profile_survives(mo_check: Call, write: Write) -> None:
    """Answers to a checklist not known here are still there after an interview on another."""
    path = write(profile_yaml({"a.b": "{level: any, note: bleibt}"}, checklist="elsewhere", scope="quick"))
    mo_check("assess", "--plain", "--checklist", "cooperation", path, given="2\n")
    held = yaml.safe_load(path.read_text(encoding="utf-8"))["checklists"]
    assert held["elsewhere"]["answers"] == {"a.b": {"level": "any", "note": "bleibt"}}
    assert list(held["cooperation"]["answers"]) == ["understanding.listening"]


@pytest.mark.parametrize("term", ["dumb", "DUMB", "unknown"])
def test_a_dumb_terminal_is_asked_line_by_line(mo_check: Call, monkeypatch: pytest.MonkeyPatch, started: Path, term: str) -> None:
    """TERM=dumb behaves like ``--plain``: the same questions, the same answers."""
    monkeypatch.setenv("TERM", term)
    ended = mo_check("assess", started, given="2\n")
    assert ended.code == 130
    assert "Frage 1 von 15" in ended.out
    assert _given(started) == {"understanding.listening": {"level": "heard", "date": "2026-11-18"}}


def test_without_a_terminal_the_way_out_is_named(mo_check: Call, started: Path) -> None:
    """Where there is neither terminal nor ``--plain`` the call ends with 4 and names what helps."""
    before = started.read_bytes()
    ended = mo_check("assess", started, given="2\n")
    assert (ended.code, ended.out) == (4, "")
    assert "--plain" in ended.err
    assert "mo-check profile new" in ended.err
    assert started.read_bytes() == before


def test_the_interview_speaks_english(mo_check: Call, started: Path) -> None:
    """In English the keys and the words around the questions are English."""
    ended = mo_check("assess", "--plain", started, "--lang", "en", given="u\n")
    assert ended.code == 130
    assert _given(started) == {"understanding.listening": {"status": "unknown", "date": "2026-11-18"}}
    assert "Ihre Antwort" not in ended.out


def test_no_line_of_the_interview_is_wider_than_the_screen(mo_check: Call, started: Path) -> None:
    """What is written line by line is wrapped at the width of the screen."""
    ended = mo_check("assess", "--plain", started, given=_typed("?", *["w"] * 15, "1"))
    lines = [line for line in ended.out.splitlines() if "mo-check " not in line and str(started) not in line]
    assert ended.code == 0
    assert max(len(line.removeprefix("Ihre Antwort: ")) for line in lines) <= 80


def test_a_pipe_into_a_process_of_its_own(started: Path) -> None:
    """As a child process, with a byte order mark and CRLF in the pipe, the answers are the same."""
    ended = child("assess", "--plain", str(started), given="\ufeff2\r\n3\r\n")
    assert ended.code == 130
    assert [answer["level"] for answer in _answers(started).values()] == ["heard", "written"]


def test_an_interrupt_saves(started: Path) -> None:
    """Ctrl-C in the middle of a question ends with 130, and what was answered is in the file."""
    arguments = [sys.executable, "-u", "-m", "mo_check", "assess", "--plain", str(started)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"2\n")
        process.stdin.flush()
        said = b""
        while said.count(b"Ihre Antwort: ") < 2:
            said += os.read(process.stdout.fileno(), 4096)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)
        assert code == 130
        assert "Alle Antworten sind gesichert." in process.stderr.read().decode()
    assert list(_answers(started)) == ["understanding.listening"]

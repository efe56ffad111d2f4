"""``assess`` on a terminal: single keys through prompt_toolkit, in process, one prompt after the other."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import Typed, Write, flat, profile_yaml

ENTER, ESCAPE, LEFT, DOWN, CONTROL_C, CONTROL_D, BACKSPACE = "\r", "\x1b", "\x1b[D", "\x1b[B", "\x03", "\x04", "\x7f"


@pytest.fixture
def started(write: Write) -> Path:
    """Return a profile of the quick check without answers."""
    return write(profile_yaml(scope="quick"))


def _answers(path: Path) -> dict[str, Any]:
    held = yaml.safe_load(path.read_text(encoding="utf-8"))["checklists"]["cooperation"]["answers"]
    return {item: {k: v for k, v in answer.items() if k not in {"wording", "date"}} for item, answer in held.items()}


def test_a_key_answers_at_once(typed: Typed, started: Path) -> None:
    """A digit is the answer; no Enter is needed, and the next question is there."""
    ended = typed(["3", "1", "4"], started)
    assert ended.code == 130
    assert _answers(started) == {
        "understanding.listening": {"level": "negotiated"},
        "concept.written": {"level": "none"},
        "staff.job-description": {"level": "complete"},
    }
    assert "Frage 4 von 15" in ended.out


def test_a_new_profile_from_the_keyboard(typed: Typed, tmp_path: Path) -> None:
    """The facts at the beginning: typed lines, a digit among few, arrow keys among many, and Enter for what stays open."""
    keys = ["Musterstadt" + ENTER, "2", DOWN * 3 + ENTER, ENTER, "Integrationsstelle" + ENTER, "2"]
    ended = typed(keys, "--quick", "p.yaml")
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert ended.code == 130
    assert held["subject"]["name"] == "Musterstadt"
    assert held["subject"]["kind"] == "town"
    assert "population" not in held["subject"]
    assert held["respondent"]["label"] == "Integrationsstelle"
    assert _answers(tmp_path / "p.yaml") == {"understanding.listening": {"level": "heard"}}


FORMS = ["1", "1", "1"]
"""The keys up to funding.forms, whose options are guidelines, flexible, institutional, projects, other-offices, none."""


@pytest.mark.parametrize(
    ("keys", "options"),
    [
        pytest.param(["1", ENTER], ["guidelines"], id="one"),
        pytest.param(["3", "1", ENTER], ["guidelines", "institutional"], id="two, in the order of the checklist"),
        pytest.param(["1", "2", "1", ENTER], ["flexible"], id="in and out again"),
        pytest.param(["1", "1", ENTER, "4", ENTER], ["projects"], id="nothing is no answer"),
        pytest.param(["1", "2", "0", ENTER], ["none"], id="none puts the others out"),
        pytest.param(["0", "5", ENTER], ["other-offices"], id="another puts none out"),
    ],
)
def test_options_are_toggled(typed: Typed, started: Path, keys: list[str], options: list[str]) -> None:
    """Each digit puts an option in or out, and Enter ends the choice."""
    typed([*FORMS, *keys], started)
    assert _answers(started)["funding.forms"] == {"options": options}


def test_a_choice_taken_back_whole_is_no_answer(typed: Typed, started: Path) -> None:
    """Going back and putting every option out does not quietly keep the earlier choice: Enter waits for another."""
    typed([*FORMS, "3", ENTER, LEFT, "3", ENTER, "4", ENTER], started)
    assert _answers(started)["funding.forms"] == {"options": ["projects"]}


@pytest.mark.parametrize("back", [pytest.param(LEFT, id="left arrow"), pytest.param("z", id="z"), pytest.param("Z", id="Z")])
def test_a_step_back_and_enter_keep(typed: Typed, started: Path, back: str) -> None:
    """Back shows the answer that is there; Enter keeps it, and a digit changes it."""
    ended = typed(["3", "2", back, back, ENTER, "4"], started)
    assert _answers(started) == {
        "understanding.listening": {"level": "negotiated"},
        "concept.written": {"level": "adopted"},
    }
    assert "Bisher: ausgehandelt" in flat(ended.out)


def test_enter_without_an_answer_does_nothing(typed: Typed, started: Path) -> None:
    """Where nothing is there to keep, Enter is no answer."""
    typed([ENTER, ENTER, "2"], started)
    assert _answers(started) == {"understanding.listening": {"level": "heard"}}


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        pytest.param(["w"], {"status": "unknown"}, id="unknown"),
        pytest.param(["s"], {"status": "skipped"}, id="later"),
        pytest.param(["a", "Landkreis" + ENTER], {"status": "elsewhere", "who": "Landkreis"}, id="elsewhere"),
        pytest.param(["a", ESCAPE, "2"], {"level": "heard"}, id="Escape in a line"),
        pytest.param(["n", "[/1] Notiz" + ENTER, "3", "2"], {"level": "heard", "note": "[/1] Notiz"}, id="note"),
        pytest.param(
            ["n", "eins" + ENTER, "1", "n", " zwei" + ENTER, "2"], {"level": "heard", "note": "eins zwei"}, id="note, gone on"
        ),
        pytest.param(
            ["n", "eins" + ENTER, "1", "n", BACKSPACE * 4 + ESCAPE, "2"], {"level": "heard", "note": "eins"}, id="note, escaped"
        ),
        pytest.param(["b", "Akte 7" + ENTER, "2", "2"], {"level": "heard", "evidence": "Akte 7"}, id="evidence"),
        pytest.param(["?", "2"], {"level": "heard"}, id="help"),
        pytest.param(["jk9x5#ä" + DOWN + "2"], {"level": "heard"}, id="keys without a meaning"),
    ],
)
def test_what_can_be_said_with_keys(typed: Typed, started: Path, keys: list[str], answer: dict[str, str]) -> None:
    """Each key leaves exactly its answer; keys that mean nothing here do nothing."""
    typed(keys, started)
    assert _answers(started) == {"understanding.listening": answer}


@pytest.mark.parametrize(
    "stop", [pytest.param(CONTROL_C, id="Ctrl-C"), pytest.param(CONTROL_D, id="Ctrl-D"), pytest.param(None, id="closed")]
)
def test_stopping_saves(typed: Typed, started: Path, stop: str | None) -> None:
    """Ctrl-C, Ctrl-D and a closed input end with 130 and never hang; what was answered is saved."""
    ended = typed(["2"] + ([stop] if stop else []), started)
    assert ended.code == 130
    assert "Unterbrochen. Alle Antworten sind gesichert." in ended.err
    assert f"Weiter mit: mo-check assess {started}" in ended.err
    assert _answers(started) == {"understanding.listening": {"level": "heard"}}


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param([CONTROL_C], id="in the first line"),
        pytest.param(["Musterstadt" + ENTER, CONTROL_C], id="among choices"),
        pytest.param(["Musterstadt" + ENTER, "2", CONTROL_C], id="among many choices"),
        pytest.param([], id="closed"),
    ],
)
def test_stopping_before_the_first_question_leaves_nothing(typed: Typed, tmp_path: Path, keys: list[str]) -> None:
    """Whoever stops among the first facts leaves no file."""
    ended = typed(keys, "p.yaml")
    assert ended.code == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("keys", [["n", CONTROL_C], ["n", "halb"], ["g", CONTROL_C]], ids=["note", "closed in a note", "go to"])
def test_stopping_in_a_line_saves(typed: Typed, started: Path, keys: list[str]) -> None:
    """Ctrl-C or a closed input inside a line ends with 130 too; the answers before are saved."""
    if keys[-1] == "halb":
        keys = ["n", "halb" + CONTROL_C]
    ended = typed(["2", *keys], started)
    assert ended.code == 130
    assert _answers(started) == {"understanding.listening": {"level": "heard"}}


def test_quit_sums_up(typed: Typed, started: Path) -> None:
    """``q`` ends with 0, the summary and what to type next."""
    ended = typed(["2", "q"], started)
    assert ended.code == 0
    assert "gesichert in" in flat(ended.out)
    assert f"mo-check report {started}" in flat(ended.out)


def test_the_whole_quick_check(typed: Typed, started: Path) -> None:
    """Fifteen questions and no open one: the interview ends by itself with the summary."""
    ended = typed([*FORMS, "1", ENTER, *["2"] * 11], started)
    assert ended.code == 0
    assert len(_answers(started)) == 15
    assert "Noch offen" not in ended.out


def test_go_to_and_the_open_questions(typed: Typed, started: Path) -> None:
    """``g`` goes to a question by its number; ``o`` lists the open ones first."""
    ended = typed(["g", "15" + ENTER, "2", "o", ENTER, "3"], started)
    assert _answers(started) == {"understanding.listening": {"level": "negotiated"}, "fairness.hearings": {"level": "few"}}
    assert "Noch offen" in ended.out


def test_english_keys(typed: Typed, started: Path) -> None:
    """In English ``u`` says unknown and ``b`` goes back."""
    typed(["u", "2", "b", "b", "3"], started, "--lang", "en")
    assert _answers(started) == {"understanding.listening": {"level": "negotiated"}, "concept.written": {"level": "draft"}}


def test_a_question_that_is_text(typed: Typed, write: Write) -> None:
    """A free text is written after Enter, and kept as it was typed."""
    path = write(profile_yaml())
    ended = typed([ENTER, "Mehr [/Zeit]" + ENTER, "2"], path, "--dimension", "closing")
    assert ended.code == 0
    assert _answers(path) == {"closing.missing": {"text": "Mehr [/Zeit]", "read_aloud": "in_substance"}}


def test_texts_on_the_screen_are_data(typed: Typed, write: Write) -> None:
    """A note that looks like markup is drawn as it is."""
    path = write(profile_yaml({"understanding.listening": '{level: heard, note: "[/1] [bold]x"}'}, scope="quick"))
    ended = typed(["g", "1" + ENTER], path)
    assert "[/1] [bold]x" in ended.out

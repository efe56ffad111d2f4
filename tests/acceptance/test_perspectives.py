"""Three perspectives, three languages, three checklists: each walked from the first question to the report."""

import io
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from calling import Call, Typed, flat, unbroken
from mo_check.cli.app import run
from walking import LANGUAGES, NAMES, PERSPECTIVES, TEXT, Asked, asked

WHO = ("Musterstadt", "2", "10", "45000", "Wer antwortet")
ENTER = "\r"
STYLES = re.compile(r"\x1b\[[0-9;]*m")


class Walk(NamedTuple):
    """One interview through the plain door: what it asked for, how it ended, and what it wrote."""

    name: str
    tag: str
    perspective: str
    code: int
    out: str
    err: str
    path: Path

    @property
    def questions(self) -> tuple[Asked, ...]:
        """What the files say has to be asked."""
        return asked(self.name, self.tag, self.perspective)

    def held(self) -> dict[str, Any]:
        """Return the profile that was saved."""
        held: dict[str, Any] = yaml.safe_load(self.path.read_text(encoding="utf-8"))
        return held


@pytest.fixture(
    scope="module",
    params=[(name, tag, perspective) for name in NAMES for tag in LANGUAGES for perspective in PERSPECTIVES],
    ids="-".join,
)
def walk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """Walk through a checklist with a pipe, always with the highest answer, so that nothing is left out by a condition."""
    name, tag, perspective = request.param
    path = tmp_path_factory.mktemp("walk") / "p.yaml"
    lines = [
        *WHO,
        *([""] if perspective == "migrant_organisation" else []),
        *(line for one in asked(name, tag, perspective) for line in ((TEXT, "1") if one.typed == TEXT else (one.typed,))),
    ]
    lines += () if perspective == "municipality" else ("2",)
    call = ["assess", "--plain", str(path), "--perspective", perspective, "--checklist", name, "--lang", tag]
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setenv("SOURCE_DATE_EPOCH", "1795000000")
        patched.setenv("COLUMNS", "80")
        patched.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        code = run(call)
    return Walk(name, tag, perspective, code, out.getvalue(), err.getvalue(), path)


def test_a_walk_ends_by_itself(walk: Walk) -> None:
    """A line for every question the files hold, and the interview is over: none more is asked, none is left."""
    assert (walk.code, walk.err) == (0, "")
    assert str(walk.path) in unbroken(walk.out)


def test_a_walk_shows_every_question_in_its_words(walk: Walk) -> None:
    """Each question stands there in the words of this perspective and language, each with its answers."""
    told = flat(walk.out)
    assert len(walk.questions) >= 10
    assert [one.item for one in walk.questions if flat(one.question) not in told] == []
    assert [(one.item, choice) for one in walk.questions for choice in one.choices if flat(choice) not in told] == []


def test_a_walk_shows_no_question_of_others(walk: Walk) -> None:
    """What is asked of another perspective, or in another language, does not appear."""
    own = {one.question for one in walk.questions}
    others = {
        one.question
        for tag in LANGUAGES
        for perspective in PERSPECTIVES
        for one in asked(walk.name, tag, perspective)
        if not any(one.question in mine for mine in own)
    }
    told = flat(walk.out)
    assert len(others) >= 20
    assert [question for question in others if flat(question) in told] == []


def test_a_walk_saves_every_answer(walk: Walk) -> None:
    """The profile holds exactly the items asked, whose eyes they were seen with, and in which language."""
    held = walk.held()
    assert list(held["checklists"][walk.name]["answers"]) == [one.item for one in walk.questions]
    assert held["respondent"] == {"perspective": walk.perspective, "label": "Wer antwortet"}
    assert held["language"] == walk.tag


def test_a_walk_leads_to_a_report(walk: Walk, mo_check: Call) -> None:
    """The profile is reported in its language; what was written in own words stands in it."""
    ended = mo_check("--lang", walk.tag, "report", walk.path)
    assert (ended.code, ended.err) == (0, "")
    assert "Musterstadt" in ended.out
    assert TEXT in ended.out


@pytest.mark.parametrize("perspective", PERSPECTIVES)
def test_a_walk_on_the_keyboard(typed: Typed, tmp_path: Path, perspective: str) -> None:
    """On a screen of pages, too, every question of a perspective is shown and answered with its key."""
    questions = asked("cooperation", "de", perspective)
    who = [
        "Musterstadt" + ENTER,
        "2",
        ENTER,
        ENTER,
        "Wer antwortet" + ENTER,
        *([ENTER] if perspective == "migrant_organisation" else []),
    ]
    keys = [key for one in questions for key in ((ENTER, TEXT + ENTER, "1") if one.typed == TEXT else _keys(one))]
    passed_on = () if perspective == "municipality" else ("2",)
    ended = typed([*who, *keys, *passed_on], "p.yaml", "--perspective", perspective, "--checklist", "cooperation")
    told = flat(STYLES.sub("", ended.out))
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert ended.code == 0
    assert [one.item for one in questions if flat(one.question) not in told] == []
    assert list(held["checklists"]["cooperation"]["answers"]) == [one.item for one in questions]


def _keys(one: Asked) -> tuple[str, ...]:
    """Return the keys of the highest answer: a digit, and Enter where several may be chosen."""
    return (one.typed, ENTER) if len(one.choices) > int(one.typed) else (one.typed,)

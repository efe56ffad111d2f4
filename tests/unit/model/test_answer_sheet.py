"""Answers read as plain values are those that pydantic reads, and what it refuses is refused alike."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from answers import answer_of
from mo_check.model.answer import Answer, AnswerFields, Status, Unknown, fields_of
from mo_check.model.answer_sheet import AnswerSheet, plain_fields
from mo_check.model.profile import ChecklistAnswers
from mo_check.model.types import Frozen, Id


class Fields(Frozen):
    """The answers of a checklist as pydantic alone reads them."""

    version: str
    answers: Mapping[Id, AnswerFields]


def _read(model: type[ChecklistAnswers] | type[Fields], answers: object) -> object:
    """Return the answers with the fields that were given, or what is complained of."""
    try:
        held = model.model_validate({"version": "1.0.0", "answers": answers}).answers
    except ValidationError as error:
        return [(one["loc"], one["type"], one.get("ctx")) for one in error.errors(include_url=False)]
    made = {item: one.answer() if isinstance(one, AnswerFields) else one for item, one in held.items()}
    assert all(type(answer) is Answer for answer in made.values())
    return {item: (answer, fields_of(answer), hash(answer)) for item, answer in made.items()}


WORDS = st.sampled_from(["regular", "a-b", "none", "", "Regular", "1a", "a" * 40, "a" * 41, "a\n", "ä"])
TEXTS = st.sampled_from(
    ["Ein Satz.", "  mit Rand ", "", " ", "\u200b", "zwei\r\nZeilen ", "Glocke\x07", "\ud800", "x" * 500, "=1+1"]
)
DAYS = st.sampled_from(["2026-11-14", "2026-02-30", "14.11.2026", "2026-W01-1", "20261114", "٢٠٢٦-١١-١٤", ""])
MARKS = st.sampled_from(["sha256:0123abcd", "sha256:0123ABCD", "sha256:0123abcd\n", "sha256:0123abc", "md5:0123abcd"])
STATUSES = st.sampled_from([*(status.value for status in Status), "", "Unknown"])
ODD = st.sampled_from([None, 3, True, ["a"], {"a": "b"}, date(2026, 11, 14), Status.UNKNOWN])
POSITIONS = st.just([{"label": "Amt", "level": "none"}])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "level": WORDS,
    "options": st.lists(WORDS, max_size=3),
    "text": TEXTS,
    "status": STATUSES,
    "who": TEXTS,
    "reason": TEXTS,
    "positions": POSITIONS,
    "note": TEXTS,
    "evidence": TEXTS,
    "date": DAYS,
    "wording": MARKS,
    "lvel": WORDS,
}
GOOD = {
    "level": {"level": "regular"},
    "level with everything": {
        "level": "regular",
        "note": " Ein Satz. ",
        "evidence": "Protokoll",
        "date": "2026-11-14",
        "wording": "sha256:0123abcd",
    },
    "options": {"options": ["a", "b"]},
    "no options": {"options": []},
    "text": {"text": "zwei\r\nZeilen"},
    "unknown": {"status": "unknown", "date": "2026-11-14"},
    "skipped": {"status": "skipped"},
    "not applicable": {"status": "not_applicable", "reason": "gibt es nicht"},
    "elsewhere with a level": {"status": "elsewhere", "who": "Kreis", "level": "regular"},
    "disputed": {"status": "disputed", "positions": [{"label": "Amt", "level": "none"}]},
    "agreed": {"level": "regular", "positions": [{"label": "Amt", "level": "none"}]},
}


@pytest.mark.parametrize("answer", GOOD.values(), ids=GOOD)
def test_every_kind_of_answer_is_made_alike(answer: dict[str, object]) -> None:
    """Value, given fields, dump and hash are the model's."""
    assert _read(ChecklistAnswers, {"a.b": answer}) == _read(Fields, {"a.b": answer})


IDS = st.sampled_from(["a", "a.b-c", "", "A", "a..b", "a" * 80, "a" * 81])


@given(st.data())
def test_whatever_an_answer_holds_is_read_alike(data: st.DataObject) -> None:
    """Any mixture of right and wrong fields gives the model's answers, or the model's complaints at the model's places."""
    answers = {}
    for item in data.draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
        names = data.draw(st.lists(st.sampled_from(list(FIELDS)), max_size=4, unique=True))
        answers[item] = {name: data.draw(st.one_of(FIELDS[name], FIELDS[name], FIELDS[name], ODD)) for name in names}
    assert _read(ChecklistAnswers, answers) == _read(Fields, answers)


@given(st.one_of(ODD, st.text(max_size=3), st.just({"a": "hours"}), st.just({1: {}})))
def test_what_are_no_answers_is_read_alike(answers: object) -> None:
    """What is no mapping of mappings is left to pydantic."""
    assert _read(ChecklistAnswers, answers) == _read(Fields, answers)


def test_the_usual_answers_take_the_short_way() -> None:
    """They are made when they are asked for; without this the comparison would say nothing."""
    answers = {
        "a": {"level": "regular", "note": " So. ", "date": "2026-11-14", "wording": "sha256:0123abcd"},
        "b": {"options": ["c"]},
        "d": {"status": "unknown"},
    }
    found = ChecklistAnswers.model_validate({"version": "1.0.0", "answers": answers}).answers
    assert isinstance(found, AnswerSheet)
    assert found["a"].note == "So."
    assert found["b"].options == ("c",)
    assert found["d"] == Answer(Unknown())
    assert found.plain["a"]["date"] == date(2026, 11, 14)
    assert ("b" in found, "c" in found, list(found), len(found)) == (True, False, ["a", "b", "d"], 3)


@pytest.mark.parametrize("answer", GOOD.values(), ids=GOOD)
def test_answers_made_by_hand_have_the_same_fields(answer: dict[str, object]) -> None:
    """However answers came about, scoring reads the same of them."""
    made = {"a.b": answer_of(**answer)}
    read = ChecklistAnswers.model_validate({"version": "1.0.0", "answers": {"a.b": answer}})
    by_hand = ChecklistAnswers(version="1.0.0", answers=made)
    assert plain_fields(by_hand.answers) == plain_fields(read.answers)
    assert dict(by_hand.answers) == dict(read.answers) == made
    assert by_hand.model_dump(mode="json") == read.model_dump(mode="json")

"""Answers made without pydantic's detour are those that the model makes, and what the model refuses is refused alike."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from mo_check.model.profile import Answer, ChecklistAnswers, Status
from mo_check.model.types import Frozen, Id
from mo_check.model.usual_answers import usual_answers


class Plain(Frozen):
    """The answers of a checklist as pydantic alone reads them."""

    version: str
    answers: Mapping[Id, Answer]


def _read(model: type[ChecklistAnswers] | type[Plain], answers: object) -> object:
    """Return the answers with the fields that were given, or what is complained of."""
    try:
        held = model.model_validate({"version": "1.0.0", "answers": answers}).answers
    except ValidationError as error:
        return [(one["loc"], one["type"], one.get("ctx")) for one in error.errors(include_url=False)]
    assert all(type(answer) is Answer for answer in held.values())
    return {item: (answer, answer.model_fields_set, answer.model_dump(), hash(answer)) for item, answer in held.items()}


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
    assert _read(ChecklistAnswers, {"a.b": answer}) == _read(Plain, {"a.b": answer})


IDS = st.sampled_from(["a", "a.b-c", "", "A", "a..b", "a" * 80, "a" * 81])


@given(st.data())
def test_whatever_an_answer_holds_is_read_alike(data: st.DataObject) -> None:
    """Any mixture of right and wrong fields gives the model's answers, or the model's complaints at the model's places."""
    answers = {}
    for item in data.draw(st.lists(IDS, min_size=1, max_size=3, unique=True)):
        names = data.draw(st.lists(st.sampled_from(list(FIELDS)), max_size=4, unique=True))
        answers[item] = {name: data.draw(st.one_of(FIELDS[name], FIELDS[name], FIELDS[name], ODD)) for name in names}
    assert _read(ChecklistAnswers, answers) == _read(Plain, answers)


@given(st.one_of(ODD, st.text(max_size=3), st.just({"a": "hours"}), st.just({1: {}}), st.just({"a": Answer(level="none")})))
def test_what_are_no_answers_is_read_alike(answers: object) -> None:
    """What is no mapping of mappings, or holds answers made already, is left to the model."""
    assert _read(ChecklistAnswers, answers) == _read(Plain, answers)


def test_the_usual_answers_take_the_short_way() -> None:
    """Without this the comparison would say nothing."""
    answers = {
        "a": {"level": "regular", "note": "So.", "date": "2026-11-14", "wording": "sha256:0123abcd"},
        "b": {"options": ["c"]},
    }
    found = usual_answers(Answer, {"unknown": Status.UNKNOWN}, answers)
    assert found is not None
    assert found["a"].note == "So."
    assert usual_answers(Answer, {}, {"a": {"level": "Regular"}}) is None

"""A profile: what an answer needs, and what a profile says about itself."""

from datetime import date

import pytest
from pydantic import ValidationError

from answers import answer_of
from builders import profile
from mo_check.model.answer import Status, fields_of
from mo_check.model.profile import Profile, Subject

POSITIONS = [{"label": "Amt", "level": "none"}]


def refusal(**fields: object) -> tuple[str, dict[str, str]]:
    """Return the type and the fields with which an answer is refused."""
    with pytest.raises(ValidationError) as caught:
        answer_of(**fields)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"level": "full"}, id="level"),
        pytest.param({"options": ["one", "two"]}, id="options"),
        pytest.param({"options": []}, id="no options, which fitting judges"),
        pytest.param({"text": "t"}, id="text"),
        pytest.param({"status": "unknown"}, id="unknown"),
        pytest.param({"status": "skipped"}, id="skipped"),
        pytest.param({"status": "not_applicable", "reason": "r"}, id="not applicable"),
        pytest.param({"status": "elsewhere", "who": "w"}, id="elsewhere"),
        pytest.param({"status": "elsewhere", "who": "w", "level": "full"}, id="elsewhere with a level"),
        pytest.param({"status": "disputed", "positions": POSITIONS}, id="disputed"),
        pytest.param({"level": "full", "note": "n", "evidence": "e", "date": "2026-11-14"}, id="with remarks"),
    ],
)
def test_forms_of_an_answer(fields: dict[str, object]) -> None:
    """A level, options, a text or a status with what belongs to it is an answer."""
    assert set(fields_of(answer_of(**fields))) == set(fields)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"note": "n"}, id="only a note"),
        pytest.param({"level": "full", "text": "t"}, id="level and text"),
        pytest.param({"level": "full", "options": ["one"]}, id="level and options"),
        pytest.param({"level": "full", "status": "unknown"}, id="level and unknown"),
        pytest.param({"options": ["one"], "status": "elsewhere", "who": "w"}, id="options and elsewhere"),
        pytest.param({"level": "full", "text": "t", "status": "elsewhere", "who": "w"}, id="three"),
    ],
)
def test_an_answer_is_one_thing(fields: dict[str, object]) -> None:
    """Nothing, or two answers in one, are none; only "elsewhere" may carry a level."""
    assert refusal(**fields)[0] == "answer_not_one"


@pytest.mark.parametrize(("status", "key"), [("elsewhere", "who"), ("not_applicable", "reason"), ("disputed", "positions")])
def test_a_status_needs_what_belongs_to_it(status: str, key: str) -> None:
    """Elsewhere says who, not applicable why, disputed who holds what."""
    assert refusal(status=status) == ("answer_incomplete", {"status": status, "key": key})


@pytest.mark.parametrize(("key", "value"), [("who", "w"), ("reason", "r"), ("positions", POSITIONS)])
@pytest.mark.parametrize("answer", [{"text": "t"}, {"status": "unknown"}], ids=["text", "unknown"])
def test_what_belongs_to_another_status_is_refused(answer: dict[str, str], key: str, value: object) -> None:
    """What nobody would ever read again is not stored."""
    kind, fields = refusal(**answer, **{key: value})
    assert (kind, fields["key"]) == ("answer_surplus", key)


@pytest.mark.parametrize("answer", [{"level": "full"}, {"options": ["one"]}], ids=["level", "options"])
def test_beside_an_agreed_answer_stands_who_held_what(answer: dict[str, object]) -> None:
    """Positions belong to a dispute and to what was agreed; a name or a reason does not."""
    held = answer_of(**answer | {"positions": POSITIONS})
    assert [position.model_dump() for position in held.positions] == POSITIONS
    assert refusal(**answer, who="w") == ("answer_surplus", {"status": "elsewhere", "key": "who"})


@pytest.mark.parametrize("ags", ["05315", "05315000"], ids=["district", "municipality"])
def test_the_official_key_keeps_its_zero(ags: str) -> None:
    """The official key is a text of 5 or 8 digits."""
    assert Subject.model_validate({"name": "Köln", "kind": "city", "ags": ags}).ags == ags


@pytest.mark.parametrize("ags", ["5315000", "053150001", "0531500a", "٠٥٣١٥", ""], ids=repr)
def test_other_official_keys_are_refused(ags: str) -> None:
    """Seven digits are a key that lost its zero."""
    with pytest.raises(ValidationError):
        Subject.model_validate({"name": "Köln", "kind": "city", "ags": ags})


def test_a_checklist_never_answered_has_no_answers() -> None:
    """Asking for the answers to an unknown checklist gives none and no error."""
    assert profile({"a": "full"}).answers("another") == {}


def test_answers_are_found_by_checklist() -> None:
    """The answers to a checklist are kept by item."""
    assert profile({"a": "full"}).answers("probe")["a"] == answer_of(level="full")


def test_the_day_of_the_last_answer() -> None:
    """A profile was answered on the day of its latest dated answer."""
    answers = {
        "a": answer_of(level="full", date=date(2026, 11, 14)),
        "b": answer_of(status=Status.UNKNOWN, date=date(2026, 12, 1)),
        "c": answer_of(level="full"),
    }
    assert profile(answers).answered_on("probe") == date(2026, 12, 1)


def test_without_dates_there_is_no_day() -> None:
    """Undated answers, or none, give no day."""
    assert profile({"a": "full"}).answered_on("probe") is None
    assert profile().answered_on("probe") is None


def test_a_profile_cannot_be_changed() -> None:
    """A profile is frozen: an answer makes a new one."""
    with pytest.raises(ValidationError):
        profile().scope = "quick"


def test_language_and_scope_have_defaults() -> None:
    """A profile without either is German and full."""
    tree = profile().model_dump(mode="json", exclude={"language", "scope"}, exclude_none=True)
    held = Profile.model_validate(tree)
    assert (held.language, held.scope) == ("de", "full")

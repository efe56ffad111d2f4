"""Whether answers fit the checklist they were given to: each complaint, and what is never complained of."""

from collections.abc import Mapping

import pytest
from hypothesis import given

from builders import cases, checklist, dimension, item, level_trees, option_trees, profile
from mo_check.errors import Message
from mo_check.model.checklist import Checklist
from mo_check.model.checks.fitting import check_profile, renamed
from mo_check.model.issue import Issue
from mo_check.model.profile import ChecklistAnswers, Profile

AT = ("checklists", "probe", "answers")
LEVELS = ("none", "some", "good", "full")
CHECKLIST = checklist(
    dimension(
        "d",
        item("d.level"),
        item("d.never", na="never"),
        item(
            "d.select",
            kind="select",
            options=option_trees(one="1", two="1", none="0"),
            levels=level_trees("low", "high", from_credit=("0", "1")),
        ),
        item("d.share", kind="share", levels=level_trees("under-11", "from-11")),
        item("d.text", kind="text"),
        item("d.retired", retired="Ersetzt."),
    ),
    version="1.2.3",
)
WRONG_KIND = "„{id}“ wird mit „{wanted}“ beantwortet, nicht mit „{given}“."
NO_LEVEL = "Die Stufe „{id}“ gibt es hier nicht."
NO_OPTION = "Die Auswahl „{id}“ gibt es hier nicht."
TWICE = "„{id}“ steht hier zweimal."
NO_ITEM = "Das Kriterium „{id}“ gibt es nicht."


def answered(answers: Mapping[str, Mapping[str, object]], version: str = "1.2.3", to: str = "probe") -> Profile:
    """Return a profile with these answers to a version of a checklist."""
    held = ChecklistAnswers.model_validate({"version": version, "answers": answers})
    return profile().model_copy(update={"checklists": {to: held}})


def complaints(**answer: object) -> list[Issue]:
    """Return what is complained of in one answer; its item is given as ``item``."""
    return list(check_profile(answered({str(answer.pop("item")): answer}), CHECKLIST))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param({"item": "d.level", "level": "good"}, id="level"),
        pytest.param({"item": "d.level", "status": "unknown"}, id="unknown"),
        pytest.param({"item": "d.level", "status": "skipped"}, id="skipped"),
        pytest.param({"item": "d.level", "status": "not_applicable", "reason": "r"}, id="not applicable"),
        pytest.param({"item": "d.level", "status": "elsewhere", "who": "w"}, id="elsewhere"),
        pytest.param({"item": "d.level", "status": "elsewhere", "who": "w", "level": "full"}, id="elsewhere, level"),
        pytest.param({"item": "d.level", "status": "disputed", "positions": [{"label": "l", "level": "full"}]}, id="disputed"),
        pytest.param(
            {"item": "d.select", "status": "disputed", "positions": [{"label": "l", "level": "high"}]},
            id="disputed level of a selection",
        ),
        pytest.param({"item": "d.never", "status": "elsewhere", "who": "w"}, id="elsewhere, though it applies to all"),
        pytest.param({"item": "d.select", "options": ["one", "two"]}, id="options"),
        pytest.param({"item": "d.select", "options": ["none"]}, id="none of them"),
        pytest.param({"item": "d.share", "level": "from-11"}, id="band"),
        pytest.param({"item": "d.text", "text": "t"}, id="text"),
        pytest.param({"item": "d.text", "status": "unknown"}, id="no text"),
    ],
)
def test_a_fitting_answer_is_not_complained_of(answer: dict[str, object]) -> None:
    """Every form of answer that its item takes passes."""
    assert complaints(**answer) == []


@given(cases())
def test_answers_made_for_a_checklist_fit_it(case: tuple[Checklist, Profile]) -> None:
    """Law: whatever checklist and whatever answers to it, answers of the right form pass."""
    held, given_answers = case
    assert list(check_profile(given_answers, held)) == []


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        pytest.param({"item": "d.level", "text": "t"}, "level", id="text for a level"),
        pytest.param({"item": "d.level", "options": ["one"]}, "level", id="options for a level"),
        pytest.param({"item": "d.share", "text": "t"}, "level", id="text for a band"),
        pytest.param({"item": "d.select", "level": "high"}, "options", id="level for options"),
        pytest.param({"item": "d.select", "text": "t"}, "options", id="text for options"),
        pytest.param({"item": "d.text", "level": "full"}, "text", id="level for a text"),
        pytest.param({"item": "d.text", "options": ["one"]}, "text", id="options for a text"),
    ],
)
def test_an_answer_of_another_kind(answer: dict[str, object], wanted: str) -> None:
    """An answer of another kind is named once, with the kind that the item takes."""
    (given_name,) = {"level", "options", "text"} & set(answer)
    message = Message(WRONG_KIND, id=answer["item"], wanted=wanted, given=given_name)
    assert complaints(**answer) == [Issue((*AT, answer["item"], given_name), message)]


def test_done_elsewhere_may_carry_the_level_of_a_selection() -> None:
    """Who knows how far another office is may say so by the level, without its options (docs/method.md, Values)."""
    assert complaints(item="d.select", status="elsewhere", who="w", level="high") == []


def test_an_unknown_level() -> None:
    """A level that the item does not have is named, with those that it has."""
    message = Message(NO_LEVEL, id="ful")
    assert complaints(item="d.level", level="ful") == [Issue((*AT, "d.level", "level"), message, known=LEVELS)]


def test_an_unknown_level_elsewhere() -> None:
    """What others are said to have reached is a level too."""
    (complaint,) = complaints(item="d.level", status="elsewhere", who="w", level="ful")
    assert complaint.message == Message(NO_LEVEL, id="ful")


def test_an_unknown_level_of_a_position() -> None:
    """In a dispute each position is looked at by itself."""
    positions = [{"label": "a", "level": "full"}, {"label": "b", "level": "ful"}, {"label": "c", "level": "non"}]
    found = complaints(item="d.level", status="disputed", positions=positions)
    assert found == [
        Issue((*AT, "d.level", "positions", place, "level"), Message(NO_LEVEL, id=level), known=LEVELS)
        for place, level in ((1, "ful"), (2, "non"))
    ]


def test_an_unknown_option() -> None:
    """An option that the item does not have is named at its place, with those that it has."""
    expected = Issue((*AT, "d.select", "options", 1), Message(NO_OPTION, id="tow"), known=("one", "two", "none"))
    assert complaints(item="d.select", options=["one", "tow"]) == [expected]


def test_an_option_twice() -> None:
    """An option chosen twice is complained of the second time."""
    expected = Issue((*AT, "d.select", "options", 2), Message(TWICE, id="one"))
    assert complaints(item="d.select", options=["one", "two", "one"]) == [expected]


def test_none_beside_others() -> None:
    """None of them and one of them exclude each other."""
    expected = Issue((*AT, "d.select", "options"), Message("„none“ schließt alles andere aus."))
    assert complaints(item="d.select", options=["one", "none"]) == [expected]


def test_none_twice_is_only_twice() -> None:
    """None of them said twice excludes nothing: one mistake is one complaint."""
    expected = Issue((*AT, "d.select", "options", 1), Message(TWICE, id="none"))
    assert complaints(item="d.select", options=["none", "none"]) == [expected]


def test_nothing_chosen() -> None:
    """An empty selection says neither what there is nor that there is nothing."""
    remedy = Message("Eine Auswahl nennen oder den Status „unknown“.")
    expected = Issue((*AT, "d.select", "options"), Message("Es ist nichts gewählt."), remedy)
    assert complaints(item="d.select", options=[]) == [expected]


def test_not_applicable_where_it_applies_to_all() -> None:
    """Where a question concerns every municipality, it cannot be put aside."""
    (complaint,) = complaints(item="d.never", status="not_applicable", reason="r")
    assert complaint.path == (*AT, "d.never", "status")
    assert complaint.message == Message("„trifft nicht zu“ gibt es hier nicht: diese Frage stellt sich jeder Kommune.")
    assert complaint.remedy == Message("„unknown“ wählen oder eine Stufe nennen.")


@pytest.mark.parametrize("fact", [{"fact": "kind", "is": ["city"]}, {"fact": "population", "at_least": "9000"}])
def test_not_applicable_where_a_fact_decides(fact: dict[str, object]) -> None:
    """Where a question waits for a fact about the municipality, it does not concern every one: its answer may say so."""
    held = checklist(dimension("d", item("d.never", na="never", when=fact)))
    assert list(check_profile(answered({"d.never": {"status": "not_applicable", "reason": "r"}}), held)) == []


@pytest.mark.parametrize("version", ["1.2.3", "1.2.2", "0.9.9", "1.1.10"], ids=["same", "patch", "major", "minor"])
def test_an_unknown_item(version: str) -> None:
    """An item that the checklist does not have is named, with those that it has."""
    (complaint,) = check_profile(answered({"d.leve": {"level": "full"}}, version), CHECKLIST)
    assert complaint.path == (*AT, "d.leve")
    assert complaint.message == Message(NO_ITEM, id="d.leve")
    assert complaint.remedy is None
    assert complaint.known == ("d.level", "d.never", "d.select", "d.share", "d.text", "d.retired")


@pytest.mark.parametrize("version", ["1.2.4", "1.10.0", "2.0.0"], ids=["patch", "minor, counted as a number", "major"])
def test_an_unknown_item_of_a_newer_checklist(version: str) -> None:
    """If the profile was made with a newer checklist, mo-check is old and the profile is not wrong."""
    (complaint,) = check_profile(answered({"d.leve": {"level": "full"}}, version), CHECKLIST)
    remedy = Message("Das Profil kennt eine neuere Fassung der Checkliste: bitte mo-check erneuern.")
    assert complaint == Issue((*AT, "d.leve"), Message(NO_ITEM, id="d.leve"), remedy)


@pytest.mark.parametrize("answer", [{"level": "gone"}, {"text": "t"}], ids=["level", "kind"])
def test_answers_to_retired_items_are_kept(answer: dict[str, str]) -> None:
    """What was answered before an item was retired is nobody's mistake now."""
    assert complaints(item="d.retired", **answer) == []


def test_answers_to_other_checklists_are_not_judged() -> None:
    """Only the answers to this checklist are held against it."""
    assert list(check_profile(answered({"any.thing": {"level": "gone"}}, to="another"), CHECKLIST)) == []


def test_every_answer_is_judged() -> None:
    """One wrong answer hides no other."""
    wrong = answered({"d.level": {"level": "gone"}, "gone": {"level": "full"}, "d.text": {"level": "full"}})
    assert [complaint.path[3] for complaint in check_profile(wrong, CHECKLIST)] == ["d.level", "gone", "d.text"]


def test_a_profile_without_answers_fits() -> None:
    """A profile that was only begun has nothing to complain of."""
    assert list(check_profile(answered({}), CHECKLIST)) == []


RENAMED = checklist(dimension("d", item("d.now", renamed_from=["d.then", "d.before"]), item("d.other")))


def test_an_answer_under_a_former_id_is_kept_under_the_present_one() -> None:
    """A newer checklist never loses an answer: what was called otherwise moves, with its note and in its place."""
    moved = renamed(answered({"d.then": {"level": "good", "note": "n"}, "d.other": {"level": "some"}}), RENAMED)
    assert {i: (a.level, a.note) for i, a in moved.answers("probe").items()} == {
        "d.now": ("good", "n"),
        "d.other": ("some", None),
    }
    assert list(check_profile(moved, RENAMED)) == []


def test_the_present_answer_wins_over_a_former_one() -> None:
    """Where both ids are answered, the answer under the present id counts."""
    moved = renamed(answered({"d.then": {"level": "none"}, "d.now": {"level": "full"}}), RENAMED)
    assert {i: a.level for i, a in moved.answers("probe").items()} == {"d.now": "full"}


def test_a_profile_without_former_ids_is_the_same_object() -> None:
    """Nothing is copied where nothing was renamed."""
    held = answered({"d.now": {"level": "full"}})
    assert renamed(held, RENAMED) is held

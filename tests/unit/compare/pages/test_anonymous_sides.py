"""Nothing a hidden side answered can be read or worked out of a comparison, whatever form it is written in.

The answers of hidden respondents are changed at random; then the screen, Markdown and JSON have to be the same bytes.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer_of
from builders import (
    SIDES,
    Given,
    answer,
    checklist,
    common,
    compared,
    dimension,
    for_all,
    item,
    profiles,
    respondents,
    shared_checklists,
    side,
    with_answers,
)
from builders import source as paper
from drawing import drawn
from extent import briefly
from mo_check.compare.comparison_json import comparisons_json
from mo_check.compare.pages.comparison_page import ComparisonContent, View, comparison_page
from mo_check.compare.pages.kit import Kit, kit_guide, kit_handout, kit_steps
from mo_check.compare.pure.agenda import agenda
from mo_check.compare.pure.sides import compared_items
from mo_check.languages import language
from mo_check.model.answer import Answer
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile
from mo_check.render.markdown import markdown

CITY, OFFICES, CLUBS = SIDES
MARKS = (None, "sha256:00000000", "sha256:11111111")
DAYS = (None, date(2024, 2, 29), date(2026, 12, 24), date(2027, 1, 1))
PAPER = paper(why="insight")
SECRETS = ("Unser Raum ist kalt", "Akte 77", "Uns fehlt ein Ofen", "31. Dezember 2027", "2027-12-31", "Ofenverein")


def told(held: Checklist, given_by: Sequence[Profile], hiding: Sequence[str], *, names: bool = False) -> list[str]:
    """Return everything that can be seen of a comparison: the screen, Markdown, JSON, and a facilitator's kit."""
    comparison = compared(held, given_by, hiding=hiding)
    page = comparison_page(ComparisonContent(comparison, (PAPER,)), View(50, names=names), language("de"))
    made = Kit((comparison,), (PAPER,), agenda(compared_items(comparison.sides, comparison.hiding), 120), names=names)
    kit = (markdown(part(made, language("de"))) for part in (kit_guide, kit_handout, kit_steps))
    return ["\n".join(drawn(page, 100)), markdown(page), comparisons_json([comparison]), *kit]


def others(given_by: Sequence[Profile], changed: Sequence[str], again: Callable[[Profile], Profile]) -> list[Profile]:
    """Return the profiles, those of some sides with other answers, the rest as they were."""
    return [again(one) if one.respondent.perspective in changed else one for one in given_by]


def marked(given_anew: Answer, random: Random) -> Answer:
    """Return an answer with a date, a wording, a note and evidence of its own."""
    own = {"date": random.choice(DAYS), "wording": random.choice(MARKS), "note": f"Notiz {random.random()}"}
    return given_anew._replace(**own)


def answered(data: st.DataObject, held: Checklist, one: Profile) -> Profile:
    """Return a profile with other answers of any kind, at least one; who it is of stays as it was."""
    random = data.draw(st.randoms(use_true_random=False))
    answers = data.draw(profiles(held)).answers("probe") or {next(held.items()).id: answer("unknown")}
    return with_answers(one, {name: marked(given_anew, random) for name, given_anew in answers.items()})


@briefly()
@given(st.data())
def test_a_hidden_side_of_few_changes_nothing(data: st.DataObject) -> None:
    """One to four respondents of a side that hides its people: not a byte tells what they answered, or that they did."""
    held = data.draw(shared_checklists())
    open_ones = data.draw(respondents(held, (CITY, OFFICES), most=4))
    few = data.draw(respondents(held, (CLUBS,), most=4))[: data.draw(st.integers(1, 4))]
    given_by = [*open_ones, *few]
    changed = others(given_by, (CLUBS,), lambda one: answered(data, held, one))
    names = data.draw(st.booleans())
    assert told(held, given_by, (CLUBS,), names=names) == told(held, changed, (CLUBS,), names=names)


@briefly()
@given(st.data())
def test_a_side_hidden_for_the_sake_of_another_changes_nothing(data: st.DataObject) -> None:
    """Of two hiding sides one has fewer than five; so neither answers of this one nor of the other can be told."""
    held = data.draw(shared_checklists())
    few = data.draw(respondents(held, (OFFICES,), most=4))
    many = [one for _ in range(3) for one in data.draw(respondents(held, (CLUBS,), most=4))]
    given_by = [*data.draw(respondents(held, (CITY,), most=2)), *few, *many]
    which = data.draw(st.sampled_from([(OFFICES,), (CLUBS,), (OFFICES, CLUBS)]))
    changed = others(given_by, which, lambda one: answered(data, held, one))
    assert told(held, given_by, (OFFICES, CLUBS)) == told(held, changed, (OFFICES, CLUBS))


@briefly()
@given(st.data())
def test_nothing_is_worked_out_of_what_is_told_of_others(data: st.DataObject) -> None:
    """Whoever subtracts gets nothing: without the hidden side, what is told of the others has the same numbers."""
    held = data.draw(shared_checklists())
    open_ones = data.draw(respondents(held, (CITY, OFFICES), most=5))
    few = data.draw(respondents(held, (CLUBS,), most=4))
    comparison = compared(held, [*open_ones, *few], hiding=(CLUBS,))
    read = json.loads(comparisons_json([comparison]))["comparisons"][0]
    hidden = [one for row in read["items"] for one in row["sides"] if one["side"] == CLUBS]
    assert all(one.keys() == {"side", "about", "levels_differ", "shown"} for one in hidden)
    assert [pair for row in read["differences"] for pair in row["pairs"] if CLUBS in (pair["higher"], pair["lower"])] == []
    costs = {row["id"]: row["cost"] for row in read["items"]}
    blind = compared(held, [*open_ones, *(one.model_copy(update={"checklists": {}}) for one in few)], hiding=(CLUBS,))
    again = json.loads(comparisons_json([blind]))["comparisons"][0]
    assert {row["id"]: row["cost"] for row in again["items"]} == costs


SHARED = checklist(common("d.a"), dimension("d2", for_all(item("d2.what", kind="text", asks_missing=True))))


def club(level: str, number: int) -> dict[str, Answer]:
    """Return the answers of an association with everything that could tell who it is."""
    own = {"note": f"{SECRETS[0]} {number}", "evidence": SECRETS[1], "date": date(2027, 12, 31)}
    return {"d.a": answer_of(**{"level": level} | own), "d2.what": answer_of(text=SECRETS[2], date=own["date"])}


@pytest.mark.parametrize("names", [False, True], ids=["", "--names"])
@pytest.mark.parametrize("number", [1, 4, 5, 7])
def test_no_word_of_a_hidden_side_is_told(number: int, *, names: bool) -> None:
    """No note, evidence, closing text, day or label of theirs, however many they are."""
    levels = ("none", "good", "full", "some", "good", "none", "full")
    clubs = side(CLUBS, *(club(level, n) for n, level in enumerate(levels[:number])))
    clubs = [one.model_copy(update={"respondent": one.respondent.model_copy(update={"label": "Ofenverein"})}) for one in clubs]
    for text in told(SHARED, [*side(CITY, {"d.a": "good"}), *clubs], (CLUBS,), names=names):
        assert [secret for secret in SECRETS if secret in text] == []


def test_from_five_on_only_the_middle_and_the_share_met_are_told() -> None:
    """The answers 0, 1/3, 2/3, 2/3, 1: nothing in any form tells the lowest, the highest, or how many said what.

    Nor a share in figures: of five, 20 % is one.
    """
    clubs = side(CLUBS, *({"d.a": level} for level in ("none", "some", "good", "good", "full")))
    screen, text, read, *_ = told(SHARED, [*side(CITY, {"d.a": "none"}), *clubs], (CLUBS,))
    held = json.loads(read)["comparisons"][0]
    answers = next(one for one in held["items"][0]["sides"] if one["side"] == CLUBS)
    asked_of = {"side": CLUBS, "about": CITY, "levels_differ": False}
    assert answers == asked_of | {"middle": [{"level": "good", "label": "good"}], "share_met": "most"}
    assert "Mitte: good; erfüllt: die meisten" in " ".join(screen.split())
    assert next(one for one in held["sides"] if one["side"] == CLUBS)["alpha"] is None
    rows = [line for line in (screen + text).splitlines() if line.strip(" |").startswith("Vereine")]
    assert rows
    assert [row for row in rows if "●" in row] == []


def test_another_day_of_a_hidden_side_is_not_in_the_head() -> None:
    """The days below the title are those of the others."""
    city = side(CITY, {"d.a": "good"}, day=date(2026, 5, 1))
    clubs = side(CLUBS, {"d.a": "full"}, {"d.a": "none"}, day=date(2027, 12, 31))
    screen = told(SHARED, [*city, *clubs], (CLUBS,))[0]
    assert "1. Mai 2026" in screen
    assert "2027" not in screen


def test_files_of_a_hidden_side_are_not_in_the_commands() -> None:
    """A file is often called after who answered; and what comes next keeps the side hidden."""
    profiles_ = [*side(CITY, {"d.a": "good"}), *side(CLUBS, {"d.a": "full"})]
    screen = told(SHARED, profiles_, (CLUBS,))[0]
    assert "2.yaml" not in screen
    assert "1.yaml" in screen
    assert f"--anonymous {CLUBS}" in " ".join(screen.split())
    assert "2.yaml" in told(SHARED, profiles_, ())[0]


@pytest.mark.parametrize("scope", ["full", "quick"])
def test_a_side_hidden_for_another_is_hidden_where_that_one_has_no_part(scope: str) -> None:
    """At an item that the smaller side was not asked, and in dimensions where it gave quick checks only."""
    held = checklist(dimension("d", for_all(item("d.a", quick=True)), for_all(item("d.b"), (CLUBS,))))
    both: list[dict[str, Given]] = [{"d.a": level, "d.b": level} for level in ("none", "some", "good", "good", "full")]
    profiles_ = [*side(CITY, {"d.a": "none", "d.b": "none"}), *side(OFFICES, {"d.a": "good"}, scope=scope), *side(CLUBS, *both)]
    read = json.loads(comparisons_json([compared(held, profiles_, hiding=(OFFICES, CLUBS))]))["comparisons"][0]
    told_of = [one for row in read["items"] for one in row["sides"] if one["side"] != CITY]
    assert [one["shown"] for one in told_of] == [False] * len(told_of)
    assert len(told_of) == 3
    assert read["differences"] == []


def test_what_a_hidden_side_was_asked_in_other_words_leaves_nothing_out() -> None:
    """That an item is left out because two of them answered it would tell that both did."""
    old, new = (answer_of(level="good", wording=mark) for mark in MARKS[1:])
    city = side(CITY, {"d.a": "good"})
    both, one = side(CLUBS, {"d.a": old}, {"d.a": new}), side(CLUBS, {"d.a": old}, {"d.a": "unknown"})
    assert told(SHARED, [*city, *both], (CLUBS,)) == told(SHARED, [*city, *one], (CLUBS,))
    assert compared(SHARED, [*city, *both], hiding=(CLUBS,)).left_out == ()
    assert [i.id for i, _ in compared(SHARED, [*city, *both]).left_out] == ["d.a"]

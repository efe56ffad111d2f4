"""How answers, subjects and steps are put into words."""

import re
import shlex
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer_of
from builders import Given, answer, assessed, checklist, dimension, item, level_trees, option_trees, profile, step_tree
from mo_check.document import value_names
from mo_check.languages import language
from mo_check.model.assessment import Score, Shown
from mo_check.model.item import Perspective, Step
from mo_check.model.profile import Land, SubjectKind
from mo_check.model.standing import Standing
from mo_check.report import words

GERMAN = language("de")
ROOMS = item("d.rooms")
FORMS = item(
    "d.forms",
    kind="select",
    options=option_trees(one="1", two="1", none="0"),
    levels=level_trees("l0", "l1", "l2", from_credit=("0", "1", "2")),
)
NOTE = item("d.note", kind="text")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param("good", "good", id="level"),
        pytest.param("unknown", "weiß nicht", id="unknown"),
        pytest.param("skipped", "für später gelassen", id="skipped"),
        pytest.param("not_applicable", "trifft nicht zu: gibt es hier nicht", id="not applicable"),
        pytest.param("elsewhere", "macht jemand anderes: Landkreis", id="elsewhere"),
        pytest.param("disputed", "strittig: Amt: none, Verein: full", id="disputed"),
    ],
)
def test_an_answer_in_words(given: Given, told: str) -> None:
    """A level is told by its label, a status by its words and what was added."""
    assert words.answer_words(ROOMS, answer(given), GERMAN) == told


def test_what_someone_else_does_may_carry_a_level() -> None:
    """The level stands behind in brackets."""
    held = answer_of(status="elsewhere", who="Landkreis", level="some")
    assert words.answer_words(ROOMS, held, GERMAN) == "macht jemand anderes: Landkreis (some)"


def test_options_are_told_in_the_order_of_the_checklist() -> None:
    """However they were chosen."""
    assert words.answer_words(FORMS, answer(("two", "one")), GERMAN) == "one, two"


def test_a_text_is_told_as_it_is() -> None:
    """Nothing is added to own words."""
    assert words.answer_words(NOTE, answer_of(text="Mehr Zeit."), GERMAN) == "Mehr Zeit."


def test_no_answer_is_told_too() -> None:
    """What was not asked says so."""
    assert words.answer_words(ROOMS, None, GERMAN) == "noch nicht gefragt"


@pytest.mark.parametrize(
    ("when", "told"),
    [
        pytest.param({"item": "d.parent", "at_least": "good"}, "nicht gefragt, zählt als „none“", id="counted as the lowest"),
        pytest.param({"fact": "population", "at_least": "20000"}, "nicht gefragt", id="does not apply"),
    ],
)
def test_a_rule_is_told_where_it_decided(when: dict[str, str], told: str) -> None:
    """An item whose condition is not met was not asked; where that counts, the level is named."""
    held = checklist(dimension("d", "d.parent", item("d.child", when=when)))
    result = assessed(held, {"d.parent": "none"}, population=1000).item("d.child")
    assert result is not None
    assert words.result_words(result, GERMAN) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "kreisangehörige Stadt"),
        ({"land": "HE"}, "kreisangehörige Stadt, Hessen"),
        ({"population": 118_000}, "kreisangehörige Stadt, 118\u00a0000 Einwohnerinnen und Einwohner"),
        ({"land": "HE", "population": 1}, "kreisangehörige Stadt, Hessen, 1 Einwohnerin oder Einwohner"),
    ],
    ids=["kind", "land", "population", "one person"],
)
def test_a_subject_in_one_line(facts: dict[str, object], told: str) -> None:
    """Only what is known is said."""
    assert words.subject_line(profile(**facts).subject, GERMAN) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "note"),
    [
        (Shown.TOO_FEW, "zu wenige Antworten"),
        (Shown.MOSTLY_ELSEWHERE, "meist woanders"),
        (Shown.NOTHING, "nichts gewertet"),
    ],
)
def test_words_stand_in_the_place_of_a_bar(shown: Shown, note: str) -> None:
    """Where no number is shown there is no bar either."""
    bar = words.score_bar(Score(Fraction(1, 2), Fraction(0), Fraction(1), Fraction(1, 2), shown), GERMAN)
    assert (bar.value, bar.high, bar.note) == (None, None, note)


def test_a_bar_shows_the_score_and_what_is_open() -> None:
    """It reaches to the score, and on to the upper end of the range."""
    bar = words.score_bar(Score(Fraction(1, 2), Fraction(1, 3), Fraction(3, 4), Fraction(9, 10), Shown.NUMBER), GERMAN)
    assert (bar.value, bar.high, bar.note) == (Fraction(1, 2), Fraction(3, 4), "")


def test_a_step_says_who_when_and_how_much() -> None:
    """Effort 3 is much, effect 1 is small."""
    step = Step.model_validate(step_tree(effort=3, effect=1, who="Kämmerei", horizon="ein Jahr"))
    assert words.step_details(step, GERMAN) == "Kämmerei · ein Jahr · viel Aufwand, kleine Wirkung"


def test_the_scope_is_told_where_not_everything_was_asked() -> None:
    """A quick check of one of two scored items says so; a full one says nothing."""
    held = checklist(dimension("d", item("d.a", quick=True), "d.b", NOTE))
    assert words.scope_line(assessed(held, {"d.a": "good"}, scope="quick"), GERMAN) == "Kurzcheck, 1 von 2 Fragen"
    assert words.scope_line(assessed(held, {"d.a": "good"}), GERMAN) is None


def test_everything_that_can_be_is_put_into_words() -> None:
    """No standing, perspective, kind of subject, land, effort, effect or reason for no number is without words."""
    assert len({standing.word for standing in Standing}) == len(Standing)
    assert set(value_names.PERSPECTIVES) == set(Perspective)
    assert set(value_names.KINDS) == set(SubjectKind)
    assert set(value_names.LANDS) == set(Land)
    assert set(value_names.EFFORT) == set(value_names.EFFECT) == {1, 2, 3}
    assert set(value_names.SHOWN) | {Shown.NUMBER} == set(Shown)


@pytest.mark.parametrize(
    ("file", "typed"),
    [
        pytest.param("stadt.yaml", "stadt.yaml", id="without blanks"),
        pytest.param("Meine Stadt/2026.yaml", "'Meine Stadt/2026.yaml'", id="with blanks"),
        pytest.param("Fluss&Berg.yaml", "'Fluss&Berg.yaml'", id="ampersand"),
        pytest.param("d'Or.yaml", "'d'\"'\"'Or.yaml'", id="apostrophe"),
        pytest.param("x$(touch y).yaml", "'x$(touch y).yaml'", id="command"),
        pytest.param("2026/*.yaml", "'2026/*.yaml'", id="pattern"),
        pytest.param("~x", "'~x'", id="tilde"),
        pytest.param("=x", "'=x'", id="equals sign, which zsh replaces"),
        pytest.param("-x.yaml", "./-x.yaml", id="leading hyphen"),
        pytest.param("-", "./-", id="only a hyphen"),
        pytest.param("- x", "'./- x'", id="leading hyphen and blank"),
        pytest.param("100%.yaml", "100%.yaml", id="percent"),
        pytest.param("Größe.yaml", "Größe.yaml", id="umlaut"),
        pytest.param("Gro\u0308\u00dfe.yaml", "Gro\u0308\u00dfe.yaml", id="umlaut of two characters"),
        pytest.param("東京/Ελλάδα-हिन्दी.yaml", "東京/Ελλάδα-हिन्दी.yaml", id="other scripts"),
        pytest.param("ä😀–„x“.yaml", "ä😀–„x“.yaml", id="signs beyond ASCII"),
        pytest.param("a\u00a0b", "'a\u00a0b'", id="no-break space"),
    ],
)
def test_a_file_in_a_command_can_be_pasted(file: str, typed: str) -> None:
    """What a shell would make something of stands in quotes; letters of any script stay as they are."""
    assert words.typed_path(file, windows=False) == typed


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_a_shell_makes_the_file_of_what_is_typed(file: str) -> None:
    """Whatever a file is called, a shell of POSIX reads its name back, and never as an option."""
    (read,) = shlex.split(words.typed_path(file, windows=False))
    assert Path(read) == Path(file)
    assert not read.startswith("-")


@pytest.mark.parametrize(
    ("file", "typed"),
    [
        pytest.param(r"C:\Daten\stadt.yaml", r"C:\Daten\stadt.yaml", id="a path"),
        pytest.param("Größe.yaml", "Größe.yaml", id="umlaut"),
        pytest.param("Fluss&Berg.yaml", '"Fluss&Berg.yaml"', id="ampersand"),
        pytest.param("d'Or.yaml", '"d\'Or.yaml"', id="apostrophe"),
        pytest.param("Meine Stadt.yaml", '"Meine Stadt.yaml"', id="blank"),
        pytest.param("a,b.yaml", '"a,b.yaml"', id="comma"),
        pytest.param("-x.yaml", "./-x.yaml", id="leading hyphen"),
        pytest.param(r"Meine Stadt\*.yaml", r'"Meine Stadt\*.yaml"', id="pattern"),
        pytest.param("Meine Stadt\\", '"Meine Stadt\\\\"', id="backslash at the end"),
        pytest.param("„Stadt“.yaml", '"?Stadt?.yaml"', id="quotation marks of PowerShell"),
        pytest.param("Halle’s.yaml", '"Halle’s.yaml"', id="an apostrophe of PowerShell"),
        pytest.param("100%PATH%.yaml", '"100?PATH?.yaml"', id="a variable of cmd"),
        pytest.param("x$(calc)[1].yaml", '"x?(calc)?1].yaml"', id="a command of PowerShell"),
    ],
)
def test_a_file_in_a_command_of_windows(file: str, typed: str) -> None:
    """Double quotes hold in cmd and PowerShell; what one of them would replace there is looked up as a pattern."""
    assert words.typed_path(file, windows=True) == typed


@given(st.text(st.characters(exclude_characters='\0"', exclude_categories=["Cs"]), min_size=1))
def test_windows_makes_the_file_of_what_is_typed(file: str) -> None:
    """Whatever a file is called, the rules by which Windows parts a call make one name of it, which matches the file."""
    typed = words.typed_path(file, windows=True)
    if not typed.startswith('"'):
        assert set(typed).isdisjoint(" &|<>^%$`'(){}[];,=@#~!\t\n‘’‚‛“”„")
        assert Path(typed) == Path(file)
        return
    inside = typed[1:-1]
    ending = len(inside) - len(inside.rstrip("\\"))
    assert ending % 2 == 0  # else the last quote would be part of the name
    read = inside[: len(inside) - ending // 2]
    assert set(read).isdisjoint('%$`"“”„')
    pattern = "".join("." if c == "?" else re.escape(c) for c in read.removeprefix("./"))
    assert re.fullmatch(pattern, file.removeprefix("./"), re.DOTALL)

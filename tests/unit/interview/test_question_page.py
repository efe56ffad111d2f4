"""The page of a question: everything on it whole, and in 24 lines wherever its text allows."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from rich.text import Text

from answers import answer_of
from builders import DIGEST, checklist, dimension, item, option_trees, profile, source
from drawing import faults
from mo_check.files.library import checklist_files, load_checklist
from mo_check.interview.beginning import begin_interview
from mo_check.interview.question import Question
from mo_check.interview.question_page import Opening, QuestionPage
from mo_check.interview.question_text import around, key_hints
from mo_check.languages import language
from mo_check.model.profile import Profile
from mo_check.render.terminal.glyphs import ASCII, FULL, Glyphs

GERMAN = language("de")
TODAY = date(2026, 11, 14)
NOTHING = Opening([], [])
LEVELS = [{"id": word, "label": word, "sees": f"Man sieht {word}."} for word in ("none", "some", "good", "full")]
ROOMS = item("d.rooms", question="Gibt es Räume?", levels=LEVELS, ask=["Kulturamt"])
MANY = option_trees(one="1", two="1", none="0")
SEVERAL = item(
    "d.kinds",
    kind="select",
    question="Welche Räume?",
    options=[held | {"sees": "Man sieht ihn."} for held in MANY],
    levels=[{"id": f"l{n}", "label": f"l{n}", "from_credit": str(n)} for n in range(3)],
)


def question(number: int = 1, by: Profile | None = None) -> Question:
    """Return a question of a small checklist: one with levels, one with options, one with a text."""
    text = item("d.text", kind="text", question="Was fehlt?", help="Ein Satz genügt.")
    held = checklist(dimension("d", ROOMS, SEVERAL, text))
    asked = begin_interview(held, (source(why="insight"),), DIGEST, by or profile(), TODAY).go_to(number).question()
    assert asked is not None
    return asked


def page(asked: Question, width: int = 60, height: int = 24, glyphs: Glyphs = FULL, opening: Opening = NOTHING) -> list[str]:
    """Return the lines of a page, without the margin."""
    drawn = QuestionPage(width, height, glyphs, GERMAN)
    return [line.plain for line in drawn.lines(asked, opening, drawn.density(asked, opening))]


# --- the shipped questions


def shipped() -> Iterator[Question]:
    """Yield every question of the shipped checklists, as it is put to a municipality that begins."""
    for path in checklist_files():
        loaded = load_checklist(path.stem)
        begun = begin_interview(loaded.checklist, loaded.sources, loaded.digest, profile(), TODAY)
        for number in range(1, len(begun.order()) + 1):
            asked = begun.go_to(number).question()
            assert asked is not None
            yield asked


def texts(asked: Question, *, all_keys: bool) -> list[str]:
    """Return every text that has to be on the page of a question."""
    held = [asked.dimension.label, asked.item.question, *around(asked, GERMAN)]
    held += [text for choice in asked.choices for text in (choice.key, choice.label, choice.sees or "")]
    return held + key_hints(asked, GERMAN, "Eingabetaste", all_keys=all_keys)


@pytest.mark.parametrize("width", [58, 78, 100])
def test_every_word_of_every_question_is_whole(width: int) -> None:
    """No word of a question, its levels, what is around them or its keys is broken or left away; no line is too wide."""
    found = [(asked.item.id, faults(texts(asked, all_keys=True), page(asked, width, 60), width)) for asked in shipped()]
    assert [held for held in found if held[1]] == []


def test_every_question_fits_a_small_terminal() -> None:
    """In a terminal of 80 columns and 24 lines every page leaves a line for the prompt."""
    assert [asked.item.id for asked in shipped() if len(page(asked, 78, 24)) > 23] == []


@pytest.mark.slow
def test_the_densest_page_still_holds_every_word() -> None:
    """On a screen of ten lines nothing but keys that the help tells is left away."""
    found = [(asked.item.id, faults(texts(asked, all_keys=False), page(asked, 58, 10), 58)) for asked in shipped()]
    assert [held for held in found if held[1]] == []


# --- one page


def test_a_page_with_levels() -> None:
    """Place and progress, the question, its levels in columns, whom to ask, and the keys."""
    lines = page(question())
    assert lines[:12] == [
        "d · 1 von 3                                    Frage 1 von 3",
        "━" * 20 + "─" * 40,
        "",
        "Gibt es Räume?",
        "",
        "  1 none  Man sieht none.",
        "  2 some  Man sieht some.",
        "  3 good  Man sieht good.",
        "  4 full  Man sieht full.",
        "",
        "Wer es wissen könnte: Kulturamt",
        "",
    ]
    assert lines[12].startswith("1–4 antworten · w weiß nicht · x trifft nicht zu")


def test_the_text_of_an_option_stands_behind_its_label() -> None:
    """Options have long labels; what can be seen follows them."""
    assert page(question(2))[5:8] == ["  1 one: Man sieht ihn.", "  2 two: Man sieht ihn.", "  0 none: Man sieht ihn."]


def test_options_are_chosen_and_not_answered() -> None:
    """The keys of options say that several can be chosen."""
    assert "0–2 auswählen" in page(question(2))[9]


def test_a_question_for_words_shows_its_help() -> None:
    """Without levels the help stands below the question."""
    assert page(question(3))[3:6] == ["Was fehlt?", "", "Ein Satz genügt."]


def test_the_answer_that_is_already_there_is_pointed_at() -> None:
    """The pointer stands before the level, and its label below the levels; Enter keeps it."""
    lines = page(question(1, profile({"d.rooms": answer_of(level="good", note="neu", evidence="Beschluss")})))
    assert [line[:3] for line in lines[5:9]] == ["  1", "  2", "▸ 3", "  4"]
    assert lines[10:14] == ["Wer es wissen könnte: Kulturamt", "Bisher: good", "Notiz: neu", "Beleg: Beschluss"]
    assert lines[15].startswith("Eingabetaste so lassen · 1–4 antworten")


def test_labels_without_room_have_their_text_behind_them() -> None:
    """On 30 columns the texts of the levels have no column of their own."""
    assert page(question(), 30)[5] == "  1 none: Man sieht none."


def test_the_place_wraps_below_the_dimension_where_both_do_not_fit() -> None:
    """On 20 columns dimension and number of the question stand on two lines."""
    assert page(question(), 20)[:2] == ["d · 1 von 3", "Frage 1 von 3"]


def test_a_page_is_ascii_where_the_console_needs_it() -> None:
    """Progress, pointer and dots have their ASCII form."""
    lines = page(question(1, profile({"d.rooms": "good"})), glyphs=ASCII)
    assert [lines[0][:11], lines[1], lines[7][:3]] == ["d - 1 von 3", "=" * 20 + "-" * 40, "> 3"]


# --- the height


def opening() -> Opening:
    """Return an opening of one line said and two lines about the dimension."""
    return Opening([Text("gesagt")], [Text("Titel"), Text("Einleitung")])


def test_what_was_said_and_the_dimension_stand_above() -> None:
    """Where there is room, a blank line parts them from the page."""
    assert page(question(), opening=opening())[:4] == ["gesagt", "Titel", "Einleitung", ""]


def test_a_page_gives_way_step_by_step() -> None:
    """First goes the dimension (2 lines), then two blanks, one more, the bar, half of the four lines of keys, a last blank."""
    heights = [len(page(question(), height=60, opening=opening())) + 1]
    for _ in range(6):
        heights.append(len(page(question(), height=heights[-1] - 1, opening=opening())) + 1)
    assert [before - after for before, after in pairwise(heights)] == [2, 2, 1, 1, 2, 1]


def test_the_densest_page_names_the_key_that_tells_the_others() -> None:
    """Of the keys those that answer stay, and the help."""
    assert page(question(), height=3)[-2:] == [
        "1–4 antworten · w weiß nicht · x trifft nicht zu",
        "a macht jemand anderes · ? alle Tasten",
    ]

"""The interview on a terminal and in plain lines: what both say, and that every text is data."""

from collections.abc import Callable
from datetime import date

import pytest

from answers import answer_of
from builders import DIGEST, checklist, dimension, item, profile, source
from drawing import console, faults, lines_of
from mo_check.files.library import checklist_files, load_checklist
from mo_check.interview.beginning import begin_interview
from mo_check.interview.plain_show import Plain
from mo_check.interview.question import Question, Show
from mo_check.interview.question_text import around, help_lines
from mo_check.interview.screen import Screen
from mo_check.interview.state import Interview
from mo_check.languages import language
from mo_check.model.answer import Answer, Status
from mo_check.model.checklist import Dimension
from mo_check.render.terminal.glyphs import ASCII, FULL, Glyphs

GERMAN = language("de")
TODAY = date(2026, 11, 14)
HOSTILE = "[b]x[/b] [/1] :a: {i} %s"
ROOMS = item("d.rooms", short="Räume", question="Gibt es Räume?", help="Gemeint ist ein Saal.", statements={"why": "question"})
DIMENSION = dimension("d", ROOMS, item("d.money", short="Geld", question="Gibt es Geld?"))
OPENING = DIMENSION.model_copy(update={"title": "Räume und Geld", "introduction": "Hier geht es um beides."})


def interview(of: Dimension = OPENING) -> Interview:
    """Return an interview over one dimension."""
    return begin_interview(checklist(of), (source(why="insight"),), DIGEST, profile(), TODAY)


def question_of(state: Interview) -> Question:
    """Return the question asked now; there has to be one."""
    found = state.question()
    assert found is not None
    return found


def question(of: Dimension = OPENING) -> Question:
    """Return the first question of a dimension."""
    return question_of(interview(of))


Act = Callable[[Show], None]


def shown(*acts: Act, glyphs: Glyphs = FULL, height: int = 40, width: int = 80) -> list[str]:
    """Return what a screen shows after some acts."""
    made, stream = console(width, height)
    screen = Screen(made, glyphs, GERMAN)
    for act in acts:
        act(screen)
    return lines_of(stream)


def told(*acts: Act, width: int = 80) -> list[str]:
    """Return what plain lines tell after some acts."""
    _, stream = console(width)
    plain = Plain(stream, GERMAN, width)
    for act in acts:
        act(plain)
    return lines_of(stream)


def recorded(show: Show) -> None:
    """Tell that the question was answered."""
    show.recorded(question(), answer_of(level="good"))


def asked(show: Show) -> None:
    """Put the question."""
    show.question(question())


# --- the screen


def test_what_was_kept_stands_above_the_next_page() -> None:
    """The answer is named once, with its item and its words."""
    assert shown(recorded, asked)[:2] == [" ✓ Räume: good", ""]
    assert " ✓ Räume: good" not in shown(recorded, asked, asked)[5:]


def test_what_was_said_last_stands_above_the_next_page() -> None:
    """It is drawn at once, and once more when the page covers it."""
    assert shown(lambda show: show.say("Willkommen."), asked)[:3] == [" Willkommen.", " Willkommen.", ""]


def test_a_dimension_opens_above_its_first_question() -> None:
    """Its title, how many questions it has, and its introduction."""
    lines = shown(lambda show: show.begin_dimension(OPENING, 2), asked)
    assert lines[:3] == [" Räume und Geld · 2 Fragen", " Hier geht es um beides.", ""]


def test_a_dimension_without_introduction_opens_with_its_title() -> None:
    """There is nothing more to say about it."""
    bare = OPENING.model_copy(update={"introduction": None})
    assert shown(lambda show: show.begin_dimension(bare, 1), asked)[:2] == [" Räume und Geld · 1 Frage", ""]


def test_help_tells_what_is_meant_and_what_the_paper_says() -> None:
    """Each part has its heading; the statement is named with its section, and the dimension says what it is about."""
    assert shown(lambda show: show.help(question())) == [
        "",
        " Gemeint ist",
        " Gemeint ist ein Saal.",
        "",
        " Das Papier, Abschnitt „1“",
        " why gilt.",
        "",
        " Räume und Geld",
        " Hier geht es um beides.",
    ]


def test_help_tells_all_keys_where_the_page_had_no_room_for_them() -> None:
    """After a page that named only the keys that answer, the help names the others."""
    lines = shown(asked, lambda show: show.help(question()), height=5)
    assert " Tasten" in lines
    assert "q sichern, Ende" in lines[-1]
    assert " Tasten" not in shown(asked, lambda show: show.help(question()))


def test_the_review_numbers_what_is_open() -> None:
    """Numbers stand to the right; what nobody knew is told apart from what was not asked."""
    unknown = interview().record(answer_of(status=Status.UNKNOWN))
    assert shown(lambda show: show.review(unknown.open_items())) == [" Noch offen", "", " 1  Räume (weiß nicht)", " 2  Geld"]


def test_numbers_of_a_long_review_are_aligned() -> None:
    """With ten open questions the first nine numbers have a blank before them."""
    many = dimension("d", *(f"d.i{n}" for n in range(1, 11)))
    lines = shown(lambda show: show.review(interview(many).open_items()))
    assert [lines[2], lines[11]] == ["  1  d.i1", " 10  d.i10"]


def test_an_empty_review_says_so() -> None:
    """Nothing open is one sentence."""
    assert shown(lambda show: show.review(())) == [" Es ist nichts mehr offen."]


def test_the_screen_is_ascii_where_the_console_needs_it() -> None:
    """Outside the texts themselves no sign is beyond ASCII."""
    marks = "".join(shown(recorded, lambda show: show.begin_dimension(OPENING, 2), asked, glyphs=ASCII))
    assert not set(marks) & set("✓·▸━─◀█▒░")


# --- plain lines


def test_a_plain_question_tells_one_thing_a_line() -> None:
    """Number, question, levels by their keys, and at the first question the keys."""
    lines = told(asked)
    assert lines[:7] == ["", "Frage 1 von 2", "Gibt es Räume?", "1: none.", "2: some.", "3: good.", "4: full."]
    assert lines[7].startswith("Auch möglich: 1–4 antworten, w weiß nicht")


def test_plain_keys_are_wordsonce() -> None:
    """The second question does not repeat them; the help does."""
    assert sum(line.startswith("Auch möglich") for line in told(asked, asked)) == 1
    assert sum(line.startswith("Auch möglich") for line in told(asked, lambda show: show.help(question()))) == 2


def test_plain_lines_tell_what_was_kept() -> None:
    """The answer is confirmed in words."""
    assert told(recorded) == ["Notiert: good"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (answer_of(status=Status.UNKNOWN), "weiß nicht"),
        (answer_of(status=Status.ELSEWHERE, who="Landkreis"), "macht jemand anderes: Landkreis"),
        (answer_of(text="Mehr Zeit."), "Mehr Zeit."),
    ],
    ids=["status", "status with more", "text"],
)
def test_what_was_kept_is_wordsin_words(answer: Answer, words: str) -> None:
    """A status has its words, a text is told as it is."""
    assert told(lambda show: show.recorded(question(), answer)) == [f"Notiert: {words}"]


def test_plain_lines_open_a_dimension() -> None:
    """Title, number of questions, introduction."""
    assert told(lambda show: show.begin_dimension(OPENING, 2)) == ["", "Räume und Geld, 2 Fragen", "Hier geht es um beides."]


def test_plain_lines_review_what_is_open() -> None:
    """Each open question with its number; nothing open is one sentence."""
    assert told(lambda show: show.review(interview().open_items())) == ["Noch offen:", "1: Räume", "2: Geld"]
    assert told(lambda show: show.review(())) == ["Es ist nichts mehr offen."]


# --- both


@pytest.mark.parametrize("draw", [shown, told], ids=["screen", "plain"])
def test_texts_of_an_interview_are_data(draw: Callable[..., list[str]]) -> None:
    """What looks like markup, an emoji code or a field is drawn as it is, in every place of the interview."""
    levels = [{"id": word, "label": HOSTILE, "sees": HOSTILE} for word in ("none", "full")]
    bad = item(
        "d.bad", short=HOSTILE, question=HOSTILE, help=HOSTILE, valid_if=HOSTILE, ask=[HOSTILE], levels=levels, key=HOSTILE
    )
    hostile = dimension("d", bad).model_copy(update={"title": HOSTILE, "label": HOSTILE, "introduction": HOSTILE})
    put = question(hostile)
    lines = draw(
        lambda show: show.say(HOSTILE),
        lambda show: show.begin_dimension(hostile, 1),
        lambda show: show.question(put),
        lambda show: show.help(put),
        lambda show: show.recorded(put, answer_of(level="none")),
        lambda show: show.review(interview(hostile).open_items()),
        width=100,
    )
    # Said, opened twice, asked, four texts of two levels, whom to ask, help, when it holds, key and the review.
    assert sum(line.count(HOSTILE) for line in lines) >= 13


@pytest.mark.parametrize(("draw", "end"), [(shown, ""), (told, ".")], ids=["screen", "plain"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_word_of_the_shipped_interviews_is_whole(draw: Callable[..., list[str]], end: str, width: int) -> None:
    """All questions with their help: no word broken or left away, no line too wide, nothing cut."""
    found = []
    for path in checklist_files():
        loaded = load_checklist(path.stem)
        begun = begin_interview(loaded.checklist, loaded.sources, loaded.digest, profile(), TODAY)
        for number in range(1, len(begun.order()) + 1):
            put = question_of(begun.go_to(number))
            texts = [put.item.question, *around(put, GERMAN)]
            texts += [text for choice in put.choices for text in (choice.label + end, choice.sees or "")]
            texts += [text for pair in help_lines(put, GERMAN) for text in pair]
            lines = draw(lambda show, put=put: show.question(put), lambda show, put=put: show.help(put), width=width)
            found += faults(texts, lines, width)
    assert found == []

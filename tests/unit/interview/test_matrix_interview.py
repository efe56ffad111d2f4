"""The key that answers a whole topic of a matrix with „nothing“."""

from collections.abc import Mapping
from datetime import date

import pytest

from answers import answer_of
from builders import DIGEST, Given, checklist, dimension, profile, source, with_answer
from matrices import COLUMNS, NOTHING, district_matrix, fields, matrix
from mo_check.interview.beginning import begin_interview
from mo_check.interview.question import Action, ChosenReply
from mo_check.interview.question_text import key_hints
from mo_check.interview.state import Interview
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile

TODAY = date(2026, 11, 14)
MATRIX = matrix()


def begin(by: Profile | None = None, *, held: Checklist = MATRIX, only_open: bool = False) -> Interview:
    """Begin an interview over the matrix today."""
    return begin_interview(held, (source(why="insight"),), DIGEST, by or profile(), TODAY, only_open=only_open)


def answered(state: Interview, row: str) -> Mapping[str, Given | None]:
    """Return what a topic was answered with, column by column."""
    held = {column: state.answer_to(f"topics.{column}.{row}") for column in COLUMNS}
    return {column: (one.options or one.level) if one else None for column, one in held.items()}


def offers_nothing(state: Interview) -> bool:
    """Tell whether the question asked now offers the key."""
    question = state.question()
    assert question is not None
    return Action.NOTHING_HERE in question.actions


def test_nothing_answers_every_field_of_the_topic() -> None:
    """Each level is its own word for nothing, each choice the option none, with day and mark; then the next topic begins."""
    state = begin().nothing_here()
    assert answered(state, "sport") == NOTHING
    assert state.at == "topics.exchange.culture"
    first = state.answer_to("topics.exchange.sport")
    item = MATRIX.item("topics.exchange.sport")
    assert first is not None
    assert item is not None
    assert (first.date, first.wording) == (TODAY, item.digest)


def test_nothing_touches_no_other_topic() -> None:
    """What stands at other topics stays."""
    before = profile(fields(culture={"exchange": "regular", "events": ("joint",)}))
    state = begin(before).nothing_here()
    assert answered(state, "culture")["events"] == ("joint",)
    assert set(answered(state, "gender").values()) == {None}


def test_nothing_is_offered_where_a_topic_begins() -> None:
    """At its first field and at no other."""
    state = begin()
    assert offers_nothing(state)
    assert not offers_nothing(state.reply(ChosenReply(("none",))))


def test_nothing_is_not_offered_outside_a_matrix() -> None:
    """An ordinary question stands for itself."""
    assert not offers_nothing(begin(held=checklist(dimension("d", "d.a", "d.b"))))


def test_nothing_is_not_offered_where_no_column_has_an_answer_for_it() -> None:
    """The key would answer nothing at all."""
    assert not offers_nothing(begin(held=district_matrix()))


def test_nothing_is_not_offered_where_its_key_is_an_answer() -> None:
    """A row that begins with options has „none“ on that key, which answers this field alone."""
    state = begin(held=matrix("events", "exchange"))
    assert not offers_nothing(state)
    after = state.reply(ChosenReply(("none",)))
    assert after.at == "topics.exchange.sport"


def test_the_key_is_told_with_the_row_it_answers() -> None:
    """In the words of no matrix in particular."""
    question = begin().question()
    assert question is not None
    assert key_hints(question, language("de"), "Eingabetaste")[1:3] == ["0 Sport: hier gibt es nichts", "w weiß nicht"]
    assert key_hints(question, language("en"), "Enter")[1] == "0 Sport: there is nothing here"


def test_nothing_corrects_a_topic_that_was_answered() -> None:
    """Whoever goes back to the beginning of a topic may still say that there is nothing."""
    before = profile(fields(sport={"exchange": "regular", "bodies": "seat", "events": ("joint",)}))
    assert answered(begin(before).go_to(1).nothing_here(), "sport") == NOTHING


def test_nothing_keeps_the_notes_of_a_topic() -> None:
    """What was typed before stands beside the new answers: the note of this field, the evidence of another."""
    before = with_answer(profile(), "topics.bodies.sport", answer_of(level="guest", evidence="Protokoll"))
    state = begin(before).annotate(note="Nächstes Jahr.").nothing_here()
    exchange, bodies = state.answer_to("topics.exchange.sport"), state.answer_to("topics.bodies.sport")
    assert exchange is not None
    assert bodies is not None
    assert (exchange.level, exchange.note) == ("none", "Nächstes Jahr.")
    assert (bodies.level, bodies.evidence) == ("none", "Protokoll")


@pytest.mark.parametrize("only_open", [False, True], ids=["resumed", "only open"])
def test_nothing_settles_fields_that_were_left_for_later(only_open: bool) -> None:  # noqa: FBT001 - a table of cases
    """A topic whose fields were all skipped is not asked about again once there is nothing."""
    state = begin(profile(fields(sport=dict.fromkeys(COLUMNS, "skipped"))), only_open=only_open)
    assert state.at == "topics.exchange.sport"
    assert state.nothing_here().at == "topics.exchange.culture"


def test_nothing_at_the_last_topic_ends_the_interview() -> None:
    """Three topics, three keys, and nothing is open."""
    state = begin().nothing_here().nothing_here().nothing_here()
    assert (state.at, state.open_items()) == (None, ())

"""The interview as a state machine: what is asked next, what an answer changes, and that it always ends."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer_of
from builders import (
    DIGEST,
    LEVELS,
    Given,
    answer,
    cases,
    checklist,
    dimension,
    item,
    level_trees,
    option_trees,
    profile,
    source,
)
from mo_check.interview.beginning import begin_interview
from mo_check.interview.question import Action, ChosenReply, Question, WrittenReply
from mo_check.interview.state import Interview
from mo_check.model.answer import Status
from mo_check.model.checklist import Checklist
from mo_check.model.checks.fitting import check_profile
from mo_check.model.item import ItemKind
from mo_check.model.profile import ChecklistAnswers, Profile

TODAY = date(2026, 11, 14)
BEFORE = date(2025, 3, 1)
SOURCE = source(why="insight", rank="figure", count="figure", share="figure")
THREE = checklist(dimension("d", "d.a", "d.b"), dimension("e", "e.a"))
PARENT = checklist(dimension("d", "d.parent", item("d.child", when={"item": "d.parent", "at_least": "good"}), "d.last"))


def begin(
    held: Checklist,
    by: Profile | None = None,
    *,
    dimension_id: str | None = None,
    only_open: bool = False,
    earlier: Profile | None = None,
) -> Interview:
    """Begin an interview today."""
    filled = by or profile()
    return begin_interview(held, (SOURCE,), DIGEST, filled, TODAY, dimension=dimension_id, only_open=only_open, earlier=earlier)


def at(interview: Interview) -> Question:
    """Return the question asked now; there has to be one."""
    question = interview.question()
    assert question is not None
    return question


def walked(interview: Interview, given: Given = "good") -> list[str]:
    """Return the ids of the questions asked when each gets the same answer."""
    found = []
    while interview.at is not None:
        found.append(interview.at)
        interview = interview.record(answer(given))
    return found


# --- the law


def moved(state: Interview, data: st.DataObject, *, forward: bool) -> Interview:
    """Return the state after one reply drawn from those that are possible; forward ones never go back on purpose."""
    question = at(state)
    moves: dict[str, Callable[[], Interview]] = {
        "answer": lambda: state.reply(replied(question, data)),
        "unknown": lambda: state.record(answer_of(status=Status.UNKNOWN)),
        "later": state.later,
        "keep": state.keep,
        "back": state.back,
        "go_to": lambda: state.go_to(data.draw(st.integers(1, question.total))),
        "note": lambda: state.annotate(note="Etwas."),
        "evidence": lambda: state.annotate(evidence="Seite 3"),
    }
    possible = ["answer", *(action for action in question.actions if action in moves)]
    backward = {"back", "go_to", "note", "evidence"}
    return moves[data.draw(st.sampled_from([m for m in possible if not (forward and m in backward)]))]()


def replied(question: Question, data: st.DataObject) -> ChosenReply | WrittenReply:
    """Return a drawn reply to a question."""
    if question.item.kind is ItemKind.TEXT:
        return WrittenReply("Etwas.")
    return ChosenReply((data.draw(st.sampled_from(question.choices)).id,))


@given(cases(), st.booleans(), st.data())
def test_the_interview_always_ends(case: tuple[Checklist, Profile], only_open: bool, data: st.DataObject) -> None:  # noqa: FBT001
    """After any moves, replies lead to the end; then every question that applies has an answer that fits."""
    held, by = case
    state = begin(held, by, only_open=only_open)
    for _ in range(data.draw(st.integers(0, 12))):
        if state.at is not None:
            state = moved(state, data, forward=False)
    left = (len(tuple(held.items())) + 1) ** 2
    while state.at is not None:
        state = moved(state, data, forward=True)
        left -= 1
        assert left > 0
    assert all(state.answer_to(item_id) for item_id in state.order())
    assert list(check_profile(state.profile, held)) == []


@given(cases(), st.data())
def test_moving_about_never_touches_an_answer(case: tuple[Checklist, Profile], data: st.DataObject) -> None:
    """Going back, going to a number and reviewing leave the profile as it is, and always at a question that applies."""
    state = before = begin(*case)
    for _ in range(8):
        if state.order():
            number = data.draw(st.integers(1, len(state.order())))
            state = data.draw(st.sampled_from([state.back(), state.go_to(number)]))
            assert state.at in state.order()
        state.open_items()
    assert state.profile is before.profile


@given(cases(), st.data())
def test_no_reply_loses_another_answer(case: tuple[Checklist, Profile], data: st.DataObject) -> None:
    """Whatever is replied, every other answer is held as it was, also where its question no longer applies."""
    state = begin(*case)
    for _ in range(8):
        if state.at is not None:
            before, here = dict(state.profile.answers("probe")), state.at
            state = moved(state, data, forward=False)
            after = dict(state.profile.answers("probe"))
            before.pop(here, None)
            after.pop(here, None)
            assert after == before


# --- what is asked


def test_an_interview_asks_every_question_in_the_order_of_the_checklist() -> None:
    """Dimension by dimension, item by item."""
    assert walked(begin(THREE)) == ["d.a", "d.b", "e.a"]


def test_a_question_knows_its_number_and_place() -> None:
    """Numbers count the interview, places the dimension, both from 1."""
    asked = [at(begin(THREE).go_to(number)) for number in (1, 2, 3)]
    counted = [(q.number, q.total, q.place, q.places, q.dimension.id) for q in asked]
    assert counted == [(1, 3, 1, 2, "d"), (2, 3, 2, 2, "d"), (3, 3, 1, 1, "e")]


def test_a_child_is_asked_once_its_parent_is_there() -> None:
    """The total grows when an answer opens another question."""
    state = begin(PARENT)
    assert (at(state).total, state.order()) == (2, ("d.parent", "d.last"))
    after = at(state.reply(ChosenReply(("good",))))
    assert (after.item.id, after.number, after.total) == ("d.child", 2, 3)


def test_a_child_is_not_asked_while_its_parent_is_below() -> None:
    """The next question is the next that applies."""
    assert begin(PARENT).reply(ChosenReply(("some",))).at == "d.last"


def test_changing_a_parent_loses_no_stored_answer() -> None:
    """The child's answer waits while the parent is below, and is not asked for again afterwards."""
    state = begin(PARENT).reply(ChosenReply(("good",))).reply(ChosenReply(("full",))).reply(ChosenReply(("none",)))
    below = state.go_to(1).reply(ChosenReply(("none",)))
    assert below.order() == ("d.parent", "d.last")
    assert below.answer_to("d.child") == state.answer_to("d.child")
    back = below.go_to(1).reply(ChosenReply(("full",)))
    assert (back.at, back.order()) == (None, ("d.parent", "d.child", "d.last"))


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        pytest.param({}, "d.a", id="nothing answered"),
        pytest.param({"d.a": "good"}, "d.b", id="the first without an answer"),
        pytest.param({"d.a": "good", "d.b": "unknown"}, "e.a", id="unknown is an answer"),
        pytest.param({"d.a": "good", "d.b": "skipped", "e.a": "good"}, "d.b", id="left for later"),
        pytest.param({"d.a": "good", "d.b": "elsewhere", "e.a": "good"}, None, id="nothing left"),
    ],
)
def test_resuming_goes_to_the_first_question_that_is_due(answers: dict[str, Given], first: str | None) -> None:
    """Due is what has no answer or was left for later."""
    assert begin(THREE, profile(answers)).at == first


def test_resuming_asks_every_question_that_was_left_for_later() -> None:
    """All of them, not only the first, and each only once."""
    answers = {"d.a": "skipped", "d.b": "good", "e.a": "skipped"}
    assert walked(begin(THREE, profile(answers)), "skipped") == ["d.a", "e.a"]


def test_only_open_asks_everything_that_is_not_settled() -> None:
    """Unknown, skipped, disputed and unanswered questions, one after the other; settled ones are not part of it."""
    answers = {"d.a": "unknown", "d.b": "good", "d.c": "skipped", "d.d": "disputed", "d.e": "elsewhere"}
    state = begin(checklist(dimension("d", *answers, "d.f")), profile(answers), only_open=True)
    assert at(state).total == 4
    assert walked(state) == ["d.a", "d.c", "d.d", "d.f"]


def test_only_open_asks_an_unknown_child_once_its_parent_is_known() -> None:
    """A question that an answer opens is asked in the same sitting."""
    by = profile({"d.parent": "unknown", "d.child": "unknown", "d.last": "good"})
    assert walked(begin(PARENT, by, only_open=True)) == ["d.parent", "d.child"]


def test_one_dimension_alone_is_asked_about() -> None:
    """Numbers count what this interview is about."""
    state = begin(THREE, dimension_id="e")
    assert (at(state).number, at(state).total) == (1, 1)
    assert walked(state) == ["e.a"]


def test_a_dimension_that_is_answered_is_gone_through_again() -> None:
    """Whoever names a dimension wants to look at it."""
    by = profile({"d.a": "good", "d.b": "unknown"})
    assert walked(begin(THREE, by, dimension_id="d")) == ["d.a", "d.b"]


def test_a_quick_interview_asks_the_quick_items() -> None:
    """The scope of the profile decides."""
    held = checklist(dimension("d", "d.a", item("d.b", quick=True)))
    assert begin(held, profile(scope="quick")).order() == ("d.b",)


def test_a_respondent_is_asked_in_the_words_of_their_perspective() -> None:
    """Items without a wording for them are not asked."""
    own = {"question": "Und bei Ihnen?", "levels": level_trees(*LEVELS)}
    held = checklist(dimension("d", "d.a", item("d.b", for_={"migrant_organisation": own})))
    question = at(begin(held, profile(perspective="migrant_organisation")))
    assert (question.item.question, question.total) == ("Und bei Ihnen?", 1)


def test_where_nothing_applies_the_interview_is_at_its_end() -> None:
    """No question, nothing open, and going back stays where it is."""
    state = begin(THREE, profile(perspective="department"))
    assert (state.question(), state.open_items(), state.back()) == (None, (), state)


# --- what is kept


def test_an_answer_is_kept_with_its_date_and_the_text_that_was_seen() -> None:
    """The mark is of the wording shown; version and digest are those of the checklist."""
    state = begin(THREE).reply(ChosenReply(("some",)))
    assert state.answer_to("d.a") == answer_of(level="some", date=TODAY, wording=at(begin(THREE)).item.digest)
    held = state.profile.checklists["probe"]
    assert (held.version, held.digest) == ("1.0.0", DIGEST)


def test_the_mark_is_that_of_the_german_text() -> None:
    """Whatever language is spoken: so that marks can be compared."""
    english = checklist(dimension("d", item("d.a", question="Is there one?")))
    german = checklist(dimension("d", item("d.a", question="Gibt es eines?")))
    state = begin_interview(english, (SOURCE,), DIGEST, profile(), TODAY, german=german)
    kept = state.reply(ChosenReply(("good",))).answer_to("d.a")
    assert at(state).item.question == "Is there one?"
    assert kept is not None
    assert kept.wording == german.dimensions[0].items[0].digest


def test_several_options_are_kept_as_chosen() -> None:
    """A selection keeps its options, not the level they reach."""
    levels = level_trees("no", "yes", from_credit=("0", "1"))
    select = item("d.a", kind="select", levels=levels, options=option_trees(one="1", two="1"))
    kept = begin(checklist(dimension("d", select))).reply(ChosenReply(("two", "one"))).answer_to("d.a")
    assert kept is not None
    assert kept.options == ("two", "one")


def test_a_text_is_kept_as_written() -> None:
    """Free text is an answer of its own."""
    kept = begin(checklist(dimension("d", item("d.a", kind="text")))).reply(WrittenReply("Es fehlt Zeit.")).answer_to("d.a")
    assert kept is not None
    assert kept.text == "Es fehlt Zeit."


def test_answers_are_kept_in_the_order_of_the_checklist() -> None:
    """Those to items the checklist does not know stand last and are never lost."""
    by = profile({"z.gone": "good", "e.a": "good"})
    state = begin(THREE, by).go_to(2).reply(ChosenReply(("good",))).reply(ChosenReply(("good",)))
    assert list(state.profile.answers("probe")) == ["d.a", "d.b", "e.a", "z.gone"]


def test_answers_to_other_checklists_survive() -> None:
    """An interview is over one checklist and touches no other."""
    other = ChecklistAnswers(version="2.0.0", answers={"x.a": answer("good")})
    by = profile().model_copy(update={"checklists": {"other": other}})
    assert begin(THREE, by).reply(ChosenReply(("good",))).profile.checklists["other"] is other


def test_a_note_before_the_answer_is_kept() -> None:
    """Note and evidence typed first belong to the answer that follows."""
    noted = begin(THREE).annotate(note="Seit Mai.").annotate(evidence="Beschluss 12/26")
    assert noted.at == "d.a"
    kept = noted.reply(ChosenReply(("good",))).answer_to("d.a")
    assert kept is not None
    assert (kept.level, kept.note, kept.evidence) == ("good", "Seit Mai.", "Beschluss 12/26")


def test_a_note_without_an_answer_leaves_the_question_due() -> None:
    """Whoever notes something and goes on elsewhere is asked again before the end."""
    state = begin(THREE).annotate(note="Nachfragen.").go_to(2)
    assert walked(state) == ["d.b", "e.a", "d.a"]


def test_a_note_to_an_answer_keeps_the_answer() -> None:
    """A note added later changes neither level nor date."""
    by = profile({"d.a": answer_of(level="good", date=BEFORE)})
    kept = begin(THREE, by).back().annotate(note="Stimmt noch.").answer_to("d.a")
    assert kept == answer_of(level="good", date=BEFORE, note="Stimmt noch.")


def test_a_changed_answer_keeps_the_note_it_had() -> None:
    """A new note replaces the old one, no note does not."""
    by = profile({"d.a": answer_of(level="good", note="Seit Mai.", evidence="Seite 3")})
    state = begin(THREE, by).back()
    kept = state.record(answer_of(level="full", note="Seit Juni.")).answer_to("d.a")
    assert kept is not None
    assert (kept.level, kept.note, kept.evidence) == ("full", "Seit Juni.", "Seite 3")


def test_a_position_survives_a_note() -> None:
    """A disputed answer keeps what each side holds."""
    disputed = answer("disputed")
    kept = begin(THREE, profile({"d.a": disputed})).back().annotate(note="Vertagt.").answer_to("d.a")
    assert kept is not None
    assert kept.positions == disputed.positions


def test_later_marks_the_question_and_goes_on() -> None:
    """It is skipped, stays in the review, and is not asked again in this sitting."""
    state = begin(THREE).later()
    kept = state.answer_to("d.a")
    assert kept is not None
    assert (kept.status, state.at) == (Status.SKIPPED, "d.b")
    assert walked(state) == ["d.b", "e.a"]
    assert [line.item.id for line in state.open_items()] == ["d.a", "d.b", "e.a"]


def test_later_leaves_an_answer_that_is_there() -> None:
    """Putting off an answered question changes nothing but the place."""
    by = profile({"d.a": "good"})
    state = begin(THREE, by).back().later()
    assert (state.profile, state.at) == (by, "d.b")


# --- moving about


def test_going_back_shows_the_earlier_answer() -> None:
    """At the first question it stays there; the answer is offered to be kept."""
    state = begin(THREE).reply(ChosenReply(("some",))).back()
    question = at(state.back())
    assert (question.item.id, question.from_before) == ("d.a", False)
    assert question.earlier == state.answer_to("d.a")
    assert Action.KEEP in question.actions


def test_going_back_from_the_end_shows_the_last_question() -> None:
    """The end is behind the last question that applies."""
    assert begin(THREE, profile({"d.a": "good", "d.b": "good", "e.a": "good"})).back().at == "e.a"


def test_keeping_an_answer_goes_to_the_next_question_in_order() -> None:
    """Who looks through the answers sees one after the other, and at the end what is still due."""
    by = profile({"d.b": "good", "e.a": "good"})
    state = begin(THREE, by).go_to(2).keep()
    assert state.at == "e.a"
    assert state.keep().at == "d.a"
    assert state.profile is by


def test_keeping_where_nothing_is_held_changes_nothing() -> None:
    """There is no answer to keep."""
    state = begin(THREE)
    assert state.keep() is state


@pytest.mark.parametrize("number", [0, 4, -1])
def test_going_to_a_number_that_is_not_there_is_refused(number: int) -> None:
    """Numbers count from 1 to the total."""
    with pytest.raises(IndexError):
        begin(THREE).go_to(number)


def test_the_review_lists_what_is_not_settled_with_its_number() -> None:
    """Not asked, left for later, unknown and disputed; the numbers are those of the interview."""
    answers = {"d.a": "unknown", "d.b": "good", "d.c": "skipped", "d.d": "disputed", "d.e": "not_applicable"}
    lines = begin(checklist(dimension("d", *answers, "d.f")), profile(answers)).open_items()
    assert [(line.number, line.item.id) for line in lines] == [(1, "d.a"), (3, "d.c"), (4, "d.d"), (6, "d.f")]
    assert [line.answer and line.answer.status for line in lines] == ["unknown", "skipped", "disputed", None]


# --- once more


EARLIER = profile({"d.a": answer_of(level="some", date=BEFORE, note="Seit Mai."), "e.a": answer_of(level="full")})


def test_answers_of_an_older_profile_wait_for_a_yes() -> None:
    """They are shown and offered, and not part of the new profile before that."""
    state = begin(THREE, earlier=EARLIER)
    question = at(state)
    assert (question.earlier, question.from_before) == (EARLIER.answers("probe")["d.a"], True)
    assert Action.KEEP in question.actions
    assert state.profile.answers("probe") == {}


def test_keeping_an_older_answer_dates_it_today() -> None:
    """Confirmed is answered: with today's date, the text seen now, and the note it had."""
    state = begin(THREE, earlier=EARLIER).keep()
    mark = at(begin(THREE)).item.digest
    assert state.answer_to("d.a") == answer_of(level="some", date=TODAY, note="Seit Mai.", wording=mark)
    assert state.at == "d.b"


def test_changing_an_older_answer_keeps_its_note() -> None:
    """The new level with the old note."""
    kept = begin(THREE, earlier=EARLIER).reply(ChosenReply(("good",))).answer_to("d.a")
    assert kept is not None
    assert (kept.level, kept.note, kept.date) == ("good", "Seit Mai.", TODAY)


def test_once_more_asks_every_question() -> None:
    """Those the older profile answered, and those it did not."""
    assert walked(begin(THREE, earlier=EARLIER)) == ["d.a", "d.b", "e.a"]


def test_a_new_answer_stands_before_the_older_one() -> None:
    """Going back shows what was said today."""
    question = at(begin(THREE, earlier=EARLIER).reply(ChosenReply(("full",))).back())
    assert question.earlier is not None
    assert (question.earlier.level, question.from_before) == ("full", False)


# --- what a question offers


def test_levels_are_chosen_by_their_place() -> None:
    """The lowest level has the key 1."""
    assert [(c.key, c.id) for c in at(begin(THREE)).choices] == [
        ("1", "none"),
        ("2", "some"),
        ("3", "good"),
        ("4", "full"),
    ]


def test_none_of_the_options_has_the_key_0() -> None:
    """Wherever „none“ stands in the file it comes last, with a key of its own."""
    levels = level_trees("no", "yes", from_credit=("0", "1"))
    select = item("d.a", kind="select", levels=levels, options=option_trees(one="1", none="0", two="1"))
    question = at(begin(checklist(dimension("d", select))))
    assert [(c.key, c.id) for c in question.choices] == [("1", "one"), ("2", "two"), ("0", "none")]
    assert question.several


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        pytest.param({}, {Action.UNKNOWN, Action.NOT_APPLICABLE, Action.ELSEWHERE}, id="usually all three"),
        pytest.param({"na": "never"}, {Action.UNKNOWN, Action.ELSEWHERE}, id="it applies to every municipality"),
        pytest.param({"kind": "text"}, set(), id="free text may be left out"),
    ],
)
def test_a_question_offers_the_statuses_that_make_sense(fields: dict[str, object], offered: set[Action]) -> None:
    """Not applicable only where the checklist allows it; nothing to keep before there is an answer."""
    actions = set(at(begin(checklist(dimension("d", item("d.a", **fields))))).actions)
    status = {Action.UNKNOWN, Action.NOT_APPLICABLE, Action.ELSEWHERE, Action.KEEP}
    assert actions & status == offered
    assert actions >= {Action.LATER, Action.NOTE, Action.HELP, Action.BACK, Action.REVIEW, Action.QUIT}


def test_a_question_brings_what_the_paper_says() -> None:
    """Its statements, and the figures that are a rank or count from a level on, with that level's label."""
    figures = [
        {"id": "count", "counts": {"level_from": "good"}},
        {"id": "rank"},
        {"id": "share", "counts": {"all_of": ["count"]}},
    ]
    held = checklist(dimension("d", item("d.a", statements={"why": "question"}, figures=figures)))
    question = at(begin(held))
    assert [(c.statement.id, c.from_label) for c in question.compared] == [("count", "good"), ("rank", None)]
    assert [s.id for s in question.statements] == ["why"]


def test_there_is_nothing_to_answer_at_the_end() -> None:
    """A reply without a question is a mistake of the caller."""
    with pytest.raises(LookupError):
        begin(THREE, profile({"d.a": "good", "d.b": "good", "e.a": "good"})).reply(ChosenReply(("good",)))

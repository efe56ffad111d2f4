"""A whole questionnaire: in the order of the interview, with its conditions as data."""

from builders import checklist, dimension, item, option_trees, profile
from formed import CITY, asked, form
from matrices import district_matrix, matrix
from mo_check.forms.pure.form_head import head_of
from mo_check.interview.beginning import begin_interview
from mo_check.interview.question import Action
from mo_check.model.profile import Subject, SubjectKind

ITEM = {"item": "a.one", "at_least": "good"}


def test_the_order_is_that_of_the_interview() -> None:
    """Both ask the same items one after the other, numbered from 1."""
    held = checklist(dimension("a", "a.one", "a.two"), dimension("b", "b.one"))
    interview = begin_interview(held, (), "sha256:0123456789abcdef", profile(), form(held).day)
    found = list(asked(held).asked())
    assert tuple(one.item.id for one in found) == interview.order()
    assert [one.number for one in found] == [1, 2, 3]


def test_a_condition_on_a_level_names_the_levels_that_suffice() -> None:
    """And the question it waits for, with its number and the lowest of those levels."""
    held = checklist(dimension("a", "a.one", item("a.two", when=ITEM)))
    waits = list(asked(held).asked())[1].waits
    assert waits is not None
    assert (waits.item, waits.number, waits.label, waits.levels) == ("a.one", 1, "good", ("good", "full"))


def test_a_condition_on_options_is_told_in_whole_numbers() -> None:
    """Halves and thirds have a common measure; the option „none“ brings nothing."""
    levels = [{"id": "few", "label": "few", "from_credit": "0"}, {"id": "good", "label": "good", "from_credit": "5/6"}]
    parent = item("a.one", kind="select", options=option_trees(x="1/2", y="1/3", none="1"), levels=levels)
    held = checklist(dimension("a", parent, item("a.two", when=ITEM)))
    waits = list(asked(held).asked())[1].waits
    assert waits is not None
    assert (dict(waits.credits), waits.least) == ({"x": 3, "y": 2}, 5)


def test_a_fact_of_the_city_decides_before_the_form_is_made() -> None:
    """It is asked where the fact holds, and where nobody knows it yet."""
    held = checklist(dimension("a", "a.one", item("a.two", when={"fact": "kind", "is": ["district"]})))
    assert [one.item.id for one in asked(held, subject=CITY).asked()] == ["a.one"]
    assert len(list(asked(held).asked())) == 2
    assert len(list(asked(held, subject=Subject(name="K", kind=SubjectKind.DISTRICT)).asked())) == 2


def test_what_waits_for_a_question_that_is_not_asked_is_left_out() -> None:
    """As in the interview, where the parent is outside the quick check."""
    held = checklist(dimension("a", "a.one", item("a.two", when=ITEM, quick="true"), item("a.three", quick="true")))
    assert [one.item.id for one in asked(held, quick=True).asked()] == ["a.three"]


def test_the_first_field_of_a_row_offers_nothing_here() -> None:
    """And no other field of it."""
    found = [one.item.column for one in asked(matrix("exchange", "bodies")).asked() if Action.NOTHING_HERE in one.actions]
    assert found == ["exchange"] * 3


def test_a_row_without_an_answer_for_nothing_is_asked_field_by_field() -> None:
    """There is nothing that one tick could say."""
    assert not any(Action.NOTHING_HERE in one.actions for one in asked(district_matrix()).asked())


def test_the_mark_of_a_form_changes_with_what_is_asked_and_of_whom() -> None:
    """With a wording, an item, a city; not with its languages."""
    one = checklist(dimension("a", "a.one"))
    marks = {
        form(one).head.mark,
        form(one, "de", "en").head.mark,
        form(checklist(dimension("a", item("a.one", question="Anders?")))).head.mark,
        form(checklist(dimension("a", "a.one", "a.two"))).head.mark,
        form(one, subject=CITY).head.mark,
    }
    assert len(marks) == 4


def test_the_head_of_a_form_is_one_word_that_leads_back() -> None:
    """Whatever the city is called, it is letters, digits and three signs, and gives the same head."""
    city = Subject(name="L’Ö ${x} '\"<&>\\ 🙂", kind=SubjectKind.TOWN)
    head = form(checklist(dimension("a", "a.one")), subject=city).head
    assert set(head.word()) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")
    assert head_of(head.word()) == head


def test_a_word_that_is_no_head_leads_nowhere() -> None:
    """Damaged, cut, far too long, or something else altogether."""
    word = form(checklist(dimension("a", "a.one"))).head.word()
    assert [head_of(one) for one in ("", "x", word[:-9], word + "!", "mo1." + "A" * 30_000, "mo1.bnVsbA", "mo1.W10")] == [
        None
    ] * 7

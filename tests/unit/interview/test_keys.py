"""The keys of the interview: one for every action, none twice, none that a choice of the same question needs."""

from datetime import date

import pytest
from hypothesis import given

from builders import DIGEST, cases
from mo_check.interview.beginning import begin_interview
from mo_check.interview.keys import LABELS, keys
from mo_check.interview.question import Action
from mo_check.languages import LOCALES, Locale
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_every_action_has_a_key_of_its_own(locale: Locale) -> None:
    """No two actions share a key, 1 to 9 belong to the choices, and they come in the order in which they are shown."""
    held = keys(locale)
    assert held.keys() == set(Action)
    assert list(held) == list(LABELS)
    assert len(set(held.values())) == len(held)
    assert set(held.values()).isdisjoint("123456789")


def test_every_action_has_a_label() -> None:
    """What a key does is said at the bottom of the screen."""
    assert LABELS.keys() == set(Action)


@given(cases())
def test_no_key_of_a_question_means_two_things(case: tuple[Checklist, Profile]) -> None:
    """What chooses a level or an option never says anything else at the same question."""
    state = begin_interview(case[0], (), DIGEST, case[1], date(2026, 11, 14))
    for number in range(1, len(state.order()) + 1):
        question = state.go_to(number).question()
        assert question is not None
        said = {keys(locale)[action] for action in question.actions for locale in LOCALES.values()}
        assert said.isdisjoint(choice.key for choice in question.choices)

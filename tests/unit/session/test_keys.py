"""The keys of the interview: one for every action, none twice, none that a choice needs."""

import pytest

from mo_check.model.interview import Action
from mo_check.session.keys import LABELS, keys


@pytest.mark.parametrize("tag", ["de", "en", "tr"])
def test_every_action_has_a_key_of_its_own(tag: str) -> None:
    """No two actions share a key, and digits belong to the choices; an unknown language has the English keys."""
    held = keys(tag)
    assert held.keys() == set(Action)
    assert len(set(held.values())) == len(held)
    assert not any(key.isdigit() for key in held.values())


def test_every_action_has_a_label() -> None:
    """What a key does is said at the bottom of the screen."""
    assert LABELS.keys() == set(Action)

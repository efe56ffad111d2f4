"""What comes out of scoring: made by name, frozen, equal by what it holds."""

from fractions import Fraction

import pytest

from builders import item
from mo_check.model.results import Influence

HELD = item("d.a")


def test_a_result_is_made_by_name_with_all_of_its_fields() -> None:
    """Neither by place nor with a field too few or too many."""
    made = Influence(item=HELD, change=Fraction(1))
    assert (made.item, made.change) == (HELD, 1)
    with pytest.raises(TypeError):
        Influence(HELD, Fraction(1))  # type: ignore[misc]
    with pytest.raises(TypeError):
        Influence(item=HELD)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Influence(item=HELD, change=Fraction(1), more=1)  # type: ignore[call-arg]


def test_a_result_stays_as_it_was_made() -> None:
    """No field can be set."""
    made = Influence(item=HELD, change=Fraction(1))
    with pytest.raises(AttributeError):
        made.change = Fraction(2)  # type: ignore[misc]
    assert made.change == 1


def test_results_are_equal_if_their_fields_are() -> None:
    """And told apart otherwise."""
    made, same = Influence(item=HELD, change=Fraction(1)), Influence(item=HELD, change=Fraction(1))
    assert made == same
    assert made != Influence(item=HELD, change=Fraction(2))
    assert "change" in repr(made)

"""Which groups may be shown: none of fewer than five, and none that others give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.model.disclosure_control import LEAST, shown_beside_total, shown_groups


@pytest.mark.parametrize(
    ("sizes", "shown", "beside"),
    [
        pytest.param({}, "", "", id="nobody"),
        pytest.param({"a": 5, "b": 9}, "ab", "ab", id="all large"),
        pytest.param({"a": 4}, "", "", id="one small group"),
        pytest.param({"a": 4, "b": 9}, "", "", id="the other would give the small one away"),
        pytest.param({"a": 4, "b": 9, "c": 6}, "b", "b", id="the smallest large one is hidden too"),
        pytest.param({"a": 4, "b": 6, "c": 6}, "b", "b", id="of two equals the later one"),
        pytest.param({"a": 1, "b": 2, "c": 6}, "c", "", id="two small ones hide each other, but not beside a total"),
        pytest.param({"a": 2, "b": 2, "c": 6, "d": 8}, "cd", "d", id="… unless one more is hidden"),
        pytest.param({"a": 3, "b": 2, "c": 6}, "c", "c", id="two small ones of five together"),
        pytest.param({"a": 0, "b": 6, "c": 6}, "bc", "bc", id="an empty one"),
    ],
)
def test_the_groups_that_may_be_shown(sizes: dict[str, int], shown: str, beside: str) -> None:
    """Each case of docs/method.md, Anonymity and disclosure control, for itself and beside a total."""
    assert shown_groups(sizes) == set(shown)
    assert shown_beside_total(sizes, sizes) == set(beside)
    assert shown_beside_total(sizes, "") == set()


@pytest.mark.parametrize(
    ("sizes", "silent", "shown"),
    [
        pytest.param({"a": 10, "b": 7, "c": 0, "d": 3}, "", "a", id="an empty group hides nobody"),
        pytest.param({"a": 10, "b": 7, "c": 0}, "", "ab", id="nobody is hidden"),
        pytest.param({"a": 10, "b": 7, "c": 0}, "c", "a", id="a silent group has people"),
        pytest.param({"a": 10, "b": 7, "c": 9}, "c", "a", id="a silent group is not shown, however large"),
        pytest.param({"a": 10, "b": 7, "c": 0, "d": 3}, "c", "ab", id="a silent group and a small one hide each other"),
    ],
)
def test_empty_and_silent_groups(sizes: dict[str, int], silent: str, shown: str) -> None:
    """Empty groups are none; those that may not be shown for another reason stand for people."""
    assert shown_groups(sizes, set(silent)) == set(shown)


@given(st.dictionaries(st.integers(0, 20), st.integers(0, 12), max_size=8))
def test_nobody_finds_a_small_group_by_subtraction(sizes: dict[int, int]) -> None:
    """What a shown total less the shown groups leaves is nobody, or five or more who are of several groups."""
    shown = shown_groups(sizes)
    hidden = [size for group, size in sizes.items() if size and group not in shown]
    assert all(sizes[group] >= LEAST for group in shown)
    assert len(hidden) != 1 or not shown
    beside = shown_beside_total(sizes, sizes)
    rest = sum(size for group, size in sizes.items() if group not in beside)
    assert not beside or rest == 0 or rest >= LEAST

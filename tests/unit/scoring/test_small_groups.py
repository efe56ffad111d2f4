"""Which groups may be shown: none of fewer than five, and none that others give away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.model.statistics import LEAST
from mo_check.scoring.small_groups import shown_groups, total_shown


@pytest.mark.parametrize(
    ("sizes", "shown", "total"),
    [
        pytest.param({}, "", True, id="nobody"),
        pytest.param({"a": 5, "b": 9}, "ab", True, id="all large"),
        pytest.param({"a": 4}, "", False, id="one small group"),
        pytest.param({"a": 4, "b": 9}, "", True, id="the other would give the small one away"),
        pytest.param({"a": 4, "b": 9, "c": 6}, "b", True, id="the smallest large one is hidden too"),
        pytest.param({"a": 4, "b": 6, "c": 6}, "b", True, id="of two equals the later one"),
        pytest.param({"a": 1, "b": 2, "c": 6}, "c", False, id="two small ones hide each other, but not in a total"),
        pytest.param({"a": 3, "b": 2, "c": 6}, "c", True, id="two small ones of five together"),
    ],
)
def test_the_groups_that_may_be_shown(sizes: dict[str, int], shown: str, *, total: bool) -> None:
    """Each case of method.md, Anonymity."""
    assert shown_groups(sizes) == set(shown)
    assert total_shown(sizes) is total


@given(st.dictionaries(st.integers(0, 20), st.integers(1, 12), max_size=8))
def test_nobody_finds_a_small_group_by_subtraction(sizes: dict[int, int]) -> None:
    """What a shown total less the shown groups leaves is nobody, or five or more who are of several groups."""
    shown = shown_groups(sizes)
    hidden = [size for group, size in sizes.items() if group not in shown]
    assert all(sizes[group] >= LEAST for group in shown)
    assert len(hidden) != 1 or len(sizes) == 1
    if total_shown(sizes):
        assert sum(hidden) == 0 or sum(hidden) >= LEAST

"""Which groups of respondents may be shown without giving anybody away (docs/method.md, Anonymity and disclosure control)."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

Group = TypeVar("Group")

LEAST = 5
"""From so many respondents or municipalities on they may be shown together (docs/method.md, Anonymity and disclosure control)."""


def shown_groups(sizes: Mapping[Group, int], silent: AbstractSet[Group] = frozenset()) -> frozenset[Group]:
    """Return the groups of a split that may be shown: those of five or more, but none of the ``silent`` ones.

    Where exactly one group is hidden, the smallest shown one is hidden too (the later one of two equals), because a total
    less all others would give the hidden one away. An empty group hides nobody; a silent one does, whatever its size.
    """
    held = [group for group, size in sizes.items() if size or group in silent]
    shown = [group for group in held if sizes[group] >= LEAST and group not in silent]
    if len(shown) == len(held) - 1 and shown:
        shown.remove(min(reversed(shown), key=lambda group: sizes[group]))
    return frozenset(shown)


def hidden_groups(sizes: Mapping[Group, int]) -> frozenset[Group]:
    """Return the groups of a split that may not be shown, for themselves or for the sake of another."""
    shown = shown_groups(sizes)
    return frozenset(group for group in sizes if group not in shown)


def shown_beside_total(sizes: Mapping[Group, int], among: Collection[Group]) -> frozenset[Group]:
    """Return the groups of a split that may be shown beside a total over all of them: only some ``among``, five or more each.

    What is left of the total is nobody, or five or more: where it is fewer, the smallest shown groups are hidden too (the later
    one of two equals).
    """
    shown = sorted((group for group in sizes if sizes[group] >= LEAST and group in among), key=lambda g: -sizes[g])
    rest = sum(sizes.values()) - sum(sizes[group] for group in shown)
    while 0 < rest < LEAST and shown:
        rest += sizes[shown.pop()]
    return frozenset(shown)

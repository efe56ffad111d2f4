"""The agenda of a workshop: minutes that add up, and the items that are worth them (docs/method.md, Agenda)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.model.item import Perspective

OPENING, CLOSING = 10, 20
SHORTEST, LONGEST = 12, 15
MOST = 6
LEAST_MINUTES = OPENING + SHORTEST + CLOSING
"""A workshop with fewer minutes has room for no item at all."""
_ORDER = (
    ItemType.REACHES_FEW,
    ItemType.PERCEPTION_GAP,
    ItemType.UNKNOWN,
    ItemType.APPLICABILITY,
    ItemType.DIVIDED,
    ItemType.EXPERIENCED,
    ItemType.ORGANISED,
    ItemType.SHARED_GAP,
    ItemType.SHARED_STRENGTH,
    ItemType.PLACES,
)
"""What comes first where items are told one after the other."""
_NO_TALK = frozenset({ItemType.SHARED_STRENGTH, ItemType.PLACES})
"""Strengths are named in the opening; where sides were asked about different things there is nothing to settle."""


class Slot(NamedTuple):
    """One item of the agenda, with the minute it begins at and how many it takes."""

    compared: ComparedItem
    begins: int
    minutes: int


class Agenda(NamedTuple):
    """A workshop of ``minutes``: opening, slots with a pause of what is left over in their middle, and closing."""

    minutes: int
    opening: int
    slots: tuple[Slot, ...]
    pause: int
    pause_begins: int
    closing: int
    strengths: tuple[ComparedItem, ...]
    not_today: tuple[ComparedItem, ...]


def agenda(items: Sequence[ComparedItem], minutes: int) -> Agenda:
    """Return the agenda for so many minutes, at least LEAST_MINUTES. Raises ValueError for fewer.

    At most six items of 12 to 15 minutes, in the order of ``worth_talking``.
    """
    if minutes < LEAST_MINUTES:
        raise ValueError(minutes)
    waiting = worth_talking(items)
    room = minutes - OPENING - CLOSING
    number = min(MOST, room // SHORTEST, len(waiting))
    lengths = _shared(min(room, number * LONGEST), number)
    pause = room - sum(lengths)
    slots, begins, pause_begins = [], OPENING, OPENING
    for place, length in enumerate(lengths):
        if place == number // 2:
            pause_begins = begins
            begins += pause
        slots.append(Slot(waiting[place], begins, length))
        begins += length
    strengths = tuple(one for one in items if one.type is ItemType.SHARED_STRENGTH)
    told = [*waiting[:number], *strengths]
    not_today = tuple(one for one in in_order(items) if one not in told)
    return Agenda(minutes, OPENING, tuple(slots), pause, pause_begins, CLOSING, strengths, not_today)


def worth_talking(items: Sequence[ComparedItem]) -> list[ComparedItem]:
    """Return the items that are worth talking about, what associations answered first within a type.

    At most one that only the administration was asked is among them where associations answered others.
    """
    found = [one for one in in_order(items) if one.type not in _NO_TALK]
    own = [one for one in found if one.of(Perspective.MIGRANT_ORGANISATION) is None]
    return [one for one in found if one not in own[1:]] if len(own) < len(found) else found


def in_order(items: Sequence[ComparedItem]) -> list[ComparedItem]:
    """Return the items that have a type, in the order in which they are told."""
    return sorted((one for one in items if one.type is not None), key=_worth)


def _worth(one: ComparedItem) -> tuple[int, bool, Fraction, Fraction]:
    place = _ORDER.index(one.type) if one.type in _ORDER else len(_ORDER)
    gap = one.gap.gap if one.type is ItemType.PERCEPTION_GAP and one.gap is not None else Fraction(0)
    return place, one.of(Perspective.MIGRANT_ORGANISATION) is None, -gap, -(one.cost or Fraction(0))


def _shared(minutes: int, number: int) -> list[int]:
    """Share minutes among a number of items in whole ones, the longer ones first."""
    if not number:
        return []
    each, more = divmod(minutes, number)
    return [each + 1] * more + [each] * (number - more)

"""The agenda of a workshop: minutes that add up, and the items that are worth them (docs/method.md, Agenda)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from mo_check.compare.pure.sides import ComparedItem, ItemType

OPENING, CLOSING = 10, 20
SHORTEST, LONGEST = 12, 15
MOST = 6
LEAST_MINUTES = OPENING + SHORTEST + CLOSING
"""A workshop with fewer minutes has room for no item at all."""
_ORDER = (
    ItemType.PERCEPTION_GAP,
    ItemType.DIVIDED,
    ItemType.APPLICABILITY,
    ItemType.BLIND_SPOT,
    ItemType.SHARED_GAP,
)
"""What is talked about first; shared strengths are named in the opening."""


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

    At most six items of 12 to 15 minutes; perception gaps by size, then divided, disputed, blind spots, shared gaps by cost.
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
    return Agenda(minutes, OPENING, tuple(slots), pause, pause_begins, CLOSING, strengths, tuple(waiting[number:]))


def worth_talking(items: Sequence[ComparedItem]) -> list[ComparedItem]:
    """Return the items that are no shared strengths, in the order in which they are worth talking about."""
    return sorted((one for one in items if one.type in _ORDER), key=_worth)


def _worth(one: ComparedItem) -> tuple[int, Fraction, Fraction]:
    place = _ORDER.index(one.type) if one.type in _ORDER else len(_ORDER)
    gap = one.gap if one.type is ItemType.PERCEPTION_GAP and one.gap is not None else Fraction(0)
    return place, -gap, -one.cost


def _shared(minutes: int, number: int) -> list[int]:
    """Share minutes among a number of items in whole ones, the longer ones first."""
    if not number:
        return []
    each, more = divmod(minutes, number)
    return [each + 1] * more + [each] * (number - more)

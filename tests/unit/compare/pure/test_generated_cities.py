"""Truthful answers about one city never contradict each other; what contradicts is found (docs/method.md, Sides and item types).

A city is drawn as it truly is: what the whole house does, what each office does, what reached each association. Everybody answers
truthfully what they were asked about, in the levels they were shown.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from builders import ABOUT, LEVELS, SIDES, Given, checklist, compared, dimension, for_all, item, profile
from extent import cheaply
from mo_check.compare.pure.side_differences import difference_rows
from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.model.checklist import Checklist
from mo_check.model.item import About, Item, Perspective, Wording
from mo_check.model.profile import Profile

CITY, OFFICES, CLUBS = map(Perspective, SIDES)
MOST = 11
"""A fact is a number from 0 to here; levels cut that into four, those of their own in other places."""
CUTS, OWN_CUTS = (3, 6, 9), (1, 7, 10)
PLANTED = "d.planted"
"""Everybody is asked it alike, and about the municipality."""


class TrueCity(NamedTuple):
    """What is true of a city, by item: of the whole house, and of each respondent, from ``0`` to ``MOST``."""

    house: Mapping[str, int]
    own: Mapping[tuple[Perspective, int], Mapping[str, int]]


class Case(NamedTuple):
    """A checklist, a city, and who of it does not know what, by respondent."""

    held: Checklist
    city: TrueCity
    silent: Mapping[tuple[Perspective, int], frozenset[str]]


facts = st.integers(0, MOST)
TOLD_AS_DRAWN = settings(cheaply(), phases=(Phase.explicit, Phase.generate))
"""To find the smallest city that fails takes minutes."""


@st.composite
def _items(draw: st.DrawFn, item_id: str) -> Item:
    sides = draw(st.sampled_from([(OFFICES, CLUBS), (OFFICES, CLUBS), (OFFICES,), (CLUBS,)]))
    held = for_all(item(item_id, weight=draw(st.sampled_from([Fraction(1), Fraction(3)]))), sides)
    worded: dict[Perspective, Wording] = {}
    for side, wording in held.for_.items():
        own = {"about": draw(st.sampled_from(ABOUT[side])), "levels_differ": draw(st.sampled_from([False, False, True]))}
        worded[side] = wording.model_copy(update=own)
    return held.model_copy(update={"for_": worded})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a city with one to three officers, offices and associations."""
    asked = [draw(_items(f"d.i{n}")) for n in range(draw(st.integers(1, 6)))]
    held = checklist(dimension("d", *asked, for_all(item(PLANTED))))
    ids = [one.id for one in held.items()]
    people = [(side, number) for side in (CITY, OFFICES, CLUBS) for number in range(draw(st.integers(1, 6)))]
    house = {name: draw(facts) for name in ids}
    own = {who: {name: draw(facts) for name in ids} for who in people}
    silent = {who: frozenset(draw(st.lists(st.sampled_from(ids[:-1]), max_size=2))) for who in people}
    return Case(held, TrueCity(house, own), silent)


def truthful(case: Case, side: Perspective, number: int) -> dict[str, Given]:
    """Return what somebody answers truthfully: what they were asked about, in the levels they were shown."""
    answers: dict[str, Given] = {}
    for one in case.held.items():
        wording = one.wording(side)
        if wording is not None:
            fact = (case.city.house if wording.about is About.MUNICIPALITY else case.city.own[side, number])[one.id]
            cuts = OWN_CUTS if wording.levels_differ else CUTS
            answers[one.id] = "unknown" if one.id in case.silent[side, number] else LEVELS[sum(fact >= cut for cut in cuts)]
    return answers


def everybody(case: Case, said: Mapping[tuple[Perspective, int], str] | None = None) -> list[Profile]:
    """Return the profiles of a city; ``said`` is what some say to the planted item."""
    told = said or {}
    return [
        profile(
            truthful(case, side, number) | ({PLANTED: told[side, number]} if (side, number) in told else {}),
            perspective=side.value,
            label=f"{side} {number}",
        )
        for side, number in case.city.own
    ]


def items(case: Case, profiles: Sequence[Profile]) -> tuple[ComparedItem, ...]:
    """Return the items as the sides see them."""
    return compared(case.held, profiles).items


@TOLD_AS_DRAWN
@given(cases())
def test_truthful_answers_never_contradict_each_other(case: Case) -> None:
    """No perception gap, nobody divided, no side apart from another over what they were asked alike."""
    found = items(case, everybody(case))
    assert [one.item.id for one in found if one.type in {ItemType.PERCEPTION_GAP, ItemType.DIVIDED}] == []
    assert [one.item.id for one in found if one.gap is not None and one.gap.gap] == []
    assert [pair for row in difference_rows(found) for pair in row.pairs if pair.difference] == []
    assert sum(pair.items for row in difference_rows(found) if row.dimension is None for pair in row.pairs) >= len(SIDES)


@TOLD_AS_DRAWN
@given(cases(), st.sampled_from([CITY, OFFICES, CLUBS]))
def test_a_side_that_contradicts_the_others_is_found(case: Case, side: Perspective) -> None:
    """All of it say the opposite of what is true: a perception gap, with that side alone at one end."""
    true = LEVELS[sum(case.city.house[PLANTED] >= cut for cut in CUTS)]
    lie = "none" if true in {"good", "full"} else "full"
    found = items(case, everybody(case, {who: lie for who in case.city.own if who[0] is side}))
    (planted,) = (one for one in found if one.type is ItemType.PERCEPTION_GAP)
    assert planted.item.id == PLANTED
    assert planted.gap is not None
    assert (side,) in {planted.gap.higher, planted.gap.lower}
    assert {*planted.gap.higher, *planted.gap.lower} == {CITY, OFFICES, CLUBS}
    whole = next(row for row in difference_rows(found) if row.dimension is None)
    assert [pair for pair in whole.pairs if pair.difference] == [
        pair for pair in whole.pairs if side in {pair.higher, pair.lower}
    ]


@TOLD_AS_DRAWN
@given(cases(), st.sampled_from([CITY, OFFICES, CLUBS]))
def test_a_side_that_contradicts_itself_about_the_city_is_found(case: Case, side: Perspective) -> None:
    """Half of it say one end, half the other: divided; nobody else is."""
    people = [who for who in case.city.own if who[0] is side]
    more = [(side, len(people) + n) for n in range(max(0, 2 - len(people)))]
    own = {**case.city.own, **dict.fromkeys(more, case.city.own[people[0]])}
    whole = case._replace(city=case.city._replace(own=own), silent={**case.silent, **dict.fromkeys(more, frozenset[str]())})
    ends = {who: ("none", "full")[n % 2] for n, who in enumerate([*people, *more])}
    found = items(whole, everybody(whole, ends))
    assert [(one.item.id, one.concerned) for one in found if one.type is ItemType.DIVIDED] == [(PLANTED, (side,))]

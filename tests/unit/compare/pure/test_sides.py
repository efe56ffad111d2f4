"""What the sides say to an item and which type that makes, each type by examples on both sides of its threshold."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from answers import answer_of
from builders import Given, checklist, common, dimension, for_all, item, level_trees, profile, side
from builders import compared as held_side_by_side
from mo_check.compare.pure.side_answers import SideAnswers, alike, alike_sides
from mo_check.compare.pure.sides import AlikeGap, ComparedItem, ItemType, compared_items, mean, ratings
from mo_check.model.checklist import Checklist
from mo_check.model.item import About, Perspective
from mo_check.model.profile import Profile

CITY, OFFICES, CLUBS = "municipality", "department", "migrant_organisation"
ONE = checklist(common("d.a"))
FIVE = checklist(common("d.a", levels=level_trees("l0", "l1", "l2", "l3", "l4")))
THIRD = Fraction(1, 3)


def items(held: Checklist, profiles: Sequence[Profile], hiding: Sequence[str] = ()) -> tuple[ComparedItem, ...]:
    """Return the compared items of some profiles."""
    comparison = held_side_by_side(held, profiles, hiding=hiding)
    return compared_items(comparison.sides, comparison.hiding)


def one_item(held: Checklist = ONE, **sides: Sequence[Given | None]) -> ComparedItem:
    """Return the item ``d.a`` as sides see it that gave these answers; None for somebody who gave none."""
    profiles = [
        respondent
        for name, given in sides.items()
        for respondent in side(name, *({} if one is None else {"d.a": one} for one in given))
    ]
    return items(held, profiles)[0]


@pytest.mark.parametrize(
    ("city", "clubs", "expected"),
    [
        pytest.param(["good"], ["not_applicable"] * 2 + ["some"], "applicability", id="more than half: not applicable"),
        pytest.param(["good"], ["elsewhere"] * 2 + ["some"], "applicability", id="more than half: elsewhere"),
        pytest.param(["good"], ["not_applicable", "elsewhere", "some"], "applicability", id="more than half: either"),
        pytest.param(["good"], ["not_applicable", "good"], "shared_strength", id="half is not more than half"),
        pytest.param(["elsewhere"], ["not_applicable"], None, id="nobody scored"),
        pytest.param(["good"], ["unknown"] * 2 + ["some"], "unknown", id="more than half: unknown"),
        pytest.param(["good"], ["skipped", None, "some"], "perception_gap", id="skipped and open are not unknown"),
        pytest.param(["good"], ["disputed"], None, id="disputed is open: one side alone"),
        pytest.param(["good"], ["unknown", "good"], "shared_strength", id="half unknown"),
        pytest.param(["unknown"], ["not_applicable"], "unknown", id="unknown, and nobody scored"),
        pytest.param(["good"], ["none", "full"], "divided", id="below five: from one end to the other"),
        pytest.param(["some"], ["none", "good"], "shared_gap", id="below five: a range of 2/3"),
        pytest.param(["good"], ["some", "good"], "different_places", id="half of 1/3, and one of them met"),
        pytest.param(["full"], ["some"], "perception_gap", id="a gap of 2/3"),
        pytest.param(["good"], ["some"], "perception_gap", id="a gap of 1/3, one of them met"),
        pytest.param(["some"], ["none"], "shared_gap", id="a gap of 1/3, none of them met"),
        pytest.param(["full"], ["good"], "shared_strength", id="a gap of 1/3, both met"),
        pytest.param(["some"], ["some"], "shared_gap", id="below 2/3"),
        pytest.param(["good"], ["good"], "shared_strength", id="from 2/3 on"),
    ],
)
def test_the_type_of_an_item(city: list[Given], clubs: list[Given | None], expected: str | None) -> None:
    """The first type that fits, whichever side stands first."""
    found = one_item(municipality=city, migrant_organisation=clubs)
    turned = one_item(migrant_organisation=city, municipality=clubs)
    assert found.type == turned.type == (ItemType(expected) if expected else None)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        # Cns of 2 0 2 1 0 over five levels is 0.53, that of 3 0 0 2 0 is 0.37 (worked out with the formula).
        pytest.param(["l0", "l0", "l2", "l2", "l3"], "shared_gap", id="a consensus of 0.53"),
        pytest.param(["l0", "l0", "l0", "l3", "l3"], "divided", id="a consensus of 0.37"),
        pytest.param(["l0", "l0", "l0", "l4", "l4", "l4"], "divided", id="a consensus of exactly 0: half at each end"),
        pytest.param(["l0", "l0", "l0", "l0", "l3"], "shared_gap", id="a wide range, but from five on consensus counts"),
        pytest.param(["l0", "l0", "l0", "l3"], "shared_gap", id="four of them: a range of 3/4"),
    ],
)
def test_from_five_answers_on_a_side_is_divided_by_consensus(answers: list[Given], expected: str) -> None:
    """Below five by the range."""
    assert one_item(FIVE, migrant_organisation=answers, municipality=["l1"]).type == expected


def test_half_the_scale_is_a_perception_gap_though_neither_has_it_met() -> None:
    """Between 0 and 1/2 of five levels; 1/4 is none."""
    assert one_item(FIVE, municipality=["l2"], department=["l0"]).type is ItemType.PERCEPTION_GAP
    assert one_item(FIVE, municipality=["l2"], department=["l1"]).type is ItemType.SHARED_GAP


def test_a_quarter_is_no_perception_gap_though_only_one_has_it_met() -> None:
    """Between 1/2 and 3/4 of five levels."""
    found = one_item(FIVE, municipality=["l3"], department=["l2"])
    assert (found.type, found.near, found.cost) == (ItemType.PLACES, True, None)


def test_the_first_type_that_fits_wins() -> None:
    """Applicability before unknown before divided before perception gap; only those sides are named."""
    applicability = one_item(municipality=["full"], department=["elsewhere"], migrant_organisation=["unknown"])
    unknown = one_item(municipality=["full"], department=["unknown"], migrant_organisation=["none", "full"])
    divided = one_item(municipality=["full"], migrant_organisation=["none", "none", "full"])
    assert (applicability.type, applicability.concerned) == (ItemType.APPLICABILITY, (Perspective.DEPARTMENT,))
    assert (unknown.type, unknown.concerned) == (ItemType.UNKNOWN, (Perspective.DEPARTMENT,))
    assert (divided.type, divided.concerned) == (ItemType.DIVIDED, (Perspective.MIGRANT_ORGANISATION,))


OWN_UNIT, OWN_CASE = {OFFICES: "own_unit"}, {CLUBS: "own_experience"}


def asked_of(about: Mapping[str, str], differ: Sequence[str] = (), **fields: object) -> Checklist:
    """Return the checklist of one item that asks each side about what is told here, else about the municipality."""
    held = for_all(item("d.a", **fields))
    wordings = {
        who: wording.model_copy(update={"about": About(about.get(who, CITY)), "levels_differ": who in differ})
        for who, wording in held.for_.items()
    }
    return checklist(dimension("d", held.model_copy(update={"for_": wordings})))


@pytest.mark.parametrize(
    ("held", "sides", "expected", "concerned"),
    [
        pytest.param(
            asked_of(OWN_UNIT), {CITY: ["full"], OFFICES: ["none"]}, "different_places", (), id="the house and an office"
        ),
        pytest.param(asked_of(OWN_CASE), {CITY: ["some"], CLUBS: ["full"]}, "different_places", (), id="the house and a case"),
        pytest.param(asked_of({}, [OFFICES]), {CITY: ["full"], OFFICES: ["none"]}, "different_places", (), id="other thresholds"),
        pytest.param(asked_of({}), {CITY: ["full"], OFFICES: ["none"]}, "perception_gap", (), id="asked alike"),
        pytest.param(
            asked_of(OWN_CASE), {CITY: ["good"], CLUBS: ["some", "full"]}, "does_not_reach_everyone", (CLUBS,), id="half"
        ),
        pytest.param(asked_of(OWN_CASE), {CITY: ["good"], CLUBS: ["none"]}, "does_not_reach_everyone", (CLUBS,), id="nobody"),
        pytest.param(asked_of(OWN_CASE), {CITY: ["good"], CLUBS: ["some", "full", "good"]}, "shared_strength", (), id="most"),
        pytest.param(
            asked_of(OWN_CASE, [CLUBS]), {CITY: ["good"], CLUBS: ["none"]}, "does_not_reach_everyone", (CLUBS,), id="other levels"
        ),
        pytest.param(asked_of(OWN_UNIT), {CITY: ["good"], OFFICES: ["none"]}, "different_places", (), id="an office alone"),
        pytest.param(asked_of(OWN_UNIT), {OFFICES: ["none", "full"]}, "organised_differently", (OFFICES,), id="two offices"),
        pytest.param(asked_of(OWN_CASE), {CLUBS: ["none", "full"]}, "experienced_differently", (CLUBS,), id="two associations"),
        pytest.param(asked_of({}), {CLUBS: ["none", "full"]}, "divided", (CLUBS,), id="two associations about the town"),
        pytest.param(asked_of(OWN_UNIT), {CITY: ["full"], OFFICES: ["elsewhere"]}, None, (), id="away, but not asked alike"),
        pytest.param(
            asked_of(OWN_UNIT), {CITY: ["full"], OFFICES: ["unknown"]}, "unknown", (OFFICES,), id="unknown to an office"
        ),
        pytest.param(asked_of(OWN_UNIT), {CITY: ["some"], OFFICES: ["none"]}, "shared_gap", (), id="a gap in both places"),
        pytest.param(asked_of(OWN_UNIT), {CITY: ["full"], OFFICES: ["good"]}, "shared_strength", (), id="met in both places"),
        pytest.param(asked_of({}), {CITY: ["full"]}, None, (), id="one side only"),
    ],
)
def test_only_what_was_asked_alike_can_contradict(
    held: Checklist, sides: Mapping[str, list[Given]], expected: str | None, concerned: tuple[str, ...]
) -> None:
    """What a side was asked about decides what its answers make beside those of others."""
    found = one_item(held, **sides)
    assert (found.type, found.concerned) == (expected, concerned)


def test_sides_are_alike_in_what_they_were_asked_about_and_in_their_levels() -> None:
    """Whoever has levels of its own is like nobody."""
    sides = one_item(asked_of(OWN_UNIT), municipality=["good"], department=["good"], migrant_organisation=["good"]).sides
    assert [[one.side for one in group] for group in alike_sides(sides)] == [[CITY, CLUBS], [OFFICES]]
    differing = one_item(asked_of({}, [CLUBS]), municipality=["good"], department=["good"], migrant_organisation=["good"]).sides
    assert [[one.side for one in group] for group in alike_sides(differing)] == [[CITY, OFFICES], [CLUBS]]
    assert not alike(differing[2], differing[2])


def test_a_middle_between_two_levels_is_both_in_the_words_of_the_side() -> None:
    """And nothing without answers."""
    held = for_all(item("d.a"))
    words_ = tuple(level.model_copy(update={"label": f"bei uns {level.id}"}) for level in held.levels)
    clubs = held.for_[Perspective(CLUBS)].model_copy(update={"levels": words_})
    asked = checklist(dimension("d", held.model_copy(update={"for_": {Perspective(CLUBS): clubs}})))
    city, associations = one_item(asked, municipality=["unknown"], migrant_organisation=["none", "some"]).sides
    assert [level.label for level in associations.middle] == ["bei uns none", "bei uns some"]
    assert city.middle == ()


def test_a_doubtful_voice_takes_no_side_over_the_threshold() -> None:
    """Five answers of which one may be a copy are judged as four: by their range, not by consensus."""
    answers: list[Given] = ["l0", "l0", "l0", "l3", "l3"]
    profiles = side(CLUBS, *({"d.a": one} for one in answers))
    sides = held_side_by_side(FIVE, profiles).sides
    assert compared_items(sides)[0].type is ItemType.DIVIDED
    assert compared_items(sides, doubtful={Perspective(CLUBS): 1})[0].type is None
    hiding = frozenset({Perspective(CLUBS)})
    assert not compared_items(sides, hiding)[0].sides[0].hidden
    assert compared_items(sides, hiding, {Perspective(CLUBS): 1})[0].sides[0] == SideAnswers(
        Perspective(CLUBS), compared_items(sides)[0].sides[0].item, hidden=True
    )


@pytest.mark.parametrize(
    ("sides", "gap", "higher", "lower"),
    [
        pytest.param({CITY: ["full"], CLUBS: ["some"]}, 2 * THIRD, (CITY,), (CLUBS,), id="the municipality"),
        pytest.param({CITY: ["none"], CLUBS: ["full"]}, 1, (CLUBS,), (CITY,), id="the associations"),
        pytest.param({CITY: ["good"], OFFICES: ["full"], CLUBS: ["none"]}, 1, (OFFICES,), (CLUBS,), id="the widest of three"),
        pytest.param({CITY: ["full"], OFFICES: ["full"], CLUBS: ["none"]}, 1, (CITY, OFFICES), (CLUBS,), id="all at an end"),
        pytest.param({CITY: ["good"], CLUBS: ["none", "good", "good"]}, 0, (), (), id="the medians count, not the answers"),
        pytest.param(
            {CITY: ["full"], CLUBS: ["none", "some"]}, Fraction(5, 6), (CITY,), (CLUBS,), id="a median between two levels"
        ),
        pytest.param({CITY: ["full"], CLUBS: ["unknown"]}, None, (), (), id="one side has no value"),
        pytest.param({CITY: ["full", "none"]}, None, (), (), id="one side alone"),
    ],
)
def test_who_sees_it_better(
    sides: Mapping[str, list[Given]], gap: Fraction | None, higher: tuple[str, ...], lower: tuple[str, ...]
) -> None:
    """The gap is the largest difference between two medians, and all sides at either end are named."""
    assert one_item(**sides).gap == (None if gap is None else (gap, higher, lower))


def test_a_side_weighs_the_same_whatever_its_head_count() -> None:
    """One officer beside nine associations: their medians are compared."""
    few = one_item(municipality=["full"], migrant_organisation=["some"] * 3)
    many = one_item(municipality=["full"], migrant_organisation=["some"] * 9)
    wide = AlikeGap(2 * THIRD, (Perspective.MUNICIPALITY,), (Perspective.MIGRANT_ORGANISATION,))
    assert (few.gap, few.type) == (many.gap, many.type) == (wide, ItemType.PERCEPTION_GAP)


def test_what_counts_by_rule_is_no_answer() -> None:
    """Who said „nothing“ to the parent was not asked the child, and is not among those who answered it."""
    waits = {"item": "d.a", "at_least": "good"}
    held = checklist(dimension("d", for_all(item("d.a")), for_all(item("d.b", when=waits))))
    profiles = [*side(CITY, {"d.a": "none"}, {"d.a": "full", "d.b": "full"}), *side(CLUBS, {"d.a": "none"})]
    child = next(one for one in items(held, profiles) if one.item.id == "d.b")
    assert [(one.side, one.asked, one.counts) for one in child.sides] == [(CITY, 1, (0, 0, 0, 1))]
    assert child.type is None


def test_an_item_of_a_later_version_is_no_answer() -> None:
    """Who answered before it came is not blind to it."""
    held = checklist(dimension("d", for_all(item("d.a")), for_all(item("d.b", since="1.1.0"))))
    before = side(CLUBS, {"d.a": "good"}, {"d.a": "good"})
    now = profile({"d.b": "good"}, perspective=CLUBS, version="1.1.0")
    city = profile({"d.b": "good"}, version="1.1.0")
    item_b = next(one for one in items(held, [*before, now, city]) if one.item.id == "d.b")
    assert [(one.asked, one.waiting) for one in item_b.sides] == [(1, 0), (1, 0)]


def test_the_numbers_of_a_side() -> None:
    """How many were asked, their answers by level, who gave none, who is away; median, place, share met and spread."""
    elsewhere = answer_of(status="elsewhere", who="Kreis", level="full")
    found = one_item(municipality=["none", "some", "good", elsewhere, "unknown", None, "not_applicable"]).sides[0]
    assert (found.asked, found.counts, found.waiting, found.away) == (7, (1, 1, 1, 1), 2, 1)
    assert (found.median, found.place) == (Fraction(1, 2), Fraction(3, 2))
    assert (found.share_met, found.spread) == (Fraction(1, 2), 1)


def test_values_of_the_file_are_compared_and_places_are_drawn() -> None:
    """Levels worth 0, 1/10 and 1: the median of values is not that of ranks."""
    held = checklist(common("d.a", levels=level_trees("low", "mid", "top", value=("0", "1/10", "1"))))
    found = one_item(held, municipality=["mid", "top"]).sides[0]
    assert (found.median, found.place, found.spread) == (Fraction(11, 20), Fraction(3, 2), Fraction(9, 10))


def test_the_cost_is_the_mean_over_sides_of_the_mean_over_respondents() -> None:
    """One item, so its gap costs all that is missing: (100·2/3 + (100 + 0)/2) / 2."""
    found = one_item(municipality=["some"], migrant_organisation=["none", "full"])
    assert found.cost == (Fraction(200, 3) + 50) / 2


def test_a_mean_of_nothing_is_nought() -> None:
    """Nobody costs anything."""
    assert mean([]) == 0


def test_an_agreed_profile_is_no_side() -> None:
    """Its answers are those of the others."""
    profiles = [*side(CITY, {"d.a": "full"}), *side(CLUBS, {"d.a": "some"})]
    assert items(ONE, [*profiles, *side("agreed", {"d.a": "none"})]) == items(ONE, profiles)


def test_answers_are_pooled_over_items_of_one_size_only() -> None:
    """The most usual number of levels; by-rule answers are gaps, and only the items of this score count."""
    held = checklist(
        dimension("d", for_all(item("d.a")), for_all(item("d.b")), for_all(item("d.c", levels=level_trees("no", "yes")))),
    )
    comparison = held_side_by_side(held, side(CITY, {"d.a": "good", "d.c": "yes"}, {"d.b": "full"}))
    assert ratings(comparison.sides[Perspective.MUNICIPALITY]) == [[2, None], [None, 3]]


def test_the_items_of_another_score_are_not_pooled() -> None:
    """Three items of two levels in the other score do not outnumber the one of four levels in this."""
    small = (for_all(item(f"other.{n}", levels=level_trees("no", "yes"))) for n in range(3))
    held = checklist(
        common("d.a").model_copy(update={"score": "one"}),
        dimension("other", *small).model_copy(update={"score": "two"}),
        scores={"one": "Eins", "two": "Zwei"},
    )
    comparison = held_side_by_side(held, side(CITY, {"d.a": "good"}, {"d.a": "full"}), score="one")
    assert ratings(comparison.sides[Perspective.MUNICIPALITY]) == [[2, 3]]


HIDDEN_FIVE = [{"d.a": given} for given in ("none", "some", "good", "good", "full")]


def test_a_side_that_hides_its_people_is_told_as_median_and_share_met() -> None:
    """From five answers on; no counts, no spread, nobody who gave no answer, and no costs of theirs."""
    found = items(ONE, [*side(CITY, {"d.a": "none"}), *side(CLUBS, *HIDDEN_FIVE)], [CLUBS])[0]
    shown = found.sides[1]
    assert (shown.median, shown.share_met, shown.place) == (2 * THIRD, Fraction(3, 5), 2)
    assert (shown.asked, shown.counts, shown.waiting, shown.away, shown.spread) == (0, (), 0, 0, None)
    assert found.gap is not None
    assert (found.gap.gap, found.type, found.gap.higher) == (2 * THIRD, ItemType.PERCEPTION_GAP, (CLUBS,))
    assert found.cost == 100


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(HIDDEN_FIVE[:4], id="four respondents"),
        pytest.param([*HIDDEN_FIVE[:4], {}], id="four answers"),
        pytest.param([{"d.a": "good"}] * 6, id="all alike"),
    ],
)
def test_a_side_of_few_or_all_alike_is_not_shown(answers: list[dict[str, Given]]) -> None:
    """Neither its median nor what would follow from it."""
    found = items(ONE, [*side(CITY, {"d.a": "none"}), *side(CLUBS, *answers)], [CLUBS])[0]
    assert found.sides[1].hidden
    assert (found.sides[1].median, found.sides[1].share_met) == (None, None)
    assert (found.gap, found.type) == (None, None)


@pytest.mark.parametrize(
    ("offices", "clubs", "hidden"),
    [
        pytest.param(HIDDEN_FIVE, HIDDEN_FIVE, [False, False], id="both of five"),
        pytest.param(HIDDEN_FIVE[:4], HIDDEN_FIVE, [True, True], id="one of four"),
        pytest.param([{"d.a": "some"}] * 5, HIDDEN_FIVE, [True, True], id="one all alike"),
    ],
)
def test_where_one_of_two_is_hidden_the_other_is_hidden_too(
    offices: list[dict[str, Given]], clubs: list[dict[str, Given]], hidden: list[bool]
) -> None:
    """What a total less the other would leave gives nobody away."""
    found = items(ONE, [*side(OFFICES, *offices), *side(CLUBS, *clubs), *side(CITY, {"d.a": "good"})], [OFFICES, CLUBS])[0]
    assert [one.hidden for one in found.sides] == [False, *hidden]


def test_a_hidden_side_stands_there_though_it_was_not_asked_by_rule() -> None:
    """Otherwise that its row is missing would tell what it said to the parent."""
    waits = {"item": "d.a", "at_least": "good"}
    held = checklist(dimension("d", for_all(item("d.a")), for_all(item("d.b", when=waits))))
    city = side(CITY, {"d.a": "full", "d.b": "full"})
    low, high = side(CLUBS, {"d.a": "none"}), side(CLUBS, {"d.a": "full", "d.b": "good"})
    assert items(held, [*city, *low], [CLUBS]) == items(held, [*city, *high], [CLUBS])

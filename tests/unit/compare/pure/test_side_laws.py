"""The laws of comparing like with like, from the files to the comparison (docs/method.md, Sides and item types)."""

from collections.abc import Sequence
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builders import SIDES, for_all, item, profiles, reaching, respondents, shared_checklists, with_answer, with_answers
from extent import briefly
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.side_answers import alike
from mo_check.compare.pure.side_differences import SideDifference, difference_rows
from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from outcomes import Outcome, outcome

OFFICES = Perspective.DEPARTMENT
APART = {
    ItemType.REACHES_FEW,
    ItemType.DIVIDED,
    ItemType.EXPERIENCED,
    ItemType.ORGANISED,
    ItemType.PERCEPTION_GAP,
}
"""Types 3 to 5: somebody sees it otherwise than somebody else."""
DAYS = (None, date(2024, 5, 1), date(2026, 5, 1))
NAMES = ("Musterstadt", "Stadt Musterstadt", "MUSTERSTADT")


@st.composite
def people(draw: st.DrawFn, held: Checklist) -> list[Profile]:
    """Draw profiles that somebody may have sent twice: labels come again, with the same or other answers and days."""
    found: list[Profile] = []
    for one in draw(respondents(held)):
        label = f"{one.respondent.perspective} {draw(st.integers(1, 2))}"
        day = draw(st.sampled_from(DAYS))
        answers = {name: answer._replace(date=day) for name, answer in one.answers("probe").items()}
        if found and draw(st.booleans()):
            answers = {**draw(st.sampled_from(found)).answers("probe")}
        subject = one.subject.model_copy(update={"name": draw(st.sampled_from(NAMES)), "population": None})
        own = {"respondent": one.respondent.model_copy(update={"label": label}), "subject": subject, "scope": "full"}
        found.append(with_answers(one, answers).model_copy(update=own))
    return found


def told(found: Outcome) -> tuple[object, ...]:
    """Return everything of an outcome that does not name a file."""
    if found.comparison is None:
        return (type(found.error),)
    held = found.comparison
    sizes = {side: len(assessments) for side, assessments in held.sides.items()}
    return held.mode, held.items, difference_rows(held.items), held.left_out, sizes, dict(held.doubtful)


@briefly()
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(data: st.DataObject, random: Random) -> None:
    """Neither who counts, nor what is compared, nor any number, nor what is refused."""
    held = data.draw(shared_checklists())
    given_by = data.draw(people(held))
    hiding = data.draw(st.sampled_from([(), (), SIDES[2:]]))
    mixed = random.sample(given_by, len(given_by))
    assert told(outcome(held, mixed, hiding=hiding)) == told(outcome(held, given_by, hiding=hiding))


@briefly()
@given(st.data())
def test_duplicating_a_file_changes_nothing(data: st.DataObject) -> None:
    """However often, and whoever it is of: a copy is no voice."""
    held = data.draw(shared_checklists())
    given_by = data.draw(people(held))
    copies = data.draw(st.lists(st.sampled_from(given_by), min_size=1, max_size=6))
    before, after = outcome(held, given_by), outcome(held, [*given_by, *copies])
    assert told(after) == told(before)
    if before.comparison and after.comparison:
        assert len(after.comparison.files) == len(before.comparison.files) + len(copies)


@briefly()
@given(st.data())
def test_duplicating_every_respondent_of_a_side_changes_no_median_and_no_difference(data: st.DataObject) -> None:
    """Under other labels they are voices, so that a side may get larger, but not other."""
    held = data.draw(shared_checklists())
    given_by = data.draw(people(held))
    again = [_called(one, f"{one.respondent.label} b") for one in given_by if one.respondent.perspective is OFFICES]
    before, after = (outcome(held, found, "perspectives") for found in (given_by, [*given_by, *again]))
    if before.comparison is None or after.comparison is None:  # two files of one voice become two voices
        assert before.comparison is None
        return
    for old, new in zip(before.comparison.items, after.comparison.items, strict=True):
        assert [(one.side, one.median, one.place) for one in old.sides] == [
            (one.side, one.median, one.place) for one in new.sides
        ]
        assert old.gap == new.gap
    assert difference_rows(before.comparison.items) == difference_rows(after.comparison.items)


def _called(one: Profile, label: str) -> Profile:
    return one.model_copy(update={"respondent": one.respondent.model_copy(update={"label": label})})


@briefly()
@given(st.data())
def test_identical_answers_to_what_was_asked_alike_give_no_difference(data: st.DataObject) -> None:
    """Whatever is answered to all else: no difference, and nobody sees it otherwise."""
    held = data.draw(shared_checklists())
    same = data.draw(profiles(held)).answers("probe")
    common = {i.id for i in held.items() if i.for_ and not any(w.levels_differ or w.about != i.about for w in i.for_.values())}
    given_by = []
    for one in data.draw(respondents(held)):
        answers = {name: answer for name, answer in one.answers("probe").items() if name not in common}
        answers |= {name: answer for name, answer in same.items() if name in common}
        given_by.append(with_answers(one.model_copy(update={"scope": "full"}), answers))
    found = outcome(held, given_by, "perspectives").comparison
    for one in found.items if found else ():
        if one.item.id in common:
            assert one.type not in APART
            assert one.gap is None or one.gap.gap == 0
    exact = {name for name in common if name in same}
    left = [one for one in (found.items if found else ()) if one.item.id in exact]
    assert [pair for row in difference_rows(left) for pair in row.pairs if pair.difference] == []


@briefly()
@given(st.data())
def test_an_item_asked_of_one_side_only_changes_nothing(data: st.DataObject) -> None:
    """No other item, and no difference; and one asked of two sides nothing that is told of the third."""
    held = data.draw(shared_checklists())
    given_by = [one for one in data.draw(respondents(held)) if one.answers("probe")]
    sides = data.draw(st.sampled_from([(), SIDES[1:2], SIDES[2:]]))
    extra = for_all(item("d0.extra"), sides)
    first, *rest = held.dimensions
    more = held.model_copy(update={"dimensions": (first.model_copy(update={"items": (*first.items, extra)}), *rest)})
    ranks = [data.draw(st.integers(0, 3)) for _ in given_by]
    answered = [with_answer(one, extra.id, reaching(extra, rank)) for one, rank in zip(given_by, ranks, strict=True)]
    asked = {Perspective.MUNICIPALITY, *map(Perspective, sides)}
    known = [one if one.respondent.perspective in asked else old for one, old in zip(answered, given_by, strict=True)]
    before, after = outcome(held, given_by, "perspectives").comparison, outcome(more, known, "perspectives").comparison
    if before is None or after is None:
        return
    assert [_without_cost(one) for one in after.items if one.item.id != extra.id] == [_without_cost(one) for one in before.items]
    if len(asked) == 1 and len(before.sides) > 1:
        assert after.items == before.items
    for pair in _pairs(before):
        if not {pair.higher, pair.lower} <= asked:
            assert pair in _pairs(after)


def _without_cost(one: ComparedItem) -> tuple[object, ...]:
    return one.item.id, one.type, one.gap, one.concerned, [(a.side, a.counts, a.median, a.waiting, a.away) for a in one.sides]


def _pairs(held: Comparison) -> Sequence[SideDifference]:
    return [pair for row in difference_rows(held.items) if row.dimension is None for pair in row.pairs]


@briefly()
@given(st.data())
def test_differences_rest_on_alike_items_alone(data: st.DataObject) -> None:
    """Worked out again by hand: Σ w (m_a − m_b) / Σ w over the alike items that both scored."""
    held = data.draw(shared_checklists())
    found = outcome(held, data.draw(respondents(held)), "perspectives").comparison
    for pair in _pairs(found) if found else ():
        sides = [(one.item.weight, one.of(pair.higher), one.of(pair.lower)) for one in found.items] if found else []
        both = [
            (weight, a.median, b.median)
            for weight, a, b in sides
            if a and b and alike(a, b) and a.median is not None and b.median is not None
        ]
        assert pair.items == len(both) > 0
        assert pair.difference == sum(w * (a - b) for w, a, b in both) / sum(w for w, _, _ in both) >= 0

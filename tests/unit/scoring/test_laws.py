"""The laws of docs/method.md, held against checklists and profiles made at random."""

from fractions import Fraction
from random import Random
from typing import TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from builders import assess_total, cases, reaching, source, with_answer, with_answers
from mo_check.model.assessment import Assessment, Score
from mo_check.model.checklist import Checklist
from mo_check.model.checks.consistency import check_checklist
from mo_check.model.checks.fitting import check_profile
from mo_check.model.profile import Profile
from mo_check.model.standing import Standing
from mo_check.scoring.gaps import find_out, gaps
from mo_check.scoring.sensitivity import sensitivity
from mo_check.scoring.steps import proposals

Case = tuple[Checklist, Profile]
T = TypeVar("T")


def scores(assessment: Assessment) -> list[Score]:
    """Return the score of every dimension, then the total."""
    return [*(d.score for d in assessment.dimensions), assessment.total]


def standings(assessment: Assessment) -> dict[str, tuple[Standing, Fraction | None]]:
    """Return how every item stands, by its id."""
    return {r.item.id: (r.standing, r.value) for r in assessment.items()}


def pick(data: st.DataObject, candidates: list[T]) -> T:
    """Draw one of the candidates; a case without any is no case."""
    assume(candidates)
    return data.draw(st.sampled_from(candidates))


def without(checklist: Checklist, ids: set[str]) -> Checklist:
    """Return the checklist as if these items, and dimensions left without any, were not in it."""
    kept = [
        dimension.model_copy(update={"items": items})
        for dimension in checklist.dimensions
        if (items := tuple(item for item in dimension.items if item.id not in ids))
    ]
    return checklist.model_copy(update={"dimensions": tuple(kept)})


@given(cases())
def test_drawn_cases_are_ones_that_lint_accepts(case: Case) -> None:
    """What the laws are tried on is a valid checklist and a valid profile."""
    checklist, profile = case
    assert [*check_checklist(checklist, [source(why="insight")]), *check_profile(profile, checklist)] == []


@given(cases(), st.data())
def test_raising_a_scored_answer_never_lowers_a_score(case: Case, data: st.DataObject) -> None:
    """A better answer never lowers a score, nor the ends of its range; a score that goes was 0 by rule."""
    checklist, profile = case
    before = assess_total(checklist, profile)
    raised = pick(data, [r for r in before.items() if r.value not in {None, 1} and not r.by_rule])
    assert raised.level is not None
    rank = data.draw(st.integers((raised.item.rank(raised.level.id) or 0) + 1, len(raised.item.levels) - 1))
    after = assess_total(checklist, with_answer(profile, raised.item.id, reaching(raised.item, rank)))
    for old, new in zip(scores(before), scores(after), strict=True):
        for name in ("value", "low", "high"):
            was, now = getattr(old, name), getattr(new, name)
            assert now is None or was is None or now >= was
            assert now is not None or not was


@given(cases(), st.data())
def test_answering_an_unknown_keeps_the_total_inside_its_old_range(case: Case, data: st.DataObject) -> None:
    """Whatever the answer, the new total and its range lie inside the old range."""
    checklist, profile = case
    before = assess_total(checklist, profile)
    waiting = {Standing.UNKNOWN, Standing.OPEN}
    missing = pick(data, [r for r in before.items() if r.item.scored and r.standing in waiting and not r.by_rule])
    rank = data.draw(st.integers(0, len(missing.item.levels) - 1))
    after = assess_total(checklist, with_answer(profile, missing.item.id, reaching(missing.item, rank)))
    old, new = before.total, after.total
    assert old.low is not None
    assert old.high is not None
    assert new.low is not None
    assert new.high is not None
    assert new.value is not None
    assert old.low <= new.low <= new.value <= new.high <= old.high


@given(cases())
def test_a_score_lies_inside_its_range(case: Case) -> None:
    """0 ≤ low ≤ score ≤ high ≤ 1 for every dimension and the total."""
    found = scores(assess_total(*case))
    for score in found:
        if score.value is not None:
            assert score.low is not None
            assert score.high is not None
            assert 0 <= score.low <= score.value <= score.high <= 1
        assert score.coverage is None or 0 <= score.coverage <= 1
    assert len(found) > 0


@given(cases())
def test_an_item_not_applicable_is_as_if_it_were_not_there(case: Case) -> None:
    """The checklist without what does not apply gives the same total, display and standings."""
    checklist, profile = case
    before = assess_total(checklist, profile)
    away = {r.item.id for r in before.items() if r.standing is Standing.NOT_APPLICABLE}
    after = assess_total(without(checklist, away), profile)
    kept = {i: stands for i, stands in standings(before).items() if i not in away}
    assert (after.total, after.display, standings(after)) == (before.total, before.display, kept)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_items_and_answers_changes_nothing(case: Case, random: Random) -> None:
    """Dimensions, items and answers in another order give the same numbers."""
    checklist, profile = case

    def shuffled(things: tuple[T, ...]) -> tuple[T, ...]:
        held = list(things)
        random.shuffle(held)
        return tuple(held)

    dimensions = tuple(d.model_copy(update={"items": shuffled(d.items)}) for d in shuffled(checklist.dimensions))
    mixed = checklist.model_copy(update={"dimensions": dimensions})
    answers = dict(shuffled(tuple(profile.answers("probe").items())))
    before, after = assess_total(checklist, profile), assess_total(mixed, with_answers(profile, answers))
    assert (after.total, after.display, standings(after)) == (before.total, before.display, standings(before))
    assert {d.dimension.id: d.score for d in after.dimensions} == {d.dimension.id: d.score for d in before.dimensions}


@given(cases())
def test_the_costs_of_all_gaps_sum_to_what_is_missing(case: Case) -> None:
    """The costs sum to 100 minus the total, and to nothing without a total."""
    found = assess_total(*case)
    missing = 0 if found.total.value is None else 100 * (1 - found.total.value)
    assert sum(gap.cost for gap in gaps(found)) == missing


@given(cases())
def test_the_swings_of_all_open_questions_sum_to_the_range(case: Case) -> None:
    """What hangs on the missing answers is the width of the total's range."""
    found = assess_total(*case)
    low, high = found.total.low or Fraction(0), found.total.high or Fraction(0)
    assert sum(one.swing for one in find_out(found)) == 100 * (high - low)


@given(cases())
def test_every_gap_has_exactly_one_step(case: Case) -> None:
    """The proposals hold every gap once, each step stands once, and the costs stay what they were."""
    found = assess_total(*case)
    proposed = proposals(found)
    helped = [gap.result.item.id for proposal in proposed for gap in proposal.gaps]
    assert sorted(helped) == sorted(gap.result.item.id for gap in gaps(found))
    assert len({proposal.id for proposal in proposed}) == len(proposed)


@given(cases())
def test_display_is_100_or_0_only_where_that_is_the_whole_truth(case: Case) -> None:
    """100 is shown exactly where every applicable item is at 1, and 0 exactly where all that is scored is at 0."""
    found = assess_total(*case)
    applicable = [r for r in found.items() if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    values = [r.value for r in applicable if r.value is not None]
    assert (found.display == 100) == (bool(values) and all(r.value == 1 for r in applicable))
    assert (found.display == 0) == (bool(values) and not any(values))


@given(cases())
def test_the_weights_drawn_leave_the_total_between_its_dimensions(case: Case) -> None:
    """The band of the total lies between the weakest and the strongest dimension, and so does the geometric total."""
    found = assess_total(*case)
    values = [float(d.score.value) for d in found.dimensions if d.score.value is not None]
    result = sensitivity(found)
    assert (result is None) == (not values)
    if result is not None:
        lowest, highest = min(values) - 1e-9, max(values) + 1e-9
        assert lowest <= result.low <= result.high <= highest
        assert lowest <= result.geometric <= max(highest, 0.01 + 1e-9)

"""Scores, ranges, coverage, display and standings against the published vectors and cases worked by hand."""

from fractions import Fraction

import pytest

from answers import answer_of
from builders import (
    LEVELS,
    Given,
    answer,
    assess_total,
    assessed,
    checklist,
    dimension,
    item,
    level_trees,
    option_trees,
    profile,
)
from mo_check.errors import UnknownScore
from mo_check.model.answer import Answer, Status
from mo_check.model.assessment import Score, Shown
from mo_check.model.item import Item
from mo_check.model.standing import Standing
from mo_check.scoring.assessing import as_points, assess, assess_score
from mo_check.scoring.scoring_plan import standing_of

F = Fraction


def scored(*dimensions: tuple[Given | None, ...]) -> Score:
    """Return the total of dimensions given as the answers to their items."""
    ids = {f"d{d}": {f"d{d}.i{n}": given for n, given in enumerate(answers)} for d, answers in enumerate(dimensions)}
    held = checklist(*(dimension(d, *items) for d, items in ids.items()))
    return assessed(held, {i: g for items in ids.values() for i, g in items.items() if g is not None}).total


def four_places(*values: Fraction | None) -> tuple[float | None, ...]:
    """Return values as published: rounded to four places."""
    return tuple(None if value is None else float(round(value, 4)) for value in values)


HALF = ("some",) * 3 + ("good",) * 3


@pytest.mark.parametrize(
    ("dimensions", "value", "low", "high", "coverage"),
    [
        pytest.param(
            [("good",) * 12 + ("unknown",) * 5 + ("not_applicable",) * 3],
            *(0.6667, 0.4706, 0.7647, 0.7059),
            id="12 of 20 at two thirds",
        ),
        pytest.param(
            [(*HALF, "elsewhere", "elsewhere", "unknown", "not_applicable")],
            *(0.5, 0.4286, 0.5714, 0.8889),
            id="6 of 10 at one half, 2 elsewhere",
        ),
        pytest.param(
            [("full",) * 10, ("good",) * 10, ("none",) * 6 + ("unknown",) * 4],
            *(0.5556, 0.5556, 0.6889, 0.8667),
            id="three dimensions, 4 unknown",
        ),
        pytest.param(
            [("full",) * 10, ("good",) * 10, ("none",) * 6 + ("full",) + ("unknown",) * 3],
            *(0.6032, 0.5889, 0.6889, 0.9),
            id="three dimensions, one of the four answered",
        ),
    ],
)
def test_the_published_vectors_come_out(
    dimensions: list[tuple[str, ...]], value: float, low: float, high: float, coverage: float
) -> None:
    """The table of docs/method.md holds; what it leaves blank is worked by hand."""
    total = scored(*dimensions)
    assert four_places(total.value, total.low, total.high, total.coverage) == (value, low, high, coverage)


@pytest.mark.parametrize(
    ("parent", "child", "value"),
    [
        pytest.param("some", "full", 0.7619, id="below: the child counts as its lowest level"),
        pytest.param("good", "none", 0.8095, id="reached: the child's own answer counts"),
    ],
)
def test_a_child_counts_as_its_lowest_level_while_its_parent_is_below(parent: str, child: str, value: float) -> None:
    """Five items at 1 with a parent and a child that is asked from 2/3 on: the published vectors."""
    waiting = item("d.child", when={"item": "d.parent", "at_least": "good"})
    held = checklist(dimension("d", *(f"d.i{n}" for n in range(5)), "d.parent", waiting))
    full = {f"d.i{n}": "full" for n in range(5)}
    assert four_places(assessed(held, full | {"d.parent": parent, "d.child": child}).total.value) == (value,)


def test_a_dimension_with_nothing_scored_leaves_the_score_but_widens_the_range() -> None:
    """The score is over dimensions with an answer, the range over all that are not done elsewhere."""
    total = scored(("full",), ("unknown",))
    assert (total.value, total.low, total.high, total.coverage) == (1, F(1, 2), 1, F(1, 2))


def test_a_dimension_done_elsewhere_counts_as_covered_and_leaves_the_range() -> None:
    """With one dimension elsewhere the other alone makes score and range, and coverage is the mean of both."""
    total = scored(("full", "unknown"), ("elsewhere",))
    assert (total.value, total.low, total.high, total.coverage) == (1, F(1, 2), 1, F(3, 4))


def test_a_dimension_that_does_not_apply_leaves_every_number() -> None:
    """Nothing applicable: neither score nor range nor coverage know the dimension."""
    total = scored(("good",), ("not_applicable", "not_applicable"))
    assert (total.value, total.low, total.high, total.coverage) == (F(2, 3), F(2, 3), F(2, 3), 1)


def test_nothing_scored_gives_no_total_but_a_range() -> None:
    """Without any answer the total is null, and everything is possible."""
    total = scored((None, "unknown"), ("skipped",))
    assert total == Score(None, F(0), F(1), F(0), Shown.NOTHING)


def test_nothing_applicable_gives_nothing_at_all() -> None:
    """Where no item applies there is no number of any kind."""
    assert scored(("not_applicable",)) == Score(None, None, None, None, Shown.NOTHING)


def test_items_weigh_as_the_checklist_says() -> None:
    """Weight 2 at 1 beside weight 1 at 0 is worth two thirds."""
    held = checklist(dimension("d", item("d.a", weight=2), "d.b"))
    assert assessed(held, {"d.a": "full", "d.b": "none"}).total.value == F(2, 3)


def test_dimensions_weigh_as_the_checklist_says() -> None:
    """A dimension of weight 3 at 1 beside one of weight 1 at 0 is worth three quarters, however many items it has."""
    held = checklist(dimension("d", "d.a", weight=3), dimension("e", "e.a", "e.b"))
    assert assessed(held, {"d.a": "full", "e.a": "none", "e.b": "none"}).total.value == F(3, 4)


@pytest.mark.parametrize(
    ("given", "standing", "value"),
    [
        pytest.param("none", Standing.UNMET, F(0), id="lowest level"),
        pytest.param("some", Standing.PARTIAL, F(1, 3), id="one third"),
        pytest.param("good", Standing.MET, F(2, 3), id="two thirds"),
        pytest.param("full", Standing.MET, F(1), id="highest level"),
        pytest.param("unknown", Standing.UNKNOWN, None, id="unknown"),
        pytest.param("not_applicable", Standing.NOT_APPLICABLE, None, id="not applicable"),
        pytest.param("elsewhere", Standing.ELSEWHERE, None, id="elsewhere"),
        pytest.param("skipped", Standing.OPEN, None, id="skipped"),
        pytest.param("disputed", Standing.OPEN, None, id="disputed"),
        pytest.param(None, Standing.OPEN, None, id="no answer"),
        pytest.param(
            answer_of(status=Status.ELSEWHERE, who="Landkreis", level="good"),
            *(Standing.MET, F(2, 3)),
            id="elsewhere with a level",
        ),
    ],
)
def test_every_answer_has_its_standing(given: Given | None, standing: Standing, value: Fraction | None) -> None:
    """Levels stand by their value; statuses stand by their name and have no value."""
    result = assessed(checklist(dimension("d", "d.a")), {} if given is None else {"d.a": given}).item("d.a")
    assert result is not None
    assert (result.standing, result.value) == (standing, value)


@pytest.mark.parametrize(
    ("value", "standing"),
    [
        pytest.param(F(0), Standing.UNMET, id="nothing"),
        pytest.param(F(1, 1000), Standing.PARTIAL, id="hardly anything"),
        pytest.param(F(665, 1000), Standing.PARTIAL, id="just below two thirds"),
        pytest.param(F(2, 3), Standing.MET, id="two thirds"),
    ],
)
def test_met_begins_at_exactly_two_thirds(value: Fraction, standing: Standing) -> None:
    """A value is met from 2/3 on, unmet at 0 only, and partial between."""
    assert standing_of(value) is standing


def test_a_level_may_be_worth_what_the_file_says() -> None:
    """An own ``value`` replaces k/(K-1)."""
    own = item("d.a", levels=level_trees("no", "nearly", "yes", value=("0", "0.9", "1")))
    assert assessed(checklist(dimension("d", own)), {"d.a": "nearly"}).total.value == F(9, 10)


@pytest.mark.parametrize(
    ("options", "level"),
    [
        pytest.param(("none",), "no", id="none, whose credit is never counted"),
        pytest.param(("half",), "no", id="below the first threshold"),
        pytest.param(("one",), "few", id="exactly on it"),
        pytest.param(("one", "half"), "few", id="between two"),
        pytest.param(("half", "one", "one-more"), "few", id="just below the highest"),
        pytest.param(("one", "two"), "many", id="exactly on the highest"),
        pytest.param(("half", "one", "one-more", "two"), "many", id="beyond it"),
        pytest.param(("gone", "one"), "few", id="an option that is no longer there"),
    ],
)
def test_credits_add_up_to_a_level(options: tuple[str, ...], level: str) -> None:
    """The level reached is the highest whose ``from_credit`` is at most the sum of the credits."""
    select = item(
        "d.a",
        kind="select",
        levels=level_trees("no", "few", "many", from_credit=("0", "1", "3")),
        options=[*option_trees(half="0.5", one="1", one_more="1", two="2"), {"id": "none", "label": "nichts davon"}],
    )
    result = assessed(checklist(dimension("d", select)), {"d.a": options}).item("d.a")
    assert result is not None
    assert result.level is not None
    assert result.level.id == level


@pytest.mark.parametrize(
    ("weights", "answers", "shown"),
    [
        pytest.param((5, 3), ("full", "none"), 63, id="62.5 goes up"),
        pytest.param((1, 1), ("full", "full"), 100, id="everything at 1"),
        pytest.param((1, 1000), ("some", "full"), 99, id="99.9 is not 100"),
        pytest.param((1, 1), ("unknown", "full"), 99, id="an unknown keeps 100 away"),
        pytest.param((1, 1), ("elsewhere", "full"), 99, id="elsewhere keeps 100 away"),
        pytest.param((1, 1), ("not_applicable", "full"), 100, id="not applicable does not"),
        pytest.param((1, 1), ("none", "none"), 0, id="everything at 0"),
        pytest.param((1, 1), ("unknown", "none"), 0, id="all that is scored at 0"),
        pytest.param((1, 1000), ("some", "none"), 1, id="0.03 is not 0"),
        pytest.param((1, 1), ("unknown", "skipped"), None, id="nothing scored"),
    ],
)
def test_a_total_is_displayed_half_up_and_never_better_than_it_is(
    weights: tuple[int, int], answers: tuple[str, str], shown: int | None
) -> None:
    """100 only where every applicable item is scored 1, and 0 only where all that is scored is 0."""
    items = (item(f"d.i{n}", weight=weight) for n, weight in enumerate(weights))
    held = checklist(dimension("d", *items))
    assert assessed(held, {f"d.i{n}": given for n, given in enumerate(answers)}).display == shown


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        pytest.param(("good",) * 13 + ("unknown",) * 7, Shown.NUMBER, id="65 % covered"),
        pytest.param(("good",) * 12 + ("unknown",) * 8, Shown.TOO_FEW, id="60 % covered"),
        pytest.param(("good",) * 4 + ("elsewhere",) * 6, Shown.MOSTLY_ELSEWHERE, id="less than half scored here"),
        pytest.param(("good",) * 5 + ("elsewhere",) * 5, Shown.NUMBER, id="half scored here"),
        pytest.param(("elsewhere",) * 2, Shown.MOSTLY_ELSEWHERE, id="all elsewhere"),
        pytest.param(("elsewhere", "unknown", "unknown"), Shown.TOO_FEW, id="elsewhere, and too few"),
        pytest.param(("unknown",), Shown.TOO_FEW, id="nothing known"),
        pytest.param(("not_applicable",), Shown.NOTHING, id="nothing applies"),
    ],
)
def test_a_number_is_shown_or_says_why_not(answers: tuple[str, ...], shown: Shown) -> None:
    """Below 65 % coverage, or where most is done elsewhere, words stand in the place of a dimension's number."""
    held = checklist(dimension("d", *(f"d.i{n}" for n in range(len(answers)))))
    found = assessed(held, {f"d.i{n}": given for n, given in enumerate(answers)})
    assert found.dimensions[0].score.shown is shown


def test_hiding_a_number_never_takes_its_dimension_out_of_the_total() -> None:
    """A dimension with too few answers still counts with what it has."""
    held = checklist(dimension("d", "d.a"), dimension("e", "e.a", "e.b", "e.c"))
    found = assessed(held, {"d.a": "full", "e.a": "none"})
    assert [d.score.shown for d in found.dimensions] == [Shown.NUMBER, Shown.TOO_FEW]
    assert (found.total.value, found.total.shown) == (F(1, 2), Shown.NUMBER)


def test_a_total_with_too_few_answers_says_so() -> None:
    """The total's own coverage decides whether it is shown."""
    assert scored(("full", None), ("full", None)).shown is Shown.TOO_FEW


def test_a_quick_profile_counts_the_quick_items_only() -> None:
    """Items outside the quick check are not in scope, whatever was answered."""
    held = checklist(dimension("d", item("d.a", quick=True), "d.b"), dimension("e", "e.a"))
    found = assessed(held, {"d.a": "good", "d.b": "none", "e.a": "none"}, scope="quick")
    assert [r.item.id for r in found.items()] == ["d.a"]
    assert (found.total.value, found.total.coverage) == (F(2, 3), 1)


@pytest.mark.parametrize(
    ("perspective", "ids"),
    [
        pytest.param("municipality", ["d.a", "d.b"], id="the municipality is asked everything"),
        pytest.param("agreed", ["d.a", "d.b"], id="agreed answers are to everything"),
        pytest.param("migrant_organisation", ["d.b"], id="others what is worded for them"),
        pytest.param("department", [], id="and nothing else"),
    ],
)
def test_an_item_is_asked_only_of_perspectives_with_a_wording(perspective: str, ids: list[str]) -> None:
    """The perspective of the respondent decides what is in scope."""
    worded = item("d.b", for_={"migrant_organisation": {"question": "Und Sie?", "levels": level_trees(*LEVELS)}})
    held = checklist(dimension("d", "d.a", worded))
    assert [r.item.id for r in assessed(held, {}, perspective=perspective).items()] == ids


def test_another_perspective_changes_the_words_and_not_the_values() -> None:
    """Levels keep their ids and what they are worth; question and labels are the respondent's own."""
    own = item("d.a", levels=level_trees("no", "nearly", "yes", value=("0", "0.9", "1")))
    words = {"question": "Und Sie?", "levels": [{"id": i, "label": f"{i}!"} for i in ("no", "nearly", "yes")]}
    worded = item("d.a", levels=own.levels, for_={"migrant_organisation": words})
    found = assessed(checklist(dimension("d", worded)), {"d.a": "nearly"}, perspective="migrant_organisation")
    result = found.item("d.a")
    assert result is not None
    assert result.level is not None
    assert (result.value, result.level.label, result.item.question) == (F(9, 10), "nearly!", "Und Sie?")


@pytest.mark.parametrize(
    ("extra", "given"),
    [
        pytest.param(item("d.x", kind="share"), answer("none"), id="share"),
        pytest.param(item("d.x", kind="text"), answer_of(text="Etwas."), id="text"),
        pytest.param(item("d.x", retired="ersetzt"), answer("none"), id="retired"),
        pytest.param(
            item("d.x", kind="select", levels=[], options=option_trees(one="1", two="1")),
            answer(("one",)),
            id="select without levels",
        ),
        pytest.param(item("d.x", kind="share"), answer("unknown"), id="share, unknown"),
    ],
)
def test_unscored_and_retired_items_count_for_nothing(extra: Item, given: Answer) -> None:
    """Shares, texts and retired items change no number."""
    held = checklist(dimension("d", "d.a", extra))
    assert assessed(held, {"d.a": "good", "d.x": given}).total == Score(F(2, 3), F(2, 3), F(2, 3), F(1), Shown.NUMBER)


def test_an_answered_share_is_settled_though_it_is_not_scored() -> None:
    """An unscored answer stands without a value, with its band."""
    result = assessed(checklist(dimension("d", item("d.a", kind="share"), "d.b")), {"d.a": "some"}).item("d.a")
    assert result is not None
    assert result.level is not None
    assert (result.value, result.level.id, result.standing) == (None, "some", Standing.MET)


def test_key_items_below_one_half_are_bottlenecks_and_unanswered_ones_unclear() -> None:
    """Unknown and open key items are unclear; other items are neither."""
    keys = {"d.a": "some", "d.b": "good", "d.c": "unknown", "d.d": "not_applicable"}
    held = checklist(dimension("d", *(item(i, key="Engpass.") for i in [*keys, "d.e"]), "d.f"))
    found = assessed(held, {**keys, "d.f": "none"})
    assert [r.item.id for r in found.bottlenecks] == ["d.a"]
    assert [r.item.id for r in found.unclear] == ["d.c", "d.e"]


def test_the_weakest_dimension_is_the_lowest_one_shown() -> None:
    """A dimension with too few answers is never called the weakest."""
    held = checklist(dimension("d", "d.a"), dimension("e", "e.a"), dimension("f", "f.a", "f.b"))
    weakest = assessed(held, {"d.a": "full", "e.a": "some", "f.a": "none"}).weakest
    assert weakest is not None
    assert weakest.dimension.id == "e"


def test_one_dimension_alone_is_not_the_weakest() -> None:
    """There is nothing to compare a single dimension with."""
    assert assessed(checklist(dimension("d", "d.a")), {"d.a": "none"}).weakest is None


def test_a_profile_without_the_checklist_is_all_open() -> None:
    """A profile that never saw the checklist is assessed as one without answers."""
    found = assess_total(checklist(dimension("d", "d.a")), profile())
    assert [r.standing for r in found.items()] == [Standing.OPEN]


def test_separate_scores_are_never_netted() -> None:
    """Each has its own dimensions and total; a dimension that names none stands with the last."""
    factors = dimension("d", "d.a").model_copy(update={"score": "factors"})
    obstacles = dimension("e", "e.a").model_copy(update={"score": "obstacles"})
    scores = {"factors": "Erfolgsfaktoren", "obstacles": "Hemmnisse"}
    held = checklist(factors, obstacles, dimension("f", "f.a"), scores=scores)
    by = profile({"d.a": "full", "e.a": "none", "f.a": "good"})
    factors_found, obstacles_found = assess(held, by)
    assert [(one.score, one.total.value) for one in (factors_found, obstacles_found)] == [("factors", 1), ("obstacles", F(1, 3))]
    assert [r.item.id for r in obstacles_found.items()] == ["e.a", "f.a"]
    assert assess_score(held, by, "obstacles") == obstacles_found


@pytest.mark.parametrize("score", ["sucess", "total", ""])
def test_a_misspelt_score_is_refused(score: str) -> None:
    """It is no empty assessment; the error names those that there are."""
    dimensions = [dimension(i, f"{i}.a").model_copy(update={"score": i}) for i in ("success", "obstacles")]
    held = checklist(*dimensions, scores={"success": "Gelingen", "obstacles": "Hemmnisse"})
    with pytest.raises(UnknownScore, match=r"Möglich sind: success, obstacles\.") as refused:
        assess_score(held, profile(), score)
    assert refused.value.known == ("success", "obstacles")


def test_a_checklist_without_named_scores_has_its_total() -> None:
    """One assessment, that of the score „total“, titled as the checklist."""
    held = checklist(dimension("d", "d.a"))
    (found,) = assess(held, profile({"d.a": "full"}))
    assert (found.score, found.title, found.total.value) == ("total", held.title, 1)
    assert assess_score(held, found.profile, "total") == found


@pytest.mark.parametrize(
    ("value", "points"),
    [(None, None), (Fraction(0), 0), (Fraction(1, 3), 33), (Fraction(1, 200), 1), (Fraction(2, 3), 67), (Fraction(1), 100)],
    ids=["none", "zero", "third", "half a point", "two thirds", "all"],
)
def test_points_are_rounded_half_up(value: Fraction | None, points: int | None) -> None:
    """A share of one as points of 100."""
    assert as_points(value) == points

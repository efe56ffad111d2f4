"""Many profiles counted together: in the order of the checklist, and each municipality once."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessed, checklist, dimension, item, source
from mo_check.compare.pure.comparison_mode import same_subject
from mo_check.many.pure.aggregate import Aggregate
from mo_check.many.pure.statistics import Statistics
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import TOTAL_SCORE
from mo_check.model.profile import Subject, SubjectKind

ONE = checklist(dimension("d", "d.a"))
SUBJECTS = st.builds(
    Subject,
    name=st.sampled_from(["Dorf", "DORF", "Straße", "STRASSE"]),
    kind=st.just(SubjectKind.TOWN),
    ags=st.sampled_from([None, "05315000", "05111"]),
)


def gathered(assessments: list[Assessment]) -> Aggregate:
    """Return what is gathered of assessments, in this order."""
    found = Aggregate(assessments[0].checklist, TOTAL_SCORE, (source(a="figure", b="figure", c="figure"),))
    for one in assessments:
        found.add(one)
    return found


def said(assessments: list[Assessment]) -> Statistics:
    """Return what they say together."""
    return gathered(assessments).statistics(assessments[0].profile.respondent.perspective)


def test_the_order_is_that_of_the_checklist() -> None:
    """Whether the quick check or the full one comes first changes nothing."""

    def asked(name: str, figure: str, *, quick: bool) -> object:
        return item(name, quick=quick, figures=[{"id": figure, "counts": {"level_from": "good"}}])

    first = dimension("d", asked("d.a", "a", quick=False), asked("d.b", "b", quick=True))
    held = checklist(first, dimension("e", asked("e.a", "c", quick=True)))
    answers = {"d.a": "good", "d.b": "none", "e.a": "full"}
    orders = permutations([assessed(held, answers), assessed(held, answers, scope="quick")])
    for found in map(said, map(list, orders)):
        assert [one.item.id for one in found.items] == ["d.a", "d.b", "e.a"]
        assert [one.statement.id for one in found.figures] == ["a", "b", "c"]
        assert [(one.yes, one.no) for one in found.figures] == [(1, 0), (0, 2), (2, 0)]


def counted(subjects: list[Subject]) -> int:
    """Return how many profiles of these municipalities are of one that was there already."""
    facts = [{"name": one.name, "kind": one.kind.value, "ags": one.ags} for one in subjects]
    return gathered([assessed(ONE, {"d.a": "good"}, **one) for one in facts]).repeated


@given(SUBJECTS, SUBJECTS)
def test_a_municipality_comes_twice_where_it_is_the_same_subject(one: Subject, other: Subject) -> None:
    """Statistics mean the same by it as everything else."""
    assert counted([one, other]) == same_subject(one, other)


@pytest.mark.parametrize(
    ("keys", "repeated"),
    [
        pytest.param([None, "05315000"], 1, id="with and without its key"),
        pytest.param(["05315000", "05111"], 0, id="two of one name"),
        pytest.param([None, "05315000", "05111"], 1, id="two of one name, and one that may be either"),
        pytest.param([None, None, "05315000", "05315000"], 3, id="twice each"),
    ],
)
def test_how_many_come_again(keys: list[str | None], repeated: int) -> None:
    """In whatever order the files come."""
    for order in permutations(keys):
        assert counted([Subject(name="Dorf", kind=SubjectKind.TOWN, ags=key) for key in order]) == repeated

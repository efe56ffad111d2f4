"""Many profiles counted together: in the order of the checklist."""

from itertools import permutations

from builders import assessed, checklist, dimension, item, source
from mo_check.many.pure.aggregate import Aggregate
from mo_check.many.pure.statistics import Statistics
from mo_check.model.assessment import Assessment
from mo_check.model.checklist import TOTAL_SCORE


def gathered(assessments: list[Assessment]) -> Aggregate:
    """Return what is gathered of assessments, in this order."""
    found = Aggregate(assessments[0].checklist, TOTAL_SCORE, (source(a="figure", b="figure", c="figure"),))
    for number, one in enumerate(assessments):
        found.add(one, number)
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

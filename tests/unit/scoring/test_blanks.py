"""Blanks that count as the lowest level, and levels that tie, start above 0 or end below 1: by hand, and against another rule."""

from fractions import Fraction
from random import Random

import pytest

from builders import Given, assessed, checklist, dimension, item, level_trees
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.checklist import Checklist
from mo_check.model.standing import Standing
from mo_check.scoring.assessing import assess
from mo_check.scoring.gaps import find_out, gaps

MATURITY = tuple(level_trees("zero", "one", "two", "three"))


def lowest(*sizes: int) -> Checklist:
    """Return a checklist of dimensions with so many items of four levels, whose blanks count as the lowest."""
    held = [dimension(f"d{d}", *(item(f"d{d}.i{n}", levels=MATURITY) for n in range(size))) for d, size in enumerate(sizes)]
    return checklist(*held).model_copy(update={"blank": "lowest"})


def total(held: Checklist, answers: dict[str, Given]) -> Assessment:
    """Return the one assessment of answers."""
    return assessed(held, answers)


def test_a_blank_counts_as_the_lowest_level() -> None:
    """One of four answered with all: a quarter, a number in spite of few answers, a range up to all, a quarter answered."""
    found = total(lowest(4), {"d0.i0": "three"})
    assert found.total[:4] == (Fraction(1, 4), Fraction(1, 4), Fraction(1), Fraction(1, 4))
    assert (found.total.shown, found.display) == (Shown.NUMBER, 25)
    assert [r.standing for r in found.items()] == [Standing.MET, *[Standing.OPEN] * 3]


def test_what_is_unknown_is_no_blank() -> None:
    """Whoever does not know has answered: it stays out of the score and opens the range."""
    found = total(lowest(4), {"d0.i0": "three", "d0.i1": "unknown", "d0.i2": "skipped"})
    assert found.total[:4] == (Fraction(1, 3), Fraction(1, 4), Fraction(1), Fraction(1, 4))


def test_a_blank_is_to_be_found_out_and_no_gap() -> None:
    """No step is proposed for what nobody answered; a gap costs its share of everything that counts."""
    found = total(lowest(4), {"d0.i0": "two"})
    assert [(gap.result.item.id, gap.cost) for gap in gaps(found)] == [("d0.i0", Fraction(100, 12))]
    assert [one.swing for one in find_out(found)] == [25, 25, 25]


def test_nothing_answered_is_the_lowest_of_all() -> None:
    """An empty profile has the score of the lowest levels."""
    found = total(lowest(2, 3), {})
    assert (found.total.value, found.total.coverage, found.display) == (0, 0, 0)


@pytest.mark.parametrize("seed", range(20))
def test_a_model_that_takes_blanks_for_nothing_is_met(seed: int) -> None:
    """Ten random sets of answers with blanks each: the mean over dimensions of the mean of k/3, a blank being 0."""
    chance = Random(seed)  # noqa: S311 - cases to try, no secret
    for _ in range(10):
        sizes = [chance.randint(1, 7) for _ in range(chance.randint(1, 6))]
        given = {f"d{d}.i{n}": chance.randrange(4) for d, size in enumerate(sizes) for n in range(size) if chance.random() < 0.8}
        names = [str(level["id"]) for level in MATURITY]
        found = total(lowest(*sizes), {name: names[rank] for name, rank in given.items()})
        means = [Fraction(sum(given.get(f"d{d}.i{n}", 0) for n in range(size)), 3 * size) for d, size in enumerate(sizes)]
        assert found.total.value == sum(means, Fraction(0)) / len(means)


def valued(*values: str) -> Checklist:
    """Return a checklist of two items whose levels have these values."""
    names = ("a", "b", "c", "d", "e")[: len(values)]
    return checklist(dimension("d", *(item(f"d.{n}", levels=level_trees(*names, value=values)) for n in "xy")))


def test_levels_may_start_above_nothing_and_end_below_all() -> None:
    """The lowest level is a gap, the highest is met; ranges run from one to the other, and costs up to the highest."""
    held = valued("0.2", "0.4", "0.6")
    found = total(held, {"d.x": "a"})
    assert found.total[:3] == (Fraction(1, 5), Fraction(1, 5), Fraction(2, 5))
    assert [gap.cost for gap in gaps(found)] == [40]
    assert [one.swing for one in find_out(found)] == [20]
    standings = [next(r.standing for r in total(held, {"d.x": one}).items()) for one in "abc"]
    assert standings == [Standing.UNMET, Standing.PARTIAL, Standing.MET]
    assert gaps(total(held, {"d.x": "c", "d.y": "c"})) == ()


def test_levels_may_tie() -> None:
    """Two levels of one value stand alike."""
    held = valued("0", "0", "1/2", "1", "1")
    standings = [next(r.standing for r in total(held, {"d.x": one}).items()) for one in "abcde"]
    assert standings == [Standing.UNMET, Standing.UNMET, Standing.PARTIAL, Standing.MET, Standing.MET]


def test_usually_a_blank_stays_open() -> None:
    """Without a word about blanks one answer of four is too few for a number."""
    held = checklist(dimension("d", *(item(f"d.{n}", levels=MATURITY) for n in "abcd")))
    (found,) = assess(held, total(held, {"d.a": "three"}).profile)
    assert (found.total.value, found.total.shown) == (1, Shown.TOO_FEW)

"""docs/method.md cannot go stale: its worked examples are computed again, and what docstrings cite of it is there."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from builders import assessed, checklist, common, compared, dimension, item, side
from mo_check.compare.pure.agenda import LEAST_MINUTES, MOST
from mo_check.compare.pure.agreement import Scale, alpha, consensus, van_der_eijk
from mo_check.compare.pure.certainty import SURE
from mo_check.compare.pure.peers import APART
from mo_check.compare.pure.sides import DIVIDED, NARROW, WIDE, compared_items
from mo_check.model.assessment import Assessment
from mo_check.model.checks.consistency import KEY_ITEMS
from mo_check.model.disclosure_control import LEAST
from mo_check.model.item import MET
from mo_check.scoring.assessing import ENOUGH
from mo_check.scoring.sensitivity import DRAWS, SEED, sensitivity

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
VALUES = {"at 0": "none", "at 1/3": "some", "at 2/3": "good", "at 1": "full"}
Row = tuple[str, ...]


def tables() -> dict[Row, list[Row]]:
    """Return the rows of every table of the document by its head."""
    found: dict[Row, list[Row]] = {}
    for block in re.findall(r"(?:^\|.*\n)+", TEXT, re.MULTILINE):
        head, _, *rows = (tuple(cell.strip() for cell in line.strip("|").split("|")) for line in block.splitlines())
        found[head] = rows
    return found


TABLES = tables()


def answers(told: str) -> list[str]:
    """Return the answers that a cell tells of one dimension or side: ``2 at 2/3, 1 unknown``."""
    parts = [part.split(" ", 1) for part in told.split(", ")]
    return [VALUES.get(what, what.replace(" ", "_")) for number, what in parts for _ in range(int(number))]


def found_for(told: str) -> Assessment:
    """Return the assessment of the answers that a cell tells, a dimension for each part between semicolons."""
    given = {f"d{d}": {f"d{d}.i{n}": one for n, one in enumerate(answers(part))} for d, part in enumerate(told.split("; "))}
    return assessed(
        checklist(*(dimension(d, *items) for d, items in given.items())), {i: a for g in given.values() for i, a in g.items()}
    )


def places(value: Fraction | float | None, number: int = 4) -> str:
    """Return a number as the document writes it."""
    return "none" if value is None else f"{float(value):.{number}f}".replace("-", "−")


@pytest.mark.parametrize("row", TABLES["answers", "score", "low", "high", "coverage"], ids=" | ".join)
def test_scores_ranges_and_coverage(row: Row) -> None:
    """Each worked total."""
    told, *numbers = row
    assert [places(number) for number in found_for(told).total[:4]] == numbers


@pytest.mark.parametrize("row", TABLES["parent", "stored answer of the child", "score"], ids=" | ".join)
def test_a_child_and_its_parent(row: Row) -> None:
    """Five items at 1 beside them."""
    parent, child, score = row
    waiting = item("d.child", when={"item": "d.parent", "at_least": "good"})
    held = checklist(dimension("d", *(f"d.i{n}" for n in range(5)), "d.parent", waiting))
    given = {f"d.i{n}": "full" for n in range(5)} | {"d.parent": VALUES[f"at {parent}"], "d.child": VALUES[f"at {child}"]}
    assert places(assessed(held, given).total.value) == score


@pytest.mark.parametrize("row", TABLES["answers of one dimension", "what is shown"], ids=" | ".join)
def test_what_is_shown(row: Row) -> None:
    """A number, or the words in its place."""
    told, shown = row
    assert found_for(told).dimensions[0].score.shown.value.replace("_", " ") == shown


@pytest.mark.parametrize("row", TABLES["answers", "points"], ids=" | ".join)
def test_points(row: Row) -> None:
    """Rounded half up, 100 and 0 only where they are the whole truth."""
    told, points = row
    assert str(found_for(told).display) == points


@pytest.mark.parametrize("row", TABLES["answers", "mean", "geometric"], ids=" | ".join)
def test_the_geometric_total(row: Row) -> None:
    """Beside the arithmetic mean."""
    told, mean, geometric = row
    found = found_for(told)
    moved = sensitivity(found)
    assert found.total.value is not None
    assert moved is not None
    assert (places(100 * found.total.value, 1), places(100 * moved.geometric, 1)) == (mean, geometric)


@pytest.mark.parametrize("row", TABLES["counts", "Cns", "A"], ids=" | ".join)
def test_agreement_on_one_item(row: Row) -> None:
    """The consensus of Tastle and Wierman, and the agreement of van der Eijk."""
    counts = [int(count) for count in row[0].split()]
    assert (places(consensus(counts)), places(van_der_eijk(counts))) == row[1:]


@pytest.mark.parametrize("row", TABLES["scale", "α"], ids=" | ".join)
def test_alpha(row: Row) -> None:
    """Krippendorff's, over four raters and twelve units."""
    (raters,) = (rows for head, rows in TABLES.items() if head[0] == "rater")
    units = [[None if rank == "*" else int(rank) for rank in unit] for unit in zip(*(rater[1:] for rater in raters), strict=True)]
    scales: dict[str, Scale] = {"nominal": "nominal", "ordinal": "ordinal", "interval": "interval"}
    found = alpha(units, scales[row[0]])
    assert found is not None
    assert places(found.value) == row[1]


@pytest.mark.parametrize("row", TABLES["municipality", "associations", "type"], ids=" | ".join)
def test_the_type_of_an_item(row: Row) -> None:
    """What the answers of two sides make of it."""
    city, clubs, expected = row
    given = (
        side(who, *({"d.a": one} for one in answers(told)))
        for who, told in (("municipality", city), ("migrant_organisation", clubs))
    )
    (found,) = compared_items(compared(checklist(common("d.a")), [one for respondents in given for one in respondents]).sides)
    assert (found.type.value.replace("_", " ") if found.type else "none") == expected


def test_the_thresholds() -> None:
    """Those of the table are those of the program, in its order."""
    ours = (MET, ENOUGH, KEY_ITEMS, LEAST, DIVIDED, WIDE, NARROW, APART, SURE, DRAWS, SEED, MOST, LEAST_MINUTES)
    assert [Fraction(value) for _, value in TABLES["threshold", "value"]] == [Fraction(str(one)) for one in ours]


def test_what_is_cited_is_there() -> None:
    """Every section of the document that a docstring cites is one of its headings."""
    headings = tuple(re.findall(r"^## (.+)$", TEXT, re.MULTILINE))
    sources = [path.read_text(encoding="utf-8") for place in ("src", "tests") for path in (ROOT / place).rglob("*.py")]
    cited = {where for text in sources for where in re.findall(r"docs/method\.md, ([A-Z].*)", text)}
    assert [where for where in cited if not where.startswith(headings)] == []

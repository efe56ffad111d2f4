"""What is compared: perspectives, times or peers; and names that are so close that they may be of one municipality."""

from datetime import date
from itertools import permutations

import pytest

from builders import profile
from mo_check.compare.pure.comparison_mode import ComparisonMode, comparison_mode, near_misses, subjects
from mo_check.model.profile import Profile, Subject

OLD, NEW = date(2024, 5, 1), date(2026, 5, 1)
SOON = date(2024, 6, 1)
CITY = profile(label="Büro")
CLUB = profile(label="Verein", perspective="migrant_organisation")
OFFICE = profile(label="Amt")


def subject(name: str = "Musterstadt", ags: str | None = None) -> Subject:
    """Return a subject."""
    return Subject.model_validate({"name": name, "kind": "town", "ags": ags})


@pytest.mark.parametrize(
    ("held", "days", "expected"),
    [
        pytest.param([CITY, CLUB], [OLD, OLD], "perspectives", id="two perspectives"),
        pytest.param([CITY, CLUB], [OLD, NEW], "perspectives", id="two perspectives on two days"),
        pytest.param([CITY, CITY], [OLD, SOON], "time", id="one label on two days"),
        pytest.param([CITY, CITY], [OLD, OLD], "perspectives", id="one label on one day"),
        pytest.param([CITY, CITY], [OLD, None], "perspectives", id="one day is not known"),
        pytest.param([CITY, OFFICE], [OLD, SOON], "perspectives", id="two labels within ninety days"),
        pytest.param([CITY, OFFICE], [OLD, date(2024, 7, 30)], "time", id="two labels ninety days apart"),
        pytest.param([CITY, OFFICE], [OLD, date(2024, 7, 29)], "perspectives", id="two labels eighty-nine days apart"),
        pytest.param([CITY, OFFICE, CITY], [NEW, OLD, SOON], "perspectives", id="three, two of them close"),
        pytest.param([CITY, profile(name="Nachbarstadt")], [OLD, OLD], "peers", id="two subjects"),
        pytest.param([CITY, OFFICE, profile(name="Nachbarstadt")], [OLD, NEW, None], "peers", id="several subjects"),
        pytest.param([CITY, profile(label="BÜRO ")], [OLD, SOON], "time", id="one label, written otherwise"),
    ],
)
def test_the_situation_is_found_out(held: list[Profile], days: list[date | None], expected: str) -> None:
    """Several subjects are peers; one subject and perspective on several days is time; all else are perspectives."""
    for order in permutations(range(len(held))):
        assert comparison_mode([held[n] for n in order], [days[n] for n in order], len(subjects(held))) is ComparisonMode(
            expected
        )


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        pytest.param(subject("Lindmünde"), subject("Markt Lindmünde"), True, id="one word more"),
        pytest.param(subject("Lindmünde"), subject("Lindmuende"), True, id="spelled otherwise"),
        pytest.param(subject("Lindmünde"), subject("Lindmünde an der Au", "05315000"), True, id="one without a key"),
        pytest.param(subject("Lindmünde", "05315000"), subject("Lindmunde", "05316000"), False, id="two keys"),
        pytest.param(subject("Lindmünde"), subject("Stadt Lindmünde"), False, id="the same, with its title"),
        pytest.param(subject("Lindmünde"), subject("Kaltenwerda"), False, id="two names"),
    ],
)
def test_names_that_are_close(one: Subject, other: Subject, *, near: bool) -> None:
    """Close names may mean one subject, unless both have an official key of their own."""
    assert bool([*near_misses([one, other])]) is near
    assert bool([*near_misses([other, one])]) is near

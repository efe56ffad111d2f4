"""What is compared: perspectives, times or peers; and which profiles later ones of the same respondent replace."""

from datetime import date
from itertools import permutations

import pytest

from builders import profile
from mo_check.compare.pure.comparison_mode import (
    ComparisonMode,
    comparison_mode,
    near_misses,
    respondent_keys,
    same_subject,
    subjects,
    superseded,
)
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
        pytest.param([CITY, CLUB, profile(name="Nachbarstadt")], [OLD, NEW, None], "peers", id="two subjects and perspectives"),
    ],
)
def test_the_situation_is_found_out(held: list[Profile], days: list[date | None], expected: str) -> None:
    """Several subjects are peers; one subject and perspective on several days is time; all else are perspectives."""
    for order in permutations(range(len(held))):
        assert comparison_mode([held[n] for n in order], [days[n] for n in order]) is ComparisonMode(expected)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(subject("A", "05315000"), subject("B", "05315000"), True, id="same key, other names"),
        pytest.param(subject("A", "05315000"), subject("A", "05316000"), False, id="same name, other keys"),
        pytest.param(subject("A", "05315000"), subject("A"), True, id="same name, one key"),
        pytest.param(subject("Große Stadt"), subject("GROSSE STADT"), True, id="same name in capitals"),
        pytest.param(subject("A", "05315000"), subject("B"), False, id="other names, one key"),
    ],
)
def test_the_same_subject(one: Subject, other: Subject, *, same: bool) -> None:
    """By the official key where both have one, else by the name."""
    assert same_subject(one, other) is same
    assert same_subject(other, one) is same
    assert len(subjects([_about(one), _about(other)])) == (1 if same else 2)


def _about(held: Subject) -> Profile:
    return CITY.model_copy(update={"subject": held})


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        pytest.param(subject("Lindmünde"), subject("Stadt Lindmünde"), True, id="one word more"),
        pytest.param(subject("Lindmünde"), subject("Lindmuende"), True, id="spelled otherwise"),
        pytest.param(subject("Lindmünde"), subject("Lindmünde an der Au", "05315000"), True, id="one without a key"),
        pytest.param(subject("Lindmünde", "05315000"), subject("Lindmunde", "05316000"), False, id="two keys"),
        pytest.param(subject("Lindmünde"), subject("Kaltenwerda"), False, id="two names"),
    ],
)
def test_names_that_are_close(one: Subject, other: Subject, *, near: bool) -> None:
    """Close names may mean one subject, unless both have an official key of their own."""
    assert bool([*near_misses([one, other])]) is near
    assert bool([*near_misses([other, one])]) is near


@pytest.mark.parametrize(
    ("held", "days", "replaced"),
    [
        pytest.param([CITY, CLUB, CITY], [OLD, OLD, NEW], [0], id="the earlier one"),
        pytest.param([CITY, CLUB, CITY], [NEW, OLD, OLD], [2], id="the earlier one, named last"),
        pytest.param([CITY, CITY, CITY], [SOON, NEW, OLD], [0, 2], id="all but the latest"),
        pytest.param([CITY, CITY], [OLD, OLD], [], id="the same day"),
        pytest.param([CITY, CITY], [OLD, None], [], id="a day is not known"),
        pytest.param([CITY, CITY, CITY], [OLD, None, NEW], [0], id="one day of three is not known"),
        pytest.param([CITY, OFFICE], [OLD, NEW], [], id="other labels"),
        pytest.param([CITY, profile(label="Büro", perspective="department")], [OLD, NEW], [], id="other perspectives"),
        pytest.param([CITY, profile(label="BÜRO")], [OLD, NEW], [0], id="the label in capitals"),
        pytest.param([CITY, profile(label="Büro", name="Nachbarstadt")], [OLD, NEW], [], id="other subjects"),
        pytest.param(
            [CITY, profile(label="Büro", name="Nachbarstadt"), CITY], [OLD, OLD, NEW], [0], id="another subject between them"
        ),
    ],
)
def test_an_older_profile_of_the_same_respondent_is_replaced(
    held: list[Profile], days: list[date | None], replaced: list[int]
) -> None:
    """Same subject, perspective and label: the latest stands for all, in whatever order they are named."""
    for order in permutations(range(len(held))):
        found = superseded([held[n] for n in order], [days[n] for n in order])
        assert sorted(order[place] for place in found) == replaced


def test_a_respondent_is_known_by_subject_side_and_label() -> None:
    """The same three make the same respondent, however the label is written; one that differs makes another."""
    others = [OFFICE, CITY.model_copy(update={"respondent": CLUB.respondent}), profile(label="Büro", name="Nachbarstadt")]
    keys = respondent_keys([CITY, profile(label="BÜRO"), *others])
    assert keys[0] == keys[1]
    assert len(set(keys)) == 4

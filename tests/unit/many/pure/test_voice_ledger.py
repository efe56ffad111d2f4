"""Which of many profiles count: each municipality once, whatever the order of the files."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answers import answer_of
from builders import profile
from mo_check.many.pure.voice_ledger import VoiceLedger
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile, Subject, SubjectKind
from mo_check.model.subject_identity import same_subject

SUBJECTS = st.builds(
    Subject,
    name=st.sampled_from(["Dorf", "DORF", "Stadt Dorf", "Straße"]),
    kind=st.just(SubjectKind.TOWN),
    ags=st.sampled_from([None, "05315000", "05315", "05111"]),
)


def said(level: str, day: date | None = None, **fields: object) -> Profile:
    """Return a profile with one answer."""
    return profile({"d.a": answer_of(level=level, date=day)}, **fields)


def counted(profiles: list[Profile]) -> dict[int, int]:
    """Return the places of the profiles that count, with the number of their municipality."""
    ledger = VoiceLedger()
    for place, one in enumerate(profiles):
        ledger.note(place, one, one.checklists)
    return ledger.counted().held["probe"]


@given(SUBJECTS, SUBJECTS)
def test_a_municipality_counts_once_where_it_is_the_same_subject(one: Subject, other: Subject) -> None:
    """Statistics mean the same by it as everything else."""
    held = [said(level).model_copy(update={"subject": subject}) for level, subject in (("good", one), ("full", other))]
    assert len(counted(held)) == (1 if same_subject(one, other) else 2)


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        pytest.param([None, "05315000"], 1, id="with and without its key"),
        pytest.param(["05315000", "05315"], 1, id="with and without noughts"),
        pytest.param(["05315000", "05111"], 2, id="two of one name"),
        pytest.param([None, "05315000", "05111"], 3, id="two of one name, and one that may be either"),
        pytest.param([None, None, "05315000", "05315000"], 1, id="twice each"),
    ],
)
def test_how_many_municipalities_there_are(keys: list[str | None], number: int) -> None:
    """In whatever order the files come."""
    for order in permutations(keys):
        assert len(counted([said("good", ags=key) for key in order])) == number


def test_the_latest_answers_of_a_municipality_count() -> None:
    """Whoever of it gave them, and wherever they stand; of one day the same ones whatever the order."""
    held = [said("good", date(2025, 1, 1)), said("full", date(2026, 1, 1), label="Amt"), said("some", date(2024, 1, 1))]
    for order in permutations(range(3)):
        assert list(counted([held[n] for n in order])) == [order.index(1)]
    one, other = said("good", date(2025, 1, 1)), said("full", date(2025, 1, 1))
    assert [one, other][next(iter(counted([one, other])))] is [other, one][next(iter(counted([other, one])))]


def test_each_association_of_a_municipality_counts() -> None:
    """By its label, however that is written; a copy does not count again."""
    labels = ["Verein Brücke e. V.", "verein  brücke e.V.", "Kulturverein", "Kulturverein"]
    held = [said("good", label=label, perspective=Perspective.MIGRANT_ORGANISATION) for label in labels]
    assert list(counted(held).values()) == [0, 0]

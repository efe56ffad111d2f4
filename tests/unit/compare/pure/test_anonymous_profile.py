"""A profile without what could tell whose it is."""

from datetime import date

import pytest

from builders import answer, profile
from mo_check.compare.pure.anonymous_profile import Kept, Unsaid, anonymous
from mo_check.model.profile import Answer, Land, Position, Profile, Status, SubjectKind

UNSAID = Unsaid("Kommune 1", "Verein 1", "Anonym.", "nicht genannt")
NOTED = Answer(level="full", note="Anruf bei Frau M.", evidence="Vermerk", date=date(2026, 3, 14))


def given(held: Answer, **subject: object) -> Profile:
    """Return a profile with one answer."""
    return profile({"d.a": held}, **subject)


def told(held: Answer, kept: Kept = Kept()) -> Answer | None:  # noqa: B008 - a frozen default
    """Return what is left of an answer."""
    return anonymous(given(held), UNSAID, kept).answers("probe").get("d.a")


def test_names_and_remark_are_replaced() -> None:
    """Subject, label and remark say nothing of the old ones; the official key is gone."""
    found = anonymous(given(NOTED, ags="05315000").model_copy(update={"remark": "Unser Haus"}), UNSAID, Kept())
    assert (found.subject.name, found.respondent.label, found.remark, found.subject.ags) == (*UNSAID[:3], None)
    assert found.respondent.perspective == given(NOTED).respondent.perspective


@pytest.mark.parametrize(
    ("population", "size"),
    [(1, 2_500), (4_999, 2_500), (5_000, 10_000), (19_999, 10_000), (20_000, 50_000), (100_000, 200_000), (499_999, 200_000)],
)
def test_a_number_of_people_stands_for_its_class(population: int, size: int) -> None:
    """The exact number would name the place."""
    subject = anonymous(given(NOTED, population=population, land="NW"), UNSAID, Kept()).subject
    assert (subject.population, subject.land) == (size, Land.NW)


@pytest.mark.parametrize(
    "subject",
    [{"kind": "city_state", "land": "HB", "population": 90_000}, {"kind": "city", "land": "NW", "population": 1_080_000}],
    ids=["city state", "largest"],
)
def test_one_of_few_loses_its_federal_state(subject: dict[str, object]) -> None:
    """A city state and the largest cities are plain cities of a size class, somewhere."""
    found = anonymous(given(NOTED, **subject), UNSAID, Kept()).subject
    assert (found.kind, found.land) == (SubjectKind.CITY, None)


@pytest.mark.parametrize(
    ("kind", "land", "population"),
    [("city", "HB", 113_000), ("city", "BE", None), ("city", "HH", None), ("borough", "BE", 300_000), ("town", "HH", None)],
)
def test_whatever_lies_in_a_city_state_loses_its_federal_state(kind: str, land: str, population: int | None) -> None:
    """There are so few that kind and federal state name it, with or without a number of people."""
    found = anonymous(given(NOTED, kind=kind, land=land, population=population), UNSAID, Kept()).subject
    assert (found.kind, found.land) == (SubjectKind(kind), None)


def test_what_is_not_known_stays_unknown() -> None:
    """No number is made up where none was given."""
    assert anonymous(given(NOTED), UNSAID, Kept()).subject.population is None


@pytest.mark.parametrize(
    ("kept", "note", "evidence"),
    [
        (Kept(), None, None),
        (Kept(notes=True), "Anruf bei Frau M.", None),
        (Kept(evidence=True), None, "Vermerk"),
    ],
    ids=["nothing", "notes", "evidence"],
)
def test_free_texts_stay_only_by_choice(kept: Kept, note: str | None, evidence: str | None) -> None:
    """The answer itself stays, its day becomes the first of its year."""
    left = told(NOTED, kept)
    assert left == Answer(level="full", note=note, evidence=evidence, date=date(2026, 1, 1))


def test_an_answer_in_words_stays_with_the_notes_only() -> None:
    """A free text is somebody's handwriting."""
    text = Answer(text="Fragt Frau M.")
    assert told(text) is None
    assert told(text, Kept(notes=True)) == text


@pytest.mark.parametrize("status", ["elsewhere", "not_applicable", "disputed"])
def test_names_inside_an_answer_are_not_named(status: str) -> None:
    """Who does it elsewhere, why it does not apply and whose position it is are free texts too."""
    left = told(answer(status))
    assert left is not None
    assert left.status is Status(status)
    held = {left.who, left.reason, *(position.label for position in left.positions or ())} - {None}
    assert held == {"nicht genannt"}


def test_positions_keep_their_levels() -> None:
    """What was held stays, by whom does not."""
    left = told(Answer(level="full", positions=(Position(label="Amt", level="none"),)))
    assert left is not None
    assert left.positions == (Position(label="nicht genannt", level="none"),)

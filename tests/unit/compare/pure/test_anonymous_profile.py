"""A profile without what could tell whose it is: built of declared fields, with the same scores."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from pydantic_core import PydanticUndefined

from answers import answer_of
from builders import answer, assess_total, checklist, checklists, dimension, item, model_classes, profile, profiles
from mo_check.compare.pure.anonymous_profile import FATES, Fate, Kept, Unsaid, anonymous
from mo_check.compare.pure.frozen_conditions import fallen
from mo_check.model.answer import Answer, AnswerFields, NotApplicable, Position, ReadAloud, Status, fields_of
from mo_check.model.checklist import Checklist
from mo_check.model.checks.fitting import check_profile
from mo_check.model.profile import ChecklistAnswers, Land, PassOn, Profile, Subject, SubjectKind
from mo_check.model.types import Frozen

UNSAID = Unsaid("Kommune 1", "Verein 1", "Anonym.", "nicht genannt")
NOTED = answer_of(level="full", note="Anruf bei Frau M.", evidence="Vermerk", date=date(2026, 3, 14))
NOTHING, EVERYTHING = Kept(), Kept(notes=True, evidence=True)


def given(held: Answer, **subject: object) -> Profile:
    """Return a profile with one answer."""
    return profile({"d.a": held}, **subject).model_copy(update={"read_aloud": ReadAloud.YES})


def unnamed(
    held: Profile,
    kept: Kept = NOTHING,
    known: Checklist | None = None,
    earlier: Mapping[str, int] | None = None,
) -> Profile:
    """Return a profile made anonymous; ``known`` is the checklist it answers."""
    return anonymous(held, UNSAID, kept, checklists={"probe": known} if known else {}, earlier=earlier or {})


def told(held: Answer, kept: Kept = NOTHING) -> Answer | None:
    """Return what is left of an answer."""
    return unnamed(given(held), kept).answers("probe").get("d.a")


def test_names_and_remark_are_replaced() -> None:
    """Subject, label and remark say nothing of the old ones; the official key is gone."""
    found = unnamed(given(NOTED, ags="05315000").model_copy(update={"remark": "Unser Haus"}))
    assert (found.subject.name, found.respondent.label, found.remark, found.subject.ags) == (*UNSAID[:3], None)
    assert found.respondent.perspective == given(NOTED).respondent.perspective


@pytest.mark.parametrize(
    ("population", "size"),
    [(1, 2_500), (4_999, 2_500), (5_000, 10_000), (19_999, 10_000), (20_000, 50_000), (100_000, 200_000), (499_999, 200_000)],
)
def test_a_number_of_people_stands_for_its_class(population: int, size: int) -> None:
    """The exact number would name the place."""
    subject = unnamed(given(NOTED, population=population, land="NW")).subject
    assert (subject.population, subject.land) == (size, Land.NW)


@pytest.mark.parametrize(
    "subject",
    [{"kind": "city_state", "land": "HB", "population": 90_000}, {"kind": "city", "land": "NW", "population": 1_080_000}],
    ids=["city state", "largest"],
)
def test_one_of_few_loses_its_federal_state(subject: dict[str, object]) -> None:
    """A city state and the largest cities are plain cities of a size class, somewhere."""
    found = unnamed(given(NOTED, **subject)).subject
    assert (found.kind, found.land) == (SubjectKind.CITY, None)


@pytest.mark.parametrize(
    ("kind", "land", "population"),
    [("city", "HB", 113_000), ("city", "BE", None), ("city", "HH", None), ("borough", "BE", 300_000), ("town", "HH", None)],
)
def test_whatever_lies_in_a_city_state_loses_its_federal_state(kind: str, land: str, population: int | None) -> None:
    """There are so few that kind and federal state name it, with or without a number of people."""
    found = unnamed(given(NOTED, kind=kind, land=land, population=population)).subject
    assert (found.kind, found.land) == (SubjectKind(kind), None)


def test_what_is_not_known_stays_unknown() -> None:
    """No number is made up where none was given."""
    assert unnamed(given(NOTED)).subject.population is None


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
    assert left == answer_of(level="full", note=note, evidence=evidence, date=date(2026, 1, 1))


def test_an_answer_in_words_stays_with_the_notes_only() -> None:
    """A free text is somebody's handwriting."""
    text = answer_of(text="Fragt Frau M.", read_aloud="yes")
    assert told(text) is None
    assert told(text, Kept(notes=True)) == text


@pytest.mark.parametrize("allowed", [None, "no", "in_substance"])
def test_no_words_stay_that_may_not_be_read_aloud(allowed: str | None) -> None:
    """Whatever is chosen; each text says for itself, and notes and evidence follow the profile."""
    assert told(answer_of(text="Fragt Frau M.", read_aloud=allowed), EVERYTHING) is None
    silent = given(NOTED).model_copy(update={"read_aloud": allowed and ReadAloud(allowed)})
    assert unnamed(silent, EVERYTHING).answers("probe")["d.a"] == answer_of(level="full", date=date(2026, 1, 1))


@pytest.mark.parametrize("status", ["elsewhere", "not_applicable", "disputed"])
def test_names_inside_an_answer_are_not_named(status: str) -> None:
    """Who does it elsewhere, why it does not apply and whose position it is are free texts too."""
    left = told(answer(status))
    assert left is not None
    assert left.status is Status(status)
    fields = fields_of(left)
    held = {fields.get("who"), fields.get("reason"), *(position.label for position in left.positions)} - {None}
    assert held == {"nicht genannt"}


def test_positions_keep_their_levels() -> None:
    """What was held stays, by whom does not."""
    left = told(answer_of(level="full", positions=(Position(label="Amt", level="none"),)))
    assert left is not None
    assert left.positions == (Position(label="nicht genannt", level="none"),)


FILLED = Profile(
    format="mo-check/profile/1",
    subject=Subject(name="Köln", kind=SubjectKind.CITY_STATE, land=Land.NW, population=1_085_664, ags="05315000"),
    respondent=profile().respondent.model_copy(update={"joint": 3}),
    language="en",
    scope="quick",
    remark="Unser Haus",
    read_aloud=ReadAloud.YES,
    pass_on=PassOn.YES,
    checklists={
        "probe": ChecklistAnswers(
            version="1.2.3",
            digest="sha256:0123456789abcdef",
            answers={
                "d.a": NOTED._replace(wording="sha256:01234567").with_positions((Position(label="Amt", level="none"),)),
                "d.b": answer_of(options=("one",)),
                "d.c": answer_of(text="Fragt Frau M.", read_aloud="yes"),
                "d.d": answer_of(status=Status.ELSEWHERE, who="Herr K."),
                "d.e": answer_of(status=Status.NOT_APPLICABLE, reason="Sagt Frau M."),
            },
        )
    },
)
"""A profile in which every field of every class is filled somewhere."""


@pytest.mark.parametrize("kind", model_classes(Profile), ids=lambda kind: kind.__name__)
def test_every_field_is_declared(kind: type[Frozen]) -> None:
    """Whoever adds a field says whether it may be passed on; until then it is not, and this fails."""
    assert FATES[kind].keys() == kind.model_fields.keys()


def test_every_class_is_declared() -> None:
    """The classes are those that a profile is made of, found by walking them."""
    assert FATES.keys() == set(model_classes(Profile))


def pairs(kept: Kept) -> Iterator[tuple[Frozen, Frozen]]:
    """Yield every part of the filled profile beside what has become of it; the parts that are gone have no pair."""
    left = unnamed(FILLED, kept)
    yield from ((FILLED, left), (FILLED.subject, left.subject), (FILLED.respondent, left.respondent))
    old, new = FILLED.checklists["probe"], left.checklists["probe"]
    yield old, new
    for name in new.answers:
        before, after = old.answers[name], new.answers[name]
        yield AnswerFields.model_validate(fields_of(before)), AnswerFields.model_validate(fields_of(after))
        yield from zip(before.positions, after.positions, strict=True)


@pytest.mark.parametrize(
    ("kind", "name"),
    [pytest.param(kind, name, id=f"{kind.__name__}.{name}") for kind in model_classes(Profile) for name in kind.model_fields],
)
def test_a_field_is_treated_as_it_is_declared(kind: type[Frozen], name: str) -> None:
    """What is kept stays, what is dropped or only kept by choice is not there, what is blurred is something else."""
    plain, chosen = (
        [
            (getattr(old, name), getattr(new, name))
            for old, new in pairs(kept)
            if type(old) is kind and getattr(old, name) is not None
        ]
        for kept in (NOTHING, EVERYTHING)
    )
    nothing = kind.model_fields[name].default
    assert chosen
    match FATES[kind][name]:
        case Fate.KEPT:
            assert all(old == new for old, new in (*plain, *chosen))
        case Fate.BLURRED:
            assert all(old != new for old, new in (*plain, *chosen))
        case Fate.CHOSEN:
            assert all(new is None for _, new in plain)
            assert all(old == new for old, new in chosen)
        case Fate.DROPPED:
            assert nothing is not PydanticUndefined
            assert all(old != new == nothing for old, new in (*plain, *chosen))


def test_a_field_that_nobody_declared_stays_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later model, run by an earlier table: what is not declared is never copied."""
    held = given(NOTED._replace(wording="sha256:01234567"))
    monkeypatch.setitem(FATES, AnswerFields, {name: fate for name, fate in FATES[AnswerFields].items() if name != "wording"})
    assert unnamed(held).answers("probe")["d.a"].wording is None


def test_the_language_is_not_told() -> None:
    """Who answered in which language is known to whoever sent the invitations."""
    assert unnamed(profile().model_copy(update={"language": "de-x-simple"})).language == "de"


@pytest.mark.parametrize(
    ("earlier", "days"),
    [
        ({}, [date(2026, 1, 1), date(2026, 1, 1), date(2025, 1, 1), None]),
        ({"probe": 2}, [date(2026, 1, 3), date(2026, 1, 3), date(2025, 1, 1), None]),
        ({"other": 2}, [date(2026, 1, 1), date(2026, 1, 1), date(2025, 1, 1), None]),
    ],
    ids=["alone", "after two others of that year", "after two others of another checklist"],
)
def test_a_day_tells_its_year_and_how_many_came_before(earlier: dict[str, int], days: list[date | None]) -> None:
    """The year of the last answer is counted on, so that the latest of several files stays the latest."""
    given_days = [date(2026, 12, 31), date(2026, 1, 1), date(2025, 7, 9), None]
    held = profile({f"d.{n}": answer_of(level="full", date=day) for n, day in enumerate(given_days)})
    assert [one.date for one in unnamed(held, earlier=earlier).answers("probe").values()] == days


def on_fact(fact: str, wanted: str, **fields: object) -> Checklist:
    """Return a checklist with an item that waits for a fact, one that waits for that item, and one that waits for nothing."""
    when = {"fact": fact, "is" if fact == "kind" else "at_least": wanted.split() if fact == "kind" else wanted}
    child = item("d.child", when={"item": "d.a", "at_least": "good"})
    return checklist(dimension("d", item("d.a", when=when, **fields), child, "d.free"))


ANSWERS = {"d.a": "full", "d.child": "some", "d.free": "good"}


def same_results(held: Profile, known: Checklist) -> Profile:
    """Return the profile made anonymous, after holding it against the original, item by item; it fits its checklist."""
    left = unnamed(held, EVERYTHING, known)
    before, after = assess_total(known, held), assess_total(known, left)
    assert [(r.item.id, r.standing, r.value) for r in before.items()] == [(r.item.id, r.standing, r.value) for r in after.items()]
    assert (before.total, before.display) == (after.total, after.display)
    assert list(check_profile(left, known)) == []
    return left


@pytest.mark.parametrize("na", ["reason", "never"])
@pytest.mark.parametrize("given_answers", [ANSWERS, {"d.free": "good"}], ids=["answered", "open"])
@pytest.mark.parametrize(
    ("known", "facts"),
    [
        (("population", "8000"), {"population": 6_000}),
        (("kind", "city"), {"kind": "city_state", "population": 90_000}),
    ],
    ids=["the class is larger than the town", "a city state is a city"],
)
def test_what_did_not_apply_does_not_apply(
    known: tuple[str, str], facts: dict[str, object], given_answers: dict[str, str], na: str
) -> None:
    """The blurred fact would have it asked: that it was not is kept as an answer, without a reason."""
    left = same_results(profile(given_answers, **facts), on_fact(*known, na=na))
    frozen = left.answers("probe")["d.a"]
    assert frozen.given == NotApplicable("nicht genannt")


def test_a_frozen_answer_keeps_its_year_and_what_was_chosen() -> None:
    """The level behind it goes: it did not count. Its note stays by choice, its day is a year."""
    known = on_fact("population", "8000")
    left = unnamed(given(NOTED, population=6_000), EVERYTHING, known).answers("probe")["d.a"]
    assert (left.level, left.note, left.evidence, left.date) == (None, NOTED.note, NOTED.evidence, date(2026, 1, 1))


def test_a_number_that_would_make_an_item_fall_away_is_left_out() -> None:
    """Where the number of the class is too small for a condition that held, there is none, and the item is asked."""
    left = same_results(profile(ANSWERS, population=15_000), on_fact("population", "12000"))
    assert left.subject.population is None


def test_a_condition_that_comes_out_the_same_changes_nothing() -> None:
    """The number of the class and the answers are as without it."""
    left = same_results(profile(ANSWERS, population=15_000), on_fact("population", "9000"))
    assert (left.subject.population, {i: one.level for i, one in left.answers("probe").items()}) == (10_000, ANSWERS)


def test_what_only_city_states_are_asked_is_left_out_and_told() -> None:
    """Its answer, and that of what waits for it, would name one of three cities; the rest stays."""
    held = profile(ANSWERS, kind="city_state", land="HB", population=680_000)
    known = on_fact("kind", "city_state borough")
    left = unnamed(held, NOTHING, known)
    assert (set(left.answers("probe")), left.subject.population) == ({"d.free"}, 500_000)
    assert fallen(held, left.subject, known) == {"d.a", "d.child"}


def test_what_everybody_is_asked_never_falls_away() -> None:
    """Most profiles lose nothing."""
    held = profile(ANSWERS, kind="city_state", land="HB")
    known = on_fact("kind", "city city_state")
    assert fallen(held, unnamed(held, NOTHING, known).subject, known) == frozenset()


_KINDS = st.lists(st.sampled_from(SubjectKind), min_size=1, max_size=3, unique=True).map(
    lambda kinds: {"fact": "kind", "is": kinds}
)
_SIZES = st.sampled_from([4_000, 9_000, 12_000, 40_000, 60_000, 700_000]).map(
    lambda n: {"fact": "population", "at_least": str(n)}
)


@st.composite
def with_facts(draw: st.DrawFn) -> tuple[Checklist, Profile]:
    """Draw a checklist whose conditions ask for all sorts of facts, and a profile of all sorts of municipalities for it."""
    tree = draw(checklists()).model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"scores"})
    for one in (one for held in tree["dimensions"] for one in held["items"] if "item" not in one.get("when", {})):
        one |= {"when": draw(_SIZES | _KINDS), "na": draw(st.sampled_from(["reason", "never"]))}
    known = Checklist.model_validate(tree)
    facts = {"kind": draw(st.sampled_from(SubjectKind)), "land": draw(st.none() | st.sampled_from(Land))}
    facts["population"] = draw(st.sampled_from([None, 2_000, 4_500, 6_000, 15_000, 30_000, 55_000, 600_000, 900_000]))
    subject = Subject.model_validate({"name": "Ort"} | facts)
    answered = profiles(known).filter(lambda one: known.id in one.checklists)  # what was never answered has no score to keep
    return known, draw(answered).model_copy(update={"subject": subject})


@drawn(with_facts())
def test_scores_stay_the_same_whatever_is_asked_of_whom(case: tuple[Checklist, Profile]) -> None:
    """Law: every item stands as it stood, and every score is what it was, unless something is asked of city states only."""
    known, held = case
    if not fallen(held, unnamed(held, EVERYTHING, known).subject, known):
        same_results(held, known)
    else:
        assert held.subject.kind is SubjectKind.CITY_STATE

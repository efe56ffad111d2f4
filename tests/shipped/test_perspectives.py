"""What the shipped checklists ask of whom, in which words: counts from the design, and nothing put to the wrong people."""

import re
from collections.abc import Iterator

import pytest

from calling import CHECKLISTS
from mo_check.cli.app import run
from mo_check.files.library import Library
from mo_check.model.checklist import Checklist
from mo_check.model.checks.consistency import untold_wordings
from mo_check.model.item import About, GapBand, Item, ItemKind, Perspective, Wording
from mo_check.scoring.conditions import scope_items

NAMES = ("cooperation", "success-factors", "topics")
TAGS = ("de", "en", "de-x-simple")
MO = Perspective.MIGRANT_ORGANISATION
ASKED = tuple(perspective for perspective in Perspective if perspective is not Perspective.AGREED)
TOWN_HALL = re.compile(
    r"\bIhr(?:e[mnrs]?)? (?:Haus(?:es)?|Kommune|Verwaltung|Rathaus(?:es)?|Integrationsstelle|Amt(?:es)?|Fachbereich\w*)\b"
    r"|\bals Integrationsstelle\b"
    r"|\byour (?:house|municipality|administration|town hall|integration office|department)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="session")
def libraries() -> dict[str, Library]:
    """Return the shipped checklists in each language."""
    return {tag: Library(tag) for tag in TAGS}


def _checklist(libraries: dict[str, Library], name: str, tag: str = "de") -> Checklist:
    return libraries[tag].load(name).checklist


def _texts(wording: Wording, checklist: Checklist) -> Iterator[str]:
    """Yield every text of a wording: question, help, answers, whom to ask, and what to do."""
    yield from (text for text in (wording.question, wording.help, wording.valid_if, *wording.ask) if text)
    for one in (*wording.levels, *wording.options):
        yield from (text for text in (one.label, one.sees) if text)
    for held in wording.steps.values():
        step = checklist.step(held)
        yield from (text for text in (step.text, step.who, step.horizon, step.practice) if text)


def _asked(checklist: Checklist, perspective: Perspective, *, quick: bool = False) -> list[Item]:
    return list(scope_items(checklist, perspective, quick=quick).values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tag", TAGS)
def test_lint_is_clean_in_every_language(tag: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Checklist, source and translations have nothing wrong, whatever language is spoken."""
    assert run(["--lang", tag, "checklist", "lint", str(CHECKLISTS / f"{name}.yaml")]) == 0
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("tag", TAGS)
def test_nothing_asked_of_an_association_addresses_a_town_hall(libraries: dict[str, Library], tag: str, name: str) -> None:
    """No question, help, answer or step for a migrant organisation speaks to a municipality or its offices."""
    checklist = _checklist(libraries, name, tag)
    texts = [(item.id, text) for item in checklist.items() if (held := item.wording(MO)) for text in _texts(held, checklist)]
    assert len(texts) > 100
    assert [(item, text) for item, text in texts if TOWN_HALL.search(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hat Ihr Haus ein Konzept?", True),
        ("Weiß man in Ihrem Haus davon?", True),
        ("Welche Räume stellt Ihre Kommune?", True),
        ("Does your municipality listen?", True),
        ("Hört Ihnen die Verwaltung zu?", False),
        ("Kennt Ihr Verein die Integrationsstelle?", False),
    ],
)
def test_what_addresses_a_town_hall_is_found(text: str, found: bool) -> None:  # noqa: FBT001 - a table of cases
    """The pattern finds what a town hall is called when it is spoken to, and leaves talk about it alone."""
    assert bool(TOWN_HALL.search(text)) == found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("perspective", ASKED)
def test_every_scored_wording_has_its_steps(libraries: dict[str, Library], name: str, perspective: Perspective) -> None:
    """Whoever answers gets a step of their own for each gap: unmet and partial, or unmet alone between two levels."""
    checklist = _checklist(libraries, name)
    wrong = []
    for item in _asked(checklist, perspective):
        two = {GapBand.UNMET} if len(item.levels) == 2 else {GapBand.UNMET, GapBand.PARTIAL}
        if set(item.steps) != (two if item.scored else set()):
            wrong.append(item.id)
    assert wrong == []


@pytest.mark.parametrize("perspective", ASKED)
def test_every_perspective_is_asked_by_every_checklist(libraries: dict[str, Library], perspective: Perspective) -> None:
    """And each ends with what is missing from their own point of view."""
    for name in NAMES:
        *_, last = _asked(_checklist(libraries, name), perspective)
        assert last.kind is ItemKind.TEXT
        assert last.asks_missing
        assert "Was fehlt" in last.question


def test_the_quick_check_of_an_association_is_not_too_small(libraries: dict[str, Library]) -> None:
    """Of the fifteen quick items of cooperation at least eight are put to migrant organisations, all scored."""
    quick = _asked(_checklist(libraries, "cooperation"), MO, quick=True)
    assert len(quick) >= 8
    assert all(item.scored for item in quick)


def test_about_twenty_items_of_cooperation_are_worded_for_associations(libraries: dict[str, Library]) -> None:
    """The most telling differences: rooms, money, hours, listening, whom to ask."""
    asked = _asked(_checklist(libraries, "cooperation"), MO)
    assert 18 <= len(asked) <= 24
    assert {item.id.partition(".")[0] for item in asked} >= {"understanding", "funding", "rooms", "contacts", "fairness"}


@pytest.mark.parametrize("perspective", [Perspective.MUNICIPALITY, MO])
def test_the_quick_check_of_success_factors_is_the_thirteen(libraries: dict[str, Library], perspective: Perspective) -> None:
    """Exactly the success factors, for municipalities and associations alike."""
    checklist = _checklist(libraries, "success-factors")
    quick = [item.id for item in _asked(checklist, perspective, quick=True)]
    factors = [item.id for d in checklist.dimensions if d.score == "success" for item in d.items]
    assert quick == factors
    assert len(quick) == 13


def test_obstacles_are_thirty_two_of_which_six_are_context(libraries: dict[str, Library]) -> None:
    """26 are scored, by themselves; six are nobody's achievement and are not."""
    checklist = _checklist(libraries, "success-factors")
    obstacles = [item for d in checklist.dimensions if d.score == "obstacles" for item in d.items]
    assert (sum(item.scored for item in obstacles), sum(not item.scored for item in obstacles)) == (26, 6)
    assert {item.kind for item in obstacles if not item.scored} == {ItemKind.SHARE}


def test_obstacles_share_one_scale_of_four_steps(libraries: dict[str, Library]) -> None:
    """So that they can be compared with each other: the same four levels, in the same order."""
    checklist = _checklist(libraries, "success-factors")
    scales = {
        tuple(level.id for level in item.levels) for d in checklist.dimensions if d.score == "obstacles" for item in d.items
    }
    assert len(scales) == 1
    assert {len(scale) for scale in scales} == {4}


def test_there_are_eight_questions_to_think_about(libraries: dict[str, Library]) -> None:
    """The paper's reflection questions, each a free text."""
    checklist = _checklist(libraries, "topics")
    (reflection,) = [dimension for dimension in checklist.dimensions if dimension.id == "reflection"]
    assert len(reflection.items) == 8
    assert {item.kind for item in reflection.items} == {ItemKind.TEXT}


def test_the_matrix_is_twelve_topics_by_five_columns(libraries: dict[str, Library]) -> None:
    """Sixty fields, none of them scored, each with a word for „nothing“."""
    fields = [item for item in _checklist(libraries, "topics").items() if item.row]
    assert (len({item.row for item in fields}), len({item.column for item in fields}), len(fields)) == (12, 5, 60)
    assert [item.id for item in fields if item.scored or item.nothing is None] == []


def test_only_success_factors_has_two_scores(libraries: dict[str, Library]) -> None:
    """Success and obstacles; the other checklists have their total."""
    scores = {name: tuple(_checklist(libraries, name).scores) for name in NAMES}
    assert scores == {"cooperation": ("total",), "success-factors": ("success", "obstacles"), "topics": ("total",)}


@pytest.mark.parametrize("name", NAMES)
def test_every_wording_for_others_says_what_it_is_about(libraries: dict[str, Library], name: str) -> None:
    """Nothing is left to be assumed, and a department or an association tells of the whole town only where it is asked to."""
    checklist = _checklist(libraries, name)
    others = [wording for item in checklist.items() for wording in item.for_.values()]
    assert len(others) > 30
    assert untold_wordings(checklist) == 0
    assert {item.about for item in checklist.items()} == {About.MUNICIPALITY}
    assert {wording.about for wording in others} == set(About)


@pytest.mark.parametrize("name", NAMES)
def test_a_department_that_is_asked_of_its_own_office_says_so(libraries: dict[str, Library], name: str) -> None:
    """A question that speaks of „Ihr Amt“ is about that office; the only others ask what the checklist leaves out."""
    items = [item for item in _checklist(libraries, name).items() if Perspective.DEPARTMENT in item.for_]
    whole = {item.id for item in items if item.for_[Perspective.DEPARTMENT].about is About.MUNICIPALITY}
    assert whole == {item.id for item in items if item.asks_missing}

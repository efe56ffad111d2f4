"""Checklists in other languages: texts laid over the German ones by id, and what a translation lacks or has too much."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calling import checklist_yaml, level_yaml
from mo_check.errors import Message, Problem
from mo_check.files.library import Library, check_translations
from mo_check.files.translating import by_id, check_translation, translated, translation_of
from mo_check.files.yaml_events import Tree

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

GERMAN: dict[str, Tree] = {
    "id": "probe",
    "title": "Probe",
    "introduction": "Worum es geht.",
    "scores": {"success": "Gelingen", "obstacles": "Hindernisse"},
    "steps": {"talk": {"text": "Reden Sie.", "who": "Amt", "effort": "1", "horizon": "sofort"}},
    "dimensions": [
        {
            "id": "d",
            "title": "Feld",
            "items": [
                {
                    "id": "d.a",
                    "question": "Was?",
                    "ask": ["Hauptamt", "Kämmerei"],
                    "levels": [{"id": "none", "label": "nichts"}, {"id": "full", "label": "alles", "sees": "Man sieht es."}],
                    "steps": {"unmet": "talk"},
                    "for": {"migrant_organisation": {"question": "Und bei Ihnen?"}, "department": {"question": "Und im Amt?"}},
                }
            ],
        }
    ],
}
ENGLISH: dict[str, Tree] = {
    "title": "Trial",
    "introduction": "What it is about.",
    "scores": {"success": "Success", "obstacles": "Obstacles"},
    "steps": {"talk": {"text": "Talk.", "who": "Office", "horizon": "now"}},
    "dimensions": {
        "d": {
            "title": "Field",
            "items": {
                "d.a": {
                    "question": "What?",
                    "ask": ["Main office"],
                    "levels": {"none": {"label": "nothing"}, "full": {"label": "all", "sees": "It shows."}},
                    "for": {"migrant_organisation": {"question": "And you?"}, "department": {"question": "And the office?"}},
                }
            },
        }
    },
}


def item_of(tree: Tree) -> dict[str, Tree]:
    """Return the only item of a tree."""
    found: Tree = tree
    for part in ("dimensions", 0, "items", 0):
        found = found[part]  # type: ignore[index, call-overload]
    assert isinstance(found, dict)
    return found


def without(tree: Tree, *path: str) -> Tree:
    """Return a tree of mappings without the value at a path."""
    assert isinstance(tree, dict)
    first, *rest = path
    if not rest:
        return {key: value for key, value in tree.items() if key != first}
    return tree | {first: without(tree[first], *rest)}


def complaints(other: Tree, tag: str = "en", *, complete: bool = True) -> list[tuple[str, str]]:
    """Return the place and the msgid of every complaint about a translation."""
    found = check_translation(GERMAN, other, tag, complete=complete)
    return [(".".join(map(str, c.path)), c.message.msgid.format(**c.message.fields)) for c in found]


# --- laying texts over


def test_texts_are_laid_over_by_id() -> None:
    """A list in German is keyed by its ids in the translation; everything that is no text stays."""
    said = translated(GERMAN, ENGLISH)
    item = item_of(said)
    assert isinstance(said, dict)
    assert said["title"] == "Trial"
    assert (item["id"], item["question"], item["steps"]) == ("d.a", "What?", {"unmet": "talk"})
    assert item["levels"] == [{"id": "none", "label": "nothing"}, {"id": "full", "label": "all", "sees": "It shows."}]
    assert item["for"] == {"migrant_organisation": {"question": "And you?"}, "department": {"question": "And the office?"}}
    assert said["steps"] == {"talk": {"text": "Talk.", "who": "Office", "effort": "1", "horizon": "now"}}


def test_the_names_of_scores_are_laid_over_by_their_ids() -> None:
    """One that is missing keeps its German name."""
    said = translated(GERMAN, {"scores": {"success": "Success"}})
    assert isinstance(said, dict)
    assert said["scores"] == {"success": "Success", "obstacles": "Hindernisse"}


def test_whom_to_ask_is_laid_over_as_a_whole() -> None:
    """``ask`` is a list of texts without ids: the other list stands in its place."""
    assert item_of(translated(GERMAN, ENGLISH))["ask"] == ["Main office"]


def test_what_is_missing_stays_german() -> None:
    """Each text falls back by itself, down to a single level."""
    item = item_of(translated(GERMAN, {"dimensions": {"d": {"items": {"d.a": {"levels": {"full": {"label": "all"}}}}}}}))
    assert item["question"] == "Was?"
    assert item["levels"] == [{"id": "none", "label": "nichts"}, {"id": "full", "label": "all", "sees": "Man sieht es."}]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="empty"),
        pytest.param({"dimensions": {"e": {"title": "Else"}}}, id="unknown id"),
        pytest.param({"dimensions": [{"id": "d", "title": "Field"}]}, id="a list instead of ids"),
        pytest.param({"dimensions": "d"}, id="a text instead of ids"),
        pytest.param({"title": {"d": "Field"}}, id="ids instead of a text"),
        pytest.param({"scores": "Success"}, id="a text instead of scores"),
        pytest.param({"id": "trial", "steps": {"talk": {"effort": "3"}}}, id="what is no text"),
        pytest.param(None, id="nothing"),
    ],
)
def test_what_has_no_place_changes_nothing(other: Tree) -> None:
    """Whatever stands in a translation, ids, numbers and structure are the German ones."""
    assert translated(GERMAN, other) == GERMAN


# --- what is missing, what is too much


@pytest.mark.parametrize("complete", [True, False], ids=["complete", "in part"])
def test_a_whole_translation_has_no_complaints(complete: bool) -> None:  # noqa: FBT001 - a table of cases
    """Every text is there and none besides."""
    assert complaints(ENGLISH, complete=complete) == []


PLACES = [
    ("title",),
    ("introduction",),
    ("scores", "obstacles"),
    ("steps", "talk", "text"),
    ("steps", "talk", "who"),
    ("steps", "talk", "horizon"),
    ("dimensions", "d", "title"),
    ("dimensions", "d", "items", "d.a", "question"),
    ("dimensions", "d", "items", "d.a", "ask"),
    ("dimensions", "d", "items", "d.a", "levels", "none", "label"),
    ("dimensions", "d", "items", "d.a", "levels", "full", "sees"),
    ("dimensions", "d", "items", "d.a", "for", "migrant_organisation", "question"),
    ("dimensions", "d", "items", "d.a", "for", "department", "question"),
]


@pytest.mark.parametrize("path", PLACES, ids=".".join)
def test_a_missing_text_of_a_complete_language_is_named(path: tuple[str, ...]) -> None:
    """Its whole place is told, where as much of it as there is stands in the translation."""
    expected = (".".join(path[:-1]), f"Es fehlt die Übersetzung von „{'.'.join(path)}“.")
    assert complaints(without(ENGLISH, *path)) == [expected]


@pytest.mark.parametrize("path", PLACES, ids=".".join)
def test_a_missing_text_of_another_language_is_no_mistake(path: tuple[str, ...]) -> None:
    """A language that is not declared complete falls back in silence."""
    assert complaints(without(ENGLISH, *path), complete=False) == []


def test_a_whole_missing_branch_is_told_text_by_text() -> None:
    """Without the levels three texts are missing, told where the item stands."""
    found = complaints(without(ENGLISH, "dimensions", "d", "items", "d.a", "levels"))
    assert [place for place, _ in found] == ["dimensions.d.items.d.a"] * 3


@pytest.mark.parametrize("complete", [True, False], ids=["complete", "in part"])
@pytest.mark.parametrize(
    ("extra", "place"),
    [
        pytest.param({"subtitle": "x"}, "subtitle", id="a key that is none"),
        pytest.param({"id": "trial"}, "id", id="an id"),
        pytest.param({"dimensions": {"e": {"title": "Else"}}}, "dimensions.e.title", id="a dimension that is none"),
        pytest.param({"steps": {"talk": {"practice": "In Cologne."}}}, "steps.talk.practice", id="a text without a German one"),
        pytest.param({"steps": {"talk": {"ask": ["x"]}}}, "steps.talk.ask", id="somebody to ask without a German one"),
        pytest.param({"scores": {"third": "x"}}, "scores.third", id="a score that is none"),
        pytest.param({"title": {"d": "x"}}, "title.d", id="ids where there is a text"),
    ],
)
def test_a_text_without_a_german_one_is_named(extra: dict[str, Tree], place: str, complete: bool) -> None:  # noqa: FBT001
    """An orphan is a mistake in every language: its id was misspelt or is gone."""
    assert (place, "Dazu gibt es im Deutschen keinen Text.") in complaints(extra, complete=complete)


def test_plain_german_is_complete_with_what_associations_are_asked() -> None:
    """Introductions and their own wordings; titles, steps that offices read and other wordings may stay ordinary German."""
    simple: dict[str, Tree] = {
        "introduction": "Darum geht es.",
        "dimensions": {"d": {"items": {"d.a": {"for": {"migrant_organisation": {"question": "Und Sie?"}}}}}},
    }
    assert complaints(simple, "de-x-simple") == []


@pytest.mark.parametrize(
    "path",
    [
        ("introduction",),
        ("dimensions", "d", "items", "d.a", "for", "migrant_organisation", "question"),
    ],
    ids=".".join,
)
def test_plain_german_needs_what_associations_read(path: tuple[str, ...]) -> None:
    """An introduction or a question of theirs that is missing is named."""
    found = complaints(without(ENGLISH, *path), "de-x-simple")
    assert [said for _, said in found] == [f"Es fehlt die Übersetzung von „{'.'.join(path)}“."]


# --- files


@pytest.mark.parametrize(("tag", "name"), [("en", "own.en.yaml"), ("de-x-simple", "own.de-x-simple.yaml")])
def test_a_translation_lies_beside_its_checklist(tag: str, name: str) -> None:
    """Its tag stands before the ending."""
    assert translation_of(Path("a") / "own.yaml", tag) == Path("a") / name


def test_a_place_with_numbers_is_one_with_ids() -> None:
    """What pydantic calls the second level of the first item has its ids in a translation; other numbers stay."""
    at = ("dimensions", 0, "items", 0, "levels", 1, "label")
    assert by_id(at, GERMAN) == ("dimensions", "d", "items", "d.a", "levels", "full", "label")
    assert by_id(("dimensions", 0, "items", 0, "ask", 1), GERMAN)[-2:] == ("ask", 1)


OWN = checklist_yaml(a="1\n" + level_yaml("a.one")).replace("language: de", "language: de\ncomplete: [de, en]")
TRANSLATION = """format: mo-check/translation/1
of: probe
language: en
title: Trial
short: Trial
introduction: A trial.
dimensions:
  a:
    label: Field a
    title: Field a
    items:
      a.one:
        short: Criterion a.one
        question: How about a.one?
        levels:
          none: {label: nothing}
          some: {label: some}
          good: {label: good}
          full: {label: all}
        steps:
          unmet: {text: Begin., who: Office, horizon: now}
          partial: {text: Begin., who: Office, horizon: now}
"""


@pytest.fixture
def own(write: Write) -> Callable[[str], Path]:
    """Return a function that lays out a checklist of one's own with a translation beside it."""

    def laid_out(translation: str) -> Path:
        write(translation, "own.en.yaml")
        return write(OWN, "own.yaml")

    return laid_out


def test_a_checklist_speaks_its_translation(own: Callable[[str], Path]) -> None:
    """In English the English texts; ``german`` still holds what the file itself says, and the mark is the same."""
    path = str(own(TRANSLATION))
    english, german = Library("en").load(path), Library().load(path)
    assert english.checklist.title == "Trial"
    assert [level.label for level in english.checklist.dimensions[0].items[0].levels] == ["nothing", "some", "good", "all"]
    assert (english.german, english.digest) == (german.checklist, german.digest)


MISTAKES = {
    "missing": ("        question: How about a.one?\n", "", 12, "„dimensions.a.items.a.one.question“."),
    "orphaned": ("title: Trial\n", "titel: Trial\n", 4, "Dazu gibt es im Deutschen keinen Text."),
    "wrong id": ("good: {label: good}", "god: {label: good}", 18, "Dazu gibt es im Deutschen keinen Text."),
    "a label too long": ("label: nothing", f"label: {'x' * 25}", 16, "Der Text ist zu lang"),
    "an empty text": ("short: Criterion a.one", 'short: " "', 13, "Der Text ist leer."),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_translation_is_located(
    own: Callable[[str], Path], problems_of: ProblemsOf, said: Said, mistake: str
) -> None:
    """The complaint points into the translation, not into the German file."""
    old, new, line, what = MISTAKES[mistake]
    loaded = Library().load(str(own(TRANSLATION.replace(old, new, 1))))
    problems = problems_of(lambda: check_translations(loaded))
    told = [(Path(p.file).name, p.line) for p in problems if what in said(p.message)]
    assert told == [("own.en.yaml", line)]


def test_a_text_that_does_not_fit_is_told_to_who_speaks_that_language(
    own: Callable[[str], Path], problems_of: ProblemsOf
) -> None:
    """Loading it in English complains of the English file; in German nothing is wrong."""
    path = str(own(TRANSLATION.replace("label: nothing", f"label: {'x' * 25}")))
    (problem,) = problems_of(lambda: Library("en").load(path))
    assert (Path(problem.file).name, problem.line) == ("own.en.yaml", 16)
    assert Library().load(path).checklist.title == "Probe"


def test_a_complete_language_without_its_file_is_a_mistake(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """Declared, but not there."""
    loaded = Library().load(str(write(OWN, "own.yaml")))
    (problem,) = problems_of(lambda: check_translations(loaded))
    assert Path(problem.file).name == "own.en.yaml"
    assert said(problem.message) == "Diese Sprache ist als vollständig angegeben, aber die Datei fehlt."


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a: b\n", id="no format"),
        pytest.param("format: mo-check/checklist/1\n", id="another kind"),
        pytest.param("format: mo-check/translation/2\n", id="newer"),
        pytest.param("- a\n", id="a list"),
        pytest.param("", id="empty"),
        pytest.param("title: [\n", id="no YAML"),
    ],
)
def test_what_is_no_translation_is_refused(own: Callable[[str], Path], problems_of: ProblemsOf, content: str) -> None:
    """A file of another kind beside a checklist is named, with a line."""
    path = str(own(content))
    problems = problems_of(lambda: Library("en").load(path))
    assert {(Path(p.file).name, p.line > 0) for p in problems} == {("own.en.yaml", True)}

"""Every shipped checklist: clean, complete, and readable on a phone and a narrow screen."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import CHECKLISTS
from mo_check.cli.app import run
from mo_check.files.library import LoadedChecklist, checklist_files, load_checklist
from mo_check.model.item import GapBand, Item, ItemKind, Wording

NAMES = sorted(path.stem for path in checklist_files(CHECKLISTS))


def _all() -> Iterator[LoadedChecklist]:
    return (load_checklist(str(CHECKLISTS / f"{name}.yaml")) for name in NAMES)


def _items() -> Iterator[tuple[str, Item]]:
    return ((f"{loaded.checklist.id}: {item.id}", item) for loaded in _all() for item in loaded.checklist.items())


def _wordings() -> Iterator[tuple[str, Wording]]:
    """Yield every wording of every item: the municipality's and the others."""
    for name, item in _items():
        yield name, item
        yield from ((f"{name} for {perspective}", wording) for perspective, wording in item.for_.items())


@pytest.mark.parametrize("path", checklist_files(CHECKLISTS), ids=lambda path: path.name)
def test_every_checklist_is_clean(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``checklist lint`` has nothing to say about any checklist, its sources and its translations."""
    code = run(["checklist", "lint", str(path)])
    assert (code, capsys.readouterr().err) == (0, f"{path}: in Ordnung.\n")


def test_the_list_of_files_is_no_empty_one() -> None:
    """There is a checklist on cooperation, and each checklist is called like its file."""
    assert "cooperation" in NAMES
    assert [loaded.checklist.id for loaded in _all()] == NAMES


def test_fifteen_quick_items(items: tuple[Item, ...]) -> None:
    """The quick check asks fifteen questions, from every dimension but the closing one."""
    quick = [item for item in items if item.quick]
    assert len(quick) == 15
    assert all(item.scored for item in quick)
    assert {item.id.split(".")[0] for item in quick} == {item.id.split(".")[0] for item in items} - {"closing"}


@pytest.mark.parametrize("name", NAMES)
def test_at_most_six_key_items_each_with_a_reason(name: str) -> None:
    """Key items are few, and each says in a sentence why nothing makes up for it."""
    checklist = load_checklist(str(CHECKLISTS / f"{name}.yaml")).checklist
    reasons = [item.key for item in checklist.items() if item.key]
    assert len(reasons) <= 6
    assert all(len(reason) >= 30 and reason.endswith(".") for reason in reasons)


def test_every_key_item_of_cooperation_is_quick(items: tuple[Item, ...]) -> None:
    """Bottlenecks show in the quick check too."""
    assert [item.id for item in items if item.key and not item.quick] == []
    assert sum(item.key is not None for item in items) >= 5


def test_labels_and_shorts_are_short() -> None:
    """A dimension's label has at most 24 characters, an item's short at most 40, and none is given twice."""
    for loaded in _all():
        checklist = loaded.checklist
        labels = [dimension.label for dimension in checklist.dimensions]
        shorts = [item.short for item in checklist.items()]
        assert max(map(len, labels)) <= 24
        assert max(map(len, shorts)) <= 40
        assert len({*labels}) == len(labels)
        assert len({*shorts}) == len(shorts)


def test_levels_say_what_can_be_seen() -> None:
    """Each level has a label of at most 24 characters and a sentence of at most 160; options have at most 60."""
    for name, wording in _wordings():
        for level in wording.levels:
            assert len(level.label) <= 24, name
            assert level.sees is None or len(level.sees) <= 160, (name, level.id)
        assert [option.label for option in wording.options if len(option.label) > 60] == [], name


def test_levels_of_a_scored_item_have_a_sentence(items: tuple[Item, ...]) -> None:
    """Every level of a scored item of ``cooperation`` says what one sees, in a whole sentence."""
    bare = [(item.id, level.id) for item in items if item.scored for level in item.levels if not (level.sees or "").endswith(".")]
    assert bare == []


def test_every_scored_item_has_both_steps() -> None:
    """Each scored item with more than two levels has a step for the unmet and one for the partial gap."""
    for name, item in _items():
        wanted = {GapBand.UNMET, GapBand.PARTIAL} if len(item.levels) > 2 else {GapBand.UNMET}
        assert set(item.steps) == (wanted if item.scored else set()), name


def test_every_question_asks() -> None:
    """A question ends with a question mark or invites to write, and is no longer than 240 characters."""
    for name, wording in _wordings():
        assert len(wording.question) <= 240, name
        assert wording.question.endswith(("?", ".")), name


def test_the_last_question_asks_for_what_is_missing() -> None:
    """Each checklist ends with a free text on what is missing."""
    for loaded in _all():
        *_, last = loaded.checklist.items()
        assert last.kind is ItemKind.TEXT
        assert "Was fehlt" in last.question


GENDER_SIGNS = re.compile(r"\w[*:_]innen|\w[*:_]in\b|[a-zäöüß]In(?:nen)?\b|\w/-?innen\b|\w\(in(?:nen)?\)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bürger*innen", True),
        ("Bürger:innen", True),
        ("Bürger_innen", True),
        ("BürgerInnen", True),
        ("die Bürger:in", True),
        ("Bürger/-innen", True),
        ("Bürger(innen)", True),
        ("Bürgerinnen und Bürger", False),
        ("Drinnen: innen und außen", False),
        ("In der Stadt, in Innenstädten", False),
    ],
)
def test_a_gender_sign_is_found(text: str, found: bool) -> None:  # noqa: FBT001 - a table of cases
    """The pattern finds the usual signs and leaves ordinary words alone."""
    assert bool(GENDER_SIGNS.search(text)) == found


@pytest.mark.parametrize(
    "path", sorted([*CHECKLISTS.rglob("*.yaml"), *(CHECKLISTS.parent / "profiles").rglob("*.yaml")]), ids=lambda path: path.name
)
def test_no_gender_sign_in_any_german_text(path: Path) -> None:
    """Texts use neutral words or both forms, never a sign inside a word."""
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if GENDER_SIGNS.search(line)] == []


def test_no_gender_sign_in_the_program() -> None:
    """What the program says keeps to it too."""
    sources = sorted((CHECKLISTS.parent / "src").rglob("*.py"))
    found = [
        (path.name, line)
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if GENDER_SIGNS.search(line)
    ]
    assert found == []
    assert len(sources) > 50

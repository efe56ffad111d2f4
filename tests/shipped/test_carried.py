"""Every statement of the paper is carried by a text, and none can get lost unnoticed."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from calling import CHECKLISTS
from mo_check.cli.app import run
from mo_check.files.library import LoadedChecklist, checklist_files, load_checklist
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import Item
from mo_check.model.matrix import Matrix
from mo_check.model.source import Source
from mo_check.scoring.statement_coverage import MUST_BE_CARRIED, statement_carriers

MUST = ("recommendation", "success_factor", "obstacle", "indicator")
COUNTS = {
    "recommendation": 53,
    "success_factor": 13,
    "obstacle": 32,
    "indicator": 19,
    "reflection": 8,
    "figure": 24,
    "practice": 8,
    "insight": 11,
    "definition": 3,
    "value": 3,
}
"""So many statements of each kind the catalogue of the paper holds."""


@pytest.fixture(scope="module")
def loaded() -> tuple[LoadedChecklist, ...]:
    """Return every shipped checklist."""
    return tuple(load_checklist(str(path)) for path in checklist_files(CHECKLISTS))


@pytest.fixture(scope="module")
def source(loaded: tuple[LoadedChecklist, ...]) -> Source:
    """Return the paper."""
    return loaded[0].sources[0]


def _kept(held: Mapping[str, str], statement: str) -> dict[str, str]:
    return {name: place for name, place in held.items() if name != statement}


def _without_in_item(item: Item, statement: str) -> Item:
    figures = tuple(link for link in item.figures if link.id != statement)
    return item.model_copy(update={"statements": _kept(item.statements, statement), "figures": figures})


def _without_in_dimension(dimension: Dimension, statement: str) -> Dimension:
    figures = tuple(link for link in dimension.figures if link.id != statement)
    items = tuple(_without_in_item(item, statement) for item in dimension.items)
    told = {"statements": _kept(dimension.statements, statement), "figures": figures, "items": items}
    return dimension.model_copy(update=told | {"matrix": dimension.matrix and _without_in_matrix(dimension.matrix, statement)})


def _without_in_matrix(matrix: Matrix, statement: str) -> Matrix:
    columns = tuple(
        column.model_copy(update={"shares": None}) if column.shares and column.shares.figure == statement else column
        for column in matrix.columns
    )
    return matrix.model_copy(update={"columns": columns})


def without(checklist: Checklist, statement: str) -> Checklist:
    """Return a checklist in which nothing carries a statement."""
    dimensions = tuple(_without_in_dimension(dimension, statement) for dimension in checklist.dimensions)
    return checklist.model_copy(update={"statements": _kept(checklist.statements, statement), "dimensions": dimensions})


def uncarried(source: Source, checklists: list[Checklist]) -> list[str]:
    """Return the statements that nothing carries."""
    return [statement.id for statement, carriers in statement_carriers(source, checklists) if not carriers]


def test_the_catalogue_is_the_whole_one(source: Source) -> None:
    """As many statements of each kind as were counted in the paper."""
    found = [statement.kind.value for statement in source.statements]
    assert {kind: found.count(kind) for kind in found} == COUNTS


def test_what_must_be_carried_is_what_was_said() -> None:
    """The kinds that a checklist has to carry are the four that the design names."""
    assert {kind.value for kind in MUST_BE_CARRIED} == set(MUST)


def test_every_statement_is_carried(source: Source, loaded: tuple[LoadedChecklist, ...]) -> None:
    """Of every kind, not only those that must be."""
    assert uncarried(source, [one.checklist for one in loaded]) == []


@pytest.mark.parametrize("kind", COUNTS)
def test_no_statement_can_be_dropped_unnoticed(source: Source, loaded: tuple[LoadedChecklist, ...], kind: str) -> None:
    """Taken out of all checklists, each statement of a kind is exactly the one that is missing."""
    ids = [statement.id for statement in source.statements if statement.kind.value == kind]
    assert [uncarried(source, [without(one.checklist, i) for one in loaded]) for i in ids] == [[i] for i in ids]


def test_every_carrying_text_is_there(source: Source, loaded: tuple[LoadedChecklist, ...]) -> None:
    """Whatever place is said to carry a statement holds a text."""
    carried = statement_carriers(source, [one.checklist for one in loaded])
    empty = [(s.id, carrier.where) for s, carriers in carried for carrier in carriers if len(carrier.text.strip()) < 5]
    assert empty == []


# --- as a call


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a folder with a copy of all checklists."""
    return Path(shutil.copytree(CHECKLISTS, tmp_path / "own"))


def _dropped(folder: Path, statement: str) -> None:
    """Take a statement out of every German checklist of a folder; JSON is YAML too."""
    for path in checklist_files(folder):
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        path.write_text(json.dumps(_bare(tree, statement), ensure_ascii=False), encoding="utf-8", newline="\n")


def _bare(tree: Any, statement: str) -> Any:  # noqa: ANN401 - whatever a YAML file holds
    if isinstance(tree, dict):
        return {key: _bare(value, statement) for key, value in tree.items() if key != statement}
    return [_bare(one, statement) for one in tree] if isinstance(tree, list) else tree


def _first(source: Source, kinds: tuple[str, ...]) -> Iterator[str]:
    for kind in kinds:
        yield next(statement.id for statement in source.statements if statement.kind.value == kind)


@pytest.mark.parametrize("kind", MUST)
def test_coverage_fails_without_a_statement_that_must_be_carried(
    source: Source, copied: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """``checklist coverage`` ends with 3 and names what is missing."""
    (statement,) = _first(source, (kind,))
    _dropped(copied, statement)
    code = run(["--checklists", str(copied), "checklist", "coverage"])
    said = capsys.readouterr()
    assert (code, said.err) == (3, "")
    assert statement in said.out


def test_coverage_names_any_other_statement_that_is_missing(
    source: Source, copied: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What need not be carried ends with 0; it is named all the same."""
    statements = list(_first(source, ("insight", "value", "practice", "reflection")))
    for statement in statements:
        _dropped(copied, statement)
    code = run(["--checklists", str(copied), "checklist", "coverage"])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert [statement for statement in statements if statement not in said.out] == []


def test_coverage_of_what_is_shipped_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 0, and nothing stands „nowhere yet“."""
    assert run(["checklist", "coverage"]) == 0
    assert "Noch nirgends" not in capsys.readouterr().out

"""The rows of a matrix as they were answered: how far each is on the path, where there is nothing, how often what was named.

What the answers mean stands in the checklist (docs/matrix.md); nothing is known here of any matrix in particular.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mo_check.model.answer import Status
from mo_check.model.assessment import Assessment, DimensionResult, ItemResult
from mo_check.model.checklist import Dimension
from mo_check.model.item import NONE_OPTION, Item
from mo_check.model.matrix import Matrix, MatrixColumn


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row; ``cells`` holds its results by column.

    ``rung`` counts the rungs of the path from 1: 0 where it reaches none, None where nothing in it was answered or there is no
    path. ``beside`` says that something stands beside the path.
    """

    id: str
    label: str
    cells: Mapping[str, ItemResult]
    rung: int | None
    beside: bool


@dataclass(frozen=True, slots=True)
class FilledMatrix:
    """A matrix with its rows, in the order of the checklist, and the dimension it makes up."""

    dimension: Dimension
    matrix: Matrix
    rows: tuple[MatrixRow, ...]

    @property
    def columns(self) -> tuple[MatrixColumn, ...]:
        """The columns that were asked; those without an order come last, for they have no signs."""
        asked = [column for column in self.matrix.columns if any(column.id in row.cells for row in self.rows)]
        return tuple(sorted(asked, key=lambda column: not column.ordered))


def filled_matrices(assessment: Assessment) -> tuple[FilledMatrix, ...]:
    """Return the matrices of an assessment, in the order of the checklist; none where it has none."""
    return tuple(_filled(held, held.dimension.matrix) for held in assessment.dimensions if held.dimension.matrix)


def _filled(held: DimensionResult, matrix: Matrix) -> FilledMatrix:
    rows: dict[str, dict[str, ItemResult]] = {}
    labels: dict[str, str] = {}
    for result in held.items:
        if result.item.row and result.item.column:
            rows.setdefault(result.item.row, {})[result.item.column] = result
            labels[result.item.row] = result.item.row_label or result.item.row
    return FilledMatrix(held.dimension, matrix, tuple(_row(row, labels[row], cells, matrix) for row, cells in rows.items()))


def _row(row: str, label: str, cells: Mapping[str, ItemResult], matrix: Matrix) -> MatrixRow:
    path = matrix.path
    if path is None:
        return MatrixRow(row, label, cells, None, beside=False)
    beside = path.beside is not None and _any(path.beside.any_of, cells, matrix)
    reached = [number for number, rung in enumerate(path.rungs, start=1) if _any(rung.any_of, cells, matrix)]
    answered = any(result.answer is not None and result.answer.status is None for result in cells.values())
    return MatrixRow(row, label, cells, max(reached, default=0) if answered else None, beside)


def _any(names: Iterable[str], cells: Mapping[str, ItemResult], matrix: Matrix) -> bool:
    return any(_holds(name, cells, matrix) for name in names)


def _holds(name: str, cells: Mapping[str, ItemResult], matrix: Matrix) -> bool:
    """Tell whether an answer, named with its column, was given; of an ordered column, that level or a higher one."""
    column, _, wanted = name.partition(".")
    result = cells.get(column)
    if result is None:
        return False
    held = matrix.column(column)
    given = named(result)
    if given and held is not None and held.ordered and not result.item.options:
        return (result.item.rank(given[0]) or 0) >= (result.item.rank(wanted) or 0)
    return wanted in given


def named(result: ItemResult) -> tuple[str, ...]:
    """Return the level or the options answered in a field; nothing where it was not answered or a rule decided."""
    answer = result.answer
    if answer is None or result.by_rule:
        return ()
    return answer.options or ((answer.level,) if answer.level else ())


def nothing_of(item: Item) -> frozenset[str]:
    """Return the answers to an item that say that there is nothing: what its column names, and the option „none“."""
    return frozenset(filter(None, (item.nothing, NONE_OPTION if item.options else None)))


def empty_rows(filled: FilledMatrix) -> tuple[MatrixRow, ...]:
    """Return the rows in which something was answered, and every answer says that there is nothing."""
    return tuple(
        row
        for row in filled.rows
        if any(named(result) for result in row.cells.values()) and all(_empty(result) for result in row.cells.values())
    )


def _empty(result: ItemResult) -> bool:
    """Tell whether a field says nothing else than that there is nothing; what others do and what is written is something."""
    answer = result.answer
    if answer is not None and (answer.text is not None or answer.status is Status.ELSEWHERE):
        return False
    return nothing_of(result.item).issuperset(named(result))


def column_shares(filled: FilledMatrix, column: MatrixColumn) -> dict[str, Fraction]:
    """Return the share of each answer among all that were given in a column, without those that say „nothing“.

    They stand in the order of the column's words, then of its levels or options. Empty if nothing was named.
    """
    results = [row.cells[column.id] for row in filled.rows if column.id in row.cells]
    told = [name for result in results for name in named(result) if name not in nothing_of(result.item)]
    if not told:
        return {}
    item = results[0].item
    known = [choice.id for choice in (item.options or item.levels) if choice.id not in nothing_of(item)]
    order = dict.fromkeys([*(name for name in column.words if name in known), *known])
    return {name: Fraction(told.count(name), len(told)) for name in order}

"""Matrices of a checklist: rows times columns become items, and what the matrix means stays, before anything is validated."""

from collections.abc import Iterator

from mo_check.errors import Message
from mo_check.files.yaml_events import Tree
from mo_check.model.issue import Issue, Path
from mo_check.model.matrix import Matrix, MatrixColumn

_ROW = "{row}"
_PARTS = ("rows", "columns")
_MEANING = tuple(name for name in Matrix.model_fields if name not in _PARTS)
"""The keys of a matrix that say what it means."""
_OF_COLUMN = tuple(name for name in MatrixColumn.model_fields if name != "id")
"""The keys of a column that say what it means; all others are those of its items."""
_ROW_KEYS = ("id", "label")
_AROUND = " :;,.–-·/()"
"""What is left around the place of a row in the name of an item."""


def check_matrices(tree: dict[str, Tree]) -> Iterator[Issue]:
    """Yield everything in a checklist's matrices that has not the form to be turned into items."""
    dimensions = tree.get("dimensions")
    for d, dimension in enumerate(dimensions if isinstance(dimensions, list) else []):
        if isinstance(dimension, dict) and "matrix" in dimension:
            yield from _matrix(dimension["matrix"], ("dimensions", d, "matrix"))


def _matrix(matrix: Tree, at: Path) -> Iterator[Issue]:
    if not isinstance(matrix, dict):
        yield Issue(at, Message("Hier müssen Schlüssel mit Werten stehen."))
        return
    yield from _keys(matrix, at, needed=_PARTS, known=(*_PARTS, *_MEANING))
    for part in _PARTS:
        held = matrix.get(part)
        if held is not None and not isinstance(held, list):
            remedy = Message("Jeden Eintrag in eine eigene Zeile mit „- “ setzen.")
            yield Issue((*at, part), Message("Hier muss eine Liste stehen."), remedy)
        for n, one in enumerate(held if isinstance(held, list) else []):
            if not isinstance(one, dict):
                yield Issue((*at, part, n), Message("Hier müssen Schlüssel mit Werten stehen."))
            elif part == "rows":
                yield from _keys(one, (*at, part, n), needed=_ROW_KEYS, known=_ROW_KEYS)
            else:
                yield from _keys(one, (*at, part, n), needed=("id",))


def _keys(held: dict[str, Tree], at: Path, *, needed: tuple[str, ...], known: tuple[str, ...] = ()) -> Iterator[Issue]:
    """Yield the keys that are missing and, where only some are known, those that are none."""
    for key in needed:
        if held.get(key) is None:
            remedy = Message("Den Schlüssel mit einem Wert ergänzen.")
            yield Issue((*at, key), Message("Hier fehlt „{key}“.", key=key), remedy)
    for key in held if known else ():
        if key not in known:
            yield Issue((*at, key), Message("Den Schlüssel „{key}“ gibt es hier nicht.", key=key, id=key), known=known)


def expand_matrices(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return a checklist's tree with every dimension's ``matrix`` turned into items and what it means.

    A column is an item whose texts may hold „{row}“; the item of a row and a column is called
    ``<dimension>.<column>.<row>``. Rows come first: all columns of the first row, then all of the second.
    """
    dimensions = tree.get("dimensions")
    if not isinstance(dimensions, list) or not any(isinstance(d, dict) and "matrix" in d for d in dimensions):
        return tree
    return tree | {"dimensions": [_dimension(d) if isinstance(d, dict) else d for d in dimensions]}


def _dimension(dimension: dict[str, Tree]) -> dict[str, Tree]:
    matrix = dimension.get("matrix")
    if not isinstance(matrix, dict):
        return dimension
    rows, columns = matrix.get("rows"), matrix.get("columns")
    if not isinstance(rows, list) or not isinstance(columns, list):
        return dimension
    own = dimension.get("items")
    made: list[Tree] = [
        _item(str(dimension.get("id")), row, column)
        for row in rows
        for column in columns
        if isinstance(row, dict) and isinstance(column, dict)
    ]
    meaning = {key: value for key, value in matrix.items() if key in _MEANING}
    meaning["columns"] = [_column(column) if isinstance(column, dict) else column for column in columns]
    return dimension | {"matrix": meaning, "items": made + (own if isinstance(own, list) else [])}


def _column(column: dict[str, Tree]) -> Tree:
    """Return what a column means; without a head of its own it is called like its items, without the row."""
    short = column.get("short")
    head = short.replace(_ROW, "").strip(_AROUND) if isinstance(short, str) else ""
    return {"label": head or column.get("id")} | {key: column[key] for key in ("id", *_OF_COLUMN) if key in column}


def _item(dimension: str, row: dict[str, Tree], column: dict[str, Tree]) -> Tree:
    asked = {key: value for key, value in column.items() if key not in _OF_COLUMN}
    filled = _filled(asked, str(row.get("label", "")))
    name = f"{dimension}.{column.get('id')}.{row.get('id')}"
    given: dict[str, Tree] = {"id": name, "row": row.get("id"), "row_label": row.get("label"), "column": column.get("id")}
    return filled | given if isinstance(filled, dict) else filled


def _filled(tree: Tree, row: str) -> Tree:
    """Return a tree with „{row}“ replaced in every text."""
    if isinstance(tree, str):
        return tree.replace(_ROW, row)
    if isinstance(tree, list):
        return [_filled(one, row) for one in tree]
    if isinstance(tree, dict):
        return {key: _filled(value, row) for key, value in tree.items()}
    return tree

"""Matrices of a checklist: rows times columns become items, before anything is validated."""

from mo_check.content.events import Tree

_ROW = "{row}"


def expanded(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return a checklist's tree with every dimension's ``matrix`` turned into items.

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
    kept = {key: value for key, value in dimension.items() if key != "matrix"}
    return kept | {"items": made + (own if isinstance(own, list) else [])}


def _item(dimension: str, row: dict[str, Tree], column: dict[str, Tree]) -> Tree:
    filled = _filled(column, str(row.get("label", "")))
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

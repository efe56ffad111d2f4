"""Where in its files a part of an expanded checklist was written: a complaint points there, and is made once."""

from mo_check.files.written.expansion import mapping, said_step
from mo_check.files.yaml_events import Tree
from mo_check.model.issue import Path
from mo_check.model.item import INHERITED

_ITEM = 4
"""An item stands at ``dimensions.<number>.items.<number>``."""


def written_place(at: Path, tree: dict[str, Tree]) -> Path:
    """Return the place in a checklist's own tree where a part of the expanded one was written.

    An answer set stands under ``answers``, a usual field under ``defaults``, what a wording takes over in its item, and what a
    matrix made in one of its columns.
    """
    if at[:1] == ("steps",):
        held = mapping(tree.get("steps")).get(str(at[1])) if len(at) > 1 else None
        return _of_step(at[:2], held, at[2:], ("defaults",), "", tree)
    if len(at) < _ITEM or (at[0], at[2]) != ("dimensions", "items"):
        return at
    if at[_ITEM:] == ("id",) and (row := _row_place(at, tree)):
        return row
    return _of_item(_item_place(at, tree), at[_ITEM:], tree)


def under(tree: Tree, at: Path) -> Tree:
    """Return what stands at a place of a tree, None where nothing does."""
    for part in at:
        if isinstance(tree, dict) and isinstance(part, str):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        else:
            return None
    return tree


def _item_place(at: Path, tree: Tree) -> Path:
    """Return where an item was written: items of a matrix come first, row by row, each in its column."""
    place, many, made = _counted(at, tree)
    return (*at[:2], "matrix", "columns", place % many) if place < made else (*at[:2], "items", place - made)


def _row_place(at: Path, tree: Tree) -> Path | None:
    """Return the id of the row that an item of a matrix was made of: no item of one row differs from another by its column."""
    place, many, made = _counted(at, tree)
    return (*at[:2], "matrix", "rows", place // many, "id") if place < made else None


def _counted(at: Path, tree: Tree) -> tuple[int, int, int]:
    """Return the place of an item in its dimension, how many columns a matrix has there, and how many items it made."""
    rows, columns = (under(tree, (*at[:2], "matrix", part)) for part in ("rows", "columns"))
    many = len(columns) if isinstance(columns, list) else 0
    return int(at[3]), many, many * (len(rows) if isinstance(rows, list) else 0)


def _of_item(at: Path, rest: Path, tree: dict[str, Tree]) -> Path:
    item = mapping(under(tree, at))
    if rest[:1] != ("for",) or len(rest) == 1:
        return _of_wording(at, rest, ("defaults",), tree)
    where = (*at, *rest[:2])
    taken, inside = rest[2:3], rest[2:]
    if taken and taken[0] in INHERITED and taken[0] in item and taken[0] not in mapping(under(tree, where)):
        return _of_wording(at, inside, ("defaults",), tree)
    return _of_wording(where, inside, ("defaults", *rest[:2]), tree)


def _of_wording(at: Path, rest: Path, usual: Path, tree: dict[str, Tree]) -> Path:
    held = mapping(under(tree, at))
    named = held.get("levels")
    if rest[:1] == ("levels",) and isinstance(named, str) and named in mapping(tree.get("answers")):
        return ("answers", named, *rest[1:])
    if rest == ("about",) and "about" not in held and "about" in mapping(under(tree, usual)):
        return (*usual, "about")
    if rest[:1] == ("steps",) and len(rest) > 1:
        band = str(rest[1])
        return _of_step((*at, *rest[:2]), mapping(held.get("steps")).get(band), rest[2:], usual, band, tree)
    return (*at, *rest)


def _of_step(at: Path, step: Tree, rest: Path, usual: Path, band: str, tree: Tree) -> Path:
    if rest and rest[0] not in mapping(said_step(step)):
        for place in (band, "step"):
            if rest[0] in mapping(under(tree, (*usual, place))):
                return (*usual, place, *rest)
    return (*at, *rest)

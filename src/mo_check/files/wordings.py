"""A checklist in the words of other perspectives: a file beside it, read only where one of them answers."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import Message, Problem
from mo_check.files.loading import build_model, check_format, load_tree, located_problems
from mo_check.files.reading import is_file
from mo_check.files.yaml_events import Tree
from mo_check.model.checklist import WORDINGS_FORMAT, Wordings
from mo_check.model.issue import Issue

_ABOUT = ("about", "levels_differ")
"""What a respondent is not shown of a wording."""


class WordingsFile(NamedTuple):
    """The file of wordings beside a checklist: its text and, by item, its tree."""

    path: Path
    text: str
    items: dict[str, Tree]


def wordings_beside(checklist: Path) -> WordingsFile | None:
    """Read the wordings beside a checklist, None where there are none. Raises InvalidInput."""
    path = checklist.with_name(f"{checklist.stem}.for.yaml")
    if not is_file(path):
        return None
    text, tree = load_tree(path)
    check_format(path, text, tree, WORDINGS_FORMAT)
    build_model(Wordings, path, text, tree)
    items = tree.get("items")
    return WordingsFile(path, text, items if isinstance(items, dict) else {})


def worded(tree: dict[str, Tree], wordings: WordingsFile | None) -> dict[str, Tree]:
    """Return a checklist's tree with the wordings laid into its items, as if they stood there under ``for``."""
    dimensions = tree.get("dimensions")
    if wordings is None or not isinstance(dimensions, list):
        return tree
    return tree | {"dimensions": [_dimension(d, wordings.items) for d in dimensions]}


def _dimension(dimension: Tree, wordings: dict[str, Tree]) -> Tree:
    if not isinstance(dimension, dict) or not isinstance(items := dimension.get("items"), list):
        return dimension
    return dimension | {"items": [_item(item, wordings) for item in items]}


def _item(item: Tree, wordings: dict[str, Tree]) -> Tree:
    name = item.get("id") if isinstance(item, dict) else None
    if not isinstance(item, dict) or not isinstance(name, str) or name not in wordings:
        return item
    return item | {"for": wordings[name]}


def without_about(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return a checklist's tree without what its wordings for other perspectives are about.

    They stand under ``for`` of an item or of the column of a matrix.
    """
    return {key: _bare(value) for key, value in tree.items()}


def _bare(tree: Tree) -> Tree:
    if isinstance(tree, list):
        return [_bare(one) for one in tree]
    if not isinstance(tree, dict):
        return tree
    bare = {key: _bare(value) for key, value in tree.items()}
    if isinstance(told := bare.get("for"), dict):
        bare["for"] = {side: _untold(wording) for side, wording in told.items()}
    return bare


def _untold(wording: Tree) -> Tree:
    return {key: value for key, value in wording.items() if key not in _ABOUT} if isinstance(wording, dict) else wording


def located_apart(
    complaints: Iterable[Issue], tree: dict[str, Tree], path: Path, text: str, wordings: WordingsFile | None
) -> tuple[Problem, ...]:
    """Give complaints their file and line: those about a wording of the file beside stand there."""
    own: list[Issue] = []
    beside: list[Issue] = []
    for one in complaints:
        item = _item_at(tree, one)
        if wordings is not None and item in wordings.items and one.path[4:5] == ("for",):
            beside.append(one._replace(path=("items", item, *one.path[5:])))
        else:
            own.append(one)
    if wordings is not None:
        known = set(_ids(tree))
        strange = [i for i in wordings.items if i not in known]
        message = "Das Kriterium „{id}“ gibt es nicht."
        beside += [Issue(("items", i), Message(message, id=i), known=tuple(sorted(known))) for i in strange]
    return located_problems(path, text, own) + (located_problems(wordings.path, wordings.text, beside) if wordings else ())


def _item_at(tree: dict[str, Tree], complaint: Issue) -> str:
    """Return the id of the item that a complaint is about, or nothing."""
    here: Tree = tree
    for part in complaint.path[:4]:
        if isinstance(here, dict) and isinstance(part, str):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            return ""
    name = here.get("id") if isinstance(here, dict) else None
    return name if isinstance(name, str) else ""


def _ids(tree: dict[str, Tree]) -> Iterable[str]:
    dimensions = tree.get("dimensions")
    for dimension in dimensions if isinstance(dimensions, list) else ():
        items = dimension.get("items") if isinstance(dimension, dict) else None
        for item in items if isinstance(items, list) else ():
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str):
                yield name

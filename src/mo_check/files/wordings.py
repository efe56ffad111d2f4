"""A checklist in the words of other perspectives: a file beside it, read only where one of them answers."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import Message, Problem
from mo_check.files.loading import Model, Place, build_model, check_format, load_tree, located_problems, placed_problems
from mo_check.files.reading import is_file
from mo_check.files.written.expansion import mapping
from mo_check.files.written.written_places import under, written_place
from mo_check.files.yaml_events import Tree
from mo_check.model.checklist import WORDINGS_FORMAT, Wordings
from mo_check.model.issue import Issue
from mo_check.model.issue import Path as DataPath

_ABOUT = ("about", "levels_differ")
"""What a respondent is not shown of a wording."""


class WordingsFile(NamedTuple):
    """The file of wordings beside a checklist: its text, by item its tree, and by side the usual fields of steps."""

    path: Path
    text: str
    items: dict[str, Tree]
    defaults: dict[str, Tree]


def wordings_beside(checklist: Path) -> WordingsFile | None:
    """Read the wordings beside a checklist, None where there are none. Raises InvalidInput.

    What they say of an item is validated with the item, since they take over from it what they leave out.
    """
    path = _beside(checklist)
    if not is_file(path):
        return None
    text, tree = load_tree(path)
    check_format(path, text, tree, WORDINGS_FORMAT)
    build_model(Wordings, path, text, tree)
    return WordingsFile(path, text, mapping(tree.get("items")), mapping(tree.get("defaults")))


def has_wordings(checklist: Path) -> bool:
    """Tell whether wordings lie beside a checklist."""
    return is_file(_beside(checklist))


def _beside(checklist: Path) -> Path:
    return checklist.with_name(f"{checklist.stem}.for.yaml")


def worded(tree: dict[str, Tree], wordings: WordingsFile | None) -> dict[str, Tree]:
    """Return a checklist's tree with the wordings laid into its items, as if they stood there under ``for``."""
    dimensions = tree.get("dimensions")
    if wordings is None or not isinstance(dimensions, list):
        return tree
    found: dict[str, Tree] = tree | {"dimensions": [_dimension(d, wordings.items) for d in dimensions]}
    if wordings.defaults:
        own = mapping(tree.get("defaults"))
        found["defaults"] = own | {"for": mapping(own.get("for")) | wordings.defaults}
    return found


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


class ChecklistFiles(NamedTuple):
    """The files that make a checklist, and the one tree that they make together."""

    path: Path
    text: str
    tree: dict[str, Tree]
    beside: WordingsFile | None

    def place(self, at: DataPath) -> Place:
        """Return where a place of this tree was written: in the checklist, or in the wordings beside it."""
        item = under(self.tree, (*at[:4], "id")) if at[:1] == ("dimensions",) else None
        if self.beside is not None and at[4:5] == ("for",) and isinstance(item, str) and item in self.beside.items:
            return Place(self.beside.path, self.beside.text, ("items", item, *at[5:]))
        if self.beside is not None and at[:2] == ("defaults", "for") and at[2:3] and at[2] in self.beside.defaults:
            return Place(self.beside.path, self.beside.text, ("defaults", *at[2:]))
        return Place(self.path, self.text, at)

    def problems(self, complaints: Iterable[Issue]) -> tuple[Problem, ...]:
        """Give complaints about places of this tree their file and line."""
        return placed_problems(complaints, self.place, first=self.path)

    def problems_of_parts(self, complaints: Iterable[Issue]) -> tuple[Problem, ...]:
        """Give complaints about places of the expanded tree their file and line, and add items that only wordings know."""
        found = self.problems(one._replace(path=written_place(one.path, self.tree)) for one in complaints)
        if self.beside is None:
            return found
        known = set(_ids(self.tree))
        message = "Das Kriterium „{id}“ gibt es nicht."
        strange = [
            Issue(("items", name), Message(message, id=name), known=tuple(sorted(known)))
            for name in self.beside.items
            if name not in known
        ]
        return found + located_problems(self.beside.path, self.beside.text, strange)

    def build(self, model: type[Model], tree: dict[str, Tree]) -> Model:
        """Validate the expanded tree as a model. Raises InvalidInput with every problem where it was written."""
        return build_model(model, self.path, self.text, tree, lambda at, _: self.place(written_place(at, self.tree)))


def _ids(tree: dict[str, Tree]) -> Iterable[str]:
    dimensions = tree.get("dimensions")
    for dimension in dimensions if isinstance(dimensions, list) else ():
        items = dimension.get("items") if isinstance(dimension, dict) else None
        for item in items if isinstance(items, list) else ():
            name = item.get("id") if isinstance(item, dict) else None
            if isinstance(name, str):
                yield name

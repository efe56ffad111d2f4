"""What an author writes once, laid out in full before anything is validated.

Shared answer sets, the usual fields of steps, steps that are only a sentence, and wordings that take over from their item.
The digest, the model and the scoring see the tree as if all of it had been written out.
"""

import re
from typing import NamedTuple

from mo_check.files.yaml_events import Tree
from mo_check.model.item import INHERITED
from mo_check.model.types import WORD

SHARED = ("answers", "defaults")
"""The keys of a checklist whose parts are laid out; nothing of them counts for itself."""
NUMBERS = {"levels": ("value", "from_credit"), "options": ("credit",)}
"""What a level or option has of its item, whoever words it."""
NOT_TAKEN = "without"
"""The key by which a wording says what it does not take over from its item."""
_WORD = re.compile(WORD)


class UsualFields(NamedTuple):
    """The answer sets of a checklist, and the usual fields of its steps: of its own and, by side, of those for others."""

    answers: dict[str, Tree]
    own: dict[str, Tree]
    sides: dict[str, Tree]

    @classmethod
    def of(cls, tree: dict[str, Tree]) -> "UsualFields":
        """Return those that stand in a checklist's tree."""
        own = mapping(tree.get("defaults"))
        return cls(mapping(tree.get("answers")), own, mapping(own.get("for")))


def mapping(tree: Tree) -> dict[str, Tree]:
    """Return a tree that is a mapping, an empty one in place of any other."""
    return tree if isinstance(tree, dict) else {}


def expanded(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return a checklist's tree with everything in its place: items, columns of matrices and shared steps.

    A tree that is no checklist's comes back as it is.
    """
    dimensions = tree.get("dimensions")
    if not isinstance(dimensions, list):
        return tree
    usual = UsualFields.of(tree)
    found: dict[str, Tree] = tree | {"dimensions": [_dimension(d, usual) if isinstance(d, dict) else d for d in dimensions]}
    if isinstance(steps := tree.get("steps"), dict):
        found["steps"] = {name: step_in_full(step, usual.own, "") for name, step in steps.items()}
    return found


def meaning(tree: dict[str, Tree]) -> dict[str, Tree]:
    """Return an expanded tree without the parts that were laid out: what an item says, wherever it was written."""
    return {key: value for key, value in tree.items() if key not in SHARED}


def _dimension(dimension: dict[str, Tree], usual: UsualFields) -> dict[str, Tree]:
    found = dimension
    if isinstance(items := dimension.get("items"), list):
        found = found | {"items": [_item(one, usual) for one in items]}
    matrix = dimension.get("matrix")
    if isinstance(matrix, dict) and isinstance(columns := matrix.get("columns"), list):
        found = found | {"matrix": matrix | {"columns": [_item(one, usual) for one in columns]}}
    return found


def _item(item: Tree, usual: UsualFields) -> Tree:
    if not isinstance(item, dict):
        return item
    found = _in_full(item, usual.own, usual)
    if isinstance(sides := item.get("for"), dict):
        found["for"] = {side: _wording(one, found, mapping(usual.sides.get(side)), usual) for side, one in sides.items()}
    return found


def _in_full(wording: dict[str, Tree], fields: dict[str, Tree], usual: UsualFields) -> dict[str, Tree]:
    """Return an item or wording with its answer set and with the usual fields of its steps."""
    found = dict(wording)
    if isinstance(levels := wording.get("levels"), str):
        found["levels"] = usual.answers.get(levels, levels)
    if isinstance(steps := wording.get("steps"), dict):
        found["steps"] = {band: step_in_full(step, fields, band) for band, step in steps.items()}
    return found


def _wording(wording: Tree, item: dict[str, Tree], fields: dict[str, Tree], usual: UsualFields) -> Tree:
    """Return the wording for a side with what it takes over from its item."""
    if not isinstance(wording, dict):
        return wording
    found = _in_full(wording, fields, usual)
    left_out = not_taken(found, fields)
    found.pop(NOT_TAKEN, None)
    for key, names in NUMBERS.items():
        if key in found:
            found[key] = _numbered(found[key], item.get(key), names)
    if "about" in fields:
        found = {"about": fields["about"]} | found
    taken = {key: item[key] for key in INHERITED if key in item and key not in found and key not in left_out}
    return found | taken


def not_taken(wording: dict[str, Tree], fields: dict[str, Tree]) -> tuple[str, ...]:
    """Return what a wording does not take over: what it says itself and what its side usually does without."""
    named = (wording.get(NOT_TAKEN), fields.get(NOT_TAKEN))
    return tuple(str(key) for held in named if isinstance(held, list) for key in held)


def _numbered(own: Tree, others: Tree, names: tuple[str, ...]) -> Tree:
    """Return levels or options with the numbers that those of the item have."""
    if not isinstance(own, list) or not isinstance(others, list) or own is others:
        return own
    numbers = {one.get("id"): {name: one[name] for name in names if name in one} for one in others if isinstance(one, dict)}
    if not any(numbers.values()):
        return own
    return [numbers.get(one.get("id"), {}) | one if isinstance(one, dict) else one for one in own]


def step_in_full(step: Tree, fields: dict[str, Tree], band: str) -> Tree:
    """Return a step with its usual fields, those of its band before those of all; the id of a shared step stays."""
    step = said_step(step)
    if not isinstance(step, dict):
        return step
    return mapping(fields.get("step")) | mapping(fields.get(band)) | step


def said_step(step: Tree) -> Tree:
    """Return a step that is only a sentence as a step with this text; a single word is the id of a shared one."""
    return {"text": step} if isinstance(step, str) and not _WORD.fullmatch(step) else step

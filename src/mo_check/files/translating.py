"""A checklist or source in another language: a parallel file keyed by id, laid over the German tree before it is validated."""

from collections.abc import Iterator
from pathlib import Path

from mo_check.errors import Message
from mo_check.files.loading import check_format, load_tree
from mo_check.files.written.expansion import said_step
from mo_check.files.yaml_events import Tree
from mo_check.model.issue import Issue
from mo_check.model.issue import Path as DataPath
from mo_check.model.item import Perspective

TRANSLATION_FORMAT = "mo-check/translation/1"
SIMPLE = "-x-simple"
"""How the tag of a plain language ends."""

WORDED = frozenset(
    {"title", "short", "introduction", "label", "question", "help", "valid_if", "key", "sees"}  # a checklist's
    | {"legend", "empty"}  # its matrices'
    | {"text", "who", "horizon", "practice"}  # its steps' and a source's statements
    | {"caveat", "scope", "publisher"}  # a source's
)
"""The keys whose texts a person reads; ``ask`` is a list of such texts. Everything else stands in the German file alone."""

_STEPS = "steps"
"""Where a text alone is a step that is only a sentence."""


def translation_of(path: Path, tag: str) -> Path:
    """Return where the translation of a file lies: ``cooperation.yaml`` in English is ``cooperation.en.yaml``."""
    return path.with_name(f"{path.stem}.{tag}.yaml")


def load_translation(path: Path) -> tuple[str, dict[str, Tree]]:
    """Read a translation into its text and its tree. Raises InvalidInput."""
    text, tree = load_tree(path)
    check_format(path, text, tree, TRANSLATION_FORMAT)
    return text, {key: value for key, value in tree.items() if key not in {"format", "of", "language"}}


def translated(tree: Tree, other: Tree) -> Tree:
    """Return the German tree with every text that the other tree has in its place; what is missing stays German.

    A list of mappings with an ``id`` is keyed by that id in the translation.
    """
    if isinstance(tree, dict):
        if not isinstance(other, dict):
            return tree
        return {key: _one(key, value, other) for key, value in tree.items()}
    if isinstance(tree, list) and isinstance(other, dict):
        return [translated(one, other.get(_id(one))) if _id(one) in other else one for one in tree]
    return tree


def _one(key: str, value: Tree, other: dict[str, Tree]) -> Tree:
    said = other.get(key)
    if said is None:
        return value
    if key == "ask":
        return said
    if key == "scores" and isinstance(value, dict) and isinstance(said, dict):
        return value | said
    if isinstance(value, str):
        return said if key in WORDED and isinstance(said, str) else value
    if key == _STEPS and isinstance(value, dict) and isinstance(said, dict):
        return {name: translated(said_step(step), _step(said.get(name))) for name, step in value.items()}
    return translated(value, said)


def _step(said: Tree) -> Tree:
    """Return a step in another language, also one that is only a sentence, as a step with its text."""
    return {"text": said} if isinstance(said, str) else said


def by_id(at: DataPath, tree: Tree) -> DataPath:
    """Return where a place of the German tree stands in a translation: by ids instead of numbers."""
    found: list[str | int] = []
    for part in at:
        if isinstance(tree, dict) and isinstance(part, str):
            tree = tree.get(part)
        elif isinstance(tree, list) and isinstance(part, int) and part < len(tree):
            tree = tree[part]
        found.append(_id(tree) or part if isinstance(part, int) else part)
    return tuple(found)


def _id(one: Tree) -> str:
    held = one.get("id") if isinstance(one, dict) else None
    return held if isinstance(held, str) else ""


def check_translation(tree: Tree, other: Tree, tag: str, *, complete: bool) -> Iterator[Issue]:
    """Yield every text of a translation that has no German one and, for a complete language, every one that is missing.

    Plain German is complete when everything that a migrant organisation is asked is there.
    """
    expected = list(_worded(tree))
    given = set(_given(other))
    for path in sorted(given.difference(expected)):
        yield Issue(
            path, Message("Dazu gibt es im Deutschen keinen Text."), Message("Die Zeile löschen oder die Kennung berichtigen.")
        )
    for path in expected if complete else ():
        if path not in given and (not tag.endswith(SIMPLE) or _for_associations(path)):
            yield Issue(_held(path, other), Message("Es fehlt die Übersetzung von „{path}“.", path=".".join(path)))


def _for_associations(path: tuple[str, ...]) -> bool:
    """Tell whether a migrant organisation is shown this text: its own wordings and what opens a dimension or checklist."""
    return Perspective.MIGRANT_ORGANISATION.value in path or path[-1] == "introduction"


def _worded(tree: Tree, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the place of every German text that a translation words, with lists keyed by id."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "key" and value == "true":
                continue  # a key item without a reason has no text
            if key == "ask" or (isinstance(value, str) and (key in WORDED or at[-1:] == ("scores",))):
                yield (*at, key)
            elif at[-1:] == (_STEPS,):
                yield from _worded(said_step(value), (*at, key))
            elif not isinstance(value, str):
                yield from _worded(value, (*at, key))
    elif isinstance(tree, list):
        for one in tree:
            if _id(one):
                yield from _worded(one, (*at, _id(one)))


def _given(other: Tree, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(other, dict):
        for key, value in other.items():
            if at[-1:] == (_STEPS,) and isinstance(value, str):
                yield (*at, key, "text")
            elif isinstance(value, str) or key == "ask":
                yield (*at, key)
            else:
                yield from _given(value, (*at, key))


def _held(path: tuple[str, ...], other: Tree) -> DataPath:
    """Return as much of a place as stands in the translation, so that a complaint points near the gap."""
    found: list[str] = []
    for part in path:
        if not isinstance(other, dict) or part not in other:
            break
        other = other[part]
        found.append(part)
    return tuple(found)

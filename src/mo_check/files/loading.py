"""From a YAML file to a model; all problems of the file at once, each with file:line, path, what, and what to do."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.complaints import error_words, follows_from_others, near_miss
from mo_check.files.plain_lines import plain_tree
from mo_check.files.reading import decode, read_bytes
from mo_check.files.yaml_events import Mark, Tree, parse_yaml
from mo_check.model.issue import Issue
from mo_check.model.issue import Path as DataPath
from mo_check.model.types import cleaned_text, excerpt

Model = TypeVar("Model", bound=BaseModel)


def load_tree(path: Path, data: bytes | None = None, *, plain: bool = False) -> tuple[str, dict[str, Tree]]:
    """Read a file into its text and its tree of mappings, lists and text; ``plain`` ones most likely have plain lines only.

    Raises InvalidInput.
    """
    text = decode(read_bytes(path) if data is None else data, path)
    if plain and (tree := plain_tree(text)) is not None:
        return text, tree
    parsed = parse_yaml(text)
    problems = [Problem(str(path), f.message, f.remedy, *f.mark) for f in parsed.faults]
    if problems:
        raise InvalidInput(tuple(problems))
    if parsed.tree is None:
        raise InvalidInput((Problem(str(path), Message("Die Datei ist leer."), Message("Ist es die richtige Datei?"), 1, 1),))
    if not isinstance(parsed.tree, dict):
        remedy = Message("Oben in der Datei müssen Zeilen wie „format: …“ stehen.")
        raise InvalidInput((Problem(str(path), Message("Hier müssen Schlüssel mit Werten stehen."), remedy, 1, 1),))
    return text, parsed.tree


def check_format(path: Path, text: str, tree: dict[str, Tree], wanted: str) -> None:
    """Refuse a file that is none of ours, or of a newer kind. Raises InvalidInput."""
    found = tree.get("format")
    if found == wanted:
        return
    name, _, version = wanted.rpartition("/")
    major = re.fullmatch(re.escape(name) + "/([1-9][0-9]*)", found) if isinstance(found, str) else None
    if major:
        message = Message("Diese Datei hat ein neueres mo-check geschrieben ({format}).", format=excerpt(found))
        remedy = Message("mo-check erneuern; dieses hier kennt Fassung {version}.", version=version)
    elif found is None:
        message, remedy = (
            Message("Hier fehlt „format: {format}“.", format=wanted),
            Message("Ist es die richtige Datei?"),
        )
    else:
        message = Message("Das ist keine Datei der Art „{format}“.", format=wanted)
        remedy = Message("Ist es die richtige Datei?")
    raise InvalidInput((_located(path, parse_yaml(text, with_marks=True).marks, ("format",), message, remedy),))


class Place(NamedTuple):
    """A place in a text: its file, the text, and where in its tree."""

    path: Path
    text: str
    at: DataPath


def build_model(
    model: type[Model],
    path: Path,
    text: str,
    tree: dict[str, Tree],
    place: Callable[[DataPath, Tree], Place] | None = None,
) -> Model:
    """Validate a tree as a model. Raises InvalidInput with every problem located in the text, each once.

    ``place`` says where a place of the tree was written, where that is not the same place of this text.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        placed = []
        for detail in error.errors(include_url=False):
            if follows_from_others(detail):
                continue
            at = _in_tree(detail["loc"], tree)
            placed.append((place(at, tree) if place else Place(path, text, at), *error_words(detail, model)))
        raise InvalidInput(_each_once(placed, first=path)) from None


def placed_problems(complaints: Iterable[Issue], place: Callable[[DataPath], Place], *, first: Path) -> tuple[Problem, ...]:
    """Give complaints about the content of several texts their file and line, those of the ``first`` file first."""
    found = ((place(c.path), c.message, c.remedy or near_miss(_last_word(c), c.known)) for c in complaints)
    return _each_once(found, first=first)


def _each_once(found: Iterable[tuple[Place, Message, Message | None]], *, first: Path) -> tuple[Problem, ...]:
    """Return complaints in the order of their places; what several parts of a tree share is said once."""
    marks: dict[Path, dict[DataPath, Mark]] = {}
    problems: dict[str, Problem] = {}
    for (path, text, at), message, remedy in found:
        if path not in marks:
            marks[path] = parse_yaml(text, with_marks=True).marks
        problem = _located(path, marks[path], at, message, remedy)
        problems.setdefault(str(problem), problem)
    return sorted_problems(problems.values(), first=first)


def sorted_problems(problems: Iterable[Problem], *, first: Path) -> tuple[Problem, ...]:
    """Return problems file by file and line by line, those of the ``first`` file before all others."""
    return tuple(sorted(problems, key=lambda p: (p.file != str(first), p.file, p.line, p.column)))


def located_problems(path: Path, text: str, complaints: Iterable[Issue]) -> tuple[Problem, ...]:
    """Give complaints about the content of a text their file and line."""
    return placed_problems(complaints, lambda at: Place(path, text, at), first=path)


def _last_word(complaint: Issue) -> str:
    fields = complaint.message.fields
    return str(fields.get("given") or fields.get("id") or fields.get("place") or "")


def _in_tree(loc: tuple[int | str, ...], tree: Tree) -> DataPath:
    """Return pydantic's place without the parts that do not stand in the file: tags of unions, „[key]“."""
    found: list[str | int] = []
    for n, part in enumerate(loc):
        if (below := _below(tree, part)) is not None:
            tree = below
        elif n < len(loc) - 1:
            continue
        elif part == "[key]" or not isinstance(tree, dict):
            break
        found.append(part)
    return tuple(found)


def _below(tree: Tree, part: int | str) -> Tree:
    """Return what stands under a key or place of a tree, None if nothing does."""
    if isinstance(tree, dict) and isinstance(part, str):
        return tree.get(part)
    if isinstance(tree, list) and isinstance(part, int) and part < len(tree):
        return tree[part]
    return None


def _located(path: Path, marks: dict[DataPath, Mark], at: DataPath, message: Message, remedy: Message | None) -> Problem:
    place = at
    while place not in marks and place:
        place = place[:-1]
    line, column = marks.get(place, (1, 1))
    return Problem(str(path), message, remedy, line, column, cleaned_text(".".join(str(part) for part in at)))

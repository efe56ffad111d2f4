"""One word per thing: public names and the names of files have one meaning in the whole package."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from calling import ROOT

PACKAGE = ROOT / "src" / "mo_check"
GLOSSARY = ROOT / "docs" / "glossary.md"
MODULES = sorted(PACKAGE.rglob("*.py"))


def defined(source: str) -> list[str]:
    """Return the public classes and functions that a module defines at its top."""
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [node.name for node in ast.parse(source).body if isinstance(node, kinds) and not node.name.startswith("_")]


def said_twice(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return every name that is given in more than one place, with its places."""
    places = defaultdict(list)
    for name, place in named:
        places[name].append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def _placed(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_a_public_class_or_function_has_a_name_of_its_own() -> None:
    """Whoever reads a name anywhere in the package knows which one is meant."""
    found = [(name, _placed(path)) for path in MODULES for name in defined(path.read_text(encoding="utf-8"))]
    assert len(found) > 500
    assert said_twice(found) == {}


def test_a_file_has_a_name_of_its_own() -> None:
    """Only the modules of commands bear the name of their command, whatever else is called so."""
    found = [(path.stem, _placed(path)) for path in MODULES if not path.stem.startswith("__") and path.parent.name != "commands"]
    assert len(found) > 150
    assert said_twice(found) == {}


def test_what_is_said_twice_is_found() -> None:
    """Private names and names inside of others are nobody else's business."""
    one = "class Row:\n    def shown(self): ...\n\ndef _row(): ...\n\nasync def told(): ...\n"
    two = "def shown(): ...\n\nclass Row: ...\n\ndef _row(): ...\n"
    found = [(name, place) for place, source in (("one", one), ("two", two)) for name in defined(source)]
    assert said_twice(found) == {"Row": ["one", "two"]}

"""The program's own text, for tests that hold it to what must stand in one place only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import mo_check

SOURCE = Path(mo_check.__file__).parent


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield every module of the program with its name and syntax tree."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def texts(tree: ast.Module) -> Iterator[str]:
    """Yield every text of a module that is no docstring."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value

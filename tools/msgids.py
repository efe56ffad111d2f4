"""Which texts of a Python file are msgids: Babel asks this, as ``[tool.babel]`` in pyproject.toml says.

They are the arguments of the calls that are keywords there, literal or either branch of a choice; and the help and metavar of
Typer's options and arguments, which are said when a page of help is written.
"""

import ast
from collections.abc import Collection, Iterator
from itertools import product
from typing import IO

_WORDED = {"Option", "Argument"}
Found = tuple[int, str | None, tuple[str | None, ...], list[str]]


def extract(source: IO[bytes], keywords: Collection[str], _comment_tags: object, options: object) -> Iterator[Found]:  # noqa: ARG001
    """Yield line, keyword and texts of every call that may hold msgids, in the order of the file; Babel picks by its keywords."""
    calls = [node for node in ast.walk(ast.parse(source.read())) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        if (name := named(call.func)) in keywords:
            for texts in product(*(list(literals(argument)) or [None] for argument in call.args)):
                if texts and texts[0] != "":
                    yield call.lineno, name, texts, []
        elif name in _WORDED:
            worded = [keyword.value for keyword in call.keywords if keyword.arg in {"help", "metavar"}]
            yield from ((call.lineno, None, (text,), []) for node in worded for text in literals(node))


def named(node: ast.expr) -> str:
    """Return the last part of a name, dotted or not."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can be: a literal, or either branch of a choice."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from literals(body)
            yield from literals(orelse)

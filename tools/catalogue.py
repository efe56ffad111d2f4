"""The catalogues of the interface: collected from the source, kept as .po for people, compiled to .mo for the program.

``python tools/catalogue.py update`` collects every msgid into the .po of each language: translations stay, new msgids
are empty, msgids that left the source are dropped. ``python tools/catalogue.py compile`` writes a .mo beside each .po.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parents[1] / "src" / "mo_check"
NAME = "mo_check.po"

_FIRST = {"say", "Message", "msgid", "CommandEntry"}
"""Calls whose first argument is a msgid."""
_WORDED = {"Option", "Argument"}
"""Calls whose help and metavar are msgids, said when a page of help is written."""
_HEADER = "# What mo-check says, beside its German msgids; brought up to date by tools/catalogue.py."


class UnmarkedTable(Exception):
    """A table is looked up inside ``say``, but its texts are not marked with ``msgid``, so they would be missed."""


class _Fixed(Catalog):
    """A catalogue whose header never changes: no dates, no version of the tool that wrote it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "mo-check"),
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def collected(source: Path = SOURCE) -> dict[str, list[str]]:
    """Return every msgid of the source with the files that say it, in the order of files and lines.

    Raises UnmarkedTable for tables of texts that are said but not marked.
    """
    found: dict[str, list[str]] = {}
    trees = {path.relative_to(source).as_posix(): ast.parse(path.read_bytes()) for path in sorted(source.rglob("*.py"))}
    for name, tree in trees.items():
        for text in msgids(tree):
            files = found.setdefault(text, [])
            if name not in files:
                files.append(name)
    said = {table for tree in trees.values() for table in _looked_up(tree)}
    if unmarked := sorted(f"{name}: {table}" for name, tree in trees.items() for table in said & _plain_tables(tree)):
        raise UnmarkedTable(", ".join(unmarked))
    return found


def msgids(tree: ast.AST) -> Iterator[str]:
    """Yield the msgids of one module in the order they stand there."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda c: (c.lineno, c.col_offset)):
        yield from (text for argument in _arguments(call) for text in _texts(argument) if text)


def _arguments(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that hold msgids."""
    name = _name(call.func)
    if name in _FIRST:
        return call.args[:1]
    if name == "count" and len(call.args) >= 3:  # noqa: PLR2004 - one, many, number; str.count has fewer
        return call.args[:2]
    if name in _WORDED:
        return [keyword.value for keyword in call.keywords if keyword.arg in {"help", "metavar"}]
    return []


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can be: a literal, or either branch of a choice."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _texts(body)
            yield from _texts(orelse)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _looked_up(tree: ast.AST) -> Iterator[str]:
    """Yield the names of tables that are looked up where a msgid is expected."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            yield from (_name(a.value) for a in _arguments(call) if isinstance(a, ast.Subscript))


def _plain_tables(tree: ast.Module) -> set[str]:
    """Return the names of a module's dicts that hold unmarked texts."""
    held = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return {
        _name(target)
        for node in held
        if isinstance(node.value, ast.Dict) and any(True for value in node.value.values for _ in _texts(value))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    }


def catalogues(source: Path = SOURCE) -> tuple[Path, ...]:
    """Return the .po file of every language."""
    return tuple(sorted((source / "languages").glob(f"*/LC_MESSAGES/{NAME}")))


def translations(path: Path) -> dict[str, str]:
    """Return what a .po file says for each msgid; nothing yet is an empty text."""
    with path.open("rb") as stream:
        return {str(message.id): str(message.string) for message in read_po(stream) if message.id}


def compiled(path: Path) -> bytes:
    """Return the .mo bytes of a .po file; the same file always gives the same bytes."""
    stream = BytesIO()
    write_mo(stream, _filled({msgid: [] for msgid in translations(path)}, path))
    return stream.getvalue()


def update(path: Path) -> list[str]:
    """Bring a .po file up to the source and return the msgids that still wait for a translation."""
    catalogue = _filled(collected(), path)
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=100, include_lineno=False)
    return [str(message.id) for message in catalogue if message.id and not message.string]


def _filled(wanted: dict[str, list[str]], path: Path) -> Catalog:
    held = translations(path)
    catalogue = _Fixed(locale=path.parents[1].name, header_comment=_HEADER, fuzzy=False)
    for text, files in wanted.items():
        catalogue.add(text, held.get(text, ""), locations=[(name, 0) for name in files])
    return catalogue


def main() -> int:
    """Update or compile every catalogue; ends with 1 where a translation is missing."""
    parser = argparse.ArgumentParser(description="Catalogues of the interface.")
    parser.add_argument("command", choices=["update", "compile"])
    wanted = parser.parse_args().command
    missing = 0
    for path in catalogues():
        if wanted == "update":
            waiting = update(path)
            missing += len(waiting)
            sys.stdout.writelines(f"{path.parents[1].name}: not translated: {text!r}\n" for text in waiting)
        else:
            path.with_suffix(".mo").write_bytes(compiled(path))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

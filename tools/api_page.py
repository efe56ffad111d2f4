"""The page of the public names, docs/api.md, made from their signatures, docstrings and fields.

``python tools/api_page.py`` writes it; a test holds that it is up to date.
"""

import inspect
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

import mo_check

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"
INTRODUCTION = """# What Python can use

Every name in `mo_check.__all__`, with what it takes and gives back, and the values that results are made of. All of it changes
only with a new major version. Each name is loaded when it is first used. This page is made from the docstrings by
`python tools/api_page.py`.
"""
SECTIONS = {
    "Functions": "",
    "Results": "Plain frozen values. Numbers are exact fractions from 0 to 1 unless a text says otherwise.",
    "Files": "What is read from disk. The parts of a checklist, a profile or a source are those of its file: `mo-check schema`.",
    "Errors": "`str` of each is a German sentence; `exit_code` is what the program would end with.",
}


_WRITTEN = {
    r"\b(?:\w+\.)+(?=\w)": "",
    r"<\w+: ('\w+')>": r"\1",
    r"Optional\[(.+?)\]": r"\1 | None",
    r"str \| list\[ForwardRef\(.*?\)\] \| dict\[str, ForwardRef\(.*?\)\] \| None": "Tree",
}
"""How types are written: without modules, in the newer spelling, and what holds itself by its name."""


def page() -> str:
    """Return the page."""
    public = {name: getattr(mo_check, name) for name in mo_check.__all__ if name != "__version__"}
    found: dict[str, list[str]] = {section: [] for section in SECTIONS}
    for name, value in (public | dict(sorted(_parts(public.values()).items()))).items():
        found[_section(value)].append(_entry(name, value))
    told = (part for section, entries in found.items() for part in (f"## {section}", SECTIONS[section], *entries))
    return "\n\n".join((INTRODUCTION.rstrip(), *(part for part in told if part))) + "\n"


def _section(value: object) -> str:
    """Return the section that a name belongs to."""
    if not isinstance(value, type):
        return "Functions"
    if issubclass(value, Exception) or value.__module__ == "mo_check.errors":
        return "Errors"
    return "Files" if issubclass(value, BaseModel) or value.__module__.startswith("mo_check.files.") else "Results"


def _parts(values: Iterable[object]) -> dict[str, type]:
    """Return the classes of plain values that others take, hold or give back, by their names."""
    found: dict[str, type] = {}
    waiting = list(values)
    for value in waiting:  # grows while it is gone through
        for hint in (hint for hints in _hints(value) for hint in hints.values()):
            for one in _classes(hint):
                plain = issubclass(one, Enum) or (bool(_fields(one)) and not issubclass(one, BaseModel))
                if plain and one.__module__.startswith("mo_check.") and one not in waiting:
                    found[one.__name__] = one
                    waiting.append(one)
    return found


def _hints(value: object) -> Iterator[dict[str, object]]:
    """Yield the types of what a function takes and gives back, or of the fields and the methods of a class."""
    if not isinstance(value, type):
        yield typing.get_type_hints(value)
    elif issubclass(value, Exception):
        yield typing.get_type_hints(value.__init__)
    else:
        yield _fields(value)
        yield from (typing.get_type_hints(function) for function, _ in _methods(value).values())


def _classes(hint: object) -> Iterator[type]:
    if isinstance(hint, type) and not typing.get_args(hint):
        yield hint
    for part in typing.get_args(hint):
        yield from _classes(part)


def _fields(value: type) -> dict[str, object]:
    """Return the fields of a class with their types, those it tells itself; an enumeration has none."""
    names = getattr(value, "_fields", None) or getattr(value, "model_fields", None) or inspect.get_annotations(value)
    hints = {} if issubclass(value, Enum) else typing.get_type_hints(value)
    return {name: hints[name] for name in names if name in hints and not name.startswith("_")}


def _methods(value: type) -> dict[str, tuple[Callable[..., object], bool]]:
    """Return the public methods and properties that a class itself defines, and whether each is called."""
    found = {}
    for name, member in vars(value).items():
        function = member.fget if isinstance(member, property) else member.func if isinstance(member, cached_property) else member
        if not name.startswith("_") and inspect.isfunction(function):
            found[name] = (function, function is member)
    return found


def _entry(name: str, value: object) -> str:
    """Return what is told of a name: how it is called, its docstring, its values or fields, and its methods."""
    documented = f"### {name}\n\n"
    if not isinstance(value, type):
        return f"{documented}`{name}{_signature(value)}`\n\n{_text(value)}"
    if issubclass(value, Exception):
        return f"{documented}{_text(value)} Derived from `{value.__bases__[0].__name__}`; exit code {value.exit_code}."
    if issubclass(value, Enum):
        return f"{documented}{_text(value)} {', '.join(f'`{one.value}`' for one in value)}."
    called = "" if _fields(value) else f"`{name}{_signature(value)}`\n\n"
    fields = [f"- `{field}: {_plain(hint)}`" for field, hint in _fields(value).items()]
    methods = [f"- `{n}{_method(*held)}`: {_text(held[0]).split(chr(10))[0]}" for n, held in _methods(value).items()]
    return "\n\n".join(filter(None, (f"{documented}{called}{_text(value)}", "\n".join(fields + methods))))


def _method(function: Callable[..., object], called: bool) -> str:  # noqa: FBT001 - one of a pair
    signature = _signature(function, bound=True)
    return signature if called else ":" + signature.partition("->")[2]


def _signature(value: Callable[..., object], *, bound: bool = False) -> str:
    """Return the signature of a function or class, its types without their modules; that of a method without ``self``."""
    held = inspect.signature(value)
    hints: Mapping[str, object] = typing.get_type_hints(value.__init__ if isinstance(value, type) else value)
    parameters = [
        one.replace(annotation=_Said(_plain(hints[n]))) for n, one in held.parameters.items() if not (bound and n == "self")
    ]
    returned = held.return_annotation if isinstance(value, type) else _Said(_plain(hints["return"]))
    return str(held.replace(parameters=parameters, return_annotation=returned))


class _Said:
    """An annotation that is written as it is said."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


def _plain(hint: object) -> str:
    """Return a type without the modules of its parts, the same in every version of Python."""
    text = hint.__name__ if isinstance(hint, type) and not typing.get_args(hint) else str(hint)
    for pattern, said in _WRITTEN.items():
        text = re.sub(pattern, said, text)
    return text


def _text(value: object) -> str:
    """Return a docstring as Markdown; an example becomes code."""
    text = re.sub(r"``(.+?)``", r"`\1`", inspect.getdoc(value) or "")
    return re.sub(r"^>>> (?:.+\n?)+", lambda found: f"```python\n{found[0].rstrip()}\n```", text, flags=re.MULTILINE)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

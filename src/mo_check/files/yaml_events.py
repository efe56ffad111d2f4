"""Strict YAML: from libyaml's events to mappings, lists and text, with every complaint about the form itself.

Every scalar stays text until a model says otherwise, so ``05315000`` keeps its zero and ``no`` is no. Duplicate keys,
aliases, tags, second documents and deep nesting are refused here; a key without a value is absent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from mo_check.errors import Message
from mo_check.model.issue import Path

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
Mark: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""

MAX_DEPTH = 24
_TOO_DEEP = Message("Hier ist zu tief verschachtelt.")
_DEPTH = Message("Höchstens {most} Ebenen.", most=MAX_DEPTH)
_LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"
"""A newer libyaml reads ahead within a line and stops by itself at its own, much greater depth."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SyntaxFault(NamedTuple):
    """A complaint about the form of a YAML text, with its place."""

    mark: Mark
    message: Message
    remedy: Message | None = None


@dataclass(slots=True)
class ParsedYaml:
    """A parsed text: its tree, its faults and, where asked for, the place of every value (and of every unknown key)."""

    tree: Tree = None
    faults: list[SyntaxFault] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)


class _Deep(Exception):
    pass


def parse_yaml(text: str, *, with_marks: bool = False) -> ParsedYaml:
    """Parse YAML text; faults are collected, and a fault of syntax ends the reading.

    ``with_marks`` also records where each value stands; it is asked for only once something is wrong.
    """
    parsed = ParsedYaml()
    try:
        loader = _LOADER(text)
    except yaml.YAMLError as error:
        parsed.faults.append(_syntax(error))
        return parsed
    try:
        _Builder(loader.get_event, parsed, with_marks=with_marks).document()
    except yaml.YAMLError as error:
        parsed.faults.append(_syntax(error))
    except _Deep:
        pass
    finally:
        loader.dispose()
    return parsed


def _syntax(error: yaml.YAMLError) -> SyntaxFault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if getattr(error, "problem", "") == _LIBYAML_TOO_DEEP:
        return SyntaxFault(place, _TOO_DEEP, _DEPTH)
    return SyntaxFault(
        place,
        Message("Das ist kein gültiges YAML."),
        Message("Diese Zeile und die darüber prüfen: Einrückung mit Leerzeichen, Doppelpunkt, Anführungszeichen, Klammern."),
    )


class _Builder:
    """Builds the tree of one document from a stream of events."""

    def __init__(self, get_event: Any, parsed: ParsedYaml, *, with_marks: bool) -> None:  # noqa: ANN401 - PyYAML is untyped
        self._next = get_event
        self._parsed = parsed
        self._marks = parsed.marks if with_marks else None

    def document(self) -> None:
        self._next()  # stream start
        event = self._next()
        if isinstance(event, StreamEndEvent):
            return
        self._parsed.tree = self._node(self._next(), (), 0)
        self._next()  # document end
        event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._fault(
                event,
                Message("Hier beginnt ein zweites Dokument."),
                Message("Je Datei nur ein Dokument: ab „---“ in eine eigene Datei."),
            )

    def _node(self, event: Any, path: Path, depth: int) -> Tree:  # noqa: ANN401
        if self._marks is not None:
            self._marks.setdefault(path, _mark(event))
        kind = type(event)
        if kind is AliasEvent:
            self._refuse(event)
            return None
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if kind is ScalarEvent:
            return None if event.value == "" and event.style in {None, ""} else str(event.value)
        if depth >= MAX_DEPTH:
            self._fault(event, _TOO_DEEP, _DEPTH)
            raise _Deep
        if kind is MappingStartEvent:
            return self._mapping(path, depth + 1, flow=bool(event.flow_style))
        return list(self._sequence(path, depth + 1))

    def _mapping(self, path: Path, depth: int, *, flow: bool) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        empty: set[str] = set()
        marks, following = self._marks, self._next
        while type(event := following()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self._fault(event, Message("Ein Schlüssel muss ein Wort sein."))
                self._node(event, (*path, "?"), depth)
                self._node(following(), (*path, "?"), depth)
                continue
            key = event.value
            if event.tag is not None or event.anchor is not None:
                self._refuse(event)
            if key in found or key in empty:
                self._fault(
                    event,
                    Message("Der Schlüssel „{key}“ steht zweimal.", key=key[:80]),
                    Message("Einen der beiden löschen oder beide zusammenführen."),
                )
            if marks is not None:
                marks.setdefault((*path, key), _mark(event))
            held = following()
            # nearly every value is a text, so it is taken here without another call
            if type(held) is ScalarEvent and (text := held.value) and held.tag is None and held.anchor is None:
                found[key] = text
                continue
            value = self._node(held, path if marks is None else (*path, key), depth)
            if value is not None:
                found[key] = value
                continue
            empty.add(key)
            if flow and type(held) is ScalarEvent:
                # {sees: one, two}: the rest of a text behind an unquoted comma would be lost in silence
                self._fault(
                    event,
                    Message("„{key}“ hat hier keinen Wert.", key=key[:80]),
                    Message("Enthält ein Text zwischen geschweiften Klammern ein Komma, gehört er in Anführungszeichen."),
                )
        return found

    def _sequence(self, path: Path, depth: int) -> Iterator[Tree]:
        place = 0
        marking = self._marks is not None
        while not isinstance(event := self._next(), SequenceEndEvent):
            value = self._node(event, (*path, place) if marking else path, depth)
            if value is None and isinstance(event, ScalarEvent):
                self._fault(event, Message("Dieser Listeneintrag ist leer."), Message("Etwas eintragen oder die Zeile löschen."))
            yield value
            place += 1

    def _refuse(self, event: Any) -> None:  # noqa: ANN401
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._fault(
                event,
                Message("YAML-Typangaben wie „{tag}“ gibt es hier nicht.", tag=tag[:80]),
                Message("Die Typangabe löschen oder den Text in Anführungszeichen setzen."),
            )
        else:
            self._fault(
                event,
                Message("YAML-Verweise („&“ und „*“) gibt es hier nicht."),
                Message("Den Inhalt ausschreiben; beginnt ein Text mit * oder &, gehört er in Anführungszeichen."),
            )

    def _fault(self, event: Any, message: Message, remedy: Message | None = None) -> None:  # noqa: ANN401
        self._parsed.faults.append(SyntaxFault(_mark(event), message, remedy))


def _mark(event: Any) -> Mark:  # noqa: ANN401
    return event.start_mark.line + 1, event.start_mark.column + 1

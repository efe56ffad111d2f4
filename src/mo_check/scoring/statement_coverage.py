"""Which statement of a source is carried by which text of the checklists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import GapBand, Item
from mo_check.model.source import Source, Statement, StatementKind

MUST_BE_CARRIED = frozenset(
    {StatementKind.RECOMMENDATION, StatementKind.SUCCESS_FACTOR, StatementKind.OBSTACLE, StatementKind.INDICATOR}
)
"""The kinds of statements that an item has to carry (docs/method.md, What is ours and not the paper's)."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """The place that carries a statement, and its text."""

    checklist: str
    where: str
    text: str


def statement_carriers(source: Source, checklists: Iterable[Checklist]) -> tuple[tuple[Statement, tuple[Carrier, ...]], ...]:
    """Return every statement of a source with the places that carry it, in the order of the source."""
    found: dict[str, list[Carrier]] = {statement.id: [] for statement in source.statements}
    for checklist in checklists:
        for statement, carrier in _carriers(checklist):
            found.setdefault(statement, []).append(carrier)
    return tuple((statement, tuple(found[statement.id])) for statement in source.statements)


def _carriers(checklist: Checklist) -> Iterator[tuple[str, Carrier]]:
    for statement in checklist.statements:
        yield statement, Carrier(checklist.id, "introduction", checklist.introduction)
    for dimension in checklist.dimensions:
        yield from _of_dimension(dimension, checklist)
        for item in dimension.items:
            if item.retired is None:
                for statement, place in item.statements.items():
                    yield statement, Carrier(checklist.id, f"{item.id}, {place}", carrying_text(item, place, checklist))
                for link in item.figures:
                    yield link.id, Carrier(checklist.id, f"{item.id}, figures", item.question)


def _of_dimension(dimension: Dimension, checklist: Checklist) -> Iterator[tuple[str, Carrier]]:
    """Yield what a dimension itself carries, its matrix included."""
    for statement in dimension.statements:
        yield statement, Carrier(checklist.id, f"{dimension.id}.introduction", dimension.introduction or "")
    for link in dimension.figures:
        yield link.id, Carrier(checklist.id, f"{dimension.id}, figures", dimension.title)
    for column in dimension.matrix.columns if dimension.matrix else ():
        if column.shares and column.shares.figure:
            yield column.shares.figure, Carrier(checklist.id, f"{dimension.id}.{column.id}, figures", column.shares.title)


def carrying_text(item: Item, place: str, checklist: Checklist) -> str:
    """Return the text at a place of an item: question, help, valid_if, key, levels.<id>, options.<id>, steps.<band>."""
    kind, _, name = place.partition(".")
    match kind:
        case "levels":
            return next(f"{level.label}: {level.sees or ''}" for level in item.levels if level.id == name)
        case "options":
            return next(": ".join(filter(None, (o.label, o.sees))) for o in item.options if o.id == name)
        case "steps":
            step = checklist.step(item.steps[GapBand(name)])
            return " ".join(filter(None, (step.text, step.practice)))
        case _:
            return str(getattr(item, kind))

"""Whether the parts of a checklist fit each other and its sources."""

from collections.abc import Collection, Iterator, Mapping

from mo_check.errors import Message
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.checks.item_consistency import bands_of, check_figure, check_item, check_needs
from mo_check.model.checks.matrix_consistency import check_matrix
from mo_check.model.issue import Issue, Path, issues_of_duplicates
from mo_check.model.item import Item
from mo_check.model.source import Source, StatementKind

KEY_ITEMS = 6
"""At most so many key items in one checklist (docs/method.md, Values)."""


def check_checklist(checklist: Checklist, sources: Collection[Source]) -> Iterator[Issue]:
    """Yield everything in a checklist that does not fit itself or its sources."""
    statements = {s.id: s.kind for source in sources for s in source.statements}
    shares = {s.id: tuple(s.shares) for source in sources for s in source.statements if s.shares}
    items = {item.id: item for dimension in checklist.dimensions for item in dimension.items}
    # Only a figure counted by itself can be part of another: so no figure ever waits for itself.
    linked = {f.id for i in items.values() for f in i.figures if f.counts and not (f.counts.all_of or f.counts.only)}
    yield from issues_of_duplicates([d.id for d in checklist.dimensions], ("dimensions",), "id")
    yield from _statements(checklist.statements, (), {"introduction"}, statements)
    for shared, step in checklist.steps.items():
        yield from check_needs(step, ("steps", shared), items)
    seen: set[str] = set()
    for d, dimension in enumerate(checklist.dimensions):
        yield from _dimension(dimension, ("dimensions", d), checklist, statements)
        if dimension.matrix:
            yield from check_matrix(dimension.matrix, dimension.items, ("dimensions", d, "matrix"), shares)
        for i, item in enumerate(dimension.items):
            at: Path = ("dimensions", d, "items", i)
            if item.id in seen:
                yield Issue((*at, "id"), Message("Das Kriterium „{id}“ steht zweimal.", id=item.id))
            seen.add(item.id)
            yield from check_item(item, at, checklist, items)
            yield from _statements(item.statements, at, places(item), statements)
            for f, link in enumerate(item.figures):
                yield from check_figure(link, (*at, "figures", f), item, statements, linked)
    yield from _contradictions(checklist, items)
    yield from _key_items(checklist)
    yield from _cycles(items, checklist)


def untold_wordings(checklist: Checklist) -> int:
    """Return how many wordings for other perspectives do not say what they are about; the column of a matrix counts once."""
    return len(
        {
            (dimension.id, item.column or item.id, perspective)
            for dimension in checklist.dimensions
            for item in dimension.items
            for perspective, wording in item.for_.items()
            if "about" not in wording.model_fields_set
        }
    )


def stepless_gaps(checklist: Checklist) -> int:
    """Return how many gaps of items have no step: nothing is proposed there."""
    return sum(len(bands_of(item) - set(item.steps)) for item in checklist.items())


def places(item: Item) -> set[str]:
    """Return the places of an item that can carry a statement."""
    fields = {name for name in ("question", "help", "valid_if", "key") if getattr(item, name)}
    levels = {f"levels.{level.id}" for level in item.levels}
    options = {f"options.{option.id}" for option in item.options}
    return fields | levels | options | {f"steps.{band.value}" for band in item.steps}


def _dimension(dimension: Dimension, at: Path, checklist: Checklist, statements: Mapping[str, StatementKind]) -> Iterator[Issue]:
    """Yield what does not fit in a dimension itself; its items are looked at one by one."""
    introduced = {"introduction"} if dimension.introduction else set[str]()
    yield from _statements(dimension.statements, at, introduced, statements)
    if dimension.score is not None and dimension.score not in checklist.named_scores:
        message = Message("Den Wert „{id}“ nennt „scores“ nicht.", id=dimension.score)
        yield Issue((*at, "score"), message, known=checklist.named_scores)
    for f, link in enumerate(dimension.figures):
        if statements.get(link.id) is not StatementKind.FIGURE:
            message = Message("Die Vergleichszahl „{id}“ steht in keiner Quelle.", id=link.id)
            yield Issue((*at, "figures", f, "id"), message)
    for r, question in enumerate(dimension.reflect):
        if statements.get(question) is not StatementKind.REFLECTION:
            message = Message("Die Reflexionsfrage „{id}“ steht in keiner Quelle.", id=question)
            known = tuple(i for i, kind in statements.items() if kind is StatementKind.REFLECTION)
            yield Issue((*at, "reflect", r), message, known=known)
    if dimension.weight <= 0:
        yield Issue((*at, "weight"), Message("Das Gewicht muss größer als 0 sein."))


def _statements(held: Mapping[str, str], at: Path, known: set[str], statements: Mapping[str, StatementKind]) -> Iterator[Issue]:
    for statement, place in held.items():
        where: Path = (*at, "statements", statement)
        if statement not in statements:
            yield Issue(where, Message("Die Aussage „{id}“ steht in keiner Quelle.", id=statement), known=tuple(statements))
        if place not in known:
            yield Issue(where, Message("Die Stelle „{place}“ gibt es hier nicht.", place=place), known=tuple(sorted(known)))


def _contradictions(checklist: Checklist, items: dict[str, Item]) -> Iterator[Issue]:
    yield from issues_of_duplicates([one.id for one in checklist.contradictions], ("contradictions",), "id")
    for c, one in enumerate(checklist.contradictions):
        for key, name, level in (("high", one.high, one.at_least), ("low", one.low, one.below)):
            at: Path = ("contradictions", c, key)
            item = items.get(name)
            if item is None:
                yield Issue(at, Message("Das Kriterium „{id}“ gibt es nicht.", id=name), known=tuple(items))
            elif item.rank(level) is None:
                known = tuple(held.id for held in item.levels)
                yield Issue(at, Message("Die Stufe „{id}“ gibt es hier nicht.", id=level), known=known)


def _key_items(checklist: Checklist) -> Iterator[Issue]:
    keys = [item.id for item in checklist.items() if item.is_key]
    if len(keys) > KEY_ITEMS:
        yield Issue(
            ("dimensions",),
            Message("Höchstens {most} Schlüsselkriterien; hier sind es {number}.", most=KEY_ITEMS, number=len(keys)),
        )


def _cycles(items: dict[str, Item], checklist: Checklist) -> Iterator[Issue]:
    for d, dimension in enumerate(checklist.dimensions):
        for i, item in enumerate(dimension.items):
            trail = [item.id]
            while (when := items[trail[-1]].when) and when.item in items and when.item not in trail:
                trail.append(when.item)
            if when and when.item == item.id:
                message = Message("Bedingungen im Kreis: {trail}.", trail=" → ".join([*trail, item.id]))
                yield Issue(("dimensions", d, "items", i, "when"), message)

"""Whether the parts that an author writes once fit: answer sets that are there and used, and what a wording takes over."""

from collections.abc import Iterator

from mo_check.errors import Message
from mo_check.files.written.expansion import NOT_TAKEN, UsualFields, mapping
from mo_check.files.yaml_events import Tree
from mo_check.model.issue import Issue, Path
from mo_check.model.item import INHERITED


def check_parts(tree: dict[str, Tree], *, whole: bool) -> Iterator[Issue]:
    """Yield everything that does not fit in the shared parts of a checklist's tree, by its place there.

    Without ``whole`` the wordings that lie apart are not there, and no answer set is called unused.
    """
    usual = UsualFields.of(tree)
    for side, fields in usual.sides.items():
        yield from _without(mapping(fields), ("defaults", "for", side))
    for name, held in usual.answers.items():
        if isinstance(held, str):
            message = Message("Ein Antwortsatz verweist auf keinen anderen: hier fehlen die Stufen von „{id}“.", id=name)
            yield Issue(("answers", name), message, Message("Die Stufen selbst als Liste ausschreiben."))
    used: set[str] = set()
    for at, item in asked(tree):
        yield from _item(item, at, usual, used)
    for name in usual.answers if whole else ():
        if name not in used:
            message = Message("Den Antwortsatz „{id}“ nennt kein Kriterium.", id=name)
            remedy = Message("Bei einem Kriterium „levels: {id}“ schreiben oder den Antwortsatz löschen.", id=name)
            yield Issue(("answers", name), message, remedy)


def asked(tree: dict[str, Tree]) -> Iterator[tuple[Path, dict[str, Tree]]]:
    """Yield every item of a checklist's tree and every column of a matrix, with its place."""
    dimensions = tree.get("dimensions")
    for d, dimension in enumerate(dimensions if isinstance(dimensions, list) else []):
        held = mapping(dimension)
        for at, items in ((("items",), held.get("items")), (("matrix", "columns"), mapping(held.get("matrix")).get("columns"))):
            for i, item in enumerate(items if isinstance(items, list) else []):
                if isinstance(item, dict):
                    yield ("dimensions", d, *at, i), item


def _item(item: dict[str, Tree], at: Path, usual: UsualFields, used: set[str]) -> Iterator[Issue]:
    yield from _answers(item, at, usual, used)
    for side, held in mapping(item.get("for")).items():
        wording, where = mapping(held), (*at, "for", side)
        yield from _answers(wording, where, usual, used)
        yield from _without(wording, where)
        if wording.get("levels_differ") == "true" and "levels" not in wording and "levels" in item:
            message = Message("Andere Schwellen kann nur eine Formulierung haben, die eigene Stufen nennt.")
            yield Issue((*where, "levels_differ"), message, Message("Die Zeile löschen oder die Stufen dazuschreiben."))


def _answers(wording: dict[str, Tree], at: Path, usual: UsualFields, used: set[str]) -> Iterator[Issue]:
    named = wording.get("levels")
    if not isinstance(named, str):
        return
    used.add(named)
    if named not in usual.answers:
        remedy = None if usual.answers else Message("Die Stufen hier als Liste schreiben oder oben unter „answers“.")
        message = Message("Den Antwortsatz „{id}“ gibt es nicht.", id=named)
        yield Issue((*at, "levels"), message, remedy, known=tuple(usual.answers))


def _without(held: dict[str, Tree], at: Path) -> Iterator[Issue]:
    named = held.get(NOT_TAKEN)
    if named is not None and not isinstance(named, list):
        remedy = Message("Jeden Eintrag in eine eigene Zeile mit „- “ setzen.")
        yield Issue((*at, NOT_TAKEN), Message("Hier muss eine Liste stehen."), remedy)
    for n, key in enumerate(named if isinstance(named, list) else []):
        if key not in INHERITED:
            yield Issue((*at, NOT_TAKEN, n), Message("„{id}“ ist hier nicht möglich.", id=str(key)), known=INHERITED)

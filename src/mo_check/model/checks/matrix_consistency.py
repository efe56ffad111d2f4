"""Whether what a matrix means fits the items it became and the figures of the sources."""

from collections.abc import Collection, Iterator, Mapping

from mo_check.errors import Message
from mo_check.model.issue import Issue, Path, issues_of_duplicates
from mo_check.model.item import Item
from mo_check.model.matrix import Matrix, MatrixColumn, MatrixPath


def check_matrix(matrix: Matrix, items: Collection[Item], at: Path, shares: Mapping[str, Collection[str]]) -> Iterator[Issue]:
    """Yield what does not fit in a matrix; ``shares`` holds the names of the shares of every figure that gives some."""
    answers = {
        item.column: tuple(choice.id for choice in (item.options or item.levels)) for item in items if item.column is not None
    }
    for c, column in enumerate(matrix.columns):
        yield from _column(column, (*at, "columns", c), answers.get(column.id, ()), shares)
    if matrix.path:
        yield from _path(matrix.path, (*at, "path"), tuple(f"{name}.{one}" for name, held in answers.items() for one in held))


def _column(column: MatrixColumn, at: Path, known: tuple[str, ...], shares: Mapping[str, Collection[str]]) -> Iterator[Issue]:
    for name in column.words:
        if name not in known:
            yield Issue((*at, "words", name), Message("„{id}“ gibt es hier nicht.", id=name), known=known)
    if column.shares is None or column.shares.figure is None:
        return
    where: Path = (*at, "shares", "figure")
    figure = column.shares.figure
    if figure not in shares:
        message = Message("Anteile mit der Kennung „{id}“ gibt es in keiner Quelle.", id=figure)
        yield Issue(where, message, known=tuple(shares))
    for name in shares.get(figure, ()):
        if name not in known:
            message = Message("„{figure}“ nennt einen Anteil von „{name}“, der hier keine Antwort ist.", figure=figure, name=name)
            yield Issue(where, message, Message("Die Anteile in der Quelle nach den Antworten der Spalte benennen."))


def _path(path: MatrixPath, at: Path, known: tuple[str, ...]) -> Iterator[Issue]:
    yield from issues_of_duplicates([rung.id for rung in path.rungs], (*at, "rungs"), "id")
    places: list[tuple[Path, tuple[str, ...]]] = [((*at, "rungs", r), rung.any_of) for r, rung in enumerate(path.rungs)]
    if path.beside:
        places.append(((*at, "beside"), path.beside.any_of))
    for where, names in places:
        for n, name in enumerate(names):
            if name not in known:
                message = Message("Die Antwort „{id}“ gibt es in dieser Matrix nicht.", id=name)
                yield Issue((*where, "any_of", n), message, known=known)

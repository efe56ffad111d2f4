"""A complaint about what does not fit: its place in the data, not yet in a file."""

from collections.abc import Iterator
from typing import NamedTuple

from mo_check.errors import Message

Path = tuple[str | int, ...]
"""A place inside the data: keys and numbers."""


class Issue(NamedTuple):
    """What does not fit, where in the data, and what to do."""

    path: Path
    message: Message
    remedy: Message | None = None
    known: tuple[str, ...] = ()
    """Names that would have been right, for a near miss."""


def issues_of_duplicates(ids: list[str], at: Path, key: str) -> Iterator[Issue]:
    """Yield a complaint for every id that stands again in a list."""
    for place, one in enumerate(ids):
        if one in ids[:place]:
            yield Issue(
                (*at, place, key),
                Message("„{id}“ steht hier zweimal.", id=one),
                Message("Jede Kennung nur einmal vergeben."),
            )

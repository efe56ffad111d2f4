"""What follows from a checklist alone is worked out once for each, however many profiles are held against it."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from mo_check.model.checklist import Checklist

P = ParamSpec("P")
R = TypeVar("R")
_MOST = 64
"""So many results of a function are kept; a call has a handful of checklists."""


class _Same:
    """A checklist as a key: the same object, not an equal one. It is kept alive, so its identity stays its own."""

    __slots__ = ("checklist",)

    def __init__(self, checklist: Checklist) -> None:
        self.checklist = checklist

    def __hash__(self) -> int:
        return id(self.checklist)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.checklist is self.checklist


def per_checklist(function: Callable[Concatenate[Checklist, P], R]) -> Callable[Concatenate[Checklist, P], R]:
    """Make a function of a checklist, and of other hashable arguments, remember what it returned."""

    @lru_cache(maxsize=_MOST)
    def remembered(same: _Same, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(same.checklist, *args, **kwargs)

    @wraps(function)
    def found(checklist: Checklist, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return remembered(_Same(checklist), *args, **kwargs)  # type: ignore[arg-type]  # hashable, as the docstring asks

    return found

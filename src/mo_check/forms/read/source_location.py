"""Problems of answers that stand in tables: from a place in the data to a cell, a row, a column."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from mo_check.errors import Problem
from mo_check.files.complaints import error_words, follows_from_others, near_miss
from mo_check.files.yaml_events import Tree
from mo_check.model.issue import Issue
from mo_check.model.issue import Path as DataPath
from mo_check.model.profile import Profile


class SourceLocation(NamedTuple):
    """Where something stands in a file: a name such as ``Räume!E14``, or a line and a column with its head."""

    name: str = ""
    line: int = 0
    column: int = 0


class LocatedTree(NamedTuple):
    """A tree that became of a table, with the place of its parts."""

    file: str
    tree: dict[str, Tree]
    places: Mapping[DataPath, SourceLocation]

    def problem(self, one: Issue) -> Problem:
        """Return a complaint with its place in the file: that of the nearest part that has one."""
        at = one.path
        while at and at not in self.places:
            at = at[:-1]
        place = self.places.get(at, SourceLocation())
        fields = one.message.fields
        near = near_miss(str(fields.get("id") or fields.get("given") or ""), one.known)
        return Problem(self.file, one.message, one.remedy or near, place.line, place.column, place.name)

    def problems(self, complaints: Iterable[Issue]) -> tuple[Problem, ...]:
        """Return complaints with their places, in the order of the places."""
        return tuple(sorted((self.problem(one) for one in complaints), key=lambda p: (p.line, p.column)))

    def profile(self) -> tuple[Profile | None, tuple[Problem, ...]]:
        """Return the tree as a profile, or what keeps it from being one."""
        try:
            return Profile.model_validate(self.tree), ()
        except ValidationError as error:
            details = [one for one in error.errors(include_url=False) if not follows_from_others(one)]
        said = ((one["loc"], error_words(one, Profile)) for one in details)
        return None, self.problems(Issue(tuple(loc), message, remedy) for loc, (message, remedy) in said)

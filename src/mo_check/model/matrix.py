"""What a matrix means beside its items: what rows and columns are called, which answers lead along a path, what is counted."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from mo_check.model.types import Flag, Frozen, Id, Text, WordId

AnyOf = Annotated[tuple[Id, ...], Field(min_length=1)]
"""Answers as ``<column>.<level>`` or ``<column>.<option>``; one of them is enough. A level of an ordered column stands for all
above it too."""


class ColumnWord(Frozen):
    """What tables call a level or option, where its own label does not fit; ``short`` stands where there is little room."""

    label: Text
    short: Text | None = None


class ColumnShares(Frozen):
    """A table of how often each answer of a column was given over all rows.

    ``figure`` is one of a survey whose ``shares``, by the ids of these answers, stand beside them.
    """

    title: Text
    figure: Id | None = None


class MatrixColumn(Frozen):
    """A column: its head, the words of its answers, and what is counted over all rows.

    Without ``ordered`` its levels are no more or less than each other, and the table tells them by word alone. ``words`` are
    given by level or option, and in their order shares are told.
    """

    id: WordId
    label: Annotated[Text, Field(max_length=40)]
    ordered: Flag = True
    words: Mapping[WordId, ColumnWord] = Field(default_factory=dict)
    shares: ColumnShares | None = None


class Rung(Frozen):
    """A rung of a path: what it is called, and the answers that reach it."""

    id: WordId
    label: Annotated[Text, Field(max_length=24)]
    any_of: AnyOf


class BesidePath(Frozen):
    """What stands beside a path and is no rung: rows with one of these answers bear a plus, and ``text`` tells what it means."""

    text: Text
    any_of: AnyOf


class MatrixPath(Frozen):
    """A path that rows are on: each stands at the highest rung it reaches, whatever lies below.

    ``label`` is the head of its column, ``title`` that of its picture; ``text`` tells what the rungs mean.
    """

    label: Annotated[Text, Field(max_length=24)]
    title: Text
    text: Text
    rungs: Annotated[tuple[Rung, ...], Field(min_length=1)]
    beside: BesidePath | None = None


class Matrix(Frozen):
    """What a matrix means; its rows and columns become the items of its dimension.

    ``label`` is what a row is called, ``legend`` what the signs of the table mean here, and ``empty`` stands before the rows
    whose every answer says that there is nothing. A matrix that has none of these is told in its own labels.
    """

    label: Annotated[Text, Field(max_length=24)] | None = None
    legend: Text | None = None
    empty: Text | None = None
    path: MatrixPath | None = None
    columns: Annotated[tuple[MatrixColumn, ...], Field(min_length=1)]

    def column(self, column_id: str) -> MatrixColumn | None:
        """Return the column with that id, or None."""
        return next((column for column in self.columns if column.id == column_id), None)

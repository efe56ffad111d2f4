"""The neutral document: a title and blocks; every table cell keeps its type, and the writer puts it into form.

The classes carry no ``eq`` and ``repr``, which every start would pay for and nothing uses.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from mo_check.model.results import Standing


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mark:
    """A standing as a mark with its word."""

    standing: Standing
    word: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bar:
    """A bar from 0 to 1: what is reached, and what the open answers could still add; ``note`` stands in for a bar."""

    value: Fraction | None
    high: Fraction | None
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Number:
    """A number with that many decimal places; None is shown as a dash."""

    value: Fraction | int | None
    places: int = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Range:
    """A range of whole numbers, 0 to 100; None is shown as a dash."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Share:
    """A share of one, shown as percent; None is shown as a dash."""

    value: Fraction | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Heat:
    """How much of something there is, from 0 to 1, with its word; None where nobody knows.

    ``short`` stands beside the sign where a table is narrow; the legend tells what it means.
    """

    share: Fraction | None
    word: str
    short: str = ""


Cell: TypeAlias = str | Mark | Bar | Number | Range | Share | Heat


class Role(StrEnum):
    """What a paragraph is for."""

    NORMAL = "normal"
    LEAD = "lead"
    NOTE = "note"
    ALERT = "alert"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Heading:
    """A heading of level 2 or 3; the title of the document is level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Paragraph:
    """A paragraph; ``label`` stands before it in bold."""

    text: str
    label: str = ""
    role: Role = Role.NORMAL


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Column:
    """A column of a table; numbers stand to the right. ``shrinks`` marks the column that gives way first."""

    header: str
    number: bool = False
    shrinks: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Table:
    """A table; ``emphasis`` are the numbers of rows that stand out, each with ``mark`` at its end."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    emphasis: frozenset[int] = frozenset()
    total: bool = False
    """Whether the last row is the total of the others."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entry:
    """One entry of a list: its text and lines of detail below it."""

    text: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Listing:
    """A list of entries, numbered or not."""

    entries: tuple[Entry, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Commands:
    """Commands to type next, each with what it does."""

    label: str
    lines: tuple[str, ...]


Block: TypeAlias = Heading | Paragraph | Table | Listing | Commands


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Document:
    """A document in one language: its title, the lines below it, and its blocks."""

    language: str
    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

"""The neutral document: a title and blocks; every table cell keeps its type, and the writer puts it into form.

The classes are named tuples: a dataclass costs every start five times as much.
"""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from mo_check.model.results import Standing


class Mark(NamedTuple):
    """A standing as a mark with its word."""

    standing: Standing
    word: str


class Bar(NamedTuple):
    """A bar from 0 to 1: what is reached, and what the open answers could still add; ``note`` stands in for a bar."""

    value: Fraction | None
    high: Fraction | None
    note: str = ""


class Number(NamedTuple):
    """A number with that many decimal places; None is shown as a dash."""

    value: Fraction | int | None
    places: int = 0


class Range(NamedTuple):
    """A range of whole numbers, 0 to 100; None is shown as a dash."""

    low: int | None
    high: int | None


class Share(NamedTuple):
    """A share of one, shown as percent; None is shown as a dash."""

    value: Fraction | None


class Heat(NamedTuple):
    """How much of something there is, from 0 to 1, with its word; None where nobody knows.

    ``short`` stands beside the sign where a table is narrow; the legend tells what it means.
    """

    share: Fraction | None
    word: str
    short: str = ""


class Points(NamedTuple):
    """A score, 0 to 1, as points of 100 with a small bar; ``shown`` is the number, ``below`` stands in lines under it.

    ``note`` stands in the place of a number that is not shown.
    """

    value: Fraction | None
    shown: int | None
    below: tuple[str, ...] = ()
    note: str = ""


Cell: TypeAlias = str | Mark | Bar | Number | Range | Share | Heat | Points


class Role(StrEnum):
    """What a paragraph is for."""

    NORMAL = "normal"
    LEAD = "lead"
    NOTE = "note"
    ALERT = "alert"


class Heading(NamedTuple):
    """A heading of level 2 or 3; the title of the document is level 1."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph; ``label`` stands before it in bold."""

    text: str
    label: str = ""
    role: Role = Role.NORMAL


class Column(NamedTuple):
    """A column of a table; numbers stand to the right. ``shrinks`` marks the column that gives way first."""

    header: str
    number: bool = False
    shrinks: bool = False


class Table(NamedTuple):
    """A table; ``emphasis`` are the numbers of rows that stand out, each with ``mark`` at its end."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    emphasis: frozenset[int] = frozenset()
    total: bool = False
    """Whether the last row is the total of the others."""


class DotRow(NamedTuple):
    """One side in a dot plot: how many of its answers stand at each level, and its middle.

    ``median`` is a place from 0 (the lowest level) to K-1, None where nobody gave a level; ``note`` says in words what dots
    cannot: who gave no level, or what stands in the place of dots that are not shown. ``names`` holds labels by level, only where
    they are asked for.
    """

    label: str
    dots: tuple[int, ...]
    median: Fraction | None
    note: str = ""
    names: tuple[tuple[str, ...], ...] = ()


class DotPlot(NamedTuple):
    """Answers on one item, a dot each, grouped by side, over its levels from the lowest to the highest."""

    levels: tuple[str, ...]
    rows: tuple[DotRow, ...]


class Entry(NamedTuple):
    """One entry of a list: its text and lines of detail below it."""

    text: str
    details: tuple[str, ...] = ()


class Listing(NamedTuple):
    """A list of entries, numbered or not."""

    entries: tuple[Entry, ...]
    numbered: bool = False


class Commands(NamedTuple):
    """Commands to type next, each with what it does."""

    label: str
    lines: tuple[str, ...]


Block: TypeAlias = Heading | Paragraph | Table | DotPlot | Listing | Commands


class Document(NamedTuple):
    """A document in one language: its title, the lines below it, and its blocks."""

    language: str
    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

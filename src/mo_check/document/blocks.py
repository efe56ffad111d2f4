"""The neutral document: a title and blocks; every table cell keeps its type, and the writer puts it into form.

The classes are named tuples: a dataclass costs every start five times as much.
"""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from mo_check.model.standing import Standing


class Mark(NamedTuple):
    """A standing as a mark with its word."""

    standing: Standing
    word: str


class Point(NamedTuple):
    """A finding of others beside a bar: the share of them for whom it holds, and whether it holds here (None: not known)."""

    share: Fraction
    here: bool | None
    label: str


class Bar(NamedTuple):
    """A bar from 0 to 1: what is reached, and what the open answers could still add; ``note`` stands in for a bar.

    ``points`` are shown where there is room for them beside the bar.
    """

    value: Fraction | None
    high: Fraction | None
    note: str = ""
    points: tuple[Point, ...] = ()


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
    BLANK = "blank"
    """What the reader still has to fill in."""


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
    """A column of a table; numbers stand to the right. ``shrinks`` marks the column that gives way first.

    ``choices`` are what the reader may pick where a file can be filled in; anything else may be written there too.
    """

    header: str
    number: bool = False
    shrinks: bool = False
    choices: tuple[str, ...] = ()


class Table(NamedTuple):
    """A table; ``emphasis`` are the numbers of rows that stand out, each with ``mark`` at its end.

    ``name`` tells it from the other tables of its document; ``key`` says how the points beside its bars are read. A ``blank``
    one is filled in by hand and has room for that.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    emphasis: frozenset[int] = frozenset()
    total: bool = False
    """Whether the last row is the total of the others."""
    name: str = ""
    key: str = ""
    blank: bool = False


class Axis(NamedTuple):
    """One axis of a net: its label, and how far out it is reached, from 0 to 1; None where nobody knows."""

    label: str
    value: Fraction | None


class Net(NamedTuple):
    """A net of at least three axes; ``rings`` names what lies at equal distances, from the middle outwards.

    The same values stand in a table near it, so that what cannot draw a net leaves nothing out.
    """

    title: str
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]


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


class ListEntry(NamedTuple):
    """One entry of a list: its text and lines of detail below it."""

    text: str
    details: tuple[str, ...] = ()


class Listing(NamedTuple):
    """A list of entries, numbered or not."""

    entries: tuple[ListEntry, ...]
    numbered: bool = False


class Commands(NamedTuple):
    """Commands to type next, each with what it does."""

    label: str
    lines: tuple[str, ...]


Block: TypeAlias = Heading | Paragraph | Table | Net | DotPlot | Listing | Commands


class Fact(NamedTuple):
    """One thing to know before reading: a label and a sentence."""

    label: str
    text: str


class Highlight(NamedTuple):
    """One number to take away, with what it is and what belongs beside it."""

    value: str
    label: str
    note: str = ""


class Document(NamedTuple):
    """A document in one language: its title, the lines below it, and its blocks.

    ``name`` tells it from other documents with the same title; ``day`` is the day its contents are from. ``facts`` say what it
    rests on and belong on its first page, ``highlights`` are its main numbers. ``tables`` hold everything behind it, row by row,
    for a file to reckon with; they are not read as part of the text.
    """

    language: str
    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    name: str = ""
    day: date | None = None
    facts: tuple[Fact, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    tables: tuple[Table, ...] = ()

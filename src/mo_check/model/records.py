"""Records: the rows of ``mo-check batch``, one for each profile and checklist, or one for each item.

The names of the fields are the columns of the CSV and the keys of the JSON; they are versioned by ``format`` and described by
``mo-check schema results``. None is an empty cell. Numbers are exact here and written to six places.
"""

from fractions import Fraction
from typing import NamedTuple, TypeAlias

RESULTS_FORMAT = "mo-check/results/1"
ITEMS_FORMAT = "mo-check/result-items/1"


class DimensionRecord(NamedTuple):
    """The score of one dimension."""

    id: str
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    shown: str


class ResultRecord(NamedTuple):
    """A profile held against a checklist, or against one of its separate ``score``s; or, with a ``problem``, a file that is none.

    Scores are from 0 to 1, ``display`` is the total as shown. ``met`` to ``elsewhere`` count the scored items by standing.
    ``band_low`` to ``geometric`` are filled with ``--sensitivity`` only. ``dimensions`` stand in the JSON only.
    """

    format: str
    file: str
    status: str
    name: str | None = None
    kind: str | None = None
    land: str | None = None
    population: int | None = None
    ags: str | None = None
    perspective: str | None = None
    respondent: str | None = None
    scope: str | None = None
    checklist: str | None = None
    version: str | None = None
    score: str | None = None
    answered_on: str | None = None
    total: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    coverage: Fraction | None = None
    shown: str | None = None
    display: int | None = None
    weakest: str | None = None
    met: int | None = None
    partial: int | None = None
    unmet: int | None = None
    unknown: int | None = None
    open: int | None = None
    not_applicable: int | None = None
    elsewhere: int | None = None
    bottlenecks: tuple[str, ...] | None = None
    unclear: tuple[str, ...] | None = None
    band_low: float | None = None
    band_high: float | None = None
    geometric: float | None = None
    line: int | None = None
    problem: str | None = None
    remedy: str | None = None
    dimensions: tuple[DimensionRecord, ...] | None = None


class ItemRecord(NamedTuple):
    """One item of a profile; or, with a ``problem``, a file that is none.

    ``answer`` is what was given: ``level``, ``options``, ``text`` or a status; empty where nothing was. ``value`` is from 0 to 1;
    ``level`` and ``value`` are also set where a condition decided (``by_rule``).
    """

    format: str
    file: str
    status: str
    name: str | None = None
    kind: str | None = None
    land: str | None = None
    population: int | None = None
    ags: str | None = None
    perspective: str | None = None
    respondent: str | None = None
    scope: str | None = None
    checklist: str | None = None
    version: str | None = None
    score: str | None = None
    dimension: str | None = None
    item: str | None = None
    answer: str | None = None
    level: str | None = None
    options: tuple[str, ...] | None = None
    value: Fraction | None = None
    standing: str | None = None
    weight: Fraction | None = None
    by_rule: bool | None = None
    line: int | None = None
    problem: str | None = None
    remedy: str | None = None


Record: TypeAlias = ResultRecord | ItemRecord

FORMATS: dict[type[Record], str] = {ResultRecord: RESULTS_FORMAT, ItemRecord: ITEMS_FORMAT}

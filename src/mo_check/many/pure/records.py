"""Records: the rows of ``mo-check batch``, one for each profile and checklist, or one for each item.

The names of the fields are the columns of the CSV and the keys of the JSON; they are versioned by ``format`` and described by
``mo-check schema results``. None is an empty cell. Numbers are exact here and written to six places.
"""

from fractions import Fraction
from typing import NamedTuple, TypeAlias

from mo_check.model.standing import Standing

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

DESCRIBED = {
    "format": "the version of these columns",
    "file": "the profile as it was named",
    "status": "ok, or failed for a file that could not be used",
    "name": "the municipality",
    "kind": "what kind of municipality it is",
    "land": "the federal state by its two letters",
    "population": "inhabitants",
    "ags": "the official key",
    "perspective": "whose eyes the answers are seen with",
    "respondent": "the respondent's own label",
    "scope": "full, or quick for the quick check",
    "checklist": "the checklist answered",
    "version": "the version of the checklist held against",
    "score": "which of the checklist's separate scores this is, where it has several",
    "answered_on": "the day of the last answer",
    "total": "the total from 0 to 1; nothing where nothing was scored",
    "low": "the lowest total that the open answers leave possible",
    "high": "the highest total that the open answers leave possible",
    "coverage": "how much was answered, from 0 to 1",
    "shown": "number, or why a report shows words in its place",
    "display": "the total as a report shows it, from 0 to 100",
    "weakest": "the dimension with the lowest shown score",
    "met": "how many scored items are met",
    "partial": "how many are met in part",
    "unmet": "how many are not met",
    "unknown": "how many the respondent does not know",
    "open": "how many have no answer yet",
    "not_applicable": "how many do not apply",
    "elsewhere": "how many somebody else does",
    "bottlenecks": "key items below one half",
    "unclear": "key items without an answer",
    "band_low": "with --sensitivity: the 5th percentile of the total under drawn weights",
    "band_high": "with --sensitivity: the 95th percentile",
    "geometric": "with --sensitivity: the geometric total",
    "dimension": "the dimension of the item",
    "item": "the item",
    "answer": "level, options or text; or the status that was given; nothing where there is no answer",
    "level": "the level reached",
    "options": "the options chosen",
    "value": "what the level is worth, from 0 to 1",
    "standing": " or ".join((", ".join([*Standing][:-1]), [*Standing][-1])),
    "weight": "the weight of the item in its dimension; nothing where it is not scored",
    "by_rule": "whether a condition decided instead of the answer",
    "line": "for a failed file: the line of its first problem",
    "problem": "for a failed file: what is wrong there",
    "remedy": "for a failed file: what to do",
    "dimensions": "the score of each dimension",
}
"""What every column holds."""

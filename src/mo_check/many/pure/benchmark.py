"""A benchmark: how the scores of many municipalities are distributed, in counts that give nobody away."""

from typing import Annotated, Final, Literal

from pydantic import Field

from mo_check.many.pure.statistics import Split
from mo_check.model.disclosure_control import LEAST
from mo_check.model.item import Perspective
from mo_check.model.types import Frozen, Id, Text, Version, Whole, WordId

BENCHMARK_FORMAT: Final = "mo-check/benchmark/1"

Points = Annotated[Whole, Field(ge=0, le=100)]
Cell = Annotated[Whole, Field(ge=LEAST)]
"""How many municipalities there are, never so few that one could be told."""


class HistogramBin(Frozen):
    """How many municipalities have from so many to so many points, both included."""

    low: Points
    high: Points
    count: Cell


class MeasuredScore(Frozen):
    """The distribution of the total (``total``) or of a dimension, in bands from the lowest up."""

    id: Id
    bands: Annotated[tuple[HistogramBin, ...], Field(min_length=1)]


class BenchmarkGroup(Frozen):
    """Municipalities of one kind, land or size class; or all of them, without ``split`` and ``value``."""

    split: Split | None = None
    value: Text | None = None
    profiles: Cell
    measures: Annotated[tuple[MeasuredScore, ...], Field(min_length=1)]

    def bands(self, measure: str) -> tuple[HistogramBin, ...]:
        """Return the distribution of a measure; nothing where too few have it."""
        return next((one.bands for one in self.measures if one.id == measure), ())


class Distribution(Frozen):
    """The groups held against one checklist, or one of its separate scores."""

    checklist: WordId
    version: Version
    score: WordId | None = None
    perspective: Perspective
    groups: Annotated[tuple[BenchmarkGroup, ...], Field(min_length=1)]


class Benchmark(Frozen):
    """A file of distributions."""

    format: Literal["mo-check/benchmark/1"]
    distributions: Annotated[tuple[Distribution, ...], Field(min_length=1)]

    def of(self, checklist: str, score: str | None, perspective: Perspective) -> Distribution | None:
        """Return the distribution for a checklist, score and perspective, or None."""
        wanted = (checklist, score, perspective)
        return next((d for d in self.distributions if (d.checklist, d.score, d.perspective) == wanted), None)

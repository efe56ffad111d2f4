"""Many assessments counted together, one after the other; only two numbers for each municipality grow with them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from mo_check.many.pure.distributions import spread
from mo_check.many.pure.statistics import (
    NOT_GIVEN,
    SIZES,
    FigureStatistics,
    GroupStatistics,
    ItemStatistics,
    Split,
    Statistics,
)
from mo_check.many.pure.suppressed_histogram import Points
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.disclosure_control import shown_groups
from mo_check.model.item import Item, Perspective
from mo_check.model.profile import Subject
from mo_check.model.source import Source, Statement
from mo_check.model.standing import Standing
from mo_check.scoring.assessing import as_points
from mo_check.scoring.figures import figures

TOTAL = "total"
"""The measure beside those of the dimensions, whose ids never are this word alone."""


class Aggregate:
    """What was counted for one score of a checklist.

    ``measures`` hold the points of the total and of each dimension; ``groups`` the same for each group of each split.
    """

    def __init__(self, checklist: Checklist, score: str, sources: tuple[Source, ...]) -> None:
        self.checklist = checklist
        self.score = score
        self.sources = sources
        self.profiles = 0
        self.quick = 0
        self.measures: dict[str, Points] = defaultdict(Counter)
        self.groups: dict[Split, dict[str, dict[str, Points]]] = {split: {} for split in Split}
        self._dimensions: dict[str, Dimension] = {}
        self._items: dict[str, tuple[Item, Dimension]] = {}
        self._standings: dict[str, Counter[Standing]] = defaultdict(Counter)
        self._values: dict[str, Counter[Fraction]] = defaultdict(Counter)
        self._figures: dict[str, tuple[Statement, Counter[bool | None]]] = {}
        self._keys: set[int] = set()
        self._names_with_key: set[int] = set()
        self._names_alone: set[int] = set()

    @property
    def repeated(self) -> int:
        """How many profiles are of a municipality that was there already: one official key, else one name (``same_subject``).

        A name without a key belongs to any municipality of that name, whichever came first.
        """
        return self.profiles - len(self._keys) - len(self._names_alone - self._names_with_key)

    def add(self, assessment: Assessment) -> None:
        """Count one more profile."""
        subject = assessment.profile.subject
        self.profiles += 1
        name = hash(subject.name.casefold())
        if subject.ags is None:
            self._names_alone.add(name)
        else:
            self._keys.add(hash(subject.ags))
            self._names_with_key.add(name)
        for dimension in assessment.dimensions:
            self._dimensions[dimension.dimension.id] = dimension.dimension
            for result in dimension.items:
                self._items.setdefault(result.item.id, (result.item, dimension.dimension))
                self._standings[result.item.id][result.standing] += 1
                if result.value is not None:
                    self._values[result.item.id][result.value * 100] += 1
        for figure in figures(assessment, self.sources):
            if figure.counted:
                self._figures.setdefault(figure.statement.id, (figure.statement, Counter()))[1][figure.here] += 1
        if assessment.profile.scope == "quick":
            self.quick += 1
        else:
            self._measure(assessment)

    def _measure(self, assessment: Assessment) -> None:
        """Count the scores that are shown, among all and in the groups of the municipality."""
        held = {d.dimension.id: as_points(d.score.value) for d in assessment.dimensions if d.score.shown is Shown.NUMBER}
        if assessment.total.shown is Shown.NUMBER:
            held[TOTAL] = assessment.display
        groups = [
            self.groups[split].setdefault(value, defaultdict(Counter)) for split, value in groups_of(assessment.profile.subject)
        ]
        for measure, points in held.items():
            for counts in (self.measures, *groups):
                counts[measure][points or 0] += 1

    def statistics(self, perspective: Perspective) -> Statistics:
        """Return what the profiles say together."""
        order = {d.id: d for d in self.checklist.dimensions_of(self.score) if d.id in self._dimensions}
        return Statistics(
            checklist=self.checklist,
            score=self.score,
            perspective=perspective,
            sources=self.sources,
            profiles=self.profiles,
            quick=self.quick,
            repeated=self.repeated,
            total=spread(self.measures[TOTAL]),
            dimensions=tuple((dimension, spread(self.measures[name])) for name, dimension in order.items()),
            items=tuple(self._item_statistics()),
            figures=tuple(self._figure_statistics()),
            groups=tuple(self._group_statistics()),
        )

    def _item_statistics(self) -> Iterator[ItemStatistics]:
        """Yield the items in the order of the checklist, whichever profile came first."""
        for name in (item.id for item in self._all_items() if item.id in self._items):
            item, dimension = self._items[name]
            if item.scored:
                yield ItemStatistics(item, dimension, self._standings[name], spread(self._values[name]))

    def _figure_statistics(self) -> Iterator[FigureStatistics]:
        """Yield the figures in the order in which the items of the checklist name them first."""
        named = dict.fromkeys(link.id for item in self._all_items() for link in item.figures)
        for statement, counts in (self._figures[name] for name in named if name in self._figures):
            yield FigureStatistics(statement, counts[True], counts[False], counts[None])

    def _all_items(self) -> Iterator[Item]:
        for dimension in self.checklist.dimensions_of(self.score):
            yield from dimension.items

    def _group_statistics(self) -> Iterator[GroupStatistics]:
        for split, held in self.groups.items():
            shown = shown_groups({value: counts[TOTAL].total() for value, counts in held.items()})
            for value in sorted(held):
                yield GroupStatistics(split, value, spread(held[value][TOTAL]) if value in shown else None)


def groups_of(subject: Subject) -> Iterator[tuple[Split, str]]:
    """Yield the group of a municipality in every split."""
    yield Split.KIND, subject.kind.value if subject.kind else NOT_GIVEN
    yield Split.LAND, subject.land.value if subject.land else NOT_GIVEN
    population = subject.population
    reached = [name for name, least in SIZES.items() if population is not None and population >= least]
    yield Split.SIZE, reached[-1] if reached else NOT_GIVEN

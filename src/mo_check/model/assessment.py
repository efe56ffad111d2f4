"""A profile held against a checklist: every number an exact fraction from 0 to 1, results made when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from mo_check.model.answer import Answer
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import Item, Level
from mo_check.model.profile import Profile
from mo_check.model.standing import Standing


class Shown(StrEnum):
    """Whether a number is shown, or which words stand in its place."""

    NUMBER = "number"
    TOO_FEW = "too_few"
    MOSTLY_ELSEWHERE = "mostly_elsewhere"
    NOTHING = "nothing"


class Outcome(NamedTuple):
    """What an item comes to, whoever answered it: its standing, and the level and value where it is scored.

    ``parts`` is the value in whole parts of its dimension; ``by_rule`` when a condition decided,
    ``low`` below one half.
    """

    standing: Standing
    level: Level | None = None
    value: Fraction | None = None
    parts: int = 0
    low: bool = False
    by_rule: bool = False


def is_low(outcome: Outcome) -> bool:
    """Tell whether a key item with this outcome is a bottleneck: below one half."""
    return outcome.low


def is_unclear(outcome: Outcome) -> bool:
    """Tell whether a key item with this outcome is unclear: unknown or open."""
    return outcome.standing.waiting


class ItemResult(NamedTuple):
    """One item as it stands. ``value`` and ``level`` are None unless scored; ``by_rule`` when its condition decided."""

    item: Item
    standing: Standing
    answer: Answer | None = None
    level: Level | None = None
    value: Fraction | None = None
    by_rule: bool = False


class Score(NamedTuple):
    """A score with its range and coverage; all None where nothing was scored or nothing applies."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    shown: Shown


class DimensionResult:
    """A dimension: its items in scope with what each comes to, and its score over the scored kinds.

    ``items`` are made when somebody asks for them; ``in_scope`` and ``outcomes`` are there from the beginning, one for each.
    ``scored`` and ``keys`` are the places of the scored and of the key items among them.
    """

    dimension: Dimension
    in_scope: tuple[Item, ...]
    scored: tuple[int, ...]
    keys: tuple[int, ...]
    outcomes: Sequence[Outcome]
    score: Score

    def __init__(  # noqa: PLR0913 - each by its name
        self,
        *,
        dimension: Dimension,
        in_scope: tuple[Item, ...],
        scored: tuple[int, ...],
        keys: tuple[int, ...],
        outcomes: Sequence[Outcome],
        answers: Mapping[str, Answer],
        score: Score,
    ) -> None:
        self.dimension = dimension
        self.in_scope = in_scope
        self.scored = scored
        self.keys = keys
        self.outcomes = outcomes
        self.score = score
        self._answers = answers

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DimensionResult) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash((self.dimension.id, self.score))

    def _compared(self) -> tuple[object, ...]:
        return self.dimension, self.score, self.items

    @cached_property
    def items(self) -> tuple[ItemResult, ...]:
        """The items as they stand."""
        answers = self._answers
        return tuple(_result(item, one, answers) for item, one in zip(self.in_scope, self.outcomes, strict=True))

    def key_places(self, wanted: Callable[[Outcome], bool]) -> list[int]:
        """Return the places of the key items that come to what is wanted."""
        return [place for place in self.keys if wanted(self.outcomes[place])]


def _result(item: Item, outcome: Outcome, answers: Mapping[str, Answer]) -> ItemResult:
    return ItemResult(
        item=item,
        standing=outcome.standing,
        answer=answers.get(item.id),
        level=outcome.level,
        value=outcome.value,
        by_rule=outcome.by_rule,
    )


class Assessment:
    """A profile held against one of the ``scores`` of a checklist. ``display`` is the total as shown, 0 to 100."""

    profile: Profile
    checklist: Checklist
    score: str
    dimensions: tuple[DimensionResult, ...]
    total: Score
    display: int | None

    def __init__(
        self,
        *,
        profile: Profile,
        checklist: Checklist,
        score: str,
        dimensions: tuple[DimensionResult, ...],
        total: Score,
        display: int | None,
    ) -> None:
        self.profile = profile
        self.checklist = checklist
        self.score = score
        self.dimensions = dimensions
        self.total = total
        self.display = display

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Assessment) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.checklist.id, self.score, self.total))

    @property
    def scored(self) -> bool:
        """Whether there is anything to score."""
        return any(dimension.scored for dimension in self.dimensions)

    @property
    def title(self) -> str:
        """The title of the checklist and, where it has several, of the score."""
        return self.checklist.score_title(self.score)

    def items(self) -> Iterator[ItemResult]:
        """Yield every item in scope."""
        for dimension in self.dimensions:
            yield from dimension.items

    def item(self, item_id: str) -> ItemResult | None:
        """Return how an item stands, or None if it is not in scope."""
        return next((result for result in self.items() if result.item.id == item_id), None)

    def standings(self) -> dict[Standing, int]:
        """Return how many scored items stand how."""
        found = [d.outcomes[place].standing for d in self.dimensions for place in d.scored]
        return {standing: found.count(standing) for standing in Standing}

    @property
    def bottlenecks(self) -> tuple[ItemResult, ...]:
        """Key items below one half; no strength elsewhere makes up for them."""
        return tuple(d.items[place] for d in self.dimensions for place in d.key_places(is_low))

    @property
    def unclear(self) -> tuple[ItemResult, ...]:
        """Key items that are unknown or open; they fail no check, and need an answer first."""
        return tuple(d.items[place] for d in self.dimensions for place in d.key_places(is_unclear))

    def key_ids(self, wanted: Callable[[Outcome], bool]) -> tuple[str, ...]:
        """Return the ids of the key items that come to what is wanted."""
        return tuple(d.in_scope[place].id for d in self.dimensions for place in d.key_places(wanted))

    @property
    def weakest(self) -> DimensionResult | None:
        """The dimension with the lowest shown score, if there are at least two to compare."""
        shown = [d for d in self.dimensions if d.score.shown is Shown.NUMBER]
        return min(shown, key=lambda d: d.score.value or 0) if len(shown) > 1 else None

"""A checklist: dimensions of items, read from one YAML file, and the wordings that may lie beside it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from mo_check.model.item import MOST_LEVELS, About, Effect, Effort, FigureLink, Item, Level, Perspective, Step
from mo_check.model.matrix import Matrix
from mo_check.model.types import Frozen, Id, Number, Text, Version, WordId

CHECKLIST_FORMAT = "mo-check/checklist/1"
WORDINGS_FORMAT = "mo-check/wordings/1"
TOTAL_SCORE = "total"
"""The only score of a checklist whose file names none."""

AnswerSet = Annotated[tuple[Level, ...], Field(min_length=2, max_length=MOST_LEVELS)]
"""Levels that several items share."""


class Contradiction(Frozen):
    """Two answers that hardly go together: ``high`` has at least a level while ``low`` stays below one; ``text`` asks back."""

    id: WordId
    high: Id
    at_least: WordId
    low: Id
    below: WordId
    text: Text


class Dimension(Frozen):
    """A themed group of items; ``reflect`` are the reflection questions of the source that fit a talk about it.

    ``matrix`` says what the matrix means whose rows and columns became items; of such a dimension ``figures`` are told in words.
    """

    id: WordId
    label: Annotated[Text, Field(max_length=24)]
    title: Text
    introduction: Text | None = None
    weight: Number = Fraction(1)
    score: WordId | None = None
    reflect: tuple[Id, ...] = ()
    statements: Mapping[Id, str] = Field(default_factory=dict)
    figures: tuple[FigureLink, ...] = ()
    matrix: Matrix | None = None
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class UsualStep(Frozen):
    """What steps usually say; a step that says it itself counts for itself."""

    who: Text | None = None
    effort: Effort | None = None
    effect: Effect | None = None
    horizon: Text | None = None


class SideDefaults(Frozen):
    """What usually holds for the steps of a side: of all, and before that of those of a band.

    ``about`` is what its wordings ask about, and ``without`` names what they do not take over from their items.
    """

    step: UsualStep = UsualStep()
    unmet: UsualStep = UsualStep()
    partial: UsualStep = UsualStep()
    about: About | None = None
    without: tuple[Literal["help", "levels", "options", "valid_if", "steps"], ...] = ()


class Defaults(Frozen):
    """What usually holds for the steps of a checklist; those of a wording for another side have their own under ``for``."""

    step: UsualStep = UsualStep()
    unmet: UsualStep = UsualStep()
    partial: UsualStep = UsualStep()
    for_: Mapping[Perspective, SideDefaults] = Field(default_factory=dict, alias="for")


def _at_least_one(scores: Mapping[str, str]) -> Mapping[str, str]:
    """Return the titles of the scores; where a file names none there is the total, without a title of its own."""
    return scores or {TOTAL_SCORE: ""}


class Checklist(Frozen):
    """A set of dimensions, read from one YAML file; ``steps`` holds those that several items share by id.

    ``answers`` are lists of levels that items share, each naming one (``levels: coverage``); ``defaults`` is what steps usually
    say. Both are laid out before a checklist is validated, so that every item has its levels and steps in full. ``blank`` says
    what a question without an answer does to a score: it stays open, or counts as its lowest level
    (docs/method.md, One profile, one checklist).

    ``scores`` names the separate scores of a checklist that has several, never netted with each other; each dimension says
    which it belongs to, and one that says nothing stands with the last.
    """

    format: Literal["mo-check/checklist/1"]
    id: WordId
    version: Version
    language: Literal["de"]
    complete: tuple[Text, ...] = ("de",)
    title: Text
    short: Annotated[Text, Field(max_length=40)]
    introduction: Text
    sources: tuple[WordId, ...] = ()
    blank: Literal["open", "lowest"] = "open"
    scores: Annotated[Mapping[WordId, Text], AfterValidator(_at_least_one)] = Field(default_factory=lambda: _at_least_one({}))
    statements: Mapping[Id, str] = Field(default_factory=dict)
    answers: Mapping[WordId, AnswerSet] = Field(default_factory=dict)
    defaults: Defaults = Defaults()
    steps: Mapping[WordId, Step] = Field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]

    @property
    def named_scores(self) -> tuple[str, ...]:
        """The ids of the scores that the file itself names; none where there is only the total."""
        return tuple(score for score, title in self.scores.items() if title)

    def dimensions_of(self, score: str) -> tuple[Dimension, ...]:
        """Return the dimensions that make up a score."""
        *_, last = self.scores
        return tuple(d for d in self.dimensions if (d.score or last) == score)

    def score_title(self, score: str) -> str:
        """Return the title of the checklist and, where its file names scores, of that score."""
        own = self.scores[score]
        return f"{self.title}: {own}" if own else self.title

    def written_score(self, score: str) -> str | None:
        """Return what results are written with: the id of the score, None where the file names no scores."""
        return score if self.scores[score] else None

    def items(self) -> Iterator[Item]:
        """Yield every item that is not retired, in the order of the file."""
        for dimension in self.dimensions:
            yield from (item for item in dimension.items if item.retired is None)

    def item(self, item_id: str) -> Item | None:
        """Return the item with that id, retired ones included, or None."""
        return next((item for dimension in self.dimensions for item in dimension.items if item.id == item_id), None)

    def dimension_of(self, item_id: str) -> Dimension:
        """Return the dimension that holds an item. Raises KeyError for an unknown item."""
        for dimension in self.dimensions:
            if any(item.id == item_id for item in dimension.items):
                return dimension
        raise KeyError(item_id)

    def step(self, step: Step | str) -> Step:
        """Return a step, looking a shared one up by its id."""
        return self.steps[step] if isinstance(step, str) else step


class Wordings(Frozen):
    """How the items of a checklist are put to other perspectives, in a file beside it (``cooperation.for.yaml``).

    A wording takes over from its item what it leaves out, so it is validated with the item.
    """

    format: Literal["mo-check/wordings/1"]
    of: WordId
    language: Literal["de"]
    defaults: Mapping[Perspective, SideDefaults] = Field(default_factory=dict)
    items: Mapping[Id, Mapping[Perspective, Mapping[str, Any]]]

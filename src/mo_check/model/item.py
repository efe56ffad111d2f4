"""An item: one recommendation with its question, worded levels and steps, for each perspective in its own words."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, TypeVar

from pydantic import Discriminator, Field, Tag

from mo_check.model.rules import Condition, ConditionFields, Counts, CountsFields
from mo_check.model.types import Flag, Frozen, Id, KeyReason, Number, Text, Texts, Version, Whole, WordId

MET = Fraction(2, 3)
"""From this value on an item is met (docs/method.md, Values)."""
INHERITED = ("help", "levels", "options", "valid_if", "steps")
"""What a wording for a side takes over from its item where it says nothing of its own; a question is always its own."""
MOST_LEVELS = 20
"""At most so many levels or options has an item: more nobody tells apart."""
NONE_OPTION = "none"
"""The option that excludes all others."""


class ItemKind(StrEnum):
    """How an item is answered; only ``level``, and ``select`` with levels, are scored."""

    LEVEL = "level"
    SELECT = "select"
    SHARE = "share"
    TEXT = "text"


class Perspective(StrEnum):
    """Whose eyes an answer is seen with."""

    MUNICIPALITY = "municipality"
    DEPARTMENT = "department"
    MIGRANT_ORGANISATION = "migrant_organisation"
    AGREED = "agreed"


class About(StrEnum):
    """What a wording asks about: only answers about the same thing can agree or contradict each other.

    ``municipality`` is the whole house or town, ``own_unit`` a department's own office, ``own_experience`` what an association
    itself has met with (docs/method.md, Sides and item types).
    """

    MUNICIPALITY = "municipality"
    OWN_UNIT = "own_unit"
    OWN_EXPERIENCE = "own_experience"


class GapBand(StrEnum):
    """The two bands of a gap, each with its own step."""

    UNMET = "unmet"
    PARTIAL = "partial"


class Level(Frozen):
    """One worded answer step. ``value`` (0 to 1) is k/(K-1) unless the file says otherwise."""

    id: WordId
    label: Annotated[Text, Field(max_length=24)]
    sees: Text | None = None
    value: Number | None = None
    from_credit: Number | None = None


class Option(Frozen):
    """One thing that may be chosen beside others; the credits of the chosen ones add up."""

    id: WordId
    label: Annotated[Text, Field(max_length=60)]
    sees: Text | None = None
    credit: Number = Fraction(1)


Worded = TypeVar("Worded", Level, Option)


class FigureLink(Frozen):
    """A figure of the survey beside an item, with the rule by which an answer counts for it, if any does."""

    id: Id
    counts: CountsFields | None = None

    @cached_property
    def rule(self) -> Counts | None:
        """The rule by which an answer counts, None where the figure is only told."""
        return self.counts.rules()[0] if self.counts else None


Effort = Annotated[Whole, Field(ge=1, le=3)]
Effect = Annotated[Whole, Field(ge=1, le=3)]


class Step(Frozen):
    """What to do about a gap: text and, where its author says so, who acts, effort and effect from 1 to 3, horizon in words."""

    text: Text
    who: Text | None = None
    effort: Effort | None = None
    effect: Effect | None = None
    horizon: Text | None = None
    needs: tuple[Id, ...] = ()
    practice: Text | None = None


def _step_form(value: object) -> str:
    return "by id" if isinstance(value, str) else "written out"


OwnOrShared = Annotated[Annotated[Step, Tag("written out")] | Annotated[str, Tag("by id")], Discriminator(_step_form)]
"""A step, or the id of one that several items share. Its form is told apart first, so that one mistake is one complaint."""


class Wording(Frozen):
    """How an item is put to respondents of one perspective, and what it asks about.

    ``levels_differ`` says that a level sets another threshold here than the item's own level of that id, so that the same answer
    does not mean the same fact.
    """

    question: Text
    help: Text | None = None
    levels: Annotated[tuple[Level, ...], Field(max_length=MOST_LEVELS)] = ()
    options: Annotated[tuple[Option, ...], Field(max_length=MOST_LEVELS + 1)] = ()
    valid_if: Text | None = None
    ask: Texts = ()
    steps: Mapping[GapBand, OwnOrShared] = Field(default_factory=dict)
    about: About = About.MUNICIPALITY
    levels_differ: Flag = False

    @property
    def digest(self) -> str:
        """The mark of the text that a respondent saw: ``sha256:`` and eight hexadecimal digits. What it is about is no text."""
        from hashlib import sha256  # noqa: PLC0415 - only who needs a mark pays for the hash library

        parts = [self.question, *(f"{level.label}\n{level.sees or ''}" for level in self.levels)]
        parts += [f"{option.label}\n{option.sees or ''}" for option in self.options]
        return "sha256:" + sha256("\n".join(parts).encode()).hexdigest()[:8]


class Item(Wording):
    """One recommendation with its question. Its own wording is the municipality's; ``for_`` words it for others.

    ``statements`` maps a statement's id to the place in this item that carries it. ``quick`` items make up the quick check.
    ``since`` is the version of the checklist that brought it. ``row``, ``row_label`` and ``column`` are set where a matrix made
    the item; ``nothing`` is then the level or option that says that there is nothing in this field. ``asks_missing`` marks a
    question for words after what is missing: its answers come first, and a comparison tells them side by side. ``key`` is the
    reason why others hang on it; ``true`` is one without a reason.
    """

    id: Id
    short: Annotated[Text, Field(max_length=40)]
    kind: ItemKind = ItemKind.LEVEL
    weight: Number = Fraction(1)
    key: KeyReason | None = None
    quick: Flag = False
    na: Literal["reason", "never"] = "reason"
    when: ConditionFields | None = None
    review_months: Annotated[Whole, Field(ge=1, le=120)] | None = None
    statements: Mapping[Id, str] = Field(default_factory=dict)
    figures: tuple[FigureLink, ...] = ()
    renamed_from: Texts = ()
    retired: Text | None = None
    since: Version | None = None
    row: WordId | None = None
    row_label: Text | None = None
    column: WordId | None = None
    nothing: WordId | None = None
    asks_missing: Flag = False
    for_: Mapping[Perspective, Wording] = Field(default_factory=dict, alias="for")

    @cached_property
    def condition(self) -> Condition | None:
        """When it applies, None where it always does."""
        return self.when.condition() if self.when else None

    @property
    def is_key(self) -> bool:
        """Whether it is a key item, with a reason or without."""
        return self.key is not None

    @property
    def scored(self) -> bool:
        """Whether an answer to it counts."""
        return (self.kind is ItemKind.LEVEL or self.kind is ItemKind.SELECT) and bool(self.levels)

    def wording(self, perspective: Perspective) -> Wording | None:
        """Return the wording for a perspective, or None where it is not asked."""
        if perspective in {Perspective.MUNICIPALITY, Perspective.AGREED}:
            return self
        return self.for_.get(perspective)

    def seen_by(self, perspective: Perspective) -> "Item | None":
        """Return the item as a perspective sees it: its words, with our ids and values; None where it is not asked."""
        wording = self.wording(perspective)
        if wording is None or wording is self:
            return self if wording else None
        return self.model_copy(
            update={name: getattr(wording, name) for name in _WORDED}
            | {
                "levels": _reworded(self.levels, wording.levels),
                "options": _reworded(self.options, wording.options),
            }
        )

    def rank(self, level_id: str) -> int | None:
        """Return the place of a level from 0, or None where there is no such level."""
        return next((rank for rank, level in enumerate(self.levels) if level.id == level_id), None)

    def value(self, level_id: str) -> Fraction:
        """Return what a level is worth, from 0 to 1 (docs/method.md, Values). Raises KeyError for an unknown level."""
        rank = self.rank(level_id)
        if rank is None:
            raise KeyError(level_id)
        own = self.levels[rank].value
        return Fraction(rank, len(self.levels) - 1) if own is None else own

    @cached_property
    def least(self) -> Fraction:
        """What its lowest level is worth; only of an item with levels."""
        return self.value(self.levels[0].id)

    @cached_property
    def most(self) -> Fraction:
        """What its highest level is worth; only of an item with levels."""
        return self.value(self.levels[-1].id)

    def reached(self, chosen: tuple[str, ...]) -> Level:
        """Return the level that the chosen options reach: the highest whose ``from_credit`` is at most their sum.

        The option „none“ never brings credit, whatever the file says.
        """
        own = (option for option in self.options if option.id in chosen and option.id != NONE_OPTION)
        credit = sum((option.credit for option in own), Fraction(0))
        return [level for level in self.levels if (level.from_credit or 0) <= credit][-1]


_WORDED = ("question", "help", "valid_if", "ask", "steps", "about", "levels_differ")
"""What a perspective has of its own beside the words of levels and options."""


def _reworded(own: tuple[Worded, ...], other: tuple[Worded, ...]) -> tuple[Worded, ...]:
    """Return our levels or options in the words of another perspective."""
    words = {one.id: {"label": one.label, "sees": one.sees} for one in other}
    return tuple(one.model_copy(update=words.get(one.id, {})) for one in own)

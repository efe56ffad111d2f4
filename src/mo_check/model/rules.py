"""The rules of a checklist: when an item applies, and what answer counts for a figure.

Each is one of a union of small frozen types, so that a rule that is two things at once cannot be written. ``ConditionFields`` and
``CountsFields`` are rules as a file holds them: keys that may be there or not, complained of in ``item_consistency.py``.
"""

from typing import Literal, NamedTuple, TypeAlias

from pydantic import ConfigDict, Field

from mo_check.model.types import Frozen, Id, Whole, WordId


class KindIs(NamedTuple):
    """The subject is of one of these kinds."""

    kinds: tuple[str, ...]


class PopulationAtLeast(NamedTuple):
    """So many people live there, or more."""

    number: int


class ParentReaches(NamedTuple):
    """Another item has reached a level."""

    item: str
    level: str


FactCondition: TypeAlias = KindIs | PopulationAtLeast
"""A condition on the subject."""
Condition: TypeAlias = FactCondition | ParentReaches
"""When an item applies (docs/method.md, Conditions). A ``match`` over it is closed by ``assert_never``."""


class ConditionFields(Frozen):
    """When an item applies: a subject fact, or another item that has reached a level (docs/method.md, Conditions)."""

    model_config = ConfigDict(title="Condition")

    fact: Literal["kind", "population"] | None = None
    is_: tuple[str, ...] | None = Field(default=None, alias="is")
    at_least: str | None = None
    item: Id | None = None

    def condition(self) -> Condition:
        """Return the condition that these fields are, once they have been checked."""
        if self.item is not None:
            return ParentReaches(self.item, self.at_least or "")
        return KindIs(self.is_ or ()) if self.fact == "kind" else PopulationAtLeast(int(self.at_least or 0))


class LevelFrom(NamedTuple):
    """Who has reached a level counts."""

    level: str


class OptionChosen(NamedTuple):
    """Who has chosen an option counts."""

    option: str


class OptionsAtLeast(NamedTuple):
    """Who has chosen so many options counts; ``among`` are those that are counted, all but „none“ where it is None."""

    number: int
    among: tuple[str, ...] | None = None


class NoneAmong(NamedTuple):
    """Who has chosen none of these options counts."""

    options: tuple[str, ...]


class AllOf(NamedTuple):
    """Who counts for all of these figures counts."""

    figures: tuple[str, ...]


class OnlyOne(NamedTuple):
    """Who counts for one figure and not for another counts."""

    figure: str
    without: str


Counts: TypeAlias = LevelFrom | OptionChosen | OptionsAtLeast | NoneAmong | AllOf | OnlyOne
"""What answer counts for a figure. A ``match`` over it is closed by ``assert_never``."""


class CountsFields(Frozen):
    """What answer counts for a figure; exactly one rule (``among`` and ``without`` belong to theirs)."""

    model_config = ConfigDict(title="Counts")

    level_from: WordId | None = None
    option: WordId | None = None
    options_at_least: Whole | None = None
    among: tuple[WordId, ...] | None = None
    none_among: tuple[WordId, ...] | None = None
    all_of: tuple[Id, ...] | None = None
    only: Id | None = None
    without: Id | None = None

    def rules(self) -> list[Counts]:
        """Return every rule that stands in these fields; where they have been checked, it is one."""
        found: list[Counts | None] = [
            None if self.level_from is None else LevelFrom(self.level_from),
            None if self.option is None else OptionChosen(self.option),
            None if self.options_at_least is None else OptionsAtLeast(self.options_at_least, self.among),
            None if self.none_among is None else NoneAmong(self.none_among),
            None if self.all_of is None else AllOf(self.all_of),
            None if self.only is None else OnlyOne(self.only, self.without or ""),
        ]
        return [rule for rule in found if rule is not None]

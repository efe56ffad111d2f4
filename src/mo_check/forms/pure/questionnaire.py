"""A whole questionnaire as one perspective reads it, to be filled in elsewhere: its questions in order, conditions as data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mo_check.forms.pure.form_head import FormHead
from mo_check.interview.question import Action, Choice
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import Item
from mo_check.model.profile import Subject


@dataclass(frozen=True, slots=True)
class ItemCondition:
    """What a question waits for: that an earlier one, ``item``, has reached a level.

    ``levels`` are the levels that suffice. Where the earlier one is answered by options, ``credits`` says what each option
    brings, in whole numbers, and ``least`` the sum that suffices. ``label`` names the lowest level that does.
    """

    item: str
    number: int
    label: str
    levels: tuple[str, ...]
    credits: Mapping[str, int]
    least: int


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item as it is asked; ``number`` counts from 1 through its checklist, ``wording`` marks its German text.

    ``actions`` are what may be said besides answering; with NOTHING_HERE among them it opens a row of a matrix.
    """

    item: Item
    number: int
    choices: tuple[Choice, ...]
    actions: tuple[Action, ...]
    wording: str
    waits: ItemCondition | None = None

    @property
    def several(self) -> bool:
        """Whether several choices may be combined."""
        return bool(self.item.options)


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one dimension."""

    dimension: Dimension
    asked: tuple[AskedItem, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """One checklist as one perspective reads it, in one language."""

    checklist: Checklist
    digest: str
    sections: tuple[Section, ...]

    def asked(self) -> Iterator[AskedItem]:
        """Yield every question in order."""
        for section in self.sections:
            yield from section.asked


@dataclass(frozen=True, slots=True)
class Form:
    """What a form asks: the same questionnaires in each of its languages, by tag, the leading language first.

    ``head`` is what comes back with the answers; ``subject`` is None where the respondent says which municipality it is.
    """

    head: FormHead
    texts: Mapping[str, tuple[Questionnaire, ...]]
    day: date

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the languages, the leading one first."""
        return tuple(self.texts)

    @property
    def leading(self) -> tuple[Questionnaire, ...]:
        """The questionnaires in the leading language."""
        return next(iter(self.texts.values()))

    @property
    def subject(self) -> Subject | None:
        """The municipality the form asks about, where it is known."""
        return self.head.subject

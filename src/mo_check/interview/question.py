"""What an interview asks and hears, and the two protocols it speaks through: a Prompter that hears, a Show that draws."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from mo_check.errors import Message
from mo_check.languages import Language
from mo_check.model.answer import Answer, Position, Status
from mo_check.model.checklist import Dimension
from mo_check.model.item import Item
from mo_check.model.source import Statement


class Action(StrEnum):
    """Everything that can be said to a question except an answer of its own."""

    NOTHING_HERE = "nothing_here"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    ELSEWHERE = "elsewhere"
    DISPUTED = "disputed"
    LATER = "later"
    NOTE = "note"
    EVIDENCE = "evidence"
    HELP = "help"
    CONSENT = "consent"
    BACK = "back"
    KEEP = "keep"
    GO_TO = "go_to"
    REVIEW = "review"
    QUIT = "quit"

    @property
    def status(self) -> Status | None:
        """The status that it gives for an answer; None where it gives none."""
        return _STATUSES.get(self.value)


_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen with one key."""

    key: str
    id: str
    label: str
    sees: str | None = None


@dataclass(frozen=True, slots=True)
class ChosenReply:
    """The reply that names what was chosen: one level, or several options."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """The reply that is a free text."""

    text: str


Reply: TypeAlias = ChosenReply | WrittenReply | Action


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """What a survey of some year says beside a question: a figure and the label of the level from which an answer counts."""

    statement: Statement
    year: int
    from_label: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideResponses:
    """What others said to an item that a group is to agree on, in words.

    ``answers`` says how each side answered, a line a side; ``remarks`` are notes and evidence, each with whose it is.
    ``positions`` is what is kept of who held what.
    """

    answers: tuple[str, ...]
    remarks: tuple[str, ...]
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An item as it is put to the respondent, in the words of their perspective.

    ``number`` of ``total`` counts the questions of the interview, ``place`` of ``places`` those of the dimension, all from 1.
    ``earlier`` is the answer already there; ``from_before`` says that it stems from an older profile and waits for a yes.
    ``responses`` are what others said, where a group is to agree.
    """

    item: Item
    dimension: Dimension
    number: int
    total: int
    place: int
    places: int
    choices: tuple[Choice, ...]
    actions: tuple[Action, ...]
    compared: tuple[ComparedFigure, ...] = ()
    statements: tuple[Statement, ...] = ()
    earlier: Answer | None = None
    from_before: bool = False
    responses: SideResponses | None = None

    @property
    def several(self) -> bool:
        """Whether several choices may be combined."""
        return bool(self.item.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One line of the review: an item without an answer, with its number in the interview."""

    number: int
    item: Item
    answer: Answer | None


class Prompter(Protocol):
    """Hears what the respondent says. Every method raises KeyboardInterrupt or EOFError when they stop."""

    def ask(self, question: Question) -> Reply:
        """Hear the reply to a question that is already drawn."""
        ...

    def line(self, prompt: str, initial: str = "") -> str | None:
        """Hear one line of text; None where the respondent thinks better of it."""
        ...

    def choose(self, prompt: str, choices: tuple[Choice, ...]) -> str:
        """Hear which one of several choices is meant; returns its id."""
        ...


class Show(Protocol):
    """Draws what the respondent sees."""

    def say(self, text: str) -> None:
        """Draw a paragraph."""
        ...

    def begin_dimension(self, dimension: Dimension, places: int) -> None:
        """Draw the opening of a dimension."""
        ...

    def question(self, question: Question) -> None:
        """Draw a question with its levels or options."""
        ...

    def recorded(self, question: Question, answer: Answer) -> None:
        """Draw the answer that was just kept."""
        ...

    def help(self, question: Question) -> None:
        """Draw the help of a question and what the paper says about it."""
        ...

    def review(self, items: tuple[OpenItem, ...]) -> None:
        """Draw the questions that are still open."""
        ...


@dataclass(frozen=True, slots=True)
class InterviewIO:
    """Who hears, who draws, in which language; ``word`` puts a message into words."""

    prompter: Prompter
    show: Show
    language: Language
    word: Callable[[Message], str]

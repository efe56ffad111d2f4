"""What can go wrong, without words: msgids with fields, located problems, and the exit code each kind of error has.

MoCheckError
├── UsageError          2    the call itself cannot be carried out
│   └── UnknownScore    2    a checklist has no score of that name; carries those that it has
├── InvalidInput        3    a checklist or profile is missing or invalid; carries every problem found
├── CannotWrite         4    a file could not be written; carries the text that is not saved
├── CannotAsk           4    there is no terminal to ask on
├── CannotStart         4    the system does not let us start the processes that many files are shared out to
├── MissingExtra        4    an optional library is not installed
└── Interrupted       130    the user stopped; answers are saved

The words are put in where they are shown (``cli``), in the language of the user. ``str`` of an error is the same in plain
German, for whoever calls mo-check from Python: each problem with its file, line and remedy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A sentence to be said later: the German msgid and the fields that fill its braces.

    A field may itself be a message, or a tuple of texts and messages, which is then said as a list; a fraction is written
    as a decimal number.
    """

    msgid: str
    fields: Mapping[str, "Field"]

    def __init__(self, msgid: str, /, **fields: "Field") -> None:
        object.__setattr__(self, "msgid", msgid)
        object.__setattr__(self, "fields", fields)

    def __str__(self) -> str:
        """Return the sentence in German."""
        return self.msgid.format(**{name: _plain(value) for name, value in self.fields.items()}) if self.fields else self.msgid


Field: TypeAlias = str | int | Fraction | Message | tuple[str | Message, ...]


def _plain(value: Field) -> str:
    """Return a field as it stands in a German sentence."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(float(value)).removesuffix(".0").replace(".", ",") if isinstance(value, Fraction) else str(value)


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint about a file: where, what, and what to do.

    ``line`` and ``column`` count from 1 and are 0 where the file as a whole is meant; ``path`` is the place inside the data,
    written with dots (``checklists.cooperation.answers.concept.written.level``).
    """

    file: str
    message: Message
    remedy: Message | None = None
    line: int = 0
    column: int = 0
    path: str = ""

    @property
    def place(self) -> str:
        """Where it is: ``file:line:column: path``, as far as these are known."""
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{where}: {self.path}" if self.path else where

    def __str__(self) -> str:
        """Return the place, what is wrong there and what to do, in German."""
        return f"{self.place}: {_sentence(self.message, self.remedy)}"


def _sentence(message: Message, remedy: Message | None) -> str:
    return f"{message} {remedy}" if remedy else str(message)


class MoCheckError(Exception):
    """The root of every error that a user may meet: ``message``, ``remedy``, and the ``exit_code`` that the process ends with."""

    exit_code = 1

    def __init__(self, message: Message, remedy: Message | None = None) -> None:
        super().__init__(message.msgid)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """Return what happened and what to do, in German."""
        return _sentence(self.message, self.remedy)


class UsageError(MoCheckError):
    """The call itself cannot be carried out: options that exclude each other, an unknown item, a wrong value."""

    exit_code = 2


class UnknownScore(UsageError):
    """A checklist has no score of that name; ``known`` are those that it has."""

    def __init__(self, score: str, known: tuple[str, ...]) -> None:
        super().__init__(Message("Den Wert „{id}“ gibt es nicht.", id=score), Message("Möglich sind: {words}.", words=known))
        self.known = known


class InvalidInput(MoCheckError):
    """A checklist, source or profile is missing or invalid; ``problems`` are all that were found, in the order of the file."""

    exit_code = 3

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].message, problems[0].remedy)
        self.problems = problems

    def __str__(self) -> str:
        """Return every problem on a line of its own, in German."""
        return "\n".join(map(str, self.problems))


class CannotWrite(MoCheckError):
    """A file could not be written; ``unsaved`` is the text that would have gone into it."""

    exit_code = 4

    def __init__(self, message: Message, remedy: Message | None = None, unsaved: str = "") -> None:
        super().__init__(message, remedy)
        self.unsaved = unsaved


class CannotAsk(MoCheckError):
    """There is no terminal to ask on."""

    exit_code = 4


class CannotStart(MoCheckError):
    """The system does not let us start the processes that many files are shared out to."""

    exit_code = 4


class MissingExtra(MoCheckError):
    """An optional library is not installed; the message names the extra that brings it."""

    exit_code = 4


class Interrupted(MoCheckError):
    """The user stopped (Ctrl-C, end of input); what was answered is saved."""

    exit_code = 130

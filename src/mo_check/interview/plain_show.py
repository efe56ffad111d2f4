"""The interview in plain lines, one after the other: for screen readers and simple consoles. Loads no library."""

from collections.abc import Iterable
from textwrap import fill
from typing import TextIO

from mo_check.interview.question import OpenItem, Question
from mo_check.interview.question_text import answer_text, around, help_lines, key_hints
from mo_check.languages import Language
from mo_check.model.answer import Answer
from mo_check.model.checklist import Dimension
from mo_check.model.item import ItemKind
from mo_check.render.terminal.wrapping import flowing

_JOINT = "\0"
"""Parts the keys until they are laid out; no text holds it."""


class Plain:
    """Writes the interview to a stream, wrapped at ``width`` columns."""

    def __init__(self, stream: TextIO, language: Language, width: int) -> None:
        self._stream = stream
        self._language = language
        self._width = width
        self._told: set[str] = set()

    def say(self, text: str) -> None:
        """Write a paragraph."""
        self._write(fill(line, self._width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))

    def _write(self, lines: Iterable[str]) -> None:
        self._stream.write("\n".join(lines) + "\n")
        self._stream.flush()

    def begin_dimension(self, dimension: Dimension, places: int) -> None:
        """Write the opening of a dimension."""
        self.say("")
        self.say(dimension.title + ", " + self._language.count("{number} Frage", "{number} Fragen", places))
        if dimension.introduction:
            self.say(dimension.introduction)

    def question(self, question: Question) -> None:
        """Write a question with its levels; a key is told where it is first possible, and with the help."""
        say = self._language.say
        self.say("")
        self.say(say("Frage {number} von {total}", number=question.number, total=question.total))
        self.say(question.item.question)
        for choice in question.choices:
            self.say(f"{choice.key}: {choice.label}." + (f" {choice.sees}" if choice.sees else ""))
        if question.several:
            self.say(say("Mehrere Ziffern sind möglich, zum Beispiel: 1 3"))
        if question.item.kind is ItemKind.TEXT and question.item.help:
            self.say(question.item.help)
        for line in around(question, self._language):
            self.say(line)
        self._tell_keys(question)

    def _tell_keys(self, question: Question) -> None:
        """Tell the keys that were not told before; a key and its meaning stay on one line."""
        hints = key_hints(question, self._language, self._language.say("leere Zeile"))
        if new := [hint for hint in hints if hint not in self._told]:
            self._told.update(new)
            told = self._language.say("Auch möglich: {keys}", keys=_JOINT.join(new)).split(_JOINT)
            self._write(flowing([*(f"{hint}," for hint in told[:-1]), told[-1]], " ", self._width))

    def recorded(self, question: Question, answer: Answer) -> None:
        """Write what was kept."""
        self.say(self._language.say("Notiert: {answer}", answer=answer_text(question, answer, self._language)))

    def help(self, question: Question) -> None:
        """Write what is meant, what the paper says, and the keys again."""
        for heading, text in help_lines(question, self._language):
            self.say(f"{heading}: {text}")
        self._told.clear()
        self._tell_keys(question)

    def review(self, items: tuple[OpenItem, ...]) -> None:
        """Write the open questions with their numbers."""
        say = self._language.say
        self.say(say("Noch offen:") if items else say("Es ist nichts mehr offen."))
        for one in items:
            self.say(f"{one.number}: {one.item.short}")

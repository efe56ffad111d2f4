"""The prompter for plain lines: for screen readers, simple consoles and pipes."""

import re
from typing import TextIO

from mo_check.interview.keys import ENTER, keys
from mo_check.interview.question import Action, Choice, ChosenReply, Question, Reply, WrittenReply
from mo_check.interview.question_text import prompt_text
from mo_check.languages import Language
from mo_check.model.item import NONE_OPTION, ItemKind


class Lines:
    """Hears one line at a time. The end of the input raises EOFError."""

    def __init__(self, language: Language, heard: TextIO, said: TextIO) -> None:
        self._language = language
        self._heard = heard
        self._said = said
        self._actions = {key: action for action, key in keys(language.locale).items() if key != ENTER}

    def ask(self, question: Question) -> Reply:
        """Hear the reply to a question; an empty line keeps the answer that is already there."""
        say = self._language.say
        while True:
            text = self._read(say("Ihre Antwort"))
            action = self._actions.get(text.casefold())
            if action in question.actions:
                return action
            if not text and question.earlier is not None:
                return Action.KEEP
            if question.item.kind is ItemKind.TEXT and text:
                return WrittenReply(text)
            if reply := _chosen(question, text):
                return reply
            possible = [c.key for c in question.choices]
            possible += [key for key, action in self._actions.items() if action in question.actions]
            self._write(say("Das geht hier nicht. Möglich sind: {keys}.", keys=" ".join(possible)) + "\n")

    def line(self, prompt: str, initial: str = "") -> str | None:
        """Hear one line of text; an empty line keeps what was there, or thinks better of it."""
        said = self._language.say("{prompt} (bisher: {initial})", prompt=prompt, initial=initial) if initial else prompt
        return self._read(said) or initial or None

    def choose(self, prompt: str, choices: tuple[Choice, ...]) -> str:
        """Hear one of several choices by its key or its label."""
        self._write(prompt_text(prompt) + "\n" + "".join(f"  {c.key}  {c.label}\n" for c in choices))
        while True:
            text = self._read(self._language.say("Ihre Wahl")).casefold()
            for choice in choices:
                if text in {choice.key.casefold(), choice.label.casefold()}:
                    return choice.id
            self._write(
                self._language.say("Das geht hier nicht. Möglich sind: {keys}.", keys=" ".join(c.key for c in choices)) + "\n"
            )

    def _read(self, prompt: str) -> str:
        self._write(prompt + ": ")
        text = self._heard.readline()
        if not text:
            raise EOFError
        return text.strip()

    def _write(self, text: str) -> None:
        self._said.write(text)
        self._said.flush()


def _chosen(question: Question, text: str) -> ChosenReply | None:
    """Return what the keys in a line choose, or None if they choose nothing that is possible."""
    ids = {choice.key: choice.id for choice in question.choices}
    named = [part for part in re.split(r"[\s,;]+", text) if part]
    if not named or any(key not in ids for key in named) or (len(named) > 1 and not question.several):
        return None
    chosen = {ids[key] for key in named}
    if NONE_OPTION in chosen and len(chosen) > 1 and question.several:
        return None
    return ChosenReply(tuple(choice.id for choice in question.choices if choice.id in chosen))

"""The prompter for a real terminal: one key answers at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys

from mo_check.interview.keys import ENTER, keys
from mo_check.interview.question import Action, Choice, ChosenReply, Question, Reply, WrittenReply
from mo_check.interview.question_text import many_keys, prompt_text
from mo_check.languages import Language
from mo_check.model.item import NONE_OPTION, ItemKind

_ESCAPE_SECONDS = 0.05
_STYLE = questionary.Style(
    [("qmark", "bold"), ("question", "bold"), ("answer", ""), ("pointer", "bold"), ("highlighted", "bold")]
)
_MANY = 9
_MARK = " ▸"
"""Stands before a prompt, behind the margin that all lines have."""
_ENTER = "enter"


class Keyboard:
    """Hears single keys through questionary; ``language`` words the prompts and settles which key says what."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._actions = {key: action for action, key in keys(language.locale).items() if key != ENTER}

    def ask(self, question: Question) -> Reply:
        """Hear the reply to a question; Enter keeps the answer that is already there."""
        if question.several:
            return self._several(question)
        while True:
            heard = self._key(self._prompt(question), [c.key for c in question.choices], question)
            if isinstance(heard, Action):
                return heard
            if heard != _ENTER:
                if (chosen := _id(question, heard)) is not None:
                    return ChosenReply((chosen,))
                continue  # a number that is none of the answers
            if question.item.kind is ItemKind.TEXT:
                return self._written(question)
            if question.earlier is not None:
                return Action.KEEP

    def _written(self, question: Question) -> Reply:
        earlier = question.earlier.text if question.earlier else None
        text = self.line(self._language.say("Ihre Antwort"), earlier or "")
        return WrittenReply(text) if text else Action.LATER

    def _several(self, question: Question) -> Reply:
        before = tuple(question.earlier.options or ()) if question.earlier else ()
        chosen = list(before)
        while True:
            heard = self._key(self._chosen_prompt(question, chosen), [c.key for c in question.choices], question)
            if isinstance(heard, Action):
                return heard
            if heard == _ENTER:
                if chosen and tuple(chosen) != before:
                    return ChosenReply(tuple(c.id for c in question.choices if c.id in chosen))
                if question.earlier is not None and tuple(chosen) == before:
                    return Action.KEEP
                continue  # what was taken back whole is no answer
            option = _id(question, heard)
            if option is None:
                continue  # a number that is none of the options
            if option == NONE_OPTION and question.item.row:  # a matrix has many fields: „nothing“ answers at once
                return ChosenReply((NONE_OPTION,))
            _toggle(chosen, option)

    def _prompt(self, question: Question) -> str:
        say = self._language.say
        if question.item.kind is ItemKind.TEXT:
            return say("Eingabetaste: schreiben")
        last = question.choices[-1].key
        return say("Antwort 1–{last} und Eingabetaste", last=last) if many_keys(question) else say("Antwort 1–{last}", last=last)

    def _chosen_prompt(self, question: Question, chosen: list[str]) -> str:
        marks = " ".join(c.key for c in question.choices if c.id in chosen)
        return self._language.say("gewählt: {keys} · Eingabetaste: fertig", keys=marks or "–")

    def _key(self, prompt: str, answers: Iterable[str], question: Question) -> str | Action:
        """Hear one key; returns the key of a choice, ``_ENTER`` or an action that the question allows.

        Where there are more choices than keys, a number is typed and Enter ends it; it may be none of the choices.
        """
        numbers = many_keys(question)
        heard: dict[str | Keys, str | Action] = {} if numbers else {key: key for key in answers}
        allowed = {key: action for key, action in self._actions.items() if action in question.actions}
        heard |= {key: action for key, action in allowed.items() if not (numbers and key.isdigit())}
        heard |= {Keys.Left: Action.BACK, Keys.Enter: _ENTER}
        asked = questionary.text(prompt + ":", qmark=_MARK, style=_STYLE)
        bindings = KeyBindings()
        if numbers:
            for digit in "0123456789":
                bindings.add(digit)(_type)
            heard.pop(Keys.Enter)
            bindings.add(Keys.Enter)(_exit_with_number(allowed))
        for key, meaning in heard.items():
            bindings.add(key)(_exit_with(meaning))
            if len(key) == 1 and key.isalpha():
                bindings.add(key.upper())(_exit_with(meaning))
        bindings.add(Keys.Any)(_ignore)
        said: str | Action = _run(asked, bindings, erase=True)
        return said

    def line(self, prompt: str, initial: str = "") -> str | None:
        """Hear one line of text; Escape thinks better of it."""
        asked = questionary.text(prompt + ":", default=initial, qmark=_MARK, style=_STYLE)
        bindings = KeyBindings()
        bindings.add(Keys.Escape)(_exit_with(None))
        text: str | None = _run(asked, bindings, erase=False)
        return text.strip() if text is not None else None

    def choose(self, prompt: str, choices: tuple[Choice, ...]) -> str:
        """Hear one of several choices: by its key where there are few, else with the arrow keys."""
        few = len(choices) <= _MANY
        hint = self._language.say("(Ziffer oder Pfeiltasten)") if few else self._language.say("(Pfeiltasten und Eingabetaste)")
        asked = questionary.select(
            prompt_text(prompt),
            choices=[questionary.Choice(c.label, value=c.id, shortcut_key=c.key if few else None) for c in choices],
            qmark=_MARK,
            instruction=hint,
            use_shortcuts=few,
            use_jk_keys=False,
            use_emacs_keys=False,
            show_description=False,
            style=_STYLE,
        )
        bindings = KeyBindings()
        if few:
            for choice in choices:
                bindings.add(choice.key, eager=True)(_exit_with(choice.id))
        return str(_run(asked, bindings, erase=True))


def _run(asked: questionary.Question, bindings: KeyBindings, *, erase: bool) -> Any:  # noqa: ANN401
    application = asked.application
    application.ttimeoutlen = _ESCAPE_SECONDS
    application.erase_when_done = erase
    own = [application.key_bindings] if application.key_bindings else []
    application.key_bindings = merge_key_bindings([*own, bindings])
    try:
        return asked.unsafe_ask()
    except OSError:  # the terminal has gone
        raise EOFError from None


def _exit_with(result: object) -> Callable[[KeyPressEvent], None]:
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=result)

    return leave


def _type(event: KeyPressEvent) -> None:
    """Put a digit of a number into the line."""
    event.current_buffer.insert_text(event.data)


def _exit_with_number(actions: Mapping[str, Action]) -> Callable[[KeyPressEvent], None]:
    """Leave with the number in the line, with the action of that key, or with Enter alone."""

    def leave(event: KeyPressEvent) -> None:
        number = event.current_buffer.text.strip()
        event.app.exit(result=actions.get(number, number) or _ENTER)

    return leave


def _ignore(_: KeyPressEvent) -> None:
    """Swallow a key that means nothing here."""


def _id(question: Question, key: str) -> str | None:
    return next((choice.id for choice in question.choices if choice.key == key), None)


def _toggle(chosen: list[str], option: str) -> None:
    """Put an option in or take it out; „none“ and the others exclude each other."""
    if option in chosen:
        chosen.remove(option)
        return
    if option == NONE_OPTION:
        chosen.clear()
    elif NONE_OPTION in chosen:
        chosen.remove(NONE_OPTION)
    chosen.append(option)

"""The doors an interview goes through, handed in by the command."""

from collections.abc import Callable
from dataclasses import dataclass

from mo_check.errors import Message
from mo_check.languages import Language
from mo_check.model.interview import Prompter, Show


@dataclass(frozen=True, slots=True)
class Doors:
    """Who hears, who draws, in which language; ``word`` puts a message into words."""

    prompter: Prompter
    show: Show
    language: Language
    word: Callable[[Message], str]

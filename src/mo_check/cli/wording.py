"""Messages and errors put into words."""

from fractions import Fraction

from mo_check.errors import CannotWrite, Field, InvalidInput, Message, MoCheckError, Problem
from mo_check.languages import Language

_PLACES = 9
"""A fraction is written with as many decimal places as it needs, but not with more."""


def in_words(message: Message, language: Language) -> str:
    """Return a message in a language; messages among its fields are said too, tuples as a list."""
    return language.say(message.msgid, **{key: _field(value, language) for key, value in message.fields.items()})


def _field(value: Field, language: Language) -> object:
    if isinstance(value, Message):
        return in_words(value, language)
    if isinstance(value, Fraction):
        places = next((n for n in range(_PLACES) if (value * 10**n).denominator == 1), _PLACES)
        return language.number(value, places)
    if isinstance(value, tuple):
        return ", ".join(str(_field(part, language)) for part in value)
    return value


def problem_lines(problem: Problem, language: Language) -> list[str]:
    """Return a problem as lines: file:line:column and path, what, and what to do."""
    first = f"{problem.place}: {in_words(problem.message, language)}"
    return [first, f"    {in_words(problem.remedy, language)}"] if problem.remedy else [first]


def error_lines(error: MoCheckError, language: Language) -> list[str]:
    """Return an error as lines: every problem of a file, or what happened, what to do, and the text that is not saved."""
    if isinstance(error, InvalidInput):
        lines = [line for problem in error.problems for line in problem_lines(problem, language)]
    else:
        lines = [in_words(error.message, language)]
        if error.remedy:
            lines.append(f"    {in_words(error.remedy, language)}")
    if isinstance(error, CannotWrite) and error.unsaved:
        lines += ["", language.say("Nicht gesichert ist:"), error.unsaved]
    return lines

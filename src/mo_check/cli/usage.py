"""Usage errors in the user's language: Typer's own are English only, so each kind is said anew here."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from mo_check.cli.typer_internals import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
    extra_words,
    possible_values,
    rejected_value,
    takes_no_value,
    unknown_command,
)
from mo_check.errors import Message
from mo_check.errors import UsageError as OurUsageError
from mo_check.languages import LOCALES, Language, msgid
from mo_check.languages.language_choice import known_language

_LANG = "--lang"
_CHECKLISTS = "--checklists"
_NUMBERS = {"greater_than_equal": msgid("mindestens {ge}"), "less_than_equal": msgid("höchstens {le}")}


class General(NamedTuple):
    """The options that every command takes, wherever they stand, and the arguments without them."""

    languages: tuple[str, ...]
    checklists: str | None
    rest: list[str]


def general_options(arguments: Sequence[str]) -> General:
    """Take ``--lang TAG`` and ``--checklists DIR`` out of the arguments; tags may stand one after another with commas.

    Raises UsageError for an option without its value, a language we do not speak and a folder that is not there.
    """
    given: dict[str, str | None] = {_LANG: None, _CHECKLISTS: None}
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name in given:
            given[name] = value if equals else next(waiting, "")
        else:
            rest.append(argument)
    if (bare := next((name for name, value in given.items() if value == ""), None)) is not None:
        raise OurUsageError(Message("Die Option „{name}“ braucht einen Wert.", name=bare))
    tags, folder = tuple((given[_LANG] or "").split(",")) if given[_LANG] else (), given[_CHECKLISTS]
    if (unknown := next((tag for tag in tags if known_language(tag) is None), None)) is not None:
        message = Message("Die Sprache „{tag}“ gibt es nicht.", tag=unknown)
        raise OurUsageError(message, Message("Möglich sind: {words}.", words=tuple(LOCALES)))
    if folder is not None:
        _refuse_missing(folder)
    return General(tuple(dict.fromkeys(known_language(tag) or tag for tag in tags)), folder, rest)


def _refuse_missing(folder: str) -> None:
    """Refuse a folder of checklists that is not there. Raises UsageError."""
    from mo_check.files.reading import is_folder

    if not is_folder(Path(folder)):
        raise OurUsageError(Message("--checklists: Den Ordner „{folder}“ gibt es nicht.", folder=folder))


def tell_usage_error(error: ClickException, language: Language, stream: TextIO) -> None:
    """Write the call as it should be, what is wrong, and where to read more."""
    say = language.say
    ctx = getattr(error, "ctx", None)
    lines = []
    if ctx is not None:
        from mo_check.cli.help import usage_pieces

        lines.append(say("Aufruf: ") + f"{ctx.command_path} {usage_pieces(ctx.command, language)}".rstrip())
        lines.append(say("Mehr dazu: {call}", call=f"{ctx.command_path} --help"))
        lines.append("")
    lines.append(say("Fehler: {what}", what=_said(error, language)))
    stream.write("\n".join(lines) + "\n")


def _said(error: ClickException, language: Language) -> str:
    say = language.say
    match error:
        case MissingParameter():
            return say("Es fehlt: {name}.", name=_name(error, language))
        case NoSuchOption():
            near = sorted(error.possibilities or ())
            hint = " " + say("Meinten Sie {words}?", words=", ".join(near)) if near else ""
            return say("Die Option „{name}“ gibt es nicht.", name=error.option_name) + hint
        case BadOptionUsage() if takes_no_value(error):
            return say("Die Option „{name}“ nimmt keinen Wert.", name=error.option_name)
        case BadOptionUsage():
            return say("Die Option „{name}“ braucht einen Wert.", name=error.option_name)
        case BadParameter():
            return say("{name}: {what}", name=_name(error, language), what=_wrong_value(error, language))
        case UsageError():
            return _plain(error, language)
        case _:
            return error.format_message()


def _name(error: BadParameter, language: Language) -> str:
    parameter: Any = error.param
    if parameter is None:
        return str(error.param_hint or "")
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return language.say(parameter.metavar or parameter.name.upper()).rstrip("…")


def _wrong_value(error: BadParameter, language: Language) -> str:
    """Return what is wrong with a value."""
    details = rejected_value(error)
    if details is None:
        return language.say("Dieser Wert ist hier nicht möglich.")
    if details["type"] in _NUMBERS:
        return language.say(_NUMBERS[details["type"]], **details["ctx"])
    value = str(details["input"])
    if details["type"].startswith("int"):
        return language.say("„{value}“ ist keine ganze Zahl.", value=value)
    if words := possible_values(details):
        return language.say("„{value}“ ist hier nicht möglich. Möglich sind: {words}.", value=value, words=", ".join(words))
    return language.say("„{input}“ ist hier nicht möglich.", input=value)


def _plain(error: UsageError, language: Language) -> str:
    say = language.say
    if (words := extra_words(error)) is not None:
        return say("Das ist zu viel: {words}", words=words)
    if (name := unknown_command(error)) is not None:
        names = list(getattr(error.ctx.command, "commands", {})) if error.ctx else []
        near = get_close_matches(name, names)
        hint = " " + say("Meinten Sie {words}?", words=", ".join(near)) if near else ""
        return say("Den Befehl „{name}“ gibt es nicht.", name=name) + hint
    return error.message

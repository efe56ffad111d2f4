"""The pages of help, in the user's language."""

from typing import Any

from mo_check.cli.entries import CommandEntry
from mo_check.cli.typer_internals import Context, HelpFormatter
from mo_check.languages import LOCALES, Language


def group_help(entry: CommandEntry, ctx: Context, formatter: HelpFormatter) -> None:
    """Write what a group is for and its commands, a line each."""
    words: Language = ctx.obj.language
    say = words.say
    formatter.write_usage(ctx.command_path, say("BEFEHL [ANGABEN]"), prefix=say("Aufruf: "))
    formatter.write_paragraph()
    formatter.write_text(say(entry.help))
    with formatter.section(say("Befehle")):
        formatter.write_dl([(name, say(held.help)) for name, held in (entry.entries or {}).items()])
    with formatter.section(say("Immer möglich")):
        formatter.write_dl(_general(words, version=ctx.parent is None))
    formatter.write_paragraph()
    formatter.write_text(say("Mehr zu einem Befehl: {call}", call=f"{ctx.command_path} {next(iter(entry.entries or {}))} --help"))


def command_help(command: Any, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ANN401 - parameters of every kind
    """Write what a command does, its arguments and its options."""
    words: Language = ctx.obj.language
    say = words.say
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    path, _, name = ctx.command_path.rpartition(" ")  # without anything behind the path nothing would be written
    formatter.write_usage(path, f"{name} {usage_pieces(command, words)}".rstrip(), prefix=say("Aufruf: "))
    formatter.write_paragraph()
    formatter.write_text(say(command.help))
    if arguments:
        with formatter.section(say("Angaben")):
            formatter.write_dl([(_metavar(p, words), say(p.help)) for p in arguments])
    if options:
        with formatter.section(say("Optionen")):
            formatter.write_dl([_option(p, words) for p in options])
    with formatter.section(say("Immer möglich")):
        formatter.write_dl(_general(words, version=False))


def usage_pieces(command: Any, words: Language) -> str:  # noqa: ANN401
    """Return what follows the name of a command in its call."""
    if not hasattr(command, "params") or hasattr(command, "entry"):
        return words.say("BEFEHL [ANGABEN]")
    pieces = [words.say("[OPTIONEN]")] if any(p.param_type_name == "option" for p in command.params) else []
    for p in command.params:
        if p.param_type_name == "argument":
            name = _metavar(p, words)
            pieces.append(name if p.required else f"[{name}]")
    return " ".join(pieces)


def _metavar(parameter: Any, words: Language) -> str:  # noqa: ANN401
    name = str(parameter.metavar or parameter.name.upper())
    return name if "|" in name else words.say(name)  # names to choose from are the same in every language


def _option(parameter: Any, words: Language) -> tuple[str, str]:  # noqa: ANN401
    names = ", ".join(sorted(parameter.opts, key=len))
    if parameter.secondary_opts:
        names += " / " + ", ".join(parameter.secondary_opts)
    if not parameter.is_flag:
        names += f" {_metavar(parameter, words)}"
    help_ = words.say(parameter.help)
    default = parameter.default
    if default is not None and not parameter.is_flag and not callable(default):
        help_ += " " + words.say("[Vorgabe: {default}]", default=default)
    return names, help_


def _general(words: Language, *, version: bool) -> list[tuple[str, str]]:
    say = words.say
    found = [
        (
            "--lang " + say("SPRACHE"),
            say("Sprache: {tags} (sonst MO_CHECK_LANG, sonst die des Rechners).", tags=", ".join(LOCALES)),
        ),
        ("--checklists " + say("ORDNER"), say("Eigene Checklisten in diesem Ordner zuerst suchen.")),
        ("--help", say("Diese Hilfe zeigen.")),
    ]
    return [*found, ("--version", say("Die Fassung nennen."))] if version else found

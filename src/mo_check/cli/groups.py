"""The commands by name, each loaded only when it is called, and the page of help that lists them."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from mo_check.cli.entries import CommandEntry
from mo_check.cli.typer_internals import Context, HelpFormatter, names_command


class TranslatedCommand(TyperCommand):
    """A command whose help is said in the user's language."""

    def get_help_option(self, ctx: Context) -> Any:  # noqa: ANN401 - as Typer has it
        """Return ``--help``, which writes to our own standard output."""
        return _own_help(super().get_help_option(ctx))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the page of help: call, what it does, arguments, options."""
        from mo_check.cli.help import command_help

        command_help(self, ctx, formatter)


class CommandGroup(TyperGroup):
    """A group that knows its commands by name and loads each only when it is called; alone it shows its help."""

    def __init__(self, entry: CommandEntry, name: str) -> None:
        super().__init__(name=name, invoke_without_command=True)
        self.entry = entry
        self.commands = dict.fromkeys(entry.entries or {}, self)

    def get_help_option(self, ctx: Context) -> Any:  # noqa: ANN401
        """Return ``--help``, which writes to our own standard output."""
        return _own_help(super().get_help_option(ctx))

    def get_command(self, ctx: Context, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Load a command, or None if there is none of that name."""
        entry = (self.entry.entries or {}).get(cmd_name)
        if entry is None:
            return None
        return CommandGroup(entry, cmd_name) if entry.entries else load_command(entry, cmd_name)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take no arguments at all for ``--help``, which Typer answers before it loads what reads options."""
        return super().parse_args(ctx, args or ["--help"])

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401
        """Run the named command; without one, show the help."""
        if names_command(ctx):
            return super().invoke(ctx)
        ctx.obj.write(ctx.get_help() + "\n")
        return 0

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the page of help: call, what it is for, the commands."""
        from mo_check.cli.help import group_help

        group_help(self.entry, ctx, formatter)


def _own_help(option: Any) -> Any:  # noqa: ANN401
    option.callback = _show_help
    return option


def _show_help(ctx: Context, _: Any, value: bool) -> None:  # noqa: ANN401, FBT001 - as click calls it
    if value and not ctx.resilient_parsing:
        ctx.obj.write(ctx.get_help() + "\n")
        ctx.exit()


def load_command(entry: CommandEntry, name: str) -> Any:  # noqa: ANN401
    """Return a command from its ``module:function``."""
    module, _, function = entry.target.partition(":")
    body: Callable[..., Any] = getattr(import_module(f"mo_check.cli.commands.{module}"), function)
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(name, cls=TranslatedCommand, help=entry.help)(body)
    return typer.main.get_command(app)

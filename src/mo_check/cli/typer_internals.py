"""All that is known here of Typer beyond what it documents: its private click, where that keeps things, how it words errors.

Typer's minor version is fixed in pyproject.toml. To take the next one: raise it there, run ``tests/unit/cli``, whose tests name
one by one what no longer holds, mend it in this module and in no other, then run ``tests/acceptance/test_usage_errors.py``.
"""

import re
from typing import Any

from typer._click import Context, HelpFormatter
from typer._click.exceptions import BadOptionUsage, BadParameter, ClickException, MissingParameter, NoSuchOption, UsageError

__all__ = [
    "BadOptionUsage",
    "BadParameter",
    "ClickException",
    "Context",
    "HelpFormatter",
    "MissingParameter",
    "NoSuchOption",
    "UsageError",
    "extra_words",
    "names_command",
    "possible_values",
    "rejected_value",
    "takes_no_value",
    "unknown_command",
]


def names_command(ctx: Context) -> bool:
    """Tell whether what a group was called with names a command."""
    return bool(ctx._protected_args)  # noqa: SLF001 - where click keeps the command's name


def takes_no_value(error: BadOptionUsage) -> bool:
    """Tell whether an option has a value and takes none; otherwise it lacks one."""
    return "does not take a value" in error.message


def extra_words(error: UsageError) -> str | None:
    """Return what is too much, None where something else is wrong."""
    found = re.match(r"Got unexpected extra argument\(s\) \((.*)\)$", error.message, re.DOTALL)
    return found and found[1]


def unknown_command(error: UsageError) -> str | None:
    """Return the name that no command has, None where something else is wrong."""
    found = re.match(r"No such command (['\"])(.*?)\1\.", error.message, re.DOTALL)
    return found and found[2]


def rejected_value(error: BadParameter) -> dict[str, Any] | None:
    """Return what pydantic says of a value that Typer had it look at, None where Typer looked itself."""
    cause: Any = error.__cause__
    return dict(cause.errors(include_url=False)[0]) if hasattr(cause, "errors") else None


def possible_values(rejected: dict[str, Any]) -> list[str]:
    """Return what a rejected value is not one of; nothing where it could be much else."""
    _, found, possible = rejected["msg"].rpartition(" is not one of ")
    return re.findall(r"'([^']+)'", possible) if found else []

"""What mo-check takes for granted about Typer, one by one; where a test fails, its message says what to do."""

import inspect
import re
import tomllib
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer

import mo_check
from mo_check.cli import typer_internals
from mo_check.cli.entries import ROOT
from mo_check.cli.groups import CommandGroup
from mo_check.cli.typer_internals import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
    extra_words,
    names_command,
    possible_values,
    rejected_value,
    takes_no_value,
    unknown_command,
)

MOVED = f"Typer {version('typer')} differs from what cli/typer_internals.py knows. {inspect.getdoc(typer_internals)}"
SOURCE = Path(mo_check.__file__).parent
PRIVATE = re.compile(r"typer\._|_protected_args|_click")


class Kind(StrEnum):
    """What can be chosen."""

    TOWN = "town"
    CITY = "city"


def body(
    number: Annotated[int, typer.Argument(max=9)],
    plain: Annotated[bool, typer.Option("--plain")] = False,  # noqa: ARG001, FBT002 - Typer reads the signature
    top: Annotated[int, typer.Option("--top")] = 1,  # noqa: ARG001
    kind: Annotated[Kind, typer.Option("--kind")] = Kind.TOWN,  # noqa: ARG001
) -> int:
    """Be a command with an argument, a flag and an option."""
    return number


def refused(*arguments: str) -> ClickException:
    """Return what Typer raises for these arguments of a command."""
    app = typer.Typer(add_completion=False)
    app.command("probe")(body)
    with pytest.raises(ClickException) as error, typer.main.get_command(app).make_context("probe", list(arguments)) as ctx:
        ctx.command.invoke(ctx)
    return error.value


def refused_by_group(*arguments: str) -> ClickException:
    """Return what Typer raises for these arguments of the program."""
    group = CommandGroup(ROOT, "mo-check")
    with pytest.raises(ClickException) as error, group.make_context("mo-check", list(arguments)) as ctx:
        group.invoke(ctx)
    return error.value


def test_nothing_else_reaches_into_typer() -> None:
    """Its privates are named in one module, so that there is one to mend."""
    files = [path.name for path in SOURCE.rglob("*.py") if PRIVATE.search(path.read_text(encoding="utf-8"))]
    assert files == ["typer_internals.py"]


def test_the_version_is_the_one_that_pyproject_names() -> None:
    """The bound is raised on purpose, together with what is known here."""
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))
    (bound,) = [one for one in project["project"]["dependencies"] if one.startswith("typer")]
    (least,) = re.findall(r">=(\d+\.\d+)", bound)
    assert version("typer").rsplit(".", 1)[0] == least, MOVED


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        ((), MissingParameter),
        (("1", "--zzz"), NoSuchOption),
        (("1", "--top"), BadOptionUsage),
        (("x",), BadParameter),
        (("1", "2"), UsageError),
    ],
)
def test_each_mistake_has_its_kind(arguments: tuple[str, ...], kind: type[ClickException]) -> None:
    """A message is chosen by the class of the error."""
    assert type(refused(*arguments)) is kind, MOVED


@pytest.mark.parametrize(("arguments", "found"), [(("1", "--plain=1"), True), (("1", "--top"), False)])
def test_an_option_with_a_value_too_many_is_told_from_one_without(arguments: tuple[str, ...], found: bool) -> None:  # noqa: FBT001
    """Both are errors of one class."""
    error: Any = refused(*arguments)
    assert takes_no_value(error) is found, MOVED


def test_the_words_that_are_too_much_are_found() -> None:
    """They stand in the message only."""
    error: Any = refused("1", "zwei", "drei (3)")
    assert (extra_words(error), unknown_command(error)) == ("zwei drei (3)", None), MOVED


@pytest.mark.parametrize("name", ["zzz", "it's", 'a"b'])
def test_the_name_that_no_command_has_is_found(name: str) -> None:
    """However it is quoted in the message."""
    error: Any = refused_by_group(name)
    assert (unknown_command(error), extra_words(error)) == (name, None), MOVED


@pytest.mark.parametrize(("given", "kind"), [("x", "int_parsing"), ("12", "less_than_equal")])
def test_what_is_wrong_with_a_value_is_said_by_pydantic(given: str, kind: str) -> None:
    """By the name of the rule that it breaks."""
    error: Any = refused(given)
    details = rejected_value(error)
    assert details is not None, MOVED
    assert (details["type"], details["input"], possible_values(details)) == (kind, given, []), MOVED


def test_what_could_have_been_chosen_is_found() -> None:
    """It stands in the message only."""
    error: Any = refused("1", "--kind", "village")
    assert possible_values(rejected_value(error) or {"msg": ""}) == ["town", "city"], MOVED


@pytest.mark.parametrize(("arguments", "found"), [(["schema"], True), (["--help"], False)])
def test_a_group_knows_whether_a_command_is_named(arguments: list[str], found: bool) -> None:  # noqa: FBT001
    """Without one it shows its help."""
    context = CommandGroup(ROOT, "mo-check").make_context("mo-check", arguments, resilient_parsing=True)
    assert names_command(context) is found, MOVED

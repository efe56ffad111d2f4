"""The floor: a Typer app with one command of the same parameters as ``report`` that does nothing."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False)


class Format(StrEnum):
    """The same choices."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


@app.command()
def report(  # noqa: PLR0913, PLR0917 - as many parameters as the real command
    context: typer.Context,
    profiles: Annotated[list[Path], typer.Argument(help="…")],
    top: Annotated[int, typer.Option(min=1, max=200)] = 5,
    dimension: Annotated[str | None, typer.Option()] = None,
    format_: Annotated[Format | None, typer.Option("--format")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
    fail_under: Annotated[str | None, typer.Option()] = None,
    fail_on_key: Annotated[bool, typer.Option("--fail-on-key")] = False,  # noqa: FBT002
) -> None:
    """Do nothing."""


app()

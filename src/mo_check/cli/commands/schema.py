"""``schema``: the JSON Schema of a kind of file, from which editors complete."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from mo_check.cli.context import Context


class FileKind(StrEnum):
    """The kinds of files that have a schema."""

    CHECKLIST = "checklist"
    PROFILE = "profile"
    SOURCE = "source"
    RESULTS = "results"
    BENCHMARK = "benchmark"
    LETTERHEAD = "letterhead"


def schema_command(
    context: typer.Context,
    kind: Annotated[
        FileKind,
        typer.Argument(metavar="ART", help="checklist, profile, source, results (Zeilen von batch), benchmark oder letterhead."),
    ],
) -> int:
    """Write the schema to standard output."""
    from mo_check.cli.schemas import json_schema

    ctx: Context = context.obj
    ctx.write(json.dumps(json_schema(kind.value), ensure_ascii=False, indent=2) + "\n")
    return 0

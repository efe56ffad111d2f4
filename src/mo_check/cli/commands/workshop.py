"""``workshop``: the facilitator's kit, written into a folder."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.commands.compare import (
    Hiding,
    Names,
    OfChecklist,
    SameSubject,
    Situated,
    comparison_request,
    names_in_commands,
    readable_or_told,
    side_by_side,
)
from mo_check.cli.context import Context
from mo_check.cli.hyphen import refuse_hyphen
from mo_check.cli.inputs import ProfilePaths
from mo_check.cli.output import Destination, Lettered, OutputTarget, format_option, suffix_of
from mo_check.compare.arranging import LEAST
from mo_check.errors import Message, UsageError

if TYPE_CHECKING:
    from mo_check.compare.pages.kit import Kit
    from mo_check.document.blocks import Document


def workshop_command(
    context: typer.Context,
    profiles: ProfilePaths,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="ORDNER", help="Ordner, in den die Mappe geschrieben wird.", callback=refuse_hyphen
        ),
    ],
    minutes: Annotated[int, typer.Option(metavar="ZAHL", max=600, help="So lange dauert der Workshop.")] = 120,
    mode: Situated = None,
    checklist: OfChecklist = None,
    names: Names = False,
    anonymous: Hiding = None,
    same_subject: SameSubject = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Eine Mappe überschreiben, die schon im Ordner liegt.")] = False,
    format_: Annotated[str, format_option()] = "md",
    letterhead: Lettered = None,
) -> int:
    """Parse, gather, compare, write the kit, and show its agenda."""
    from mo_check.compare.workshop_kit import workshop_kit

    ctx: Context = context.obj
    library = ctx.library()
    found, bad = readable_or_told(profiles, library, ctx)
    if bad and len(found) < LEAST:
        return 3
    held = side_by_side(found, comparison_request(mode, checklist, anonymous, same_subject=same_subject), library, ctx)
    made = workshop_kit(held, minutes, names=names, named=names_in_commands(profiles, anonymous))
    files = _files(output, suffix_of(format_), ctx, overwrite=overwrite)
    documents = _documents(made, ctx)
    for name, file in files.items():
        Destination((OutputTarget(format_, file),), letterhead=letterhead).send(partial(_only, documents[name]), ctx)
    ctx.draw(_agenda(made, ctx))
    return 5 if bad else 0


def _documents(made: "Kit", ctx: Context) -> "dict[str, Document]":
    from mo_check.compare.pages.kit import kit_guide, kit_handout, kit_steps

    return {
        "guide": kit_guide(made, ctx.language),
        "handout": kit_handout(made, ctx.language),
        "steps": kit_steps(made, ctx.language),
    }


def _only(document: "Document") -> "list[Document]":
    return [document]


def _agenda(made: "Kit", ctx: Context) -> "Document":
    from mo_check.compare.pages.agenda_table import agenda_table
    from mo_check.document.blocks import Document

    title = ctx.language.say("Workshop: {subject}", subject=made.subject)
    return Document(ctx.language.tag, title, (), (agenda_table(made.agenda, ctx.language),))


def _files(folder: Path, suffix: str, ctx: Context, *, overwrite: bool) -> dict[str, Path]:
    """Return where each part of the kit goes, in a folder that is made where it is not there. Raises UsageError, CannotWrite."""
    from mo_check.compare.pages.kit import FILES
    from mo_check.files.atomic import make_folder
    from mo_check.files.reading import is_there

    files = {name: folder / f"{ctx.language.say(stem)}{suffix}" for name, stem in FILES.items()}
    there = tuple(str(file) for file in files.values() if is_there(file))
    if there and not overwrite:
        raise UsageError(
            Message("Hier liegt schon eine Mappe: {files}.", files=there),
            Message("Einen anderen Ordner nennen, oder mit --overwrite überschreiben."),
        )
    make_folder(folder)
    return files

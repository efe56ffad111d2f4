"""``workshop``: the facilitator's kit, written into a folder."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.commands.compare import Hiding, Names, OfChecklist, Profiles, Situated, named_for, usable, wish_of
from mo_check.cli.context import Surroundings
from mo_check.cli.output import Delivery, Lettered, Place, format_option, suffix_of
from mo_check.compare.comparisons import LEAST, comparisons
from mo_check.errors import Message, UsageError

if TYPE_CHECKING:
    from mo_check.compare.pages.kit import Kit
    from mo_check.document.blocks import Document


def workshop(
    context: typer.Context,
    profiles: Profiles,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="ORDNER", help="Ordner, in den die Mappe geschrieben wird.")],
    minutes: Annotated[int, typer.Option(metavar="ZAHL", max=600, help="So lange dauert der Workshop.")] = 120,
    situation: Situated = None,
    checklist: OfChecklist = None,
    names: Names = False,
    anonymous: Hiding = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Eine Mappe überschreiben, die schon im Ordner liegt.")] = False,
    format_: Annotated[str, format_option()] = "md",
    letterhead: Lettered = None,
) -> int:
    """Parse, gather, compare, write the kit, and show its agenda."""
    from mo_check.compare.workshop_kit import kit

    around: Surroundings = context.obj
    library = around.library()
    found, bad = usable(profiles, library, around)
    if bad and len(found) < LEAST:
        return 3
    held = list(comparisons(found, wish_of(situation, checklist, anonymous), library))
    made = kit(held, minutes, names=names, named=named_for(profiles, anonymous))
    files = _files(output, suffix_of(format_), around, overwrite=overwrite)
    documents = _documents(made, around)
    for name, file in files.items():
        Delivery((Place(format_, file),), letterhead=letterhead).send(partial(_only, documents[name]), around)
    around.draw(_agenda(made, around))
    return 5 if bad else 0


def _documents(made: "Kit", around: Surroundings) -> "dict[str, Document]":
    from mo_check.compare.pages.kit import guide, handout, steps

    return {
        "guide": guide(made, around.language),
        "handout": handout(made, around.language),
        "steps": steps(made, around.language),
    }


def _only(document: "Document") -> "list[Document]":
    return [document]


def _agenda(made: "Kit", around: Surroundings) -> "Document":
    from mo_check.compare.pages.agenda_table import agenda_table
    from mo_check.document.blocks import Document

    title = around.language.say("Workshop: {subject}", subject=made.subject)
    return Document(around.language.tag, title, (), (agenda_table(made.agenda, around.language),))


def _files(folder: Path, suffix: str, around: Surroundings, *, overwrite: bool) -> dict[str, Path]:
    """Return where each part of the kit goes, in a folder that is made where it is not there. Raises UsageError, CannotWrite."""
    from mo_check.compare.pages.kit import FILES
    from mo_check.files.atomic import make_folder

    files = {name: folder / f"{around.language.say(stem)}{suffix}" for name, stem in FILES.items()}
    there = tuple(str(file) for file in files.values() if file.exists())
    if there and not overwrite:
        raise UsageError(
            Message("Hier liegt schon eine Mappe: {files}.", files=there),
            Message("Einen anderen Ordner nennen, oder mit --overwrite überschreiben."),
        )
    make_folder(folder)
    return files

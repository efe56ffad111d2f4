"""``compare``: several profiles side by side."""

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.asking import confirmed, may_ask
from mo_check.cli.context import Context
from mo_check.cli.inputs import ProfilePaths, protected_inputs
from mo_check.cli.output import Lettered, Opened, Outputs, chosen_destination, format_option
from mo_check.compare.arranging import LEAST, DoubtfulSubjects
from mo_check.compare.comparisons import ComparisonRequest, LoadedComparison, comparisons, readable_profiles
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.errors import InvalidInput
from mo_check.model.item import Perspective

if TYPE_CHECKING:
    from mo_check.compare.pages.comparison_page import View
    from mo_check.document.blocks import Document
    from mo_check.files.library import Library
    from mo_check.files.profiles import LoadedProfile
    from mo_check.model.profile import Subject


class SideName(StrEnum):
    """The sides whose people can stay hidden."""

    MUNICIPALITY = Perspective.MUNICIPALITY.value
    DEPARTMENT = Perspective.DEPARTMENT.value
    MIGRANT_ORGANISATION = Perspective.MIGRANT_ORGANISATION.value


Situated = Annotated[
    ComparisonMode | None,
    typer.Option("--as", metavar="ART", help="perspectives, time oder peers, wo mo-check es anders versteht als Sie."),
]
OfChecklist = Annotated[
    str | None, typer.Option("--checklist", metavar="CHECKLISTE", help="Nur diese Checkliste (Kennung oder Datei).")
]
Hiding = Annotated[
    list[SideName] | None,
    typer.Option(
        "--anonymous",
        metavar="SEITE",
        help="Menschen dieser Seite schützen: municipality, department oder migrant_organisation; mehrfach möglich.",
    ),
]
SameSubject = Annotated[bool, typer.Option("--same-subject", help="Was dem Namen nach dieselbe Kommune sein kann, ist dieselbe.")]
Names = Annotated[bool, typer.Option("--names", help="Bezeichnungen der Antwortenden zeigen.")]


def compare_command(
    context: typer.Context,
    profiles: ProfilePaths,
    mode: Situated = None,
    checklist: OfChecklist = None,
    names: Names = False,
    anonymous: Hiding = None,
    same_subject: SameSubject = False,
    explain_files: Annotated[
        bool, typer.Option("--explain-files", help="Zu jeder Datei sagen, ob sie als Stimme zählt und warum.")
    ] = False,
    rank: Annotated[bool, typer.Option("--rank", help="Mehrere Kommunen: auch eine Rangfolge, mit ihrer Unsicherheit.")] = False,
    top: Annotated[int, typer.Option(metavar="ZAHL", min=1, max=200, help="So viele Fragen einzeln zeigen.")] = 6,
    format_: Annotated[str | None, format_option("json")] = None,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
) -> int:
    """Parse, gather, compare, show, and end with the exit code."""
    from mo_check.compare.pages.comparison_page import View

    ctx: Context = context.obj
    protected = protected_inputs(profiles, *(output or ()))
    destination = chosen_destination(format_, output, records=["json"], opened=open_, letterhead=letterhead, protected=protected)
    library = ctx.library()
    found, bad = readable_or_told(profiles, library, ctx)
    if bad and len(found) < LEAST:
        return 3
    held = side_by_side(found, comparison_request(mode, checklist, anonymous, same_subject=same_subject), library, ctx)
    view = View(top, names=names, rank=rank, explain_files=explain_files, named=names_in_commands(profiles, anonymous))
    destination.send(lambda: _pages(held, view, ctx), ctx, {"json": lambda: _records(held, view)})
    return 5 if bad else 0


def readable_or_told(profiles: list[Path], library: "Library", ctx: Context) -> "tuple[list[LoadedProfile], bool]":
    """Return the profiles that can be read, and whether any could not; each of those is named."""
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        ctx.tell(error)
        bad.append(error)

    return readable_profiles(profiles, library, complain), bool(bad)


def names_in_commands(profiles: list[Path], anonymous: list[SideName] | None) -> tuple[str, ...]:
    """Return what the profiles were named by; nothing where the name of a single file could tell who stays hidden."""
    from mo_check.files.finding import is_several

    return tuple(map(str, profiles)) if not anonymous or all(map(is_several, profiles)) else ()


def comparison_request(
    mode: ComparisonMode | None, checklist: str | None, anonymous: list[SideName] | None, *, same_subject: bool
) -> ComparisonRequest:
    """Return what is to be compared, from the options of the call."""
    hiding = frozenset(Perspective(side.value) for side in anonymous or ())
    return ComparisonRequest(mode, checklist, hiding, same_subject)


def side_by_side(
    found: "list[LoadedProfile]", request: ComparisonRequest, library: "Library", ctx: Context
) -> list[LoadedComparison]:
    """Return the comparisons; on a terminal it is asked whether subjects are one where their facts do not tell.

    Raises UsageError, InvalidInput.
    """
    try:
        return list(comparisons(found, request, library))
    except DoubtfulSubjects as error:
        if not may_ask():
            raise
        for one, other in error.pairs:
            if not confirmed(_same(one, other, ctx), ctx):
                raise
    return list(comparisons(found, replace(request, same_subject=True), library))


def _same(one: "Subject", other: "Subject", ctx: Context) -> str:
    return ctx.language.say("Sind „{one}“ und „{other}“ dieselbe Kommune?", one=one.name, other=other.name)


def _pages(held: list[LoadedComparison], view: "View", ctx: Context) -> "list[Document]":
    from mo_check.compare.pages.comparison_page import ComparisonContent, comparison_page

    shown = (ComparisonContent(one.comparison, one.loaded.sources) for one in held)
    return [comparison_page(one, view, ctx.language) for one in shown]


def _records(held: list[LoadedComparison], view: "View") -> str:
    from mo_check.compare.comparison_json import comparisons_json

    return comparisons_json((one.comparison for one in held), rank=view.rank)

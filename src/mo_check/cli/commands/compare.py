"""``compare``: several profiles side by side."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.context import Surroundings
from mo_check.cli.inputs import spared
from mo_check.cli.output import Lettered, Opened, Outputs, format_option, settled
from mo_check.cli.wording import tell
from mo_check.compare.comparisons import LEAST, Held, Wish, comparisons, gathered
from mo_check.compare.pure.comparison_mode import Situation
from mo_check.errors import InvalidInput
from mo_check.model.item import Perspective

if TYPE_CHECKING:
    from mo_check.compare.pages.comparison_page import View
    from mo_check.document.blocks import Document
    from mo_check.files.library import Library
    from mo_check.files.profiles import LoadedProfile


class Side(StrEnum):
    """The sides whose people can stay hidden."""

    MUNICIPALITY = Perspective.MUNICIPALITY.value
    DEPARTMENT = Perspective.DEPARTMENT.value
    MIGRANT_ORGANISATION = Perspective.MIGRANT_ORGANISATION.value


Profiles = Annotated[list[Path], typer.Argument(metavar="PROFIL…", help="Profildateien, Ordner oder Muster wie profile/*.yaml.")]
Situated = Annotated[
    Situation | None,
    typer.Option("--as", metavar="ART", help="perspectives, time oder peers, wo mo-check es anders versteht als Sie."),
]
OfChecklist = Annotated[
    str | None, typer.Option("--checklist", metavar="CHECKLISTE", help="Nur diese Checkliste (Kennung oder Datei).")
]
Hiding = Annotated[
    list[Side] | None,
    typer.Option(
        "--anonymous",
        metavar="SEITE",
        help="Menschen dieser Seite schützen: municipality, department oder migrant_organisation; mehrfach möglich.",
    ),
]
Names = Annotated[bool, typer.Option("--names", help="Bezeichnungen der Antwortenden zeigen.")]


def compare(
    context: typer.Context,
    profiles: Profiles,
    situation: Situated = None,
    checklist: OfChecklist = None,
    names: Names = False,
    anonymous: Hiding = None,
    rank: Annotated[bool, typer.Option("--rank", help="Mehrere Kommunen: auch eine Rangfolge, mit ihrer Unsicherheit.")] = False,
    top: Annotated[int, typer.Option(metavar="ZAHL", min=1, max=200, help="So viele Fragen einzeln zeigen.")] = 6,
    format_: Annotated[str | None, format_option("json")] = None,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
) -> int:
    """Parse, gather, compare, show, and end with the exit code."""
    from mo_check.compare.pages.comparison_page import View

    around: Surroundings = context.obj
    spare = spared(profiles, *(output or ()))
    delivery = settled(format_, output, records=["json"], opened=open_, letterhead=letterhead, spare=spare)
    library = around.library()
    found, bad = usable(profiles, library, around)
    if bad and len(found) < LEAST:
        return 3
    held = list(comparisons(found, wish_of(situation, checklist, anonymous), library))
    view = View(top, names=names, rank=rank, named=named_for(profiles, anonymous))
    delivery.send(lambda: _pages(held, view, around), around, {"json": lambda: _records(held, view)})
    return 5 if bad else 0


def usable(profiles: list[Path], library: "Library", around: Surroundings) -> "tuple[list[LoadedProfile], bool]":
    """Return the profiles that can be read, and whether any could not; each of those is named."""
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        tell(error, around.language, sys.stderr)
        bad.append(error)

    return gathered(profiles, library, complain), bool(bad)


def named_for(profiles: list[Path], anonymous: list[Side] | None) -> tuple[str, ...]:
    """Return what the profiles were named by; nothing where the name of a single file could tell who stays hidden."""
    from mo_check.files.finding import is_several

    return tuple(map(str, profiles)) if not anonymous or all(map(is_several, profiles)) else ()


def wish_of(situation: Situation | None, checklist: str | None, anonymous: list[Side] | None) -> Wish:
    """Return what is to be compared, from the options of the call."""
    return Wish(situation, checklist, frozenset(Perspective(side.value) for side in anonymous or ()))


def _pages(held: list[Held], view: "View", around: Surroundings) -> "list[Document]":
    from mo_check.compare.pages.comparison_page import Shown, comparison_page

    shown = (Shown(one.comparison, one.loaded.sources, one.replaced, one.without) for one in held)
    return [comparison_page(one, view, around.language) for one in shown]


def _records(held: list[Held], view: "View") -> str:
    from mo_check.compare.comparison_json import comparisons_json

    return comparisons_json((one.comparison for one in held), rank=view.rank)

"""``report``: where profiles stand, what is missing, what comes next."""

import re
import sys
from enum import StrEnum
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mo_check.cli.delivery import Lettered, Opened, Outputs, format_option, settled
from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.tasks.reporting import Assessed, assessed, missed_threshold, with_dimension

if TYPE_CHECKING:
    from mo_check.documents.document import Document
    from mo_check.documents.report import Reported


class Template(StrEnum):
    """What a report can be made into besides itself."""

    COUNCIL = "council"


_POINTS = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?", re.ASCII)


def report(
    context: typer.Context,
    profiles: Annotated[list[Path], typer.Argument(metavar="PROFIL…", help="Profildateien, eine oder mehrere.")],
    top: Annotated[
        int | None,
        typer.Option(
            metavar="ZAHL", min=1, max=200, help="So viele Lücken und Schritte zeigen (sonst fünf Lücken, drei Schritte)."
        ),
    ] = None,
    dimension: Annotated[
        str | None, typer.Option(metavar="KENNUNG", help="Nur ein Handlungsfeld, Kriterium für Kriterium.")
    ] = None,
    format_: Annotated[str | None, format_option("json")] = None,
    output: Outputs = None,
    open_: Opened = False,
    letterhead: Lettered = None,
    template: Annotated[
        Template | None,
        typer.Option(metavar="VORLAGE", help="council: Entwurf einer Vorlage für Rat oder Ausschuss, am besten als .docx."),
    ] = None,
    fail_under: Annotated[
        str | None,
        typer.Option(metavar="WERT", help="Mit Exit-Code 1 enden, wenn ein Gesamtwert (0 bis 100) darunter liegt."),
    ] = None,
    fail_on_key: Annotated[
        bool,
        typer.Option("--fail-on-key", help="Mit Exit-Code 1 enden, wenn ein Schlüsselkriterium nicht erfüllt ist."),
    ] = False,
) -> int:
    """Parse, assess, show, and end with the exit code."""
    around: Surroundings = context.obj
    threshold = _threshold(fail_under)
    delivery = settled(format_, output, records=["json"], opened=open_, letterhead=letterhead, spare=profiles)
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        tell(error, around.language, sys.stderr)
        bad.append(error)

    found = list(assessed(profiles, around.library(), complain))
    if dimension is not None and found:
        found = with_dimension(found, dimension)
    if found:
        documents = partial(_documents, top=top, dimension=dimension) if template is None else partial(_drafts, top=top)
        delivery.send(lambda: documents(found, around), around, {"json": lambda: _records(found)})
    missed = [m for one in found if (m := missed_threshold(one.assessment, threshold, fail_on_key=fail_on_key))]
    for message in missed:
        around.remark(word(message, around.language))
    return 3 if not found else 5 if bad else 1 if missed else 0


def _threshold(text: str | None) -> Fraction | None:
    if text is None:
        return None
    value = Fraction(text.replace(",", ".")) if _POINTS.fullmatch(text) else Fraction(-1)
    if not 0 <= value <= 100:  # noqa: PLR2004 - the scale
        raise UsageError(Message("--fail-under: „{value}“ ist keine Zahl von 0 bis 100.", value=text))
    return value


def _documents(found: list[Assessed], around: Surroundings, *, top: int | None, dimension: str | None) -> list["Document"]:
    from mo_check.documents.report import report

    return [report(_reported(one), around.language, top=top, dimension=dimension) for one in found]


def _drafts(found: list[Assessed], around: Surroundings, *, top: int | None) -> list["Document"]:
    """Return a draft for each profile, from its first checklist that has a score. Raises UsageError if none has."""
    from mo_check.documents.council import council_draft

    scored = {one.path: one for one in reversed(found) if one.assessment.scored}
    if not scored:
        raise UsageError(
            Message("Ohne Werte gibt es nichts vorzuschlagen."), Message("Erst Fragen beantworten: mo-check assess.")
        )
    return [council_draft(_reported(one), around.language, top=top) for one in reversed(scored.values())]


def _reported(one: Assessed) -> "Reported":
    from mo_check.documents.report import Reported

    return Reported(one.assessment, one.loaded.sources, str(one.path), one.loaded.german)


def _records(found: list[Assessed]) -> str:
    from mo_check.writers.reports_json import reports_json

    return reports_json((str(one.path), one.assessment, one.loaded.sources) for one in found)

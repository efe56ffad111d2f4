"""``report``: where profiles stand, what is missing, what comes next."""

import re
import sys
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.tasks.reporting import Assessed, assessed, missed_threshold, with_dimension


class Format(StrEnum):
    """The forms a report can take."""

    TABLE = "table"
    JSON = "json"
    MD = "md"


_SUFFIXES = {".json": Format.JSON, ".md": Format.MD, ".txt": Format.TABLE, "": Format.TABLE}
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
    format_: Annotated[
        Format | None, typer.Option("--format", metavar="FORM", help="table (Bildschirm), json oder md (Markdown).")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="DATEI", help="In eine Datei schreiben; die Endung .txt, .md oder .json wählt die Form."
        ),
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
    _spare(profiles, output)
    chosen = format_ or _form(output)
    bad: list[InvalidInput] = []

    def complain(error: InvalidInput) -> None:
        tell(error, around.language, sys.stderr)
        bad.append(error)

    found = list(assessed(profiles, around.library(), complain))
    if dimension is not None and found:
        found = with_dimension(found, dimension)
    if found:
        _show(found, chosen, output, around, top, dimension)
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


def _form(output: Path | None) -> Format:
    """Return the form that the suffix of a file chooses. Raises UsageError for a form we do not write."""
    suffix = output.suffix.casefold() if output else ""
    if suffix not in _SUFFIXES:
        message = Message("Die Endung „{suffix}“ kennt der Bericht nicht.", suffix=suffix)
        raise UsageError(
            message, Message("Möglich sind: {words}. Oder die Form mit --format nennen.", words=(".txt", ".md", ".json"))
        )
    return _SUFFIXES[suffix]


def _spare(profiles: list[Path], output: Path | None) -> None:
    """Refuse to write a report over a profile. Raises UsageError."""
    if output is not None and output.resolve() in [profile.resolve() for profile in profiles]:
        raise UsageError(
            Message("„{file}“ ist eines der Profile; ein Bericht würde es überschreiben.", file=str(output)),
            Message("Einen anderen Namen wählen."),
        )


def _show(
    found: list[Assessed], chosen: Format, output: Path | None, around: Surroundings, top: int | None, dimension: str | None
) -> None:
    if chosen is Format.JSON:
        from mo_check.writers.reports_json import reports_json

        text = reports_json((str(one.path), one.assessment, one.loaded.sources) for one in found)
        _deliver(text, output, around)
        return
    from mo_check.documents.report import Reported, report

    documents = [
        report(
            Reported(one.assessment, one.loaded.sources, str(one.path), one.loaded.german),
            around.language,
            top=top,
            dimension=dimension,
        )
        for one in found
    ]
    if chosen is Format.MD:
        from mo_check.writers.markdown import markdown

        _deliver("\n".join(markdown(document) for document in documents), output, around)
    elif output is not None:
        _deliver("\n".join(around.drawn(document) for document in documents), output, around)
    else:
        for number, document in enumerate(documents):
            if number:
                around.write("\n")
            around.draw(document)


def _deliver(text: str, output: Path | None, around: Surroundings) -> None:
    if output is None:
        around.write(text)
        return
    from mo_check.content.saving import write_whole

    write_whole(output, text)
    around.remark(around.language.say("Geschrieben: {file}", file=str(output)))

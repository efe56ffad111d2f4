"""``--fail-under`` and ``--fail-on-key``, the same for every command that has them."""

import re
from fractions import Fraction
from typing import Annotated

import typer

from mo_check.errors import Message, UsageError

FailUnder = Annotated[
    str | None,
    typer.Option(metavar="WERT", help="Mit Exit-Code 1 enden, wenn ein Gesamtwert (0 bis 100) darunter liegt."),
]
FailOnKey = Annotated[
    bool,
    typer.Option("--fail-on-key", help="Mit Exit-Code 1 enden, wenn ein Schlüsselkriterium nicht erfüllt ist."),
]
_POINTS = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?", re.ASCII)


def threshold(text: str | None) -> Fraction | None:
    """Return the value that a total must not miss, in points. Raises UsageError."""
    if text is None:
        return None
    value = Fraction(text.replace(",", ".")) if _POINTS.fullmatch(text) else Fraction(-1)
    if not 0 <= value <= 100:  # noqa: PLR2004 - the scale
        raise UsageError(Message("--fail-under: „{value}“ ist keine Zahl von 0 bis 100.", value=text))
    return value

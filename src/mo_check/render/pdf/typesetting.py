"""The door to typst: pages as PDF and pictures as PNG, with our own fonts only, the same on every computer."""

from pathlib import Path

import typst

from mo_check.errors import CannotWrite, Message
from mo_check.render.charts.drawing import Picture
from mo_check.render.pdf.font_glyphs import FONTS, displayable

STANDARDS: "list[typst.PDFStandard]" = ["ua-1", "a-2a"]
"""Accessible, and fit to be archived; typst refuses what breaks either."""
_HERE = Path(__file__).parent
_DOTS = 160
"""Dots per inch of a picture as PNG."""


def paged(file: str) -> tuple[bytes, list[str]]:
    """Return a file of documents, given as JSON, as PDF with what typst warns of. Raises CannotWrite where typst refuses it."""
    try:
        made, warnings = typst.compile_with_warnings(
            str(_HERE / "page.typ"),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"file": file},
            pdf_standards=STANDARDS,
        )
    except typst.TypstError as error:
        raise CannotWrite(Message("Das PDF lässt sich nicht setzen: {reason}.", reason=error.message)) from None
    return made, [str(warning) for warning in warnings]


def png(picture: Picture) -> bytes:
    """Return a picture as PNG, for files that take no SVG."""
    return typst.compile(
        str(_HERE / "picture.typ"),
        format="png",
        ppi=_DOTS,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"svg": displayable(picture.svg)},
    )

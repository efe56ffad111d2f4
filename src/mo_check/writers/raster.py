"""Pictures as PNG, for files that take no SVG; typst draws them with our own fonts."""

from mo_check.writers.drawing import Picture
from mo_check.writers.glyphs import FONTS, shown

_PAGE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: 480pt)
"""
_DOTS = 200
"""Dots per inch of the finished picture."""


def png(picture: Picture) -> bytes:
    """Return a picture as PNG."""
    import typst

    made = typst.compile(
        _PAGE, format="png", ppi=_DOTS, font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs={"svg": shown(picture.svg)}
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made

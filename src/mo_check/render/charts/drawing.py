"""SVG by hand: elements with escaped text, colours as attributes that a style sheet may override, and wrapped labels."""

from html import escape
from typing import NamedTuple

from mo_check.render.styles import LIGHT

FONT = "Atkinson Hyperlegible, DejaVu Sans, Segoe UI, Calibri, sans-serif"
SIZE = 14
"""The size of text in a chart, in units of its view box."""


class Picture(NamedTuple):
    """A drawn chart: its SVG, its size, its title, the same in words, and how it is read."""

    svg: str
    width: int
    height: int
    title: str
    words: str
    key: str


def element(name: str, text: str = "", /, **attributes: object) -> str:
    """Return an element around escaped text; underscores in names of attributes are hyphens."""
    return _tagged(name, escape(text), attributes)


def group(name: str, parts: list[str], /, **attributes: object) -> str:
    """Return an element around other elements."""
    return _tagged(name, "".join(parts), attributes)


def _tagged(name: str, inner: str, attributes: dict[str, object]) -> str:
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(_written(value))}"' for key, value in attributes.items())
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"


def _written(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def tone(fill: str, stroke: str = "") -> dict[str, object]:
    """Return attributes for a fill and a line by names of the look.

    They hold the colours for whoever reads no style sheet, and classes for who does.
    """
    names = [f"fill-{fill}"] if fill else []
    names += [f"line-{stroke}"] if stroke else []
    found: dict[str, object] = {"class_": " ".join(names), "fill": LIGHT[fill] if fill else "none"}
    return found | ({"stroke": LIGHT[stroke]} if stroke else {})


def label(text: str, x: float, y: float, /, colour: str = "ink", anchor: str = "start", **attributes: object) -> str:
    """Return one line of text, its middle at the height ``y``."""
    return element("text", text, x=x, y=y + SIZE * 0.35, text_anchor=anchor, **tone(colour), **attributes)


def lines(text: str, most: int) -> list[str]:
    """Return a text in lines of at most so many characters; a longer word is broken."""
    found = [""]
    for word in text.split():
        rest = word
        if found[-1] and len(found[-1]) + 1 + len(rest) <= most:
            found[-1] += f" {rest}"
            continue
        while rest:
            if found[-1]:
                found.append("")
            found[-1], rest = rest[:most], rest[most:]
    return found


def picture(parts: list[str], size: tuple[int, int], title: str, words: str, key: str) -> Picture:
    """Return the parts as a picture; its number of units is its size in pixels."""
    width, height = size
    svg = group(
        "svg",
        parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        font_family=FONT,
        font_size=SIZE,
        class_="chart",
        role="img",
        aria_label=f"{title}. {words}",
    )
    return Picture(svg, width, height, title, words, key)

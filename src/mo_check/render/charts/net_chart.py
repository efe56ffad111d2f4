"""A net as a picture: one axis each, the middle is nothing."""

from fractions import Fraction
from math import cos, pi, sin

from mo_check.document.blocks import Net
from mo_check.languages import Language
from mo_check.render.charts.drawing import Picture, element, label, lines, picture, tone

_WIDTH, _LINE = 720, 17
_SMALL, _LARGE, _MANY = 105, 150, 6
"""The radius of a net with few axes, of one with many, and how many are many."""
_MOST = 22
_ON_AXIS = 0.1
"""Labels so near the upright axis stand centred."""


def net_chart(net: Net, language: Language) -> Picture:
    """Return a net as a picture; an axis whose value nobody knows has no point."""
    count = len(net.axes)
    wrapped = [lines(axis.label, _MOST) for axis in net.axes]
    tall = max(len(name) for name in wrapped)
    height = 2 * _radius(count) + 2 * (_LINE * tall + 22)
    centre = (_WIDTH / 2, height / 2)
    steps = len(net.rings) - 1
    parts = [_ring(Fraction(n, steps), count, centre) for n in range(1, steps + 1)]
    parts += [_spoke(n, count, centre) for n in range(count)]
    known = [(n, axis.value) for n, axis in enumerate(net.axes) if axis.value is not None]
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(n, count, value, centre) for n, value in known))
    parts.append(element("polygon", points=corners, fill_opacity=0.25, stroke_width=2.5, **tone("accent", "accent")))
    for n, value in known:
        x, y = _place(n, count, value, centre)
        parts.append(element("circle", cx=x, cy=y, r=4.5, stroke_width=1.5, **tone("accent", "ground")))
    parts += _rings(net, count, centre)
    for n, name in enumerate(wrapped):
        parts += _name(name, n, count, centre)
    return picture(parts, (_WIDTH, height), net.title, _words(net, language), _key(net, language))


def _radius(count: int) -> int:
    return _LARGE if count >= _MANY else _SMALL


def _place(number: int, count: int, value: Fraction | float, centre: tuple[float, float]) -> tuple[float, float]:
    turn = 2 * pi * number / count
    return centre[0] + _radius(count) * float(value) * sin(turn), centre[1] - _radius(count) * float(value) * cos(turn)


def _ring(value: Fraction, count: int, centre: tuple[float, float]) -> str:
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in (_place(n, count, value, centre) for n in range(count)))
    return element("polygon", points=corners, **tone("", "line"))


def _spoke(number: int, count: int, centre: tuple[float, float]) -> str:
    x, y = _place(number, count, 1.0, centre)
    return element("line", x1=centre[0], y1=centre[1], x2=x, y2=y, **tone("", "line"))


def _numbered(net: Net) -> bool:
    """Tell whether the rings are numbers themselves; words stand in the key, under the number of their ring."""
    return all(ring.isdigit() for ring in net.rings)


def _rings(net: Net, count: int, centre: tuple[float, float]) -> list[str]:
    """Return the numbers of the rings beside the upright axis, on grounds of their own so that no line runs through them."""
    parts = []
    for n, name in enumerate(net.rings[1:], start=1):
        text = name if _numbered(net) else str(n)
        x, y = _place(0, count, n / (len(net.rings) - 1), centre)
        width = 6.4 * len(text) + 6
        parts.append(element("rect", x=x + 6, y=y - 8, width=width, height=16, fill_opacity=0.85, **tone("ground")))
        parts.append(label(text, x + 9, y, "muted", font_size=12))
    return parts


def _name(name: list[str], number: int, count: int, centre: tuple[float, float]) -> list[str]:
    side, up = sin(2 * pi * number / count), cos(2 * pi * number / count)
    x, y = _place(number, count, 1.1, centre)
    anchor = "middle" if abs(side) < _ON_AXIS else "start" if side > 0 else "end"
    first = y - (len(name) - 1) * _LINE * (1 + up) / 2 - up * 3
    return [label(line, x, first + n * _LINE, "ink", anchor) for n, line in enumerate(name)]


def _words(net: Net, language: Language) -> str:
    last = len(net.rings) - 1
    told = []
    for axis in net.axes:
        if axis.value is None:
            told.append(f"{axis.label}: {language.say('keine Angabe')}")
        elif (axis.value * last).denominator == 1 and not _numbered(net):
            told.append(f"{axis.label}: {net.rings[int(axis.value * last)]}")
        else:
            told.append(f"{axis.label}: {language.number(axis.value * 100)}")
    return "; ".join(told) + "."


def _key(net: Net, language: Language) -> str:
    text = language.say("Je weiter außen, desto mehr. Die Werte stehen auch in der Tabelle.")
    if not _numbered(net):
        named = ", ".join(f"{n} {name}" for n, name in enumerate(net.rings[1:], start=1))
        text += " " + language.say("Ringe: {rings}; in der Mitte: {middle}.", rings=named, middle=net.rings[0])
    if any(axis.value is None for axis in net.axes):
        text += " " + language.say("Felder ohne Punkt: zu wenige Antworten.")
    return text

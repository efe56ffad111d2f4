"""The look: every text can be read on its ground, light and dark, and grey print keeps apart what colour keeps apart."""

import re
from itertools import combinations

import pytest

from drawing import SHIPPED, reported
from mo_check.document.blocks import DotPlot, DotRow
from mo_check.languages import language
from mo_check.render.charts.dot_chart import dot_chart
from mo_check.render.charts.drawing import Picture
from mo_check.render.layout import reading_order
from mo_check.render.styles import DARK, LIGHT
from mo_check.report.report_page import report_document

GERMAN = language("de")
LOOKS = {"light": LIGHT, "dark": DARK}
TEXT, LINE = 4.5, 3.0
"""The least contrasts of text and of what has to be seen (WCAG 2.2, 1.4.3 and 1.4.11)."""
BAND = "#1d4e89"
"""The ground of the head of a page, with white text, light and dark."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pictures() -> list[Picture]:
    """Return the pictures of every example profile, and a dot plot."""
    rows = (DotRow("Verwaltung", (0, 1, 3, 0), None), DotRow("Vereine", (9, 1, 0, 0), None, "zwei ohne Antwort"))
    found = [dot_chart(DotPlot(("nichts", "etwas", "gut", "voll"), rows), GERMAN)]
    for path in SHIPPED:
        found += [block for block in reading_order(report_document(reported(path), GERMAN)) if isinstance(block, Picture)]
    return found


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("ink", "muted", "good", "some", "bad", "accent") for ground in ("ground", "card")),
        *(("ink", ground) for ground in ("alert", "mild", "warm", "track", "possible")),
    ],
)
def test_text_stands_out_from_its_ground(look: dict[str, str], text: str, ground: str) -> None:
    """Every pair of text and ground that a page, a PDF or a workbook uses keeps 4.5 to 1; on light blue only dark text stands."""
    if (text, ground) == ("ink", "possible") and look is DARK:
        assert contrast(look[text], look[ground]) >= LINE  # no text stands there in the dark
        return
    assert contrast(look[text], look[ground]) >= TEXT


def test_the_head_of_a_page_can_be_read() -> None:
    """White on the blue of the head keeps 4.5 to 1."""
    assert contrast("#ffffff", BAND) >= TEXT


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_text_of_charts_can_be_read(look: dict[str, str]) -> None:
    """Every text of every chart stands out from the page, computed from the colours it really has."""
    found = {tone for picture in pictures() for tone in re.findall(r'<text [^>]*class="fill-(\w+)"', picture.svg)}
    assert found
    assert {tone: contrast(look[tone], look["ground"]) for tone in found if contrast(look[tone], look["ground"]) < TEXT} == {}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_grey_print_keeps_the_parts_of_a_bar_apart(look: dict[str, str]) -> None:
    """Reached, open and empty are three clearly different greys."""
    greys = [look[name] for name in ("accent", "possible", "track")]
    assert min(contrast(one, other) for one, other in combinations(greys, 2)) >= 1.5


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_bar_is_seen_on_the_page(look: dict[str, str]) -> None:
    """The bar keeps 3 to 1 to the page and to its track."""
    assert contrast(look["accent"], look["ground"]) >= LINE
    assert contrast(look["accent"], look["track"]) >= LINE


def test_colours_in_a_chart_are_those_of_the_look() -> None:
    """An attribute never says another colour than the class beside it."""
    for picture in pictures():
        for tone, colour in re.findall(r'class="fill-(\w+)[^"]*" fill="(#\w+)"', picture.svg):
            assert LIGHT[tone] == colour

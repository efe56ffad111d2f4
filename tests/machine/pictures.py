"""Draws the pictures of the README: a page of ``assess``, the first page of ``report``, and the three pages of ``compare``.

Run ``python tests/machine/pictures.py`` from the root of the project. It writes ``docs/pictures/<what>-<theme>-<width>.svg``,
dark and light; a comparison is 100 columns wide, as it goes on a projector, the other pages 80 and 120. Nothing in a picture
comes from the day, the machine or the network, so the same project gives the same bytes.
``python tests/machine/pictures.py FOLDER`` writes them elsewhere.
"""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from answers import answer_of
from calling import PROFILES, ROOT
from drawing import reported
from mo_check.compare.comparisons import ComparisonRequest, comparisons
from mo_check.compare.pages.comparison_page import ComparisonContent, View, comparison_page
from mo_check.document.blocks import Block, Document, Heading
from mo_check.files.library import Library, load_checklist
from mo_check.files.profiles import load_profile
from mo_check.interview.beginning import begin_interview
from mo_check.interview.screen import Screen
from mo_check.languages import language
from mo_check.render.terminal.glyphs import FULL
from mo_check.render.terminal.page import draw
from mo_check.report.report_page import report_document

PROFILE = PROFILES / "large-city.yaml"
ITEM, LEVEL = "rooms.same-terms", "case"
WIDTHS = (80, 120)
LINES = 24
GERMAN = language("de")
UPPER = 2
"""The level of the headings that part a page."""


class Page(NamedTuple):
    """What draws a page, and how many columns wide it is shown."""

    draw: Callable[[Console], None]
    widths: tuple[int, ...]


_NORMAL = [(46, 46, 46), (176, 32, 40), (20, 110, 50), (140, 90, 0), (30, 80, 160), (130, 40, 130), (0, 105, 115), (90, 90, 90)]
_BRIGHT = [(130, 130, 130), (245, 120, 120), (120, 205, 130), (235, 190, 90), (120, 170, 245), (215, 150, 225), (85, 165, 178)]
THEMES: Mapping[str, TerminalTheme] = {
    "light": TerminalTheme((255, 255, 255), (30, 30, 30), _NORMAL),
    "dark": TerminalTheme((24, 26, 31), (222, 222, 216), [*_BRIGHT, (222, 222, 216)]),
}
"""Two quiet palettes; every mark keeps a contrast of at least 4.5 to 1 on its ground."""

_FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
font-family: "Cascadia Mono", Consolas, "DejaVu Sans Mono", Menlo, "Liberation Mono", monospace;
font-size: {char_height}px;
line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""The frame of Rich without its web fonts: widths are settled by textLength, so any fixed-width font will do."""


def question_page(console: Console) -> None:
    """Draw a question as ``assess`` does when it is asked again, with the answer that was given before."""
    loaded = load_checklist("cooperation")
    bare = reported(PROFILE).assessment.profile.model_copy(update={"checklists": {}})
    begun = begin_interview(loaded.checklist, loaded.sources, loaded.digest, bare, date(2026, 11, 14))
    place = begun.order().index(ITEM) + 1
    question = begun.go_to(place).record(answer_of(level=LEVEL)).go_to(place).question()
    if question is None:
        raise LookupError(ITEM)
    Screen(console, FULL, GERMAN).question(question)
    console.print(Text(" ▸ Antwort 1–4: ", style="bold"), end="")


def report_page(console: Console) -> None:
    """Draw the report up to its first steps."""
    document = report_document(reported(PROFILE), GERMAN)
    draw(_first_page(document), console, FULL)


def _first_page(document: Document) -> Document:
    upper = [n for n, block in enumerate(document.blocks) if isinstance(block, Heading)]
    return document._replace(blocks=document.blocks[: upper[1]], facts=())


def compared_page(files: Sequence[Path], headings: Sequence[str], items: int) -> Callable[[Console], None]:
    """Return what draws the parts of a comparison under some headings, with so many items one by one."""

    def page(console: Console) -> None:
        library = Library()
        profiles = [load_profile(path, library) for path in files]
        held = next(comparisons(profiles, ComparisonRequest(checklist="cooperation"), library))
        document = comparison_page(ComparisonContent(held.comparison, held.loaded.sources), View(items), GERMAN)
        draw(_only(document, headings), console, FULL)

    return page


def _only(document: Document, headings: Sequence[str]) -> Document:
    """Return a document with what stands under some of its upper headings."""
    kept: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == UPPER:
            inside = block.text in headings
        if inside:
            kept.append(block)
    return document._replace(blocks=tuple(kept))


CITY = PROFILES / "city"
VIEWS = [path for path in sorted(CITY.iterdir()) if path.stem != "city-2024"]
YEARS = [CITY / "city-2024.yaml", CITY / "city-2026.yaml"]
NETWORK = sorted((PROFILES / "network").iterdir())
PROJECTED = (100,)
PAGES: Mapping[str, Page] = {
    "assess": Page(question_page, WIDTHS),
    "report": Page(report_page, WIDTHS),
    "perspectives": Page(
        compared_page(VIEWS, ["Wo man sich einig ist und wo nicht", "Darüber lohnt sich das Gespräch"], 3), PROJECTED
    ),
    "time": Page(compared_page(YEARS, ["Handlungsfelder"], 0), PROJECTED),
    "peers": Page(compared_page(NETWORK, ["Handlungsfelder", "Wer von wem lernen könnte"], 4), PROJECTED),
}


def picture(page: str, theme: str, width: int) -> str:
    """Return the SVG text of a page."""
    console = Console(
        record=True,
        file=StringIO(),
        width=width,
        height=LINES,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        no_color=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    PAGES[page].draw(console)
    svg = console.export_svg(
        title=f"mo-check {page}", theme=THEMES[theme], code_format=_FORMAT, unique_id=f"{page}-{theme}-{width}"
    )
    # Stretched glyphs leave no gaps between the blocks of a bar, whatever font there is.
    svg = svg.replace(' textLength="', ' lengthAdjust="spacingAndGlyphs" textLength="')
    svg = svg.replace("rgba(255,255,255,0.35)", "rgba(128,128,128,0.5)")  # a frame that shows on white too
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def write(folder: Path) -> list[Path]:
    """Write all pictures into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for page in PAGES:
        for theme in THEMES:
            for width in PAGES[page].widths:
                path = folder / f"{page}-{theme}-{width}.svg"
                path.write_text(picture(page, theme, width), encoding="utf-8", newline="\n")
                written.append(path)
    return written


if __name__ == "__main__":
    for path_ in write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"):
        sys.stdout.write(f"{path_}\n")

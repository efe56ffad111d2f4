"""HTML reports in a real browser: accessible in every state, silent towards the net, usable by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import STATES, chromium, opened, violations
from kinds import EVERY, written

Pages = dict[tuple[str, str], Path]
"""The file of each kind and language."""
CUT = """[...document.querySelectorAll('svg.chart text')].filter(text => {
    const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
    return box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height;
}).map(text => text.textContent)"""
"""The texts of charts that do not fit into them."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all pages."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return the page of every kind of report in German and English."""
    folder = tmp_path_factory.mktemp("pages")
    return {(kind, language): written(kind, folder, [".html"], language)[0] for kind in EVERY for language in ("de", "en")}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", EVERY)
def test_a_page_is_accessible(browser: Browser, pages: Pages, kind: str, language: str, state: str) -> None:
    """axe-core finds nothing, nothing leaves the page, and it is no wider than the window."""
    scheme, width = STATES[state]
    with opened(browser, pages[kind, language], scheme, width) as (page, noticed):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate(CUT) == []
        assert noticed == []


@pytest.mark.parametrize("kind", EVERY)
def test_the_keyboard_reaches_everything(browser: Browser, pages: Pages, kind: str) -> None:
    """Tab goes to every link and every part that may scroll, in the order they stand, and each is seen to be reached."""
    with opened(browser, pages[kind, "de"]) as (page, _):
        wanted = page.evaluate("document.querySelectorAll('a[href],[tabindex=\"0\"]').length")
        reached = []
        for _ in range(wanted):
            page.keyboard.press("Tab")
            place = "[...document.querySelectorAll('a[href],[tabindex=\"0\"]')].indexOf(document.activeElement)"
            reached.append(page.evaluate(place))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert reached == list(range(wanted))


def test_a_page_can_be_read_without_script(pages: Pages) -> None:
    """No script is in a page, and its own rules would let none run."""
    text = pages["report", "de"].read_text(encoding="utf-8")
    assert "<script" not in text
    assert "default-src 'none'" in text


def test_a_dark_screen_prints_light(browser: Browser, pages: Pages) -> None:
    """On paper the ground is white and the text dark, whatever the screen is set to."""
    with opened(browser, pages["report", "de"], "dark") as (page, _):
        page.emulate_media(media="print", color_scheme="dark")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 39, 51)"

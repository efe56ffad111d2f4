"""A headless Chromium that reaches nothing outside, and axe-core in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STATES = {"light": ("light", 1000), "dark": ("dark", 1000), "320 px": ("light", 320)}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a browser with a profile of its own that is gone afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, path: Path, scheme: str = "light", width: int = 1000) -> Iterator[tuple[Page, list[str]]]:
    """Yield a page and what went wrong or out: errors on its console, and every request but the one for itself."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    noticed: list[str] = []
    page.on("request", lambda request: None if request.url == path.as_uri() else noticed.append(request.url[:80]))
    page.on("console", lambda message: noticed.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.goto(path.as_uri())
    yield page, noticed
    page.close()


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, each with the first place it is at."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]

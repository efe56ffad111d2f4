"""A form open in headless Chromium, filled in as a person would, and nothing that leaves the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from respondents import Reply

CHROMIUM = "/usr/bin/chromium"
DESKTOP = {"width": 1100, "height": 900}
PHONE = {"width": 360, "height": 740}
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_STILL = ("--disable-component-update", "--disable-sync")
_MOMENT, _MOMENTS = 100, 50
"""So many milliseconds, so often, storage is looked at; what is not kept by then is not kept at all."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium; it is closed in the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET, *_STILL])
        yield browser
        browser.close()


class OpenForm:
    """A form in a window of its own; ``said`` holds everything it complains of and every request it makes."""

    def __init__(self, browser: Browser, file: Path, size: dict[str, int] = DESKTOP, **context: object) -> None:
        self.window = browser.new_context(viewport=size, accept_downloads=True, locale="de-DE", **context)  # type: ignore[arg-type]
        self.page: Page = self.window.new_page()
        self.said: list[str] = []
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("request", lambda request: self.said.append(request.url) if request.url != file.as_uri() else None)
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.goto(file.as_uri())

    def reload(self) -> None:
        """Reload the page as a person does: once what it kept has come from its own process to the storage of the browser."""
        stored = "JSON.stringify(localStorage)"
        kept = self.page.evaluate(stored)
        beside = self.window.new_page()
        beside.goto(self.page.url)
        for _ in range(_MOMENTS):
            if beside.evaluate(stored) == kept:
                break
            beside.wait_for_timeout(_MOMENT)
        beside.close()
        self.page.reload()

    def question(self, checklist: str, item: str) -> Locator:
        """Return the fieldset of a question."""
        return self.page.locator(f'fieldset[id="{checklist}/{item}"]')

    def click(self, checklist: str, reply: Reply) -> None:
        """Give one reply with the pointer."""
        question = self.question(checklist, reply.item)
        if reply.nothing_in_row:
            self.page.locator(self._nothing(checklist, reply)).click()
            return
        if reply.text:
            question.locator("textarea").fill(reply.text)
            question.locator("select").select_option("in_substance")
        for one in reply.chosen:
            question.locator(f'label:has(input[value="{one}"])').click()
        self._beside(question, reply)

    def _beside(self, question: Locator, reply: Reply) -> None:
        if reply.detail:
            question.locator(".detail input:visible").fill(reply.detail)
        if reply.note or reply.evidence:
            if not question.locator('[data-part="note"]').is_visible():
                question.locator(".notes summary").click()
            question.locator('[data-part="note"]').fill(reply.note)
            question.locator('[data-part="evidence"]').fill(reply.evidence)

    @staticmethod
    def _nothing(checklist: str, reply: Reply) -> str:
        dimension = reply.item.split(".")[0]
        return f'button[data-row="{checklist}.{dimension}.{reply.asked.item.row}"]'

    def press(self, checklist: str, reply: Reply) -> None:
        """Give one reply with nothing but keys, going on from wherever the focus is."""
        keyboard = self.page.keyboard
        if reply.nothing_in_row:
            self._tab_to(self._nothing(checklist, reply))
            keyboard.press("Enter")
            return
        own = f'[id="{checklist}/{reply.item}"] '
        if reply.text:
            self._tab_to(f"{own}textarea")
            keyboard.insert_text(reply.text)
            self._tab_to(f"{own}select")
            keyboard.press("ArrowUp")
        for one in reply.chosen:
            self._choose(own, one)
        if reply.detail:
            self._tab_to(f"{own}.detail input")
            keyboard.insert_text(reply.detail)
        if reply.note or reply.evidence:
            self._tab_to(f"{own}.notes summary")
            keyboard.press("Enter")
            for part, text in (("note", reply.note), ("evidence", reply.evidence)):
                self._tab_to(f'{own}[data-part="{part}"]')
                keyboard.insert_text(text)

    def _choose(self, own: str, value: str) -> None:
        wanted = f'{own}input[value="{value}"]'
        if self.page.locator(wanted).get_attribute("type") == "checkbox":
            self._tab_to(wanted)
            self.page.keyboard.press("Space")
            return
        name = self.page.locator(wanted).get_attribute("name")
        self._tab_to(f'{own}input[type=radio][name="{name}"]')
        for _ in range(12):  # arrows go round in a group; the first one is reached with a space
            if self.page.locator(wanted).is_checked():
                return
            focused = self.page.evaluate("document.activeElement.value")
            self.page.keyboard.press("Space" if focused == value else "ArrowDown")
        message = f"{value} cannot be chosen by keys"
        raise AssertionError(message)

    def _tab_to(self, selector: str) -> None:
        for _ in range(400):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Tab")
        message = f"the focus never reaches {selector}"
        raise AssertionError(message)

    def save(self, folder: Path) -> Path:
        """Save the answer file and return where it lies."""
        with self.page.expect_download() as waiting:
            self.page.locator(".bar .save").click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

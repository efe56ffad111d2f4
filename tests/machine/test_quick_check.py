"""The quick check answered in a real terminal, with nothing but what stands on the screen."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import flat
from machine.screens import Dumb, Lines, Page, Terminal
from mo_check.files.library import load_checklist
from mo_check.model.item import Item

MO_CHECK = Path(sys.executable).with_name("mo-check")
ITEMS = [item for item in load_checklist("cooperation").checklist.items() if item.quick]
NOTE = "im Protokoll vom Mai"
REASON = "gibt es hier nicht"


@pytest.fixture(params=[Page, Lines, Dumb], ids=["pages", "plain", "dumb"])
def manner(request: pytest.FixtureRequest) -> type[Page]:
    """Return one of the three ways to be asked."""
    kind: type[Page] = request.param
    return kind


class Sitting:
    """Someone who answers the quick check, and remembers what was answered."""

    def __init__(self, manner: type[Page], folder: Path) -> None:
        self.folder = folder
        self.said: dict[str, dict[str, object]] = {}
        self._manner = manner
        self._open: list[Terminal] = []

    def begin(self, *options: str) -> Page:
        """Call ``assess`` in a terminal of its own."""
        self.close()
        terminal = Terminal([MO_CHECK, "assess", *options, *self._manner.options], self.folder, term=self._manner.term)
        self._open.append(terminal)
        return self._manner(terminal, ITEMS)

    def close(self) -> None:
        """Close the terminal that is open."""
        while self._open:
            self._open.pop().close()

    def introduce(self, page: Page) -> None:
        """Answer who is assessed and who answers."""
        page.terminal.wait_for("Name der Kommune")
        page.terminal.type("Musterstadt")
        page.choose("Art der Kommune", "2")
        page.terminal.wait_for("Bundesland:")
        page.hit("0") if page.options or page.term == "dumb" else page.terminal.press("Enter")
        page.terminal.wait_for("Wie viele Menschen dort leben")
        page.terminal.type("17800")
        page.terminal.wait_for("Wer antwortet")
        page.terminal.type("Integrationsstelle")

    def item(self, page: Page) -> Item:
        """Wait until a question is asked and return its item."""
        page.terminal.wait(lambda: page.asked() is not None, "a question")
        found = page.asked()
        assert found is not None
        return found

    def answer(self, page: Page, place: int) -> Item:
        """Give the answer at that place, counted from 1, and wait for the next question."""
        asked = self.item(page)
        page.hit_options(str(place)) if asked.options else page.hit(str(place))
        chosen: dict[str, object] = (
            {"options": [asked.options[place - 1].id]} if asked.options else {"level": asked.levels[place - 1].id}
        )
        self.said[asked.id] = self.said.get(asked.id, {}) | chosen
        page.wait_for_another(asked)
        return asked


@pytest.fixture
def sitting(manner: type[Page], tmp_path: Path) -> Iterator[Sitting]:
    """Return someone who answers; the terminal is closed in the end."""
    made = Sitting(manner, tmp_path)
    yield made
    made.close()


def reported(folder: Path) -> dict[str, dict[str, object]]:
    """Return the answers that the report shows, by item, without day and wording."""
    command = Terminal([MO_CHECK, "report", "stadt.yaml", "--format", "json", "-o", "report.json"], folder)
    assert command.ended() == 0
    command.close()
    (report,) = json.loads((folder / "report.json").read_text(encoding="utf-8"))["reports"]
    items = [item for dimension in report["dimensions"] for item in dimension["items"] if "answer" in item]
    return {item["id"]: {k: v for k, v in item["answer"].items() if k not in {"date", "wording"}} for item in items}


def test_the_quick_check_needs_no_manual(sitting: Sitting) -> None:
    """Twice back, a note, an unknown, a not applicable, Ctrl-C, resumed, finished: the report shows exactly those answers."""
    page = sitting.begin("stadt.yaml", "--quick")
    sitting.introduce(page)
    first = sitting.answer(page, 2)
    second = sitting.answer(page, 3)
    third = sitting.item(page)
    go_back_and_change(sitting, page, first, second, third)
    leave_a_note(sitting, page, third)
    say_unknown(sitting, page)
    while not page.offers("trifft nicht zu"):
        sitting.answer(page, 1)
    say_not_applicable(sitting, page)
    sitting.answer(page, 4)
    interrupt(sitting, page)
    finish(sitting)
    assert reported(sitting.folder) == sitting.said
    assert set(sitting.said) == {item.id for item in ITEMS}


def go_back_and_change(sitting: Sitting, page: Page, first: Item, second: Item, third: Item) -> None:
    """Go back twice, see the earlier answer, change it, and keep the other."""
    for item in (second, first):
        page.hit(page.key("zurück"))
        page.terminal.wait(lambda item=item: page.asked() == item, f"„{item.short}“")  # type: ignore[misc]
    page.terminal.wait_for(f"Bisher: {first.levels[1].label}")
    page.hit("3")
    sitting.said[first.id] = {"level": first.levels[2].id}
    page.terminal.wait(lambda: page.asked() in (second, third), "the next question")
    if page.asked() == second:
        page.hit(page.key("so lassen"))
        page.terminal.wait(lambda: page.asked() == third, f"„{third.short}“")


def leave_a_note(sitting: Sitting, page: Page, item: Item) -> None:
    """Leave a note at a question, then answer it."""
    page.hit(page.key("Notiz"))
    page.terminal.wait_for("Notiz:")
    page.terminal.type(NOTE)
    page.terminal.wait_for("Dürfen Ihre Notizen und Belege vorgelesen werden?")
    page.hit("3")
    page.terminal.wait(lambda: f"Notiz: {NOTE} " in flat(page.terminal.screen()) and page.asked() == item, "the note")
    sitting.said[item.id] = {"note": NOTE}
    sitting.answer(page, 1)


def say_unknown(sitting: Sitting, page: Page) -> None:
    """Say that one does not know."""
    item = sitting.item(page)
    page.hit(page.key("weiß nicht"))
    sitting.said[item.id] = {"status": "unknown"}
    page.wait_for_another(item)


def say_not_applicable(sitting: Sitting, page: Page) -> None:
    """Say that a question does not apply, and why."""
    item = sitting.item(page)
    page.hit(page.key("trifft nicht zu"))
    page.terminal.wait_for("Grund")
    page.terminal.type(REASON)
    sitting.said[item.id] = {"status": "not_applicable", "reason": REASON}
    page.wait_for_another(item)


def interrupt(sitting: Sitting, page: Page) -> None:
    """Press Ctrl-C in the middle: everything is saved, and the screen says how to go on."""
    sitting.item(page)
    page.terminal.press("C-c")
    assert page.terminal.ended() == 130
    page.terminal.wait_for("Alle Antworten sind gesichert.")
    page.terminal.wait_for("mo-check assess stadt.yaml")


def finish(sitting: Sitting) -> None:
    """Resume where it was left, answer what is due, and end with the question that stayed unknown."""
    page = sitting.begin("stadt.yaml")
    while not page.at_the_end():
        assert sitting.item(page).id not in sitting.said
        sitting.answer(page, 2)
    page.choose("so abschließen", "1")
    assert page.terminal.ended() == 0
    page.terminal.wait_for("Alle Antworten sind gesichert in stadt.yaml.")

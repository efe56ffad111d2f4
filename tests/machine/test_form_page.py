"""The HTML form in headless Chromium: clicked, typed, reloaded, saved, and read back as what ``assess`` would have kept."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from calling import PROFILES, child, environment
from machine.browsers import DESKTOP, PHONE, OpenForm, chromium
from mo_check.model.item import Perspective
from respondents import Reply, consent_of, replies, typed

MO_CHECK = Path(sys.executable).with_name("mo-check")
CITY = PROFILES / "city" / "city-2026.yaml"
LABEL = "Verein Über Grenzen e. V."
MO = Perspective.MIGRANT_ORGANISATION
CITY_HALL = Perspective.MUNICIPALITY
LARGEST = 250_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one Chromium for all tests of this file."""
    with chromium() as opened:
        yield opened


def called(folder: Path, *arguments: object, given: str = "") -> str:
    """Call mo-check and return what it said; it has to end well."""
    ended = child(*(str(one) for one in arguments), given=given, folder=folder)
    assert ended.code == 0, ended.err
    return ended.err


def made(folder: Path, name: str, perspective: Perspective, *more: object) -> Path:
    """Make a form in three languages and return its file."""
    options = ("--perspective", perspective, "--lang", "de,en,de-x-simple", *more)
    called(folder, "form", "make", name, *options, "-o", "form.html")
    return folder / "form.html"


def assessed(folder: Path, name: str, perspective: Perspective, said: tuple[Reply, ...], day: str) -> dict[str, Any]:
    """Return the answers that ``assess`` keeps of the same replies."""
    options = ("--perspective", perspective, "--checklist", name, "--label", LABEL)
    called(folder, "profile", "new", "assessed.yaml", "--for", CITY, *options)
    lines = "".join(f"{line}\n" for line in typed(said, passed_on=perspective is not CITY_HALL))
    called(folder, "assess", "assessed.yaml", "--plain", "--date", day, given=lines)
    return profile(folder / "assessed.yaml")


def profile(path: Path) -> dict[str, Any]:
    """Return a profile as data."""
    held: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return held


def read_back(folder: Path, answers: Path) -> dict[str, Any]:
    """Read an answer file and return its profile."""
    called(folder, "form", "read", answers, "-o", "in")
    (path,) = (folder / "in").iterdir()
    return profile(path)


def day_of(answers: Path) -> str:
    """Return the one day on which everything was answered."""
    found = set(re.findall(r'"date": "([^"]+)"', answers.read_text(encoding="utf-8")))
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(("name", "perspective"), [("cooperation", CITY_HALL), ("success-factors", MO), ("topics", MO)])
def test_a_form_clicked_through_says_what_assess_says(
    browser: Browser, tmp_path: Path, name: str, perspective: Perspective, size: dict[str, int]
) -> None:
    """All questions, with a reload in the middle and the language changed on the way; no request, no complaint of the page."""
    said = replies(name, perspective)
    form = OpenForm(browser, made(tmp_path, name, perspective, "--for", CITY), size)
    form.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    half = len(said) // 2
    for reply in said[:half]:
        form.click(name, reply)
    form.page.locator("#language").select_option("en")
    form.reload()
    expect(form.page.locator("html")).to_have_attribute("lang", "en")
    for reply in said[half:]:
        form.click(name, reply)
    form.page.locator("#language").select_option("de")
    for key in consent_of(perspective):
        form.page.locator(f"#{key}").select_option("yes")
    assert form.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    answers = form.save(tmp_path)
    assert form.said == []
    assert read_back(tmp_path, answers) == assessed(tmp_path, name, perspective, said, day_of(answers))


@pytest.mark.parametrize(("name", "perspective"), [("cooperation", MO), ("topics", MO)])
def test_a_form_is_complete_by_keyboard(browser: Browser, tmp_path: Path, name: str, perspective: Perspective) -> None:
    """From the first field to the saved file with Tab, arrows, Space and Enter."""
    said = replies(name, perspective)
    form = OpenForm(browser, made(tmp_path, name, perspective, "--for", CITY))
    form._tab_to("#label")
    form.page.keyboard.insert_text(LABEL)
    for reply in said:
        form.press(name, reply)
    for key in consent_of(perspective):
        form._tab_to(f"#{key}")
        form.page.keyboard.press("Home")
    form._tab_to("main .save")
    with form.page.expect_download() as waiting:
        form.page.keyboard.press("Enter")
    answers = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(answers)
    assert form.said == []
    assert read_back(tmp_path, answers) == assessed(tmp_path, name, perspective, said, day_of(answers))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("tag", ["de", "en", "de-x-simple"])
def test_axe_finds_no_violation(browser: Browser, tmp_path: Path, tag: str, size: dict[str, int], theme: str) -> None:
    """Empty, half filled with everything open, and after a save without a name; in every language, light and dark."""
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL), size, color_scheme=theme)
    form.page.locator("#language").select_option(tag)
    found = Axe().run(form.page).response["violations"]
    for reply in replies("cooperation", CITY_HALL)[:12]:
        form.click("cooperation", reply)
    form.page.locator(".bar .save").click()
    form.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    found += Axe().run(form.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []


@pytest.mark.parametrize("perspective", [CITY_HALL, Perspective.DEPARTMENT, MO])
@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_a_form_is_small_enough_to_be_mailed(tmp_path: Path, name: str, perspective: Perspective) -> None:
    """Every checklist in three languages stays below 250 kB."""
    assert made(tmp_path, name, perspective).stat().st_size < LARGEST


def test_a_question_waits_until_its_condition_is_met(browser: Browser, tmp_path: Path) -> None:
    """It appears with the level it waits for and goes with it; what was answered meanwhile is not lost."""
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL))
    parent, waiting = form.question("cooperation", "concept.written"), form.question("cooperation", "concept.known")
    expect(waiting).to_be_hidden()
    parent.locator('input[value="written"]').check()
    waiting.locator("input").nth(1).check()
    parent.locator('input[value="draft"]').check()
    expect(waiting).to_be_hidden()
    parent.locator('input[value="adopted"]').check()
    expect(waiting.locator("input").nth(1)).to_be_checked()
    parent.locator('input[value="_unknown"]').check()
    expect(waiting).to_be_hidden()


def test_progress_counts_what_applies(browser: Browser, tmp_path: Path) -> None:
    """Free texts do not count, and an answer taken back does not either."""
    form = OpenForm(browser, made(tmp_path, "cooperation", MO, "--quick"))
    all_ = len(replies("cooperation", MO, quick=True))
    first = form.page.locator("fieldset").first
    first.locator("input").first.check()
    expect(form.page.locator("#done")).to_have_text(f"1 von {all_} beantwortet")
    first.get_by_role("button", name="Antwort löschen").click()
    expect(form.page.locator("#done")).to_have_text(f"0 von {all_} beantwortet")


def test_options_and_statuses_exclude_each_other(browser: Browser, tmp_path: Path) -> None:
    """„Nichts davon“ clears the other options, a status clears them all, and an option clears the status."""
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL))
    question = form.question("cooperation", "understanding.reasons")
    question.locator('input[value="partners"]').check()
    question.locator('input[value="none"]').check()
    expect(question.locator("input:checked")).to_have_count(1)
    question.locator('input[value="_unknown"]').check()
    expect(question.locator('input[value="none"]')).not_to_be_checked()
    question.locator('input[value="experts"]').check()
    expect(question.locator("input:checked")).to_have_count(1)


def test_a_saved_file_is_loaded_to_go_on(browser: Browser, tmp_path: Path) -> None:
    """On another device the answers are there again, and the corrected file belongs to the same sitting."""
    file = made(tmp_path, "cooperation", MO, "--for", CITY)
    said = replies("cooperation", MO)
    first = OpenForm(browser, file)
    first.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    for reply in said:
        first.click("cooperation", reply)
    (tmp_path / "one").mkdir()
    answers = first.save(tmp_path / "one")
    second = OpenForm(browser, file)
    second.page.locator("#load").set_input_files(answers)
    expect(second.page.locator("#message")).to_contain_text("geladen")
    again = second.save(tmp_path)
    held, other = (json.loads(path.read_text(encoding="utf-8")) for path in (answers, again))
    assert held["profile"] == other["profile"]
    assert held["submission"] == other["submission"]


@pytest.mark.parametrize(
    "content", ["{", "[]", "null", "<script>", '{"format": "mo-check/profile/1"}', '{"format": "mo-check/answers/1"}']
)
def test_a_file_that_is_none_changes_nothing(browser: Browser, tmp_path: Path, content: str) -> None:
    """The page says so, and what was answered stays."""
    form = OpenForm(browser, made(tmp_path, "cooperation", MO, "--quick"))
    form.page.locator("fieldset input").first.check()
    (tmp_path / "wrong.json").write_text(content, encoding="utf-8")
    form.page.locator("#load").set_input_files(tmp_path / "wrong.json")
    expect(form.page.locator("#message")).to_contain_text("keine Antwortdatei")
    expect(form.page.locator("fieldset input").first).to_be_checked()
    assert form.said == []


def test_a_file_of_another_form_changes_nothing(browser: Browser, tmp_path: Path) -> None:
    """Answers about another city are not taken for answers about this one."""
    other = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL))
    other.page.get_by_label("Name der Kommune").fill("Anderswo")
    other.page.get_by_label("Art der Kommune").select_option("town")
    other.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    answers = other.save(tmp_path)
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL, "--for", CITY))
    form.page.locator("#load").set_input_files(answers)
    expect(form.page.locator("#message")).to_contain_text("anderen Formular")
    assert form.said == []


def test_a_form_without_a_city_asks_for_it(browser: Browser, tmp_path: Path) -> None:
    """What is missing is said and the field is reached; then the file is saved and read."""
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL, "--quick"))
    form.page.locator(".bar .save").click()
    expect(form.page.locator("#message")).to_contain_text("wer antwortet")
    expect(form.page.get_by_label("Name der Kommune")).to_be_focused()
    form.page.get_by_label("Name der Kommune").fill("Bad Beispiel")
    form.page.get_by_label("Art der Kommune").select_option("town")
    form.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    assert read_back(tmp_path, form.save(tmp_path))["subject"] == {"name": "Bad Beispiel", "kind": "town"}


def test_an_answer_without_its_reason_is_named_when_saving(browser: Browser, tmp_path: Path) -> None:
    """The rest is saved and can be read; a link leads to what is missing."""
    form = OpenForm(browser, made(tmp_path, "cooperation", MO, "--for", CITY))
    form.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    form.question("cooperation", "understanding.listening").locator("input").first.check()
    form.question("cooperation", "rooms.same-terms").locator('input[value="_not_applicable"]').check()
    answers = form.save(tmp_path)
    message = form.page.locator("#message")
    expect(message).to_contain_text("fehlt noch ein Grund")
    message.get_by_role("link").click()
    form.page.keyboard.press("Tab")
    held = read_back(tmp_path, answers)["checklists"]["cooperation"]["answers"]
    assert list(held) == ["understanding.listening"]


def test_a_browser_that_keeps_nothing_is_named(browser: Browser, tmp_path: Path) -> None:
    """Where storage is forbidden the page says so at once, and the answers can still be saved as a file."""
    form = OpenForm(browser, made(tmp_path, "cooperation", MO, "--for", CITY))
    forbidden = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    form.window.add_init_script(forbidden)
    form.page.reload()
    expect(form.page.locator("#kept")).to_contain_text("merkt sich nichts")
    form.page.get_by_label("Stelle, Verein oder Rolle").fill(LABEL)
    form.page.locator("fieldset input").first.check()
    expect(form.page.locator("#kept")).to_contain_text("merkt sich nichts")
    assert len(read_back(tmp_path, form.save(tmp_path))["checklists"]["cooperation"]["answers"]) == 1


def test_everything_can_be_deleted_from_the_device(browser: Browser, tmp_path: Path) -> None:
    """Asked once more, it is gone, after a reload too."""
    form = OpenForm(browser, made(tmp_path, "cooperation", MO, "--for", CITY))
    form.page.locator("fieldset input").first.check()
    form.page.get_by_role("button", name="Alles löschen").click()
    form.page.get_by_role("button", name="Nein, behalten").click()
    expect(form.page.locator("fieldset input").first).to_be_checked()
    form.page.get_by_role("button", name="Alles löschen").click()
    form.page.get_by_role("button", name="Ja, löschen").click()
    expect(form.page.locator("fieldset input").first).not_to_be_checked()
    form.reload()
    expect(form.page.locator("fieldset input:checked")).to_have_count(0)
    assert form.said == []


def test_on_paper_everything_stands_open(browser: Browser, tmp_path: Path) -> None:
    """Printed, the page has every question with its help, its boxes and lines to write on, and no buttons."""
    form = OpenForm(browser, made(tmp_path, "cooperation", CITY_HALL, "--for", CITY))
    form.page.pdf(path=tmp_path / "form.pdf", format="A4")
    command = ["/usr/bin/pdftotext", "-layout", tmp_path / "form.pdf", "-"]
    told = subprocess.run(command, capture_output=True, check=True, env=environment())
    text = " ".join(told.stdout.decode().split())
    for reply in replies("cooperation", CITY_HALL):
        assert reply.asked.item.question.split("?")[0][:40] in text
    assert "Nur, wenn bei Frage" in text
    assert "Zur Probe, bevor Sie eine der letzten Antworten wählen" in text
    assert "Alles löschen" not in text

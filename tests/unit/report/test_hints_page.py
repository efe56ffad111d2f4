"""Hints at the answers of a profile, as a page."""

from datetime import date

import pytest

from answers import answer_of
from builders import Given, assessed, checklist, dimension, item
from drawing import drawn, faults, texts_of
from mo_check.document.blocks import Document, Heading, ListEntry, Listing, Paragraph
from mo_check.languages import language
from mo_check.report.hints_page import hints_page
from mo_check.scoring.hints import hints

GERMAN = language("de")
TODAY = date(2026, 11, 14)
CLASH = [{"id": "both", "high": "d.a", "at_least": "good", "low": "d.b", "below": "some", "text": "Räume ja, Nutzung nein?"}]
HELD = checklist(
    dimension(
        "d",
        item("d.a", short="Räume", valid_if="Sie liegen vor."),
        item("d.b", short="Nutzung", review_months=12),
        item("d.c", short="Liste"),
    ),
    contradictions=CLASH,
)


def page(answers: dict[str, Given]) -> Document:
    """Return the page about these answers."""
    assessment = assessed(HELD, answers)
    return hints_page(assessment, hints(assessment, TODAY), GERMAN)


def sections(document: Document) -> dict[str, tuple[ListEntry, ...]]:
    """Return the entries below each heading."""
    found: dict[str, tuple[ListEntry, ...]] = {}
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Listing):
            found[heading] = block.entries
    return found


def test_a_page_is_headed_by_subject_checklist_and_respondent() -> None:
    """Whom it is about, what was asked, and who answered."""
    document = page({"d.a": "full"})
    assert (document.title, document.lines) == ("Musterstadt", ("Rückfragen · Probe", "Integrationsstelle"))


def test_a_top_level_is_told_with_what_makes_it_valid() -> None:
    """So that one knows what evidence would be; without such a text the name stands alone."""
    found = sections(page({"d.a": "full", "d.b": "good", "d.c": "full"}))
    assert found == {"Höchste Stufe, noch ohne Beleg": (ListEntry("Räume", ("Sie liegen vor.",)), ListEntry("Liste"))}


def test_a_contradiction_names_both_and_asks() -> None:
    """Neither answer is said to be wrong."""
    found = sections(page({"d.a": "good", "d.b": "none"}))
    assert found == {"Passt das zusammen?": (ListEntry("Räume und Nutzung", ("Räume ja, Nutzung nein?",)),)}


@pytest.mark.parametrize(
    ("day", "told"),
    [("2025-10-14", "vor 13 Monaten beantwortet"), ("2024-11-01", "vor 24 Monaten beantwortet")],
    ids=["13", "24"],
)
def test_an_old_answer_tells_how_old_it_is(day: str, told: str) -> None:
    """And how often a new look is worth it."""
    found = sections(page({"d.b": answer_of(level="good", date=day)}))
    assert found == {"Lange nicht angesehen": (ListEntry("Nutzung", (told, "Hier lohnt sich alle 12 Monate ein neuer Blick.")),)}


def test_that_there_are_no_hints_is_said_too() -> None:
    """A page is never empty."""
    assert page({"d.a": "good", "d.b": "some"}).blocks == (Paragraph("Keine Rückfragen."),)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_page_is_drawn_whole(width: int) -> None:
    """No word is cut at any width."""
    document = page({"d.a": "full", "d.b": "none", "d.c": "full"})
    assert faults(texts_of(document), drawn(document, width), width) == []

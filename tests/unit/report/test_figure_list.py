"""All figures of a source as a page: value, place, what counts, and what was derived."""

from typing import Any

import pytest

from builders import checklist, dimension, item, level_trees, option_trees, source
from drawing import drawn, faults, texts_of
from mo_check.document.blocks import Document, Heading, Listing, Paragraph, Role, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.model.source import Derived, Source
from mo_check.report.figure_list import figures_text

GERMAN = language("de")
PAPER = source(
    both={"kind": "figure", "text": "Beides lag vor.", "value": 12, "of": 32},
    one={"kind": "figure", "text": "Nur eines lag vor.", "value": 14, "of": 32, "caveat": "Enge Frage."},
    nearly={"kind": "figure", "text": "Fast die Hälfte.", "share": "0.45", "approximate": "true"},
    shares={"kind": "figure", "text": "Anteile der Formen.", "shares": {"a": "0.4", "b": "0.6"}, "caveat": "Enge Frage."},
    rank={"kind": "figure", "text": "Am häufigsten Kultur."},
    rule="recommendation",
).model_copy(update={"derived": (Derived(id="neither", text="Keines lag vor.", of=32, rest_of=("both", "one")),)})


def page(held: Checklist | None = None, paper: Source = PAPER) -> Document:
    """Return the page of figures beside a checklist."""
    return figures_text(paper, (held or checklist(dimension("d", "d.a")),), GERMAN)


def rows(document: Document) -> dict[str, list[str]]:
    """Return the rows of the table by their first cell."""
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    return {str(row[0]): [cell_text(cell, GERMAN).replace("\u00a0", " ") for cell in row[1:]] for row in table.rows}


def rule(**counts: Any) -> str:  # noqa: ANN401 - as a file has it
    """Return in words what counts for the figure „both“ by this rule."""
    levels = level_trees("no", "yes", from_credit=("0", "1"))
    figures = [{"id": "both", "counts": counts}, {"id": "one", "counts": {"option": "one"}}]
    select = item("d.a", kind="select", levels=levels, options=option_trees(one="1", two="1", none="0"), figures=figures)
    return rows(page(checklist(dimension("d", select))))["Beides lag vor."][2]


def test_a_page_tells_source_year_and_number() -> None:
    """Where the figures come from."""
    document = page()
    assert (document.title, document.lines) == ("Vergleichszahlen", ("Papier", "Umfrage 2020, 32 Kommunen"))


def test_a_figure_stands_with_its_value_and_its_place() -> None:
    """Count of all, the item it stands beside, and the level from which an answer counts."""
    counted = item("d.a", short="Konzept", figures=[{"id": "both", "counts": {"level_from": "good"}}])
    found = rows(page(checklist(dimension("d", counted))))
    assert found["Beides lag vor."] == ["12 von 32", "Konzept", "„good“"]


def test_a_figure_of_several_items_stands_with_each() -> None:
    """Whichever checklist they are in: a row for each."""
    held = [
        checklist(dimension("d", item("d.a", short=short, figures=[{"id": "both", "counts": {"level_from": level}}])))
        for short, level in (("Konzept", "good"), ("Plan", "some"))
    ]
    (table,) = [block for block in figures_text(PAPER, tuple(held), GERMAN).blocks if isinstance(block, Table)]
    assert [row[2:] for row in table.rows if row[0] == "Beides lag vor."] == [("Konzept", "„good“"), ("Plan", "„some“")]


def test_a_figure_that_stands_nowhere_is_only_told() -> None:
    """Nothing counts for it."""
    assert rows(page())["Beides lag vor."] == ["12 von 32", "–", "nur genannt"]


def test_a_share_is_told_as_the_paper_gives_it() -> None:
    """Where there is no count, a percentage; „about“ where the paper says so."""
    assert rows(page())["Fast die Hälfte."][0] == "etwa 45 %"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        pytest.param({"level_from": "yes"}, "„yes“", id="a level"),
        pytest.param({"option": "two"}, "„two“", id="an option"),
        pytest.param({"options_at_least": 2}, "2 Auswahlen", id="so many options"),
        pytest.param({"none_among": ["one"]}, "keine der Auswahlen", id="none of some"),
        pytest.param({"all_of": ["one"]}, "beides zusammen", id="several figures"),
        pytest.param({"only": "one", "without": "both"}, "nur das eine", id="one without the other"),
    ],
)
def test_every_rule_has_its_words(counts: dict[str, Any], told: str) -> None:
    """What counts for a figure is said in a word or two."""
    assert rule(**counts) == told


def test_a_derived_number_is_marked_as_derived() -> None:
    """32 - 12 - 14 = 6: the paper does not give it, and the page says so."""
    assert rows(page())["Keines lag vor."] == ["6 von 32", "–", "abgeleitet"]


def test_shares_and_ranks_stand_below_the_table() -> None:
    """What has no single number is told in words, shares in percent."""
    document = page()
    assert Heading("Anteile und Ränge") in document.blocks
    (listing,) = [block for block in document.blocks if isinstance(block, Listing)]
    told = [(entry.text, [detail.replace("\u00a0", " ") for detail in entry.details]) for entry in listing.entries]
    assert told == [("Anteile der Formen.", ["40 %, 60 %"]), ("Am häufigsten Kultur.", [])]


def test_every_caveat_is_said_once() -> None:
    """That of the survey first, then those of single figures, none twice."""
    notes = [block.text for block in page().blocks if isinstance(block, Paragraph) and block.role is Role.NOTE]
    assert notes == ["Wer antwortete, wählte sich selbst.", "Enge Frage."]


def test_other_statements_are_no_figures() -> None:
    """A recommendation has no place here."""
    assert "rule gilt." not in set(texts_of(page()))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_page_is_drawn_whole(width: int) -> None:
    """No word is cut at any width."""
    document = page()
    assert faults(texts_of(document), drawn(document, width), width) == []

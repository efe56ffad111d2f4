"""What a report says of surveys: each figure under the year of the survey it comes from, each survey with its own caveat."""

from builders import assessed, checklist, dimension, item, source
from mo_check.document.blocks import Paragraph, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.report.first_page import first_page_facts
from mo_check.report.overview import overview
from mo_check.report.survey_figures import figure_blocks

GERMAN = language("de")
OLD = source(2020, old__figure={"kind": "figure", "text": "Mit Konzept.", "value": "23", "of": "32"})
NEW = source(2030, new__figure={"kind": "figure", "text": "Mit Räumen.", "value": "20", "of": "50"})
SOURCES = (OLD, NEW)
FOUND = assessed(
    checklist(
        dimension(
            "d",
            item("d.a", figures=[{"id": "old.figure", "counts": {"level_from": "good"}}]),
            item("d.b", figures=[{"id": "new.figure", "counts": {"level_from": "full"}}]),
        )
    ),
    {"d.a": "full", "d.b": "good"},
)


def test_each_survey_has_a_table_of_its_own() -> None:
    """With its year at the head, only its figures, and its caveat below."""
    blocks = figure_blocks(FOUND, SOURCES, GERMAN)
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [table.columns[0].header for table in tables] == ["Umfrage 2020", "Umfrage 2030"]
    assert [[[cell_text(cell, GERMAN) for cell in row] for row in table.rows] for table in tables] == [
        [["Mit Konzept.", "23 von 32", "ja"]],
        [["Mit Räumen.", "20 von 50", "nein"]],
    ]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [one.survey.caveat for one in SOURCES]


def test_a_survey_without_a_figure_here_is_not_named() -> None:
    """Neither its year nor its caveat."""
    blocks = figure_blocks(FOUND, (*SOURCES, source(2040, other="figure")), GERMAN)
    assert "2040" not in str(blocks)


def test_the_key_of_the_bars_names_the_survey_of_each_point() -> None:
    """A sentence for each survey whose findings stand beside a bar."""
    table = overview(FOUND, SOURCES, GERMAN)
    assert "Umfrage 2020" in table.key
    assert "Umfrage 2030" in table.key
    assert "2040" not in overview(FOUND, (*SOURCES, source(2040, other="figure")), GERMAN).key


def test_the_first_page_names_every_paper() -> None:
    """What it rests on, and the caveat of each survey under its year."""
    facts = {fact.label: fact.text for fact in first_page_facts(FOUND, SOURCES, GERMAN)}
    assert facts["Grundlage"] == "Verlag: „Papier“. Verlag: „Papier“."
    assert [label for label in facts if label.startswith("Zahlen")] == ["Zahlen von 2020", "Zahlen von 2030"]

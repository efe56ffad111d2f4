"""Checklists as documents: what there is, what one asks, and which statement stands where."""

from builders import checklist, dimension, item, option_trees, source, step_tree
from mo_check.document.blocks import Block, Commands, Document, Heading, Listing, Paragraph, Role, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.model.source import StatementKind
from mo_check.report.checklist_pages import KINDS, checklist_list, checklist_text, coverage_table, coverage_text
from mo_check.scoring.statement_coverage import statement_carriers

GERMAN = language("de")
ROOMS = item(
    "d.rooms",
    short="Räume",
    quick=True,
    key="Ohne Raum geht nichts.",
    help="Gemeint ist ein Saal.",
    valid_if="Es gab eine Nutzung.",
    levels=[{"id": "none", "label": "keine", "sees": "Es gibt keine."}, {"id": "some", "label": "einige"}],
    steps={"unmet": step_tree("Suchen Sie einen Raum.")},
    statements={"why": "question"},
)
OLD = item("d.old", short="Altes", retired="9.0.0")
HELD = checklist(dimension("d", ROOMS, OLD, item("d.note", kind="text", short="Was fehlt")))
SOURCE = source(why="insight", other="recommendation")


def of(document: Document, kind: type[Block]) -> list[Block]:
    """Return the blocks of one kind."""
    return [block for block in document.blocks if isinstance(block, kind)]


def test_a_list_counts_questions() -> None:
    """Id, title, how many questions, how many of the quick check, version; and what to type to see one."""
    document = checklist_list((HELD,), GERMAN)
    table, commands = document.blocks
    assert isinstance(table, Table)
    assert isinstance(commands, Commands)
    assert [cell_text(cell, GERMAN) for cell in table.rows[0]][:2] == ["probe", "Probe"]
    assert [cell_text(cell, GERMAN) for cell in table.rows[0]][3:] == ["1", "1.0.0"]
    assert commands.lines == ("mo-check checklist show probe",)


def test_a_checklist_tells_every_question_that_is_still_asked() -> None:
    """Headings of dimensions and items with their marks; a retired item is left away."""
    headings = [block.text for block in of(checklist_text(HELD, GERMAN), Heading) if isinstance(block, Heading)]
    assert headings == ["d", "Räume (d.rooms, Kurzcheck, Schlüsselkriterium)", "Was fehlt (d.note)"]


def test_an_item_tells_question_help_levels_and_steps() -> None:
    """Everything someone sees of an item, in the order of its page."""
    document = checklist_text(HELD, GERMAN)
    told = [(b.label, b.text) for b in of(document, Paragraph) if isinstance(b, Paragraph)][1:]
    assert told[:4] == [
        ("", "d.rooms?"),
        ("", "Gemeint ist ein Saal."),
        ("Zur Probe, bevor Sie eine der letzten Antworten wählen", "Es gab eine Nutzung."),
        ("Schritt bei „Lücke“", "Suchen Sie einen Raum."),
    ]
    levels = of(document, Listing)[0]
    assert isinstance(levels, Listing)
    assert levels.numbered
    assert [(entry.text, entry.details) for entry in levels.entries] == [("keine", ("Es gibt keine.",)), ("einige", ())]


def test_options_are_no_ranks() -> None:
    """Where several things can be chosen the list has no numbers."""
    levels = [{"id": f"l{n}", "label": f"l{n}", "from_credit": str(n)} for n in range(2)]
    forms = item("d.forms", kind="select", options=option_trees(one="1", none="0"), levels=levels)
    listing = of(checklist_text(checklist(dimension("d", forms)), GERMAN), Listing)[0]
    assert isinstance(listing, Listing)
    assert not listing.numbered
    assert [entry.text for entry in listing.entries] == ["one", "none"]


def test_coverage_stands_beside_the_text_that_carries_it() -> None:
    """Statement, then the question that carries it; what stands nowhere is told as such."""
    document = coverage_text(statement_carriers(SOURCE, [HELD]), GERMAN)
    told = [(b.label, b.text, b.role) for b in of(document, Paragraph) if isinstance(b, Paragraph)]
    assert told == [
        ("Aussage", "why gilt.", Role.NORMAL),
        ("probe: d.rooms, question", "d.rooms?", Role.NORMAL),
        ("Aussage", "other gilt.", Role.NORMAL),
        ("", "steht noch nirgends", Role.ALERT),
    ]


def test_coverage_is_counted_by_kind() -> None:
    """One insight of one is carried, one recommendation of one is not, and is listed."""
    document = coverage_table(statement_carriers(SOURCE, [HELD]), SOURCE, GERMAN)
    table, listing = document.blocks[0], document.blocks[-1]
    assert isinstance(table, Table)
    assert isinstance(listing, Listing)
    rows = [[cell_text(cell, GERMAN) for cell in row] for row in table.rows]
    assert rows == [["Erkenntnis", "1", "1"], ["Empfehlung", "1", "0"]]
    assert [entry.text for entry in listing.entries] == ["other"]


def test_full_coverage_lists_nothing() -> None:
    """Where everything is carried there is only the table."""
    whole = source(why="insight")
    assert len(coverage_table(statement_carriers(whole, [HELD]), whole, GERMAN).blocks) == 1


def test_every_kind_of_statement_has_words() -> None:
    """No kind is told by its English key."""
    assert set(KINDS) == set(StatementKind)

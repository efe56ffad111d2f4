"""Documents on the screen: blocks as they are drawn, and every word of the shipped texts whole at every width."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drawing import SHIPPED, drawn, faults, reported, texts_of
from mo_check.document.blocks import Block, Commands, Document, Heading, ListEntry, Listing, Paragraph, Role, Table
from mo_check.document.blocks import Column as Head
from mo_check.files.library import checklist_files, load_checklist
from mo_check.languages import language
from mo_check.render.terminal.glyphs import ASCII
from mo_check.report.checklist_pages import checklist_list, checklist_text, coverage_table, coverage_text
from mo_check.report.explain_item import explain_item
from mo_check.report.explain_total import explain_total
from mo_check.report.explanation import explain_dimension
from mo_check.report.report_page import report_document, summary
from mo_check.scoring.statement_coverage import statement_carriers

GERMAN = language("de")
WIDTHS = (60, 80, 120)


def page(*blocks: Block, width: int = 40, lines: tuple[str, ...] = ()) -> list[str]:
    """Return the lines of blocks below the title, without the margin."""
    return [line.removeprefix(" ") for line in drawn(Document("de", "Titel", lines, blocks), width)[1:]]


# --- the shipped texts


def reports(path: Path) -> Iterator[Document]:
    """Yield the report on a profile, whole and by dimension, the page that ends an interview, and every explanation."""
    one = reported(path)
    yield report_document(one, GERMAN)
    yield report_document(one, GERMAN, top=20)
    yield summary(one, GERMAN)
    yield explain_total(one, GERMAN)
    for result in one.assessment.dimensions:
        yield report_document(one, GERMAN, dimension=result.dimension.id)
        yield explain_dimension(one, result.dimension.id, GERMAN)
    for item in one.assessment.items():
        yield explain_item(one, item.item.id, GERMAN)


def checklists() -> Iterator[Document]:
    """Yield everything that is shown of the shipped checklists."""
    loaded = [load_checklist(path.stem) for path in checklist_files()]
    yield checklist_list(tuple(one.checklist for one in loaded), GERMAN)
    yield from (checklist_text(one.checklist, GERMAN) for one in loaded)
    source = loaded[0].sources[0]
    carried = statement_carriers(source, [one.checklist for one in loaded])
    yield coverage_table(carried, source, GERMAN)
    yield coverage_text(carried, GERMAN)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_word_of_a_report_and_its_explanations_is_whole(path: Path, width: int) -> None:
    """No word is broken or left away, no line is too wide, nothing is cut, and no blanks stand at an end."""
    assert [fault for held in reports(path) for fault in faults(texts_of(held), drawn(held, width), width)] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_of_the_checklists_is_whole(width: int) -> None:
    """The same holds for the checklists and for which statement stands where."""
    assert [fault for held in checklists() for fault in faults(texts_of(held), drawn(held, width), width)] == []


# --- blocks


def test_the_title_and_its_lines_stand_first() -> None:
    """The parts of a line stay whole: a line breaks at its dots before it breaks at a blank."""
    lines = drawn(Document("de", "Musterstadt", ("Stadt, Hessen", "Sicht der Verwaltung · Amt für Vielfalt"), ()), 40)
    assert lines == [" Musterstadt", " Stadt, Hessen", " Sicht der Verwaltung", " Amt für Vielfalt"]


def test_an_upper_heading_is_underlined() -> None:
    """What begins a part of the report shows even without bold letters; its text follows without a blank line."""
    assert page(Heading("Räume"), Paragraph("Wenige.")) == ["", "Räume", "─────", "Wenige."]


def test_a_lower_heading_stands_alone() -> None:
    """A heading inside a part has no line below it."""
    assert page(Heading("Räume", 3), Paragraph("Wenige.")) == ["", "Räume", "Wenige."]


def test_a_label_stands_before_its_paragraph() -> None:
    """The label ends with a colon and the text goes on behind it."""
    assert page(Paragraph("nur bis 18 Uhr", "Notiz")) == ["", "Notiz: nur bis 18 Uhr"]


def test_alerts_stand_together_with_their_labels_in_a_column() -> None:
    """The texts of several alerts begin at one place, and wrap there."""
    alerts = [Paragraph("Konzept: nichts.", "Engpass", Role.ALERT), Paragraph("Räume.", "Ungeklärt", Role.ALERT)]
    assert page(*alerts, width=24) == ["", "Engpass    Konzept:", "           nichts.", "Ungeklärt  Räume."]


def test_an_alert_without_label_is_a_paragraph() -> None:
    """Words alone need no column."""
    assert page(Paragraph("steht noch nirgends", role=Role.ALERT)) == ["", "steht noch nirgends"]


def test_numbers_of_a_long_list_are_aligned() -> None:
    """With more than nine entries the numbers stand to the right and the texts begin at one place."""
    lines = page(Listing(tuple(ListEntry(f"Schritt {n}") for n in range(1, 11)), numbered=True))
    assert [lines[1], lines[9], lines[10]] == [" 1  Schritt 1", " 9  Schritt 9", "10  Schritt 10"]


def test_short_entries_follow_each_other() -> None:
    """Entries of one line stand close, each with its details below it."""
    entries = (ListEntry("eins", ("Amt · sofort",)), ListEntry("zwei"))
    assert page(Listing(entries)) == ["", "· eins", "  Amt · sofort", "· zwei"]


def test_long_entries_are_parted() -> None:
    """Where an entry takes several lines, a blank line parts it from the next."""
    entries = (ListEntry("ein Schritt mit vielen Worten", ("Amt",)), ListEntry("zwei"))
    assert page(Listing(entries), width=22) == ["", "· ein Schritt mit", "  vielen Worten", "  Amt", "", "· zwei"]


def test_commands_stand_beside_their_label() -> None:
    """With room for the longest command the label stands to their left."""
    assert page(Commands("Weiter", ("mo-check a", "mo-check b"))) == ["", "Weiter   mo-check a", "         mo-check b"]


def test_commands_without_room_stand_below_their_label() -> None:
    """A command that is too long stays whole: parted by a line end it could not be pasted."""
    lines = page(Commands("Weiter", ("mo-check report stadt.yaml", "mo-check b")), width=24)
    assert lines == ["", "Weiter", "mo-check report stadt.yaml", "mo-check b"]


def test_a_caption_stands_above_its_table() -> None:
    """The caption comes first."""
    assert page(Table((Head("Name"),), (("Räume",),), "Die Felder")) == ["", "Die Felder", "Name", "Räume"]


def test_lines_stay_readable_on_a_wide_terminal() -> None:
    """However wide the terminal is, a line is at most a hundred columns long."""
    assert max(len(line) for line in drawn(Document("de", "Titel", (), (Paragraph("Wort " * 100),)), 200)) <= 100


HOSTILE = ("[bold]fett[/bold]", "[/1]", "[siehe Anlage 3]", ":smile:", "{item}", "%s", "**fett**", "<b>", "\\[x]", "_x_")


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_data(text: str) -> None:
    """What looks like markup, an emoji code or a field is drawn as it is, wherever it stands."""
    blocks = (
        Heading(text),
        Paragraph(text, text),
        Paragraph(text, text, Role.ALERT),
        Table((Head(text),), ((text,),), text),
        Listing((ListEntry(text, (text,)),)),
        Commands(text, (text,)),
    )
    lines = drawn(Document("de", text, (text,), blocks), 80)
    assert sum(line.count(text) for line in lines) == 14


def test_marks_between_blocks_are_ascii_where_the_console_needs_it() -> None:
    """Rules, dots and bullets have their ASCII form."""
    held = Document("de", "Titel", ("a · b",), (Heading("Feld"), Listing((ListEntry("eins", ("Amt · sofort",)),))))
    assert drawn(held, 80, ASCII) == [" Titel", " a - b", "", " Feld", " ----", " - eins", "   Amt - sofort"]

"""What a report says, block by block."""

from collections.abc import Mapping

from answers import answer_of
from builders import Given, assess_total, assessed, checklist, dimension, item, level_trees, profile, source, step_tree
from mo_check.document.blocks import Commands, Document, Heading, Listing, Paragraph, Role, Table
from mo_check.document.cells import cell_text
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.report.report_page import ReportContent, report_document, summary

GERMAN = language("de")
FIRST = item("d.first", short="Konzept", key="Ohne Papier endet es.", ask=["Hauptamt"])
PLAIN = checklist(dimension("d", FIRST, "d.second", weight=2), dimension("e", "e.one"))


def reported(answers: Mapping[str, Given], held: Checklist = PLAIN, **facts: object) -> ReportContent:
    """Return answers to a checklist, ready to be reported."""
    figure = {"kind": "figure", "value": 23, "of": 32}
    return ReportContent(assessed(held, answers, **facts), (source(why="insight", count=figure),), "stadt.yaml", held)


def tables(document: Document) -> list[list[list[str]]]:
    """Return the rows of every table as text."""
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell_text(cell, GERMAN) for cell in row] for row in table.rows] for table in found]


def headings(document: Document) -> list[str]:
    """Return the texts of all headings."""
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def alerts(document: Document) -> list[tuple[str, str]]:
    """Return label and text of everything that must not be overlooked."""
    return [(b.label, b.text) for b in document.blocks if isinstance(b, Paragraph) and b.role is Role.ALERT]


def paragraphs(document: Document) -> list[str]:
    """Return the texts of all paragraphs."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def listing(document: Document, number: int = 0) -> Listing:
    """Return a list of the document by its place."""
    return [block for block in document.blocks if isinstance(block, Listing)][number]


ALL = {"d.first": "good", "d.second": "some", "e.one": "full"}


def test_the_head_says_who_was_assessed_by_whom() -> None:
    """Subject, perspective and label, checklist."""
    document = report_document(reported(ALL), GERMAN)
    assert document.title == "Musterstadt"
    assert document.lines == ("kreisangehörige Stadt", "Selbsteinschätzung der Verwaltung · Integrationsstelle", "Probe")


def test_the_head_tells_scope_day_and_remark() -> None:
    """A quick check, the day of the last answer, and what the respondent remarks stand in the head."""
    held = checklist(dimension("d", item("d.a", quick=True), "d.b"))
    by = profile({"d.a": answer_of(level="good", date="2026-11-14")}, scope="quick")
    noted = by.model_copy(update={"remark": "Erfunden."})
    document = report_document(ReportContent(assess_total(held, noted), (source(why="insight"),), "stadt.yaml", held), GERMAN)
    assert document.lines[2:] == ("Probe · Kurzcheck, 1 von 2 Fragen · 14. November 2026", "Erfunden.")


def test_an_association_reads_first_what_the_administration_can_do() -> None:
    """No mark for the association; the steps of the administration for the same gaps, then its own; others read neither."""
    own = {"unmet": step_tree("Fragen Sie nach."), "partial": step_tree("Bleiben Sie dran.")}
    asked = {"question": "?", "levels": level_trees("none", "some", "good", "full"), "steps": own}
    one = item("d.first", **{"for": {"migrant_organisation": asked}})
    held = checklist(dimension("d", one))
    document = report_document(reported({"d.first": "none"}, held, perspective="migrant_organisation"), GERMAN)
    assert paragraphs(document)[0] == "So erleben Sie die Zusammenarbeit. Das ist keine Note für Ihren Verein."
    theirs, mine = headings(document).index("Was die Verwaltung tun kann"), headings(document).index("Was bei Ihrem Verein liegt")
    assert theirs < mine
    steps = [entry.text for block in document.blocks if isinstance(block, Listing) and block.numbered for entry in block.entries]
    assert steps == ["d.first unmet", "Fragen Sie nach."]
    ours = report_document(reported({"d.first": "none"}, held), GERMAN)
    assert "Was die Verwaltung tun kann" not in headings(ours)
    assert "So erleben Sie" not in paragraphs(ours)[0]


def test_the_overview_tells_dimensions_and_total() -> None:
    """d: (2/3 + 1/3) / 2 = 1/2; e: 1; the total weighs them 2 to 1: (1 + 1) / 3 = 2/3."""
    assert tables(report_document(reported(ALL), GERMAN))[0] == [
        ["d", "", "50", "50–50", "100\u00a0%"],
        ["e", "", "100", "100–100", "100\u00a0%"],
        ["Gesamt", "", "67", "67–67", "100\u00a0%"],
    ]


def test_the_weakest_dimension_stands_out() -> None:
    """Of d with 50 and e with 100 the first."""
    table = next(block for block in report_document(reported(ALL), GERMAN).blocks if isinstance(block, Table))
    assert table.emphasis == {0}
    assert table.total


def test_a_quick_check_has_a_total_only() -> None:
    """Dimensions of one or two questions say nothing."""
    held = checklist(dimension("d", item("d.a", quick=True)), dimension("e", item("e.a", quick=True)))
    document = report_document(reported({"d.a": "good", "e.a": "full"}, held, scope="quick"), GERMAN)
    assert [row[0] for row in tables(document)[0]] == ["Gesamt"]


def test_standings_are_counted() -> None:
    """How many items stand how is said in one sentence, without those that do not occur."""
    told = paragraphs(report_document(reported(ALL), GERMAN))
    assert "Kriterien: erfüllt 2, zum Teil 1." in told


def test_a_bottleneck_is_told_with_its_reason() -> None:
    """A key item below one half, with its answer and why nothing makes up for it."""
    document = report_document(reported(ALL | {"d.first": "some"}), GERMAN)
    assert alerts(document) == [("Engpass", "Konzept (d): some. Ohne Papier endet es.")]


def test_a_key_item_without_answer_is_unclear() -> None:
    """Nobody knows is no bottleneck; it has to be found out."""
    document = report_document(reported(ALL | {"d.first": "unknown"}), GERMAN)
    assert alerts(document) == [("Ungeklärt", "Konzept: Schlüsselkriterien ohne Antwort.")]


def test_gaps_are_told_by_what_they_cost() -> None:
    """d.second at 1/3 costs 100 · 2/3 · 1/2 · 2/3 = 22,2 points; d.first and e.one are met."""
    document = report_document(reported(ALL), GERMAN)
    assert "Was am meisten Punkte kostet" in headings(document)
    assert tables(document)[1] == [["d.second", "d", "zum Teil", "22,2"]]


def test_more_gaps_than_asked_for_are_counted() -> None:
    """Of three gaps one is shown and two are counted."""
    document = report_document(reported(dict.fromkeys(ALL, "none")), GERMAN, top=1)
    assert len(tables(document)[1]) == 1
    assert "Dazu sind 2 weitere Kriterien nicht erfüllt." in paragraphs(document)


def test_without_gaps_there_are_no_tables_of_them() -> None:
    """What is fully met needs neither gaps nor steps."""
    document = report_document(reported(dict.fromkeys(ALL, "full")), GERMAN)
    assert headings(document) == []


def test_three_steps_come_first() -> None:
    """Each with who acts and what it helps with; the list is numbered."""
    document = report_document(reported(dict.fromkeys(ALL, "none")), GERMAN)
    assert headings(document)[0] == "Die drei ersten Schritte"
    first = listing(document)
    assert first.numbered
    assert len(first.entries) == 3
    assert first.entries[0].details[0] == "Integrationsstelle · sofort · wenig Aufwand, mittlere Wirkung"
    assert first.entries[0].details[1].startswith("Hilft bei: ")


def test_a_step_tells_what_it_waits_for_and_how_others_did_it() -> None:
    """A needed item that is not there yet, and the practice."""
    needy = step_tree(needs=["d.first"], practice="So in Köln.")
    held = checklist(dimension("d", FIRST, item("d.second", steps={"unmet": needy, "partial": step_tree()})))
    entries = listing(report_document(reported({"d.first": "none", "d.second": "none"}, held), GERMAN)).entries
    assert ("Vorher nötig: Konzept", "Aus der Praxis: So in Köln.") in [entry.details[2:] for entry in entries]


def test_what_is_unknown_is_to_be_found_out() -> None:
    """The question, who could know, and what hangs on it: 100 · 2/3 · 1/2 = 33,3 points."""
    document = report_document(reported(ALL | {"d.first": "unknown"}), GERMAN)
    place = headings(document).index("Herausfinden")
    assert place >= 0
    assert "1 Frage ist ohne Antwort. Am meisten hängt an:" in paragraphs(document)
    entries = next(b.entries for b in document.blocks if isinstance(b, Listing) and not b.numbered)
    assert (entries[0].text, entries[0].details[0]) == ("Konzept", "wissen könnte es: Hauptamt")
    assert entries[0].details[1].startswith("bewegt die Spanne um ")


def test_figures_stand_beside_what_is_here() -> None:
    """23 of 32 had it, counted from „some“ on; here it is „good“. The caveat is always said."""
    counted = item("d.a", figures=[{"id": "count", "counts": {"level_from": "some"}}])
    document = report_document(reported({"d.a": "good"}, checklist(dimension("d", counted))), GERMAN)
    assert tables(document)[-1] == [["count gilt.", "23 von 32", "ja"]]
    assert "Wer antwortete, wählte sich selbst." in paragraphs(document)


def test_own_words_stand_in_the_report() -> None:
    """A free text is told with its question's short form."""
    held = checklist(dimension("d", "d.a", item("d.missing", kind="text", short="Was fehlt")))
    document = report_document(reported({"d.a": "good", "d.missing": answer_of(text="Mehr Zeit.")}, held), GERMAN)
    own = [(b.label, b.text) for b in document.blocks if isinstance(b, Paragraph) and b.label == "Was fehlt"]
    assert own == [("Was fehlt", "Mehr Zeit.")]


def test_what_is_missing_comes_first_among_own_words() -> None:
    """What an item asks is said by its checklist, and not by its id."""
    texts = (item("closing.praise", kind="text", short="Lob"), item("d.last", kind="text", short="Was fehlt", asks_missing=True))
    answers: dict[str, Given] = {one.id: answer_of(text=f"{one.short}!") for one in texts}
    document = report_document(reported({"d.a": "good"} | answers, checklist(dimension("d", "d.a", *texts))), GERMAN)
    own = [b.label for b in document.blocks if isinstance(b, Paragraph) and b.text.endswith("!")]
    assert own == ["Was fehlt", "Lob"]


def test_a_dimension_is_told_item_by_item() -> None:
    """Its score, every item with its standing and answer, notes and evidence, and its own steps."""
    noted = answer_of(level="some", note="seit Mai", evidence="Beschluss")
    document = report_document(reported(ALL | {"d.second": noted}), GERMAN, dimension="d")
    assert headings(document) == ["d", "Die nächsten Schritte"]
    assert tables(document)[1] == [["Konzept", "erfüllt", "good"], ["d.second", "zum Teil", "some"]]
    labelled = [(b.label, b.text) for b in document.blocks if isinstance(b, Paragraph) and b.label]
    assert labelled == [("d.second, Notiz", "seit Mai"), ("d.second, Beleg", "Beschluss")]


def test_a_report_ends_with_what_to_type_next() -> None:
    """The weakest dimension is named in the commands."""
    last = report_document(reported(ALL), GERMAN).blocks[-1]
    assert isinstance(last, Commands)
    assert last.lines == (
        "mo-check report stadt.yaml --dimension d",
        "mo-check report stadt.yaml --top 20",
        "mo-check explain stadt.yaml d",
    )


def test_an_interview_ends_with_where_the_answers_are() -> None:
    """Gaps before steps, the file, and how to go on."""
    document = summary(reported(dict.fromkeys(ALL, "none")), GERMAN)
    assert headings(document)[:2] == ["Was am meisten Punkte kostet", "Die drei ersten Schritte"]
    assert "Alle Antworten sind gesichert in stadt.yaml." in paragraphs(document)
    last = document.blocks[-1]
    assert isinstance(last, Commands)
    assert last.lines[1:] == ("mo-check assess stadt.yaml", "mo-check assess stadt.yaml --only-open")


def test_an_empty_profile_can_be_reported() -> None:
    """Without any answer there is no number, and nothing fails."""
    rows = tables(report_document(reported({}), GERMAN))[0]
    assert rows[-1][:3] == ["Gesamt", "nichts gewertet", "–"]

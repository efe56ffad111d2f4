"""Checklists as documents: what there is, what one asks, and which statement stands where."""

from mo_check.document.blocks import (
    Block,
    Cell,
    Column,
    Commands,
    Document,
    Heading,
    ListEntry,
    Listing,
    Number,
    Paragraph,
    Role,
    Table,
)
from mo_check.languages import Language, msgid
from mo_check.model.checklist import Checklist, Dimension
from mo_check.model.item import GapBand, Item
from mo_check.model.source import Source, Statement, StatementKind
from mo_check.scoring.statement_coverage import Carrier

KINDS = {
    StatementKind.INSIGHT: msgid("Erkenntnis"),
    StatementKind.DEFINITION: msgid("Begriff"),
    StatementKind.VALUE: msgid("Mehrwert"),
    StatementKind.RECOMMENDATION: msgid("Empfehlung"),
    StatementKind.SUCCESS_FACTOR: msgid("Gelingensfaktor"),
    StatementKind.OBSTACLE: msgid("Hindernis"),
    StatementKind.REFLECTION: msgid("Reflexionsfrage"),
    StatementKind.INDICATOR: msgid("Merkmal"),
    StatementKind.FIGURE: msgid("Vergleichszahl"),
    StatementKind.PRACTICE: msgid("Praxisbeispiel"),
}


def checklist_list(checklists: tuple[Checklist, ...], language: Language) -> Document:
    """Return what checklists there are, with the number of their items."""
    say = language.say
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (c.id, c.title, Number(sum(1 for _ in c.items())), Number(sum(1 for i in c.items() if i.quick)), c.version)
        for c in checklists
    )
    columns = (
        Column(say("Kennung")),
        Column(say("Titel")),
        Column(say("Fragen"), number=True),
        Column(say("im Kurzcheck"), number=True),
        Column(say("Fassung"), number=True),
    )
    commands = Commands(say("Weiter mit"), tuple(f"mo-check checklist show {c.id}" for c in checklists))
    return Document(language.tag, say("Checklisten"), (), (Table(columns, rows), commands))


def checklist_text(checklist: Checklist, language: Language) -> Document:
    """Return a checklist to be read: every dimension, question, level and step."""
    blocks: list[Block] = [Paragraph(checklist.introduction)]
    for dimension in checklist.dimensions:
        blocks += _dimension(dimension, checklist, language)
    line = language.say("Checkliste „{id}“, Fassung {version}", id=checklist.id, version=checklist.version)
    return Document(language.tag, checklist.title, (line,), tuple(blocks))


def _dimension(dimension: Dimension, checklist: Checklist, language: Language) -> list[Block]:
    blocks: list[Block] = [Heading(dimension.title)]
    if dimension.introduction:
        blocks.append(Paragraph(dimension.introduction))
    for item in dimension.items:
        if item.retired is None:
            blocks += _item(item, checklist, language)
    return blocks


def _item(item: Item, checklist: Checklist, language: Language) -> list[Block]:
    say = language.say
    marks = [item.id, *([say("Kurzcheck")] if item.quick else []), *([say("Schlüsselkriterium")] if item.is_key else [])]
    blocks: list[Block] = [Heading(f"{item.short} ({', '.join(marks)})", 3), Paragraph(item.question, role=Role.LEAD)]
    if item.help:
        blocks.append(Paragraph(item.help))
    shown = [(option.label, option.sees) for option in item.options] or [(level.label, level.sees) for level in item.levels]
    if shown:
        blocks.append(
            Listing(tuple(ListEntry(label, (sees,) if sees else ()) for label, sees in shown), numbered=not item.options)
        )
    if item.valid_if:
        blocks.append(Paragraph(item.valid_if, say("Zur Probe, bevor Sie eine der letzten Antworten wählen")))
    for band, held in sorted(item.steps.items()):
        label = say("Schritt bei „Lücke“") if band is GapBand.UNMET else say("Schritt bei „zum Teil“")
        blocks.append(Paragraph(checklist.step(held).text, label))
    return blocks


def coverage_text(carried: tuple[tuple[Statement, tuple[Carrier, ...]], ...], language: Language) -> Document:
    """Return every statement beside the text that carries it."""
    say = language.say
    blocks: list[Block] = []
    for statement, carriers in carried:
        blocks += [
            Heading(f"{statement.id} ({say(KINDS[statement.kind])})", 3),
            Paragraph(statement.text, say("Aussage")),
        ]
        blocks += [Paragraph(carrier.text, f"{carrier.checklist}: {carrier.where}") for carrier in carriers]
        if not carriers:
            blocks.append(Paragraph(say("steht noch nirgends"), role=Role.ALERT))
    return Document(language.tag, say("Welche Aussage wo steht"), (), tuple(blocks))


def coverage_table(carried: tuple[tuple[Statement, tuple[Carrier, ...]], ...], source: Source, language: Language) -> Document:
    """Return how many statements of each kind are carried, and which are not."""
    say = language.say
    rows: list[tuple[Cell, ...]] = []
    for kind in StatementKind:
        held = [carriers for statement, carriers in carried if statement.kind is kind]
        if held:
            rows.append((say(KINDS[kind]), Number(len(held)), Number(sum(1 for carriers in held if carriers))))
    columns = (Column(say("Art")), Column(say("Aussagen"), number=True), Column(say("getragen"), number=True))
    blocks: list[Block] = [Table(columns, tuple(rows))]
    missing = tuple(ListEntry(s.id, (s.text,)) for s, carriers in carried if not carriers)
    if missing:
        blocks += [Heading(say("Noch nirgends")), Listing(missing)]
    return Document(language.tag, say("Welche Aussage wo steht"), (source.title,), tuple(blocks))

"""The arithmetic behind an item: what it is worth and costs, and what the paper says about it."""

from fractions import Fraction

from mo_check.document.blocks import Block, Cell, Column, Document, Heading, ListEntry, Listing, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.assessment import ItemResult
from mo_check.model.item import NONE_OPTION, Item
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.report.explanation import exact_text, explanation_document
from mo_check.report.report_page import ReportContent
from mo_check.scoring.gaps import counted_weight, gaps


def explain_item(reported: ReportContent, item_id: str, language: Language) -> Document:
    """Return what one item is worth and costs, and the statements behind it. Raises StopIteration for an unknown item."""
    say = language.say
    assessment = reported.assessment
    result = next(r for r in assessment.items() if r.item.id == item_id)
    item = result.item
    blocks: list[Block] = [Heading(item.short), Paragraph(item.question)]
    rows = tuple(
        (_pointer(level.id, result), level.label, level.sees or "", exact_text(item.value(level.id)) if item.scored else "")
        for level in item.levels
    )
    if rows:
        columns = (Column(""), Column(say("Stufe")), Column(say("Was man sieht")), Column(say("Wert"), number=True))
        blocks.append(Table(columns, rows))
    blocks.append(Paragraph(words.result_words(result, language), say("Antwort")))
    blocks += _credits(result, language)
    if result.answer:
        blocks += [
            Paragraph(text, label)
            for label, text in ((say("Notiz"), result.answer.note), (say("Beleg"), result.answer.evidence))
            if text
        ]
    blocks += _cost(reported, item_id, language)
    if item.is_key:
        blocks.append(Paragraph(item.key or say("ja"), say("Schlüsselkriterium")))
    blocks += _statements(item, reported.sources, language)
    return explanation_document(reported, blocks, language)


def _pointer(level: str, result: ItemResult) -> Cell:
    return "▸" if result.level is not None and result.level.id == level else ""


def _credits(result: ItemResult, language: Language) -> list[Block]:
    item = result.item
    if not item.options or result.answer is None or result.answer.options is None or result.level is None:
        return []
    chosen = [o for o in item.options if o.id in result.answer.options and o.id != NONE_OPTION]  # „none“ brings no credit
    terms = " + ".join(exact_text(option.credit) for option in chosen) or "0"
    total = sum((option.credit for option in chosen), Fraction(0))
    text = language.say(
        "{terms} = {total}, das reicht für „{level}“ (ab {needed}).",
        terms=terms,
        total=exact_text(total),
        level=result.level.label,
        needed=exact_text(result.level.from_credit),
    )
    return [Paragraph(text, language.say("Summe der Auswahl"))]


def _cost(reported: ReportContent, item_id: str, language: Language) -> list[Block]:
    gap = next((gap for gap in gaps(reported.assessment) if gap.result.item.id == item_id), None)
    if gap is None or gap.result.value is None:
        return []
    scored = [d for d in reported.assessment.dimensions if d.score.value is not None]
    dimension = next(d for d in scored if d.dimension.id == gap.dimension.id)
    dimensions = sum((d.dimension.weight for d in scored), Fraction(0))
    items = counted_weight(dimension, blank_lowest=reported.assessment.checklist.blank == "lowest")
    dimension_share = f"{exact_text(gap.dimension.weight)}/{exact_text(dimensions)}"
    item_share = f"{exact_text(gap.result.item.weight)}/{exact_text(items)}"
    cost = language.number(gap.cost, 2)
    text = (
        f"100 · {dimension_share} · {item_share} · ({exact_text(gap.result.item.most)} − {exact_text(gap.result.value)}) = {cost}"
    )
    return [Paragraph(text, language.say("Was das den Gesamtwert kostet"))]


def _statements(item: Item, sources: tuple[Source, ...], language: Language) -> list[Block]:
    found = [(s, source) for source in sources for s in source.statements if s.id in item.statements]
    if not found:
        return []
    say = language.say
    entries = tuple(
        ListEntry(s.text, (say("{title}, Abschnitt „{section}“ ({id})", title=source.title, section=s.section, id=s.id),))
        for s, source in found
    )
    return [
        Heading(say("Was das Papier dazu sagt, in unseren Worten")),
        Listing(entries),
        Paragraph(say("Gewichte, Stufen und Schritte sind Festlegungen von mo-check."), role=Role.NOTE),
    ]

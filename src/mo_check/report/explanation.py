"""The arithmetic behind a total, a dimension or an item, in fractions, with what the paper says about it."""

from fractions import Fraction

from mo_check.document.blocks import (
    Block,
    Cell,
    Column,
    Commands,
    Document,
    Heading,
    ListEntry,
    Listing,
    Mark,
    Paragraph,
    Role,
    Table,
)
from mo_check.languages import Language
from mo_check.model.item import NONE_OPTION, Item
from mo_check.model.results import DimensionResult, ItemResult, Score, Sensitivity, Standing
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.report.first_page import first_page_facts, page_head
from mo_check.report.report_page import ReportContent
from mo_check.scoring.gaps import gaps
from mo_check.scoring.sensitivity import sensitivity


def explain_total(reported: ReportContent, language: Language) -> Document:
    """Return how the total comes about: its dimensions, its range, and how far it depends on our choices."""
    say = language.say
    assessment = reported.assessment
    scored = [d for d in assessment.dimensions if d.score.value is not None]
    rows: list[tuple[Cell, ...]] = [
        (
            d.dimension.label,
            _exact(d.dimension.weight),
            _exact(d.score.value),
            _exact(d.score.low),
            _exact(d.score.high),
            _exact(d.score.coverage),
        )
        for d in assessment.dimensions
        if d.score.coverage is not None
    ]
    columns = tuple(
        Column(text, number=bool(n))
        for n, text in enumerate((say("Handlungsfeld"), say("Gewicht"), say("Wert"), say("unten"), say("oben"), say("Abdeckung")))
    )
    blocks: list[Block] = [Heading(say("Gesamtwert")), *([Table(columns, tuple(rows))] if rows else [])]
    if not assessment.scored:
        blocks.append(Paragraph(say("Diese Checkliste hat keinen Wert: Sie zeigt ein Bild, keine Note.")))
    if scored:
        weights = sum((d.dimension.weight for d in scored), Fraction(0))
        terms = " + ".join(f"{_exact(d.dimension.weight)}·{_exact(d.score.value)}" for d in scored)
        blocks.append(
            Paragraph(
                f"({terms}) / {_exact(weights)} = {_exact(assessment.total.value)} = {_points(assessment.total.value, language)}",
                say("Wert"),
            )
        )
    blocks += _range(assessment.total, language)
    if (found := sensitivity(assessment)) is not None:
        blocks += _sensitivity(found, language)
    names = tuple(f"mo-check explain {reported.typed} {d.dimension.id}" for d in scored[:3])
    if names:
        blocks.append(Commands(say("Weiter mit"), names))
    return _document(reported, blocks, language)


def explain_dimension(reported: ReportContent, dimension: str, language: Language) -> Document:
    """Return how the score of a dimension comes about, item by item. Raises StopIteration for an unknown dimension."""
    say = language.say
    result = next(d for d in reported.assessment.dimensions if d.dimension.id == dimension)
    counted = [r for r in result.items if r.item.scored]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (r.item.short, _mark(r, language), _exact(r.item.weight), _exact(r.value)) for r in counted
    )
    columns = (
        Column(say("Kriterium")),
        Column(say("Stand")),
        Column(say("Gewicht"), number=True),
        Column(say("Wert"), number=True),
    )
    blocks: list[Block] = [Heading(result.dimension.title), *([Table(columns, rows)] if rows else [])]
    blocks += _dimension_sums(result, language)
    items = tuple(f"mo-check explain {reported.typed} {r.item.id}" for r in (counted or result.items)[:3])
    blocks.append(Commands(say("Weiter mit"), items))
    return _document(reported, blocks, language)


def explain_item(reported: ReportContent, item_id: str, language: Language) -> Document:
    """Return what one item is worth and costs, and the statements behind it. Raises StopIteration for an unknown item."""
    say = language.say
    assessment = reported.assessment
    result = next(r for r in assessment.items() if r.item.id == item_id)
    item = result.item
    blocks: list[Block] = [Heading(item.short), Paragraph(item.question)]
    rows = tuple(
        (_pointer(level.id, result), level.label, level.sees or "", _exact(item.value(level.id)) if item.scored else "")
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
    if item.key:
        blocks.append(Paragraph(item.key, say("Schlüsselkriterium")))
    blocks += _statements(item, reported.sources, language)
    return _document(reported, blocks, language)


def _document(reported: ReportContent, blocks: list[Block], language: Language) -> Document:
    assessment = reported.assessment
    return Document(
        language.tag,
        assessment.profile.subject.name,
        page_head(assessment, language),
        tuple(blocks),
        name=language.say("{title}, vorgerechnet", title=assessment.title),
        day=assessment.profile.answered_on(assessment.checklist.id),
        facts=first_page_facts(assessment, reported.sources, language),
    )


def _pointer(level: str, result: ItemResult) -> Cell:
    return "▸" if result.level is not None and result.level.id == level else ""


def _mark(result: ItemResult, language: Language) -> Mark:
    return words.standing_mark(result, language)


def _exact(value: Fraction | None) -> str:
    return "–" if value is None else str(value)


def _points(value: Fraction | None, language: Language) -> str:
    return language.say("{points} Punkte", points=language.number((value or Fraction(0)) * 100, 2))


def _range(score: Score, language: Language) -> list[Block]:
    say = language.say
    if score.low is None or score.high is None:
        return []
    text = say(
        "von {low} bis {high}: alle offenen Antworten einmal als niedrigste, einmal als höchste Stufe gezählt.",
        low=language.number(score.low * 100, 2),
        high=language.number(score.high * 100, 2),
    )
    return [Paragraph(text, say("Spanne"))]


def _dimension_sums(result: DimensionResult, language: Language) -> list[Block]:
    say = language.say
    score = result.score
    items = [r for r in result.items if r.item.scored and r.standing is not Standing.NOT_APPLICABLE]
    scored = [r for r in items if r.value is not None]
    away = [r for r in items if r.standing is Standing.ELSEWHERE]
    total, here, gained = (
        sum((r.item.weight for r in items), Fraction(0)),
        sum((r.item.weight for r in scored), Fraction(0)),
        sum((r.item.weight * (r.value or 0) for r in scored), Fraction(0)),
    )
    if not scored:
        return [Paragraph(say("Nichts ist gewertet."))]
    terms = " + ".join(f"{_exact(r.item.weight)}·{_exact(r.value)}" for r in scored)
    away_weight = sum((r.item.weight for r in away), Fraction(0))
    left = total - away_weight
    blocks: list[Block] = [
        Paragraph(f"({terms}) / {_exact(here)} = {_exact(score.value)} = {_points(score.value, language)}", say("Wert")),
        Paragraph(
            f"({_exact(here)} + {_exact(away_weight)}) / {_exact(total)} = {language.share(score.coverage or Fraction(0))}",
            say("Abdeckung (gewertet und woanders gemacht)"),
        ),
        Paragraph(f"{_exact(gained)} / {_exact(left)} = {_points(score.low, language)}", say("Spanne, unten")),
        Paragraph(
            f"({_exact(gained)} + {_exact(left - here)}) / {_exact(left)} = {_points(score.high, language)}",
            say("Spanne, oben"),
        ),
    ]
    return blocks


def _credits(result: ItemResult, language: Language) -> list[Block]:
    item = result.item
    if not item.options or result.answer is None or result.answer.options is None or result.level is None:
        return []
    chosen = [o for o in item.options if o.id in result.answer.options and o.id != NONE_OPTION]  # „none“ brings no credit
    terms = " + ".join(_exact(option.credit) for option in chosen) or "0"
    total = sum((option.credit for option in chosen), Fraction(0))
    text = language.say(
        "{terms} = {total}, das reicht für „{level}“ (ab {needed}).",
        terms=terms,
        total=_exact(total),
        level=result.level.label,
        needed=_exact(result.level.from_credit),
    )
    return [Paragraph(text, language.say("Summe der Auswahl"))]


def _cost(reported: ReportContent, item_id: str, language: Language) -> list[Block]:
    gap = next((gap for gap in gaps(reported.assessment) if gap.result.item.id == item_id), None)
    if gap is None or gap.result.value is None:
        return []
    scored = [d for d in reported.assessment.dimensions if d.score.value is not None]
    dimension = next(d for d in scored if d.dimension.id == gap.dimension.id)
    dimensions = sum((d.dimension.weight for d in scored), Fraction(0))
    items = sum((r.item.weight for r in dimension.items if r.value is not None), Fraction(0))
    dimension_share = f"{_exact(gap.dimension.weight)}/{_exact(dimensions)}"
    item_share = f"{_exact(gap.result.item.weight)}/{_exact(items)}"
    cost = language.number(gap.cost, 2)
    text = f"100 · {dimension_share} · {item_share} · (1 − {_exact(gap.result.value)}) = {cost}"
    return [Paragraph(text, language.say("Was das den Gesamtwert kostet"))]


def _sensitivity(found: Sensitivity, language: Language) -> list[Block]:
    say = language.say
    low, high = (language.number(Fraction(value) * 100, 1) for value in (found.low, found.high))
    band = say(
        "{low} bis {high}. So weit rückt der Wert, wenn die Gewichte der Handlungsfelder "
        "zufällig um bis zur Hälfte kleiner oder größer sind (1000 Ziehungen, mittlere 90 Prozent).",
        low=low,
        high=high,
    )
    mean = say(
        "{points}. Hier gleicht Stärke an einer Stelle Schwäche an einer anderen weniger aus.",
        points=language.number(Fraction(found.geometric) * 100, 1),
    )
    entries = tuple(
        ListEntry(
            say(
                "{item}: ohne dieses Kriterium {change} Punkte",
                item=i.item.short,
                change=words.signed_points(i.change, language, 1),
            )
        )
        for i in found.influences
    )
    return [
        Heading(say("Wie sehr hängt der Wert an unseren Festlegungen?")),
        Paragraph(band, say("Andere Gewichte")),
        Paragraph(mean, say("Geometrisches Mittel")),
        Paragraph(say("Am meisten bewegen den Gesamtwert:")),
        Listing(entries),
    ]


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

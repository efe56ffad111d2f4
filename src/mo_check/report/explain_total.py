"""The arithmetic behind a total: its dimensions, its range, and how far it depends on our choices."""

from fractions import Fraction

from mo_check.document.blocks import Block, Cell, Column, Commands, Document, Heading, ListEntry, Listing, Paragraph, Table
from mo_check.languages import Language
from mo_check.model.assessment import Score
from mo_check.model.results import Sensitivity
from mo_check.report import words
from mo_check.report.explanation import exact_text, explanation_document, points_text
from mo_check.report.report_page import ReportContent
from mo_check.scoring.sensitivity import sensitivity


def explain_total(reported: ReportContent, language: Language) -> Document:
    """Return how the total comes about: its dimensions, its range, and how far it depends on our choices."""
    say = language.say
    assessment = reported.assessment
    scored = [d for d in assessment.dimensions if d.score.value is not None]
    rows: list[tuple[Cell, ...]] = [
        (
            d.dimension.label,
            exact_text(d.dimension.weight),
            exact_text(d.score.value),
            exact_text(d.score.low),
            exact_text(d.score.high),
            exact_text(d.score.coverage),
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
        terms = " + ".join(f"{exact_text(d.dimension.weight)}·{exact_text(d.score.value)}" for d in scored)
        total = assessment.total.value
        sum_ = f"({terms}) / {exact_text(weights)} = {exact_text(total)} = {points_text(total, language)}"
        blocks.append(Paragraph(sum_, say("Wert")))
    blocks += _range(assessment.total, language)
    if (found := sensitivity(assessment)) is not None:
        blocks += _sensitivity(found, language)
    names = tuple(f"mo-check explain {reported.typed} {d.dimension.id}" for d in scored[:3])
    if names:
        blocks.append(Commands(say("Weiter mit"), names))
    return explanation_document(reported, blocks, language)


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

"""The arithmetic behind a dimension, in fractions, and what every explanation is made of."""

from fractions import Fraction

from mo_check.document.blocks import (
    Block,
    Cell,
    Column,
    Commands,
    Document,
    Heading,
    Mark,
    Paragraph,
    Table,
)
from mo_check.languages import Language
from mo_check.model.assessment import DimensionResult, ItemResult
from mo_check.model.standing import ScorePart
from mo_check.report import words
from mo_check.report.first_page import first_page_facts, page_head
from mo_check.report.report_page import ReportContent
from mo_check.scoring.gaps import is_blank


def explain_dimension(reported: ReportContent, dimension: str, language: Language) -> Document:
    """Return how the score of a dimension comes about, item by item. Raises StopIteration for an unknown dimension."""
    say = language.say
    result = next(d for d in reported.assessment.dimensions if d.dimension.id == dimension)
    counted = [r for r in result.items if r.item.scored]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (r.item.short, _mark(r, language), exact_text(r.item.weight), exact_text(r.value)) for r in counted
    )
    columns = (
        Column(say("Kriterium")),
        Column(say("Stand")),
        Column(say("Gewicht"), number=True),
        Column(say("Wert"), number=True),
    )
    blocks: list[Block] = [Heading(result.dimension.title), *([Table(columns, rows)] if rows else [])]
    blocks += _dimension_sums(result, language, blank_lowest=reported.assessment.checklist.blank == "lowest")
    items = tuple(f"mo-check explain {reported.typed} {r.item.id}" for r in (counted or result.items)[:3])
    blocks.append(Commands(say("Weiter mit"), items))
    return explanation_document(reported, blocks, language)


def explanation_document(reported: ReportContent, blocks: list[Block], language: Language) -> Document:
    """Return an explanation as a document."""
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


def _mark(result: ItemResult, language: Language) -> Mark:
    return words.standing_mark(result, language)


def exact_text(value: Fraction | None) -> str:
    """Return a fraction as it is reckoned with."""
    return "–" if value is None else str(value)


def points_text(value: Fraction | None, language: Language) -> str:
    """Return a value in points, to two places."""
    return language.say("{points} Punkte", points=language.number((value or Fraction(0)) * 100, 2))


def _dimension_sums(result: DimensionResult, language: Language, *, blank_lowest: bool) -> list[Block]:
    say = language.say
    score = result.score
    items = [r for r in result.items if r.item.scored and r.standing.applies]
    scored = [(r.item.weight, r.value) for r in items if r.value is not None]
    counted = scored + [(r.item.weight, r.item.least) for r in items if blank_lowest and is_blank(r)]
    if not counted:
        return [Paragraph(say("Nichts ist gewertet."))]
    waiting = [r for r in items if r.standing.waiting]
    gained, least, most = (
        exact_text(sum((weight * value for weight, value in held), Fraction(0)))
        for held in (
            scored,
            [(r.item.weight, r.item.least) for r in waiting],
            [(r.item.weight, r.item.most) for r in waiting],
        )
    )
    total, here, away, over = (
        sum(weights, Fraction(0))
        for weights in (
            [r.item.weight for r in items],
            [weight for weight, _ in scored],
            [r.item.weight for r in items if r.standing.part is ScorePart.COVERED],
            [weight for weight, _ in counted],
        )
    )
    left = exact_text(total - away)
    terms = " + ".join(f"{exact_text(weight)}·{exact_text(value)}" for weight, value in counted)
    low = gained if least == "0" else f"({gained} + {least})"
    covered = f"({exact_text(here)} + {exact_text(away)}) / {exact_text(total)} = {language.share(score.coverage or Fraction(0))}"
    value = f"({terms}) / {exact_text(over)} = {exact_text(score.value)} = {points_text(score.value, language)}"
    return [
        Paragraph(value, say("Wert")),
        Paragraph(covered, say("Abdeckung (gewertet und woanders gemacht)")),
        Paragraph(f"{low} / {left} = {points_text(score.low, language)}", say("Spanne, unten")),
        Paragraph(f"({gained} + {most}) / {left} = {points_text(score.high, language)}", say("Spanne, oben")),
    ]

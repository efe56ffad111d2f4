"""The first page: dimensions and total with bar, score, range and coverage, and the bottlenecks."""

from mo_check.document.blocks import Axis, Bar, Block, Cell, Column, Net, Number, Paragraph, Point, Range, Role, Share, Table
from mo_check.languages import Language
from mo_check.model.assessment import Assessment, DimensionResult, Score, Shown
from mo_check.model.results import FigureResult
from mo_check.model.rules import LevelFrom, OptionChosen, OptionsAtLeast
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.scoring.assessing import ENOUGH, as_points, display
from mo_check.scoring.figures import figures

_LEAST_AXES = 3
"""A net of fewer axes encloses nothing."""


def overview(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> Table:
    """Return the table of dimensions with the total, and what the survey found beside them; a quick check has a total only."""
    say = language.say
    found = [one for one in figures(assessment, sources) if one.counted and _is_feature(one)]
    quick = assessment.profile.scope == "quick"
    counted = [d for d in assessment.dimensions if d.score.shown is not Shown.NOTHING]
    weakest = None if quick else assessment.weakest
    rows = (
        []
        if quick
        else [
            score_row(d.dimension.label, d.score, display(d.score.value, [d]), language, points=_points(d, found))
            for d in counted
        ]
    )
    rows.append(score_row(say("Gesamt"), assessment.total, assessment.display, language))
    emphasis = frozenset(n for n, d in enumerate(counted) if d is weakest)
    drawn = {point.label for row in rows for cell in row if isinstance(cell, Bar) for point in cell.points}
    asked = [source for source in sources if any(statement.text in drawn for statement in source.statements)]
    key = " ".join(_key(source, language) for source in asked)
    return Table(score_columns(language), tuple(rows), emphasis=emphasis, total=True, key=key)


def _is_feature(figure: FigureResult) -> bool:
    """Tell whether a figure is about something that is there, and not about what is missing or stands alone."""
    rule = next((link.rule for link in figure.result.item.figures if link.id == figure.statement.id), None)
    return isinstance(rule, LevelFrom | OptionChosen | OptionsAtLeast)


def _points(result: DimensionResult, found: list[FigureResult]) -> tuple[Point, ...]:
    """Return what the survey found on the items of a dimension, where it gives a share."""
    items = {r.item.id for r in result.items}
    mine = [one for one in found if one.result.item.id in items]
    return tuple(
        Point(share, one.here, one.statement.text) for one in mine if (share := one.statement.share_of_survey) is not None
    )


def _key(source: Source, language: Language) -> str:
    return language.say(
        "Kreise: Merkmale aus der Umfrage {year}; je weiter rechts, desto mehr der {number} Kommunen hatten es. "
        "Voll: hier vorhanden, leer: hier nicht, gestrichelt: unklar.",
        year=source.surveyed.year,
        number=source.surveyed.respondents,
    )


def net(assessment: Assessment, language: Language) -> list[Block]:
    """Return the dimensions as a net; nothing for a quick check or for fewer than three of them."""
    counted = [d for d in assessment.dimensions if d.score.shown is not Shown.NOTHING]
    if assessment.profile.scope == "quick" or len(counted) < _LEAST_AXES:
        return []
    axes = tuple(Axis(d.dimension.label, d.score.value if d.score.shown is Shown.NUMBER else None) for d in counted)
    return [Net(language.say("Handlungsfelder im Überblick"), axes, ("0", "25", "50", "75", "100"))]


def score_columns(language: Language) -> tuple[Column, ...]:
    """Return the columns of a table of scores."""
    say = language.say
    return (
        Column(say("Handlungsfeld")),
        Column(say("0 bis 100"), shrinks=True),
        Column(say("Wert"), number=True),
        Column(say("Spanne"), number=True),
        Column(say("beantwortet"), number=True),
    )


def score_row(
    label: str, score: Score, shown: int | None, language: Language, *, points: tuple[Point, ...] = ()
) -> tuple[Cell, ...]:
    """Return a score as a row: bar, number or the words in its place, range, coverage."""
    number = shown if score.shown is Shown.NUMBER else None
    spread = Range(as_points(score.low), as_points(score.high))
    return (label, words.score_bar(score, language)._replace(points=points), Number(number), spread, Share(score.coverage))


def overview_notes(assessment: Assessment, language: Language) -> list[Block]:
    """Return how many items stand how, and how the table is read."""
    say = language.say
    told = ", ".join(f"{say(s.word)} {language.number(n)}" for s, n in assessment.standings().items() if n)
    if assessment.checklist.blank == "lowest":
        read = say(
            "Was keine Antwort hat, zählt im Wert als unterste Stufe; so will es diese Checkliste. "
            "Die Spanne zeigt, was die offenen Antworten noch ändern können."
        )
    else:
        read = say(
            "Die Spanne zeigt, was die offenen Antworten noch ändern können. "
            "Ein Wert erscheint, sobald {share} beantwortet sind.",
            share=language.share(ENOUGH),
        )
    return [Paragraph(say("Kriterien: {counts}.", counts=told)), Paragraph(read, role=Role.NOTE)]


def bottlenecks(assessment: Assessment, language: Language) -> list[Block]:
    """Return the key items that nothing else makes up for, and those without an answer."""
    say = language.say
    found: list[Block] = []
    for result in assessment.bottlenecks:
        label = words.result_words(result, language)
        dimension = assessment.checklist.dimension_of(result.item.id)
        text = say(
            "{item} ({dimension}): {answer}. {reason}",
            dimension=dimension.label,
            item=result.item.short,
            answer=label,
            reason=result.item.key or "",
        ).strip()
        found.append(Paragraph(text, say("Engpass"), Role.ALERT))
    if assessment.unclear:
        names = language.listing(tuple(r.item.short for r in assessment.unclear))
        found.append(Paragraph(say("{items}: Schlüsselkriterien ohne Antwort.", items=names), say("Ungeklärt"), Role.ALERT))
    return found

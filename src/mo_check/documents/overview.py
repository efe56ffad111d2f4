"""The first page: dimensions and total with bar, score, range and coverage, and the bottlenecks."""

from mo_check.documents import words
from mo_check.documents.document import Block, Cell, Column, Number, Paragraph, Range, Role, Share, Table
from mo_check.languages import Language
from mo_check.model.results import Assessment, Score, Shown, Standing
from mo_check.scoring.assessing import ENOUGH, as_points, display


def overview(assessment: Assessment, language: Language) -> Table:
    """Return the table of dimensions with the total; a quick check has a total only."""
    say = language.say
    quick = assessment.profile.scope == "quick"
    counted = [d for d in assessment.dimensions if d.score.shown is not Shown.NOTHING]
    weakest = None if quick else assessment.weakest
    rows = [] if quick else [score_row(d.dimension.label, d.score, display(d.score.value, [d]), language) for d in counted]
    rows.append(score_row(say("Gesamt"), assessment.total, assessment.display, language))
    emphasis = frozenset(n for n, d in enumerate(counted) if d is weakest)
    return Table(score_columns(language), tuple(rows), emphasis=emphasis, total=True)


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


def score_row(label: str, score: Score, shown: int | None, language: Language) -> tuple[Cell, ...]:
    """Return a score as a row: bar, number or the words in its place, range, coverage."""
    number = shown if score.shown is Shown.NUMBER else None
    spread = Range(as_points(score.low), as_points(score.high))
    return (label, words.bar(score, language), Number(number), spread, Share(score.coverage))


def overview_notes(assessment: Assessment, language: Language) -> list[Block]:
    """Return how many items stand how, and how the table is read."""
    say = language.say
    counts = {s: sum(1 for r in assessment.items() if r.item.scored and r.standing is s) for s in Standing}
    told = ", ".join(f"{say(words.STANDINGS[s])} {language.number(n)}" for s, n in counts.items() if n)
    return [
        Paragraph(say("Kriterien: {counts}.", counts=told)),
        Paragraph(
            say(
                "Die Spanne zeigt, was die offenen Antworten noch ändern können. "
                "Ein Wert erscheint, sobald {share} beantwortet sind.",
                share=language.share(ENOUGH),
            ),
            role=Role.NOTE,
        ),
    ]


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
        )
        found.append(Paragraph(text, say("Engpass"), Role.ALERT))
    if assessment.unclear:
        names = language.listing(tuple(r.item.short for r in assessment.unclear))
        found.append(Paragraph(say("{items}: Schlüsselkriterien ohne Antwort.", items=names), say("Ungeklärt"), Role.ALERT))
    return found

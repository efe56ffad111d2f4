"""The report on one profile: where it stands, what is missing, what to do first (design.md, Scoring)."""

from dataclasses import dataclass
from fractions import Fraction

from mo_check.documents import words
from mo_check.documents.document import (
    Bar,
    Block,
    Column,
    Commands,
    Document,
    Entry,
    Heading,
    Listing,
    Number,
    Paragraph,
    Range,
    Role,
    Share,
    Table,
)
from mo_check.languages import Language
from mo_check.model.results import Assessment, DimensionResult, Gap, Proposal, Score, Shown, Standing
from mo_check.model.source import Source, Statement
from mo_check.scoring.assessing import display
from mo_check.scoring.figures import figures
from mo_check.scoring.gaps import find_out, gaps
from mo_check.scoring.steps import proposals

FIRST_STEPS = 3
DEFAULT_TOP = 5
"""So many gaps are listed unless the user asks for another number."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report is made from: an assessment, its sources, and the name of the file to type in a command."""

    assessment: Assessment
    sources: tuple[Source, ...]
    file: str


def report(reported: Reported, language: Language, *, top: int = DEFAULT_TOP, dimension: str | None = None) -> Document:
    """Return the report: ``top`` gaps and, from 3 on, as many steps; ``dimension`` adds one dimension item by item."""
    assessment = reported.assessment
    blocks: list[Block] = []
    if dimension is None:
        blocks += [_overview(assessment, language), *_overview_notes(assessment, language)]
        blocks += _bottlenecks(assessment, language)
        blocks += _steps(proposals(assessment), FIRST_STEPS if top == DEFAULT_TOP else top, language)
        blocks += _find_out(assessment, language)
        blocks += _gaps(gaps(assessment), top, language)
        blocks += _figures(reported, language)
        blocks += _free_texts(assessment, language)
    else:
        for result in assessment.dimensions:
            if result.dimension.id == dimension:
                blocks += _dimension(result, assessment, language)
    blocks += _method(reported, language)
    blocks.append(_next(reported, language))
    return Document(language.tag, assessment.profile.subject.name, _head(assessment, language), tuple(blocks))


def summary(reported: Reported, language: Language) -> Document:
    """Return the page that ends an interview: where it stands, the gaps, three first steps, the file, what to type next."""
    assessment = reported.assessment
    say = language.say
    commands = (
        f"mo-check report {reported.file}",
        f"mo-check assess {reported.file}",
        f"mo-check assess {reported.file} --only-open",
    )
    blocks: list[Block] = [
        _overview(assessment, language),
        *_overview_notes(assessment, language),
        *_bottlenecks(assessment, language),
        *_gaps(gaps(assessment), FIRST_STEPS, language),
        *_steps(proposals(assessment), FIRST_STEPS, language),
        Paragraph(say("Alle Antworten sind gesichert in {file}.", file=reported.file)),
        Commands(say("Weiter mit"), commands),
    ]
    return Document(language.tag, assessment.profile.subject.name, _head(assessment, language), tuple(blocks))


def _head(assessment: Assessment, language: Language) -> tuple[str, ...]:
    profile = assessment.profile
    first = [words.subject_line(profile.subject, language)]
    second = [language.say(words.PERSPECTIVES[profile.respondent.perspective]), profile.respondent.label]
    third = [assessment.title]
    if scope := words.scope_line(assessment, language):
        third.append(scope)
    if day := profile.answered_on(assessment.checklist.id):
        third.append(language.date(day))
    remark = (profile.remark,) if profile.remark else ()
    return (" · ".join(first), " · ".join(second), " · ".join(third), *remark)


def _overview(assessment: Assessment, language: Language) -> Table:
    say = language.say
    quick = assessment.profile.scope == "quick"
    counted = [d for d in assessment.dimensions if d.score.shown is not Shown.NOTHING]
    weakest = None if quick else assessment.weakest
    rows = [] if quick else [_row(d.dimension.label, d.score, display(d.score.value, [d]), language) for d in counted]
    rows.append(_row(say("Gesamt"), assessment.total, assessment.display, language))
    emphasis = frozenset(n for n, d in enumerate(counted) if d is weakest)
    return Table(_score_columns(language), tuple(rows), emphasis=emphasis, total=True)


def _score_columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(say("Handlungsfeld")),
        Column(say("0 bis 100"), shrinks=True),
        Column(say("Wert"), number=True),
        Column(say("Spanne"), number=True),
        Column(say("beantwortet"), number=True),
    )


def _row(label: str, score: Score, shown: int | None, language: Language) -> tuple[str | Bar | Number | Range | Share, ...]:
    number = shown if score.shown is Shown.NUMBER else None
    spread = Range(words.points(score.low), words.points(score.high))
    return (label, words.bar(score, language), Number(number), spread, Share(score.coverage))


def _overview_notes(assessment: Assessment, language: Language) -> list[Block]:
    say = language.say
    counts = {s: sum(1 for r in assessment.items() if r.item.scored and r.standing is s) for s in Standing}
    told = ", ".join(f"{say(words.STANDINGS[s])} {language.number(n)}" for s, n in counts.items() if n)
    return [
        Paragraph(say("Kriterien: {counts}.", counts=told)),
        Paragraph(
            say(
                "Die Spanne zeigt, was die offenen Antworten noch ändern können. "
                "Ein Wert erscheint, sobald {share} beantwortet sind.",
                share=language.share(Fraction(65, 100)),
            ),
            role=Role.NOTE,
        ),
    ]


def _bottlenecks(assessment: Assessment, language: Language) -> list[Block]:
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


def _steps(found: tuple[Proposal, ...], top: int, language: Language) -> list[Block]:
    say = language.say
    if not found:
        return []
    shown = found[:top]
    quick = tuple(p for p in found[top:] if p.quick_win)[:FIRST_STEPS]
    heading = say("Die drei ersten Schritte") if len(shown) == FIRST_STEPS else say("Die nächsten Schritte")
    blocks: list[Block] = [Heading(heading), Listing(tuple(_step(p, language) for p in shown), numbered=True)]
    if quick:
        blocks += [
            Heading(say("Außerdem schnell gemacht"), 3),
            Listing(tuple(Entry(p.step.text, (words.step_details(p.step, language),)) for p in quick)),
        ]
    return blocks


def _step(proposal: Proposal, language: Language) -> Entry:
    say = language.say
    helps = language.listing(tuple(gap.result.item.short for gap in proposal.gaps))
    details = [words.step_details(proposal.step, language), say("Hilft bei: {items}", items=helps)]
    if proposal.waits_for:
        before = language.listing(tuple(item.short for item in proposal.waits_for))
        details.append(say("Vorher nötig: {items}", items=before))
    if proposal.step.practice:
        details.append(say("Aus der Praxis: {practice}", practice=proposal.step.practice))
    return Entry(proposal.step.text, tuple(details))


def _find_out(assessment: Assessment, language: Language) -> list[Block]:
    say = language.say
    found = find_out(assessment)
    if not found:
        return []
    entries = []
    for one in found[:FIRST_STEPS]:
        told = say("bewegt die Spanne um {points} Punkte", points=language.number(one.swing, 1))
        wording = one.result.item.wording(assessment.profile.respondent.perspective)
        offices = wording.ask if wording else ()
        asked = say("wissen könnte es: {offices}", offices=", ".join(offices)) if offices else ""
        entries.append(Entry(one.result.item.short, tuple(part for part in (asked, told) if part)))
    lead = language.count(
        "{number} Frage ist ohne Antwort. Am meisten hängt an:",
        "{number} Fragen sind ohne Antwort. Am meisten hängt an:",
        len(found),
    )
    return [Heading(say("Herausfinden")), Paragraph(lead), Listing(tuple(entries))]


def _gaps(found: tuple[Gap, ...], top: int, language: Language) -> list[Block]:
    say = language.say
    missing = [gap for gap in found if gap.result.standing is not Standing.MET]
    if not missing:
        return []
    rows = tuple(
        (gap.result.item.short, gap.dimension.label, words.standing(gap.result, language), Number(gap.cost, 1))
        for gap in missing[:top]
    )
    columns = (
        Column(say("Kriterium")),
        Column(say("Handlungsfeld")),
        Column(say("Stand")),
        Column(say("Punkte"), number=True),
    )
    blocks: list[Block] = [Heading(say("Was am meisten Punkte kostet")), Table(columns, rows)]
    if rest := len(missing) - len(rows):
        told = language.count(
            "Dazu ist {number} weiteres Kriterium nicht erfüllt.",
            "Dazu sind {number} weitere Kriterien nicht erfüllt.",
            rest,
        )
        blocks.append(Paragraph(told, role=Role.NOTE))
    return blocks


def _figures(reported: Reported, language: Language) -> list[Block]:
    say = language.say
    rows = tuple(
        (one.statement.text, _figure_value(one.statement, language), _here(here=one.here, language=language))
        for one in figures(reported.assessment, reported.sources)
        if one.counted and _figure_value(one.statement, language)
    )
    if not rows:
        return []
    survey = reported.sources[0].survey
    columns = (
        Column(say("Umfrage {year}", year=survey.year)),
        Column(say("hatten das"), number=True),
        Column(say("hier")),
    )
    return [Heading(say("Zum Vergleich")), Table(columns, rows), Paragraph(survey.caveat, role=Role.NOTE)]


def _figure_value(figure: Statement, language: Language) -> str:
    about = language.say("etwa ") if figure.approximate else ""
    if figure.value is not None and figure.of is not None:
        return about + language.say("{value} von {of}", value=figure.value, of=figure.of)
    return about + language.share(figure.share) if figure.share is not None else ""


def _here(*, here: bool | None, language: Language) -> str:
    return language.say("unklar") if here is None else language.say("ja") if here else language.say("nein")


def _free_texts(assessment: Assessment, language: Language) -> list[Block]:
    texts = [r for r in assessment.items() if r.answer and r.answer.text]
    if not texts:
        return []
    return [
        Heading(language.say("In eigenen Worten")),
        *(Paragraph(r.answer.text or "", r.item.short) for r in texts if r.answer),
    ]


def _dimension(result: DimensionResult, assessment: Assessment, language: Language) -> list[Block]:
    say = language.say
    blocks: list[Block] = [Heading(result.dimension.title)]
    if result.dimension.introduction:
        blocks.append(Paragraph(result.dimension.introduction))
    rows = tuple((r.item.short, words.standing(r, language), words.result_words(r, language)) for r in result.items)
    columns = (Column(say("Kriterium")), Column(say("Stand")), Column(say("Antwort")))
    score = _row(result.dimension.label, result.score, display(result.score.value, [result]), language)
    blocks += [Table(_score_columns(language), (score,)), Table(columns, rows)]
    for r in result.items:
        notes = [(say("Notiz"), r.answer.note), (say("Beleg"), r.answer.evidence)] if r.answer else []
        blocks += [Paragraph(f"{text}", f"{r.item.short}, {label}") for label, text in notes if text]
    mine = tuple(p for p in proposals(assessment) if any(g.dimension is result.dimension for g in p.gaps))
    if mine:
        blocks += [
            Heading(say("Die nächsten Schritte")),
            Listing(tuple(_step(p, language) for p in mine), numbered=True),
        ]
    return blocks


def _method(reported: Reported, language: Language) -> list[Block]:
    say = language.say
    source = reported.sources[0]
    checklist = reported.assessment.checklist
    text = say(
        "Selbsteinschätzung nach der Checkliste „{checklist}“, Fassung {version}. Grundlage: {publisher}, „{title}“. "
        "Gewichte, Schlüsselkriterien, Stufen, Aufwand und Wirkung hat mo-check festgelegt, nicht das Papier.",
        checklist=checklist.title,
        version=checklist.version,
        publisher=source.publisher,
        title=source.title,
    )
    return [Paragraph(text, role=Role.NOTE)]


def _next(reported: Reported, language: Language) -> Commands:
    weakest = reported.assessment.weakest or next(iter(reported.assessment.dimensions), None)
    name = weakest.dimension.id if weakest else ""
    lines = (
        f"mo-check report {reported.file} --dimension {name}",
        f"mo-check report {reported.file} --top 20",
        f"mo-check explain {reported.file} {name}",
    )
    return Commands(language.say("Weiter mit"), lines)

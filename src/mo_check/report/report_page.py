"""The report on one profile: where it stands, what is missing, what to do first."""

from dataclasses import dataclass

from mo_check.document.blocks import Block, Column, Commands, Document, Heading, Listing, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.assessment import Assessment, DimensionResult
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.source import Source
from mo_check.report import words
from mo_check.report.detail_tables import detail_tables
from mo_check.report.first_page import first_page_facts, highlights, page_head
from mo_check.report.matrix_blocks import matrix_blocks
from mo_check.report.next_steps import FIRST_STEPS, all_step_blocks, experienced, find_out_blocks, gap_blocks, step_entry
from mo_check.report.overview import bottlenecks, net, overview, overview_notes, score_columns, score_row
from mo_check.report.survey_figures import figure_blocks
from mo_check.scoring.assessing import display
from mo_check.scoring.changes import changes
from mo_check.scoring.gaps import gaps
from mo_check.scoring.steps import proposals

DEFAULT_TOP = 5
"""So many gaps are listed unless the user asks for another number."""
MOST_NAMED = 5
"""So many items are named; more are counted."""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """What a report is made from: an assessment, its sources, the name of the file to type in a command.

    ``german`` is the checklist in German, by whose wording it is told what has changed since the answers; ``among_others``
    tells where it stands among other municipalities, if there is a benchmark.
    """

    assessment: Assessment
    sources: tuple[Source, ...]
    file: str
    german: Checklist
    among_others: tuple[Block, ...] = ()

    @property
    def typed(self) -> str:
        """The name of the file as it is typed in a command."""
        return words.typed_path(self.file)


def report_document(
    reported: ReportContent, language: Language, *, top: int | None = None, dimension: str | None = None
) -> Document:
    """Return the report: the ``top`` gaps and steps, else five gaps and three steps; ``dimension`` shows one item by item."""
    assessment = reported.assessment
    if dimension is not None:
        blocks = [b for d in assessment.dimensions if d.dimension.id == dimension for b in _dimension(d, assessment, language)]
    else:
        blocks = [
            *(_scored(reported, language, top) if assessment.scored else []),
            *matrix_blocks(assessment, reported.sources, language),
            *_free_texts(assessment, language),
        ]
    blocks = [*experienced(assessment, language), *_changes(reported, language), *blocks, _next(reported, language)]
    return Document(
        language.tag,
        assessment.profile.subject.name,
        page_head(assessment, language),
        tuple(blocks),
        name=assessment.title,
        day=assessment.profile.answered_on(assessment.checklist.id),
        facts=first_page_facts(assessment, reported.sources, language),
        highlights=highlights(assessment, language) if dimension is None else (),
        tables=detail_tables(assessment, language) if dimension is None else (),
    )


def _scored(reported: ReportContent, language: Language, top: int | None) -> list[Block]:
    assessment = reported.assessment
    return [
        overview(assessment, reported.sources, language),
        *overview_notes(assessment, language),
        *bottlenecks(assessment, language),
        *net(assessment, language),
        *all_step_blocks(assessment, top or FIRST_STEPS, language),
        *find_out_blocks(assessment, language),
        *gap_blocks(gaps(assessment), top or DEFAULT_TOP, language),
        *figure_blocks(assessment, reported.sources, language),
        *reported.among_others,
    ]


def summary(reported: ReportContent, language: Language) -> Document:
    """Return the page that ends an interview: where it stands, the gaps, three first steps, the file, what to type next."""
    assessment = reported.assessment
    say = language.say
    commands = (
        f"mo-check report {reported.typed}",
        f"mo-check assess {reported.typed}",
        f"mo-check assess {reported.typed} --only-open",
    )
    scored: list[Block] = [
        overview(assessment, reported.sources, language),
        *overview_notes(assessment, language),
        *bottlenecks(assessment, language),
        *gap_blocks(gaps(assessment), FIRST_STEPS, language),
        *all_step_blocks(assessment, FIRST_STEPS, language),
    ]
    blocks: list[Block] = [
        *experienced(assessment, language),
        *(scored if assessment.scored else matrix_blocks(assessment, reported.sources, language)),
        Paragraph(say("Alle Antworten sind gesichert in {file}.", file=reported.file)),
        Commands(say("Weiter mit"), commands),
    ]
    return Document(language.tag, assessment.profile.subject.name, page_head(assessment, language), tuple(blocks))


def _free_texts(assessment: Assessment, language: Language) -> list[Block]:
    texts = [r for r in assessment.items() if r.answer and r.answer.text]
    texts.sort(key=lambda r: not r.item.asks_missing)  # what respondents say is missing comes first
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
    rows = tuple((r.item.short, words.standing_mark(r, language), words.result_words(r, language)) for r in result.items)
    columns = (Column(say("Kriterium")), Column(say("Stand")), Column(say("Antwort")))
    score = score_row(result.dimension.label, result.score, display(result.score.value, [result]), language)
    blocks += [Table(score_columns(language), (score,)), Table(columns, rows)]
    for r in result.items:
        notes = [(say("Notiz"), r.answer.note), (say("Beleg"), r.answer.evidence)] if r.answer else []
        blocks += [Paragraph(f"{text}", f"{r.item.short}, {label}") for label, text in notes if text]
    mine = tuple(p for p in proposals(assessment) if any(g.dimension is result.dimension for g in p.gaps))
    if mine:
        blocks += [
            Heading(say("Die nächsten Schritte")),
            Listing(tuple(step_entry(p, language) for p in mine), numbered=True),
        ]
    return blocks


def _changes(reported: ReportContent, language: Language) -> list[Block]:
    """Return what the checklist asks anew or in other words since this profile answered it."""
    say = language.say
    found = changes(reported.assessment.profile, reported.german)
    if found is None:
        return []
    blocks: list[Block] = []
    for label, items in ((say("Neu dazugekommen"), found.new), (say("Inzwischen anders gefragt"), found.reworded)):
        if items:
            names = language.listing(tuple(_short(reported.assessment, item) for item in items[:MOST_NAMED]))
            rest = len(items) - MOST_NAMED
            more = " " + language.count("sowie {number} weitere Frage", "sowie {number} weitere Fragen", rest) if rest > 0 else ""
            blocks.append(Paragraph(f"{names}{more}.", label, Role.ALERT))
    told = say("Beantwortet wurde Fassung {version} dieser Checkliste.", version=found.version)
    return [Paragraph(told, role=Role.NOTE), *blocks]


def _short(assessment: Assessment, item: Item) -> str:
    """Return the name of an item in the language of the report."""
    spoken = assessment.checklist.item(item.id)
    return spoken.short if spoken else item.short


def _next(reported: ReportContent, language: Language) -> Commands:
    weakest = reported.assessment.weakest or next(iter(reported.assessment.dimensions), None)
    name = weakest.dimension.id if weakest else ""
    lines = (
        f"mo-check report {reported.typed} --dimension {name}",
        f"mo-check report {reported.typed} --top 20",
        f"mo-check explain {reported.typed} {name}",
    )
    return Commands(language.say("Weiter mit"), lines)

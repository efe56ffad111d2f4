"""A draft for the council: subject, proposed resolution with the first steps, reason, finances left blank, annexes."""

from fractions import Fraction

from mo_check.document.blocks import (
    Block,
    Column,
    Document,
    Heading,
    ListEntry,
    Listing,
    Paragraph,
    Role,
    Table,
)
from mo_check.languages import Language
from mo_check.model.assessment import Assessment, Shown
from mo_check.model.results import Proposal
from mo_check.report import words
from mo_check.report.first_page import first_page_facts
from mo_check.report.next_steps import FIRST_STEPS, gap_blocks
from mo_check.report.overview import bottlenecks, overview, overview_notes
from mo_check.report.report_page import DEFAULT_TOP, ReportContent
from mo_check.scoring.assessing import as_points
from mo_check.scoring.gaps import gaps
from mo_check.scoring.steps import proposals


def council_draft(reported: ReportContent, language: Language, *, top: int | None = None) -> Document:
    """Return the draft with the ``top`` first steps, else three; what only the office knows is left to be filled in."""
    assessment = reported.assessment
    say = language.say
    chosen = proposals(assessment)[: top or FIRST_STEPS]
    blocks: list[Block] = [
        *_bodies(language),
        *_resolution(assessment, chosen, language),
        *_reason(assessment, chosen, language),
        *_finances(language),
        Heading(say("Beteiligung")),
        Paragraph(say("[Mit welchen Migrantenorganisationen wurde das besprochen, und was haben sie gesagt?]"), role=Role.BLANK),
        *_annexes(reported, language),
    ]
    day = assessment.profile.answered_on(assessment.checklist.id)
    return Document(
        language.tag,
        say("Vorlage (Entwurf)"),
        _head(assessment, language),
        tuple(blocks),
        name=say("{checklist}: nächste Schritte", checklist=assessment.title),
        day=day,
        facts=first_page_facts(assessment, reported.sources, language),
    )


def _head(assessment: Assessment, language: Language) -> tuple[str, ...]:
    say = language.say
    profile = assessment.profile
    return (
        " · ".join(filter(None, (profile.subject.name, words.subject_line(profile.subject, language)))),
        " · ".join(words.respondent_line(profile.respondent, language)),
        *((language.date(day),) if (day := profile.answered_on(assessment.checklist.id)) else ()),
        say("Vorlage Nr. [……] · öffentlich / nicht öffentlich · Federführung: [……]"),
        *((profile.remark,) if profile.remark else ()),
    )


def _bodies(language: Language) -> list[Block]:
    say = language.say
    columns = (Column(say("Gremium")), Column(say("Sitzung am")), Column(say("berät / entscheidet")))
    return [Table(columns, (("[……]", "[……]", "[……]"), ("[……]", "[……]", "[……]")))]


def _resolution(assessment: Assessment, chosen: tuple[Proposal, ...], language: Language) -> list[Block]:
    say = language.say
    day = assessment.profile.answered_on(assessment.checklist.id)
    told = say("vom {day}", day=language.date(day)) if day else ""
    lead = (
        say(
            "[Gremium] nimmt die Selbsteinschätzung {told} zur Kenntnis und beauftragt die Verwaltung mit diesen Schritten:",
            told=told,
        )
        if chosen
        else say("[Gremium] nimmt die Selbsteinschätzung {told} zur Kenntnis.", told=told)
    )
    entries = tuple(
        ListEntry(
            proposal.step.text,
            (
                *((say("zuständig: {who}", who=proposal.step.who),) if proposal.step.who else ()),
                *((say("Frist: {horizon}", horizon=proposal.step.horizon),) if proposal.step.horizon else ()),
            ),
        )
        for proposal in chosen
    )
    edit = say(
        "[Die Schritte stehen hier so, wie mo-check sie vorschlägt. Bitte kürzen und in die Sprache Ihres Hauses bringen.]"
    )
    blocks: list[Block] = [Heading(say("Beschlussvorschlag")), Paragraph(" ".join(lead.split()))]
    return [*blocks, Listing(entries, numbered=True), Paragraph(edit, role=Role.BLANK)] if chosen else blocks


def _reason(assessment: Assessment, chosen: tuple[Proposal, ...], language: Language) -> list[Block]:
    say = language.say
    helps = tuple(dict.fromkeys(gap.result.item.short for proposal in chosen for gap in proposal.gaps))
    blocks: list[Block] = [Heading(say("Begründung")), Paragraph(_standing(assessment, language))]
    blocks += bottlenecks(assessment, language)
    if helps:
        text = say("Die vorgeschlagenen Schritte setzen hier an: {items}.", items=language.listing(helps))
        blocks.append(Paragraph(text))
    limits = say(
        "Eine Selbsteinschätzung zeigt, wie eine Stelle die Lage sieht. Wie es die Migrantenorganisationen und die Fachämter "
        "sehen, kann anders sein."
    )
    return [*blocks, Paragraph(limits)]


def _standing(assessment: Assessment, language: Language) -> str:
    say = language.say
    total = assessment.total
    if total.shown is not Shown.NUMBER or total.low is None:
        return say("Für einen Gesamtwert liegen noch zu wenige Antworten vor.")
    return say(
        "{name} erreicht nach der Checkliste „{checklist}“ {value} von 100 Punkten (Spanne {low} bis {high}); "
        "{share} sind beantwortet.",
        checklist=assessment.title,
        name=assessment.profile.subject.name,
        value=assessment.display,
        low=as_points(total.low),
        high=as_points(total.high),
        share=language.share(total.coverage or Fraction(0)),
    )


def _finances(language: Language) -> list[Block]:
    say = language.say
    rows = tuple(
        (label, "[……]", "[……]") for label in (say("Sachkosten"), say("Personal"), say("Einnahmen und Förderung"), say("Deckung"))
    )
    columns = (Column(""), Column(say("einmalig")), Column(say("jährlich")))
    return [Heading(say("Finanzielle Auswirkungen")), Table(columns, rows)]


def _annexes(reported: ReportContent, language: Language) -> list[Block]:
    say = language.say
    assessment = reported.assessment
    own = gap_blocks(gaps(assessment), DEFAULT_TOP, language)
    names = (say("Auswertung im Überblick"), *((say("Was am meisten Punkte kostet"),) if own else ()))
    listed = tuple(ListEntry(name) for name in names)
    blocks: list[Block] = [
        Heading(say("Anlagen")),
        Listing(listed, numbered=True),
        Heading(say("Anlage {number}: {name}", number=1, name=names[0])),
        overview(assessment, reported.sources, language),
        *overview_notes(assessment, language),
    ]
    if own:
        blocks += [Heading(say("Anlage {number}: {name}", number=2, name=names[1])), *own[1:]]
    return blocks

"""What is missing and what to do about it: gaps by cost, steps by worth, questions to find out."""

from mo_check.document.blocks import Block, Column, Heading, ListEntry, Listing, Number, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.assessment import Assessment
from mo_check.model.item import Perspective
from mo_check.model.results import Gap, Proposal
from mo_check.report import words
from mo_check.scoring.gaps import find_out
from mo_check.scoring.steps import proposals

FIRST_STEPS = 3


def all_step_blocks(assessment: Assessment, top: int, language: Language) -> list[Block]:
    """Return what to do next; an association reads first what the administration can do, then what lies with itself."""
    say, own = language.say, proposals(assessment)
    if assessment.profile.respondent.perspective is not Perspective.MIGRANT_ORGANISATION:
        return step_blocks(own, top, language)
    theirs = proposals(assessment, Perspective.MUNICIPALITY)[:top]
    blocks: list[Block] = []
    if theirs:
        blocks += [
            Heading(say("Was die Verwaltung tun kann")),
            Paragraph(say("Diese Schritte richten sich an die Verwaltung. Sie können sie ihr vorschlagen."), role=Role.NOTE),
            Listing(tuple(step_entry(proposal, language) for proposal in theirs), numbered=True),
        ]
    return [*blocks, *step_blocks(own, top, language, heading=say("Was bei Ihrem Verein liegt"))]


def experienced(assessment: Assessment, language: Language) -> list[Block]:
    """Return what an association's own report says before any number; nothing for others."""
    if assessment.profile.respondent.perspective is not Perspective.MIGRANT_ORGANISATION:
        return []
    told = language.say("So erleben Sie die Zusammenarbeit. Das ist keine Note für Ihren Verein.")
    return [Paragraph(told, role=Role.LEAD)]


def step_blocks(found: tuple[Proposal, ...], top: int, language: Language, heading: str = "") -> list[Block]:
    """Return the first ``top`` steps under a heading, and behind them what is quickly done besides."""
    say = language.say
    if not found:
        return []
    shown = found[:top]
    quick = tuple(p for p in found[top:] if p.quick_win)[:FIRST_STEPS]
    usual = say("Die drei ersten Schritte") if len(shown) == FIRST_STEPS else say("Die nächsten Schritte")
    blocks: list[Block] = [Heading(heading or usual), Listing(tuple(step_entry(p, language) for p in shown), numbered=True)]
    if quick:
        blocks += [
            Heading(say("Außerdem schnell gemacht"), 3),
            Listing(tuple(ListEntry(p.step.text, (words.step_details(p.step, language),)) for p in quick)),
        ]
    return blocks


def step_entry(proposal: Proposal, language: Language) -> ListEntry:
    """Return a step with who acts, what it helps with, what it waits for, and how others did it."""
    say = language.say
    helps = language.listing(tuple(gap.result.item.short for gap in proposal.gaps))
    details = [part for part in (words.step_details(proposal.step, language),) if part]
    details.append(say("Hilft bei: {items}", items=helps))
    if proposal.waits_for:
        before = language.listing(tuple(item.short for item in proposal.waits_for))
        details.append(say("Vorher nötig: {items}", items=before))
    if proposal.step.practice:
        details.append(say("Aus der Praxis: {practice}", practice=proposal.step.practice))
    return ListEntry(proposal.step.text, tuple(details))


def find_out_blocks(assessment: Assessment, language: Language) -> list[Block]:
    """Return the open questions on which most of the range hangs, and who could know."""
    say = language.say
    found = find_out(assessment)
    if not found:
        return []
    entries = []
    for one in found[:FIRST_STEPS]:
        told = say("bewegt die Spanne um {points} Punkte", points=language.number(one.swing, 1))
        offices = one.result.item.ask
        asked = say("wissen könnte es: {offices}", offices=", ".join(offices)) if offices else ""
        entries.append(ListEntry(one.result.item.short, tuple(part for part in (asked, told) if part)))
    lead = language.count(
        "{number} Frage ist ohne Antwort. Am meisten hängt an:",
        "{number} Fragen sind ohne Antwort. Am meisten hängt an:",
        len(found),
    )
    return [Heading(say("Herausfinden")), Paragraph(lead), Listing(tuple(entries))]


def gap_blocks(found: tuple[Gap, ...], top: int, language: Language) -> list[Block]:
    """Return the ``top`` costliest items that are not met, in points."""
    say = language.say
    missing = [gap for gap in found if gap.result.standing.missing]
    if not missing:
        return []
    rows = tuple(
        (gap.result.item.short, gap.dimension.label, words.standing_mark(gap.result, language), Number(gap.cost, 1))
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

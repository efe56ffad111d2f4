"""Several municipalities: how their dimensions stand, who could learn from whom, and which gaps they share."""

from collections.abc import Sequence

from mo_check.compare.pages.score_table import MOST_COLUMNS, score_table, summary_table
from mo_check.compare.pure.certainty import ranks
from mo_check.compare.pure.comparing import ComparedProfile, Comparison, score_rows
from mo_check.compare.pure.peers import CommonGap, PeerLead, PeerPair, common_gaps, peer_pairs
from mo_check.document.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    ListEntry,
    Listing,
    Number,
    Paragraph,
    Points,
    Role,
    Table,
)
from mo_check.languages import Language
from mo_check.model.assessment import Shown
from mo_check.model.item import GapBand
from mo_check.report import words
from mo_check.scoring.assessing import as_points

_LEADS = 3
"""So many dimensions are named that one can show another."""
_STEPS = 3
"""So many common gaps come with the step that could be taken together."""


def peer_blocks(comparison: Comparison, top: int, language: Language, *, rank: bool) -> list[Block]:
    """Return the page: dimensions by municipality, pairs that could learn from each other, common gaps, a rank if asked for."""
    return [
        *_dimensions(comparison, language),
        *(_rank(comparison.ranked, language) if rank else []),
        *_pairs(comparison, top, language),
        *_common(comparison, top, language),
    ]


def peer_name(one: ComparedProfile, others: Sequence[ComparedProfile]) -> str:
    """Return the name of a municipality, with who answered where it stands more than once."""
    name = one.profile.subject.name
    twice = sum(1 for other in others if other.profile.subject.name == name) > 1
    return f"{name} ({one.profile.respondent.label})" if twice else name


def _dimensions(comparison: Comparison, language: Language) -> list[Block]:
    heading = Heading(language.say("Handlungsfelder"))
    ranked = comparison.ranked
    if len(ranked) > MOST_COLUMNS:
        rows = score_rows(comparison, {0: [one.assessment for one in ranked]})
        return [heading, *summary_table(rows, language), *_everybody(ranked, language)]
    rows = score_rows(comparison, {n: [one.assessment] for n, one in enumerate(ranked)})
    return [heading, *score_table(rows, [peer_name(one, ranked) for one in ranked], language)]


def _everybody(ranked: Sequence[ComparedProfile], language: Language) -> list[Block]:
    """Return the totals of many municipalities in the order given, for which a table by dimension has no room."""
    say = language.say
    rows = tuple((peer_name(one, ranked), *_total(one, language)) for one in ranked)
    columns = (Column(say("Kommune")), Column(say("0 bis 100"), shrinks=True), Column(say("Wert"), number=True))
    return [Heading(say("Alle Kommunen, in der genannten Reihenfolge"), 3), Table(columns, rows)]


def _total(one: ComparedProfile, language: Language) -> tuple[Cell, Cell]:
    bar = words.score_bar(one.assessment.total, language)
    return bar, Number(None if bar.note else one.assessment.display)


def _rank(ranked: Sequence[ComparedProfile], language: Language) -> list[Block]:
    """Return the rank with its band; profiles whose total is not shown have none."""
    say = language.say
    counted = [one for one in ranked if one.assessment.total.shown is Shown.NUMBER]
    found = sorted(zip(ranks([one.assessment for one in counted]), counted, strict=True), key=lambda pair: pair[0].place)
    rows = tuple(
        (
            Number(rank.place),
            peer_name(one, ranked),
            Points(one.assessment.total.value, one.assessment.display),
            f"{rank.best}–{rank.worst}",
        )
        for rank, one in found
    )
    columns = (Column(say("Rang"), number=True), Column(say("Kommune")), Column(say("Wert")), Column(say("Ränge von–bis")))
    note = say(
        "Ränge von–bis: die mittleren 90 Prozent aus 1000 Ziehungen mit anderen Gewichten und kleinen Irrtümern. "
        "Wo sich die Ränge überschneiden, sagt die Reihenfolge nichts."
    )
    return [Heading(say("Rang")), Table(columns, rows), Paragraph(note, role=Role.NOTE)] if rows else []


def _pairs(comparison: Comparison, top: int, language: Language) -> list[Block]:
    say, ranked = language.say, comparison.ranked
    found = peer_pairs([one.assessment for one in ranked])[:top]
    if not found:
        return []
    names = [peer_name(one, ranked) for one in ranked]
    entries = tuple(_pair(pair, names, language) for pair in found)
    return [Heading(say("Wer von wem lernen könnte")), Listing(entries)]


def _pair(pair: PeerPair, names: Sequence[str], language: Language) -> ListEntry:
    details = tuple(_lead(leads, names, language) for leads in (pair.given, pair.taken) if leads)
    return ListEntry(language.say("{one} und {other}", one=names[pair.one], other=names[pair.other]), details)


def _lead(leads: Sequence[PeerLead], names: Sequence[str], language: Language) -> str:
    """Return what one can show the other: its strong dimensions, with both values."""
    told = ", ".join(_values(lead, language) for lead in leads[:_LEADS])
    return language.say("{strong} kann zeigen: {dimensions}", strong=names[leads[0].strong], dimensions=told)


def _values(lead: PeerLead, language: Language) -> str:
    high, low = as_points(lead.high), as_points(lead.low)
    return language.say("{dimension} ({high} gegenüber {low})", dimension=lead.dimension.label, high=high, low=low)


def _common(comparison: Comparison, top: int, language: Language) -> list[Block]:
    say = language.say
    found = common_gaps([one.assessment for one in comparison.compared])[:top]
    if not found:
        return []
    columns = (
        Column(say("Kriterium")),
        Column(say("Handlungsfeld")),
        Column(say("nicht ganz erfüllt bei"), number=True),
        Column(say("Punkte im Mittel"), number=True),
    )
    rows = tuple(
        (gap.item.short, gap.dimension.label, say("{value} von {of}", value=gap.missing, of=gap.answered), Number(gap.cost, 1))
        for gap in found
    )
    blocks: list[Block] = [Heading(say("Gemeinsame Lücken")), Table(columns, rows)]
    if steps := tuple(_step(gap, comparison, language) for gap in found[:_STEPS] if gap.item.steps):
        blocks += [Heading(say("Was ein Verbund zusammen angehen könnte"), 3), Listing(steps, numbered=True)]
    return blocks


def _step(gap: CommonGap, comparison: Comparison, language: Language) -> ListEntry:
    """Return the step for a common gap: the one for those who lack it, who are those a network helps first."""
    held = gap.item.steps.get(GapBand.UNMET) or gap.item.steps[GapBand.PARTIAL]
    step = comparison.checklist.step(held)
    details = (words.step_details(step, language), language.say("Hilft bei: {items}", items=gap.item.short))
    return ListEntry(step.text, tuple(part for part in details if part))

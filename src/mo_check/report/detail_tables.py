"""Everything behind a report as tables to reckon and plan with: items, gaps, steps, matrices, row by row."""

from fractions import Fraction

from mo_check.document import value_names
from mo_check.document.blocks import Cell, Column, Number, Table
from mo_check.languages import Language, msgid
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.results import Proposal
from mo_check.report import words
from mo_check.report.matrix_blocks import matrix_table
from mo_check.scoring.gaps import gaps
from mo_check.scoring.matrix_rows import filled_matrices
from mo_check.scoring.steps import proposals

DUE = (msgid("in vier Wochen"), msgid("in drei Monaten"), msgid("in sechs Monaten"), msgid("in einem Jahr"), msgid("später"))
STATES = (msgid("offen"), msgid("begonnen"), msgid("erledigt"), msgid("verworfen"))

_SAID = (msgid("Aufwand"), msgid("Wirkung"), msgid("Vorschlag: wer"), msgid("Vorschlag: wann"))
"""The heads of what a step may leave unsaid."""


def detail_tables(assessment: Assessment, language: Language) -> tuple[Table, ...]:
    """Return the tables that have rows."""
    found = [_items(assessment, language)]
    if assessment.scored:
        found += [_gaps(assessment, language), _steps(assessment, language)]
    found += [matrix_table(filled, language)._replace(name=filled.dimension.label) for filled in filled_matrices(assessment)]
    return tuple(table for table in found if table.rows)


def _items(assessment: Assessment, language: Language) -> Table:
    say = language.say
    columns = (
        Column(say("Handlungsfeld")),
        Column(say("Kriterium")),
        Column(say("Frage")),
        Column(say("Stand")),
        Column(say("Antwort")),
        Column(say("Punkte"), number=True),
        Column(say("Gewicht"), number=True),
        Column(say("Notiz")),
        Column(say("Beleg")),
        Column(say("Datum")),
    )
    rows = tuple(_item(d.dimension.label, r, language) for d in assessment.dimensions for r in d.items)
    return Table(columns, rows, name=say("Kriterien"))


def _item(dimension: str, result: ItemResult, language: Language) -> tuple[Cell, ...]:
    item, answer = result.item, result.answer
    return (
        dimension,
        item.short,
        item.question,
        words.standing_mark(result, language),
        words.result_words(result, language),
        Number(None if result.value is None else result.value * 100),
        Number(item.weight if item.scored else None, 0 if item.weight.denominator == 1 else 2),
        (answer.note or "") if answer else "",
        (answer.evidence or "") if answer else "",
        language.date(answer.date) if answer and answer.date else "",
    )


def _gaps(assessment: Assessment, language: Language) -> Table:
    say = language.say
    columns = (
        Column(say("Kriterium")),
        Column(say("Handlungsfeld")),
        Column(say("Stand")),
        Column(say("Antwort")),
        Column(say("kostet Punkte"), number=True),
        key := Column(say("Schlüsselkriterium")),
    )
    rows = tuple(
        (
            gap.result.item.short,
            gap.dimension.label,
            words.standing_mark(gap.result, language),
            words.result_words(gap.result, language),
            Number(gap.cost, 1),
            say("ja") if gap.result.item.is_key else "",
        )
        for gap in gaps(assessment)
        if gap.result.standing.missing
    )
    return _without_empty(Table(columns, rows, name=say("Lücken")), [key])


def _steps(assessment: Assessment, language: Language) -> Table:
    say = language.say
    found = proposals(assessment)
    offices = tuple(dict.fromkeys(proposal.step.who for proposal in found if proposal.step.who))
    said = [Column(say(head)) for head in _SAID]
    columns = (
        Column(say("Nr."), number=True),
        Column(say("Schritt")),
        Column(say("Hilft bei")),
        *said[:2],
        Column(say("Punkte"), number=True),
        *said[2:],
        Column(say("zuständig"), choices=offices),
        Column(say("bis"), choices=tuple(say(due) for due in DUE)),
        Column(say("Stand"), choices=tuple(say(state) for state in STATES)),
    )
    rows = tuple(_step(number, proposal, language) for number, proposal in enumerate(found, start=1))
    return _without_empty(Table(columns, rows, name=say("Schritte")), said)


def _without_empty(table: Table, unsaid: list[Column]) -> Table:
    """Return a table without those of some columns that say nothing in any row."""
    kept = [n for n, column in enumerate(table.columns) if column not in unsaid or any(row[n] for row in table.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in kept), rows=rows)


def _step(number: int, proposal: Proposal, language: Language) -> tuple[Cell, ...]:
    step = proposal.step
    return (
        Number(Fraction(number)),
        step.text,
        language.listing(tuple(gap.result.item.short for gap in proposal.gaps)),
        language.say(value_names.EFFORT[step.effort]) if step.effort else "",
        language.say(value_names.EFFECT[step.effect]) if step.effect else "",
        Number(proposal.cost, 1),
        step.who or "",
        step.horizon or "",
        "",
        "",
        "",
    )

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
        Column(say("Schlüsselkriterium")),
    )
    rows = tuple(
        (
            gap.result.item.short,
            gap.dimension.label,
            words.standing_mark(gap.result, language),
            words.result_words(gap.result, language),
            Number(gap.cost, 1),
            say("ja") if gap.result.item.key else "",
        )
        for gap in gaps(assessment)
        if gap.result.standing.missing
    )
    return Table(columns, rows, name=say("Lücken"))


def _steps(assessment: Assessment, language: Language) -> Table:
    say = language.say
    found = proposals(assessment)
    offices = tuple(dict.fromkeys(proposal.step.who for proposal in found))
    columns = (
        Column(say("Nr."), number=True),
        Column(say("Schritt")),
        Column(say("Hilft bei")),
        Column(say("Aufwand")),
        Column(say("Wirkung")),
        Column(say("Punkte"), number=True),
        Column(say("Vorschlag: wer")),
        Column(say("Vorschlag: wann")),
        Column(say("zuständig"), choices=offices),
        Column(say("bis"), choices=tuple(say(due) for due in DUE)),
        Column(say("Stand"), choices=tuple(say(state) for state in STATES)),
    )
    rows = tuple(_step(number, proposal, language) for number, proposal in enumerate(found, start=1))
    return Table(columns, rows, name=say("Schritte"))


def _step(number: int, proposal: Proposal, language: Language) -> tuple[Cell, ...]:
    step = proposal.step
    return (
        Number(Fraction(number)),
        step.text,
        language.listing(tuple(gap.result.item.short for gap in proposal.gaps)),
        language.say(value_names.EFFORT[step.effort]),
        language.say(value_names.EFFECT[step.effect]),
        Number(proposal.cost, 1),
        step.who,
        step.horizon,
        "",
        "",
        "",
    )

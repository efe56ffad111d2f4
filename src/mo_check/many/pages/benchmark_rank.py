"""Where a municipality stands among others: in words and quartiles, from a benchmark that gives nobody away."""

from mo_check.document.blocks import Block, Cell, Column, Heading, Number, Paragraph, Role, Table
from mo_check.languages import Language, msgid
from mo_check.many.pages.group_names import SPLITS, group_name
from mo_check.many.pure.aggregate import TOTAL
from mo_check.many.pure.benchmark import Benchmark, BenchmarkGroup
from mo_check.many.pure.benchmarks import BenchmarkPosition, own_groups, quartiles
from mo_check.model.assessment import Assessment, Score, Shown
from mo_check.scoring.assessing import display

PLACES = {
    BenchmarkPosition.LOWEST: msgid("im unteren Viertel"),
    BenchmarkPosition.BELOW: msgid("unter der Mitte"),
    BenchmarkPosition.ABOVE: msgid("über der Mitte"),
    BenchmarkPosition.HIGHEST: msgid("im oberen Viertel"),
}


def benchmark_rank_blocks(assessment: Assessment, benchmark: Benchmark, language: Language) -> list[Block]:
    """Return where the total stands in each of its groups, and where the dimensions stand in the closest one."""
    say = language.say
    heading = Heading(say("Im Vergleich mit anderen Kommunen"))
    perspective = assessment.profile.respondent.perspective
    checklist = assessment.checklist
    distribution = benchmark.of(checklist.id, checklist.written_score(assessment.score), perspective)
    groups = own_groups(distribution, assessment.profile.subject) if distribution else ()
    if assessment.profile.scope == "quick":
        return [
            heading,
            Paragraph(say("Ein Kurzcheck lässt sich damit nicht vergleichen: Die anderen haben alle Fragen beantwortet.")),
        ]
    if not groups:
        return [heading, Paragraph(say("Für diese Kommune enthält die Vergleichsdatei keine Gruppe, die gezeigt werden darf."))]
    total = assessment.display if assessment.total.shown is Shown.NUMBER else None
    rows = [_row(_named(group, language), total, group, TOTAL, language) for group in groups]
    closest = groups[0]
    dimensions = [
        _row(d.dimension.label, _points(d.score, display(d.score.value, [d])), closest, d.dimension.id, language)
        for d in assessment.dimensions
        if closest.bands(d.dimension.id)
    ]
    note = say("Viertel und Mitte sind aus Stufen von mindestens fünf Kommunen geschätzt.")
    blocks: list[Block] = [heading, Table(_columns(say("Gesamtwert unter"), language), tuple(rows))]
    if dimensions:
        blocks += [
            Paragraph(say("Die Handlungsfelder, verglichen mit: {group}.", group=_named(closest, language))),
            Table(_columns(say("Handlungsfeld"), language), tuple(dimensions)),
        ]
    return [*blocks, Paragraph(note, role=Role.NOTE)]


def _named(group: BenchmarkGroup, language: Language) -> str:
    name = group_name(group.split, group.value, language)
    if group.split is not None:
        name = f"{language.say(SPLITS[group.split])}: {name}"
    return f"{name} ({language.number(group.profiles)})"


def _points(score: Score, shown: int | None) -> int | None:
    return shown if score.shown is Shown.NUMBER else None


def _columns(first: str, language: Language) -> tuple[Column, ...]:
    say = language.say
    numbers = (say("hier"), say("unteres Viertel bis"), say("Mitte"), say("oberes Viertel ab"))
    return (Column(first), *(Column(head, number=True) for head in numbers), Column(say("Lage")))


def _row(name: str, points: int | None, group: BenchmarkGroup, measure: str, language: Language) -> tuple[Cell, ...]:
    held = quartiles(group.bands(measure))
    if held is None:
        return (name, Number(points), Number(None), Number(None), Number(None), language.say("zu wenige Stufen"))
    place = language.say(PLACES[held.place(points)]) if points is not None else ""
    return (name, Number(points), Number(held.lower), Number(held.median), Number(held.upper), place)

"""Dimensions against profiles or sides: a small bar, the number, the range and the coverage in every cell."""

from collections.abc import Sequence
from fractions import Fraction

from mo_check.compare.pure.comparing import GroupScore, ScoreRow
from mo_check.document import value_names
from mo_check.document.blocks import Block, Cell, Column, Number, Paragraph, Points, Role, Share, Table
from mo_check.languages import Language
from mo_check.model.assessment import Shown
from mo_check.model.item import MET
from mo_check.report import words
from mo_check.scoring.assessing import ENOUGH, as_points

MOST_COLUMNS = 8
"""With more profiles than this a table tells only their middle, the share that has met it, and the spread."""


def score_table(rows: Sequence[ScoreRow], heads: Sequence[str], language: Language, *, change: bool = False) -> list[Block]:
    """Return the table of dimensions by profile, the total last, with what its cells say.

    ``change`` stands for a last column from the first to the last value, instead of the difference of highest and lowest.
    """
    say = language.say
    last = say("Veränderung") if change else say("Unterschied")
    columns = (Column(say("Handlungsfeld")), *(Column(head) for head in heads), Column(last, number=True))
    drawn = tuple(
        (_label(row, language), *(_cell(group, language) for group in row.groups), _last(row, language, change=change))
        for row in rows
    )
    note = say(
        "Wert von 0 bis 100, darunter die Spanne (bei mehreren Profilen der kleinste und der größte Wert) und wie viel "
        "beantwortet ist; steht nichts darunter, ist alles beantwortet. Ein Wert erscheint, sobald {share} beantwortet sind.",
        share=language.share(ENOUGH),
    )
    blocks: list[Block] = [Table(columns, drawn, total=True), Paragraph(note, role=Role.NOTE)]
    if any(row.dimension and row.dimension.score for row in rows):
        told = say("Je höher, desto besser: Wo es um Hindernisse geht, heißt ein hoher Wert, dass sie kaum noch im Weg stehen.")
        blocks.append(Paragraph(told, role=Role.NOTE))
    return blocks


def summary_table(rows: Sequence[ScoreRow], language: Language) -> list[Block]:
    """Return the table of dimensions over many profiles: the middle, the share that has met it, and the spread.

    Each row has one group, of all profiles.
    """
    say = language.say
    columns = (
        Column(say("Handlungsfeld")),
        Column(say("Mitte")),
        Column(say("erfüllt bei"), number=True),
        Column(say("kleinster")),
        Column(say("größter")),
        Column(say("Werte"), number=True),
    )
    drawn: list[tuple[Cell, ...]] = []
    for row in rows:
        group = row.groups[0]
        spread = (_points(group.lowest), _points(group.highest))
        drawn.append((_label(row, language), _points(group.value), Share(group.share_met), *spread, Number(group.number)))
    note = say("Mitte: Hälfte der Werte darüber, Hälfte darunter. Erfüllt: ab {points} von 100 Punkten.", points=as_points(MET))
    return [Table(columns, tuple(drawn), total=True), Paragraph(note, role=Role.NOTE)]


def _label(row: ScoreRow, language: Language) -> str:
    return row.dimension.label if row.dimension else language.say("Gesamt")


def _points(value: Fraction | None) -> Points:
    return Points(value, as_points(value))


def _cell(group: GroupScore, language: Language) -> Cell:
    say = language.say
    if group.value is None:
        return Points(None, None, note="–" if group.shown is Shown.NOTHING else say(value_names.SHOWN[group.shown]))
    below = []
    low, high = (group.lowest, group.highest) if group.number > 1 else (group.low, group.high)
    if low is not None and low != high:
        below.append(f"{as_points(low)}–{as_points(high)}")
    if group.coverage is not None and group.coverage < 1:
        below.append(language.share(group.coverage))
    return Points(group.value, group.display, tuple(below))


def _last(row: ScoreRow, language: Language, *, change: bool) -> str:
    if not change:
        return "–" if row.difference is None else language.number(row.difference * 100)
    first, last = row.groups[0].value, row.groups[-1].value
    return "–" if first is None or last is None else words.signed_points((last - first) * 100, language)

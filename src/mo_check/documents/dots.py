"""The answers of the sides to one item, as a dot plot."""

from collections.abc import Mapping, Sequence

from mo_check.documents.document import DotPlot, DotRow
from mo_check.documents.side_words import SIDES
from mo_check.languages import Language
from mo_check.model.item import Item, Perspective
from mo_check.model.results import Assessment
from mo_check.scoring.sides import ComparedItem, SideAnswers, Sides


def dot_plot(compared: ComparedItem, language: Language, named: Sides | None = None) -> DotPlot:
    """Return the answers to one item, a row a side; ``named`` are the assessments whose labels are shown beside the dots."""
    levels = tuple(level.label for level in compared.item.levels)
    held: Mapping[Perspective, Sequence[Assessment]] = named or {}
    rows = tuple(_row(one, compared.item, held.get(one.side, ()), language) for one in compared.sides)
    return DotPlot(levels, rows)


def _row(answers: SideAnswers, item: Item, named: Sequence[Assessment], language: Language) -> DotRow:
    side = language.say(SIDES[answers.side])
    if answers.hidden:
        return DotRow(side, (), None, language.say("wird nicht gezeigt, damit niemand erkennbar ist"))
    if not answers.counts:
        met = language.share(answers.share_met) if answers.share_met is not None else ""
        return DotRow(side, (), answers.place, language.say("nur die Mitte und der Anteil: erfüllt bei {share}", share=met))
    names = tuple(_labels(level.id, item, named) for level in item.levels) if named else ()
    return DotRow(f"{side} ({answers.asked})", answers.counts, answers.place, _without(answers, language), names)


def _without(answers: SideAnswers, language: Language) -> str:
    """Return who of a side gave no level."""
    told = []
    if answers.waiting:
        told.append(language.count("{number} ohne Antwort", "{number} ohne Antwort", answers.waiting))
    if answers.away:
        told.append(
            language.count("{number} × trifft nicht zu oder woanders", "{number} × trifft nicht zu oder woanders", answers.away)
        )
    return ", ".join(told)


def _labels(level: str, item: Item, named: Sequence[Assessment]) -> tuple[str, ...]:
    results = ((a.profile.respondent.label, a.item(item.id)) for a in named)
    return tuple(label for label, r in results if r is not None and r.level is not None and not r.by_rule and r.level.id == level)

"""The answers of the sides to one item, as a dot plot."""

from collections.abc import Mapping, Sequence

from mo_check.compare.pages.side_words import SIDES
from mo_check.compare.pure.common_ground import ItemResponses
from mo_check.compare.pure.sides import ComparedItem, SideAnswers, Sides
from mo_check.document.blocks import DotPlot, DotRow
from mo_check.languages import Language
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.item import Item, Perspective


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
    return DotRow(
        f"{side} ({answers.asked})", answers.counts, answers.place, _without(answers.waiting, answers.away, language), names
    )


def _without(waiting: int, away: int, language: Language) -> str:
    """Return who of a side gave no level."""
    told = []
    if waiting:
        told.append(language.say("{number} ohne Antwort", number=waiting))
    if away:
        told.append(language.say("{number} × trifft nicht zu oder woanders", number=away))
    return ", ".join(told)


def answer_lines(heard: ItemResponses, language: Language) -> tuple[str, ...]:
    """Return how each side answered an item, a line a side: ``Vereine: 3 × nein, 1 × ja, 1 ohne Antwort``."""
    lines = []
    for side, spoken in heard.spoken.items():
        results = [one.result for one in spoken]
        told = [f"{number} × {label}" for label, number in _counted(heard.item, results) if number]
        waiting = sum(1 for r in results if r.standing.waiting)
        away = sum(1 for r in results if r.level is None and r.standing.away)
        told += [without] if (without := _without(waiting, away, language)) else []
        lines.append(f"{language.say(SIDES[side])}: {', '.join(told)}")
    return tuple(lines)


def _counted(item: Item, results: Sequence[ItemResult]) -> list[tuple[str, int]]:
    """Return how often each option was chosen or, where there are none, each level answered."""
    chosen = [option for r in results if r.answer for option in r.answer.options or ()]
    if item.options:
        return [(option.label, chosen.count(option.id)) for option in item.options]
    levels = [r.level.id for r in results if r.level is not None]
    return [(level.label, levels.count(level.id)) for level in item.levels]


def _labels(level: str, item: Item, named: Sequence[Assessment]) -> tuple[str, ...]:
    results = ((a.profile.respondent.label, a.item(item.id)) for a in named)
    return tuple(label for label, r in results if r is not None and r.level is not None and not r.by_rule and r.level.id == level)

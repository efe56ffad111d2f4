"""The figures of the survey beside the answers of one profile."""

from typing import assert_never

from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.item import NONE_OPTION, Perspective
from mo_check.model.results import FigureResult
from mo_check.model.rules import AllOf, Counts, LevelFrom, NoneAmong, OnlyOne, OptionChosen, OptionsAtLeast
from mo_check.model.source import Source, Statement

COMPARABLE = frozenset({Perspective.MUNICIPALITY, Perspective.AGREED})


def figures(assessment: Assessment, sources: tuple[Source, ...]) -> tuple[FigureResult, ...]:
    """Return every figure linked to an item in scope, in the order of the checklist.

    The survey asked municipalities about themselves: for other perspectives there is nothing to compare.
    """
    if assessment.profile.respondent.perspective not in COMPARABLE:
        return ()
    statements = {s.id: s for source in sources for s in source.statements}
    rules = {link.id: (result, link.rule) for result in assessment.items() for link in result.item.figures}
    return tuple(_figure(statements[link], result, counts, rules) for link, (result, counts) in rules.items())


Rules = dict[str, tuple[ItemResult, Counts | None]]


def _figure(statement: Statement, result: ItemResult, counts: Counts | None, rules: Rules) -> FigureResult:
    counted = counts is not None and result.standing.applies
    here = _here(statement.id, rules) if counted else None
    return FigureResult(statement=statement, result=result, counted=counted, here=here)


def _here(figure_id: str, rules: Rules) -> bool | None:
    """Tell whether the profile counts for a figure; None where the answer is missing."""
    result, rule = rules.get(figure_id, (None, None))
    if result is None or rule is None:
        return None
    match rule:
        case AllOf(others):
            return _all([_here(other, rules) for other in others])
        case OnlyOne(figure, without):
            return _all([_here(figure, rules), _negated(_here(without, rules))])
        case LevelFrom(least):
            return None if result.level is None else (result.item.rank(result.level.id) or 0) >= (result.item.rank(least) or 0)
        case OptionChosen() | OptionsAtLeast() | NoneAmong():
            return _chosen(rule, result)
        case never:
            assert_never(never)


def _chosen(rule: OptionChosen | OptionsAtLeast | NoneAmong, result: ItemResult) -> bool | None:
    if result.by_rule or result.answer is None or result.answer.options is None:
        return None
    chosen = set(result.answer.options)
    match rule:
        case OptionChosen(option):
            return option in chosen
        case NoneAmong(options):
            return chosen.isdisjoint(options)
        case OptionsAtLeast(number, among):
            return len((chosen if among is None else chosen.intersection(among)) - {NONE_OPTION}) >= number
        case never:
            assert_never(never)


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _negated(part: bool | None) -> bool | None:  # noqa: FBT001 - three-valued logic, not an option
    return None if part is None else not part

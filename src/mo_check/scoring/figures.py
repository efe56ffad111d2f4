"""The figures of the survey beside the answers of one profile."""

from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.item import Counts, Perspective
from mo_check.model.results import FigureResult
from mo_check.model.source import Source, Statement

COMPARABLE = frozenset({Perspective.MUNICIPALITY, Perspective.AGREED})


def figures(assessment: Assessment, sources: tuple[Source, ...]) -> tuple[FigureResult, ...]:
    """Return every figure linked to an item in scope, in the order of the checklist.

    The survey asked municipalities about themselves: for other perspectives there is nothing to compare.
    """
    if assessment.profile.respondent.perspective not in COMPARABLE:
        return ()
    statements = {s.id: s for source in sources for s in source.statements}
    rules = {link.id: (result, link.counts) for result in assessment.items() for link in result.item.figures}
    return tuple(_figure(statements[link], result, counts, rules) for link, (result, counts) in rules.items())


Rules = dict[str, tuple[ItemResult, Counts | None]]


def _figure(statement: Statement, result: ItemResult, counts: Counts | None, rules: Rules) -> FigureResult:
    counted = counts is not None and result.standing.applies
    return FigureResult(statement, result, counted, _here(statement.id, rules) if counted else None)


def _here(figure_id: str, rules: Rules) -> bool | None:
    """Tell whether the profile counts for a figure; None where the answer is missing."""
    result, counts = rules.get(figure_id, (None, None))
    if result is None or counts is None:
        return None
    if counts.all_of is not None:
        return _all([_here(other, rules) for other in counts.all_of])
    if counts.only is not None:
        return _all([_here(counts.only, rules), _negated(_here(counts.without or "", rules))])
    if counts.level_from is not None:
        if result.level is None:
            return None
        return (result.item.rank(result.level.id) or 0) >= (result.item.rank(counts.level_from) or 0)
    return _chosen(counts, result)


def _chosen(counts: Counts, result: ItemResult) -> bool | None:
    if result.by_rule or result.answer is None or result.answer.options is None:
        return None
    chosen = set(result.answer.options)
    if counts.option is not None:
        return counts.option in chosen
    if counts.none_among is not None:
        return chosen.isdisjoint(counts.none_among)
    among = chosen if counts.among is None else chosen & set(counts.among)
    return len(among - {"none"}) >= (counts.options_at_least or 0)


def _all(parts: list[bool | None]) -> bool | None:
    if False in parts:
        return False
    return None if None in parts else True


def _negated(part: bool | None) -> bool | None:  # noqa: FBT001 - three-valued logic, not an option
    return None if part is None else not part

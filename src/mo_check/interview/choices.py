"""What belongs to a question: what can be chosen, what else can be said, what the survey says beside it."""

from mo_check.interview.question import Action, Choice, ComparedFigure
from mo_check.model.answer import Answer
from mo_check.model.item import NONE_OPTION, Item, ItemKind
from mo_check.model.rules import LevelFrom
from mo_check.model.source import Source

_ALWAYS = (
    Action.LATER,
    Action.NOTE,
    Action.EVIDENCE,
    Action.HELP,
    Action.BACK,
    Action.GO_TO,
    Action.REVIEW,
    Action.QUIT,
)


def compared_figures(item: Item, sources: tuple[Source, ...]) -> tuple[ComparedFigure, ...]:
    """Return the figures that can be told beside a question: those that count from a level on, and those only told."""
    statements = {s.id: (s, source.surveyed.year) for source in sources if source.survey for s in source.statements}
    found = []
    for link in item.figures:
        if link.id in statements and isinstance(link.rule, LevelFrom):
            label = item.levels[item.rank(link.rule.level) or 0].label
            found.append(ComparedFigure(*statements[link.id], label))
        elif link.id in statements and link.rule is None:
            found.append(ComparedFigure(*statements[link.id], None))
    return tuple(found)


def choices(item: Item) -> tuple[Choice, ...]:
    """Return what can be chosen, each with its key: levels and options from 1 on, „none“ always 0."""
    if not item.options:
        return tuple(Choice(str(n), x.id, x.label, x.sees) for n, x in enumerate(item.levels, start=1))
    own = [option for option in item.options if option.id != NONE_OPTION]
    none = [option for option in item.options if option.id == NONE_OPTION]
    keyed = [(str(n), option) for n, option in enumerate(own, start=1)] + [("0", option) for option in none]
    return tuple(Choice(key, option.id, option.label, option.sees) for key, option in keyed)


def is_open(answer: Answer | None) -> bool:
    """Tell whether a question has no settled answer: not asked yet, left for later, unknown, disputed."""
    return answer is None or (answer.status is not None and answer.status.standing.waiting)


def possible_actions(
    item: Item, answer: Answer | None, *, opens_row: bool, disputable: bool = False, noted: bool = False
) -> tuple[Action, ...]:
    """Return what can be said to a question besides answering it.

    ``opens_row`` where it begins a row of a matrix, ``disputable`` where a group may leave it disputed, ``noted`` where there are
    words already of which it can be said whether they may be read aloud.
    """
    found: list[Action] = [Action.NOTHING_HERE] if opens_row else []
    if item.kind is not ItemKind.TEXT:
        found.append(Action.UNKNOWN)
        if item.na != "never":
            found.append(Action.NOT_APPLICABLE)
        found.append(Action.ELSEWHERE)
    if disputable:
        found.append(Action.DISPUTED)
    if answer is not None:
        found.append(Action.KEEP)
    if noted:
        found.append(Action.CONSENT)
    return (*found, *_ALWAYS)

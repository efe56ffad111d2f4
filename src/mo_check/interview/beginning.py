"""Beginning or resuming an interview: which questions it is about, and which comes first."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mo_check.interview.choices import is_open
from mo_check.interview.question import SideResponses
from mo_check.interview.state import Interview
from mo_check.model.answer import Answer, Status
from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile
from mo_check.model.source import Source
from mo_check.scoring.conditions import in_scope


def begin_interview(  # noqa: PLR0913 - everything an interview depends on is said once, here
    checklist: Checklist,
    sources: tuple[Source, ...],
    digest: str,
    profile: Profile,
    today: date,
    *,
    dimension: str | None = None,
    only_open: bool = False,
    earlier: Profile | None = None,
    german: Checklist | None = None,
    responses: Mapping[str, SideResponses] | None = None,
) -> Interview:
    """Begin or resume: the first question is the first without an answer or left for later.

    ``dimension`` restricts the interview to one, and goes through all of it where nothing is due; ``only_open``
    restricts it to what is unanswered, unknown, skipped or disputed, and goes through all of that. ``german`` is the
    checklist in German, where ``checklist`` speaks another language. ``responses`` restricts it to what a group is to
    agree on.
    """
    items = in_scope(checklist, profile)
    answers = profile.answers(checklist.id)
    selected = frozenset(
        item_id
        for item_id in items
        if (dimension is None or checklist.dimension_of(item_id).id == dimension)
        and (not only_open or is_open(answers.get(item_id)))
        and (responses is None or item_id in responses)
    )
    again = frozenset(i for i in selected & answers.keys() if only_open or _is_due(answers.get(i)))
    state = Interview(
        checklist=checklist,
        items=items,
        sources=sources,
        german=german or checklist,
        digest=digest,
        profile=profile,
        today=today,
        selected=selected,
        earlier=earlier,
        waiting=again,
        responses=responses or {},
    )
    order = state.order()
    first = next((i for i in order if i not in answers or i in again), None)
    if first is None and dimension is not None:
        return replace(state, at=next(iter(order), None), waiting=selected & answers.keys())
    return replace(state, at=first)


def _is_due(answer: Answer | None) -> bool:
    return answer is None or answer.status is Status.SKIPPED

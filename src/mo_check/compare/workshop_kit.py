"""Making a facilitator's kit out of several profiles."""

from collections.abc import Sequence

from mo_check.compare.comparisons import LoadedComparison
from mo_check.compare.pages.kit import Kit
from mo_check.compare.pure.agenda import LEAST_MINUTES, agenda
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.errors import Message, UsageError


def workshop_kit(held: Sequence[LoadedComparison], minutes: int, *, names: bool, named: tuple[str, ...] = ()) -> Kit:
    """Return the kit for the comparisons, whose items share one agenda. Raises UsageError where there is nothing to discuss."""
    if minutes < LEAST_MINUTES:
        message = Message("{minutes} Minuten sind für einen Workshop zu wenig.", minutes=minutes)
        raise UsageError(message, Message("Mindestens {least} Minuten einplanen.", least=LEAST_MINUTES))
    if any(one.comparison.mode is ComparisonMode.PEERS for one in held):
        raise UsageError(
            Message("Eine Mappe gibt es nur für eine Kommune; hier sind es mehrere."),
            Message("Nur Profile einer Kommune nennen. Was Kommunen voneinander lernen können, zeigt „mo-check compare“."),
        )
    if any(one.comparison.mode is ComparisonMode.TIME for one in held):
        raise UsageError(
            Message("Diese Profile zeigen dieselbe Sicht zu mehreren Zeiten; für einen Workshop braucht es mehrere Sichten."),
            Message("Den Verlauf zeigt „mo-check compare“. Gehören sie doch zu mehreren Stellen: --as perspectives."),
        )
    comparisons = tuple(one.comparison for one in held if any(c.assessment.scored for c in one.comparison.compared))
    items = [item for comparison in comparisons for item in comparison.items]
    if not items:
        raise UsageError(Message("Diese Profile haben keine Frage gemeinsam, über die sich reden ließe."))
    sources = {source.id: source for one in held for source in one.loaded.sources}
    return Kit(comparisons, tuple(sources.values()), agenda(items, minutes), names=names, named=named)

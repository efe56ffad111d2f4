"""What a subject told in coarser words would change of a checklist's conditions (docs/method.md, Conditions)."""

from collections.abc import Mapping

from mo_check.model.checklist import Checklist
from mo_check.model.profile import Profile, Subject
from mo_check.model.rules import KindIs, PopulationAtLeast
from mo_check.model.standing import Standing
from mo_check.scoring.conditions import applies, in_scope


def frozen(profile: Profile, blurred: Subject, checklist: Checklist) -> tuple[str, ...]:
    """Return the items that do not apply because of a fact and would be asked of the blurred subject.

    What waits for such an item follows it.
    """
    before, after = (_applying(profile, subject, checklist) for subject in (profile.subject, blurred))
    waiting = in_scope(checklist, profile)
    by_fact = (item_id for item_id, item in waiting.items() if isinstance(item.condition, KindIs | PopulationAtLeast))
    return tuple(item_id for item_id in by_fact if not before[item_id] and after[item_id])


def fallen(profile: Profile, blurred: Subject, checklist: Checklist) -> frozenset[str]:
    """Return the items that the blurred subject would not be asked any more, those included that wait for one of them."""
    before, after = (_applying(profile, subject, checklist) for subject in (profile.subject, blurred))
    return frozenset(item_id for item_id in before if before[item_id] and not after[item_id])


def _applying(profile: Profile, subject: Subject, checklist: Checklist) -> Mapping[str, bool]:
    """Tell of every item in scope whether it applies, or may apply as far as is known."""
    items, answers = in_scope(checklist, profile), profile.plain_answers(checklist.id)
    return {item_id: applies(item, items, answers, subject) is not Standing.NOT_APPLICABLE for item_id, item in items.items()}

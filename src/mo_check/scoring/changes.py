"""What has changed in a checklist since a profile answered it."""

from dataclasses import dataclass

from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.profile import Profile
from mo_check.model.types import version_number
from mo_check.scoring.conditions import in_scope


@dataclass(frozen=True, slots=True, repr=False)
class Changes:
    """``version`` is the one the profile answered; ``new`` items came later, ``reworded`` ones were asked in other words."""

    version: str
    new: tuple[Item, ...]
    reworded: tuple[Item, ...]


def changes(profile: Profile, german: Checklist) -> Changes | None:
    """Return what has changed since, or None if nothing has. ``german`` is the checklist in German, whose wording is marked."""
    held = profile.checklists.get(german.id)
    if held is None:
        return None
    items = in_scope(german, profile)
    new = tuple(item for item in items.values() if came_later(item, profile, german.id))
    reworded = tuple(
        items[item_id]
        for item_id, answer in held.answers.items()
        if item_id in items and answer.wording is not None and answer.wording != items[item_id].digest
    )
    return Changes(held.version, new, reworded) if new or reworded else None


def came_later(item: Item, profile: Profile, checklist_id: str) -> bool:
    """Tell whether an item came with a later version of the checklist than the one a profile answered, and is unanswered."""
    held = profile.checklists.get(checklist_id)
    if held is None or item.since is None or item.id in held.answers:
        return False
    return version_number(item.since) > version_number(held.version)

"""What has changed in a checklist since a profile answered it."""

from dataclasses import dataclass

from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.profile import Profile
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
    new = tuple(i for i in items.values() if i.since and _number(i.since) > _number(held.version) and i.id not in held.answers)
    reworded = tuple(
        items[item_id]
        for item_id, answer in held.answers.items()
        if item_id in items and answer.wording is not None and answer.wording != items[item_id].digest
    )
    return Changes(held.version, new, reworded) if new or reworded else None


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())

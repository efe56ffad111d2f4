"""Which checklists a profile is held against: its own, the usual one, or one that is named."""

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profiles import LoadedProfile

DEFAULT_CHECKLIST = "cooperation"


def held_checklists(profile: LoadedProfile, library: Library) -> tuple[LoadedChecklist, ...]:
    """Return the checklists of a profile; for one that answers none yet, the usual one.

    Raises InvalidInput if it answers only checklists that are not known here.
    """
    if profile.checklists:
        return profile.checklists
    if unknown := tuple(profile.profile.checklists):
        message = Message("Die Checklisten dieses Profils sind hier nicht bekannt: {words}.", words=unknown)
        remedy = Message("Den Ordner, in dem sie liegen, mit --checklists nennen.")
        raise InvalidInput((Problem(str(profile.path), message, remedy),))
    return (library.load(DEFAULT_CHECKLIST),)


def chosen_checklist(profile: LoadedProfile, name: str, library: Library) -> LoadedChecklist:
    """Return the named checklist: as the profile holds it, else as the library has it. Raises InvalidInput."""
    return next((c for c in profile.checklists if c.checklist.id == name), None) or library.load(name)

"""The whole of ``assess``: from an old, new or missing file to a saved profile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mo_check.content.library import LoadedChecklist, load_checklist
from mo_check.content.profiles import LoadedProfile, ProfileFile, load_profile, shorts_of
from mo_check.errors import Message, UsageError
from mo_check.languages import Language
from mo_check.model.interview import Prompter, Show
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.session import Interview
from mo_check.tasks.interviewing import Conductor
from mo_check.tasks.reporting import DEFAULT_CHECKLIST, chosen_checklist


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one sitting is about: which part of which checklist, on which day."""

    day: date
    checklist: str | None = None
    dimension: str | None = None
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A profile ready for its sitting: where it is saved, its checklist, and the older profile it repeats."""

    profile: Profile
    file: ProfileFile
    checklist: LoadedChecklist
    earlier: Profile | None = None


def ready(path: Path | None, sitting: Sitting) -> None:
    """Refuse what would fail after the first questions only. Raises InvalidInput, UsageError."""
    _known_dimension(load_checklist(sitting.checklist or DEFAULT_CHECKLIST), sitting)
    if path is not None:
        ProfileFile(path, {}).refuse_existing()


def resume(path: Path, sitting: Sitting) -> Opened:
    """Open a saved profile to go on with it. Raises InvalidInput, UsageError."""
    loaded = load_profile(path)
    checklist = chosen_checklist(loaded, sitting.checklist)
    _known_dimension(checklist, sitting)
    return Opened(loaded.profile, ProfileFile(path, _shorts(loaded, checklist), loaded), checklist)


def repeat(old: LoadedProfile, path: Path, sitting: Sitting) -> Opened:
    """Begin a new profile of the same subject whose questions show the earlier answers. Raises InvalidInput, UsageError."""
    checklist = chosen_checklist(old, sitting.checklist)
    _known_dimension(checklist, sitting)
    profile = old.profile.model_copy(update={"checklists": {}, "remark": None})
    return _new(profile, path, checklist, old.profile)


def begin(profile: Profile, path: Path, sitting: Sitting) -> Opened:
    """Begin a new profile in a file that is not there yet. Raises InvalidInput, UsageError."""
    checklist = load_checklist(sitting.checklist or DEFAULT_CHECKLIST)
    _known_dimension(checklist, sitting)
    return _new(profile, path, checklist, None)


def _new(profile: Profile, path: Path, checklist: LoadedChecklist, earlier: Profile | None) -> Opened:
    file = ProfileFile(path, shorts_of((checklist,)))
    file.refuse_existing()
    held = ChecklistAnswers(version=checklist.checklist.version, digest=checklist.digest)
    started = profile.model_copy(update={"checklists": {checklist.checklist.id: held}})
    file.save(started)
    return Opened(started, file, checklist, earlier)


def _known_dimension(loaded: LoadedChecklist, sitting: Sitting) -> None:
    known = tuple(d.id for d in loaded.checklist.dimensions)
    if sitting.dimension is not None and sitting.dimension not in known:
        message = Message("Das Handlungsfeld „{name}“ gibt es nicht.", name=sitting.dimension)
        raise UsageError(message, Message("Möglich sind: {words}.", words=known))


def _shorts(loaded: LoadedProfile, checklist: LoadedChecklist) -> dict[str, dict[str, str]]:
    return shorts_of((*loaded.checklists, checklist))


def sit(opened: Opened, sitting: Sitting, prompter: Prompter, show: Show, language: Language) -> Profile:
    """Conduct the interview and return the profile as saved. Raises Interrupted, CannotWrite."""
    checklist = opened.checklist.checklist
    interview = Interview.begin(
        checklist,
        opened.checklist.sources,
        opened.checklist.digest,
        opened.profile,
        sitting.day,
        dimension=sitting.dimension,
        only_open=sitting.only_open,
        earlier=opened.earlier,
    )
    return Conductor(prompter, show, language, opened.file.save).conduct(interview).profile

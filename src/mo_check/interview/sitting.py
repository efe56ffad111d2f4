"""The whole of ``assess``: from an old, new or missing file to a saved profile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mo_check.errors import Message, UsageError
from mo_check.files.held_checklists import DEFAULT_CHECKLIST, held_checklists
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.interview.beginning import begin_interview
from mo_check.interview.conductor import Conductor
from mo_check.interview.question import InterviewIO
from mo_check.model.item import Perspective
from mo_check.model.profile import ChecklistAnswers, Profile
from mo_check.scoring.conditions import scope_items


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one sitting is about: which part of which checklists, on which day; no checklist named means those at hand."""

    day: date
    checklists: tuple[str, ...] = ()
    dimension: str | None = None
    only_open: bool = False


@dataclass(frozen=True, slots=True)
class OpenedSitting:
    """A profile ready for its sitting: where it is saved, its checklists, and the older profile it repeats."""

    profile: Profile
    file: ProfileFile
    checklists: tuple[LoadedChecklist, ...]
    earlier: Profile | None = None


def offered_checklists(library: Library, perspective: Perspective, *, quick: bool) -> tuple[LoadedChecklist, ...]:
    """Return the checklists that ask this perspective something; the usual one first."""
    loaded = [library.load(path.stem) for path in library.files()]
    asking = [one for one in loaded if scope_items(one.checklist, perspective, quick=quick)]
    return tuple(sorted(asking, key=lambda one: one.checklist.id != DEFAULT_CHECKLIST))


def check_ready(path: Path | None, sitting: Sitting, library: Library) -> None:
    """Refuse what would fail after the first questions only. Raises InvalidInput, UsageError, CannotWrite."""
    _known_dimension(_loaded(sitting.checklists or (DEFAULT_CHECKLIST,), library), sitting)
    if path is not None:
        ProfileFile(path, {}).refuse_existing()


def resume_profile(path: Path, sitting: Sitting, library: Library) -> OpenedSitting:
    """Open a saved profile to go on with it. Raises InvalidInput, UsageError."""
    loaded = load_profile(path, library)
    checklists = _of(loaded, sitting, library)
    file = ProfileFile(path, shorts_of((*loaded.checklists, *checklists)), loaded)
    return OpenedSitting(loaded.profile, file, checklists)


def repeat_profile(old: LoadedProfile, path: Path, sitting: Sitting, library: Library) -> OpenedSitting:
    """Begin a new profile of the same subject whose questions show the earlier answers. Raises InvalidInput, UsageError."""
    profile = old.profile.model_copy(update={"checklists": {}, "remark": None})
    return _new(profile, path, _of(old, sitting, library), old.profile)


def begin_profile(profile: Profile, path: Path, sitting: Sitting, library: Library) -> OpenedSitting:
    """Begin a new profile in a file that is not there yet. Raises InvalidInput, UsageError."""
    checklists = _loaded(sitting.checklists or (DEFAULT_CHECKLIST,), library)
    _known_dimension(checklists, sitting)
    return _new(profile, path, checklists, None)


def _of(loaded: LoadedProfile, sitting: Sitting, library: Library) -> tuple[LoadedChecklist, ...]:
    """Return the checklists of a sitting: the named ones, else those of the profile."""
    checklists = _loaded(sitting.checklists, library) or held_checklists(loaded, library)
    _known_dimension(checklists, sitting)
    return checklists


def _loaded(names: tuple[str, ...], library: Library) -> tuple[LoadedChecklist, ...]:
    return tuple(library.load(name) for name in names)


def _new(profile: Profile, path: Path, checklists: tuple[LoadedChecklist, ...], earlier: Profile | None) -> OpenedSitting:
    file = ProfileFile(path, shorts_of(checklists))
    file.refuse_existing()
    held = {c.checklist.id: ChecklistAnswers(version=c.checklist.version, digest=c.digest) for c in checklists}
    started = profile.model_copy(update={"checklists": held})
    file.save(started)
    return OpenedSitting(started, file, checklists, earlier)


def _known_dimension(checklists: tuple[LoadedChecklist, ...], sitting: Sitting) -> None:
    known = tuple(d.id for loaded in checklists for d in loaded.checklist.dimensions)
    if sitting.dimension is not None and sitting.dimension not in known:
        message = Message("Das Handlungsfeld „{name}“ gibt es nicht.", name=sitting.dimension)
        raise UsageError(message, Message("Möglich sind: {words}.", words=known))


def run_sitting(opened: OpenedSitting, sitting: Sitting, io: InterviewIO) -> Profile:
    """Conduct the interview, checklist by checklist, and return the profile as saved. Raises Interrupted, CannotWrite."""
    profile = opened.profile
    conductor = Conductor(io.prompter, io.show, io.language, opened.file.save)
    for loaded in opened.checklists:
        if sitting.dimension and sitting.dimension not in [d.id for d in loaded.checklist.dimensions]:
            continue
        interview = begin_interview(
            loaded.checklist,
            loaded.sources,
            loaded.digest,
            profile,
            sitting.day,
            dimension=sitting.dimension,
            only_open=sitting.only_open,
            earlier=opened.earlier,
            german=loaded.german,
        )
        ended = conductor.conduct(interview)
        profile = ended.profile
        if ended.at is not None:  # the respondent ended early: the other checklists wait for another day
            return profile
    return conductor.conclude(profile)

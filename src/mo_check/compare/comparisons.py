"""Holding several profiles side by side: which can be read, and what is compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mo_check.compare.arranging import LEAST, arranged_voices, beside_file, refuse_alone_in_hiding
from mo_check.compare.pure.comparing import Comparison, GivenFile, Protection, compare
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.files.finding import profile_files
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.model.item import Perspective


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
    """What is to be compared: as which situation and on which checklist, where that is said; which sides hide their people.

    ``same_subject`` says that subjects which may be one municipality are one.
    """

    mode: ComparisonMode | None = None
    checklist: str | None = None
    hiding: frozenset[Perspective] = frozenset()
    same_subject: bool = False


class LoadedComparison(NamedTuple):
    """A comparison with the checklist it is on."""

    comparison: Comparison
    loaded: LoadedChecklist


def readable_profiles(
    names: Iterable[Path], library: Library, complain: Callable[[InvalidInput], None], *, recursive: bool = False
) -> list[LoadedProfile]:
    """Return every profile that can be read, in the order given; a bad file is complained of and the rest goes on."""
    found = []
    for path in profile_files(names, complain, recursive=recursive):
        try:
            found.append(load_profile(path, library))
        except InvalidInput as error:
            complain(error)
    return found


def comparisons(profiles: Sequence[LoadedProfile], request: ComparisonRequest, library: Library) -> Iterator[LoadedComparison]:
    """Yield a comparison for every checklist that two profiles have answered, and every score of it.

    Raises UsageError where there is nothing to compare, and InvalidInput for a checklist that is not known.
    """
    if len(profiles) < LEAST:
        message = Message("Zum Vergleichen braucht es mindestens zwei Profile.")
        raise UsageError(message, Message("Ein einzelnes Profil zeigt „mo-check report“."))
    names = (library.load(request.checklist).checklist.id,) if request.checklist else _shared(profiles)
    if not names:
        raise UsageError(
            Message("Keine Checkliste ist in zwei dieser Profile beantwortet."),
            Message("Welche ein Profil beantwortet, zeigt „mo-check report“."),
        )
    for name in names:
        loaded = library.load(request.checklist or name)
        yield from _on(loaded, profiles, request)


def _shared(profiles: Sequence[LoadedProfile]) -> list[str]:
    """Return the known checklists that at least two profiles have answered, in the order in which they stand there."""
    answered = [loaded.checklist.id for p in profiles for loaded in p.checklists if p.profile.answers(loaded.checklist.id)]
    return [name for name in dict.fromkeys(answered) if answered.count(name) >= LEAST]


def _on(loaded: LoadedChecklist, profiles: Sequence[LoadedProfile], request: ComparisonRequest) -> Iterator[LoadedComparison]:
    name = loaded.checklist.id
    held = [(str(p.path), p.profile) for p in profiles if p.profile.answers(name)]
    if len(held) < LEAST:
        message = Message("Die Checkliste „{id}“ haben nicht zwei dieser Profile beantwortet.", id=name)
        raise UsageError(message, Message("Welche ein Profil beantwortet, zeigt „mo-check report“."))
    arranged = arranged_voices(held, name, request.mode, same_subject=request.same_subject)
    speaking, mode = [held[place] for place in arranged.speaking], arranged.mode
    if mode is not ComparisonMode.PERSPECTIVES and any(p.respondent.perspective in request.hiding for _, p in speaking):
        raise UsageError(
            Message("Über die Zeit und zwischen Kommunen steht jedes Profil für sich; so kann --anonymous niemanden schützen."),
            Message("Mit --as perspectives nach Seiten vergleichen."),
        )
    refuse_alone_in_hiding([profile for _, profile in speaking], request.hiding)
    protection = Protection(request.hiding, arranged.doubtful(held))
    scores = [compare(loaded.checklist, loaded.german, score, speaking, mode, protection) for score in loaded.checklist.scores]
    asking = [one for one in scores if any(any(c.assessment.items()) for c in one.compared)]
    if not asking:
        raise UsageError(
            Message("Diese Profile haben bei „{id}“ keine Frage gemeinsam.", id=name),
            Message("Mit --as anders vergleichen, etwa --as perspectives."),
        )
    heard = zip(held, arranged.voiced, strict=True)
    given = [GivenFile(file, profile.respondent.perspective, one, beside_file(held, one)) for (file, profile), one in heard]
    given += [GivenFile(str(p.path), p.profile.respondent.perspective) for p in profiles if not p.profile.answers(name)]
    for one in asking:
        yield LoadedComparison(one._replace(files=tuple(given)), loaded)

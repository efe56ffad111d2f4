"""Holding several profiles side by side: which can be read, whose voices they are, and what is compared."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from mo_check.compare.pure.comparing import Comparison, GivenFile, Protection, compare
from mo_check.compare.pure.comparison_mode import ComparisonMode, comparison_mode
from mo_check.errors import InvalidInput, Message, Problem, UsageError
from mo_check.files.finding import profile_files
from mo_check.files.library import Library, LoadedChecklist
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.languages import msgid
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile, Subject
from mo_check.model.subject_identity import SubjectGroups, subject_groups
from mo_check.model.voices import FileFate, Voiced, voices

LEAST = 2
"""One profile alone is reported on, not compared."""
_NAMED = 3
"""So many files are named where a comparison is refused."""
_ALONE = {
    FileFate.COPY: msgid("Die Datei sagt dasselbe wie „{file}“."),
    FileFate.REPLACED: msgid("Von derselben Stelle gibt es spätere Antworten: „{file}“."),
}


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
    """What is to be compared: as which situation and on which checklist, where that is said; which sides hide their people.

    ``same_subject`` says that subjects which may be one municipality are one.
    """

    mode: ComparisonMode | None = None
    checklist: str | None = None
    hiding: frozenset[Perspective] = frozenset()
    same_subject: bool = False


class DoubtfulSubjects(InvalidInput):
    """The facts do not tell whether two profiles are of one municipality; ``subjects`` are the pairs."""

    def __init__(self, problems: tuple[Problem, ...], pairs: tuple[tuple[Subject, Subject], ...]) -> None:
        super().__init__(problems)
        self.pairs = pairs


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
    arranged = _arranged(held, name, request)
    speaking, mode = [held[place] for place in arranged.speaking], arranged.mode
    if mode is not ComparisonMode.PERSPECTIVES and any(p.respondent.perspective in request.hiding for _, p in speaking):
        raise UsageError(
            Message("Über die Zeit und zwischen Kommunen steht jedes Profil für sich; so kann --anonymous niemanden schützen."),
            Message("Mit --as perspectives nach Seiten vergleichen."),
        )
    _refuse_alone_in_hiding([profile for _, profile in speaking], request.hiding)
    protection = Protection(request.hiding, arranged.doubtful(held))
    scores = [compare(loaded.checklist, loaded.german, score, speaking, mode, protection) for score in loaded.checklist.scores]
    asking = [one for one in scores if any(any(c.assessment.items()) for c in one.compared)]
    if not asking:
        raise UsageError(
            Message("Diese Profile haben bei „{id}“ keine Frage gemeinsam.", id=name),
            Message("Mit --as anders vergleichen, etwa --as perspectives."),
        )
    heard = zip(held, arranged.voiced, strict=True)
    given = [GivenFile(file, profile.respondent.perspective, one, _beside(held, one)) for (file, profile), one in heard]
    given += [GivenFile(str(p.path), p.profile.respondent.perspective) for p in profiles if not p.profile.answers(name)]
    for one in asking:
        yield LoadedComparison(one._replace(files=tuple(given)), loaded)


def _refuse_alone_in_hiding(profiles: Sequence[Profile], hiding: frozenset[Perspective]) -> None:
    """Refuse to hide a side for which one respondent speaks: nothing of it could be shown. Raises UsageError."""
    voices_of = Counter(profile.respondent.perspective for profile in profiles)
    if any(voices_of[side] == 1 for side in hiding):
        raise UsageError(
            Message("Eine Seite, für die nur eine Stimme spricht, kann --anonymous nicht schützen: Alles käme von ihr."),
            Message("Diese Seite weglassen, oder ohne --anonymous vergleichen, wenn sie einverstanden ist."),
        )


def _beside(held: Sequence[tuple[str, Profile]], one: Voiced) -> str | None:
    return None if one.beside is None else held[one.beside][0]


class _Arranged(NamedTuple):
    """What is compared, what becomes of each file, and the places of those that are voices, in their order."""

    mode: ComparisonMode
    voiced: tuple[Voiced, ...]
    speaking: tuple[int, ...]

    def doubtful(self, held: Sequence[tuple[str, Profile]]) -> Counter[Perspective]:
        """Return how many voices of each side count towards no threshold."""
        return Counter(held[n][1].respondent.perspective for n in self.speaking if self.voiced[n].doubtful)


def _arranged(held: Sequence[tuple[str, Profile]], checklist: str, request: ComparisonRequest) -> _Arranged:
    """Return which files are voices and what is compared. Raises UsageError, InvalidInput."""
    profiles = [profile for _, profile in held]
    groups = subject_groups([profile.subject for profile in profiles], doubtful_are_one=request.same_subject)
    _refuse_doubtful(held, groups)
    _refuse_mixed(held, groups, request.mode)
    days = [profile.answered_on(checklist) for profile in profiles]
    found = voices(profiles, groups.of, checklist, earlier_count=True)
    speaking = [place for place, one in enumerate(found) if one.speaks]
    mode = request.mode or comparison_mode([profiles[n] for n in speaking], [days[n] for n in speaking], len(groups.first))
    if mode is not ComparisonMode.TIME:
        found = voices(profiles, groups.of, checklist)
        speaking = [place for place, one in enumerate(found) if one.speaks]
    if len(speaking) < LEAST:
        raise InvalidInput(_alone(held, found))
    if mode is ComparisonMode.TIME:
        speaking.sort(key=lambda place: days[place] or date.max)
    return _Arranged(mode, found, tuple(speaking))


def _refuse_doubtful(held: Sequence[tuple[str, Profile]], groups: SubjectGroups) -> None:
    """Refuse subjects that may be one. Raises DoubtfulSubjects."""
    if not groups.doubts:
        return
    remedy = Message(
        "In beide Dateien den amtlichen Schlüssel, oder Art und Land, eintragen; ist es dieselbe Kommune: --same-subject."
    )
    problems, pairs = [], []
    for one, other in groups.doubts:
        first, second = held[one][1].subject, held[other][1].subject
        message = Message(
            "„{one}“ hier und „{other}“ in „{file}“: Die Angaben sagen nicht, ob das dieselbe Kommune ist.",
            one=second.name,
            other=first.name,
            file=PurePath(held[one][0]).name,
        )
        problems.append(Problem(held[other][0], message, remedy))
        pairs.append((first, second))
    raise DoubtfulSubjects(tuple(problems), tuple(dict.fromkeys(pairs)))


def _refuse_mixed(held: Sequence[tuple[str, Profile]], groups: SubjectGroups, mode: ComparisonMode | None) -> None:
    """Refuse what is neither one municipality seen by several nor several seen by themselves. Raises UsageError."""
    others = [file for file, profile in held if profile.respondent.perspective is not Perspective.MUNICIPALITY]
    several = len(groups.first) > 1
    if several and (others or mode is ComparisonMode.PERSPECTIVES):
        sizes = Counter(groups.of)
        usual = max(sizes, key=lambda number: (sizes[number], -number))
        odd = [place for place, number in enumerate(groups.of) if number != usual]
        message = Message(
            "{files}: Das Profil gehört zu „{other}“, die anderen zu „{usual}“. Sichtweisen lassen sich nur für eine Kommune "
            "vergleichen.",
            files=tuple(PurePath(held[place][0]).name for place in odd[:_NAMED]),
            other=held[odd[0]][1].subject.name,
            usual=held[groups.first[usual]][1].subject.name,
        )
        raise UsageError(message, Message("Dieses Profil weglassen, oder nur Profile von Verwaltungen nennen."))
    if mode is ComparisonMode.PEERS and others:
        message = Message("{files}: Kommunen vergleicht nur, was ihre Verwaltungen geantwortet haben.", files=_some(others))
        raise UsageError(message, Message("Nur Profile von Verwaltungen nennen, oder --as weglassen."))


def _some(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(PurePath(file).name for file in files[:_NAMED])


def _alone(held: Sequence[tuple[str, Profile]], found: Sequence[Voiced]) -> tuple[Problem, ...]:
    """Return what is left where all files are one voice: each with the file it says nothing new beside."""
    remedy = Message("Zum Vergleichen braucht es zwei Stimmen.")
    return tuple(
        Problem(held[place][0], Message(_ALONE[one.fate], file=PurePath(beside).name), remedy)
        for place, one in enumerate(found)
        if one.fate in _ALONE and (beside := _beside(held, one)) is not None
    )

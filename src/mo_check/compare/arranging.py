"""Whose voices several profiles are, and what may be compared of them: each refusal names the files and what to do."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from mo_check.compare.pure.comparison_mode import ComparisonMode, comparison_mode
from mo_check.errors import InvalidInput, Message, Problem, UsageError
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


class DoubtfulSubjects(InvalidInput):
    """The facts do not tell whether two profiles are of one municipality; ``subjects`` are the pairs."""

    def __init__(self, problems: tuple[Problem, ...], pairs: tuple[tuple[Subject, Subject], ...]) -> None:
        super().__init__(problems)
        self.pairs = pairs


class ArrangedVoices(NamedTuple):
    """What is compared, what becomes of each file, and the places of those that are voices, in their order."""

    mode: ComparisonMode
    voiced: tuple[Voiced, ...]
    speaking: tuple[int, ...]

    def doubtful(self, held: Sequence[tuple[str, Profile]]) -> Counter[Perspective]:
        """Return how many voices of each side count towards no threshold."""
        return Counter(held[n][1].respondent.perspective for n in self.speaking if self.voiced[n].doubtful)


def arranged_voices(
    held: Sequence[tuple[str, Profile]], checklist: str, mode: ComparisonMode | None, *, same_subject: bool
) -> ArrangedVoices:
    """Return which files are voices and what is compared. Raises UsageError, InvalidInput."""
    profiles = [profile for _, profile in held]
    groups = subject_groups([profile.subject for profile in profiles], doubtful_are_one=same_subject)
    _refuse_doubtful(held, groups)
    _refuse_mixed(held, groups, mode)
    days = [profile.answered_on(checklist) for profile in profiles]
    found = voices(profiles, groups.of, checklist, earlier_count=True)
    speaking = [place for place, one in enumerate(found) if one.speaks]
    mode = mode or comparison_mode([profiles[n] for n in speaking], [days[n] for n in speaking], len(groups.first))
    if mode is not ComparisonMode.TIME:
        found = voices(profiles, groups.of, checklist)
        speaking = [place for place, one in enumerate(found) if one.speaks]
    if len(speaking) < LEAST:
        raise InvalidInput(_alone(held, found))
    if mode is ComparisonMode.TIME:
        speaking.sort(key=lambda place: days[place] or date.max)
    return ArrangedVoices(mode, found, tuple(speaking))


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
        if one.fate in _ALONE and (beside := beside_file(held, one)) is not None
    )


def beside_file(held: Sequence[tuple[str, Profile]], one: Voiced) -> str | None:
    """Return the file that another one copies, gives way to, or is a doubtful twin of."""
    return None if one.beside is None else held[one.beside][0]


def refuse_alone_in_hiding(profiles: Sequence[Profile], hiding: frozenset[Perspective]) -> None:
    """Refuse to hide a side for which one respondent speaks: nothing of it could be shown. Raises UsageError."""
    voices_of = Counter(profile.respondent.perspective for profile in profiles)
    if any(voices_of[side] == 1 for side in hiding):
        raise UsageError(
            Message("Eine Seite, für die nur eine Stimme spricht, kann --anonymous nicht schützen: Alles käme von ihr."),
            Message("Diese Seite weglassen, oder ohne --anonymous vergleichen, wenn sie einverstanden ist."),
        )

"""Reading what came back: one profile for each respondent, double and corrected submissions noticed, nothing overwritten."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from mo_check.content.answer_files import ANSWER_SUFFIXES, read_answers
from mo_check.content.finding import profile_files
from mo_check.content.library import Library
from mo_check.content.profile_file import shorts_of
from mo_check.content.profile_text import profile_text
from mo_check.content.reading import read_bytes
from mo_check.content.saving import make_folder, write_whole
from mo_check.content.submissions import Submission
from mo_check.errors import InvalidInput, Message, Problem
from mo_check.tasks.beginning import slug


class Arrival(NamedTuple):
    """What became of a submission: the file of its profile, None where another one stands for it; and what to say about it."""

    submission: Submission
    file: Path | None
    fresh: bool = False
    remarks: tuple[Message, ...] = ()


def arrivals(
    names: Iterable[Path], folder: Path, library: Library, complain: Callable[[InvalidInput], None]
) -> Iterator[Arrival]:
    """Read every file that is meant and write its profiles into a folder. Raises CannotWrite.

    A file read before is recognised by what it holds: nothing is written twice, and nothing that stands there is changed.
    """
    files = profile_files(names, complain, suffixes=ANSWER_SUFFIXES)
    kept: list[Submission] = []
    for arrival in _settled([s for path in files for s in read_answers(path, library, complain)], complain):
        if arrival.file is None and arrival.remarks:
            yield arrival
        else:
            kept.append(arrival.submission)
    if kept:
        make_folder(folder)
    for submission in kept:
        yield _written(submission, folder, kept)


def _settled(submissions: list[Submission], complain: Callable[[InvalidInput], None]) -> Iterator[Arrival]:
    """Yield each submission once; one that came twice, or was corrected later, is told and left out."""
    for submission in submissions:
        fellows = [other for other in submissions if _same_sitting(submission, other)]
        best = max(fellows, key=lambda one: one.saved)
        rivals = [one for one in fellows if one.saved == best.saved and one.profile != best.profile]
        if rivals:
            other = rivals[0].file if submission is best else best.file
            message = Message("Diese Datei und {other} stammen aus derselben Sitzung und sagen Verschiedenes.", other=other)
            remedy = Message("Nachfragen, welche gilt, und die andere beiseite legen.")
            complain(InvalidInput((Problem(submission.file, message, remedy),)))
        elif submission is best:
            yield Arrival(submission, None)
        elif submission.profile == best.profile:
            yield Arrival(submission, None, remarks=(_twice(submission, best),))
        else:
            told = Message("{file}: später berichtigt, es gilt {other}.", file=_where(submission), other=_where(best))
            yield Arrival(submission, None, remarks=(told,))


def _same_sitting(one: Submission, other: Submission) -> bool:
    """Tell whether two submissions are one respondent's; on a shared device a sitting may hold two who said who they are."""
    if one.sitting or other.sitting:
        return one.sitting == other.sitting and one.profile.respondent == other.profile.respondent
    return one.profile == other.profile


def _twice(submission: Submission, best: Submission) -> Message:
    return Message("{file}: dieselben Antworten wie in {other}; sie zählen einmal.", file=_where(submission), other=_where(best))


def _where(submission: Submission) -> str:
    return f"{submission.file}, {submission.place}" if submission.place else submission.file


def _written(submission: Submission, folder: Path, kept: list[Submission]) -> Arrival:
    """Write a profile, unless it stands there already. Raises CannotWrite."""
    text = profile_text(submission.profile, shorts_of(submission.checklists))
    profile = submission.profile
    stem = slug(f"{profile.subject.name} {profile.respondent.label}")
    remarks = list(submission.remarks)
    others = [one for one in kept if one is not submission]
    namesakes = [one for one in others if _same_label(one, submission)]
    remarks += [_one_device(submission, one) for one in others if one.sitting and one.sitting == submission.sitting]
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}.yaml"
        if not path.exists():
            write_whole(path, text)
            if namesakes or number > 1:
                remarks.append(_namesake(submission))
            return Arrival(submission, path, fresh=True, remarks=tuple(remarks))
        if read_bytes(path) == text.encode():
            break
    return Arrival(submission, path, remarks=tuple(remarks))


def _same_label(one: Submission, other: Submission) -> bool:
    return one.profile.respondent == other.profile.respondent and one.profile.subject == other.profile.subject


def _one_device(submission: Submission, other: Submission) -> Message:
    return Message(
        "{file}: aus derselben Sitzung wie {other}, mit einer anderen Angabe, wer antwortet. Sind es wirklich zwei?",
        file=_where(submission),
        other=_where(other),
    )


def _namesake(submission: Submission) -> Message:
    return Message(
        "{file}: Von „{label}“ gibt es mehrere Profile. Sind es zwei Stellen, oder gilt nur eines?",
        file=_where(submission),
        label=submission.profile.respondent.label,
    )

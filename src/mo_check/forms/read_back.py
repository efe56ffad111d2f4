"""Reading what came back: one profile for each respondent, double and corrected submissions noticed, nothing overwritten."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.atomic import make_folder, write_whole
from mo_check.files.finding import profile_files
from mo_check.files.library import Library
from mo_check.files.profile_file import shorts_of
from mo_check.files.profile_text import profile_text
from mo_check.files.reading import is_there, read_bytes
from mo_check.forms.read.answer_files import ANSWER_SUFFIXES, read_answers
from mo_check.forms.read.submissions import Submission
from mo_check.interview.header_questions import slug
from mo_check.model.profile import Respondent, Subject


class WrittenProfile(NamedTuple):
    """The file of a profile; ``fresh`` tells whether it was written now or stood there already."""

    file: Path
    fresh: bool


def read_back(
    names: Iterable[Path], folder: Path, library: Library, complain: Callable[[InvalidInput], None]
) -> Iterator[WrittenProfile | Message]:
    """Read every file that is meant and write its profiles into a folder. Yields each, and what is to be said.

    A file read before is recognised by what it holds: nothing is written twice, and nothing that stands there is changed.
    Raises CannotWrite.
    """
    files = profile_files(names, complain, suffixes=ANSWER_SUFFIXES)
    kept: list[Submission] = []
    for one in _told_apart([s for path in files for s in read_answers(path, library, complain)], complain):
        if isinstance(one, Message):
            yield one
        else:
            kept.append(one)
    if kept:
        make_folder(folder)
    for place, submission in enumerate(kept):
        for remark in submission.remarks:
            yield Message("{file}: {what}", file=_where(submission), what=remark)
        yield from _same_sittings(submission, kept[:place])
        yield from _written(submission, folder, doubled=any(_who(one) == _who(submission) for one in kept[:place]))


def _told_apart(submissions: list[Submission], complain: Callable[[InvalidInput], None]) -> Iterator[Submission | Message]:
    """Yield each submission once; of one that came twice, or was corrected later, it is told which holds."""
    sittings: dict[str, list[Submission]] = {}
    for submission in submissions:
        sittings.setdefault(_sitting(submission), []).append(submission)
    for submission in submissions:
        fellows = sittings[_sitting(submission)]
        best = max(fellows, key=lambda one: one.saved)
        rivals = [one for one in fellows if one.saved == best.saved and one.profile != best.profile]
        if rivals:
            other = rivals[0].file if submission is best else best.file
            message = Message("Diese Datei und {other} stammen aus derselben Sitzung und sagen Verschiedenes.", other=other)
            remedy = Message("Nachfragen, welche gilt, und die andere beiseite legen.")
            complain(InvalidInput((Problem(submission.file, message, remedy),)))
        elif submission is best:
            yield submission
        elif submission.profile == best.profile:
            yield Message(
                "{file}: dieselben Antworten wie in {other}; sie zählen einmal.", file=_where(submission), other=_where(best)
            )
        else:
            yield Message("{file}: später berichtigt, es gilt {other}.", file=_where(submission), other=_where(best))


def _sitting(submission: Submission) -> str:
    """Return what is the same for all that one respondent sent: the sitting, else every answer.

    On a shared device one sitting may hold two respondents, who say who they are.
    """
    profile = submission.profile
    return submission.sitting + profile.respondent.model_dump_json() if submission.sitting else profile.model_dump_json()


def _where(submission: Submission) -> str:
    return f"{submission.file}, {submission.place}" if submission.place else submission.file


def _who(submission: Submission) -> tuple[Subject, Respondent]:
    return submission.profile.subject, submission.profile.respondent


def _same_sittings(submission: Submission, earlier: list[Submission]) -> Iterator[Message]:
    """Yield what only people can answer: whether it and an earlier one of the same sitting are two."""
    for other in earlier:
        if submission.sitting and other.sitting == submission.sitting:
            yield Message(
                "{file}: aus derselben Sitzung wie {other}, mit einer anderen Angabe, wer antwortet. Sind es wirklich zwei? "
                "Gilt nur eines: die andere Datei aus dem Ordner nehmen und ihr Profil löschen.",
                file=_where(submission),
                other=_where(other),
            )


def _written(submission: Submission, folder: Path, *, doubled: bool) -> Iterator[WrittenProfile | Message]:
    """Write a profile, unless it stands there already, beside those of the same name, which are asked after.

    ``doubled`` tells whether another one of this call is by the same respondent. Raises CannotWrite.
    """
    text = profile_text(submission.profile, shorts_of(submission.checklists))
    stem = slug(f"{submission.profile.subject.name} {submission.profile.respondent.label}")
    numbered = (f"{stem}{'' if number == 1 else f'-{number}'}.yaml" for number in count(1))
    taken = 0
    for path in (folder / name for name in numbered):
        if not is_there(path):
            write_whole(path, text)
            yield WrittenProfile(path, fresh=True)
            break
        if read_bytes(path) == text.encode():
            yield WrittenProfile(path, fresh=False)
            taken = 0
            break
        taken += 1
    if taken or doubled:
        yield _namesake(submission)


def _namesake(submission: Submission) -> Message:
    return Message(
        "{file}: Von „{label}“ gibt es mehrere Profile. Sind es zwei Stellen? "
        "Gilt nur eines: die andere Datei aus dem Ordner nehmen und ihr Profil löschen.",
        file=_where(submission),
        label=submission.profile.respondent.label,
    )

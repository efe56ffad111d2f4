"""Opening a profile for a sitting: going on with one, repeating one, or beginning one."""

from dataclasses import dataclass, replace
from pathlib import Path

from mo_check.errors import Interrupted, Message, UsageError
from mo_check.files.held_checklists import DEFAULT_CHECKLIST
from mo_check.files.library import Library
from mo_check.files.profiles import load_profile
from mo_check.files.reading import is_there
from mo_check.interview.header_questions import ask_who, proposed_file
from mo_check.interview.question import Choice, InterviewIO
from mo_check.interview.sitting import (
    OpenedSitting,
    Sitting,
    begin_profile,
    check_ready,
    offered_checklists,
    repeat_profile,
    resume_profile,
)
from mo_check.model.item import Perspective

_ALL = "all"


@dataclass(frozen=True, slots=True)
class SittingRequest:
    """What the respondent asked for: a profile that may be there, one to repeat, where to save, whose eyes, how much."""

    profile: Path | None
    again: Path | None
    output: Path | None
    perspective: Perspective | None
    quick: bool


def open_sitting(request: SittingRequest, sitting: Sitting, library: Library, io: InterviewIO) -> OpenedSitting:
    """Resume a profile that is there, repeat an older one, or begin a new one, saying first where it will be.

    Raises UsageError for wishes that exclude each other, InvalidInput, CannotWrite, and Interrupted when the respondent stops.
    """
    if request.again is not None and request.profile is not None:
        raise UsageError(Message("Entweder ein Profil oder --again, nicht beides."))
    if request.again is not None and request.quick:
        raise UsageError(Message("--quick gilt nur für ein neues Profil; --again wiederholt den Umfang des alten."))
    there = request.profile is not None and is_there(request.profile)
    if (there or request.again is not None) and request.perspective is not None:
        raise UsageError(Message("--perspective gilt nur für ein neues Profil; dieses hat seine Sicht schon."))
    if request.profile is not None and there:
        if request.quick or request.output:
            raise UsageError(Message("--quick und --output gelten nur für ein neues Profil."))
        return resume_profile(request.profile, sitting, library)
    if request.again is not None:
        old = load_profile(request.again, library)
        path = request.output or proposed_file(old.profile, sitting.day)
        begun = repeat_profile(old, path, sitting, library)
        say = io.language.say
        io.show.say(say("Das neue Profil liegt in {file}; {old} bleibt, wie es ist.", file=str(path), old=str(request.again)))
        return begun
    if request.output is not None and request.profile is not None:
        raise UsageError(Message("Entweder PROFIL oder --output, nicht beides."))
    check_ready(request.output or request.profile, sitting, library)
    return _begun(request, sitting, library, io)


def _begun(request: SittingRequest, sitting: Sitting, library: Library, io: InterviewIO) -> OpenedSitting:
    say = io.language.say
    io.show.say(say("Willkommen. Zuerst ein paar Angaben, dann die Fragen. Gesichert wird nach jeder Antwort."))
    settled = sitting.checklists or ((DEFAULT_CHECKLIST,) if request.quick else ())
    _introduce(settled, library, io)
    try:
        started = ask_who(io, request.perspective or Perspective.MUNICIPALITY, quick=request.quick)
        chosen = sitting.checklists or _chosen(request, library, io)
    except (KeyboardInterrupt, EOFError):
        raise Interrupted(Message("Unterbrochen. Es war noch nichts zu sichern.")) from None
    if not settled:
        _introduce(chosen, library, io)
    path = request.output or request.profile or proposed_file(started, sitting.day)
    io.show.say(say("Das Profil liegt in {file}.", file=str(path)))
    return begin_profile(started, path, replace(sitting, checklists=chosen), library)


def _introduce(names: tuple[str, ...], library: Library, io: InterviewIO) -> None:
    """Say what each checklist is about, as soon as it is settled which it will be."""
    for name in names:
        io.show.say(library.load(name).checklist.introduction)


def _chosen(request: SittingRequest, library: Library, io: InterviewIO) -> tuple[str, ...]:
    """Ask which checklists it shall be, where there is a choice; the quick check asks nothing before its questions."""
    found = offered_checklists(library, request.perspective or Perspective.MUNICIPALITY, quick=request.quick)
    names = tuple(one.checklist.id for one in found)
    if request.quick or len(names) < 2:  # noqa: PLR2004 - one is no choice
        return names[:1]
    choices = [Choice(str(n), one.checklist.id, one.checklist.title) for n, one in enumerate(found, start=1)]
    choices.append(Choice(str(len(found) + 1), _ALL, io.language.say("alle nacheinander")))
    answer = io.prompter.choose(io.language.say("Welche Checkliste"), tuple(choices))
    return names if answer == _ALL else (answer,)

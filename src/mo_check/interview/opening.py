"""Opening a profile for a sitting: going on with one, repeating one, or beginning one."""

from dataclasses import dataclass, replace
from pathlib import Path

from mo_check.errors import Interrupted, Message, UsageError
from mo_check.files.held_checklists import DEFAULT_CHECKLIST
from mo_check.files.library import Library
from mo_check.files.profiles import load_profile
from mo_check.interview.beginning import ask_who, proposed_file
from mo_check.interview.question import Choice, Doors
from mo_check.interview.sitting import Opened, Sitting, begin, offered, ready, repeat, resume
from mo_check.model.item import Perspective

_ALL = "all"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the respondent asked for: a profile that may be there, one to repeat, where to save, whose eyes, how much."""

    profile: Path | None
    again: Path | None
    output: Path | None
    perspective: Perspective | None
    quick: bool


def opened(wish: Wish, sitting: Sitting, library: Library, doors: Doors) -> Opened:
    """Resume a profile that is there, repeat an older one, or begin a new one, saying first where it will be.

    Raises UsageError for wishes that exclude each other, InvalidInput, and Interrupted when the respondent stops.
    """
    if wish.again is not None and wish.profile is not None:
        raise UsageError(Message("Entweder ein Profil oder --again, nicht beides."))
    if wish.again is not None and wish.quick:
        raise UsageError(Message("--quick gilt nur für ein neues Profil; --again wiederholt den Umfang des alten."))
    there = wish.again is not None or (wish.profile is not None and wish.profile.exists())
    if there and wish.perspective is not None:
        raise UsageError(Message("--perspective gilt nur für ein neues Profil; dieses hat seine Sicht schon."))
    if wish.profile is not None and wish.profile.exists():
        if wish.quick or wish.output:
            raise UsageError(Message("--quick und --output gelten nur für ein neues Profil."))
        return resume(wish.profile, sitting, library)
    if wish.again is not None:
        old = load_profile(wish.again, library)
        path = wish.output or proposed_file(old.profile, sitting.day)
        begun = repeat(old, path, sitting, library)
        say = doors.language.say
        doors.show.say(say("Das neue Profil liegt in {file}; {old} bleibt, wie es ist.", file=str(path), old=str(wish.again)))
        return begun
    if wish.output is not None and wish.profile is not None:
        raise UsageError(Message("Entweder PROFIL oder --output, nicht beides."))
    ready(wish.output or wish.profile, sitting, library)
    return _begun(wish, sitting, library, doors)


def _begun(wish: Wish, sitting: Sitting, library: Library, doors: Doors) -> Opened:
    say = doors.language.say
    doors.show.say(say("Willkommen. Zuerst fünf Angaben, dann die Fragen. Gesichert wird nach jeder Antwort."))
    settled = sitting.checklists or ((DEFAULT_CHECKLIST,) if wish.quick else ())
    _introduce(settled, library, doors)
    try:
        started = ask_who(doors, wish.perspective or Perspective.MUNICIPALITY, quick=wish.quick)
        chosen = sitting.checklists or _chosen(wish, library, doors)
    except (KeyboardInterrupt, EOFError):
        raise Interrupted(Message("Unterbrochen. Es war noch nichts zu sichern.")) from None
    if not settled:
        _introduce(chosen, library, doors)
    path = wish.output or wish.profile or proposed_file(started, sitting.day)
    doors.show.say(say("Das Profil liegt in {file}.", file=str(path)))
    return begin(started, path, replace(sitting, checklists=chosen), library)


def _introduce(names: tuple[str, ...], library: Library, doors: Doors) -> None:
    """Say what each checklist is about, as soon as it is settled which it will be."""
    for name in names:
        doors.show.say(library.load(name).checklist.introduction)


def _chosen(wish: Wish, library: Library, doors: Doors) -> tuple[str, ...]:
    """Ask which checklists it shall be, where there is a choice; the quick check asks nothing before its questions."""
    found = offered(library, wish.perspective or Perspective.MUNICIPALITY, quick=wish.quick)
    names = tuple(one.checklist.id for one in found)
    if wish.quick or len(names) < 2:  # noqa: PLR2004 - one is no choice
        return names[:1]
    choices = [Choice(str(n), one.checklist.id, one.checklist.title) for n, one in enumerate(found, start=1)]
    choices.append(Choice(str(len(found) + 1), _ALL, doors.language.say("alle nacheinander")))
    answer = doors.prompter.choose(doors.language.say("Welche Checkliste"), tuple(choices))
    return names if answer == _ALL else (answer,)

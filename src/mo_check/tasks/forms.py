"""Making a form from checklists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mo_check.content.library import Library
from mo_check.content.profiles import load_profile
from mo_check.errors import Message, UsageError
from mo_check.model.item import Perspective
from mo_check.model.profile import Subject
from mo_check.model.questionnaire import Form, Questionnaire
from mo_check.session.questionnaire import form_head, questionnaire


@dataclass(frozen=True, slots=True)
class FormWish:
    """What a form is to ask: which checklists, whom, about which municipality, how much, and in which languages."""

    checklists: tuple[str, ...]
    perspective: Perspective
    languages: tuple[str, ...]
    day: date
    for_: Path | None = None
    quick: bool = False


def made(wish: FormWish, library_for: Callable[[str], Library]) -> Form:
    """Return the form; ``library_for`` gives the checklists in a language. Raises InvalidInput, UsageError."""
    libraries = {tag: library_for(tag) for tag in wish.languages}
    subject = None
    if wish.for_ is not None:
        subject = load_profile(wish.for_, libraries[wish.languages[0]]).profile.subject
    texts = {tag: tuple(_asked(name, library, wish, subject) for name in wish.checklists) for tag, library in libraries.items()}
    leading = texts[wish.languages[0]]
    for held in leading:
        if not held.sections:
            raise UsageError(Message("Die Checkliste „{id}“ fragt diese Sicht nichts.", id=held.checklist.id))
    head = form_head(leading, wish.perspective, wish.languages, quick=wish.quick, subject=subject)
    return Form(head, texts, wish.day)


def _asked(name: str, library: Library, wish: FormWish, subject: Subject | None) -> Questionnaire:
    loaded = library.load(name)
    return questionnaire(loaded.checklist, loaded.german, loaded.digest, wish.perspective, quick=wish.quick, subject=subject)

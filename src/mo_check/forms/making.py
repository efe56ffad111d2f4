"""Making a form from checklists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mo_check.errors import Message, UsageError
from mo_check.files.library import Library
from mo_check.files.profiles import load_profile
from mo_check.forms.pure.composing import form_head, questionnaire
from mo_check.forms.pure.questionnaire import Form, Questionnaire
from mo_check.model.item import Perspective
from mo_check.model.profile import Subject


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What a form is to ask: which checklists, whom, about which municipality, how much, and in which languages."""

    checklists: tuple[str, ...]
    perspective: Perspective
    languages: tuple[str, ...]
    day: date
    for_: Path | None = None
    quick: bool = False


def make_form(request: FormRequest, library_for: Callable[[str], Library]) -> Form:
    """Return the form; ``library_for`` gives the checklists in a language, and none is asked twice.

    Raises InvalidInput, UsageError.
    """
    if request.perspective is Perspective.AGREED:
        raise UsageError(
            Message("Für „agreed“ gibt es keinen Fragebogen; gemeinsame Antworten hält „mo-check agree“ fest."),
            Message("Möglich sind: {words}.", words=tuple(one.value for one in Perspective if one is not Perspective.AGREED)),
        )
    libraries = {tag: library_for(tag) for tag in request.languages}
    subject = None
    if request.for_ is not None:
        subject = load_profile(request.for_, libraries[request.languages[0]]).profile.subject
    texts = {tag: tuple(_all_asked(library, request, subject)) for tag, library in libraries.items()}
    leading = texts[request.languages[0]]
    for held in leading:
        if not held.sections:
            raise UsageError(Message("Die Checkliste „{id}“ fragt diese Sicht nichts.", id=held.checklist.id))
    head = form_head(leading, request.perspective, request.languages, quick=request.quick, subject=subject)
    return Form(head, texts, request.day)


def _all_asked(library: Library, request: FormRequest, subject: Subject | None) -> Iterator[Questionnaire]:
    """Yield what each checklist asks, once, whether it is named by its id or by its file."""
    seen = set()
    for name in request.checklists:
        held = _asked(name, library, request, subject)
        if (held.checklist.id, held.digest) not in seen:
            seen.add((held.checklist.id, held.digest))
            yield held


def _asked(name: str, library: Library, request: FormRequest, subject: Subject | None) -> Questionnaire:
    loaded = library.load(name)
    return questionnaire(
        loaded.checklist, loaded.german, loaded.digest, request.perspective, quick=request.quick, subject=subject
    )

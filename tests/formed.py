"""Forms made of small checklists, without a file."""

from datetime import date

from builders import DIGEST
from mo_check.forms.pure.composing import form_head, questionnaire
from mo_check.forms.pure.questionnaire import Form, Questionnaire
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective
from mo_check.model.profile import Subject, SubjectKind

CITY = Subject(name="Musterstadt", kind=SubjectKind.TOWN)


def asked(held: Checklist, *, quick: bool = False, subject: Subject | None = None) -> Questionnaire:
    """Return what a checklist asks the municipality."""
    return questionnaire(held, held, DIGEST, Perspective.MUNICIPALITY, quick=quick, subject=subject)


def form(held: Checklist, *tags: str, subject: Subject | None = None) -> Form:
    """Return the form of a checklist in some languages, German unless told otherwise; its texts are the same in each."""
    one = (asked(held, subject=subject),)
    head = form_head(one, Perspective.MUNICIPALITY, tags or ("de",), quick=False, subject=subject)
    return Form(head, dict.fromkeys(tags or ("de",), one), date(2026, 11, 14))

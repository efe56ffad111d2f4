"""What a form asks about the respondent and about what may become of the answers, whatever kind of file it is."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from mo_check.document.value_names import KINDS, LANDS
from mo_check.forms.pages.form_words import WHO
from mo_check.forms.pure.form_head import PLACE_ONLY
from mo_check.forms.pure.questionnaire import Form
from mo_check.interview.consent_questions import NOTES_ALOUD, PASS_ON, READ_ALOUD
from mo_check.interview.header_questions import JOINT
from mo_check.languages import msgid
from mo_check.model.answer import ReadAloud
from mo_check.model.consent import ASKED_TO_PASS_ON
from mo_check.model.item import Perspective
from mo_check.model.profile import PassOn

ALOUD_CHOICES = tuple((one.value, text) for one, text in READ_ALOUD.items())
"""What may be done with a text: the value and the msgid of each."""
_PASS_ON_CHOICES = ((PassOn.YES.value, msgid("ja")), (PassOn.NO.value, msgid("nein")))
Value = TypeVar("Value", bound=StrEnum)


class HeadQuestion(NamedTuple):
    """A question that is no item: the key of its field, its msgid, and what can be chosen, a value and a msgid each.

    ``default`` is the value that holds where nothing is said; what is ``needed`` has to be filled in.
    """

    key: str
    prompt: str
    choices: tuple[tuple[str, str], ...] = ()
    default: str = ""
    needed: bool = True


def _choices(named: Mapping[Value, str]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, text) for one, text in named.items())


def opening_questions(form: Form) -> Iterator[HeadQuestion]:
    """Yield what is asked before the items: which municipality it is, where the form does not know, and who answers."""
    if form.subject is None:
        if form.head.perspective in PLACE_ONLY:
            yield HeadQuestion("name", msgid("Um welchen Ort geht es (Stadt, Gemeinde oder Kreis)"))
        else:
            yield HeadQuestion("name", msgid("Name der Kommune"))
            yield HeadQuestion("kind", msgid("Art der Kommune"), tuple((kind.value, text) for kind, text in KINDS.items()))
            yield HeadQuestion(
                "land", msgid("Bundesland"), tuple((land.value, text) for land, text in LANDS.items()), needed=False
            )
    yield HeadQuestion("label", WHO)
    if form.head.perspective is Perspective.MIGRANT_ORGANISATION:
        yield HeadQuestion("joint", JOINT, needed=False)


def closing_questions(form: Form) -> Iterator[HeadQuestion]:
    """Yield what is asked after the items: what may become of the words and of the answers."""
    yield HeadQuestion("read_aloud", NOTES_ALOUD, ALOUD_CHOICES, ReadAloud.NO.value, needed=False)
    if form.head.perspective in ASKED_TO_PASS_ON:
        yield HeadQuestion("pass_on", PASS_ON, _PASS_ON_CHOICES, PassOn.NO.value, needed=False)

"""What may become of somebody's words and answers: every place that quotes a respondent asks here.

The rules stand in docs/method.md, Anonymity and disclosure control.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from mo_check.errors import Message
from mo_check.model.answer import Answer, Elsewhere, NotApplicable, ReadAloud
from mo_check.model.item import Perspective
from mo_check.model.profile import PassOn, Profile

ASKED_TO_PASS_ON = frozenset({Perspective.DEPARTMENT, Perspective.MIGRANT_ORGANISATION})
"""Whose answers go on to others only with a yes of theirs."""


class Audience(Enum):
    """Who reads, by what a text has to allow: everybody a page may reach, or only whoever leads a workshop."""

    EVERYBODY = frozenset({ReadAloud.YES})
    LEADER = frozenset({ReadAloud.YES, ReadAloud.IN_SUBSTANCE})


class QuotedText(NamedTuple):
    """A text of a respondent that may be shown; ``in_substance`` where it may be told in other words only."""

    text: str
    in_substance: bool


def quoted_notes(profile: Profile, answer: Answer, audience: Audience = Audience.EVERYBODY) -> Iterator[QuotedText]:
    """Yield the note and the evidence of an answer that an audience may see: both follow what the profile allows."""
    for text in (answer.note, answer.evidence):
        if text and profile.read_aloud in audience.value:
            yield QuotedText(text, profile.read_aloud is ReadAloud.IN_SUBSTANCE)


def quoted_text(answer: Answer, audience: Audience = Audience.EVERYBODY) -> QuotedText | None:
    """Return the free text of an answer that an audience may see; each text says for itself what it allows."""
    if answer.text is None or answer.read_aloud not in audience.value:
        return None
    return QuotedText(answer.text, answer.read_aloud is ReadAloud.IN_SUBSTANCE)


def without_words(answer: Answer, unsaid: str) -> Answer:
    """Return an answer without note and evidence, and with ``unsaid`` for a reason and for who does it."""
    given = answer.given
    if isinstance(given, NotApplicable):
        given = given._replace(reason=unsaid)
    elif isinstance(given, Elsewhere):
        given = given._replace(who=unsaid)
    return answer._replace(given=given, note=None, evidence=None)


def as_told(profile: Profile, answer: Answer, unsaid: str) -> Answer:
    """Return an answer as others may see it: its words stay where the profile allows that they are read aloud."""
    return answer if profile.read_aloud is ReadAloud.YES else without_words(answer, unsaid)


def not_passed_on(number: int, among: int) -> Message:
    """Return what is to be said of so many profiles, among all that were named, that may not go on to others."""
    return Message(
        "Nicht dabei, weil ein Verein oder Fachamt die Weitergabe nicht erlaubt hat (pass_on: yes): {number} von {all} Profilen.",
        number=number,
        all=among,
    )


def may_be_passed_on(profile: Profile) -> bool:
    """Tell whether the answers of a profile may go on to others, without names."""
    return profile.respondent.perspective not in ASKED_TO_PASS_ON or profile.pass_on is PassOn.YES

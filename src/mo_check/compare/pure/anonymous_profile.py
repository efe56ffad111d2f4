"""A profile without what could tell whose it is (docs/method.md, Anonymity and disclosure control)."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple, TypeVar

from mo_check.compare.pure.frozen_conditions import fallen, frozen
from mo_check.model.answer import Answer, AnswerFields, NotApplicable, Position, ReadAloud, fields_of
from mo_check.model.checklist import Checklist
from mo_check.model.profile import ChecklistAnswers, Land, Profile, Respondent, Subject, SubjectKind
from mo_check.model.types import Frozen

_CLASSES = {500_000: 500_000, 100_000: 200_000, 20_000: 50_000, 5_000: 10_000, 1: 2_500}
"""The number that stands for a size class, by the least number of people in it."""
_LARGEST = 500_000
"""From this size on, a city is one of few: its federal state is left out too."""
_CITY_STATES = frozenset({Land.BE, Land.HB, Land.HH})
"""Of these hardly anybody else is in the federal state: it names the city, its neighbour or a borough of it."""


class Fate(Enum):
    """What becomes of a field: it is copied, told in coarser words, copied only by choice, or not told at all."""

    KEPT = "kept"
    BLURRED = "blurred"
    CHOSEN = "chosen"
    DROPPED = "dropped"


FATES: dict[type[Frozen], Mapping[str, Fate]] = {
    Profile: {
        "format": Fate.KEPT,
        "subject": Fate.BLURRED,
        "respondent": Fate.BLURRED,
        "language": Fate.DROPPED,
        "scope": Fate.KEPT,
        "remark": Fate.BLURRED,
        "read_aloud": Fate.CHOSEN,
        "pass_on": Fate.KEPT,
        "checklists": Fate.BLURRED,
    },
    Subject: {
        "name": Fate.BLURRED,
        "kind": Fate.BLURRED,
        "land": Fate.BLURRED,
        "population": Fate.BLURRED,
        "ags": Fate.DROPPED,
    },
    Respondent: {"perspective": Fate.KEPT, "label": Fate.BLURRED, "joint": Fate.DROPPED},
    ChecklistAnswers: {"version": Fate.KEPT, "digest": Fate.KEPT, "answers": Fate.BLURRED},
    AnswerFields: {
        "level": Fate.KEPT,
        "options": Fate.KEPT,
        "text": Fate.CHOSEN,
        "read_aloud": Fate.CHOSEN,
        "status": Fate.KEPT,
        "who": Fate.BLURRED,
        "reason": Fate.BLURRED,
        "positions": Fate.BLURRED,
        "note": Fate.CHOSEN,
        "evidence": Fate.CHOSEN,
        "date": Fate.BLURRED,
        "wording": Fate.KEPT,
    },
    Position: {"label": Fate.BLURRED, "level": Fate.KEPT},
}
"""Every field of every class that a profile is made of; one that does not stand here is not told."""

Part = TypeVar("Part", bound=Frozen)


class Unsaid(NamedTuple):
    """The words that stand in the place of what is left out: names of subject and respondent, a remark, and ``nobody``."""

    subject: str
    label: str
    remark: str
    nobody: str


class Kept(NamedTuple):
    """What is kept although it is free text, because somebody chose so and its author allows that it is read aloud."""

    notes: bool = False
    evidence: bool = False


def anonymous(
    profile: Profile, unsaid: Unsaid, kept: Kept, *, checklists: Mapping[str, Checklist], earlier: Mapping[str, int]
) -> Profile:
    """Return a profile built from the fields that may stay, each as ``FATES`` has it.

    A size stands for its class and a day for its year. City states, whatever lies in one and the largest cities lose their
    federal state; city states are plain cities. What did not apply because of such a fact is kept as an answer, so that scores
    stay the same; ``checklists`` are the known ones by id. ``earlier`` is, by checklist, on how many days the same respondent
    ended answering it before, in the year of the last answer: so many days after the first of January its answers of that
    year are dated. An answer that is a text stays with the notes;
    no words stay that may not be read aloud.
    """
    subject = _subject(profile, unsaid, checklists.values())
    beside = kept if profile.read_aloud is ReadAloud.YES else Kept()
    aloud = profile.read_aloud if kept.notes or kept.evidence else None
    held = {}
    for name, one in profile.checklists.items():
        day = _calendar(profile.answered_on(name), earlier.get(name, 0))
        left = {item: _answer(answer, unsaid, kept, beside, day) for item, answer in one.answers.items()}
        answers = {item: told for item, told in left.items() if told is not None}
        if name in checklists:
            answers = _as_it_applied(answers, profile, subject, checklists[name], unsaid)
        held[name] = _built(one, answers=answers)
    respondent = _built(profile.respondent, label=unsaid.label)
    return _built(profile, subject=subject, respondent=respondent, remark=unsaid.remark, read_aloud=aloud, checklists=held)


def _built(part: Part, **anew: object) -> Part:
    """Return a part of the same class made of its kept fields and of what is told anew; nothing else of it is seen."""
    kept = {name: getattr(part, name) for name, fate in FATES[type(part)].items() if fate is Fate.KEPT}
    return type(part).model_validate(kept | anew)


def _subject(profile: Profile, unsaid: Unsaid, checklists: Collection[Checklist]) -> Subject:
    """Return the subject with the number of its size class, or without one where that would make an item fall away."""
    blurred, unsized = (_coarse(profile.subject, unsaid, sized=sized) for sized in (True, False))
    losing = [[fallen(profile, subject, checklist) for checklist in checklists] for subject in (blurred, unsized)]
    return blurred if losing[0] == losing[1] else unsized


def _coarse(subject: Subject, unsaid: Unsaid, *, sized: bool) -> Subject:
    people = subject.population or 0
    size = next((stands for least, stands in _CLASSES.items() if people >= least), None)
    few = subject.kind is SubjectKind.CITY_STATE or subject.land in _CITY_STATES or people >= _LARGEST
    kind = SubjectKind.CITY if subject.kind is SubjectKind.CITY_STATE else subject.kind
    return _built(subject, name=unsaid.subject, kind=kind, land=None if few else subject.land, population=size if sized else None)


def _calendar(last: date | None, earlier: int) -> Callable[[date], date]:
    """Return how the days of a checklist are told: as the first of their year, those of the last year counted on."""

    def told(day: date) -> date:
        counted = earlier if last is not None and day.year == last.year else 0
        return date(day.year, 1, 1) + timedelta(days=counted)

    return told


def _answer(answer: Answer, unsaid: Unsaid, kept: Kept, beside: Kept, day: Callable[[date], date]) -> Answer | None:
    held = AnswerFields.model_validate(fields_of(answer))
    if held.text is not None and (not kept.notes or held.read_aloud is not ReadAloud.YES):
        return None
    return _built(
        held,
        text=held.text,
        read_aloud=held.read_aloud,
        note=held.note if beside.notes else None,
        evidence=held.evidence if beside.evidence else None,
        who=unsaid.nobody if held.who is not None else None,
        reason=unsaid.nobody if held.reason is not None else None,
        positions=None if held.positions is None else tuple(_built(one, label=unsaid.nobody) for one in held.positions),
        date=day(held.date) if held.date else None,
    ).answer()


def _as_it_applied(
    answers: Mapping[str, Answer], profile: Profile, subject: Subject, checklist: Checklist, unsaid: Unsaid
) -> dict[str, Answer]:
    """Return the answers with those frozen that did not apply, and without those that could not be told any more."""
    gone = fallen(profile, subject, checklist)
    found = {item: answer for item, answer in answers.items() if item not in gone}
    for item in frozen(profile, subject, checklist):
        said = NotApplicable(unsaid.nobody)
        told = found.get(item)
        found[item] = Answer(said, told.note, told.evidence, told.date) if told else Answer(said)
    return found

"""A profile without what could tell whose it is (docs/method.md, Anonymity and disclosure control)."""

from datetime import date
from typing import NamedTuple

from mo_check.model.profile import Answer, ChecklistAnswers, Land, Profile, Status, Subject, SubjectKind

_CLASSES = {500_000: 500_000, 100_000: 200_000, 20_000: 50_000, 5_000: 10_000, 1: 2_500}
"""The number that stands for a size class, by the least number of people in it."""
_LARGEST = 500_000
"""From this size on, a city is one of few: its federal state is left out too."""
_CITY_STATES = frozenset({Land.BE, Land.HB, Land.HH})
"""Of these hardly anybody else is in the federal state: it names the city, its neighbour or a borough of it."""


class Unsaid(NamedTuple):
    """The words that stand in the place of what is left out: names of subject and respondent, a remark, and ``nobody``."""

    subject: str
    label: str
    remark: str
    nobody: str


class Kept(NamedTuple):
    """What is kept although it is free text, because somebody chose so."""

    notes: bool = False
    evidence: bool = False


def anonymous(profile: Profile, unsaid: Unsaid, kept: Kept) -> Profile:
    """Return a profile without names, labels, official key, free texts and days; the size stands for its class.

    Days become the first of their year. City states, whatever lies in one and the largest cities lose their federal state;
    city states are plain cities. A note or evidence stays only where it is to be kept; an answer that is a text stays with
    the notes.
    """
    respondent = profile.respondent.model_copy(update={"label": unsaid.label})
    checklists = {name: _checklist(held, unsaid, kept) for name, held in profile.checklists.items()}
    update = {"subject": _subject(profile.subject, unsaid), "respondent": respondent, "remark": unsaid.remark}
    return profile.model_copy(update=update | {"checklists": checklists})


def _subject(subject: Subject, unsaid: Unsaid) -> Subject:
    population = subject.population
    size = next((stands for least, stands in _CLASSES.items() if population >= least), None) if population else None
    few = subject.kind is SubjectKind.CITY_STATE or subject.land in _CITY_STATES or (size or 0) >= _LARGEST
    kind = SubjectKind.CITY if subject.kind is SubjectKind.CITY_STATE else subject.kind
    update = {"name": unsaid.subject, "ags": None, "population": size, "kind": kind}
    return subject.model_copy(update=update | ({"land": None} if few else {}))


def _checklist(held: ChecklistAnswers, unsaid: Unsaid, kept: Kept) -> ChecklistAnswers:
    answers = {item: told for item, answer in held.answers.items() if (told := _answer(answer, unsaid, kept)) is not None}
    return held.model_copy(update={"answers": answers})


def _answer(answer: Answer, unsaid: Unsaid, kept: Kept) -> Answer | None:
    if answer.text is not None and not kept.notes:
        return None
    update: dict[str, object] = {"date": date(answer.date.year, 1, 1) if answer.date else None}
    update |= {} if kept.notes else {"note": None}
    update |= {} if kept.evidence else {"evidence": None}
    if answer.status is Status.ELSEWHERE:
        update["who"] = unsaid.nobody
    if answer.status is Status.NOT_APPLICABLE:
        update["reason"] = unsaid.nobody
    if answer.positions is not None:
        update["positions"] = tuple(p.model_copy(update={"label": unsaid.nobody}) for p in answer.positions)
    return answer.model_copy(update=update)

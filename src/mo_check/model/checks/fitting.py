"""Whether the answers of a profile fit the checklist they were given to."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mo_check.errors import Message
from mo_check.model.answer import Answer, Status
from mo_check.model.answer_sheet import Plain, plain_fields
from mo_check.model.checklist import Checklist
from mo_check.model.issue import Issue, Path
from mo_check.model.item import NONE_OPTION, Item, ItemKind, Perspective
from mo_check.model.per_checklist import per_checklist
from mo_check.model.profile import Profile
from mo_check.model.rules import KindIs, PopulationAtLeast
from mo_check.model.types import version_number


def check_subject(profile: Profile) -> Iterator[Issue]:
    """Yield what is missing of the subject: an administration says of what kind it is, others may name the place only."""
    if profile.subject.kind is None and profile.respondent.perspective is Perspective.MUNICIPALITY:
        message = Message("Hier fehlt „{key}“.", key="kind")
        yield Issue(("subject", "kind"), message, Message("Den Schlüssel mit einem Wert ergänzen."))


def renamed(profile: Profile, checklist: Checklist) -> Profile:
    """Return the profile with answers given under an item's former id moved to its present one; nothing is lost."""
    held = profile.checklists.get(checklist.id)
    former = _former(checklist)
    if held is None or former.keys().isdisjoint(held.answers):
        return profile
    present = held.answers.keys()
    moved = {i: a for i, a in held.answers.items() if former.get(i) not in present}
    answers = {former.get(item_id, item_id): answer for item_id, answer in moved.items()}
    entry = held.model_copy(update={"answers": answers})
    return profile.model_copy(update={"checklists": dict(profile.checklists) | {checklist.id: entry}})


@per_checklist
def _former(checklist: Checklist) -> Mapping[str, str]:
    """Return the present id of every former one."""
    return {old: item.id for dimension in checklist.dimensions for item in dimension.items for old in item.renamed_from}


class _Fits(NamedTuple):
    """An item with the usual answers to it: its levels, or its options without „none“."""

    item: Item
    levels: frozenset[str]
    options: frozenset[str]

    def usual(self, answer: Plain) -> bool:
        """Tell whether there is no need to look closer at an answer."""
        if "status" in answer:
            return answer["status"] is Status.UNKNOWN or answer["status"] is Status.SKIPPED
        if (options := answer.get("options")) is not None:
            return self.options.issuperset(options) and 0 < len(options) == len(set(options))
        return answer.get("level") in self.levels


@per_checklist
def _fitting(checklist: Checklist) -> Mapping[str, _Fits]:
    return {item.id: _fits(item) for dimension in checklist.dimensions for item in dimension.items}


def _fits(item: Item) -> _Fits:
    select = item.kind is ItemKind.SELECT
    levels = frozenset(level.id for level in item.levels if not select)
    return _Fits(item, levels, frozenset(option.id for option in item.options if select and option.id != NONE_OPTION))


def check_profile(profile: Profile, checklist: Checklist) -> Iterator[Issue]:
    """Yield every answer that does not fit the checklist. Answers to retired items are kept and never complained of."""
    held = profile.checklists.get(checklist.id)
    if held is None:
        return
    at: Path = ("checklists", checklist.id, "answers")
    fitting = _fitting(checklist)
    for item_id, answer in plain_fields(held.answers).items():
        fits = fitting.get(item_id)
        if fits is None:
            newer = version_number(held.version) > version_number(checklist.version)
            yield _unknown(item_id, (*at, item_id), tuple(fitting), newer=newer)
        elif fits.item.retired is None and not fits.usual(answer):
            yield from _answer(held.answers[item_id], fits.item, (*at, item_id))


def _unknown(item_id: str, at: Path, known: tuple[str, ...], *, newer: bool) -> Issue:
    message = Message("Das Kriterium „{id}“ gibt es nicht.", id=item_id)
    if newer:
        return Issue(at, message, Message("Das Profil kennt eine neuere Fassung der Checkliste: bitte mo-check erneuern."))
    return Issue(at, message, known=known)


def _answer(answer: Answer, item: Item, at: Path) -> Iterator[Issue]:
    wanted = {ItemKind.SELECT: "options", ItemKind.TEXT: "text"}.get(item.kind, "level")
    for name in ("level", "options", "text"):
        away = name == "level" and answer.status is Status.ELSEWHERE and item.kind is not ItemKind.TEXT
        if getattr(answer, name) is not None and name != wanted and not away:
            message = Message(
                "„{id}“ wird mit „{wanted}“ beantwortet, nicht mit „{given}“.", id=item.id, wanted=wanted, given=name
            )
            yield Issue((*at, name), message)
    levels = tuple(level.id for level in item.levels)
    if (wanted == "level" or answer.status is Status.ELSEWHERE) and answer.level is not None and answer.level not in levels:
        yield Issue((*at, "level"), Message("Die Stufe „{id}“ gibt es hier nicht.", id=answer.level), known=levels)
    for n, position in enumerate(answer.positions):
        if position.level not in levels:
            message = Message("Die Stufe „{id}“ gibt es hier nicht.", id=position.level)
            yield Issue((*at, "positions", n, "level"), message, known=levels)
    if item.kind is ItemKind.SELECT and answer.options is not None:
        yield from _options(answer.options, item, (*at, "options"))
    for_all = item.na == "never" and not isinstance(item.condition, KindIs | PopulationAtLeast)  # a fact may take it from some
    if answer.status is Status.NOT_APPLICABLE and for_all:
        message = Message("„trifft nicht zu“ gibt es hier nicht: diese Frage stellt sich jeder Kommune.")
        yield Issue((*at, "status"), message, Message("„unknown“ wählen oder eine Stufe nennen."))


def _options(chosen: tuple[str, ...], item: Item, at: Path) -> Iterator[Issue]:
    known = tuple(option.id for option in item.options)
    if not chosen:
        yield Issue(at, Message("Es ist nichts gewählt."), Message("Eine Auswahl nennen oder den Status „unknown“."))
    for n, option in enumerate(chosen):
        if option not in known:
            yield Issue((*at, n), Message("Die Auswahl „{id}“ gibt es hier nicht.", id=option), known=known)
        elif option in chosen[:n]:
            yield Issue((*at, n), Message("„{id}“ steht hier zweimal.", id=option))
    if NONE_OPTION in chosen and len(set(chosen)) > 1:
        yield Issue(at, Message("„none“ schließt alles andere aus."))

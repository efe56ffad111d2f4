"""A respondent who answers everything a checklist asks, in every way it can be answered, and what they type to say so."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mo_check.files.library import Library
from mo_check.forms.pure.composing import questionnaire
from mo_check.forms.pure.questionnaire import AskedItem
from mo_check.interview.question import Action
from mo_check.model.item import NONE_OPTION, ItemKind, Perspective

TEXTS = (
    'Im Protokoll: „Räume“ & "Zeiten"',
    '=HYPERLINK("http://example.org")',
    "<script>alert(1)</script> [/1] {{ 7*7 }}",
    "+49 30 1234, siehe Anlage; Seite 3",
    "Straße, größer als <3 🙂",
    "-- @SUM(A1) ${name} \\ C:\\neu",
)
"""One line each, and each a trap for some reader."""


class Reply(NamedTuple):
    """What is said to one question: ids, or a status with an underscore before it, or a text; and what stands beside it."""

    asked: AskedItem
    chosen: tuple[str, ...] = ()
    text: str = ""
    detail: str = ""
    note: str = ""
    evidence: str = ""
    nothing_in_row: bool = False
    """Nothing in the whole row of a matrix, which this question opens."""

    @property
    def item(self) -> str:
        """Return the id of the item."""
        return self.asked.item.id


def replies(
    name: str, perspective: Perspective, *, quick: bool = False, evidence: bool = True, folder: Path | None = None
) -> tuple[Reply, ...]:
    """Return the replies to every question, in order; the first row of a matrix is told to be empty."""
    loaded = Library(folder=folder).load(name)
    asked = tuple(questionnaire(loaded.checklist, loaded.german, loaded.digest, perspective, quick=quick).asked())
    parents = {one.waits.item for one in asked if one.waits}
    emptied = next((one.item.row for one in asked if Action.NOTHING_HERE in one.actions), None)
    found = []
    for number, one in enumerate(asked):
        if emptied and one.item.row == emptied and one.item.nothing:
            if Action.NOTHING_HERE in one.actions:
                found.append(Reply(one, nothing_in_row=True))
            continue
        found.append(_reply(one, number, evidence=evidence, high=one.item.id in parents))
    return tuple(found)


def _reply(one: AskedItem, number: int, *, evidence: bool, high: bool) -> Reply:
    note = TEXTS[number % len(TEXTS)] if number % 4 == 0 and one.item.kind is not ItemKind.TEXT else ""
    proof = TEXTS[(number + 1) % len(TEXTS)] if evidence and number % 6 == 0 and one.item.kind is not ItemKind.TEXT else ""
    beside = {"note": note, "evidence": proof}
    if one.item.kind is ItemKind.TEXT:
        return Reply(one, text=TEXTS[number % len(TEXTS)])
    if high:
        return Reply(one, (one.choices[-1].id,), **beside)
    if number % 7 == 3:
        return Reply(one, ("_unknown",), **beside)
    if number % 7 == 4 and Action.NOT_APPLICABLE in one.actions:
        return Reply(one, ("_not_applicable",), detail=TEXTS[number % len(TEXTS)], **beside)
    if number % 7 == 5:
        return Reply(one, ("_elsewhere",), detail="Landkreis", **beside)
    if one.several:
        own = [choice.id for choice in one.choices if choice.id != NONE_OPTION]
        return Reply(one, (NONE_OPTION,) if number % 5 == 0 and len(own) < len(one.choices) else tuple(own[::2]), **beside)
    return Reply(one, (one.choices[number % len(one.choices)].id,), **beside)


def consent_of(perspective: Perspective, yes: str = "yes") -> dict[str, str]:
    """Return what a respondent of a perspective allows at the end, by the keys of a profile: everything they are asked."""
    return {"read_aloud": yes} | ({} if perspective is Perspective.MUNICIPALITY else {"pass_on": yes})


def typed(said: tuple[Reply, ...], *, passed_on: bool = False) -> Iterator[str]:
    """Yield the lines by which the same is said to ``assess --plain`` in German.

    Notes may be read aloud, and free answers be told in substance; with ``passed_on`` the answers may be passed on, which only
    departments and associations are asked.
    """
    noted = False
    for reply in said:
        for key, text in (("n", reply.note), ("b", reply.evidence)):
            if text:
                yield from (key, text) if noted else (key, text, "1")
                noted = True
        if reply.nothing_in_row:
            yield "0"
        elif reply.text:
            yield from (reply.text, "2")
        elif reply.chosen[0] == "_unknown":
            yield "w"
        elif reply.chosen[0].startswith("_"):
            yield from ("x" if reply.chosen[0] == "_not_applicable" else "a", reply.detail)
        else:
            keys = {choice.id: choice.key for choice in reply.asked.choices}
            yield " ".join(keys[one] for one in reply.chosen)
    yield from ("1", "1") if passed_on else ("1",)

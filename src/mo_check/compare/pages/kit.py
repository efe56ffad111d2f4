"""The facilitator's kit: a guide through the workshop, a page to hand out, and steps to choose from."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from mo_check.compare.pages.agenda_table import agenda_table
from mo_check.compare.pages.kit_items import item_pages, step_tables
from mo_check.compare.pages.perspective_page import missing_entries, side_warnings
from mo_check.compare.pages.side_words import SIDES, agree_typed, type_word
from mo_check.compare.pure.agenda import Agenda
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.sides import ComparedItem
from mo_check.document.blocks import (
    Block,
    Commands,
    Document,
    Fact,
    Heading,
    ListEntry,
    Listing,
    Paragraph,
)
from mo_check.languages import Language, msgid
from mo_check.model.consent import Audience
from mo_check.model.item import Perspective
from mo_check.model.source import Source
from mo_check.report.first_page import method_facts

FILES: Mapping[str, str] = {"guide": msgid("leitfaden"), "handout": msgid("handzettel"), "steps": msgid("schritte")}
"""The files of a kit without their suffix."""
_RULES = (
    msgid("Jede Antwort stimmt für die, die sie gegeben haben. Wer sie nicht versteht, fragt nach."),
    msgid("Niemand muss sagen, welcher Punkt der eigene ist."),
    msgid("Wer in der Freizeit kommt, spricht zuerst."),
    msgid("Die Zahlen sind ein Anlass zum Reden und kein Zeugnis."),
    msgid("Was vereinbart wird, bekommt einen Namen und einen Tag. Was strittig bleibt, wird als strittig aufgeschrieben."),
)
_BEFORE = (
    msgid("Den Termin mit den Vereinen abstimmen; abends oder am Samstag können meist mehr."),
    msgid("Den Handzettel eine Woche vorher schicken und fragen, wer beim Verstehen oder Übersetzen Hilfe braucht."),
    msgid("Klären, wer leitet. Am besten jemand, der weder Geld vergibt noch bekommt."),
    msgid("Fahrtkosten und Kinderbetreuung anbieten, etwas zu trinken hinstellen."),
    msgid("Den Leitfaden lesen und zu jeder Frage ein eigenes Beispiel bereithalten."),
    msgid("Eine Wand oder Tafel für die Vereinbarungen freihalten; jemanden bitten, mitzuschreiben und auf die Uhr zu sehen."),
)
_CLOSING = (
    msgid("Alle Vereinbarungen noch einmal laut lesen: was, wer, bis wann. Stimmt das so?"),
    msgid("Was strittig blieb, in einem Satz je Seite festhalten."),
    msgid("Aus der Liste der Schritte die auswählen, die wirklich jemand übernimmt. Drei reichen."),
    msgid("Sagen, wer das Protokoll bis wann an alle schickt und wann man sich wieder trifft."),
    msgid("Jede Person darf noch einen Satz sagen. Dann pünktlich Schluss."),
)


class Kit(NamedTuple):
    """What a kit is made from: the comparisons with their sources, the agenda, and whether labels are shown.

    ``named`` is what the profiles were named by in the call, where that may be shown.
    """

    comparisons: tuple[Comparison, ...]
    sources: tuple[Source, ...]
    agenda: Agenda
    names: bool = False
    named: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The name of what is talked about."""
        return self.comparisons[0].subjects[0].name

    @property
    def day(self) -> date | None:
        """The day of the last answer of those who may be seen."""
        days = [one.day for comparison in self.comparisons for one in comparison.open if one.day]
        return max(days, default=None)

    def comparison_of(self, compared: ComparedItem) -> Comparison:
        """Return the comparison that an item stems from."""
        return next(c for c in self.comparisons if c.checklist.item(compared.item.id) is not None)


def kit_guide(kit: Kit, language: Language) -> Document:
    """Return the guide: purpose, rules, agenda, and everything for each item, from opening to closing."""
    say = language.say
    blocks: list[Block] = [
        *side_warnings(kit.comparisons[0], language),
        Heading(say("Wozu")),
        Paragraph(_purpose(kit, language)),
        Heading(say("Vorher")),
        _list(_BEFORE, language),
        Heading(say("Regeln, die am Anfang gesagt werden")),
        _list(_RULES, language),
        Heading(say("Ablauf")),
        agenda_table(kit.agenda, language),
        *_opening(kit, language),
    ]
    for number, slot in enumerate(kit.agenda.slots, start=1):
        blocks += item_pages(slot, number, kit.comparison_of(slot.compared), kit.sources, language, names=kit.names)
    blocks += [Heading(say("Zum Schluss ({minutes} Minuten)", minutes=kit.agenda.closing)), _list(_CLOSING, language)]
    blocks += [*_not_today(kit.agenda, language), *_after(kit, language)]
    title = say("Leitfaden für den Workshop: {subject}", subject=kit.subject)
    return Document(language.tag, title, _lines(kit, language), tuple(blocks), day=kit.day, facts=_facts(kit, language))


def _facts(kit: Kit, language: Language) -> tuple[Fact, ...]:
    """Return what the kit rests on: each checklist with its version, the paper, and whose choices there are."""
    checklists = {c.checklist.id: c.checklist for c in kit.comparisons}
    first, *others = (method_facts(checklist, kit.sources, language) for checklist in checklists.values())
    say = language.say
    ours = (
        say("Agenda, Arten und Schwellen hat mo-check festgelegt, nicht das Papier.")
        if kit.sources
        else say("Agenda, Arten und Schwellen hat mo-check festgelegt.")
    )
    return (first[0], *(other[0] for other in others), *first[1:], Fact(language.say("Workshop"), ours))


def kit_handout(kit: Kit, language: Language) -> Document:
    """Return the page for everybody: purpose, rules, agenda, and the questions."""
    say = language.say
    questions = tuple(_question(slot.compared, kit, language) for slot in kit.agenda.slots)
    blocks: list[Block] = [
        Paragraph(_purpose(kit, language)),
        Heading(say("So reden wir miteinander")),
        _list(_RULES, language),
        Heading(say("Ablauf")),
        agenda_table(kit.agenda, language),
        Heading(say("Worüber wir sprechen")),
        Listing(questions, numbered=True),
        Paragraph(say("Sie finden, etwas fehlt? Sagen Sie es am Anfang oder schreiben Sie es auf die Rückseite.")),
    ]
    return Document(language.tag, say("Workshop: {subject}", subject=kit.subject), (), tuple(blocks), day=kit.day)


def kit_steps(kit: Kit, language: Language) -> Document:
    """Return the steps to choose from, for each item of the agenda and each side that can take one."""
    say = language.say
    blocks: list[Block] = [
        Paragraph(say("Ankreuzen, was jemand übernimmt. Drei Schritte, die geschehen, sind mehr als zehn, die liegen bleiben."))
    ]
    for slot in kit.agenda.slots:
        blocks += step_tables(slot.compared, kit.comparison_of(slot.compared), language)
    title = say("Schritte zur Auswahl: {subject}", subject=kit.subject)
    return Document(language.tag, title, _lines(kit, language), tuple(blocks), day=kit.day)


def _purpose(kit: Kit, language: Language) -> str:
    return language.count(
        "In {minutes} Minuten sprechen wir über {number} Frage, bei der sich das Reden am meisten lohnt, und schreiben auf, "
        "was alle mittragen. Es geht nicht darum, wer recht hat.",
        "In {minutes} Minuten sprechen wir über die {number} Fragen, bei denen sich das Reden am meisten lohnt, und schreiben "
        "auf, was alle mittragen. Es geht nicht darum, wer recht hat.",
        len(kit.agenda.slots),
        minutes=kit.agenda.minutes,
    )


def _lines(kit: Kit, language: Language) -> tuple[str, ...]:
    sides = kit.comparisons[0].sides
    answered = language.listing(tuple(f"{language.say(SIDES[side])} ({len(held)})" for side, held in sides.items()))
    return (language.say("Geantwortet haben: {sides}", sides=answered),)


def _list(texts: Iterable[str], language: Language) -> Listing:
    return Listing(tuple(ListEntry(language.say(text)) for text in texts))


def _opening(kit: Kit, language: Language) -> list[Block]:
    """Return what the opening names: what both sides see as met, and what they say is missing."""
    say = language.say
    blocks: list[Block] = [Heading(say("Zum Einstieg ({minutes} Minuten)", minutes=kit.agenda.opening))]
    strengths = language.listing(tuple(one.item.short for one in kit.agenda.strengths))
    if strengths:
        blocks.append(
            Paragraph(f"{strengths}.", say("Das läuft aus Sicht aller gut oder ist kaum noch ein Hindernis; sagen Sie es zuerst"))
        )
    else:
        blocks.append(
            Paragraph(say("Noch sieht niemand etwas gemeinsam erfüllt. Beginnen Sie mit dem, was die Menschen herführt."))
        )
    missing = [one for comparison in kit.comparisons for one in _missing(comparison, kit, language)]
    if missing:
        told = say(
            "Das fehlt aus Sicht der Befragten. Lesen Sie zwei oder drei vor, die das erlauben, und fragen Sie, was noch fehlt:"
        )
        blocks += [Paragraph(told), Listing(tuple(missing))]
    return blocks


def _missing(comparison: Comparison, kit: Kit, language: Language) -> list[ListEntry]:
    return missing_entries(comparison, language, names=kit.names, audience=Audience.LEADER)


def _question(compared: ComparedItem, kit: Kit, language: Language) -> ListEntry:
    """Return an item in the plainest words that were asked here: those for associations, else those for the administration."""
    if Perspective.MIGRANT_ORGANISATION not in kit.comparison_of(compared).sides:
        return ListEntry(compared.item.short, (compared.item.question,))
    asked = compared.item.seen_by(Perspective.MIGRANT_ORGANISATION)
    if asked is None:
        return ListEntry(
            compared.item.short, (compared.item.question, language.say("Die Vereine wurden das noch nicht gefragt."))
        )
    return ListEntry(compared.item.short, (asked.question,))


def _not_today(agenda: Agenda, language: Language) -> list[Block]:
    if not agenda.not_today:
        return []
    by_type: dict[str, list[str]] = {}
    for one in agenda.not_today:
        by_type.setdefault(type_word(one, language), []).append(one.item.short)
    told = (Paragraph(f"{language.listing(tuple(names))}.", kind) for kind, names in by_type.items())
    return [Heading(language.say("Heute nicht")), *told]


def _after(kit: Kit, language: Language) -> list[Block]:
    say = language.say
    text = say("Das Vereinbarte lässt sich als gemeinsames Profil festhalten; die Runde sieht dabei noch einmal alle Antworten.")
    further = agree_typed(kit.comparisons, kit.named, language)
    return [
        Heading(say("Nachher")),
        Paragraph(text),
        *([Commands(say("Weiter mit"), further)] if further else []),
    ]

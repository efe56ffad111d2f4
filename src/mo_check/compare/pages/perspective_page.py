"""One municipality seen by several: what they miss, what is worth talking about, and how far the sides agree."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from mo_check.compare.pages.dot_plot import dot_plots
from mo_check.compare.pages.side_words import (
    MEANINGS,
    SIDES,
    TYPES,
    in_substance,
    middle_words,
    type_word,
    voice_label,
    what_is_seen,
)
from mo_check.compare.pure.agenda import in_order, worth_talking
from mo_check.compare.pure.agreement import alpha
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.side_differences import DifferenceRow, SideDifference, difference_rows
from mo_check.compare.pure.sides import ComparedItem, ratings
from mo_check.document.blocks import Block, Cell, Column, Heading, ListEntry, Listing, Number, Paragraph, Points, Role, Table
from mo_check.languages import Language, msgid
from mo_check.model.assessment import Assessment
from mo_check.model.consent import Audience, QuotedText, quoted_text
from mo_check.model.disclosure_control import LEAST
from mo_check.model.item import Perspective
from mo_check.report import words
from mo_check.scoring.assessing import as_points

_MISSING_SIDE = {
    Perspective.MUNICIPALITY: msgid("Die Verwaltung hat nicht geantwortet."),
    Perspective.MIGRANT_ORGANISATION: msgid("Kein Verein hat geantwortet."),
}
_SINGLE = {
    Perspective.MUNICIPALITY: msgid("Für die Verwaltung spricht nur ein Profil."),
    Perspective.DEPARTMENT: msgid("Für die Fachämter spricht nur ein Profil."),
    Perspective.MIGRANT_ORGANISATION: msgid("Für die Vereine spricht nur ein Profil."),
}


def perspective_blocks(comparison: Comparison, top: int, language: Language, *, names: bool) -> list[Block]:
    """Return the page: warnings, what is missing, items worth talking about, dimensions, all items, agreement."""
    items = comparison.items
    return [
        *side_warnings(comparison, language),
        *_missing(comparison, language, names=names),
        *_types(items, language),
        *_worth_talking(items, comparison, top, language, names=names),
        *_differences(items, language),
        *_all_items(items, comparison, language),
        *_agreement(comparison, language),
    ]


def side_warnings(comparison: Comparison, language: Language) -> list[Block]:
    """Return a warning for a side that is missing, for which one speaks alone, or that stays hidden altogether."""
    say, sides = language.say, comparison.sides
    found = [(say("Eine Seite fehlt"), say(text)) for side, text in _MISSING_SIDE.items() if side not in sides]
    found += [(say("Eine Stimme allein"), say(text)) for side, text in _SINGLE.items() if len(sides.get(side, ())) == 1]
    found += [(say("Eine Stimme, gemeinsam"), told) for told in _joint(comparison, language)]
    small = [side for side in comparison.hiding if side in sides and len(sides[side]) - comparison.doubtful.get(side, 0) < LEAST]
    found += [
        (
            say("Nicht gezeigt"),
            say("{side}: weniger als {least} Antworten, darum bleibt diese Seite verborgen.", side=say(SIDES[side]), least=LEAST),
        )
        for side in small
    ]
    return [Paragraph(text, label, Role.ALERT) for label, text in found]


def _joint(comparison: Comparison, language: Language) -> Iterator[str]:
    """Yield, of every side that shows its people, which answers were filled in by several together."""
    for side, held in comparison.sides.items():
        for told in (words.joint_words(one.profile.respondent, language) for one in held if side not in comparison.hiding):
            if told:
                yield language.say("{side}: {told}; das zählt als eine Stimme.", side=language.say(SIDES[side]), told=told)


def _missing(comparison: Comparison, language: Language, *, names: bool) -> list[Block]:
    entries = missing_entries(comparison, language, names=names)
    heading = language.say("Was aus Sicht der Befragten fehlt")
    return [Heading(heading), Listing(tuple(entries))] if entries else []


def missing_entries(
    comparison: Comparison, language: Language, *, names: bool, audience: Audience = Audience.EVERYBODY
) -> list[ListEntry]:
    """Return what respondents say is missing and an audience may see, by side; labels only with ``names``.

    Nothing is told of a side that hides its people.
    """
    entries = []
    for side, held in comparison.sides.items():
        if side in comparison.hiding:
            continue
        for assessment in held:
            label = voice_label(assessment.profile, language, names=names)
            texts = _texts(assessment, audience)
            entries += [ListEntry(one.text, (label, *in_substance(one, language))) for one in texts]
    return entries


def _texts(assessment: Assessment, audience: Audience) -> Iterator[QuotedText]:
    for result in assessment.items():
        if result.item.asks_missing and result.answer and (told := quoted_text(result.answer, audience)):
            yield told


def _types(items: Sequence[ComparedItem], language: Language) -> list[Block]:
    """Return how many items are of each type, with what the type means."""
    say = language.say
    numbers = {kind: sum(1 for one in items if one.type is kind) for kind in TYPES}
    rows = tuple((say(TYPES[kind]), Number(n), say(MEANINGS[kind])) for kind, n in numbers.items() if n)
    if not rows:
        return []
    columns = (Column(say("Art")), Column(say("Fragen"), number=True), Column(say("Was das heißt")))
    return [Heading(say("Wo man sich einig ist und wo nicht")), Table(columns, rows)]


def _worth_talking(
    items: Sequence[ComparedItem], comparison: Comparison, top: int, language: Language, *, names: bool
) -> list[Block]:
    found = worth_talking(items)[:top]
    if not found:
        return []
    note = language.say("Jeder Punkt ist eine Antwort; markiert ist die Mitte jeder Seite.")
    blocks: list[Block] = [Heading(language.say("Darüber lohnt sich das Gespräch")), Paragraph(note, role=Role.NOTE)]
    for one in found:
        blocks += item_blocks(one, comparison, language, names=names)
    return blocks


def item_blocks(one: ComparedItem, comparison: Comparison, language: Language, *, names: bool) -> list[Block]:
    """Return one item as the sides see it: its name and type, who sees what, and the answers as dots."""
    title = f"{one.item.short} ({type_word(one, language)})"
    return [
        Heading(title, 3),
        Paragraph(what_is_seen(one, language)),
        *dot_plots(one, language, comparison.sides if names else None),
    ]


def _differences(items: Sequence[ComparedItem], language: Language) -> list[Block]:
    """Return how far the sides lie apart in each dimension, over what they were asked alike; nothing where that is nothing."""
    say = language.say
    rows = difference_rows(items)
    if not rows:
        return []
    columns = (
        Column(say("Handlungsfeld")),
        Column(say("Seite")),
        Column(say("Mittel")),
        Column(say("Seite")),
        Column(say("Mittel")),
        Column(say("Unterschied"), number=True),
        Column(say("Fragen"), number=True),
    )
    drawn = tuple(_difference(row, row.pairs[0], language) for row in rows)
    note = say(
        "Nur über Fragen, in denen beide Seiten nach demselben gefragt wurden, mit gleichen Stufen. Gezeigt ist das Paar, das am "
        "weitesten auseinanderliegt."
    )
    return [Heading(say("Handlungsfelder: gleich gefragt")), Table(columns, drawn, total=True), Paragraph(note, role=Role.NOTE)]


def _difference(row: DifferenceRow, pair: SideDifference, language: Language) -> tuple[Cell, ...]:
    say = language.say
    label = row.dimension.label if row.dimension else say("Gesamt")
    ends = [
        (say(SIDES[side]), Points(value, as_points(value))) for side, value in ((pair.higher, pair.high), (pair.lower, pair.low))
    ]
    return (label, *ends[0], *ends[1], language.number(pair.difference * 100), Number(pair.items))


def _all_items(items: Sequence[ComparedItem], comparison: Comparison, language: Language) -> list[Block]:
    """Return every item with its type and the middle of each side in its own words, what is worth talking about first."""
    say = language.say
    order = in_order(items)
    if not order:
        return []
    sides = tuple(comparison.sides)
    columns = (Column(say("Kriterium")), Column(say("Art")), *(Column(say(SIDES[side])) for side in sides))
    rows: list[tuple[Cell, ...]] = []
    for one in order:
        middles = (middle_words(answers, language) if (answers := one.of(side)) else "–" for side in sides)
        rows.append((one.item.short, type_word(one, language), *middles))
    return [Heading(say("Alle gemeinsamen Fragen")), Table(columns, tuple(rows))]


def _agreement(comparison: Comparison, language: Language) -> list[Block]:
    """Return Krippendorff's α of each side of five or more, and over all heads where nobody hides."""
    say, sides = language.say, comparison.sides
    entries = []
    for side, held in sides.items():
        if len(held) - comparison.doubtful.get(side, 0) >= LEAST and side not in comparison.hiding:
            entries.append(ListEntry(f"{say(SIDES[side])} ({len(held)}): {_alpha(held, language)}"))
    everybody = [a for held in sides.values() for a in held]
    if len(everybody) - sum(comparison.doubtful.values()) >= LEAST and len(sides) > 1 and not comparison.hiding:
        counted = say("alle Köpfe gezählt, ohne Rücksicht auf die Seiten")
        entries.append(ListEntry(f"{say('Alle')} ({len(everybody)}): {_alpha(everybody, language)}", (counted,)))
    if not entries:
        return []
    note = say("1 heißt volle Einigkeit, 0 so viel wie durch Zufall (Krippendorffs Alpha, ordinal).")
    return [Heading(say("Wie einig sind sich die Befragten?")), Listing(tuple(entries)), Paragraph(note, role=Role.NOTE)]


def _alpha(held: Sequence[Assessment], language: Language) -> str:
    say = language.say
    found = alpha(ratings(held))
    if found is None:
        return say("nicht bestimmbar, weil alle gleich geantwortet haben oder zu wenige dieselbe Frage")
    value, low, high = (language.number(Fraction(n), 2) for n in (found.value, found.low or 0, found.high or 0))
    if found.low is None or found.high is None:
        return value
    return say("{value} (zwischen {low} und {high})", value=value, low=low, high=high)

"""One item of a workshop: the question, the answers, the paper's view, prompts for the talk, room for the decision, steps."""

from collections.abc import Mapping
from fractions import Fraction

from mo_check.compare.pages.dot_plot import dot_plots
from mo_check.compare.pages.side_words import ADDRESSED, NOT_ASKED, SIDES, in_substance, type_word, voice_label, what_is_seen
from mo_check.compare.pure.agenda import Slot
from mo_check.compare.pure.comparing import Comparison
from mo_check.compare.pure.sides import ComparedItem, ItemType
from mo_check.document.blocks import Block, Column, Heading, ListEntry, Listing, Paragraph, Role, Table
from mo_check.languages import Language, msgid
from mo_check.model.consent import Audience, quoted_notes
from mo_check.model.item import GapBand, Item, Step
from mo_check.model.source import Source, Statement
from mo_check.report.words import step_details

_PROMPTS: Mapping[ItemType, tuple[str, str]] = {
    ItemType.REACHES_FEW: (
        msgid("Wer erlebt es so, wer nicht, und woran liegt das?"),
        msgid("Was müsste geschehen, damit es bei allen ankommt?"),
    ),
    ItemType.PERCEPTION_GAP: (
        msgid("Woran machen Sie Ihre Antwort fest? Jede Seite erzählt ein Beispiel aus dem letzten Jahr."),
        msgid("Was müsste geschehen, damit beide Seiten eine Stufe höher antworten?"),
    ),
    ItemType.DIVIDED: (
        msgid("Wer hat damit gute Erfahrungen gemacht, und was war da anders?"),
        msgid("Woran liegt der Unterschied: an Personen, an Themen, an der Größe des Vereins?"),
    ),
    ItemType.EXPERIENCED: (
        msgid("Wer hat damit gute Erfahrungen gemacht, und was war da anders?"),
        msgid("Woran liegt der Unterschied: an Personen, an Themen, an der Größe des Vereins?"),
    ),
    ItemType.ORGANISED: (
        msgid("Welches Amt macht es wie, und was spricht dort dafür?"),
        msgid("Was davon kann ein anderes Amt übernehmen?"),
    ),
    ItemType.APPLICABILITY: (
        msgid("Wer ist dafür zuständig, und wissen das alle hier im Raum?"),
        msgid("Wenn es woanders geschieht: Wer ruft dort an und erzählt beim nächsten Mal, was dabei herauskam?"),
    ),
    ItemType.UNKNOWN: (
        msgid("Wer hier weiß etwas darüber, und woher?"),
        msgid("Wen fragen wir bis wann, und wie erfahren es danach alle?"),
    ),
    ItemType.SHARED_GAP: (
        msgid("Was wäre der kleinste Schritt, den man in vier Wochen sehen könnte?"),
        msgid("Wer müsste dabei sein, der heute fehlt?"),
    ),
}
_BLANKS = 2
_DETAILS = 3
"""The place of a step's details in the table of steps; where no step has any, the column is left out."""
"""So many empty rows are left for what is decided."""
_TICK = "☐"


def item_pages(
    slot: Slot, number: int, comparison: Comparison, sources: tuple[Source, ...], language: Language, *, names: bool
) -> list[Block]:
    """Return everything a facilitator needs for one item, in the order in which it is needed."""
    say, one = language.say, slot.compared
    minutes = say("{minutes} Minuten · {type}", minutes=slot.minutes, type=type_word(one, language))
    return [
        Heading(f"{number}. {one.item.short}"),
        Paragraph(minutes),
        *_questions(one, comparison, language),
        Heading(say("Die Antworten"), 3),
        Paragraph(what_is_seen(one, language)),
        *dot_plots(one, language, comparison.sides if names else None),
        *_notes(one, comparison, language, names=names),
        *_paper(one, sources, language),
        *_talk(one, language),
        *_decision(one, language),
    ]


def _questions(one: ComparedItem, comparison: Comparison, language: Language) -> list[Block]:
    """Return the question in the words of each side, and whose view is still to be heard."""
    blocks: list[Block] = []
    for side in comparison.sides:
        item = one.item.seen_by(side)
        if item is None:
            blocks.append(Paragraph(language.say(NOT_ASKED[side]), language.say("Noch nicht gehört"), Role.ALERT))
        else:
            blocks.append(Paragraph(item.question, language.say(ADDRESSED[side])))
    return blocks


def _notes(one: ComparedItem, comparison: Comparison, language: Language, *, names: bool) -> list[Block]:
    """Return what respondents wrote beside their answers and let be told, by side; nothing of a side that hides its people."""
    entries = []
    for side, held in comparison.sides.items():
        for assessment in held if side not in comparison.hiding else ():
            answer = assessment.profile.answers(comparison.checklist.id).get(one.item.id)
            label = voice_label(assessment.profile, language, names=names)
            if answer is not None:
                texts = quoted_notes(assessment.profile, answer, Audience.LEADER)
                entries += [ListEntry(one.text, (label, *in_substance(one, language))) for one in texts]
    told = language.say("Dazu wurde geschrieben und darf vorgelesen werden, wo nichts anderes dabeisteht:")
    return [Paragraph(told), Listing(tuple(entries))] if entries else []


def _paper(one: ComparedItem, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return what the paper says about the item, in our words, and the reflection question that fits."""
    say = language.say
    statements = {s.id: s for source in sources for s in source.statements}
    told = [statements[i] for i in one.item.statements if i in statements]
    blocks: list[Block] = []
    if told:
        entries = tuple(ListEntry(s.text, (_cited(s, language),)) for s in told)
        blocks += [Heading(say("Was das Papier dazu sagt"), 3), Listing(entries)]
    questions = [statements[i] for i in one.dimension.reflect if i in statements]
    return [*blocks, *(Paragraph(f"{s.text} ({_cited(s, language)})", say("Zum Nachdenken")) for s in questions[:1])]


def _cited(statement: Statement, language: Language) -> str:
    return language.say("Abschnitt „{section}“", section=statement.section)


def _talk(one: ComparedItem, language: Language) -> list[Block]:
    if one.type is None or one.type not in _PROMPTS:
        return []
    prompts = tuple(ListEntry(language.say(prompt)) for prompt in _PROMPTS[one.type])
    return [Heading(language.say("Für das Gespräch"), 3), Listing(prompts)]


def _decision(one: ComparedItem, language: Language) -> list[Block]:
    """Return room for what is decided: the level or a dispute, and who does what until when."""
    say = language.say
    levels = tuple(ListEntry(f"{_TICK} {level.label}", (level.sees,) if level.sees else ()) for level in one.item.levels)
    disputed = ListEntry(f"{_TICK} {say('strittig')}", (say("Beide Sichten in je einem Satz aufschreiben."),))
    columns = (Column(say("Was geschieht")), Column(say("Wer")), Column(say("Bis wann")))
    return [
        Heading(say("So steht es heute; darauf einigen wir uns"), 3),
        Listing((*levels, disputed)),
        Heading(say("Das vereinbaren wir"), 3),
        Table(columns, tuple(("", "", "") for _ in range(_BLANKS)), blank=True),
    ]


def step_tables(one: ComparedItem, comparison: Comparison, language: Language) -> list[Block]:
    """Return the steps that the sides could take, each with who acts, until when, effort and effect, and room for a name."""
    say = language.say
    rows = []
    for answers in one.sides:
        item = one.item.seen_by(answers.side)
        steps = _steps(item, answers.median, comparison) if item is not None else []
        rows += [(_TICK, say(SIDES[answers.side]), step.text, step_details(step, language), "") for step in steps]
    if not rows:
        return []
    heads = ("", say("Für wen"), say("Schritt"), say("Vorschlag"), say("Wer, bis wann"))
    told = [place for place, head in enumerate(heads) if head != heads[_DETAILS] or any(row[_DETAILS] for row in rows)]
    kept = dict.fromkeys(tuple(row[place] for place in told) for row in rows)
    return [Heading(one.item.short), Table(tuple(Column(heads[place]) for place in told), tuple(kept))]


def _steps(item: Item, median: Fraction | None, comparison: Comparison) -> list[Step]:
    """Return the steps for where a side stands; both where that is not known, none where all is reached."""
    if median is None:
        bands: tuple[GapBand, ...] = tuple(GapBand)
    else:
        bands = (GapBand.UNMET,) if median == item.least else (GapBand.PARTIAL,) if median < item.most else ()
    return [comparison.checklist.step(item.steps[band]) for band in bands if band in item.steps]

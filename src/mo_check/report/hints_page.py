"""The hints at the answers of a profile, as a page: asked back about, never scolded."""

from collections.abc import Iterable, Iterator
from datetime import date

from mo_check.document.blocks import Block, Document, Heading, ListEntry, Listing, Paragraph
from mo_check.files.profiles import LoadedProfile
from mo_check.languages import Language, msgid
from mo_check.model.assessment import Assessment
from mo_check.scoring.assessing import assess
from mo_check.scoring.hints import Hint, HintKind, hints

_HEADINGS = {
    HintKind.NO_EVIDENCE: msgid("Höchste Stufe, noch ohne Beleg"),
    HintKind.CONTRADICTION: msgid("Passt das zusammen?"),
    HintKind.OUTDATED: msgid("Lange nicht angesehen"),
}


def hints_page(assessment: Assessment, found: Iterable[Hint], language: Language) -> Document:
    """Return the hints of one assessment, grouped by kind."""
    say = language.say
    held = tuple(found)
    blocks: list[Block] = []
    for kind, heading in _HEADINGS.items():
        entries = tuple(_entry(hint, assessment, language) for hint in held if hint.kind is kind)
        if entries:
            blocks += [Heading(say(heading)), Listing(entries)]
    if not blocks:
        blocks.append(Paragraph(say("Keine Rückfragen.")))
    head = f"{say('Rückfragen')} · {assessment.title}"
    whose = assessment.profile.respondent.label  # of several profiles of one city, nothing else tells them apart
    return Document(language.tag, assessment.profile.subject.name, (head, whose), tuple(blocks))


def _entry(hint: Hint, assessment: Assessment, language: Language) -> ListEntry:
    say = language.say
    match hint.kind:
        case HintKind.NO_EVIDENCE:
            return ListEntry(hint.item.short, (hint.item.valid_if,) if hint.item.valid_if else ())
        case HintKind.CONTRADICTION if hint.contradiction is not None:
            other = assessment.checklist.item(hint.contradiction.low)
            names = language.listing((hint.item.short, other.short if other else hint.contradiction.low))
            return ListEntry(names, (hint.contradiction.text,))
        case _:
            told = language.count("vor {number} Monat beantwortet", "vor {number} Monaten beantwortet", hint.months)
            return ListEntry(
                hint.item.short,
                (told, say("Hier lohnt sich alle {number} Monate ein neuer Blick.", number=hint.item.review_months or 0)),
            )


def hints_pages(loaded: LoadedProfile, today: date, language: Language) -> Iterator[Document]:
    """Yield, for every score of a profile, the page of its hints."""
    for held in loaded.checklists:
        for assessment in assess(held.checklist, loaded.profile):
            yield hints_page(assessment, hints(assessment, today), language)

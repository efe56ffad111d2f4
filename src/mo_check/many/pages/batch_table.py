"""The table of many profiles: a row for each, or for each item; a table for each checklist where there are several."""

from collections.abc import Iterable, Mapping
from datetime import date

from mo_check.document.blocks import Block, Cell, Column, Document, Heading, Mark, Number, Paragraph, Range, Role, Share, Table
from mo_check.languages import Language, msgid
from mo_check.many.pure.records import ItemRecord, Record, ResultRecord
from mo_check.model.assessment import Shown
from mo_check.model.standing import Standing
from mo_check.scoring.assessing import as_points

Key = tuple[str, str | None]
"""A checklist and one of its separate scores."""
_STANDINGS = {standing.value: standing for standing in Standing}
_NUMBERS = (msgid("Wert"), msgid("Spanne"), msgid("beantwortet"), msgid("Engpässe"))


def batch_text(records: Iterable[Record], titles: Mapping[Key, str], failed: int, language: Language) -> Document:
    """Return the records as tables; ``failed`` files have none."""
    say = language.say
    found: dict[Key, list[Record]] = {}
    for record in records:
        found.setdefault((record.checklist or "", record.score), []).append(record)
    blocks: list[Block] = []
    for key, held in found.items():
        blocks += [Heading(titles[key]), _table(held, language)]
    if failed:
        text = language.count(
            "{number} Datei ließ sich nicht auswerten.", "{number} Dateien ließen sich nicht auswerten.", failed
        )
        blocks.append(Paragraph(text, role=Role.ALERT))
    return Document(language.tag, say("Auswertung vieler Profile"), (), tuple(blocks))


def _table(records: list[Record], language: Language) -> Table:
    say = language.say
    who = (Column(say("Kommune")), Column(say("Sicht")))
    if isinstance(records[0], ItemRecord):
        found = (Column(say("Kriterium")), Column(say("Stand")), Column(say("Stufe")))
        return Table((*who, *found), tuple(_item_row(r, language) for r in records if isinstance(r, ItemRecord)))
    numbers = [Column(say(head), number=True) for head in _NUMBERS]
    rows = tuple(_result_row(r, language) for r in records if isinstance(r, ResultRecord))
    return Table((*who, Column(say("Stand")), *numbers), rows)


def _result_row(record: ResultRecord, language: Language) -> tuple[Cell, ...]:
    number = record.display if record.shown == Shown.NUMBER else None
    return (
        record.name or "",
        record.respondent or "",
        language.date(date.fromisoformat(record.answered_on)) if record.answered_on else "",
        Number(number),
        Range(as_points(record.low), as_points(record.high)),
        Share(record.coverage),
        Number(len(record.bottlenecks or ())),
    )


def _item_row(record: ItemRecord, language: Language) -> tuple[Cell, ...]:
    standing = _STANDINGS[record.standing or Standing.OPEN]
    level = record.level or ", ".join(record.options or ())
    return (
        record.name or "",
        record.respondent or "",
        record.item or "",
        Mark(standing, language.say(standing.word)),
        level,
    )

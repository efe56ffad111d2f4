"""What many profiles say together: distributions, the most common gaps, the survey's figures today, and groups."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from mo_check.document import value_names
from mo_check.document.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Heading,
    ListEntry,
    Listing,
    Number,
    Paragraph,
    Role,
    Share,
    Table,
)
from mo_check.languages import Language, msgid
from mo_check.many.pages.quartile_tables import groups_blocks, scores_blocks
from mo_check.many.pure.statistics import ItemStatistics, Statistics
from mo_check.model.item import Perspective
from mo_check.model.source import Source
from mo_check.model.standing import Standing
from mo_check.report.first_page import method_facts
from mo_check.report.survey_figures import figure_value

MOST = 10
"""So many gaps and unknowns are listed."""

_WITHOUT_VALUE = tuple(standing for standing in Standing if not standing.scored)
_HEADS = {Standing.ELSEWHERE: msgid("woanders")}
"""Shorter than the word of the standing."""


def statistics_pages(
    parts: Sequence[Statistics], perspective: Perspective, left_out: int, day: date | None, language: Language
) -> list[Document]:
    """Return a page for each checklist and score; ``left_out`` profiles see with other eyes than ``perspective``.

    ``day`` is that of the last answer.
    """
    say = language.say
    lines = [say(value_names.PERSPECTIVES[perspective])]
    if left_out:
        text = language.count(
            "{number} Profil einer anderen Sicht bleibt außen vor",
            "{number} Profile einer anderen Sicht bleiben außen vor",
            left_out,
        )
        lines.append(text)
    head = (" · ".join(lines),)
    return [
        Document(
            language.tag,
            say("Statistik über viele Profile"),
            (part.title, *head),
            tuple(_part(part, language)),
            name=part.title,
            day=day,
            facts=_facts(part, language),
        )
        for part in parts
    ]


def _facts(part: Statistics, language: Language) -> tuple[Fact, ...]:
    """Return what the figures rest on."""
    told = [source for source in part.sources if any(source.statement(one.statement.id) for one in part.figures)]
    caveats = (Fact(language.say("Zahlen von {year}", year=one.surveyed.year), one.surveyed.caveat) for one in told)
    return (*method_facts(part.checklist, part.sources, language), *caveats)


def _part(part: Statistics, language: Language) -> list[Block]:
    return [
        *_profiles(part, language),
        *scores_blocks(part, language),
        *_common(part, language),
        *_items(part, language),
        *_figures(part, language),
        *groups_blocks(part, language),
    ]


def _profiles(part: Statistics, language: Language) -> list[Block]:
    said = [language.count("{number} Profil.", "{number} Profile.", part.profiles)]
    if part.quick:
        said.append(
            language.count(
                "{number} davon ist ein Kurzcheck und zählt nur bei Kriterien und Vergleichszahlen.",
                "{number} davon sind Kurzchecks und zählen nur bei Kriterien und Vergleichszahlen.",
                part.quick,
            )
        )
    blocks: list[Block] = [Paragraph(" ".join(said))]
    if part.repeated:
        text = language.count(
            "{number} Profil zählt nicht: Von derselben Stelle gibt es spätere oder dieselben Antworten.",
            "{number} Profile zählen nicht: Von denselben Stellen gibt es spätere oder dieselben Antworten.",
            part.repeated,
        )
        blocks.append(Paragraph(text, role=Role.ALERT))
    return blocks


def _common(part: Statistics, language: Language) -> list[Block]:
    """Return the most common gaps and the most common unknowns."""
    say = language.say
    gaps = sorted((i for i in part.items if i.gaps), key=lambda i: (-Fraction(i.gaps, i.scored), -i.gaps))[:MOST]
    unknown = sorted((i for i in part.items if i.unknown), key=lambda i: -i.unknown)[:MOST]
    lists = (
        (
            say("Die häufigsten Lücken"),
            [(i, say("bei {value} von {of} nicht ganz erfüllt", value=i.gaps, of=i.scored)) for i in gaps],
        ),
        (say("Am häufigsten ohne Antwort"), [(i, say("bei {value} unbekannt oder offen", value=i.unknown)) for i in unknown]),
    )
    blocks: list[Block] = []
    for title, held in lists:
        if held:
            entries = tuple(ListEntry(f"{i.item.short} ({i.dimension.label}): {text}") for i, text in held)
            blocks += [Heading(title), Listing(entries, numbered=True)]
    return blocks


def _items(part: Statistics, language: Language) -> list[Block]:
    """Return how the items stand."""
    say = language.say
    if not part.items:
        return []
    columns = (
        Column(say("Kriterium")),
        Column(say("gewertet"), number=True),
        Column(say("erfüllt"), number=True),
        Column(say("Mitte"), number=True),
        *(Column(say(_HEADS.get(standing, standing.word)), number=True) for standing in _WITHOUT_VALUE),
    )
    return [Heading(say("Kriterien")), Table(columns, tuple(_item(i) for i in part.items))]


def _item(item: ItemStatistics) -> tuple[Cell, ...]:
    return (
        item.item.short,
        Number(item.scored),
        Share(item.met_share),
        Number(item.values.median),
        *(Number(item.standings[standing]) for standing in _WITHOUT_VALUE),
    )


def _figures(part: Statistics, language: Language) -> list[Block]:
    """Return the figures of each survey beside those of today."""
    tables = [_figure_table(part, source, language) for source in part.sources if source.survey]
    held = [table for table in tables if table.rows]
    return [Heading(language.say("Die Vergleichszahlen heute")), *held] if held else []


def _figure_table(part: Statistics, source: Source, language: Language) -> Table:
    say = language.say
    columns = (
        Column(say("Umfrage {year}", year=source.surveyed.year)),
        Column(say("hatten das"), number=True),
        Column(say("von diesen Profilen"), number=True),
        Column(say("Anteil"), number=True),
        Column(say("unklar"), number=True),
    )
    rows = tuple(
        (
            one.statement.text,
            figure_value(one.statement, language),
            say("{value} von {of}", value=one.yes, of=one.yes + one.no),
            Share(Fraction(one.yes, one.yes + one.no) if one.yes + one.no else None),
            Number(one.unclear),
        )
        for one in part.figures
        if source.statement(one.statement.id)
    )
    return Table(columns, rows)

"""What many profiles say together: distributions, the most common gaps, the survey's figures today, and groups."""

from collections.abc import Sequence
from fractions import Fraction

from mo_check.documents import words
from mo_check.documents.comparing import figure_value
from mo_check.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Entry,
    Heading,
    Listing,
    Number,
    Paragraph,
    Role,
    Share,
    Table,
)
from mo_check.documents.groups import SPLITS, group_name
from mo_check.languages import Language
from mo_check.model.item import Perspective
from mo_check.model.results import Standing
from mo_check.model.statistics import GroupStatistics, ItemStatistics, Split, Spread, Statistics

MOST = 10
"""So many gaps and unknowns are listed."""


def statistics_text(parts: Sequence[Statistics], perspective: Perspective, left_out: int, language: Language) -> Document:
    """Return the document; ``left_out`` profiles see with other eyes than ``perspective``."""
    say = language.say
    lines = [say(words.PERSPECTIVES[perspective])]
    if left_out:
        text = language.count(
            "{number} Profil einer anderen Sicht bleibt außen vor",
            "{number} Profile einer anderen Sicht bleiben außen vor",
            left_out,
        )
        lines.append(text)
    blocks = [block for part in parts for block in _part(part, language)]
    return Document(language.tag, say("Statistik über viele Profile"), (" · ".join(lines),), tuple(blocks))


def _part(part: Statistics, language: Language) -> list[Block]:
    return [
        Heading(part.title),
        *_profiles(part, language),
        *_scores(part, language),
        *_common(part, language),
        *_items(part, language),
        *_figures(part, language),
        *_groups(part, language),
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
            "{number} Profil gehört zu einer Kommune, die schon gezählt ist; jedes Profil zählt.",
            "{number} Profile gehören zu Kommunen, die schon gezählt sind; jedes Profil zählt.",
            part.repeated,
        )
        blocks.append(Paragraph(text, role=Role.ALERT))
    return blocks


def _spread_columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    heads = (say("Profile"), say("unteres Viertel bis"), say("Mitte"), say("oberes Viertel ab"))
    return tuple(Column(head, number=True) for head in heads)


def _spread_cells(held: Spread | None) -> tuple[Cell, ...]:
    if held is None:
        return (Number(None),) * 4
    return (Number(held.number), *(Number(value) for value in (held.lower, held.median, held.upper)))


def _scores(part: Statistics, language: Language) -> list[Block]:
    """Return the quartiles of the dimensions and the total."""
    say = language.say
    if not part.total.number and not any(held.number for _, held in part.dimensions):
        return []
    rows = [(dimension.label, *_spread_cells(held)) for dimension, held in part.dimensions if held.number]
    rows.append((say("Gesamt"), *_spread_cells(part.total)))
    note = say(
        "Gezählt sind Werte, die ein Bericht auch zeigen würde: ab {share} beantworteter Fragen.",
        share=language.share(Fraction(65, 100)),
    )
    return [
        Table((Column(say("Handlungsfeld")), *_spread_columns(language)), tuple(rows), total=True),
        Paragraph(note, role=Role.NOTE),
    ]


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
            entries = tuple(Entry(f"{i.item.short} ({i.dimension.label}): {text}") for i, text in held)
            blocks += [Heading(title, 3), Listing(entries, numbered=True)]
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
        Column(say("weiß nicht"), number=True),
        Column(say("offen"), number=True),
        Column(say("trifft nicht zu"), number=True),
        Column(say("woanders"), number=True),
    )
    return [Heading(say("Kriterien"), 3), Table(columns, tuple(_item(i) for i in part.items))]


def _item(item: ItemStatistics) -> tuple[Cell, ...]:
    missing = (Standing.UNKNOWN, Standing.OPEN, Standing.NOT_APPLICABLE, Standing.ELSEWHERE)
    return (
        item.item.short,
        Number(item.scored),
        Share(item.met_share),
        Number(item.values.median),
        *(Number(item.standings[standing]) for standing in missing),
    )


def _figures(part: Statistics, language: Language) -> list[Block]:
    """Return the survey's figures beside those of today."""
    say = language.say
    if not part.figures:
        return []
    survey = part.sources[0].survey
    columns = (
        Column(say("Umfrage {year}", year=survey.year)),
        Column(say("hatten das"), number=True),
        Column(say("haben das heute"), number=True),
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
    )
    return [Heading(say("Die Vergleichszahlen heute"), 3), Table(columns, rows), Paragraph(survey.caveat, role=Role.NOTE)]


def _groups(part: Statistics, language: Language) -> list[Block]:
    """Return the totals of the groups that may be shown."""
    say = language.say
    blocks: list[Block] = []
    hidden = 0
    for split in Split:
        held = [group for group in part.groups if group.split is split]
        shown = [group for group in held if group.total]
        hidden += len(held) - len(shown)
        if shown:
            columns = (Column(say(SPLITS[split])), *_spread_columns(language))
            blocks += [
                Heading(say("Gesamtwert nach: {split}", split=say(SPLITS[split])), 3),
                Table(columns, _group_rows(shown, language)),
            ]
    if hidden:
        blocks.append(
            Paragraph(
                say("Gruppen unter fünf Profilen, und solche, aus denen man sie errechnen könnte, sind nicht gezeigt."),
                role=Role.NOTE,
            )
        )
    return blocks


def _group_rows(groups: list[GroupStatistics], language: Language) -> tuple[tuple[Cell, ...], ...]:
    return tuple((group_name(group.split, group.value, language), *_spread_cells(group.total)) for group in groups)

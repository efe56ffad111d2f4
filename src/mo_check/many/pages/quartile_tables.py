"""How the totals and dimensions of many profiles are distributed: quartiles, overall and in groups."""

from mo_check.document.blocks import Block, Cell, Column, Heading, Number, Paragraph, Points, Role, Table
from mo_check.languages import Language
from mo_check.many.pages.group_names import SPLITS, group_name
from mo_check.many.pure.statistics import GroupStatistics, Split, Spread, Statistics
from mo_check.scoring.assessing import ENOUGH, as_points


def _spread_columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(say("Profile"), number=True),
        Column(say("unteres Viertel bis"), number=True),
        Column(say("Mitte")),
        Column(say("oberes Viertel ab"), number=True),
    )


def _spread_cells(held: Spread | None) -> tuple[Cell, ...]:
    if held is None:
        return (Number(None),) * 4
    return (Number(held.number), Number(held.lower), _middle(held), Number(held.upper))


def _middle(held: Spread) -> Cell:
    if held.median is None:
        return Number(None)
    return Points(held.median / 100, as_points(held.median / 100))


def scores_blocks(part: Statistics, language: Language) -> list[Block]:
    """Return the quartiles of the dimensions and the total."""
    say = language.say
    if not part.total.number and not any(held.number for _, held in part.dimensions):
        return []
    rows = [(dimension.label, *_spread_cells(held)) for dimension, held in part.dimensions if held.number]
    rows.append((say("Gesamt"), *_spread_cells(part.total)))
    note = say(
        "Gezählt sind Werte, die ein Bericht auch zeigen würde: ab {share} beantworteter Fragen.",
        share=language.share(ENOUGH),
    )
    return [
        Table((Column(say("Handlungsfeld")), *_spread_columns(language)), tuple(rows), total=True),
        Paragraph(note, role=Role.NOTE),
    ]


def groups_blocks(part: Statistics, language: Language) -> list[Block]:
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
                Heading(say("Gesamtwert nach: {split}", split=say(SPLITS[split]))),
                Table(columns, _group_rows(shown, language)),
            ]
    if hidden:
        blocks.append(
            Paragraph(
                say(
                    "Nach Art, Land oder Größe sind Gruppen unter fünf Profilen nicht gezeigt, auch keine, aus denen man sie "
                    "errechnen könnte."
                ),
                role=Role.NOTE,
            )
        )
    return blocks


def _group_rows(groups: list[GroupStatistics], language: Language) -> tuple[tuple[Cell, ...], ...]:
    return tuple((group_name(group.split, group.value, language), *_spread_cells(group.total)) for group in groups)

"""All figures of a source, with what counts for them and where they stand."""

from typing import assert_never

from mo_check.document.blocks import Block, Cell, Column, Document, Heading, ListEntry, Listing, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.checklist import Checklist
from mo_check.model.item import Item
from mo_check.model.rules import AllOf, Counts, LevelFrom, NoneAmong, OnlyOne, OptionChosen, OptionsAtLeast
from mo_check.model.source import Source, StatementKind
from mo_check.report.survey_figures import figure_value


def figures_text(source: Source, checklists: tuple[Checklist, ...], language: Language) -> Document:
    """Return every figure with its value, each item it stands beside, what counts there, and its caveat."""
    say = language.say
    links = [(link, item) for c in checklists for item in c.items() for link in item.figures]
    rows: list[tuple[Cell, ...]] = []
    told: list[ListEntry] = []
    caveats: dict[str, None] = {}
    for figure in (s for s in source.statements if s.kind is StatementKind.FIGURE):
        value = figure_value(figure, language)
        if figure.caveat:
            caveats[figure.caveat] = None
        if value:
            beside = [(item.short, _rule(item, link.rule, language)) for link, item in links if link.id == figure.id]
            rows += [(figure.text, value, *place) for place in beside or [("–", say("nur genannt"))]]
        else:
            shares = ", ".join(language.share(share) for share in (figure.shares or {}).values())
            told.append(ListEntry(figure.text, (shares,) if shares else ()))
    rows += [(d.text, f"{source.derived_value(d)} {say('von')} {d.of}", "–", say("abgeleitet")) for d in source.derived]
    columns = (Column(say("Vergleichszahl")), Column(say("Wert"), number=True), Column(say("steht bei")), Column(say("zählt ab")))
    blocks: list[Block] = [Table(columns, tuple(rows)), Heading(say("Anteile und Ränge")), Listing(tuple(told))]
    blocks.append(Paragraph(source.surveyed.caveat, role=Role.NOTE))
    blocks += [Paragraph(caveat, role=Role.NOTE) for caveat in caveats]
    survey = say("Umfrage {year}, {number} Kommunen", year=source.surveyed.year, number=source.surveyed.respondents)
    return Document(language.tag, say("Vergleichszahlen"), (source.title, survey), tuple(blocks))


def _rule(item: Item, rule: Counts | None, language: Language) -> str:
    """Return in words what answer counts for a figure."""
    say = language.say
    match rule:
        case None:
            return say("nur genannt")
        case LevelFrom(wanted):
            return next(f"„{level.label}“" for level in item.levels if level.id == wanted)
        case OptionChosen(wanted):
            return next(f"„{option.label}“" for option in item.options if option.id == wanted)
        case OptionsAtLeast(number):
            return say("{number} Auswahlen", number=number)
        case NoneAmong():
            return say("keine der Auswahlen")
        case AllOf():
            return say("beides zusammen")
        case OnlyOne():
            return say("nur das eine")
        case never:
            assert_never(never)

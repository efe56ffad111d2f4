"""The figures of the surveys beside one profile."""

from mo_check.document.blocks import Block, Column, Heading, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.assessment import Assessment
from mo_check.model.source import Source, Statement
from mo_check.scoring.figures import figures


def figure_blocks(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return the counted figures of each survey beside this profile, with its year and its caveat."""
    say = language.say
    told = [one for one in figures(assessment, sources) if one.counted and figure_value(one.statement, language)]
    blocks: list[Block] = []
    for source in sources:
        rows = tuple(
            (one.statement.text, figure_value(one.statement, language), _here(here=one.here, language=language))
            for one in told
            if source.statement(one.statement.id)
        )
        if rows:
            columns = (
                Column(say("Umfrage {year}", year=source.surveyed.year)),
                Column(say("hatten das"), number=True),
                Column(say("hier")),
            )
            blocks += [Table(columns, rows), Paragraph(source.surveyed.caveat, role=Role.NOTE)]
    return [Heading(say("Zum Vergleich")), *blocks] if blocks else []


def figure_value(figure: Statement, language: Language) -> str:
    """Return a figure as the paper gives it: a count, else a share, else nothing."""
    about = language.say("etwa ") if figure.approximate else ""
    if figure.value is not None and figure.of is not None:
        return about + language.say("{value} von {of}", value=figure.value, of=figure.of)
    return about + language.share(figure.share) if figure.share is not None else ""


def _here(*, here: bool | None, language: Language) -> str:
    return language.say("unklar") if here is None else language.say("ja") if here else language.say("nein")

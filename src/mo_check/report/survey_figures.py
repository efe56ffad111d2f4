"""The figures of the survey beside one profile."""

from mo_check.document.blocks import Block, Column, Heading, Paragraph, Role, Table
from mo_check.languages import Language
from mo_check.model.results import Assessment
from mo_check.model.source import Source, Statement
from mo_check.scoring.figures import figures


def figure_blocks(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return the counted figures of the survey beside this profile, with the caveat."""
    say = language.say
    rows = tuple(
        (one.statement.text, figure_value(one.statement, language), _here(here=one.here, language=language))
        for one in figures(assessment, sources)
        if one.counted and figure_value(one.statement, language)
    )
    if not rows:
        return []
    survey = sources[0].survey
    columns = (
        Column(say("Umfrage {year}", year=survey.year)),
        Column(say("hatten das"), number=True),
        Column(say("hier")),
    )
    return [Heading(say("Zum Vergleich")), Table(columns, rows), Paragraph(survey.caveat, role=Role.NOTE)]


def figure_value(figure: Statement, language: Language) -> str:
    """Return a figure as the paper gives it: a count, else a share, else nothing."""
    about = language.say("etwa ") if figure.approximate else ""
    if figure.value is not None and figure.of is not None:
        return about + language.say("{value} von {of}", value=figure.value, of=figure.of)
    return about + language.share(figure.share) if figure.share is not None else ""


def _here(*, here: bool | None, language: Language) -> str:
    return language.say("unklar") if here is None else language.say("ja") if here else language.say("nein")

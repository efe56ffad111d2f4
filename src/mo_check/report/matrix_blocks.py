"""A matrix in a report: its table, how far its rows are, where there is nothing, and what is named how often.

All words but those for what is open stand in the checklist, so a matrix is told in its own terms (docs/matrix.md).
"""

from collections.abc import Sequence
from fractions import Fraction

from mo_check.document.blocks import (
    Axis,
    Block,
    Cell,
    Column,
    Heading,
    Heat,
    ListEntry,
    Listing,
    Net,
    Paragraph,
    Role,
    Table,
)
from mo_check.languages import Language
from mo_check.languages.locale import NBSP
from mo_check.model.assessment import Assessment, ItemResult
from mo_check.model.matrix import MatrixColumn, MatrixPath
from mo_check.model.source import Source, Statement
from mo_check.report import words
from mo_check.report.survey_figures import figure_value
from mo_check.scoring.matrix_rows import FilledMatrix, column_shares, empty_rows, filled_matrices, named, nothing_of

_LEAST_AXES = 3
"""A net of fewer axes encloses nothing."""


def matrix_blocks(assessment: Assessment, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return what is to be said about each matrix; nothing where the checklist has none."""
    return [block for filled in filled_matrices(assessment) for block in _blocks(filled, sources, language)]


def _blocks(filled: FilledMatrix, sources: tuple[Source, ...], language: Language) -> list[Block]:
    return [
        Heading(filled.dimension.label),
        matrix_table(filled, language),
        *_net(filled, language),
        *_legend(filled, language),
        *_empty(filled, language),
        *(block for column in filled.matrix.columns for block in _shares(filled, column, sources, language)),
        *_told(filled, sources, language),
    ]


def matrix_table(filled: FilledMatrix, language: Language) -> Table:
    """Return the table of a matrix: a row each, its answers by column, and where there is a path how far it stands on it."""
    path = filled.matrix.path
    columns = [Column(_row_word(filled)), *(Column(column.label) for column in filled.columns)]
    rows: list[tuple[Cell, ...]] = []
    for row in filled.rows:
        cells = [row.label, *(_cell(row.cells.get(column.id), column, language) for column in filled.columns)]
        if path:
            rung = _rung_word(path, row.rung, language)
            cells.append(f"{rung}{NBSP}+" if row.beside else rung)
        rows.append(tuple(cells))
    return Table((*columns, *([Column(path.label)] if path else [])), tuple(rows))


def _row_word(filled: FilledMatrix) -> str:
    return filled.matrix.label or filled.dimension.label


def _rung_word(path: MatrixPath, rung: int | None, language: Language) -> str:
    if rung is None:
        return language.say("unklar")
    return path.rungs[rung - 1].label if rung else language.say("nichts")


def _cell(result: ItemResult | None, column: MatrixColumn, language: Language) -> Cell:
    answer = result.answer if result else None
    if result is None or answer is None:
        return Heat(None, language.say("offen"))
    if answer.text is not None:
        return answer.text
    given = named(result)
    if not given:
        settled = result.by_rule or result.standing.away
        return words.standing_mark(result, language) if settled else Heat(None, language.say("offen"))
    if not column.ordered:
        return ", ".join(_short(column, name) or _word(result, column, name) for name in given)
    if result.item.options:
        return _options(result, column)
    rank = result.item.rank(given[0]) or 0
    return Heat(Fraction(rank, len(result.item.levels) - 1), _word(result, column, given[0]))


def _options(result: ItemResult, column: MatrixColumn) -> Heat:
    """Return how many of the options were chosen, with their words."""
    possible = [option.id for option in result.item.options if option.id not in nothing_of(result.item)]
    chosen = [name for name in possible if name in named(result)]
    word = ", ".join(_word(result, column, name) for name in chosen or named(result))
    short = " ".join(filter(None, (_short(column, name) for name in chosen)))
    return Heat(Fraction(len(chosen), max(len(possible), 1)), word, short)


def _word(result: ItemResult, column: MatrixColumn, name: str) -> str:
    """Return the column's word for one of its levels or options, or else the label of that."""
    if name in column.words:
        return column.words[name].label
    return next((choice.label for choice in (result.item.options or result.item.levels) if choice.id == name), name)


def _short(column: MatrixColumn, name: str) -> str | None:
    return column.words[name].short if name in column.words else None


def _net(filled: FilledMatrix, language: Language) -> list[Block]:
    """Return how far the rows stand on the path, as a net; nothing without a path or for fewer than three rows."""
    path = filled.matrix.path
    if path is None or len(filled.rows) < _LEAST_AXES:
        return []
    last = len(path.rungs)
    axes = tuple(Axis(row.label, None if row.rung is None else Fraction(row.rung, last)) for row in filled.rows)
    return [Net(path.title, axes, tuple(_rung_word(path, rung, language) for rung in range(last + 1)))]


def _legend(filled: FilledMatrix, language: Language) -> list[Block]:
    matrix = filled.matrix
    own = matrix.legend or language.say(
        "● die höchste Stufe oder alles · ◐ dazwischen · ○ die unterste Stufe oder nichts · ? offen."
    )
    found = [own] if matrix.legend or any(column.ordered for column in filled.columns) else []
    if matrix.path:
        found.append(" ".join(filter(None, (matrix.path.text, matrix.path.beside.text if matrix.path.beside else None))))
    return [Paragraph(text, role=Role.NOTE) for text in found]


def _empty(filled: FilledMatrix, language: Language) -> list[Block]:
    rows = empty_rows(filled) if filled.matrix.empty else ()
    quiet = language.listing(tuple(row.label for row in rows))
    return [Paragraph(f"{quiet}.", filled.matrix.empty or "", Role.ALERT)] if quiet else []


def _shares(filled: FilledMatrix, column: MatrixColumn, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return how often the answers of a column were given here, beside those of the survey."""
    here = column_shares(filled, column) if column.shares else {}
    if column.shares is None or not here:
        return []
    result = next(row.cells[column.id] for row in filled.rows if column.id in row.cells)
    figure, year = _figure(column.shares.figure, sources)
    then = figure.shares if figure else None
    heads = [Column(column.shares.title), Column(language.say("hier"), number=True)]
    rows = [[_word(result, column, name), language.share(share)] for name, share in here.items()]
    if then:
        heads.append(Column(str(year), number=True))
        for name, row in zip(here, rows, strict=True):
            row.append(language.share(then[name]) if name in then else "–")
    note = [Paragraph(figure.caveat, role=Role.NOTE)] if figure and figure.caveat else []
    return [Table(tuple(heads), tuple(tuple(row) for row in rows)), *note]


def _figure(figure_id: str | None, sources: tuple[Source, ...]) -> tuple[Statement | None, int]:
    """Return a figure with the year of its survey."""
    found = ((source.statement(figure_id), source.surveyed.year) for source in sources if figure_id and source.survey)
    return next((one for one in found if one[0]), (None, 0))


def _told(filled: FilledMatrix, sources: tuple[Source, ...], language: Language) -> list[Block]:
    """Return the figures of the dimension, which stand beside no column and are told in words, by the year of their survey."""
    blocks: list[Block] = []
    for source in sources:
        told = [statement for link in filled.dimension.figures if (statement := source.statement(link.id))]
        if told:
            heading = language.say("{year} in den befragten Kommunen", year=source.surveyed.year)
            entries = (ListEntry(one.text, tuple(filter(None, (figure_value(one, language),)))) for one in told)
            blocks += [Heading(heading, 3), Listing(tuple(entries))]
    return blocks


def matrix_comparison(groups: Sequence[tuple[str, Sequence[Assessment]]], language: Language) -> list[Block]:
    """Return how far each row stands in the eyes of each group, its middle rung; nothing for a matrix without a path."""
    held = [(head, [filled for a in assessments for filled in filled_matrices(a)]) for head, assessments in groups]
    matrices = {filled.dimension.id: filled for _, found in held for filled in found if filled.matrix.path}
    blocks: list[Block] = []
    for dimension, one in matrices.items():
        if path := one.matrix.path:
            sides = [(head, [row for f in found if f.dimension.id == dimension for row in f.rows]) for head, found in held]
            labels = {row.id: row.label for _, found in sides for row in found}
            rows: tuple[tuple[Cell, ...], ...] = tuple(
                (label, *(_middle([row.rung for row in found if row.id == name], path, language) for _, found in sides))
                for name, label in labels.items()
            )
            columns = (Column(_row_word(one)), *(Column(head) for head, _ in sides))
            text = f"{path.text} {language.say('Bei mehreren Profilen einer Seite steht das mittlere.')}"
            blocks += [Heading(one.dimension.label), Table(columns, rows), Paragraph(text, role=Role.NOTE)]
    return blocks


def _middle(rungs: Sequence[int | None], path: MatrixPath, language: Language) -> Heat:
    """Return the lower middle of some rungs; those nobody knows do not count."""
    known = sorted(rung for rung in rungs if rung is not None)
    if not known:
        return Heat(None, _rung_word(path, None, language))
    rung = known[(len(known) - 1) // 2]
    word = _rung_word(path, rung, language)
    return Heat(Fraction(rung, len(path.rungs)), word, word)

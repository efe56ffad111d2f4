"""Reading the answers that survey tools export as a table, and the tools whose exports are known: one submission a row."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library
from mo_check.forms.pure.composing import form_head, questionnaire
from mo_check.forms.pure.form_head import FormHead, head_of
from mo_check.forms.read.answers_limesurvey import LimeSurvey
from mo_check.forms.read.answers_odk import Odk
from mo_check.forms.read.assembling import ReturnedAnswer, SubmissionBuilder
from mo_check.forms.read.csv_table import TableRow, table_rows
from mo_check.forms.read.submissions import Submission
from mo_check.forms.read.survey_tool import SurveyTool

SURVEY_TOOLS: Mapping[str, SurveyTool] = {"odk": Odk(), "limesurvey": LimeSurvey()}
"""The tools whose exports are read."""


def read_table(path: Path, library: Library, complain: Callable[[InvalidInput], None]) -> Iterator[Submission]:
    """Yield every respondent's answers; a row that cannot be used is complained of. Raises InvalidInput for no table of ours."""
    rows = list(table_rows(path))
    found = [(tool, row) for row in rows for tool in SURVEY_TOOLS.values() if tool.is_ours(row)]
    if not found:
        message = Message("In dieser Tabelle stehen keine Antworten auf einen Fragebogen von mo-check.")
        remedy = Message(
            "Mit allen Spalten exportieren; aus LimeSurvey als CSV mit Fragencodes und Antwortcodes, aus ODK und KoboToolbox "
            "als CSV mit den Namen der Felder (XML-Werte)."
        )
        raise InvalidInput((Problem(str(path), message, remedy),))
    marks: dict[str, Mapping[tuple[str, str], str]] = {}
    for tool, row in found:
        try:
            yield _submission(tool, row, path, library, marks)
        except InvalidInput as error:
            complain(error)


def _submission(
    tool: SurveyTool,
    row: TableRow,
    path: Path,
    library: Library,
    marks: dict[str, Mapping[tuple[str, str], str]],
) -> Submission:
    place = tool.head_place(row)
    if not tool.is_sent(row):
        message = Message("Diese Antworten wurden nicht abgeschickt und werden nicht gelesen.")
        remedy = Message("Wenn sie zählen sollen, nachfragen; sonst beim Export nur abgeschlossene Antworten wählen.")
        raise InvalidInput((Problem(str(path), message, remedy, place.line, 1),))
    head = head_of(tool.head(row))
    if head is None:
        message = Message("Zu welchem Fragebogen diese Zeile gehört, ist nicht zu erkennen.")
        raise InvalidInput((Problem(str(path), message, None, place.line, place.column, place.name),))
    if head.mark not in marks:
        marks[head.mark] = _wordings(head, library)
    assembly = SubmissionBuilder(str(path), head, library)
    tool.take(row, assembly)
    for at, asked in assembly.asked.items():
        assembly.asked[at] = ReturnedAnswer(asked.said, asked.places, marks[head.mark].get(at, ""))
    return assembly.submission(tool.who(row, assembly), place=str(row.line), sitting=tool.sitting(row), saved=tool.saved(row))


def _wordings(head: FormHead, library: Library) -> Mapping[tuple[str, str], str]:
    """Return the marks of the texts that were seen; none where the checklists have changed since the form was made."""
    known = {file.stem for file in library.files()}
    if not known >= head.checklists.keys():
        return {}
    loaded = [library.load(name) for name in head.checklists]
    quick = head.scope == "quick"
    held = tuple(
        questionnaire(one.checklist, one.german, one.digest, head.perspective, quick=quick, subject=head.subject)
        for one in loaded
    )
    if form_head(held, head.perspective, head.languages, quick=quick, subject=head.subject).mark != head.mark:
        return {}
    return {(one.checklist.id, asked.item.id): asked.wording for one in held for asked in one.asked()}

"""A survey tool is one class behind a protocol and one line in a table; rows of each are read."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mo_check.errors import InvalidInput
from mo_check.files.library import Library
from mo_check.forms.making import FormRequest, make_form
from mo_check.forms.read.answers_table import SURVEY_TOOLS, read_table
from mo_check.forms.read.assembling import RespondentFields, ReturnedAnswer, SubmissionBuilder
from mo_check.forms.read.csv_table import TableRow
from mo_check.forms.read.parsed_answer import ParsedAnswer
from mo_check.forms.read.source_location import SourceLocation
from mo_check.forms.read.submissions import Submission
from mo_check.forms.read.survey_tool import SurveyTool
from mo_check.model.item import Perspective
from mo_check.model.profile import SubjectKind

COLUMNS = "toy,sent,number,town,who,concept.written"


class Toy:
    """A tool whose columns are ``toy`` for the head, ``who`` and the ids of items."""

    def is_ours(self, row: TableRow) -> bool:
        """Tell by the column of the head."""
        return "toy" in row.columns

    def is_sent(self, row: TableRow) -> bool:
        """Tell by a mark."""
        return row.field("sent") == "yes"

    def head(self, row: TableRow) -> str:
        """Return the head."""
        return row.field("toy")

    def head_place(self, row: TableRow) -> SourceLocation:
        """Return its place."""
        return row.place("toy")

    def who(self, row: TableRow, assembly: SubmissionBuilder) -> RespondentFields:
        """Return who answered."""
        places = {"label": row.place("who"), "name": row.place("town"), "kind": row.place("town")}
        return RespondentFields(row.field("who"), row.field("town"), SubjectKind.TOWN, assembly.head.languages[0], "", places)

    def take(self, row: TableRow, assembly: SubmissionBuilder) -> None:
        """Take the levels."""
        for checklist, item in assembly.items:
            if text := row.field(item):
                said = ReturnedAnswer(ParsedAnswer((text,)), {"answer": row.place(item)})
                assembly.asked[checklist, item] = said

    def sitting(self, row: TableRow) -> str:
        """Return the number of the row."""
        return row.field("number")

    def saved(self, row: TableRow) -> str:
        """Return nothing."""
        return row.field("saved")


@pytest.fixture
def head(monkeypatch: pytest.MonkeyPatch) -> str:
    """Register the toy, and return the head of a form."""
    toy: SurveyTool = Toy()
    monkeypatch.setitem(SURVEY_TOOLS, "toy", toy)
    request = FormRequest(("cooperation",), Perspective.MUNICIPALITY, ("de",), date(2026, 11, 18), quick=True)
    return make_form(request, Library).head.word()


def _laid_out(folder: Path, *lines: str) -> Path:
    path = folder / "toy.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def _read(path: Path) -> Iterator[Submission | InvalidInput]:
    bad: list[InvalidInput] = []
    yield from read_table(path, Library(), bad.append)
    yield from bad


def test_a_tool_is_one_line(head: str, tmp_path: Path) -> None:
    """What is registered is read as the others are: answers, marks of wordings, sittings."""
    path = _laid_out(tmp_path, COLUMNS, f"{head},yes,7,Musterstadt,Amt,draft")
    (found,) = _read(path)
    assert isinstance(found, Submission)
    assert (found.place, found.sitting, found.profile.respondent.label) == ("2", "7", "Amt")
    answer = found.profile.answers("cooperation")["concept.written"]
    assert answer.level == "draft"
    assert answer.wording is not None


def test_rows_of_a_tool_that_are_none(head: str, tmp_path: Path) -> None:
    """What was not sent and what has no head are complained of with their places; the rest is read."""
    lines = [f"{head},yes,1,Musterstadt,Amt,draft", f"{head},no,2,Musterstadt,Amt,draft", "mo1.x,yes,3,Musterstadt,Amt,draft"]
    good, *bad = _read(_laid_out(tmp_path, COLUMNS, *lines))
    assert isinstance(good, Submission)
    problems = [one.problems[0] for one in bad if isinstance(one, InvalidInput)]
    assert [(one.line, one.message.msgid) for one in problems] == [
        (3, "Diese Antworten wurden nicht abgeschickt und werden nicht gelesen."),
        (4, "Zu welchem Fragebogen diese Zeile gehört, ist nicht zu erkennen."),
    ]


def test_a_table_of_no_tool(tmp_path: Path) -> None:
    """Where no tool knows a row the table is refused."""
    path = _laid_out(tmp_path, "a,b", "1,2")
    with pytest.raises(InvalidInput):
        list(_read(path))


def test_each_tool_knows_only_its_own_rows() -> None:
    """No row is claimed twice."""
    assert set(SURVEY_TOOLS) == {"odk", "limesurvey"}
    rows = {"odk": TableRow(2, {"mo_head": "x"}, {"mo_head": 0}), "limesurvey": TableRow(2, {"MOHEAD": "x"}, {"MOHEAD": 0})}
    for name, row in rows.items():
        assert [tool for tool, one in SURVEY_TOOLS.items() if one.is_ours(row)] == [name]

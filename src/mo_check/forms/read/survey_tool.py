"""What reading asks of a survey tool: to know its own rows, and to say what stands in one."""

from typing import Protocol

from mo_check.forms.read.assembling import RespondentFields, SubmissionBuilder
from mo_check.forms.read.csv_table import TableRow
from mo_check.forms.read.source_location import SourceLocation


class SurveyTool(Protocol):
    """How the rows of a survey tool's export are read: a file of its own for each tool, and a line in ``SURVEY_TOOLS``."""

    def is_ours(self, row: TableRow) -> bool:
        """Tell whether a row is of this tool and of a form of ours."""
        ...

    def is_sent(self, row: TableRow) -> bool:
        """Tell whether the respondent sent it; what was only begun is not read."""
        ...

    def head(self, row: TableRow) -> str:
        """Return what the form says about itself, as one word."""
        ...

    def head_place(self, row: TableRow) -> SourceLocation:
        """Return where that stands."""
        ...

    def who(self, row: TableRow, assembly: SubmissionBuilder) -> RespondentFields:
        """Return who answered."""
        ...

    def take(self, row: TableRow, assembly: SubmissionBuilder) -> None:
        """Put every answer of a row into the assembly, and complain there of what makes none."""
        ...

    def sitting(self, row: TableRow) -> str:
        """Return what is the same for a submission however often it is exported; nothing where the tool cannot tell."""
        ...

    def saved(self, row: TableRow) -> str:
        """Return when it was sent, as text that grows with time; nothing where the tool does not keep it."""
        ...

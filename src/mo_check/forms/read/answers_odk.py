"""A row of what ODK Central or KoboToolbox export: columns named after checklist, item and part, in whatever group."""

from mo_check.errors import Message
from mo_check.forms.pure.survey_names import ALOUD_PART, BESIDE, PARTS, ROW_PART, OdkName, odk_name
from mo_check.forms.read.assembling import EmptyMatrixRow, RespondentFields, ReturnedAnswer, SubmissionBuilder
from mo_check.forms.read.csv_table import TableRow
from mo_check.forms.read.parsed_answer import STATUS_WORDS, ParsedAnswer
from mo_check.forms.read.source_location import SourceLocation
from mo_check.model.item import ItemKind

_SITTINGS = ("instanceID", "KEY", "_uuid")
_SAVED = ("SubmissionDate", "_submission_time")
_DAY_LENGTH = len("2026-11-14")
_ONLY_NAMES = Message("Beim Export die Namen der Antworten („XML-Werte“) wählen, nicht ihren Text.")


class Odk:
    """How rows of ODK and KoboToolbox are read."""

    def is_ours(self, row: TableRow) -> bool:
        """Tell whether a row is of a form of ours."""
        return bool(self._column(row, "mo_head"))

    def head(self, row: TableRow) -> str:
        """Return what the form says about itself."""
        return row.field(self._column(row, "mo_head"))

    def head_place(self, row: TableRow) -> SourceLocation:
        """Return where that stands."""
        return row.place(self._column(row, "mo_head"))

    def who(self, row: TableRow, assembly: SubmissionBuilder) -> RespondentFields:
        """Return who answered."""
        columns = {key: self._column(row, f"mo_{key}") for key in ("label", "name", "kind", "day", *BESIDE)}
        places = {key: row.place(column) for key, column in columns.items()}
        said = {key: row.field(column) for key, column in columns.items()}
        language = assembly.head.languages[0]
        day = said["day"][:_DAY_LENGTH]
        return RespondentFields(said["label"], said["name"], said["kind"], language, day, places, said)

    def sitting(self, row: TableRow) -> str:
        """Return what is the same for a submission however often it is exported."""
        return next((text for key in _SITTINGS if (text := row.field(self._column(row, key)))), "")

    def saved(self, row: TableRow) -> str:
        """Return when it was sent."""
        return next((text for key in _SAVED if (text := row.field(self._column(row, key)))), "")

    def is_sent(self, row: TableRow) -> bool:  # noqa: ARG002 - only what was sent is exported
        """Tell whether the respondent sent it."""
        return True

    def take(self, row: TableRow, assembly: SubmissionBuilder) -> None:
        """Take every answer of a row."""
        columns = {name: column for column in row.columns if (name := odk_name(column))}
        for name, column in columns.items():
            if name.part == ROW_PART and row.field(column):
                dimension, _, matrix_row = name.item.rpartition(".")
                assembly.nothing.append(EmptyMatrixRow(name.checklist, dimension, matrix_row))
            elif not name.part:
                self._question(name, columns, row, assembly)

    def _question(self, name: OdkName, columns: dict[OdkName, str], row: TableRow, assembly: SubmissionBuilder) -> None:
        beside = {part: columns.get(name._replace(part=part), "") for part in PARTS}
        reason, who, note = (row.field(beside[part]) for part in PARTS)
        places = {"answer": row.place(columns[name]), "detail": row.place(beside["who" if who else "reason"])}
        text = row.field(columns[name])
        item = assembly.items.get((name.checklist, name.item), ("", None))[1]
        if item is None:
            if text:
                message = Message("Das Kriterium „{id}“ gibt es nicht.", id=name.item)
                assembly.complain(places["answer"], message, None)
            return
        written, several = item.kind is ItemKind.TEXT, item.kind is ItemKind.SELECT
        chosen = () if written else tuple(text.split()) if several else (text,) if text else ()
        if not {*chosen} <= {*STATUS_WORDS, *(one.id for one in (item.options or item.levels))}:
            assembly.complain(places["answer"], Message("„{value}“ steht hier nicht zur Wahl.", value=text[:60]), _ONLY_NAMES)
            return
        aloud = row.field(columns.get(name._replace(part=ALOUD_PART), ""))
        said = ParsedAnswer(chosen, several, text if written else "", reason, who, note, read_aloud=aloud)
        assembly.asked[name.checklist, name.item] = ReturnedAnswer(said, places)

    @staticmethod
    def _column(row: TableRow, name: str) -> str:
        return next((c for c in row.columns if c.replace("/", "-").rpartition("-")[2] == name), "")

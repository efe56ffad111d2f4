"""A row of what LimeSurvey exports as CSV with question codes and answer codes."""

from enum import StrEnum

from mo_check.errors import Message
from mo_check.forms.pure.survey_names import ALOUD_PART, BESIDE, CONSENT, PARTS, ROW_PART, head_code, lime_choice, lime_code
from mo_check.forms.read.assembling import EmptyMatrixRow, RespondentFields, ReturnedAnswer, SubmissionBuilder
from mo_check.forms.read.csv_table import TableRow
from mo_check.forms.read.parsed_answer import STATUS_WORDS, ParsedAnswer
from mo_check.forms.read.source_location import SourceLocation
from mo_check.languages import LOCALES
from mo_check.model.answer import ReadAloud
from mo_check.model.item import Item, ItemKind
from mo_check.model.profile import Land, SubjectKind

_CHOSEN, _NOT_CHOSEN = "Y", {"", "N"}
_NO_DAY = "1980-01-01"
"""What LimeSurvey writes where it keeps no days."""
_DAY_LENGTH = len(_NO_DAY)
_ONLY_CODES = Message("Beim Export „Fragencode“ und „Antwortcodes“ wählen.")


class LimeSurvey:
    """How rows of LimeSurvey are read."""

    def is_ours(self, row: TableRow) -> bool:
        """Tell whether a row is of a form of ours."""
        return "MOHEAD" in row.columns

    def head(self, row: TableRow) -> str:
        """Return what the form says about itself."""
        return row.field("MOHEAD")

    def head_place(self, row: TableRow) -> SourceLocation:
        """Return where that stands."""
        return row.place("MOHEAD")

    def who(self, row: TableRow, assembly: SubmissionBuilder) -> RespondentFields:
        """Return who answered."""
        kinds = {lime_choice(kind.value): kind.value for kind in SubjectKind}
        places = {key: row.place(head_code(key)) for key in ("label", "name", "kind", *BESIDE)}
        spoken = {locale.limesurvey: tag for tag, locale in LOCALES.items()}
        language = spoken.get(row.field("startlanguage"), row.field("startlanguage")) or assembly.head.languages[0]
        kind = kinds.get(row.field("MOKIND"), row.field("MOKIND"))
        day = self.saved(row)[:_DAY_LENGTH]
        beside = {key: self._value(head_code(key), ReadAloud, row, assembly) for key in CONSENT}
        beside["land"] = self._value("MOLAND", Land, row, assembly)
        beside["joint"] = row.field(head_code("joint"))
        return RespondentFields(row.field("MOLABEL"), row.field("MONAME"), kind, language, day, places, beside)

    def _value(self, code: str, possible: type[StrEnum], row: TableRow, assembly: SubmissionBuilder) -> str:
        """Return the value of a choice; nothing where none was made."""
        return next(iter(self._one(code, tuple(one.value for one in possible), row, assembly)), "")

    def sitting(self, row: TableRow) -> str:  # noqa: ARG002 - a number of a survey says nothing beyond its own table
        """Return nothing: a submission is the same if all of its answers are."""
        return ""

    def saved(self, row: TableRow) -> str:
        """Return when it was sent, where LimeSurvey keeps that."""
        day = row.field("submitdate")
        return "" if day.startswith(_NO_DAY) else day

    def is_sent(self, row: TableRow) -> bool:
        """Tell whether the respondent sent it: LimeSurvey exports begun answers too."""
        return "submitdate" not in row.columns or bool(row.field("submitdate"))

    def take(self, row: TableRow, assembly: SubmissionBuilder) -> None:
        """Take every answer of a row."""
        for at, (dimension, item) in assembly.items.items():
            if item.row and item.nothing:
                self._row(EmptyMatrixRow(at[0], dimension, item.row), row, assembly)
            self._question(at, item, row, assembly)

    def _question(self, at: tuple[str, str], item: Item, row: TableRow, assembly: SubmissionBuilder) -> None:
        code = lime_code(*at)
        reason, who, note = (row.field(lime_code(*at, part)) for part in PARTS)
        note = note or row.field(f"{code}[comment]")
        places = {"answer": row.place(code), "detail": row.place(lime_code(*at, "who" if who else "reason"))}
        text = row.field(code) if item.kind is ItemKind.TEXT else ""
        own = (one.id for one in (item.options or item.levels))
        ids = () if item.kind is ItemKind.TEXT else (*own, *STATUS_WORDS)
        if item.options:
            chosen = tuple(one for one in ids if self._is_chosen(f"{code}[{lime_choice(one)}]", row, assembly))
        else:
            chosen = self._one(code, ids, row, assembly) if ids else ()
        if any(column in row.columns for column in (code, *(f"{code}[{lime_choice(one)}]" for one in ids))):
            aloud = "" if ids else self._value(lime_code(*at, ALOUD_PART), ReadAloud, row, assembly)
            said = ParsedAnswer(chosen, bool(item.options), text, reason, who, note, read_aloud=aloud)
            assembly.asked[at] = ReturnedAnswer(said, places)

    def _row(self, said: EmptyMatrixRow, row: TableRow, assembly: SubmissionBuilder) -> None:
        column = f"{lime_code(said.checklist, f'{said.dimension}.{said.row}', ROW_PART)}[{lime_choice('yes')}]"
        if said not in assembly.nothing and self._is_chosen(column, row, assembly):
            assembly.nothing.append(said)

    def _is_chosen(self, column: str, row: TableRow, assembly: SubmissionBuilder) -> bool:
        text = row.field(column)
        if text != _CHOSEN and text not in _NOT_CHOSEN:
            message = Message("„{value}“ steht hier nicht zur Wahl.", value=text[:60])
            assembly.complain(row.place(column), message, _ONLY_CODES)
        return text == _CHOSEN

    def _one(self, code: str, ids: tuple[str, ...], row: TableRow, assembly: SubmissionBuilder) -> tuple[str, ...]:
        text = row.field(code)
        if not text:
            return ()
        found = next((one for one in ids if lime_choice(one) == text), None)
        if found is None:
            assembly.complain(row.place(code), Message("„{value}“ steht hier nicht zur Wahl.", value=text[:60]), _ONLY_CODES)
            return ()
        return (found,)

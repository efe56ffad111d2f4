"""A form's workbook while it is written: its looks and page set-up, rich texts, and the lists from which cells are chosen."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from mo_check.forms.pages.form_words import title_of
from mo_check.forms.pure.questionnaire import Form
from mo_check.forms.pure.sheet_keys import LISTS
from mo_check.languages import Language
from mo_check.render.excel.workbook import Look, WorkbookLook, WorkbookWriter, line_count

FORM_LOOK = WorkbookLook("Arial", 10, (0.4, 0.4, 0.5, 0.6))
TEXT: Look = {"text_wrap": True, "valign": "top"}
LINED: Look = {**TEXT, "border": 1, "border_color": "#c5ced6"}
TITLE: Look = {"bold": True, "font_size": 15, "font_color": "#1d4e89"}
FIELD: Look = {**TEXT, "border": 1, "border_color": "#8a6d1a", "bg_color": "#fff8e1", "locked": False, "num_format": "@"}
"""Fields to fill in are yellow and the only cells that are not locked."""
_LINE = 13
"""How high a line of ten points stands."""
_FITS = 1.1
"""How many letters of ten points go into a column, for each of its width."""
_BOLD = 1.12
"""How much room a bold letter takes."""
_TALLEST = 409
"""No row of a spreadsheet can be higher, in points."""

Choices = tuple[tuple[str, str], ...]
"""What is shown and the id it stands for, one pair for each entry of a list."""
Line = tuple[str, str]
"""A line of a cell: what stands in bold, and what follows it."""


class FormWorkbook(WorkbookWriter):
    """A workbook of questions; each list of choices stands once, under a name, on a hidden sheet behind the others."""

    def __init__(self, form: Form, words: Language) -> None:
        super().__init__(title_of(form.leading), form.day, FORM_LOOK)
        self.form, self.words = form, words
        self._lists: dict[Choices, str] = {}

    def question_sheet(self, wanted: str) -> Worksheet:
        """Add a sheet for A4 across, with a foot."""
        sheet = self.sheet(wanted)
        self.page(sheet, title_of(self.form.leading), self.words.say("Seite &P von &N"), landscape=True)
        sheet.hide_gridlines(2)
        return sheet

    def rich(self, sheet: Worksheet, row: int, column: int, lines: Sequence[Line]) -> None:
        """Write lines into one cell; in each, what comes first stands in bold."""
        strong, light = self.style(bold=True), self.style(font_color="#3c4650")
        pieces: list[object] = []
        for number, (bold, plain) in enumerate(lines):
            opening = "\n" if number else ""
            pieces += [strong, opening + bold] if bold else []
            pieces += [light, plain if bold else opening + plain] if plain else []
        if len(pieces) > 2:  # noqa: PLR2004 - a format and its text alone are no rich text
            sheet.write_rich_string(row, column, *pieces, self.style(LINED))
        else:
            bold, plain = lines[0] if lines else ("", "")
            sheet.write_string(row, column, bold + plain, self.style(LINED, {"bold": True} if bold else {}))

    def choose(self, sheet: Worksheet, row: int, column: int, choices: Choices) -> str:
        """Let a cell be chosen from a list; returns the name of the list."""
        name = self._lists.setdefault(choices, f"list_{len(self._lists) + 1}")
        told = {
            "error_title": self.words.say("Das steht nicht zur Wahl"),
            "error_message": self.words.say("Bitte etwas aus der Liste wählen; für alles andere ist die Notiz da."),
        }
        sheet.data_validation(row, column, row, column, {"validate": "list", "source": f"={name}", **told})
        return name

    def add_lists(self) -> None:
        """Add the hidden sheet with the lists: what is shown and the id it stands for."""
        sheet = self.sheet("mo-check")
        sheet.hide()
        sheet.write_string(0, 0, LISTS)
        for number, (choices, name) in enumerate(self._lists.items()):
            column = 2 * number + 1
            sheet.write_string(0, column, name)
            for row, cells in enumerate(_told_apart(choices), start=1):
                sheet.write_row(row, column, cells)
            self.file.define_name(name, f"='{sheet.get_name()}'!{xl_range_abs(1, column, len(choices), column)}")


def height(lines: Sequence[Line], width: float, least: float = _LINE) -> float:
    """Return how high a row has to be, in points, for lines in a column of that width."""
    count = line_count((len(bold) * _BOLD + len(plain) for bold, plain in lines), width * _FITS)
    return min(max(least, count * _LINE) + 5, _TALLEST)


def _told_apart(choices: Choices) -> Choices:
    """Return the choices with a number behind every label that stands there already, so that each leads to one id."""
    labels = [label.casefold() for label, _ in choices]
    numbers = [labels[:place].count(label) + 1 for place, label in enumerate(labels)]
    return tuple((f"{c[0]} ({n})" if n > 1 else c[0], c[1]) for c, n in zip(choices, numbers, strict=True))

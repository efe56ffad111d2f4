"""A workbook being written: its sheets, its looks, and the lists from which cells are chosen."""

from typing import TYPE_CHECKING, NamedTuple

from mo_check.forms.pure.questionnaire import Form
from mo_check.forms.pure.sheet_keys import LISTS
from mo_check.forms.write.sheet_styles import FormStyles
from mo_check.languages import Language

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Choices = tuple[tuple[str, str], ...]
"""What is shown and the id it stands for, one pair for each entry of a list."""


class Lists:
    """The lists to choose from, each once, on a hidden sheet: what is shown and the id it stands for, under a name."""

    def __init__(self, book: "Workbook", sheet: "Worksheet") -> None:
        self._book = book
        self._sheet = sheet
        self._names: dict[Choices, str] = {}
        sheet.write_string(0, 0, LISTS)

    def name(self, choices: Choices) -> str:
        """Return the name under which a list can be chosen from."""
        from xlsxwriter.utility import xl_range_abs

        if choices not in self._names:
            column = 2 * len(self._names) + 1
            name = f"list_{len(self._names) + 1}"
            self._sheet.write_string(0, column, name)
            for row, (label, value) in enumerate(_told_apart(choices), start=1):
                self._sheet.write_string(row, column, label)
                self._sheet.write_string(row, column + 1, value)
            cells = xl_range_abs(1, column, len(choices), column)
            self._book.define_name(name, f"='{self._sheet.get_name()}'!{cells}")
            self._names[choices] = name
        return self._names[choices]


class FormWorkbook(NamedTuple):
    """A workbook being written."""

    form: Form
    words: Language
    book: "Workbook"
    looks: FormStyles
    lists: Lists

    def choose(self, sheet: "Worksheet", row: int, column: int, choices: Choices) -> str:
        """Let a cell be chosen from a list; returns the name of the list."""
        say = self.words.say
        name = self.lists.name(choices)
        sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "list",
                "source": f"={name}",
                "error_title": say("Das steht nicht zur Wahl"),
                "error_message": say("Bitte etwas aus der Liste wählen; für alles andere ist die Notiz da."),
            },
        )
        return name


def _told_apart(choices: Choices) -> Choices:
    """Return the choices with a number behind every label that stands there already, so that each leads to one id."""
    labels = [label.casefold() for label, _ in choices]
    numbers = [labels[:place].count(label) + 1 for place, label in enumerate(labels)]
    return tuple((f"{c[0]} ({n})" if n > 1 else c[0], c[1]) for c, n in zip(choices, numbers, strict=True))

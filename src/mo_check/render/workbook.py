"""What every workbook needs, a report's and a form's: the paper, and names that a spreadsheet takes for its sheets."""

import re

A4 = 9
"""Excel's number for the paper."""
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


class SheetNames:
    """The names of the sheets of one workbook: short, without a spreadsheet's special signs, never empty, none twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wanted: str) -> str:
        """Return a name like the wanted one that no other sheet has."""
        plain = _NOT_IN_NAMES.sub(" ", wanted).strip("' ")[:_LONGEST_NAME].strip("' ") or "–"
        name, number = plain, 2
        while name.casefold() in self._taken:
            name = f"{plain[: _LONGEST_NAME - 4]} {number}"
            number += 1
        self._taken.add(name.casefold())
        return name

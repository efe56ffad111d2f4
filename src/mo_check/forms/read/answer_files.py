"""What comes back with forms, whatever kind of form it was: its suffix says how it is read."""

from collections.abc import Callable, Iterator
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import Library
from mo_check.forms.read.submissions import Submission

_WORKBOOKS = frozenset({".xlsx", ".ods"})
_TABLES = frozenset({".csv"})
_PAGES = frozenset({".json"})
ANSWER_SUFFIXES = _WORKBOOKS | _TABLES | _PAGES
"""How the names of files end that can be read."""


def read_answers(path: Path, library: Library, complain: Callable[[InvalidInput], None]) -> Iterator[Submission]:
    """Yield every respondent's answers of a file; what cannot be used is complained of, and the rest goes on."""
    try:
        yield from _read(path, library, complain)
    except InvalidInput as error:
        complain(error)


def _read(path: Path, library: Library, complain: Callable[[InvalidInput], None]) -> Iterator[Submission]:
    """Yield the answers of a file of a known kind; each kind loads only its own reader. Raises InvalidInput."""
    suffix = path.suffix.casefold()
    if suffix in _PAGES:
        from mo_check.forms.read.answers_html import read_answer_file

        yield read_answer_file(path, library)
    elif suffix in _WORKBOOKS:
        from mo_check.forms.read.answers_sheet import read_workbook

        yield read_workbook(path, library)
    elif suffix in _TABLES:
        from mo_check.forms.read.answers_table import read_table

        yield from read_table(path, library, complain)
    else:
        message = Message("Dateien mit der Endung „{suffix}“ lassen sich nicht einlesen.", suffix=suffix)
        remedy = Message("Möglich sind: {words}.", words=tuple(sorted(ANSWER_SUFFIXES)))
        raise InvalidInput((Problem(str(path), message, remedy),))

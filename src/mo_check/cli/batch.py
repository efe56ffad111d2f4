"""``batch``: many profiles checked and scored, a row each, for scripts and for spreadsheets."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mo_check.cli.report import threshold
from mo_check.cli.surroundings import Surroundings
from mo_check.cli.wording import tell, word
from mo_check.errors import InvalidInput, Message, UsageError
from mo_check.model.records import Record
from mo_check.tasks.batch import Done, Job, batch as worked, failed_record


class Format(StrEnum):
    """The forms the rows can take."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Dialect(StrEnum):
    """The dialects of CSV."""

    STANDARD = "standard"
    EXCEL_DE = "excel-de"

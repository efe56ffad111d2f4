"""What stands around a document that is passed on: whose letterhead it bears, and the day it is made."""

from datetime import date
from typing import NamedTuple

from mo_check.model.letterhead import Letterhead


class LetterFrame(NamedTuple):
    """What a writer is given beside the documents; ``day`` is used only where a document has none of its own."""

    day: date
    letterhead: Letterhead | None = None

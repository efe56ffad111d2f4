"""What stands around a document that is passed on: whose letterhead it bears, and the day it is made."""

from datetime import date
from typing import NamedTuple


class Logo(NamedTuple):
    """A picture of an office: its bytes, its kind (``png`` or ``jpeg``), its size in pixels, and what it shows, in words."""

    data: bytes
    kind: str
    width: int
    height: int
    words: str


class Letterhead(NamedTuple):
    """The name of an office, lines such as its address, and its logo."""

    name: str
    lines: tuple[str, ...] = ()
    logo: Logo | None = None


class Frame(NamedTuple):
    """What a writer is given beside the documents; ``day`` is used only where a document has none of its own."""

    day: date
    letterhead: Letterhead | None = None

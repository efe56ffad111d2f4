"""The letterhead of an office: its name, lines such as its address, and its logo."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mo_check.model.types import Frozen, Text

LETTERHEAD_FORMAT = "mo-check/letterhead/1"
Line = Annotated[Text, Field(max_length=120)]


class LetterheadFile(Frozen):
    """A letterhead as its file says it; ``logo`` is a picture beside it and ``logo_shows`` says in words what is on it."""

    format: Literal["mo-check/letterhead/1"]
    name: Line
    lines: Annotated[tuple[Line, ...], Field(max_length=6)] = ()
    logo: Text | None = None
    logo_shows: Annotated[Text, Field(max_length=300)] | None = None

    @model_validator(mode="after")
    def _said_in_words(self) -> Self:
        if self.logo is not None and self.logo_shows is None:
            raise PydanticCustomError("logo_without_words", "logo without words")
        return self


class Logo(NamedTuple):
    """A picture: its bytes, its kind (``png`` or ``jpeg``), its size in pixels, and what it shows, in words."""

    data: bytes
    kind: str
    width: int
    height: int
    words: str


class Letterhead(NamedTuple):
    """A letterhead with its logo loaded."""

    name: str
    lines: tuple[str, ...] = ()
    logo: Logo | None = None

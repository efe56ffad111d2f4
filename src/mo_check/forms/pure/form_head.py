"""What a form says about itself and brings back with the answers: whom it asks what about which municipality."""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from mo_check.model.item import Perspective
from mo_check.model.profile import Subject
from mo_check.model.types import Frozen, Version, WordId

PLACE_ONLY = frozenset({Perspective.DEPARTMENT, Perspective.MIGRANT_ORGANISATION})
"""Who is asked for the place only, where a form does not know it: kind and federal state are for the administration to say."""
_BEGINS = "mo1."
"""What a head written as one word begins with; base64 behind it survives every survey tool and spreadsheet."""
_LONGEST = 20_000
_WORD = re.compile(r"[A-Za-z0-9_-]+")


class AskedChecklist(Frozen):
    """A checklist as it was when the form was made."""

    version: Version
    digest: Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{8,64}$")]


class FormHead(Frozen):
    """What a form asks whom about whom. ``mark`` changes with every question, level and wording that is asked."""

    format: Literal["mo-check/form/1"] = "mo-check/form/1"
    perspective: Perspective
    scope: Literal["full", "quick"]
    languages: Annotated[tuple[Annotated[str, Field(pattern=r"^[a-z]{2}(?:-[a-z]+)*$")], ...], Field(min_length=1)]
    subject: Subject | None = None
    checklists: Annotated[Mapping[WordId, AskedChecklist], Field(min_length=1)]
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]

    def word(self) -> str:
        """Return the head as one word of letters, digits, dots, hyphens and underscores."""
        text = json.dumps(self.model_dump(mode="json", exclude_none=True), separators=(",", ":"))
        return _BEGINS + urlsafe_b64encode(text.encode()).decode().rstrip("=")


def head_of(word: str) -> FormHead | None:
    """Return the head that a word holds; None where it is none of ours, or damaged."""
    bare = word.removeprefix(_BEGINS)
    if bare == word or len(word) > _LONGEST or not _WORD.fullmatch(bare):
        return None
    try:
        return FormHead.model_validate(json.loads(urlsafe_b64decode(bare + "=" * (-len(bare) % 4))))
    except (NotBase64, ValueError, ValidationError, RecursionError):
        return None

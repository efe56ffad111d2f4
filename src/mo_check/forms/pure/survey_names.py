"""The names that questions and answers have in survey tools; each follows from the ids alone, so that no table is needed back."""

from base64 import b32encode
from hashlib import sha256
from typing import NamedTuple

PARTS = ("reason", "who", "note")
"""What stands beside an answer in a survey; there is no room for evidence."""


class OdkName(NamedTuple):
    """The name of a field in ODK and KoboToolbox: ``cooperation___concept__written___note``."""

    checklist: str
    item: str
    part: str = ""

    def __str__(self) -> str:
        """Return the name; a dot becomes two underscores, a hyphen one."""
        words = [self.checklist, self.item, *([self.part] if self.part else [])]
        return "___".join(word.replace(".", "__").replace("-", "_") for word in words)


CONSENT = ("read_aloud", "pass_on")
"""The fields that say what a respondent allows."""
BESIDE = ("land", "joint", *CONSENT)
"""The fields of a respondent that may be left empty."""
ALOUD_PART = "aloud"
"""The part of a field that says whether a free text may be read aloud."""
ROW_PART = "row"
"""The part of a field that says whether there is anything in a row of a matrix; its item is dimension and row."""


def odk_name(text: str) -> OdkName | None:
    """Return what a field is named for; None where it is none of ours. Groups may stand before it, as exports write them."""
    words = text.replace("/", "-").replace(":", "-").rpartition("-")[2].split("___")
    if len(words) not in {2, 3} or not all(words):
        return None
    return OdkName(*(word.replace("__", ".").replace("_", "-") for word in words))


def head_code(key: str) -> str:
    """Return the code in LimeSurvey of a question that is no item: letters only."""
    return f"MO{key.replace('_', '').upper()}"


def lime_code(checklist: str, item: str, part: str = "") -> str:
    """Return the code of a question in LimeSurvey: at most 20 letters and digits, nearly the item's id."""
    plain = "".join(sign for sign in item if sign.isalnum())[:14]
    return f"q{plain}{_short(checklist + '/' + item)}{part[:1].upper()}"


def lime_choice(choice: str) -> str:
    """Return the code of an answer in LimeSurvey: at most 5 letters and digits."""
    return "a" + _short(choice)


def _short(text: str) -> str:
    return b32encode(sha256(text.encode()).digest()).decode().lower()[:4]

"""Every language of the interface in one record: its names, how it writes, and the keys of its interview.

A new language is a record here, its catalogue beside this file, and the texts of the checklists. How many forms a number
chooses between stands in the catalogue itself (``Plural-Forms``), where gettext and every translation tool look for it.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

SOURCE = "de"
"""The tag of the language that msgids and checklists are written in."""

NBSP = "\u00a0"


class Locale(NamedTuple):
    """A language. Every field is named where a record is made."""

    tag: str
    """What it is called in ``--lang``, in files, in HTML and in the names of translations (BCP 47)."""
    fallback: tuple[str, ...]
    """The languages that stand in for what is not translated, the nearest first; German is the last."""
    name: str
    """What its speakers call it."""
    regional: str
    """The tag with a region, by which Word and typst choose spelling and hyphenation."""
    xlsform: str
    """What it is called in an XLSForm."""
    limesurvey: str
    """What it is called in LimeSurvey."""
    months: tuple[str, ...]
    date: str
    """How a day is written out; ``{month}`` is its name."""
    group: str
    """What stands between thousands."""
    point: str
    """What stands before decimal places."""
    percent: str
    """How a share is written; ``{number}`` is of a hundred."""
    keys: Mapping[str, str]
    """The letter of everything that is said to a question of the interview with a letter."""
    direction: Literal["ltr", "rtl"] = "ltr"
    """Where its lines begin: left or right."""


_GERMAN = Locale(
    tag=SOURCE,
    fallback=(),
    name="Deutsch",
    regional="de-DE",
    xlsform="Deutsch (de)",
    limesurvey="de",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    date="{day}. {month} {year}",
    group=NBSP,
    point=",",
    percent="{number}" + NBSP + "%",
    keys={
        "unknown": "w",
        "not_applicable": "x",
        "elsewhere": "a",
        "disputed": "u",
        "later": "s",
        "note": "n",
        "evidence": "b",
        "consent": "v",
        "back": "z",
        "go_to": "g",
        "review": "o",
        "quit": "q",
    },
)
_PLAIN_GERMAN = _GERMAN._replace(
    tag="de-x-simple",
    fallback=(SOURCE,),
    name="Einfaches Deutsch",
    xlsform="Einfaches Deutsch (de)",
    limesurvey="de-easy",
)
_ENGLISH = Locale(
    tag="en",
    fallback=(SOURCE,),
    name="English",
    regional="en-GB",
    xlsform="English (en)",
    limesurvey="en",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    date="{day} {month} {year}",
    group=",",
    point=".",
    percent="{number}%",
    keys={
        "unknown": "u",
        "not_applicable": "x",
        "elsewhere": "e",
        "disputed": "d",
        "later": "l",
        "note": "n",
        "evidence": "p",
        "consent": "r",
        "back": "b",
        "go_to": "g",
        "review": "o",
        "quit": "q",
    },
)
LOCALES: Mapping[str, Locale] = {one.tag: one for one in (_GERMAN, _ENGLISH, _PLAIN_GERMAN)}
"""Every language by its tag, in the order in which they are named."""

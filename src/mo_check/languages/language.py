"""One language: its catalogue, and how it writes numbers, shares and dates."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

NBSP = "\u00a0"
_MONTHS = {
    "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def msgid(text: str) -> str:
    """Mark a text of a table as a msgid, so that it is found for translation; returns it unchanged."""
    return text


class Language:
    """A language of the interface; German msgids are their own German text.

    ``tag`` is the language's tag (``de``, ``en``); ``translate`` maps a msgid to its translation, or to itself.
    """

    def __init__(self, tag: str, translate: Callable[[str], str]) -> None:
        self.tag = tag
        self._translate = translate

    def say(self, msgid: str, /, **fields: object) -> str:
        """Return the text of a msgid with its fields filled in."""
        text = self._translate(msgid)
        return text.format(**fields) if fields else text

    def count(self, one: str, many: str, number: int, /, **fields: object) -> str:
        """Return the text for a number of things; ``{number}`` stands for it. German and English know one and other."""
        return self.say(one if number == 1 else many, number=self.number(number), **fields)

    def number(self, value: int | Fraction, places: int = 0) -> str:
        """Write a number with grouped thousands and, rounded half up, that many decimal places."""
        scaled = Fraction(value) * 10**places
        whole = int(abs(scaled) + Fraction(1, 2))
        sign = "−" if scaled < 0 and whole else ""
        digits = str(whole).rjust(places + 1, "0")
        head, tail = (digits[:-places], digits[-places:]) if places else (digits, "")
        group, point = (",", ".") if self.tag == "en" else (NBSP, ",")
        return sign + f"{int(head):,}".replace(",", group) + (point + tail if places else "")

    def share(self, value: Fraction, places: int = 0) -> str:
        """Write a share of one as percent: ``87 %``, in English ``87%``."""
        return self.number(value * 100, places) + ("%" if self.tag == "en" else NBSP + "%")

    def date(self, value: date) -> str:
        """Write a calendar date out: ``14. November 2026``, ``14 November 2026``."""
        month = _MONTHS.get(self.tag, _MONTHS["de"])[value.month - 1]
        return f"{value.day}{'' if self.tag == 'en' else '.'} {month} {value.year}"

    def listing(self, parts: tuple[str, ...]) -> str:
        """Join parts with commas and a last „und“; with semicolons where a part has one of these itself."""
        if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining word
            return "".join(parts)
        last = self.say(" und ")
        if any("," in part or last in part for part in parts):
            return "; ".join(parts)
        return ", ".join(parts[:-1]) + last + parts[-1]


@cache
def language(tag: str) -> Language:
    """Return the language of a known tag; its catalogue is read on first use."""
    if tag.split("-", 1)[0] == "de":
        return Language(tag, str)
    from gettext import GNUTranslations  # noqa: PLC0415 - German, the usual case, needs no catalogue

    path = Path(__file__).parent / tag / "LC_MESSAGES" / "mo_check.mo"
    with path.open("rb") as stream:
        return Language(tag, GNUTranslations(stream).gettext)

"""One language at work: it says msgids, and writes numbers, shares and dates."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from mo_check.languages.locale import LOCALES, SOURCE, Locale


def msgid(text: str) -> str:
    """Mark a text of a table as a msgid, so that it is found for translation; returns it unchanged."""
    return text


class Language:
    """A language of the interface, as its record describes it; ``translate`` maps a msgid to its translation, or to itself."""

    def __init__(self, locale: Locale, translate: Callable[[str], str] = str) -> None:
        self.locale = locale
        self.tag = locale.tag
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
        return sign + f"{int(head):,}".replace(",", self.locale.group) + (self.locale.point + tail if places else "")

    def share(self, value: Fraction, places: int = 0) -> str:
        """Write a share of one as percent: ``87 %``, in English ``87%``."""
        return self.locale.percent.format(number=self.number(value * 100, places))

    def date(self, value: date) -> str:
        """Write a calendar date out: ``14. November 2026``, ``14 November 2026``."""
        return self.locale.date.format(day=value.day, month=self.locale.months[value.month - 1], year=value.year)

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
    locale = LOCALES[tag]
    if tag.split("-", 1)[0] == SOURCE:
        return Language(locale)
    from gettext import GNUTranslations  # noqa: PLC0415 - German, the usual case, needs no catalogue

    path = Path(__file__).parent / tag / "LC_MESSAGES" / "mo_check.mo"
    with path.open("rb") as stream:
        return Language(locale, GNUTranslations(stream).gettext)

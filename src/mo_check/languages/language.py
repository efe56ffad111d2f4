"""One language at work: it says msgids, chooses plural forms, and writes numbers, shares and dates."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from mo_check.languages.locale import LOCALES, SOURCE, Locale

if TYPE_CHECKING:
    from gettext import NullTranslations

_HERE = Path(__file__).parent


def msgid(text: str) -> str:
    """Mark a text of a table as a msgid, so that it is found for translation; returns it unchanged."""
    return text


def _one_or_many(one: str, many: str, number: int) -> str:
    """Choose as German does, where the msgids are the texts."""
    return one if number == 1 else many


class Language:
    """A language of the interface, as its record describes it.

    ``translate`` maps a msgid to its translation, or to itself; ``plural`` two msgids, for one and for many, to the
    translation for a number. Without both, msgids are the texts: they are German.
    """

    def __init__(
        self,
        locale: Locale,
        translate: Callable[[str], str] = str,
        plural: Callable[[str, str, int], str] = _one_or_many,
    ) -> None:
        self.locale = locale
        self.tag = locale.tag
        self._translate = translate
        self._plural = plural

    def say(self, msgid: str, /, **fields: object) -> str:
        """Return the text of a msgid with its fields filled in."""
        text = self._translate(msgid)
        return text.format(**fields) if fields else text

    def count(self, one: str, many: str, number: int, /, **fields: object) -> str:
        """Return the text for a number of things, in the form that the language has for it; ``{number}`` stands for it."""
        return self._plural(one, many, number).format(number=self.number(number), **fields)

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
    folders = [_HERE / one / "LC_MESSAGES" for one in (tag, *locale.fallback) if one != SOURCE]
    return with_catalogues(locale, [folder for folder in folders if folder.is_dir()])


def with_catalogues(locale: Locale, folders: list[Path]) -> Language:
    """Return a language that says what the catalogues of these folders say, the nearest first; else the German msgids."""
    catalogues = [_catalogue(folder) for folder in folders]
    for nearer, further in pairwise(catalogues):
        nearer.add_fallback(further)
    return Language(locale, catalogues[0].gettext, catalogues[0].ngettext) if catalogues else Language(locale)


def _catalogue(folder: Path) -> "NullTranslations":
    """Return the compiled catalogue of a folder; where the build has not made it yet, a warning and an empty one."""
    from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415 - German, the usual case, needs no catalogue

    try:
        with (folder / "mo_check.mo").open("rb") as stream:
            return GNUTranslations(stream)
    except FileNotFoundError:
        from warnings import warn  # noqa: PLC0415 - only for an unfinished build

        remedy = "“pip install -e .” or “pybabel compile” makes it"
        warn(f"{folder} has no mo_check.mo yet, so texts stay German; {remedy}.", RuntimeWarning, stacklevel=2)
        return NullTranslations()

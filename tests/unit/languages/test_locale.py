"""The record of every language: complete, and told apart from the others wherever it has a name."""

from string import Formatter

import pytest

from mo_check.languages import LOCALES, SOURCE, Locale

EVERY_ONE = pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)


def fields(text: str) -> set[str]:
    """Return the names in a text's braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_german_is_the_source_and_english_is_there() -> None:
    """Both are always spoken."""
    assert {SOURCE, "en"} <= LOCALES.keys()


@EVERY_ONE
def test_every_language_falls_back_to_german_in_the_end(locale: Locale) -> None:
    """Each stand-in is a language of its own; German needs none."""
    assert locale.fallback[-1:] == (() if locale.tag == SOURCE else (SOURCE,))
    assert set(locale.fallback) <= LOCALES.keys() - {locale.tag}


@EVERY_ONE
def test_a_record_is_found_by_its_tag(locale: Locale) -> None:
    """Tags are compared in small letters."""
    assert LOCALES[locale.tag] is locale
    assert locale.tag == locale.tag.casefold()


@pytest.mark.parametrize("named", ["name", "xlsform", "limesurvey"])
def test_no_two_languages_have_the_same_name(named: str) -> None:
    """They stand side by side in one form, and a survey tool brings its name back."""
    assert len({getattr(one, named) for one in LOCALES.values()}) == len(LOCALES)


@EVERY_ONE
def test_a_record_says_how_numbers_and_days_are_written(locale: Locale) -> None:
    """Twelve months, each with its own name; and patterns with all their parts."""
    assert len(set(locale.months)) == 12
    assert fields(locale.date) == {"day", "month", "year"}
    assert fields(locale.percent) == {"number"}
    assert len({locale.group, locale.point}) == 2


@EVERY_ONE
def test_the_regional_tag_is_one_of_the_same_language(locale: Locale) -> None:
    """A language of two letters and a region of two capitals, as Word and typst want it."""
    spelling, _, region = locale.regional.partition("-")
    assert spelling == locale.tag.partition("-")[0]
    assert len(region) == 2
    assert region.isupper()

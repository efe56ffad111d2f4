"""How German and English write numbers, shares, dates, lists and counts."""

from datetime import date
from fractions import Fraction

import pytest

from mo_check.languages import LOCALES, Language, language

WORDS = {" und ": " and ", "{number} Frage": "{number} question", "{number} Fragen": "{number} questions"}
GERMAN = language("de")
ENGLISH = Language(LOCALES["en"], lambda msgid: WORDS.get(msgid, msgid))
F = Fraction


@pytest.mark.parametrize(
    ("value", "places", "german", "english"),
    [
        pytest.param(0, 0, "0", "0", id="nothing"),
        pytest.param(999, 0, "999", "999", id="no group"),
        pytest.param(45_000, 0, "45\u00a0000", "45,000", id="thousands"),
        pytest.param(1_234_567, 0, "1\u00a0234\u00a0567", "1,234,567", id="millions"),
        pytest.param(F(5, 2), 0, "3", "3", id="half up"),
        pytest.param(F(7, 2), 0, "4", "4", id="half up from an odd number"),
        pytest.param(F(249, 100), 0, "2", "2", id="less than half down"),
        pytest.param(F(2, 3), 2, "0,67", "0.67", id="two places"),
        pytest.param(F(1, 100), 1, "0,0", "0.0", id="zeros are kept"),
        pytest.param(5, 2, "5,00", "5.00", id="a whole number with places"),
        pytest.param(F(999_995, 1000), 2, "1\u00a0000,00", "1,000.00", id="rounding reaches the thousands"),
        pytest.param(F(-25, 2), 1, "−12,5", "−12.5", id="a real minus"),
        pytest.param(F(-1, 1000), 1, "0,0", "0.0", id="no minus before nothing"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: int | Fraction, places: int, german: str, english: str) -> None:
    """German groups with a no-break space and has a decimal comma; English the other way round."""
    assert (GERMAN.number(value, places), ENGLISH.number(value, places)) == (german, english)


@pytest.mark.parametrize(
    ("value", "places", "german", "english"),
    [
        pytest.param(F(87, 100), 0, "87\u00a0%", "87%", id="hundredths"),
        pytest.param(F(1), 0, "100\u00a0%", "100%", id="all"),
        pytest.param(F(125, 1000), 1, "12,5\u00a0%", "12.5%", id="one place"),
    ],
)
def test_shares_are_written_as_percent(value: Fraction, places: int, german: str, english: str) -> None:
    """German sets a no-break space before the sign."""
    assert (GERMAN.share(value, places), ENGLISH.share(value, places)) == (german, english)


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        pytest.param(date(2026, 11, 14), "14. November 2026", "14 November 2026", id="November"),
        pytest.param(date(2027, 3, 1), "1. März 2027", "1 March 2027", id="no leading zero"),
    ],
)
def test_dates_are_written_out(day: date, german: str, english: str) -> None:
    """The month in words, so that nobody takes it for the day."""
    assert (GERMAN.date(day), ENGLISH.date(day)) == (german, english)


@pytest.mark.parametrize(
    ("parts", "german", "english"),
    [
        pytest.param((), "", "", id="nothing"),
        pytest.param(("A",), "A", "A", id="one"),
        pytest.param(("A", "B"), "A und B", "A and B", id="two"),
        pytest.param(("A", "B", "C"), "A, B und C", "A, B and C", id="three"),
    ],
)
def test_lists_end_with_a_joining_word(parts: tuple[str, ...], german: str, english: str) -> None:
    """Commas between, and a word before the last."""
    assert (GERMAN.listing(parts), ENGLISH.listing(parts)) == (german, english)


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        pytest.param(0, "0 Fragen", "0 questions", id="none"),
        pytest.param(1, "1 Frage", "1 question", id="one"),
        pytest.param(1200, "1\u00a0200 Fragen", "1,200 questions", id="many"),
    ],
)
def test_counts_know_one_and_many(number: int, german: str, english: str) -> None:
    """The number itself is written in the language's form."""
    said = [speaks.count("{number} Frage", "{number} Fragen", number) for speaks in (GERMAN, ENGLISH)]
    assert said == [german, english]


@pytest.mark.parametrize(
    ("msgid", "fields", "text"),
    [
        pytest.param("Frage {n} von {all}", {"n": 3, "all": 45}, "Frage 3 von 45", id="fields are filled in"),
        pytest.param("{siehe Anlage}", {}, "{siehe Anlage}", id="without fields braces are text"),
        pytest.param("Datei {name}", {"name": "{0}.yaml"}, "Datei {0}.yaml", id="braces in a field are text"),
    ],
)
def test_a_text_is_said_with_its_fields(msgid: str, fields: dict[str, object], text: str) -> None:
    """A German msgid is its own text."""
    assert GERMAN.say(msgid, **fields) == text

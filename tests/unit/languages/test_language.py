"""How languages write numbers, shares, dates and lists, and how they choose plural forms; what is missing stays German."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from mo_check.languages import LOCALES, SOURCE, Language, language
from mo_check.languages.language import with_catalogues

WORDS = {" und ": " and "}
GERMAN = language("de")
ENGLISH = Language(
    LOCALES["en"], lambda msgid: WORDS.get(msgid, msgid), lambda _, __, n: "{number} question" if n == 1 else "{number} questions"
)
F = Fraction
ASKED = ("{number} Frage", "{number} Fragen")


def compiled(folder: Path, tag: str, told: Mapping[str | tuple[str, str], str | tuple[str, ...]]) -> Path:
    """Lay out the compiled catalogue of a language, with its plural forms as Unicode knows them, and return its folder."""
    catalogue = Catalog(locale=tag)
    for msgid, text in told.items():
        catalogue.add(msgid, text)
    folder = folder / tag / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "mo_check.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    return folder


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
    assert [speaks.count(*ASKED, number) for speaks in (GERMAN, ENGLISH)] == [german, english]


@pytest.mark.parametrize(
    ("tag", "forms", "expected"),
    [
        pytest.param("tr", ("{number} soru",) * 2, {0: "0 soru", 1: "1 soru", 5: "5 soru"}, id="one and many, all the same"),
        pytest.param("ja", ("{number}問",), {0: "0問", 1: "1問", 1200: "1,200問"}, id="a single form"),
        pytest.param(
            "pl",
            ("{number} pytanie", "{number} pytania", "{number} pytań"),
            {0: "0 pytań", 1: "1 pytanie", 2: "2 pytania", 5: "5 pytań", 12: "12 pytań", 22: "22 pytania", 25: "25 pytań"},
            id="three forms",
        ),
        pytest.param(
            "ar",
            ("لا أسئلة", "سؤال واحد", "سؤالان", "{number} أسئلة", "{number} سؤالًا", "{number} سؤال"),
            {0: "لا أسئلة", 1: "سؤال واحد", 2: "سؤالان", 3: "3 أسئلة", 11: "11 سؤالًا", 100: "100 سؤال", 103: "103 أسئلة"},
            id="six forms, three without a number",
        ),
    ],
)
def test_a_language_counts_with_as_many_forms_as_it_has(
    tmp_path: Path, tag: str, forms: tuple[str, ...], expected: dict[int, str]
) -> None:
    """Its catalogue says which form belongs to which number."""
    words = with_catalogues(LOCALES["en"]._replace(tag=tag), [compiled(tmp_path, tag, {ASKED: forms})])
    assert {number: words.count(*ASKED, number) for number in expected} == expected


def test_a_counted_text_can_be_said_alone(tmp_path: Path) -> None:
    """What is counted in one place and said in another is one entry of the catalogue; its first form is said."""
    words = with_catalogues(LOCALES["en"], [compiled(tmp_path, "en", {("Engpass", "Engpässe"): ("bottleneck", "bottlenecks")})])
    assert (words.say("Engpass"), words.count("Engpass", "Engpässe", 2)) == ("bottleneck", "bottlenecks")


def test_what_a_catalogue_lacks_the_next_one_says(tmp_path: Path) -> None:
    """The nearest language first, then those it falls back to, at last German; each counts by its own rule."""
    nearest = compiled(tmp_path, "pl", {"ja": "tak"})
    further = compiled(tmp_path, "en", {"ja": "yes", "nein": "no", ASKED: ("{number} question", "{number} questions")})
    words = with_catalogues(LOCALES["en"], [nearest, further])
    assert [words.say(one) for one in ("ja", "nein", "vielleicht")] == ["tak", "no", "vielleicht"]
    assert words.count(*ASKED, 2) == "2 questions"
    assert words.count("{number} Tag", "{number} Tage", 2) == "2 Tage"


def test_a_catalogue_that_is_not_built_leaves_the_texts_german(tmp_path: Path) -> None:
    """A checkout that nobody has installed still runs, and says what is missing; numbers are written as in the language."""
    with pytest.warns(RuntimeWarning, match=r"no mo_check\.mo yet.*pip install -e \."):
        words = with_catalogues(LOCALES["en"], [tmp_path])
    assert (words.say("ja"), words.count(*ASKED, 1200)) == ("ja", "1,200 Fragen")


def test_a_language_without_a_catalogue_of_its_own_speaks_like_the_next() -> None:
    """Plain German has its own checklists; the program speaks German around them."""
    plain = language("de-x-simple")
    assert (plain.tag, plain.say("ja"), plain.count(*ASKED, 2)) == ("de-x-simple", "ja", "2 Fragen")
    assert plain.locale.fallback == (SOURCE,)


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

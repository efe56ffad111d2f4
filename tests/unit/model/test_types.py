"""What a YAML scalar has to be: every type takes its texts, refuses all others, and cleans what people write once."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from mo_check.model.types import (
    CalendarDate,
    Flag,
    Id,
    Number,
    Text,
    Texts,
    Version,
    Whole,
    WordId,
    cleaned_text,
    excerpt,
    version_number,
)

NOT_IN_TEXT = {chr(code) for code in [*range(0x0A), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF]}


def take(kind: object, value: object) -> object:
    """Return what a type makes of a value."""
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: object, value: object) -> str:
    """Return the error type with which a type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        take(kind, value)
    (error,) = caught.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("  a  ", "a", id="blanks around"),
        pytest.param("a  b", "a  b", id="blanks inside stay"),
        pytest.param("a  \nb\t\n", "a\nb", id="trailing blanks of every line"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends of Windows and old Macs"),
        pytest.param("a\x85b\u2028c\u2029d", "a\nb\nc\nd", id="line ends of Unicode"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("a\x00\x1b\x7f\x9bb", "ab", id="control characters"),
        pytest.param("\ufeffa\ufeff", "a", id="byte order marks"),
        pytest.param("a\ud800b\ufffe\uffff", "ab", id="what is no character"),
        pytest.param("\u00a0a\u00a0b\u202f", "a\u00a0b", id="no-break spaces stay inside"),
        pytest.param("a\n  b", "a\n  b", id="indented lines stay"),
        pytest.param("\n\na\n\nb\n\n", "a\n\nb", id="empty lines stay inside"),
        pytest.param("👩‍👩‍👧 שלום é", "👩‍👩‍👧 שלום é", id="every script"),
        pytest.param(" \n\t ", "", id="nothing but blanks"),
    ],
)
def test_text_is_cleaned(text: str, cleaned: str) -> None:
    """One kind of line end, no control characters, no blanks at the end of lines; everything else stays."""
    assert cleaned_text(text) == cleaned


@given(st.text(alphabet=st.characters() | st.sampled_from(sorted(NOT_IN_TEXT | {"\r\n", " ", "\ud800"})).map(lambda c: c[0])))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Law: what was cleaned is clean, so a text loaded and saved again stays the same."""
    cleaned = cleaned_text(text)
    assert cleaned_text(cleaned) == cleaned
    assert not NOT_IN_TEXT & set(cleaned)
    assert all(line == line.rstrip() for line in cleaned.split("\n"))


@given(st.text())
def test_clean_text_can_be_written(text: str) -> None:
    """Law: whatever was cleaned fits into a UTF-8 file."""
    assert cleaned_text(text).encode("utf-8").decode("utf-8") == cleaned_text(text)


def test_text_is_taken_cleaned() -> None:
    """A text field holds the cleaned text."""
    assert take(Text, " a\r\n b ") == "a\n b"


@pytest.mark.parametrize("value", ["", " ", "\n", "\x1b", "\ufeff"], ids=["empty", "blank", "line", "escape", "mark"])
def test_an_empty_text_is_refused(value: str) -> None:
    """A text of which nothing is left is empty."""
    assert refusal(Text, value) == "text_empty"


@pytest.mark.parametrize("value", [1, True, ["a"], {"a": "b"}, None], ids=["number", "flag", "list", "mapping", "none"])
def test_only_text_is_text(value: object) -> None:
    """Nothing is turned into a text on the way."""
    assert refusal(Text, value) == "text_expected"


@pytest.mark.parametrize(
    ("value", "number"),
    [("0", 0), ("45000", 45000), ("007", 7), ("-3", -3), ("+3", 3), (12, 12)],
    ids=["zero", "usual", "leading zeros", "negative", "plus", "a number from a program"],
)
def test_whole_numbers(value: object, number: int) -> None:
    """Digits, with a sign if need be, are a whole number."""
    assert take(Whole, value) == number


@pytest.mark.parametrize("value", ["45.000", "45,000", "1.234.567", "45 000", "45\u00a0000", "45\u202f000", "45'000"])
def test_grouped_numbers_are_refused_with_their_digits(value: str) -> None:
    """Readers disagree on what a point or comma says, so the digits alone are offered."""
    with pytest.raises(ValidationError) as caught:
        take(Whole, value)
    (error,) = caught.value.errors()
    assert error["type"] == "whole_number_grouped"
    assert error["ctx"]["digits"] == "".join(digit for digit in value if digit.isdigit())


@pytest.mark.parametrize(
    "value",
    ["", "1.5", "45.00", "0045.0000", "1e3", "0x1F", "1_000", "²", "viele", " 1", "9" * 19, True, 1.0, ["1"], None],
    ids=repr,
)
def test_what_is_no_whole_number_is_refused(value: object) -> None:
    """No guess is made at floats, exponents, flags, or numbers beyond any municipality."""
    assert refusal(Whole, value) == "whole_number_expected"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0.5", Fraction(1, 2)),
        ("2/3", Fraction(2, 3)),
        ("1", Fraction(1)),
        ("0.1", Fraction(1, 10)),
        (2, Fraction(2)),
        (Fraction(2, 3), Fraction(2, 3)),
    ],
    ids=["decimal", "ratio", "whole", "a tenth, exactly", "int", "fraction"],
)
def test_numbers_are_exact(value: object, number: Fraction) -> None:
    """A number is kept as the very fraction that was written."""
    assert take(Number, value) == number


@pytest.mark.parametrize(
    "value", ["", "0,5", ".5", "1.", "-1", "1/0", "1/-2", "nan", "inf", "1e9", "9" * 10, True, 0.5, ["1"]], ids=repr
)
def test_what_is_no_number_is_refused(value: object) -> None:
    """Nothing infinite, nothing negative, nothing that a comma or a float would blur."""
    assert refusal(Number, value) == "number_expected"


@pytest.mark.parametrize(("value", "flag"), [("true", True), ("false", False), (True, True), (False, False)], ids=repr)
def test_flags(value: object, *, flag: bool) -> None:
    """The words true and false, or a truth value from a program."""
    assert take(Flag, value) is flag


@pytest.mark.parametrize("value", ["yes", "no", "on", "True", "1", "", 1, 0, [], {}, None], ids=repr)
def test_what_is_no_flag_is_refused(value: object) -> None:
    """No other word is taken for a truth value, and no list makes a traceback."""
    assert refusal(Flag, value) == "flag_expected"


@pytest.mark.parametrize("value", ["2026-11-14", date(2026, 11, 14)], ids=["text", "date"])
def test_dates(value: object) -> None:
    """A calendar date is year, month and day."""
    assert take(CalendarDate, value) == date(2026, 11, 14)


@pytest.mark.parametrize(
    "value",
    ["14.11.2026", "2026-02-30", "2026-13-01", "20261114", "2026-W46-6", "2026-11-14T10:00", "26-11-14", "", 2026, []],
    ids=repr,
)
def test_what_is_no_date_is_refused(value: object) -> None:
    """Only days that exist, in one way of writing."""
    assert refusal(CalendarDate, value) == "calendar_date_expected"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Id, "concept.written"),
        (Id, "0-a.b-1"),
        (Id, "a" * 80),
        (WordId, "level-2"),
        (WordId, "a" * 40),
        (Version, "1.0.0"),
        (Version, "10.20.30"),
    ],
    ids=repr,
)
def test_ids_and_versions(kind: object, value: str) -> None:
    """Ids are small letters, digits, hyphens and dots; a version is three whole numbers."""
    assert take(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "value", "error"),
    [
        (Id, "Concept", "string_pattern_mismatch"),
        (Id, "a..b", "string_pattern_mismatch"),
        (Id, "a.b\n", "string_pattern_mismatch"),
        (Id, "ä", "string_pattern_mismatch"),
        (Id, "a" * 81, "string_too_long"),
        (WordId, "2a", "string_pattern_mismatch"),
        (WordId, "a.b", "string_pattern_mismatch"),
        (WordId, "a" * 41, "string_too_long"),
        (Version, "1.0", "string_pattern_mismatch"),
        (Version, "1.0.٣", "string_pattern_mismatch"),
        (Version, "9" * 5000 + ".0.0", "string_too_long"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_id_or_version_is_refused(kind: object, value: str, error: str) -> None:
    """Capitals, umlauts and doubled dots are none; neither is a version that no program could count."""
    assert refusal(kind, value) == error


def test_one_text_stands_for_a_list() -> None:
    """Where several texts may stand, one may stand alone."""
    assert take(Texts, "Amt") == ("Amt",)
    assert take(Texts, ["Amt ", "Büro"]) == ("Amt", "Büro")


@given(st.lists(st.tuples(*[st.integers(0, 10**6)] * 3)))
def test_versions_are_compared_by_number(numbers: list[tuple[int, int, int]]) -> None:
    """Law: every version has its three numbers, so that 1.10.0 comes after 1.9.0."""
    versions = [take(Version, ".".join(map(str, parts))) for parts in numbers]
    assert [version_number(str(version)) for version in versions] == numbers


@pytest.mark.parametrize(
    ("value", "short"),
    [
        pytest.param("a\nb", "a b", id="one line"),
        pytest.param("\x1b[31ma", "[31ma", id="no control characters"),
        pytest.param("x" * 61, "x" * 60, id="cut"),
        pytest.param(["a"], "[…]", id="list"),
        pytest.param({"a": "b"}, "{…}", id="mapping"),
        pytest.param(None, "None", id="anything else"),
    ],
)
def test_wrong_values_are_shown_shortly(value: object, short: str) -> None:
    """What a message repeats of a wrong value fits into it and cannot reach the terminal."""
    assert excerpt(value) == short


REFUSALS = {
    Text: {"text_expected", "text_empty"},
    Whole: {"whole_number_expected", "whole_number_grouped"},
    Number: {"number_expected"},
    Flag: {"flag_expected"},
    CalendarDate: {"calendar_date_expected"},
}


@pytest.mark.parametrize("kind", REFUSALS, ids=["text", "whole", "number", "flag", "date"])
@given(value=st.from_type(object) | st.text() | st.lists(st.text()) | st.dictionaries(st.text(), st.text()))
def test_no_value_makes_a_traceback(kind: object, value: object) -> None:
    """Law: every type takes or refuses, in its own words, whatever a file may hold."""
    refused: set[str] = set()
    try:
        take(kind, value)
    except ValidationError as error:
        refused = {detail["type"] for detail in error.errors()}
    assert refused <= REFUSALS[kind]

"""The English catalogue: everything mo-check says is translated, nothing else, and the .mo is what the .po says."""

import ast
from pathlib import Path
from string import Formatter

import pytest

import catalogue
from mo_check.interview.keys import ENTER, LABELS, keys
from mo_check.languages import LOCALES, language

(ENGLISH,) = catalogue.catalogues()
TRANSLATIONS = catalogue.translations(ENGLISH)


def fields(text: str) -> set[str]:
    """Return the names in a text's braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param('say("Gesamt")', ["Gesamt"], id="say"),
        pytest.param('around.language.say("Datei {file}", file=path)', ["Datei {file}"], id="say of a language"),
        pytest.param('say("Das ist " "lang.")', ["Das ist lang."], id="a text in pieces"),
        pytest.param('say("ja" if here else "nein")', ["ja", "nein"], id="either of two"),
        pytest.param('words.count("{number} Frage", "{number} Fragen", 3)', ["{number} Frage", "{number} Fragen"], id="count"),
        pytest.param('"a b".count(" ")', [], id="another count"),
        pytest.param('Message("Hier fehlt „{key}“.", key=key)', ["Hier fehlt „{key}“."], id="Message"),
        pytest.param('KINDS = {1: msgid("Stadt")}', ["Stadt"], id="a table"),
        pytest.param('CommandEntry("Profile prüfen.", "profile:check")', ["Profile prüfen."], id="a command"),
        pytest.param('typer.Option("-o", metavar="DATEI", help="Wohin.")', ["DATEI", "Wohin."], id="an option"),
        pytest.param('typer.Argument(help="Profil.", min=1)', ["Profil."], id="an argument"),
        pytest.param('show.say(text); say("")', [], id="nothing to translate"),
    ],
)
def test_every_way_to_write_a_msgid_is_found(code: str, found: list[str]) -> None:
    """What is said, counted, sent as a message, marked in a table, or written for a page of help."""
    assert list(catalogue.msgids(ast.parse(code))) == found


@pytest.mark.parametrize(
    ("msgid", "file"),
    [
        pytest.param("Nicht gesichert ist:", "cli/wording.py", id="say"),
        pytest.param("{number} Fragen", "interview/plain_show.py", id="count"),
        pytest.param("Die Datei gibt es nicht.", "files/reading.py", id="Message"),
        pytest.param("kreisfreie Stadt", "document/value_names.py", id="a table"),
        pytest.param("sichern, Ende", "interview/keys.py", id="a key"),
        pytest.param("mindestens {ge}", "cli/usage.py", id="a usage error"),
        pytest.param("Ein leeres Profil anlegen.", "cli/entries.py", id="a command"),
        pytest.param("Profildateien, eine oder mehrere.", "cli/commands/report.py", id="an argument"),
    ],
)
def test_the_source_is_searched(msgid: str, file: str) -> None:
    """A known msgid of each kind is found, with its file."""
    assert file in catalogue.collected()[msgid]


def test_a_table_whose_texts_are_not_marked_is_refused(tmp_path: Path) -> None:
    """It would be said and never translated."""
    (tmp_path / "words.py").write_text('KINDS = {1: "Stadt"}\n\n\ndef told(kind):\n    return say(KINDS[kind])\n')
    with pytest.raises(catalogue.UnmarkedTable, match=r"words\.py: KINDS"):
        catalogue.collected(tmp_path)


def test_a_table_that_is_never_said_needs_no_marks(tmp_path: Path) -> None:
    """File endings and keys are not for translation."""
    (tmp_path / "words.py").write_text('KEYS = {1: "w"}\nsay("Taste")\n')
    assert catalogue.collected(tmp_path) == {"Taste": ["words.py"]}


def test_everything_is_translated() -> None:
    """No msgid of the source is missing or empty: ``tools/catalogue.py update`` names them."""
    assert [msgid for msgid in catalogue.collected() if not TRANSLATIONS.get(msgid)] == []


def test_nothing_is_translated_that_is_not_said() -> None:
    """Msgids that left the source leave the catalogue too."""
    assert set(TRANSLATIONS) - set(catalogue.collected()) == set()


def test_the_fields_are_the_same_in_both_languages() -> None:
    """Every name in braces stands in the translation too, and no other."""
    assert {m: t for m, t in TRANSLATIONS.items() if fields(m) != fields(t)} == {}


def test_blanks_at_the_edges_are_kept() -> None:
    """They join a text to its neighbour."""
    assert [m for m, t in TRANSLATIONS.items() if (m[:1] == " ", m[-1:] == " ") != (t[:1] == " ", t[-1:] == " ")] == []


def test_no_german_quotation_marks_are_left() -> None:
    """English opens and closes them at the top."""
    assert [t for t in TRANSLATIONS.values() if "„" in t or t.count("“") != t.count("”")] == []


def test_the_compiled_catalogue_is_the_one_in_the_repository() -> None:
    """``tools/catalogue.py compile`` gives the same bytes every time, and they are committed."""
    assert ENGLISH.with_suffix(".mo").read_bytes() == catalogue.compiled(ENGLISH)


def test_the_program_speaks_what_the_catalogue_says() -> None:
    """The .mo is found beside the code and read as UTF-8."""
    words = language("en")
    assert words.say("Die Sprache „{tag}“ gibt es nicht.", tag="tlh") == "There is no language “tlh”."
    assert words.count("{number} Frage", "{number} Fragen", 1200) == "1,200 questions"
    assert words.listing(("A", "B", "C")) == "A, B and C"


@pytest.mark.parametrize("tag", LOCALES)
def test_a_key_stands_in_the_words_beside_it(tag: str) -> None:
    """Letters are chosen so that they can be remembered; x is a cross, and q is known everywhere."""
    words = language(tag)
    held = {action: key for action, key in keys(words.locale).items() if key.isalpha() and key not in {ENTER, "x", "q"}}
    assert {
        a: key for a, key in held.items() if not any(w.startswith(key) for w in words.say(LABELS[a]).casefold().split())
    } == {}

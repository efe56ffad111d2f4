"""The catalogues: everything mo-check says is translated, nothing else, and the program speaks what they say."""

import ast
from contextlib import chdir
from io import BytesIO
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

import msgids
from calling import ROOT
from mo_check.interview.keys import ENTER, LABELS, keys
from mo_check.languages import LOCALES, language

SOURCE = ROOT / "src" / "mo_check"
KEYWORDS = {"say": None, "msgid": None, "Message": None, "CommandEntry": None, "count": (1, 2)}
FILES = {path.parents[1].name: path for path in sorted((SOURCE / "languages").glob("*/LC_MESSAGES/mo_check.po"))}


def catalogue(path: Path, tag: str | None = None) -> Catalog:
    """Return a catalogue, or the template that the source makes."""
    with path.open("rb") as stream:
        return read_po(stream, locale=tag)


def texts(one: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return a msgid or a translation as its plural forms; most have one."""
    return (one,) if isinstance(one, str) else one


def entries(held: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return what a catalogue says for each msgid, both with all their plural forms."""
    return {texts(message.id): texts(message.string) for message in held if message.id}


def fields(text: str) -> set[str]:
    """Return the names in a text's braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


CATALOGUES = {tag: catalogue(path, tag) for tag, path in FILES.items()}
EVERY_ONE = pytest.mark.parametrize("tag", CATALOGUES)
ENGLISH = entries(CATALOGUES["en"])


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, ...]]:
    """Return every msgid of the source, as ``pybabel extract`` finds them with the settings of pyproject.toml."""
    path = tmp_path_factory.mktemp("said") / "mo_check.pot"
    with chdir(ROOT):
        CommandLineInterface().run(["pybabel", "-q", "extract", "-o", str(path)])
    return set(entries(catalogue(path)))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param('say("Gesamt")', ["Gesamt"], id="say"),
        pytest.param('around.language.say("Datei {file}", file=path)', ["Datei {file}"], id="say of a language"),
        pytest.param('say("Das ist " "lang.")', ["Das ist lang."], id="a text in pieces"),
        pytest.param('say("ja" if here else "nein")', ["ja", "nein"], id="either of two"),
        pytest.param('say("{a}: {b}", a=say("Amt"), b="x")', ["{a}: {b}", "Amt"], id="one inside another"),
        pytest.param('words.count("{number} Frage", "{number} Fragen", 3)', [("{number} Frage", "{number} Fragen")], id="count"),
        pytest.param('"a b".count(" "); held.count(3)', [], id="another count"),
        pytest.param('Message("Hier fehlt „{key}“.", key=key)', ["Hier fehlt „{key}“."], id="Message"),
        pytest.param('KINDS = {1: msgid("Stadt")}', ["Stadt"], id="a table"),
        pytest.param('say(KINDS["town"])', [], id="what is looked up"),
        pytest.param('CommandEntry("Profile prüfen.", "profile:check")', ["Profile prüfen."], id="a command"),
        pytest.param('typer.Option("-o", metavar="DATEI", help="Wohin.")', ["DATEI", "Wohin."], id="an option"),
        pytest.param('typer.Argument(help="Profil.", min=1)', ["Profil."], id="an argument"),
        pytest.param('show.say(text); say("")', [], id="nothing to translate"),
    ],
)
def test_every_way_to_write_a_msgid_is_found(
    code: str, found: list[str | tuple[str, str]], capfd: pytest.CaptureFixture[str]
) -> None:
    """What is said, counted, sent as a message, marked in a table, or written for a page of help; Babel remarks on nothing."""
    assert [message for _, message, _, _ in extract(msgids.extract, BytesIO(code.encode()), KEYWORDS)] == found
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "msgid",
    [
        pytest.param(("Nicht gesichert ist:",), id="say"),
        pytest.param(("{number} Frage", "{number} Fragen"), id="count"),
        pytest.param(("Die Datei gibt es nicht.",), id="Message"),
        pytest.param(("kreisfreie Stadt",), id="a table"),
        pytest.param(("sichern, Ende",), id="a key"),
        pytest.param(("mindestens {ge}",), id="a usage error"),
        pytest.param(("Ein leeres Profil anlegen.",), id="a command"),
        pytest.param(("Profildateien, Ordner und Muster wie „2026/*.yaml“.",), id="an argument"),
    ],
)
def test_the_source_is_searched(said: set[tuple[str, ...]], msgid: tuple[str, ...]) -> None:
    """A known msgid of each kind is found."""
    assert msgid in said


def looked_up(tree: ast.AST) -> set[str]:
    """Return the names of tables that are looked up where a msgid is expected."""
    calls = (call for call in ast.walk(tree) if isinstance(call, ast.Call) and msgids.named(call.func) in KEYWORDS)
    return {msgids.named(one.value) for call in calls for one in call.args if isinstance(one, ast.Subscript)}


def plain_tables(tree: ast.Module) -> set[str]:
    """Return the names of a module's dicts that hold texts which are not marked."""
    held = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict)]
    plain = [node for node in held if any(chain.from_iterable(msgids.literals(value) for value in node.value.values))]
    targets = chain.from_iterable(node.targets if isinstance(node, ast.Assign) else [node.target] for node in plain)
    return {msgids.named(one) for one in targets}


def unmarked(sources: dict[str, str | bytes]) -> list[str]:
    """Return the tables that are said although their texts are not marked, so that they would never be translated."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    wanted = set().union(*(looked_up(tree) for tree in trees.values()))
    return sorted(f"{name}: {table}" for name, tree in trees.items() for table in wanted & plain_tables(tree))


def test_every_table_that_is_said_is_marked() -> None:
    """Babel sees a text where it is written, not where it is looked up."""
    assert unmarked({str(path.relative_to(SOURCE)): path.read_bytes() for path in SOURCE.rglob("*.py")}) == []


def test_an_unmarked_table_would_be_seen() -> None:
    """Wherever it is said; and one that is never said needs no marks."""
    table = 'KINDS = {1: "Stadt"}\nKEYS: Mapping[int, str] = {1: "w"}\n'
    for looked_up_in in ("say(KINDS[kind])", "language.say(words.KINDS[kind], number=1)"):
        assert unmarked({"words.py": table, "told.py": looked_up_in}) == ["words.py: KINDS"]
    assert unmarked({"words.py": table, "told.py": 'say("Taste")'}) == []


@EVERY_ONE
def test_a_catalogue_holds_what_is_said_and_nothing_else(said: set[tuple[str, ...]], tag: str) -> None:
    """``pybabel extract`` and ``pybabel update`` bring it up to date."""
    assert set(entries(CATALOGUES[tag])) ^ said == set()


def test_english_is_complete() -> None:
    """No msgid waits for its translation, in none of its plural forms."""
    assert [msgid for msgid, told in ENGLISH.items() if not all(told)] == []


@EVERY_ONE
def test_a_catalogue_has_the_plural_forms_of_its_language(tag: str) -> None:
    """They are those that Unicode knows, and every counted text has that many."""
    known = get_plural(tag)
    held = CATALOGUES[tag]
    assert (held.num_plurals, held.plural_expr) == (known.num_plurals, known.plural_expr)
    assert {len(told) for msgid, told in entries(held).items() if len(msgid) > 1} == {known.num_plurals}


@EVERY_ONE
def test_the_fields_are_the_same_in_both_languages(tag: str) -> None:
    """Every name in braces stands in each form of the translation too, and no other."""
    told = entries(CATALOGUES[tag])
    assert {m: t for m, t in told.items() if any(one and fields(one) != fields(m[-1]) for one in t)} == {}


@EVERY_ONE
def test_blanks_at_the_edges_are_kept(tag: str) -> None:
    """They join a text to its neighbour."""
    told = entries(CATALOGUES[tag])
    edges = {m: (m[0][:1] == " ", m[0][-1:] == " ") for m in told}
    assert {m for m, t in told.items() if any(one and edges[m] != (one[:1] == " ", one[-1:] == " ") for one in t)} == set()


def test_no_german_quotation_marks_are_left() -> None:
    """English opens and closes them at the top."""
    assert [one for told in ENGLISH.values() for one in told if "„" in one or one.count("“") != one.count("”")] == []


@EVERY_ONE
def test_the_compiled_catalogue_says_what_the_written_one_says(tag: str) -> None:
    """The build makes it, and the tests make it anew where the .po has changed since."""
    compiled = BytesIO()
    write_mo(compiled, CATALOGUES[tag])
    assert FILES[tag].with_suffix(".mo").read_bytes() == compiled.getvalue()


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

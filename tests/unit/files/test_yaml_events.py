"""Strict YAML: what a scalar is, what is refused, and where each fault stands."""

from collections.abc import Callable
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mo_check.errors import Message
from mo_check.files import yaml_events as events
from mo_check.files.yaml_events import MAX_DEPTH, ParsedYaml, Tree, parse_yaml

DUPLICATE = "Der Schlüssel „{key}“ steht zweimal."
REFERENCE = "YAML-Verweise („&“ und „*“) gibt es hier nicht."
TAG = "YAML-Typangaben wie „{tag}“ gibt es hier nicht."
SECOND = "Hier beginnt ein zweites Dokument."
NO_WORD = "Ein Schlüssel muss ein Wort sein."
EMPTY_ENTRY = "Dieser Listeneintrag ist leer."
TOO_DEEP = "Hier ist zu tief verschachtelt."
NO_VALUE = "„{key}“ hat hier keinen Wert."
SYNTAX = "Das ist kein gültiges YAML."


@pytest.fixture(
    autouse=True,
    params=[pytest.param(yaml.CSafeLoader, id="libyaml"), pytest.param(yaml.SafeLoader, id="python")],
)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once with libyaml and once with the parser that PyYAML falls back on where libyaml is missing."""
    monkeypatch.setattr(events, "_LOADER", request.param)


def faults(parsed: ParsedYaml) -> list[tuple[int, int, str]]:
    """Return each fault as line, column and msgid."""
    return [(*fault.mark, fault.message.msgid) for fault in parsed.faults]


@pytest.mark.parametrize(
    "scalar",
    [
        pytest.param("05315000", id="leading zero"),
        pytest.param("0x1F", id="hexadecimal"),
        pytest.param("1_000", id="underscore"),
        pytest.param("12e45", id="float"),
        pytest.param(".inf", id="infinity"),
        pytest.param("no", id="no"),
        pytest.param("Yes", id="yes"),
        pytest.param("on", id="on"),
        pytest.param("true", id="true"),
        pytest.param("null", id="null"),
        pytest.param("~", id="tilde"),
        pytest.param("12:30", id="sexagesimal"),
        pytest.param("2026-11-14", id="date"),
        pytest.param("2026-11-14T10:00:00Z", id="moment"),
        pytest.param("=", id="default key"),
        pytest.param("<<", id="merge key"),
    ],
)
def test_every_scalar_is_text(scalar: str) -> None:
    """A scalar is the text that stands there, whatever another reader would take it for."""
    parsed = parse_yaml(f"key: {scalar}\nlist: [{scalar}]\n")
    assert parsed == ParsedYaml(tree={"key": scalar, "list": [scalar]})


def test_keys_are_text_too() -> None:
    """A key that another reader takes for a truth value, a number or a date is a word here."""
    assert parse_yaml("on: a\n2026-11-14: b\n01: c\n").tree == {"on": "a", "2026-11-14": "b", "01": "c"}


def test_a_key_without_a_value_is_absent() -> None:
    """A key with nothing behind it is as if it did not stand there."""
    assert parse_yaml("a:\nb: text\nc: # to be done\n") == ParsedYaml(tree={"b": "text"})


def test_an_empty_text_in_quotes_is_a_value() -> None:
    """Two quotes say that somebody meant an empty text, which the model may judge."""
    assert parse_yaml("a: ''\nb: \"\"\n").tree == {"a": "", "b": ""}


def test_an_empty_list_and_an_empty_mapping_are_values() -> None:
    """Brackets with nothing between them stand for an empty list or mapping."""
    assert parse_yaml("a: []\nb: {}\n").tree == {"a": [], "b": {}}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("a: >-\n  one\n  two\n", {"a": "one two"}, id="folded"),
        pytest.param("a: |-\n  one\n    two\n", {"a": "one\n  two"}, id="literal"),
        pytest.param('a: "\\u00e4\\n"\n', {"a": "ä\n"}, id="escapes"),
        pytest.param("a: 'it''s'\n", {"a": "it's"}, id="single quotes"),
        pytest.param("? a\n: b\n", {"a": "b"}, id="explicit key"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="one document with its marks"),
        pytest.param("- a\n- [b, c]\n- d: e\n", ["a", ["b", "c"], {"d": "e"}], id="nested"),
        pytest.param("a: b\r\nc: |-\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne"}, id="CRLF"),
        pytest.param("word", "word", id="a single word"),
    ],
)
def test_the_usual_forms_are_read(text: str, tree: Tree) -> None:
    """Block, flow and quoted forms give the tree that YAML means by them."""
    assert parse_yaml(text) == ParsedYaml(tree=tree)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "\n\n"], ids=["empty", "comment", "mark", "blank"])
def test_nothing_is_no_tree(text: str) -> None:
    """A text that holds no value gives no tree and no fault."""
    assert parse_yaml(text) == ParsedYaml()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", [(3, 1, DUPLICATE)], id="duplicate key"),
        pytest.param("a:\n  {b: 1, b: 2}\n", [(2, 10, DUPLICATE)], id="duplicate key in flow"),
        pytest.param("a:\na: 1\n", [(2, 1, DUPLICATE)], id="duplicate of a key without value"),
        pytest.param("a: 1\n'a': 2\n", [(2, 1, DUPLICATE)], id="duplicate in other quotes"),
        pytest.param("a: &x 1\n", [(1, 4, REFERENCE)], id="anchor at a scalar"),
        pytest.param("a: &x {b: c}\n", [(1, 4, REFERENCE)], id="anchor at a mapping"),
        pytest.param("a: &x [b]\n", [(1, 4, REFERENCE)], id="anchor at a list"),
        pytest.param("&x a: b\n", [(1, 1, REFERENCE)], id="anchor at a key"),
        pytest.param("a: *x\n", [(1, 4, REFERENCE)], id="alias"),
        pytest.param("a: [*x]\n", [(1, 5, REFERENCE)], id="alias in a list"),
        pytest.param("a: !!python/name:os.system\n", [(1, 4, TAG)], id="tag at a scalar"),
        pytest.param("a: !!map {b: c}\n", [(1, 4, TAG)], id="tag at a mapping"),
        pytest.param("a: !mine [b]\n", [(1, 4, TAG)], id="tag at a list"),
        pytest.param("a: ! b\n", [(1, 4, TAG)], id="bare tag"),
        pytest.param("!!str a: b\n", [(1, 1, TAG)], id="tag at a key"),
        pytest.param("a: 1\n---\nb: 2\n", [(2, 1, SECOND)], id="second document"),
        pytest.param("? [a]\n: b\n", [(1, 3, NO_WORD)], id="list as key"),
        pytest.param("? {a: b}\n: c\n", [(1, 3, NO_WORD)], id="mapping as key"),
        pytest.param("a:\n  - b\n  -\n  - c\n", [(3, 4, EMPTY_ENTRY)], id="empty entry"),
        pytest.param("a: {b: c, d}\n", [(1, 11, NO_VALUE)], id="key without value in flow"),
        pytest.param("a: b: c\n", [(1, 5, SYNTAX)], id="two colons"),
        pytest.param("a: [b\n", [(2, 1, SYNTAX)], id="open bracket"),
        pytest.param("a:\n\t- b\n", [(2, 1, SYNTAX)], id="tab as indentation"),
        pytest.param("a: @b\n", [(1, 4, SYNTAX)], id="reserved character"),
        pytest.param("%YAML 3.0\n---\na: b\n", [(1, 1, SYNTAX)], id="YAML of the future"),
    ],
)
def test_what_is_refused_is_named_with_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    """Each form that readers take differently is refused once, at its line and column."""
    assert faults(parse_yaml(text)) == found


def test_an_alias_as_key_is_no_word() -> None:
    """A reference in the place of a key is told both ways, and the reading goes on."""
    parsed = parse_yaml("? *x\n: a\nb: c\n")
    assert [msgid for *_, msgid in faults(parsed)] == [NO_WORD, REFERENCE]
    assert parsed.tree == {"b": "c"}


def test_all_faults_are_named_at_once() -> None:
    """One reading names every fault of form, in the order of the file."""
    text = "a: &x 1\nb: *x\nc: !!int 2\na: 3\nd:\n  -\n? [e]\n: f\n---\nsecond: document\n"
    assert faults(parse_yaml(text)) == [
        (1, 4, REFERENCE),
        (2, 4, REFERENCE),
        (3, 4, TAG),
        (4, 1, DUPLICATE),
        (6, 4, EMPTY_ENTRY),
        (7, 3, NO_WORD),
        (9, 1, SECOND),
    ]


def test_faults_before_a_fault_of_syntax_are_kept() -> None:
    """Where the text stops being YAML the reading ends, and what was found before is still told."""
    assert faults(parse_yaml("a: 1\na: 2\nb: [\n")) == [(2, 1, DUPLICATE), (4, 1, SYNTAX)]


def test_every_fault_but_a_wrong_key_says_what_to_do() -> None:
    """A remedy stands beside each fault for which there is one."""
    text = "a: &x 1\nb: !!int 2\na: 3\nd:\n  -\n---\ne: [\n"
    assert all(isinstance(fault.remedy, Message) for fault in parse_yaml(text).faults)


@pytest.mark.parametrize(
    ("opening", "column"),
    [
        pytest.param("[", lambda depth: depth + 1, id="lists in flow"),
        pytest.param("{a: ", lambda depth: 4 * depth + 1, id="mappings in flow"),
        pytest.param("- ", lambda depth: 2 * depth + 1, id="lists in block"),
    ],
)
def test_a_level_too_many_is_refused_where_it_begins(opening: str, column: Callable[[int], int]) -> None:
    """Depth is bounded while reading: the fault stands where the first level too many begins."""
    assert faults(parse_yaml(opening * 900)) == [(1, column(MAX_DEPTH), TOO_DEEP)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_200000_levels_are_refused_quickly(opening: str) -> None:
    """No recursion runs out, whether libyaml reads ahead to its own bound or we come to ours first."""
    began = process_time()
    parsed = parse_yaml(opening * 200_000)
    assert [(line, msgid) for line, _, msgid in faults(parsed)] == [(1, TOO_DEEP)]
    assert process_time() - began < 10


def test_200000_keys_of_keys_are_refused_quickly() -> None:
    """Mappings that are keys of mappings run into the same bound."""
    began = process_time()
    parsed = parse_yaml("? " * 200_000)
    assert faults(parsed)[-1] == (1, 2 * MAX_DEPTH + 1, TOO_DEEP)
    assert {msgid for *_, msgid in faults(parsed)} == {NO_WORD, TOO_DEEP}
    assert process_time() - began < 10


def test_a_deep_staircase_of_block_mappings_is_refused() -> None:
    """2,500 indented mappings, as many as a file of the largest size can hold, are too deep at the first level too many."""
    parsed = parse_yaml("".join(f"{' ' * depth}a:\n" for depth in range(2_500)) + " " * 2_500 + "a: b\n")
    assert faults(parsed) == [(MAX_DEPTH + 1, MAX_DEPTH + 1, TOO_DEEP)]


def test_the_deepest_allowed_level_is_read() -> None:
    """The bound itself is still allowed."""
    text = "[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH
    assert parse_yaml(text).faults == []


def test_an_alias_bomb_is_never_unfolded() -> None:
    """Nine levels of nine references, a billion words in another reader, are refused at their length as written."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    began = process_time()
    found = faults(parse_yaml("\n".join(lines)))
    assert {msgid for *_, msgid in found} == {REFERENCE}
    assert len(found) == 10 + 9 * 9
    assert process_time() - began < 5


def test_marks_give_the_place_of_keys_and_entries() -> None:
    """With marks asked for, a value stands where its key stands, a list entry where it begins; keys may hold dots."""
    text = "# comment\na.b:\n  - c: d\n  -   e\nempty:\n"
    assert parse_yaml(text, with_marks=True).marks == {
        (): (2, 1),
        ("a.b",): (2, 1),
        ("a.b", 0): (3, 5),
        ("a.b", 0, "c"): (3, 5),
        ("a.b", 1): (4, 7),
        ("empty",): (5, 1),
    }


def test_marks_are_not_kept_unasked() -> None:
    """The usual reading, in which nothing is wrong, keeps no marks."""
    assert parse_yaml("a: b\n").marks == {}


def test_columns_count_characters() -> None:
    """A column counts characters, not bytes."""
    assert faults(parse_yaml("{ä: „ö“, ü: *x}\n")) == [(1, 13, REFERENCE)]


@given(st.text())
def test_no_text_makes_a_traceback(text: str) -> None:
    """Whatever stands in a text, it is parsed or its faults are named, each at a place that counts from 1."""
    parsed = parse_yaml(text, with_marks=True)
    assert all(line >= 1 and column >= 1 for line, column in [fault.mark for fault in parsed.faults])


def leaves(tree: Tree) -> list[object]:
    """Return everything in a tree that is neither mapping nor list, keys included."""
    if isinstance(tree, dict):
        return [*tree, *(leaf for value in tree.values() for leaf in leaves(value))]
    if isinstance(tree, list):
        return [leaf for value in tree for leaf in leaves(value)]
    return [tree]


@given(st.text(alphabet="ab01:- \n[]{},&*!|>'\"#?%@~.é"))
def test_leaves_are_text_or_faulty(text: str) -> None:
    """A text without faults holds nothing but text; only a document without any value has none."""
    parsed = parse_yaml(text)
    kinds = {type(leaf) for leaf in leaves(parsed.tree)}
    assert parsed.faults or parsed.tree is None or kinds <= {str}

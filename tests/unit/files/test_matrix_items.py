"""Matrices in a file: rows times columns become items, what the matrix means stays, and a wrong one is told with its place."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from calling import checklist_yaml, level_yaml
from mo_check.errors import Message, Problem
from mo_check.files.library import Library, load_checklist
from mo_check.files.matrix_items import check_matrices, expand_matrices
from mo_check.files.yaml_events import Tree

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

ROWS: list[Tree] = [{"id": "sport", "label": "Sport"}, {"id": "culture", "label": "Kultur"}]
COLUMNS: list[Tree] = [
    {
        "id": "exchange",
        "short": "{row}: Austausch",
        "question": "{row}: Reden Sie über {row}?",
        "levels": [{"id": "none", "label": "nein"}, {"id": "some", "label": "ja", "sees": "Über {row} wird geredet."}],
        "for": {"department": {"question": "{row}: Redet Ihr Amt?"}},
    },
    {"id": "notes", "short": "{row}: Notiz", "kind": "text", "question": "Und sonst?"},
]


def tree(matrix: Tree, **fields: Tree) -> dict[str, Tree]:
    """Return a checklist's tree with one dimension that has this matrix."""
    return {"id": "probe", "dimensions": [{"id": "topics", "matrix": matrix} | fields]}


def items(held: Mapping[str, Tree]) -> list[Any]:
    """Return the items of the first dimension of a tree."""
    dimensions: Any = held["dimensions"]
    found: list[Any] = dimensions[0]["items"]
    return found


def test_rows_times_columns_are_items_row_by_row() -> None:
    """All columns of the first row, then all of the second; each knows its row and column."""
    made = items(expand_matrices(tree({"rows": ROWS, "columns": COLUMNS})))
    assert [(one["id"], one["row"], one["row_label"], one["column"]) for one in made] == [
        ("topics.exchange.sport", "sport", "Sport", "exchange"),
        ("topics.notes.sport", "sport", "Sport", "notes"),
        ("topics.exchange.culture", "culture", "Kultur", "exchange"),
        ("topics.notes.culture", "culture", "Kultur", "notes"),
    ]


def test_a_row_is_named_in_every_text_of_its_items() -> None:
    """In the question, in a level and in the words of another perspective, as often as it stands there."""
    first, *_ = items(expand_matrices(tree({"rows": ROWS, "columns": COLUMNS})))
    assert (first["short"], first["question"]) == ("Sport: Austausch", "Sport: Reden Sie über Sport?")
    assert first["levels"][1]["sees"] == "Über Sport wird geredet."
    assert first["for"]["department"]["question"] == "Sport: Redet Ihr Amt?"


def test_items_of_its_own_follow_the_matrix() -> None:
    """A dimension may hold both."""
    held = expand_matrices(tree({"rows": ROWS[:1], "columns": COLUMNS[:1]}, items=[{"id": "topics.other"}]))
    assert [one["id"] for one in items(held)] == ["topics.exchange.sport", "topics.other"]


def test_what_a_matrix_means_stays_and_is_no_part_of_its_items() -> None:
    """Its own keys and those of its columns; the rows are in the items."""
    meaning: dict[str, Tree] = {"label": "Thema", "legend": "● ja", "empty": "Nichts", "path": {"label": "Weg"}}
    own: dict[str, Tree] = {
        "label": "Austausch",
        "ordered": "false",
        "words": {"none": {"label": "nie"}},
        "shares": {"title": "x"},
    }
    column = COLUMNS[0]
    assert isinstance(column, dict)
    held = expand_matrices(tree(meaning | {"rows": ROWS, "columns": [column | own]}))
    dimensions: Any = held["dimensions"]
    assert dimensions[0]["matrix"] == meaning | {"columns": [{"id": "exchange"} | own]}
    assert all(own.keys().isdisjoint(one) for one in items(held))


@pytest.mark.parametrize(
    ("short", "label"),
    [("{row}: Austausch", "Austausch"), ("Kontakt ({row})", "Kontakt"), ("{row}", "exchange"), ("Kontakt", "Kontakt")],
)
def test_a_column_without_a_head_is_called_like_its_items(short: str, label: str) -> None:
    """Without the row and what stands around it; where nothing is left, by its id."""
    held = expand_matrices(tree({"rows": ROWS, "columns": [{"id": "exchange", "short": short}]}))
    dimensions: Any = held["dimensions"]
    assert dimensions[0]["matrix"] == {"columns": [{"label": label, "id": "exchange"}]}


def test_a_tree_without_a_matrix_stays_as_it_is() -> None:
    """Nothing is copied, nothing changed."""
    held: dict[str, Tree] = {"dimensions": [{"id": "d", "items": [{"id": "d.a", "question": "{row}?"}]}]}
    assert expand_matrices(held) is held


def test_expanding_leaves_the_tree_of_the_file_alone() -> None:
    """The mark of a checklist is of what its file says."""
    held = tree({"rows": ROWS, "columns": COLUMNS})
    expand_matrices(held)
    assert held == tree({"rows": ROWS, "columns": COLUMNS})


def test_a_sound_matrix_has_no_complaints() -> None:
    """Rows with id and label, columns with an id; what else a column needs its items are checked for."""
    assert list(check_matrices(tree({"rows": ROWS, "columns": COLUMNS}))) == []


_TREES: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from(["x", "{row}", "sport", None]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["rows", "columns", "id", "label", "matrix", "dimensions"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(_TREES)
@example({"rows": None, "columns": None})
def test_no_matrix_breaks_the_reading(matrix: Tree) -> None:
    """Whatever stands there, it is expanded or complained of; what is complained of has a place in the tree."""
    held = tree(matrix)
    complaints = list(check_matrices(held))
    expand_matrices(held)
    assert all(complaint.path[:3] == ("dimensions", 0, "matrix") for complaint in complaints)
    sound = isinstance(matrix, dict) and isinstance(matrix.get("rows"), list) and isinstance(matrix.get("columns"), list)
    assert complaints or sound


# --- in a file: the matrix begins in line 14, its rows in 15, its columns in 18

MATRIX = """    matrix:
      rows:
        - {id: sport, label: Sport}
        - {id: culture, label: Kultur}
      columns:
        - id: exchange
          short: "{row}: Austausch"
          kind: share
          question: "{row}: Gibt es einen Austausch?"
          levels: [{id: none, label: nein}, {id: some, label: ja}]
          nothing: none
"""
HEAD = checklist_yaml(a="1\n" + level_yaml("a.one")).partition("    items:\n")[0]


def test_a_file_with_a_matrix_is_loaded(write: Write) -> None:
    """Two rows and one column: two questions, with the label of their row."""
    held = load_checklist(str(write(HEAD + MATRIX, "own.yaml"))).checklist
    assert [(item.id, item.question) for item in held.items()] == [
        ("a.exchange.sport", "Sport: Gibt es einen Austausch?"),
        ("a.exchange.culture", "Kultur: Gibt es einen Austausch?"),
    ]


WRONG = {
    "a matrix that is a text": ("    matrix: alles\n", 14, "Hier müssen Schlüssel mit Werten stehen."),
    "a matrix that is a list": ("    matrix: [a, b]\n", 14, "Hier müssen Schlüssel mit Werten stehen."),
    "no rows": (MATRIX.replace("rows:", "zeilen:"), 15, "Den Schlüssel „zeilen“ gibt es hier nicht."),
    "rows missing": (MATRIX.replace("rows:", "zeilen:"), 14, "Hier fehlt „rows“."),
    "columns missing": (MATRIX.partition("      columns:")[0], 14, "Hier fehlt „columns“."),
    "rows that are keys": (MATRIX.replace("- {id: sport,", "sport: {id: sport,").replace("- {id: c", "c: {id: c"), 15, "Liste"),
    "a row that is a text": (
        MATRIX.replace("{id: sport, label: Sport}", "Sport"),
        16,
        "Hier müssen Schlüssel mit Werten stehen.",
    ),
    "a row without id": (MATRIX.replace("id: sport, ", ""), 16, "Hier fehlt „id“."),
    "a row without label": (MATRIX.replace(", label: Sport", ""), 16, "Hier fehlt „label“."),
    "a row with a wrong key": (
        MATRIX.replace("label: Kultur}", "label: Kultur, lable: x}"),
        17,
        "Den Schlüssel „lable“ gibt es hier nicht.",
    ),
    "a column that is a text": (
        MATRIX.partition("        - id: exchange")[0] + "        - exchange\n",
        19,
        "Schlüssel mit Werten",
    ),
    "a column without id": (MATRIX.replace("- id: exchange\n          short", "- short"), 19, "Hier fehlt „id“."),
    "a row twice": (MATRIX.replace("id: culture", "id: sport"), 17, "Das Kriterium „a.exchange.sport“ steht zweimal."),
    "a column with a wrong key": (MATRIX.replace("kind: share", "knid: share"), 21, "Den Schlüssel „knid“ gibt es hier nicht."),
    "a column without a question": (MATRIX.replace("          question:", "          help:"), 19, "Hier fehlt „question“."),
    "a row whose id is a list": (MATRIX.replace("id: sport", "id: [a]"), 16, "nicht die richtige Form"),
    "rows that are empty": (
        MATRIX.replace(
            "rows:\n        - {id: sport, label: Sport}\n        - {id: culture, label: Kultur}\n",
            "rows: []\n",
        ),
        10,
        "mindestens 1",
    ),
}

PATH = MATRIX.replace(
    "    matrix:\n",
    "    matrix:\n      path:\n        {label: Weg, title: Der Weg, text: Es geht voran., rungs: [\n"
    "          {id: one, label: eins, any_of: [exchange.some]}]}\n",
)
SHARES = MATRIX + "          shares: {title: Anteile, figure: topics.figure-initiative}\n"
WRONG |= {
    "a rung of no answer": (PATH.replace("exchange.some", "exchange.much"), 17, "Die Antwort „exchange.much“ gibt es in dieser"),
    "a rung of no column": (
        PATH.replace("exchange.some", "bodies.some"),
        17,
        "Die Antwort „bodies.some“ gibt es in dieser Matrix",
    ),
    "a rung without answers": (PATH.replace("[exchange.some]", "[]"), 17, "mindestens 1"),
    "a path without rungs": (
        PATH.replace("rungs: [\n          {id: one, label: eins, any_of: [exchange.some]}]", "rungs: []"),
        16,
        "1",
    ),
    "a path without a text": (PATH.replace(" text: Es geht voran.,", ""), 15, "Hier fehlt „text“."),
    "a rung twice": (
        PATH.replace("exchange.some]}", "exchange.some]}, {id: one, label: zwei, any_of: [exchange.some]}"),
        17,
        "zweimal",
    ),
    "something beside that is no answer": (
        PATH.replace("exchange.some]}]}", "exchange.some]}],\n          beside: {text: Plus., any_of: [exchange.x]}}"),
        18,
        "Die Antwort „exchange.x“ gibt es in dieser Matrix nicht.",
    ),
    "a word for no answer": (MATRIX + "          words: {much: {label: viel}}\n", 25, "„much“ gibt es hier nicht."),
    "a word without a label": (MATRIX + "          words: {some: {short: S}}\n", 25, "Hier fehlt „label“."),
    "an order that is none": (MATRIX + "          ordered: vielleicht\n", 25, "true"),
    "shares of a figure that is none": (
        SHARES.replace("topics.figure-initiative", "why.listening"),
        25,
        "Anteile mit der Kennung „why.listening“ gibt es in keiner Quelle.",
    ),
    "shares of other answers": (SHARES, 25, "„topics.figure-initiative“ nennt einen Anteil von „integration“, der hier keine"),
    "a nothing that is no answer": (MATRIX.replace("nothing: none", "nothing: never"), 24, "„never“ gibt es hier nicht."),
}


@pytest.mark.parametrize(("matrix", "line", "what"), WRONG.values(), ids=WRONG)
def test_a_matrix_of_another_form_is_located(
    write: Write, problems_of: ProblemsOf, said: Said, matrix: str, line: int, what: str
) -> None:
    """Each mistake is told with its line; one in a column stands in that column, one in a row in that row."""
    path = write(HEAD + matrix, "own.yaml")
    problems = problems_of(lambda: load_checklist(str(path)))
    assert [p.line for p in problems if what in said(p.message)][:1] == [line]


@pytest.mark.parametrize("tag", ["de", "en"])
def test_a_translated_matrix_speaks(write: Write, tag: str) -> None:
    """Rows and columns are translated each once, and the questions are made of both."""
    write(
        "format: mo-check/translation/1\ndimensions:\n  a:\n    matrix:\n      rows: {culture: {label: Culture}}\n"
        '      columns: {exchange: {question: "{row}: Is there an exchange?"}}\n',
        "own.en.yaml",
    )
    held = Library(tag).load(str(write(HEAD + MATRIX, "own.yaml"))).checklist
    expected = {
        "de": ["Sport: Gibt es einen Austausch?", "Kultur: Gibt es einen Austausch?"],
        "en": ["Sport: Is there an exchange?", "Culture: Is there an exchange?"],
    }
    assert [item.question for item in held.items()] == expected[tag]


def test_what_a_matrix_means_is_translated(write: Write) -> None:
    """Its path and its words; a column without a head is called like its items in that language."""
    words = "          words: {some: {label: etwas}}\n"
    write(
        "format: mo-check/translation/1\ndimensions:\n  a:\n    matrix:\n      path: {label: Way, rungs: {one: {label: first}}}\n"
        '      columns: {exchange: {short: "{row}: Exchange", words: {some: {label: a bit}}}}\n',
        "own.en.yaml",
    )
    path = str(write(HEAD + PATH + words, "own.yaml"))
    english, german = (Library(tag).load(path).checklist.dimensions[0].matrix for tag in ("en", "de"))
    assert english is not None
    assert english.path is not None
    assert german is not None
    assert (english.path.label, english.path.title, english.path.rungs[0].label) == ("Way", "Der Weg", "first")
    assert (english.columns[0].label, german.columns[0].label) == ("Exchange", "Austausch")
    assert (english.columns[0].words["some"].label, german.columns[0].words["some"].label) == ("a bit", "etwas")


def test_a_file_with_a_matrix_is_one_that_others_read_too() -> None:
    """The file of these tests is ordinary YAML, so that a complaint is never about its form."""
    assert yaml.safe_load(HEAD + MATRIX)["dimensions"][0]["matrix"]["rows"][1]["label"] == "Kultur"

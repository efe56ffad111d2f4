"""``checklist``: list, show, lint, coverage and figures, and what lint says about a checklist that does not fit."""

import re
from pathlib import Path

import pytest

from calling import CHECKLISTS, STEP, Call, Write, checklist_yaml, flat, level_yaml

LINES = re.compile(r"^(?P<file>.+?):(?P<line>\d+):\d+: (?P<what>.+)$", re.MULTILINE)


def _ids() -> list[str]:
    """Return the ids of all items as they stand in the file."""
    written = (CHECKLISTS / "cooperation.yaml").read_text(encoding="utf-8")
    return re.findall(r"^      - id: ([a-z.-]+)$", written, re.MULTILINE)


def test_list_names_every_shipped_checklist(mo_check: Call) -> None:
    """Each file in the folder stands in the table, with the numbers of its questions."""
    ended = mo_check("checklist", "list")
    assert (ended.code, ended.err) == (0, "")
    for path in CHECKLISTS.glob("*.yaml"):
        if "." not in path.stem:
            assert path.stem in ended.out
    assert f" {len(_ids())} 15 1.0.0 " in flat(ended.out)


def test_show_tells_every_question(mo_check: Call) -> None:
    """The text of a checklist holds each item's id, question, levels and steps."""
    ended = mo_check("checklist", "show", "cooperation")
    told = flat(ended.out)
    assert (ended.code, ended.err) == (0, "")
    assert [item for item in _ids() if f"({item}" not in told] == []


def test_show_takes_a_file(mo_check: Call, write: Write) -> None:
    """A checklist of one's own is shown from its path."""
    path = write(checklist_yaml(a="1\n" + level_yaml("a.one")), "own.yaml")
    ended = mo_check("checklist", "show", path)
    assert ended.code == 0
    assert "Wie steht es um a.one?" in flat(ended.out)


@pytest.mark.parametrize("command", ["show", "lint", "coverage"])
def test_an_unknown_checklist_gets_a_near_one(mo_check: Call, command: str) -> None:
    """A name that is none ends with 3 and the names that are near."""
    ended = mo_check("checklist", command, "coperation")
    assert ended.code == 3
    assert "Die Checkliste „coperation“ gibt es nicht." in ended.err
    assert "„cooperation“" in ended.err


@pytest.mark.parametrize("names", [(), ("cooperation",), (str(CHECKLISTS / "cooperation.yaml"),)], ids=["all", "id", "file"])
def test_lint_of_what_is_right(mo_check: Call, names: tuple[str, ...]) -> None:
    """A checklist in order is said to be so, and the call ends with 0."""
    ended = mo_check("checklist", "lint", *names)
    assert (ended.code, ended.out) == (0, "")
    assert "cooperation.yaml: in Ordnung." in ended.err


def test_lint_goes_on_after_a_bad_one(mo_check: Call, write: Write) -> None:
    """One bad checklist of several does not hide the others; the call ends with 3."""
    bad = write("a: b\n", "bad.yaml")
    ended = mo_check("checklist", "lint", bad, "cooperation")
    assert ended.code == 3
    assert f"{bad}:1:1: " in ended.err
    assert "cooperation.yaml: in Ordnung." in ended.err


def test_coverage_counts_statements(mo_check: Call) -> None:
    """The table tells how many statements of each kind there are and how many are carried."""
    ended = mo_check("checklist", "coverage")
    assert (ended.code, ended.err) == (0, "")
    found = dict(re.findall(r"(Empfehlung|Merkmal) (\d+ +\d+)", flat(ended.out)))
    assert set(found) == {"Empfehlung", "Merkmal"}


def test_coverage_text_puts_statement_and_text_side_by_side(mo_check: Call) -> None:
    """``--text`` prints a statement beside the question that carries it."""
    told = flat(mo_check("checklist", "coverage", "--text").out)
    assert "why.listening (" in told
    assert "cooperation: understanding.listening, question: Geht es bei Ihren Treffen" in told


# One dimension of two items: a.one begins in line 15, a.two in line 24.
BASE = checklist_yaml(a="1\n" + level_yaml("a.one") + level_yaml("a.two"))
TWO_LEVELS = BASE.replace("          - {id: some, label: etwas}\n          - {id: good, label: gut}\n", "", 1)
SELECT = """      - id: a.three
        short: Kriterium a.three
        kind: select
        question: Was davon?
        options: [{id: first, label: erstens}, {id: none, label: nichts}]
        levels: [{id: none, label: nichts, from_credit: 0}, {id: some, label: etwas, from_credit: 1}]
        steps: {unmet: STEP}
""".replace("STEP", STEP)


def _waiting(item: str, parent: str, level: str = "good") -> str:
    return level_yaml(item, f"when: {{item: {parent}, at_least: {level}}}")


def _a(*items: str) -> str:
    return checklist_yaml(a="1\n" + "".join(items))


UNFIT = {
    "a cycle": (_a(_waiting("a.one", "a.two"), _waiting("a.two", "a.one")), 18, "Bedingungen im Kreis: a.one → a.two → a.one."),
    "an item that waits for itself": (_a(_waiting("a.one", "a.one")), 18, "Bedingungen im Kreis: a.one → a.one."),
    "a longer cycle": (
        _a(_waiting("a.one", "a.two"), _waiting("a.two", "a.three"), _waiting("a.three", "a.one")),
        18,
        "Bedingungen im Kreis: a.one → a.two → a.three → a.one.",
    ),
    "a level twice": (BASE.replace("{id: some", "{id: none", 1), 20, "„none“ steht hier zweimal."),
    "an option twice": (
        _a(SELECT.replace("id: none, label: nichts}]", "id: first, label: x}]")),
        19,
        "„first“ steht hier zweimal.",
    ),
    "an item twice": (BASE.replace("id: a.two", "id: a.one"), 24, "Das Kriterium „a.one“ steht zweimal."),
    "a step for nothing": (TWO_LEVELS, 21, "„partial“ kommt nicht vor"),
    "a case of its own, told by a municipality": (
        _a(level_yaml("a.one", "about: own_experience")),
        18,
        "„own_experience“ steht nur in einer Formulierung für „migrant_organisation“.",
    ),
    "other thresholds than one's own": (_a(level_yaml("a.one", "levels_differ: true")), 18, "Andere Schwellen kann nur"),
    "a shared step that is not": (
        BASE.replace(f"unmet: {STEP}", "unmet: common", 1),
        23,
        "gemeinsamen Schritt „common“ gibt es nicht",
    ),
    "a need that is not": (
        BASE.replace("horizon: sofort}", "horizon: sofort, needs: [a.tow]}", 1),
        23,
        "Das Kriterium „a.tow“ gibt es nicht.",
    ),
    "an unknown statement": (
        _a(level_yaml("a.one", "statements: {why.listenin: question}")),
        18,
        "Die Aussage „why.listenin“ steht in keiner Quelle.",
    ),
    "an unknown place": (
        _a(level_yaml("a.one", "statements: {why.listening: levels.ful}")),
        18,
        "Die Stelle „levels.ful“ gibt es hier nicht.",
    ),
    "an unknown figure": (
        _a(level_yaml("a.one", "figures: [{id: why.listening}]")),
        18,
        "„why.listening“ steht in keiner Quelle",
    ),
    "an unknown parent": (_a(_waiting("a.one", "a.tow")), 18, "Das Kriterium „a.tow“ gibt es nicht."),
    "the lowest level of a parent": (_a(level_yaml("a.one"), _waiting("a.two", "a.one", "none")), 27, "über der untersten"),
    "two conditions": (_a(level_yaml("a.one", "when: {item: a.one, fact: kind}")), 18, "entweder „fact“ oder „item“"),
    "a kind that is none": (_a(level_yaml("a.one", "when: {fact: kind, is: [citty]}")), 18, "„citty“ gibt es hier nicht."),
    "weight 0": (_a(level_yaml("a.one", "weight: 0")), 18, "Das Gewicht muss größer als 0 sein."),
    "values out of order": (
        BASE.replace("label: etwas}", "label: etwas, value: 0.5}", 1),
        18,
        "Entweder jede Stufe hat einen „value“",
    ),
    "seven key items": (
        _a(*(level_yaml(f"a.n{n}", "key: Darum.") for n in range(7))),
        9,
        "Höchstens 6 Schlüsselkriterien; hier sind es 7.",
    ),
    "a level that is a digit": (BASE.replace("{id: some", '{id: "2"', 1), 20, "„2“ hat hier nicht die richtige Form."),
    "an unknown kind": (_a(level_yaml("a.one", "kind: levle")), 18, "„levle“ ist hier nicht möglich."),
    "an unknown key": (_a(level_yaml("a.one", "wieght: 2")), 18, "Den Schlüssel „wieght“ gibt es hier nicht."),
    "a label too long": (BASE.replace("label: etwas", "label: " + "x" * 25, 1), 20, "höchstens 24"),
    "a credit that is missing": (_a(SELECT.replace(", from_credit: 1", "")), 20, "„from_credit“"),
    "one option": (_a(SELECT.replace(", {id: none, label: nichts}]", "]")), 19, "mindestens zwei Auswahlen"),
    "an empty dimension": (checklist_yaml(a="1\n      []"), 14, "mindestens 1"),
    "a quick item that waits for a slow one": (
        _a(level_yaml("a.one"), level_yaml("a.two", "quick: true", "when: {item: a.one, at_least: good}")),
        28,
        "Im Kurzcheck kann nichts auf „a.one“ warten",
    ),
}


@pytest.mark.parametrize(("text", "line", "what"), UNFIT.values(), ids=UNFIT)
def test_lint_tells_what_does_not_fit(mo_check: Call, write: Write, text: str, line: int, what: str) -> None:
    """Each mistake ends with 3, its line and a sentence, and the file stays as it was."""
    path = write(text, "own.yaml")
    ended = mo_check("checklist", "lint", path)
    assert (ended.code, ended.out) == (3, "")
    told = [(int(found["line"]), found["what"]) for found in LINES.finditer(ended.err)]
    assert line in [place for place, sentence in told if what in sentence]
    assert path.read_text(encoding="utf-8") == text


def test_the_base_of_these_mistakes_is_right(mo_check: Call, write: Write) -> None:
    """Without a mistake the same checklists are in order."""
    paths = [
        write(BASE, "base.yaml"),
        write(_a(SELECT), "select.yaml"),
        write(TWO_LEVELS.replace(f", partial: {STEP}", "", 1), "two.yaml"),
    ]
    ended = mo_check("checklist", "lint", *paths)
    assert (ended.code, ended.err.count("in Ordnung")) == (0, 3)


LEVELS = ", ".join(f"{{id: {name}, label: {name}}}" for name in ("none", "some", "good", "full"))
WORDING = f"{{question: Und bei Ihnen?, levels: [{LEVELS}], "
WORDING += f"steps: {{unmet: {STEP}, partial: {STEP}}}}}"


@pytest.mark.parametrize(
    ("wordings", "said"),
    [
        (
            ["{department: WORDING, migrant_organisation: WORDING}", "{department: WORDING}"],
            "3 Formulierungen für andere Sichten",
        ),
        (["{department: WORDING}"], "1 Formulierung für eine andere Sicht"),
        (["{department: TOLD}"], None),
    ],
    ids=["three", "one", "none"],
)
def test_lint_says_once_what_wordings_are_taken_to_be_about(
    mo_check: Call, write: Write, wordings: list[str], said: str | None
) -> None:
    """A checklist whose wordings for other perspectives do not say so is in order; the hint counts them."""
    told = [one.replace("WORDING", WORDING).replace("TOLD", "{about: own_unit, " + WORDING[1:]) for one in wordings]
    items = [level_yaml(f"a.item{number}", f"for: {wording}") for number, wording in enumerate(told)]
    ended = mo_check("checklist", "lint", write(_a(*items), "own.yaml"))
    assert (ended.code, ended.err.count("in Ordnung"), ended.err.count("about")) == (0, 1, 1 if said else 0)
    assert (said or "in Ordnung") in ended.err


def test_lint_tells_everything_at_once(mo_check: Call, write: Write) -> None:
    """Three mistakes of different kinds are told together, in the order of their lines."""
    text = _a(
        level_yaml("a.one", "weight: 0"), _waiting("a.two", "a.tow"), level_yaml("a.three").replace("{id: some", "{id: none")
    )
    ended = mo_check("checklist", "lint", write(text, "own.yaml"))
    lines = [int(found["line"]) for found in LINES.finditer(ended.err)]
    assert ended.code == 3
    assert lines == sorted(lines)
    assert {18, 28, 40} <= set(lines)


def test_a_missing_source_is_named(mo_check: Call, write: Write) -> None:
    """A checklist whose source is not there ends with 3 and names the file that is missing."""
    text = BASE.replace("[qualitaetszirkel-2023]", "[nowhere]")
    ended = mo_check("checklist", "lint", write(text, "own.yaml"))
    assert ended.code == 3
    assert "nowhere.yaml: Die Datei gibt es nicht." in ended.err


def test_a_source_of_ones_own_stands_beside(mo_check: Call, write: Write) -> None:
    """A source in the folder ``sources`` beside the checklist is read before a shipped one, and told when it is bad."""
    own = write("format: mo-check/source/1\nid: own\n", "sources/own.yaml")
    ended = mo_check("checklist", "lint", write(BASE.replace("[qualitaetszirkel-2023]", "[own]"), "own.yaml"))
    assert ended.code == 3
    assert f"{own}:1:1: " in ended.err or f"{own}:" in ended.err


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"a: [" * 200_000, id="deep"),
        pytest.param("ä: b\n".encode("latin-1"), id="Latin-1"),
        pytest.param("a: b\n".encode("utf-16"), id="UTF-16"),
        pytest.param(b"a: \0\n", id="NUL"),
        pytest.param(b"a: &x [*x]\n", id="alias of itself"),
        pytest.param(b"a: b\na: c\n", id="duplicate key"),
        pytest.param(b"a: b\n---\na: b\n", id="two documents"),
    ],
)
def test_lint_of_what_is_no_checklist_at_all(mo_check: Call, tmp_path: Path, content: bytes) -> None:
    """Whatever the file holds, lint ends with 3, a place and no traceback."""
    path = tmp_path / "own.yaml"
    path.write_bytes(content)
    ended = mo_check("checklist", "lint", path)
    assert (ended.code, ended.out) == (3, "")
    assert re.match(rf"{re.escape(str(path))}:\d+:\d+: ", ended.err)
    assert path.read_bytes() == content


# --- figures


def test_figures_are_told_with_what_counts(mo_check: Call) -> None:
    """23 of 32 had a concept: with the item it stands beside and the level that counts."""
    ended = mo_check("checklist", "figures")
    assert (ended.code, ended.err) == (0, "")
    assert "23 von 32 Schriftliches Konzept" in flat(ended.out)
    assert "Umfrage 2020, 32 Kommunen" in ended.out


def test_the_number_that_follows_is_marked(mo_check: Call) -> None:
    """32 - 20 - 3 - 3 = 6 had neither: the paper does not say it, and the table says so."""
    (line,) = [line for line in mo_check("checklist", "figures").out.splitlines() if "abgeleitet" in line]
    assert "6 von 32" in line
    assert line.split()[:3] == ["Weder", "ein", "Konzept"]


def test_figures_are_told_in_english(mo_check: Call) -> None:
    """Texts, values and what counts."""
    told = flat(mo_check("--lang", "en", "checklist", "figures").out)
    assert "23 of 32" in told
    assert " von 32" not in told


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_figures_keep_to_the_width_of_the_screen(mo_check: Call, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """No line is wider."""
    monkeypatch.setenv("COLUMNS", columns)
    assert max(map(len, mo_check("checklist", "figures").out.splitlines())) <= int(columns)

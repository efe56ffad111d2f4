"""From a YAML file to a model: kinds of files, and every problem at once with file, line, path and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.errors import Message, Problem
from mo_check.files.library import load_source
from mo_check.files.loading import build_model, check_format, load_tree, located_problems
from mo_check.files.profiles import load_profile
from mo_check.model.issue import Issue
from mo_check.model.profile import PROFILE_FORMAT, Land, Profile

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

HEAD = """\
format: mo-check/profile/1
subject:
  name: Musterstadt
  kind: city
respondent:
  perspective: municipality
  label: Integrationsstelle
"""


def test_a_tree_comes_with_its_text(write: Write) -> None:
    """Text and tree come together, so that a later complaint finds its line."""
    path = write("a: [b]\n")
    assert load_tree(path) == ("a: [b]\n", {"a": ["b"]})


def test_bytes_at_hand_are_not_read_again(tmp_path: Path) -> None:
    """Who has read the bytes already hands them in; the file is not touched."""
    assert load_tree(tmp_path / "missing.yaml", b"a: b\n") == ("a: b\n", {"a": "b"})


@pytest.mark.parametrize("text", ["", "\n", "# only\n# comments\n", "---\n"], ids=["empty", "blank", "comments", "mark"])
def test_an_empty_file_is_named(write: Write, problems_of: ProblemsOf, said: Said, text: str) -> None:
    """A file that holds nothing is told as empty, with a doubt about whether it is the right one."""
    (problem,) = problems_of(lambda: load_tree(write(text)))
    assert (problem.line, problem.column) == (1, 1)
    assert said(problem.message) == "Die Datei ist leer."
    assert said(problem.remedy) == "Ist es die richtige Datei?"


@pytest.mark.parametrize("text", ["- a\n- b\n", "a word\n", "[]\n"], ids=["list", "word", "empty list"])
def test_a_file_without_keys_at_the_top_is_named(write: Write, problems_of: ProblemsOf, said: Said, text: str) -> None:
    """A list or a word at the top is no file of ours."""
    (problem,) = problems_of(lambda: load_tree(write(text)))
    assert (problem.line, problem.column) == (1, 1)
    assert said(problem.message) == "Hier müssen Schlüssel mit Werten stehen."
    assert said(problem.remedy) == "Oben in der Datei müssen Zeilen wie „format: …“ stehen."


def test_all_faults_of_form_come_at_once(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """Every fault of the YAML itself is a problem with file, line and column."""
    path = write("a: 1\na: 2\nb: *x\n")
    problems = problems_of(lambda: load_tree(path))
    assert [(p.file, p.line, p.column, said(p.message)) for p in problems] == [
        (str(path), 2, 1, "Der Schlüssel „a“ steht zweimal."),
        (str(path), 3, 4, "YAML-Verweise („&“ und „*“) gibt es hier nicht."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "# a note\nsubject: x\n",
            ((2, 1), "Hier fehlt „format: mo-check/profile/1“.", "Ist es die richtige Datei?"),
            id="missing",
        ),
        pytest.param(
            "subject: x\nformat: mo-check/checklist/1\n",
            ((2, 1), "Das ist keine Datei der Art „mo-check/profile/1“.", "Ist es die richtige Datei?"),
            id="other kind",
        ),
        pytest.param(
            "format: mo-check/profile/2\n",
            (
                (1, 1),
                "Diese Datei hat ein neueres mo-check geschrieben (mo-check/profile/2).",
                "mo-check erneuern; dieses hier kennt Fassung 1.",
            ),
            id="newer",
        ),
        pytest.param(
            "format: mo-check/profile/10\n",
            (
                (1, 1),
                "Diese Datei hat ein neueres mo-check geschrieben (mo-check/profile/10).",
                "mo-check erneuern; dieses hier kennt Fassung 1.",
            ),
            id="much newer",
        ),
        pytest.param(
            "format: mo-check/profile/0\n",
            ((1, 1), "Das ist keine Datei der Art „mo-check/profile/1“.", "Ist es die richtige Datei?"),
            id="never written",
        ),
        pytest.param(
            "format: mo-check/profile/²\n",
            ((1, 1), "Das ist keine Datei der Art „mo-check/profile/1“.", "Ist es die richtige Datei?"),
            id="no number",
        ),
        pytest.param(
            "format: [mo-check/profile/1]\n",
            ((1, 1), "Das ist keine Datei der Art „mo-check/profile/1“.", "Ist es die richtige Datei?"),
            id="a list",
        ),
    ],
)
def test_a_file_of_another_kind_is_named(
    write: Write, problems_of: ProblemsOf, said: Said, text: str, expected: tuple[tuple[int, int], str, str]
) -> None:
    """The kind of a file is judged before anything else in it, at the line where it stands or should stand."""
    path = write(text)
    (problem,) = problems_of(lambda: check_format(path, *load_tree(path), PROFILE_FORMAT))
    assert problem.path == "format"
    assert ((problem.line, problem.column), said(problem.message), said(problem.remedy)) == expected


def test_a_format_of_5000_digits_is_no_traceback(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A number that Python refuses to convert is shown shortened and never converted."""
    path = write(f"format: mo-check/profile/{'9' * 5000}\n")
    (problem,) = problems_of(lambda: load_profile(path))
    assert said(problem.message) == f"Diese Datei hat ein neueres mo-check geschrieben (mo-check/profile/{'9' * 43})."


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"], ids=["U+FFFE", "U+FFFF"])
def test_what_is_no_character_is_refused(write: Write, problems_of: ProblemsOf, said: Said, character: str) -> None:
    """Two codes that stand for no character at all are refused by the YAML parser itself."""
    (problem,) = problems_of(lambda: load_tree(write(f"a: x{character}y\n")))
    assert problem.line == 1
    assert said(problem.message) == "Das ist kein gültiges YAML."


def test_the_right_kind_passes(write: Write) -> None:
    """A file of the wanted kind is built."""
    path = write(HEAD)
    text, tree = load_tree(path)
    check_format(path, text, tree, PROFILE_FORMAT)
    assert build_model(Profile, path, text, tree).subject.name == "Musterstadt"


def test_bom_and_crlf_are_read(write: Write) -> None:
    """A profile that a Windows editor has saved is the same profile."""
    remark = "remark: |-\n  one\n  two\n"
    plain = load_profile(write(HEAD + remark, "plain.yaml")).profile
    windows = load_profile(write(b"\xef\xbb\xbf" + (HEAD + remark).replace("\n", "\r\n").encode(), "crlf.yaml")).profile
    assert windows == plain
    assert windows.remark == "one\ntwo"


def test_leading_zeros_and_short_words_survive(write: Write) -> None:
    """The official key keeps its zero, the language „no“ is no refusal, and Norway's trap is none for the Land either."""
    text = HEAD.replace("  kind: city\n", "  kind: city\n  ags: 05315000\n  land: NI\n") + "language: no\n"
    profile = load_profile(write(text)).profile
    assert (profile.subject.ags, profile.subject.land, profile.language) == ("05315000", Land.NI, "no")


def test_a_grouped_number_is_refused_with_the_number_meant(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """45.000 is forty-five thousand to one reader and forty-five to another, so the digits alone are asked for."""
    path = write(HEAD.replace("  kind: city\n", "  kind: city\n  population: 45.000\n"))
    (problem,) = problems_of(lambda: load_profile(path))
    assert (problem.line, problem.column, problem.path) == (5, 3, "subject.population")
    assert said(problem.message) == "„45.000“ ist als Zahl nicht eindeutig."
    assert said(problem.remedy) == "Ohne Trennzeichen schreiben: 45000."


def test_all_problems_of_a_file_come_at_once_in_its_order(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """Each has file, line, column, the path inside the data, what is wrong and, where one helps, what to do."""
    path = write(
        """\
format: mo-check/profile/1
respondent:
  perspektive: municipality
  label: ""
subject:
  name: {first: x}
  kind: cty
  population: viele
scope: half
checklists:
  another:
    version: 1
    answers:
      some.item: {level: full, status: unknown}
      other.item: {status: not_applicable}
      third.item: {note: only this}
""",
    )
    problems = problems_of(lambda: load_profile(path))
    found = [(p.line, p.column, p.path, said(p.message), said(p.remedy)) for p in problems]
    assert {p.file for p in problems} == {str(path)}
    assert found == [
        (
            2,
            1,
            "respondent.perspective",
            "Hier fehlt „perspective“.",
            "Den Schlüssel mit einem Wert ergänzen.",
        ),
        (
            3,
            3,
            "respondent.perspektive",
            "Den Schlüssel „perspektive“ gibt es hier nicht.",
            "Meinten Sie „perspective“?",
        ),
        (4, 3, "respondent.label", "Der Text ist leer.", "Etwas eintragen oder die Zeile löschen."),
        (6, 3, "subject.name", "Hier muss ein Text stehen.", ""),
        (7, 3, "subject.kind", "„cty“ ist hier nicht möglich.", "Meinten Sie „city“?"),
        (8, 3, "subject.population", "„viele“ ist keine ganze Zahl.", ""),
        (9, 1, "scope", "„half“ ist hier nicht möglich.", "Möglich sind: „full“, „quick“."),
        (12, 5, "checklists.another.version", "„1“ hat hier nicht die richtige Form.", ""),
        (
            14,
            7,
            "checklists.another.answers.some.item",
            "Eine Antwort braucht genau eines von level, options, text oder status.",
            "",
        ),
        (
            15,
            7,
            "checklists.another.answers.other.item",
            "Zum Status „not_applicable“ fehlt „reason“.",
            "Den Schlüssel mit ein paar Worten ergänzen.",
        ),
        (
            16,
            7,
            "checklists.another.answers.third.item",
            "Eine Antwort braucht genau eines von level, options, text oder status.",
            "",
        ),
    ]


def test_a_wrong_key_of_a_mapping_stands_at_its_line(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """An id that cannot be one is told where it stands, not as a part named "[key]"."""
    path = write(HEAD + "checklists:\n  Meine Liste: {version: 1.0.0}\n")
    (problem,) = problems_of(lambda: load_profile(path))
    assert (problem.line, problem.column, problem.path) == (9, 3, "checklists.Meine Liste")
    assert said(problem.message) == "„Meine Liste“ hat hier nicht die richtige Form."


def test_a_missing_key_of_a_list_entry_stands_at_the_entry(write: Write, problems_of: ProblemsOf) -> None:
    """What is missing has no line of its own and is told at what it is missing from."""
    answers = "checklists:\n  x:\n    version: 1.0.0\n    answers:\n      a:\n        status: disputed\n"
    path = write(HEAD + answers + "        positions:\n          - label: a\n            level: b\n          - label: c\n")
    (problem,) = problems_of(lambda: load_profile(path))
    assert (problem.line, problem.column) == (17, 13)
    assert problem.path == "checklists.x.answers.a.positions.1.level"


def test_escapes_in_keys_and_values_cannot_reach_a_terminal(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A control character written as an escape is taken out of what a problem says and of its path."""
    path = write(HEAD + '"\\e[31mred": x\nscope: "\\e]0;title\\a"\nlanguage: "d\\ne"\n')
    problems = problems_of(lambda: load_profile(path))
    assert [(p.path, said(p.message)) for p in problems] == [
        ("[31mred", "Den Schlüssel „[31mred“ gibt es hier nicht."),
        ("scope", "„]0;title“ ist hier nicht möglich."),
        ("language", "„d e“ hat hier nicht die richtige Form."),
    ]


def test_a_source_is_judged_alike(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """Sources pass through the same door as checklists and profiles."""
    (problem, *_) = problems_of(lambda: load_source(write("format: mo-check/profile/1\n")))
    assert said(problem.message) == "Das ist keine Datei der Art „mo-check/source/1“."


def test_complaints_about_content_get_file_and_line(said: Said) -> None:
    """A complaint of the model gets its line; the deepest part of its path that stands in the file counts."""
    text = "b: [x, y]\na: {c: d}\n"
    complaints = [
        Issue(("a", "missing", 3), Message("First.")),
        Issue(("b", 1), Message("No „{id}“.", id="leve"), known=("level", "label")),
        Issue((), Message("Whole."), Message("Do.")),
    ]
    problems = located_problems(Path("x.yaml"), text, complaints)
    assert [(p.line, p.column, p.path, said(p.message), said(p.remedy)) for p in problems] == [
        (1, 1, "", "Whole.", "Do."),
        (1, 8, "b.1", "No „leve“.", "Meinten Sie „level“?"),
        (2, 1, "a.missing.3", "First.", ""),
    ]


def test_no_complaints_are_no_problems() -> None:
    """Where nothing is wrong, the text is not parsed again."""
    assert located_problems(Path("x.yaml"), "[", ()) == ()

"""Where checklists are found, and reading one whole with everything that is wrong with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.errors import Message, Problem
from mo_check.files import library
from mo_check.files.library import Library, checklist_files, load_checklist, load_source, shipped_folder

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Damage = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def damage(cooperation_copy: Path, problems_of: ProblemsOf) -> Damage:
    """Return a function that exchanges texts in a copy of the checklist and returns what loading it complains of."""

    def damaged(*changes: tuple[str, str]) -> tuple[Problem, ...]:
        text = cooperation_copy.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        cooperation_copy.write_text(text, "utf-8", newline="\n")
        return problems_of(lambda: load_checklist(str(cooperation_copy)))

    return damaged


def line_of(problem: Problem) -> str:
    """Return the line of the file that a problem points at, from its column on."""
    return Path(problem.file).read_text("utf-8").split("\n")[problem.line - 1][problem.column - 1 :]


def test_the_shipped_checklist_loads_by_its_id() -> None:
    """A checklist is found by its id, with its sources."""
    loaded = load_checklist("cooperation")
    assert loaded.checklist.id == "cooperation"
    assert [source.id for source in loaded.sources] == ["qualitaetszirkel-2023"]
    assert loaded.path == shipped_folder() / "cooperation.yaml"


def test_a_copy_loads_by_its_path(cooperation_copy: Path) -> None:
    """A checklist of one's own is given by its path and is the same where the text is the same."""
    loaded = load_checklist(str(cooperation_copy))
    assert loaded.path == cooperation_copy
    assert loaded.digest == load_checklist("cooperation").digest


@pytest.mark.parametrize(
    "name", ["mine.yaml", "mine.yml", "folder/mine", "folder\\mine"], ids=["yaml", "yml", "slash", "backslash"]
)
def test_a_name_that_looks_like_a_path_is_one(name: str) -> None:
    """A file ending or a folder says that a path is meant, whether it exists or not."""
    assert Library().find(name) == Path(name)


def test_an_unknown_id_is_named_with_near_misses(problems_of: ProblemsOf, said: Said) -> None:
    """A misspelt id is told with the one that was meant."""
    (problem,) = problems_of(lambda: Library().find("coperation"))
    assert (problem.file, problem.line) == ("coperation", 0)
    assert said(problem.message) == "Die Checkliste „coperation“ gibt es nicht."
    assert said(problem.remedy) == "Meinten Sie „cooperation“?"


def test_each_checklist_is_loaded_once(cooperation_copy: Path) -> None:
    """A library remembers what it has loaded, so that a batch of profiles reads each checklist once."""
    library = Library()
    first = library.load(str(cooperation_copy))
    cooperation_copy.unlink()
    assert library.load(str(cooperation_copy)) is first


def test_a_folder_of_ones_own_comes_before_the_shipped_one(cooperation_copy: Path) -> None:
    """A checklist of one's own stands in for the shipped one of its name; others of the folder come beside them."""
    folder = cooperation_copy.parent
    shutil.copy(cooperation_copy, folder / "mine.yaml")
    library = Library(folder=folder)
    assert library.find("cooperation") == cooperation_copy
    assert folder / "mine.yaml" in library.files()
    assert {path.stem for path in library.files()} == {path.stem for path in checklist_files()} | {"mine"}


def test_translations_are_no_checklists_of_their_own(tmp_path: Path) -> None:
    """A parallel file in another language stands beside its checklist and is not listed."""
    for name in ("b.yaml", "a.yaml", "a.en.yaml", "notes.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in checklist_files(tmp_path)] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("placed", ["package", "repository"])
def test_the_shipped_checklists_are_in_the_package_or_beside_it(
    placed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package holds its checklists; in the repository they lie at the root, beside pyproject.toml."""
    package = tmp_path / "src" / "mo_check"
    (package / "content").mkdir(parents=True)
    folder = (package if placed == "package" else tmp_path) / "checklists"
    folder.mkdir()
    (tmp_path / "pyproject.toml").touch()
    monkeypatch.setattr(library, "__file__", str(package / "content" / "library.py"))
    assert shipped_folder() == folder.resolve()


def test_a_broken_installation_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems_of: ProblemsOf, said: Said
) -> None:
    """Where no checklists were installed, that is said, with the way out."""
    package = tmp_path / "lib" / "site-packages" / "mo_check"
    monkeypatch.setattr(library, "__file__", str(package / "content" / "library.py"))
    (problem,) = problems_of(shipped_folder)
    assert said(problem.message) == "Die mitgelieferten Checklisten fehlen."
    assert said(problem.remedy) == "mo-check neu installieren."


def test_conditions_in_a_circle(damage: Damage, said: Said) -> None:
    """Two items that wait for each other are both named, with the way round."""
    problems = damage(
        ("when: {item: concept.written, at_least: draft}", "when: {item: concept.known, at_least: both}"),
        ("when: {item: concept.written, at_least: written}", "when: {item: concept.contents, at_least: few}"),
    )
    assert [said(problem.message) for problem in problems] == [
        "Bedingungen im Kreis: concept.contents → concept.known → concept.contents.",
        "Bedingungen im Kreis: concept.known → concept.contents → concept.known.",
    ]
    assert [line_of(problem) for problem in problems] == [
        "when: {item: concept.known, at_least: both}",
        "when: {item: concept.contents, at_least: few}",
    ]


def test_a_level_twice(damage: Damage, said: Said) -> None:
    """The second level of the same id is the one complained of."""
    (problem,) = damage(("{id: heard, label: nebenbei gehört,", "{id: none, label: nebenbei gehört,"))
    assert said(problem.message) == "„none“ steht hier zweimal."
    assert said(problem.remedy) == "Jede Kennung nur einmal vergeben."
    assert problem.path.endswith(".levels.1.id")
    assert line_of(problem).startswith("id: none, label: nebenbei gehört,")


def test_a_step_for_nothing(damage: Damage, said: Said) -> None:
    """A step of an item that nobody can fail is a mistake."""
    step = "        steps: {unmet: {text: t, who: w, effort: 1, effect: 1, horizon: h}}\n"
    (problem,) = damage(("      - id: closing.missing\n", "      - id: closing.missing\n" + step))
    assert said(problem.message) == "Dieser Schritt gehört zu keiner Stufe: „unmet“ kommt nicht vor."
    assert problem.path.endswith(".steps.unmet")
    assert line_of(problem).startswith("unmet: {text: t")


def test_an_unknown_statement(damage: Damage, said: Said) -> None:
    """A statement that no source holds is told with the one that was meant."""
    (problem,) = damage(("why.listening: question", "why.listning: question"))
    assert said(problem.message) == "Die Aussage „why.listning“ steht in keiner Quelle."
    assert said(problem.remedy).startswith("Meinten Sie „why.listening“")
    assert line_of(problem) == "why.listning: question}"


def test_an_unknown_place(damage: Damage, said: Said) -> None:
    """A statement carried by a place that the item does not have is told with the place that was meant."""
    (problem,) = damage(("why.listening: question", "why.listening: qestion"))
    assert said(problem.message) == "Die Stelle „qestion“ gibt es hier nicht."
    assert said(problem.remedy).startswith("Meinten Sie „question“")


def test_an_unknown_level_in_a_condition(damage: Damage, said: Said) -> None:
    """A condition that waits for a level which is none names the one that was meant, not one like the item's own id."""
    (problem,) = damage(("{item: concept.written, at_least: draft}", "{item: concept.written, at_least: drft}"))
    assert said(problem.message) == "„at_least“ braucht eine Stufe von „concept.written“ über der untersten."
    assert said(problem.remedy) == "Meinten Sie „draft“?"
    assert line_of(problem) == "at_least: drft}"


def test_an_unknown_item_in_a_condition(damage: Damage, said: Said) -> None:
    """A condition that waits for an item which is none names the one that was meant."""
    (problem,) = damage(("{item: concept.written, at_least: draft}", "{item: concept.writen, at_least: draft}"))
    assert said(problem.message) == "Das Kriterium „concept.writen“ gibt es nicht."
    assert said(problem.remedy).startswith("Meinten Sie „concept.written“")


def test_mistakes_of_fit_come_at_once_in_the_order_of_the_file(damage: Damage, said: Said) -> None:
    """Everything that does not fit together is told in one go, each at its line."""
    problems = damage(
        ("{item: concept.written, at_least: draft}", "{item: concept.written, at_least: drft}"),
        ("why.listening: question", "why.listning: question"),
        ("{id: heard, label: nebenbei gehört,", "{id: none, label: nebenbei gehört,"),
    )
    assert [said(problem.message) for problem in problems] == [
        "Die Aussage „why.listning“ steht in keiner Quelle.",
        "„none“ steht hier zweimal.",
        "„at_least“ braucht eine Stufe von „concept.written“ über der untersten.",
    ]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_one_mistake_in_a_step_is_one_problem(damage: Damage, said: Said) -> None:
    """The step's own form complains, the other form, the lists around it and the steps that share it do not."""
    (problem,) = damage(("  unmet: {effort: 1, horizon: vier Wochen}", "  unmet: {effort: 7, horizon: vier Wochen}"))
    assert said(problem.message) == "Die Zahl ist zu groß (höchstens 3)."
    assert problem.path == "defaults.unmet.effort"
    assert line_of(problem).startswith("effort: 7")


def test_a_missing_source_is_named(damage: Damage, said: Said) -> None:
    """A source that is neither beside the checklist nor shipped is a missing file."""
    (problem,) = damage(("sources: [qualitaetszirkel-2023]", "sources: [qualitaetszirkel-2032]"))
    assert Path(problem.file).name == "qualitaetszirkel-2032.yaml"
    assert said(problem.message) == "Die Datei gibt es nicht."


def test_a_source_beside_the_checklist_comes_first(cooperation_copy: Path) -> None:
    """Whoever brings a checklist may bring its source; the shipped one of that name is not read then."""
    source = cooperation_copy.parent / "sources" / "qualitaetszirkel-2023.yaml"
    title = load_source(source).title
    source.write_text(source.read_text("utf-8").replace(title, "Ein anderer Titel"), "utf-8", newline="\n")
    (read,) = load_checklist(str(cooperation_copy)).sources
    assert read.title == "Ein anderer Titel"


def test_a_shipped_source_serves_checklists_elsewhere(cooperation_copy: Path) -> None:
    """A checklist of one's own may rest on a shipped source without a copy of it."""
    shutil.rmtree(cooperation_copy.parent / "sources")
    assert load_checklist(str(cooperation_copy)).sources == load_checklist("cooperation").sources


def test_the_digest_is_blind_to_comments_and_quotes(cooperation_copy: Path) -> None:
    """The digest marks what a checklist says, not how the file is laid out."""
    before = load_checklist(str(cooperation_copy)).digest
    text = cooperation_copy.read_text("utf-8").replace("id: cooperation\n", 'id: "cooperation"  # unser\n', 1)
    cooperation_copy.write_bytes(b"\xef\xbb\xbf# Kopie\r\n" + text.replace("\n", "\r\n").encode())
    assert load_checklist(str(cooperation_copy)).digest == before
    assert len(before) == len("sha256:") + 16


def test_the_digest_changes_with_a_word(cooperation_copy: Path) -> None:
    """A changed word in a level is another checklist."""
    before = load_checklist(str(cooperation_copy)).digest
    text = cooperation_copy.read_text("utf-8").replace("label: nebenbei gehört", "label: kaum gehört", 1)
    cooperation_copy.write_text(text, "utf-8", newline="\n")
    assert load_checklist(str(cooperation_copy)).digest != before

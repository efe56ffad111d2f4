"""Where an output goes: its form and its suffix agree, and ``-`` is standard output for whatever is no file to go on with."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from calling import PROFILES, Call, Terminal, environment, varied

SMALL = str(PROFILES / "small-town.yaml")
CITY = str(PROFILES / "city")
COMMANDS = {
    "report": ("report", SMALL),
    "explain": ("explain", SMALL),
    "compare": ("compare", CITY),
    "stats": ("stats", CITY),
}


@pytest.mark.parametrize(
    ("form", "file", "suffixes"),
    [
        pytest.param("pdf", "r.docx", ".pdf", id="pdf as docx"),
        pytest.param("md", "r.txt", ".md", id="md as txt"),
        pytest.param("table", "r.HTM", ".txt", id="table as htm"),
        pytest.param("html", "r.md", ".html, .htm", id="html as md"),
    ],
)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_form_and_a_suffix_that_disagree(mo_check: Call, command: tuple[str, ...], form: str, file: str, suffixes: str) -> None:
    """A file is never called what it is not: the call is refused before anything is written."""
    ended = mo_check(*command, "--format", form, "-o", file)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (
        f"--format {form} und die Endung „{Path(file).suffix.casefold()}“ passen nicht zusammen.\n    Möglich sind: {suffixes}.\n"
    )
    assert not Path(file).exists()


@pytest.mark.parametrize(
    ("command", "form", "file"),
    [
        pytest.param(("report", SMALL), "json", "r.md", id="report json"),
        pytest.param(("compare", CITY), "json", "r.html", id="compare json"),
        pytest.param(("stats", CITY), "csv", "r.json", id="stats csv"),
        pytest.param(("batch", CITY), "jsonl", "r.csv", id="batch jsonl"),
        pytest.param(("batch", CITY), "csv", "r.xlsx", id="batch csv"),
        pytest.param(("report", SMALL), "html", "b.docx", id="one of two"),
    ],
)
def test_records_and_a_suffix_that_disagree(mo_check: Call, command: tuple[str, ...], form: str, file: str) -> None:
    """The same holds for rows, and for one file among several."""
    first = ("-o", f"a.{form}") if file == "b.docx" else ()
    ended = mo_check(*command, "--format", form, *first, "-o", file)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"--format {form} und die Endung „{Path(file).suffix}“ passen nicht zusammen.\n")
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("file", ["r", "r.2026", "r.htm", "r.HTML"])
def test_a_form_and_a_suffix_that_say_nothing_else(mo_check: Call, file: str) -> None:
    """A suffix that is none of ours does not contradict, and html has two."""
    ended = mo_check("report", SMALL, "--format", "html", "-o", file)
    assert (ended.code, ended.err) == (0, f"Geschrieben: {file}\n")
    assert Path(file).read_text("utf-8").startswith("<!doctype html>")


def test_htm_is_a_page(mo_check: Call) -> None:
    """The shorter suffix of old chooses the form, too."""
    assert mo_check("report", SMALL, "-o", "r.htm").code == 0
    assert Path("r.htm").read_text("utf-8").startswith("<!doctype html>")


TEXTS = {
    "report": (("report", SMALL), ("report", SMALL)),
    "report md": (("report", SMALL, "--format", "md"), ("report", SMALL, "--format", "md")),
    "report json": (("report", SMALL, "--format", "json"), ("report", SMALL, "--format", "json")),
    "explain": (("explain", SMALL, "--format", "html"), ("explain", SMALL, "--format", "html")),
    "compare": (("compare", CITY), ("compare", CITY)),
    "stats": (("stats", CITY, "--format", "csv"), ("stats", CITY, "--format", "csv")),
    "batch": (("batch", CITY), ("batch", CITY)),
    "batch csv": (("batch", CITY, "--format", "csv"), ("batch", CITY, "--format", "csv")),
    "checklist print": (("checklist", "print"), ("checklist", "print")),
}


@pytest.mark.parametrize(("arguments", "without"), TEXTS.values(), ids=TEXTS)
def test_a_hyphen_is_standard_output(mo_check: Call, arguments: tuple[str, ...], without: tuple[str, ...]) -> None:
    """``-o -`` is the same as no ``-o`` at all; no file of that name comes to be."""
    assert mo_check(*arguments, "-o", "-") == mo_check(*without)
    assert list(Path().iterdir()) == []


def test_a_hyphen_beside_a_file(mo_check: Call) -> None:
    """One form goes to standard output and another into a file."""
    ended = mo_check("report", SMALL, "-o", "-", "-o", "r.md")
    assert ended.out == mo_check("report", SMALL).out
    assert ended.err == "Geschrieben: r.md\n"
    assert [path.name for path in Path().iterdir()] == ["r.md"]


@pytest.mark.parametrize("form", ["html", "md", "limesurvey"])
def test_a_form_to_fill_in_goes_to_standard_output(mo_check: Call, form: str) -> None:
    """A questionnaire that is text may be piped."""
    suffix = {"limesurvey": "txt"}.get(form, form)
    assert mo_check("form", "make", "--as", form, "-o", f"f.{suffix}").code == 0
    ended = mo_check("form", "make", "--as", form, "-o", "-")
    assert ended.code == 0
    assert ended.out == Path(f"f.{suffix}").read_bytes().decode()
    assert [path.name for path in Path().iterdir()] == [f"f.{suffix}"]


def test_a_form_to_fill_in_needs_a_kind(mo_check: Call) -> None:
    """Without a suffix ``--as`` says which kind it becomes."""
    ended = mo_check("form", "make", "-o", "-")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Auf der Standardausgabe wählt keine Endung die Art.\n    Mit --as eine nennen: html (")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("report", SMALL, "--format", "docx"), id="report"),
        pytest.param(("form", "make", "--as", "xlsx"), id="form make"),
        pytest.param(("form", "make", "--as", "xlsform"), id="xlsform"),
    ],
)
def test_what_is_no_text_is_not_poured_over_a_screen(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Where standard output is a screen the call is refused and a file proposed."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    ended = mo_check(*arguments, "-o", "-")
    assert (ended.code, screen.getvalue()) == (2, "")
    assert ended.err.splitlines() == [
        f"{arguments[-1]} lässt sich nicht auf dem Bildschirm zeigen.",
        f"    Eine Datei angeben: -o {'bericht.docx' if arguments[0] == 'report' else 'fragebogen.xlsx'}.",
    ]


def test_what_is_no_text_goes_into_a_pipe(tmp_path: Path) -> None:
    """Into a pipe it goes as it goes into a file."""
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", "form", "make", "--quick", "--as", "xlsx", "-o", "-"],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"PK\x03\x04")
    assert list(tmp_path.iterdir()) == []


def test_a_benchmark_goes_to_standard_output(mo_check: Call, tmp_path: Path) -> None:
    """Beside a report in a file the benchmark may be piped; beside one on the screen it would be mixed with it."""
    (tmp_path / "many").mkdir()
    varied(tmp_path / "many", 12)
    ended = mo_check("stats", "many", "-o", "s.md", "--benchmark-out", "-")
    assert ended.code == 0
    assert json.loads(ended.out)["format"] == "mo-check/benchmark/1"
    assert ended.err == "Geschrieben: s.md\n"
    mixed = mo_check("stats", "many", "--benchmark-out", "-")
    assert (mixed.code, mixed.out) == (2, "")
    assert mixed.err.startswith("Auf die Standardausgabe passt nur eines, der Bericht oder die Vergleichsdatei.\n    ")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("assess", "--plain", "-"), id="assess"),
        pytest.param(("assess", "--plain", "-o", "-"), id="assess -o"),
        pytest.param(("agree", CITY, "--plain", "-o", "-"), id="agree"),
        pytest.param(("profile", "new", "-", "--name", "A", "--kind", "town", "--label", "B"), id="profile new"),
        pytest.param(("profile", "anonymize", SMALL, "-o", "-"), id="anonymize"),
        pytest.param(("profile", "anonymize", SMALL, "-o", "anon", "--key", "-"), id="anonymize --key"),
        pytest.param(("workshop", CITY, "-o", "-"), id="workshop"),
        pytest.param(("form", "read", SMALL, "-o", "-"), id="form read"),
    ],
)
def test_what_is_gone_on_with_needs_a_name(mo_check: Call, arguments: tuple[str, ...]) -> None:
    """A profile and a folder cannot stand on standard output, and nothing is called ``-``."""
    ended = mo_check(*arguments, given="")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("„-“ ist die Standardausgabe; hier braucht es einen Namen.\n    ")
    assert list(Path().iterdir()) == []


def test_open_needs_a_file_with_a_name(mo_check: Call) -> None:
    """Standard output cannot be opened."""
    ended = mo_check("report", SMALL, "-o", "-", "--open")
    assert (ended.code, ended.out) == (2, "")
    assert "--open braucht eine Datei." in ended.err

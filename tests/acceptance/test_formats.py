"""Every kind of report in every form: what a reader has to find, the same twice, and where it goes."""

import subprocess
import sys
from pathlib import Path

import pytest

from calling import PROFILES, ROOT, Call, Write, environment, flat, profile_yaml, unbroken
from kinds import CITY, KINDS, KIT, SUFFIXES, text_of, written
from mo_check.render.formats import FORMATS

SMALL = str(PROFILES / "small-town.yaml")
FIRST_PAGE = {
    "de": (
        "Büro für Migration und Integration",
        "Selbsteinschätzung",
        "13. Oktober 2026",
        "45 von 46 Fragen",
        "99 %",
        "Fassung 1.0.0",
        "mo-check 0.1.0",
        "Gewichte, Schlüsselkriterien, Stufen, Aufwand und Wirkung hat mo-check festgelegt",
        "Die 32 Kommunen der Umfrage gehören zu einem Kreis, der sich selbst zusammengefunden hat",
    ),
    "en": (
        "Büro für Migration und Integration",
        "Self-assessment",
        "13 October 2026",
        "45 of 46 questions",
        "99%",
        "version 1.0.0",
        "mo-check 0.1.0",
        "Weights, key items, levels, effort and effect are mo-check’s choices",
        "belong to a circle that came together of its own accord",
    ),
}
"""What every first page has to say of the profile that is reported."""


METHOD = tuple(said for said in FIRST_PAGE["de"] if said.startswith(("Selbst", "Fassung", "mo-check", "Gewichte")))
"""What is said on every first page of many profiles."""


def _plain(text: str) -> str:
    """Return text without blanks and hyphens, so that neither a broken line nor a divided word matters."""
    return unbroken(text).replace("-", "").replace("\u00ad", "")


@pytest.mark.parametrize(
    ("kind", "language"),
    [
        *((kind, "de") for kind, call in KINDS.items() if call[:2] in {("report", CITY), ("explain", CITY)}),
        ("report", "en"),
        ("explanation of an item", "en"),
    ],
)
def test_every_report_says_what_it_rests_on(mo_check: Call, tmp_path: Path, kind: str, language: str) -> None:
    """Who answered, as what, when, how much, by which method and version, whose choices, and the caveat stand in every form."""
    files = [f"r{suffix}" for suffix in SUFFIXES]
    ended = mo_check("--lang", language, *KINDS[kind], *(word for file in files for word in ("-o", file)))
    assert ended.code == 0, ended.err
    for file in files:
        text = _plain(text_of(tmp_path / file))
        assert [said for said in FIRST_PAGE[language] if _plain(said) not in text] == []


@pytest.mark.parametrize(
    "kind", [*(kind for kind, call in KINDS.items() if call[0] in {"compare", "stats"}), "guide of a workshop"]
)
def test_what_is_said_of_many_rests_on_the_same(tmp_path: Path, kind: str) -> None:
    """Comparisons, statistics and the guide of a workshop say by which method they were made and whose choices it holds."""
    for file in written(kind, tmp_path, SUFFIXES):
        text = _plain(text_of(file))
        assert [said for said in METHOD if _plain(said) not in text] == []


@pytest.mark.parametrize("kind", [*KINDS, "guide of a workshop"])
def test_the_same_profile_gives_the_same_file_twice(tmp_path: Path, kind: str) -> None:
    """Two processes on two days write the same bytes, and in Word and Excel the same text; with a guide its whole kit."""
    folders = [tmp_path / day for day in ("1700000000", "1795000000")]
    for folder in folders:
        folder.mkdir()
        written(kind, folder, SUFFIXES, SOURCE_DATE_EPOCH=folder.name)
    one, two = ({file.name: _kept(file) for file in folder.iterdir()} for folder in folders)
    assert one == two
    assert len(one) == len(SUFFIXES) * (len(KIT) if kind in KIT else 1)


def _kept(file: Path) -> bytes | str:
    """Return what has to be the same; Word and Excel files hold the time they are written at."""
    return text_of(file) if file.suffix in {".docx", ".xlsx"} else file.read_bytes()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "table"])
def test_the_help_names_every_form(mo_check: Call, name: str) -> None:
    """``--help`` takes its forms from the table of formats."""
    told = flat(mo_check("report", "--help").out)
    assert f"|{name}" in told.split("--format ")[1].split(" ")[0]


def test_a_form_that_is_not_there_is_refused(mo_check: Call) -> None:
    """An unknown form is a usage error that names those there are."""
    ended = mo_check("report", SMALL, "--format", "odt")
    assert (ended.code, ended.out) == (2, "")
    assert "Die Form „odt“ gibt es nicht." in ended.err
    assert "table, md, html, pdf, docx, xlsx, json" in ended.err


def test_a_suffix_that_is_not_there_is_refused(mo_check: Call, tmp_path: Path) -> None:
    """An unknown suffix is a usage error that names those there are, and nothing is written."""
    ended = mo_check("report", SMALL, "-o", "r.html", "-o", "r.odt")
    assert ended.code == 2
    assert ".txt, .md, .html, .pdf, .docx, .xlsx, .json" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_a_binary_form_is_not_poured_over_a_screen(mo_check: Call, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """On a terminal a form that is no text asks for a file."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ended = mo_check("report", SMALL, "--format", form)
    assert ended.code == 2
    assert f"-o bericht.{form}" in ended.err


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!doctype html>")])
def test_a_form_goes_into_a_pipe(tmp_path: Path, form: str, begins: bytes) -> None:
    """Without ``-o`` a form goes whole to standard output, where a pipe or a file takes it."""
    done = subprocess.run(
        [sys.executable, "-m", "mo_check", "report", SMALL, "--format", form],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(begins)


def test_open_shows_each_file_after_all_are_written(mo_check: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--open`` hands every file to the computer once all of them are there."""
    opened = []

    def launch(file: str) -> int:
        opened.append((file, sorted(path.name for path in tmp_path.iterdir())))
        return 0

    monkeypatch.setattr("typer.launch", launch)
    ended = mo_check("report", SMALL, "-o", "a.html", "-o", "b.md", "--open")
    assert ended.code == 0
    assert opened == [("a.html", ["a.html", "b.md"]), ("b.md", ["a.html", "b.md"])]


@pytest.mark.parametrize("answer", [1, OSError()], ids=["refused", "no program"])
def test_a_file_that_nothing_opens_is_named(mo_check: Call, monkeypatch: pytest.MonkeyPatch, answer: int | OSError) -> None:
    """Where nothing shows the file the call still ends well and says where it lies."""

    def launch(_: str) -> int:
        if isinstance(answer, OSError):
            raise answer
        return answer

    monkeypatch.setattr("typer.launch", launch)
    ended = mo_check("report", SMALL, "-o", "a.html", "--open")
    assert ended.code == 0
    assert "a.html ließ sich nicht öffnen" in ended.err


def test_a_page_that_cannot_be_written_is_not_poured_over_the_screen(mo_check: Call) -> None:
    """What nobody reads as it is, such as HTML, is not printed where its file cannot be written."""
    ended = mo_check("report", SMALL, "-o", "nowhere/r.html")
    assert ended.code == 4
    assert "den Ordner gibt es nicht" in ended.err
    assert "<html" not in ended.err


def test_open_needs_a_file(mo_check: Call) -> None:
    """``--open`` without ``-o`` is a usage error with the way out."""
    ended = mo_check("report", SMALL, "--open")
    assert ended.code == 2
    assert "--open braucht eine Datei." in ended.err
    assert "-o bericht.html" in ended.err


@pytest.mark.parametrize(("suffix", "library"), [(".pdf", "typst"), (".docx", "docx")])
def test_a_missing_extra_is_named(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, suffix: str, library: str
) -> None:
    """Without the library the call ends with 4, names the extra, and says how to print the page instead."""
    for name in [name for name in sys.modules if name.split(".")[0] == library or name.startswith("mo_check.render.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    ended = mo_check("report", SMALL, "-o", f"r{suffix}")
    extra = {"typst": "pdf", "docx": "word"}[library]
    assert ended.code == 4
    assert f'pip install "mo-check[{extra}]"' in ended.err
    assert "-o bericht.html" in ended.err
    assert "Strg+P" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_the_council_draft_needs_a_score(mo_check: Call, write: Write) -> None:
    """From a profile with nothing but a matrix no draft is made, and it is said why."""
    path = write(profile_yaml({"topics.exchange.culture": "{level: regular}"}, checklist="topics"))
    ended = mo_check("report", path, "--template", "council")
    assert ended.code == 2
    assert "Ohne Werte gibt es nichts vorzuschlagen." in ended.err


def test_the_council_draft_holds_the_chosen_steps(mo_check: Call) -> None:
    """``--top`` says how many steps stand in the resolution; finances and annexes follow."""
    text = mo_check("report", CITY, "--template", "council", "--top", "2", "--format", "md").out
    resolution = text.split("## Beschlussvorschlag")[1].split("## ")[0]
    assert [line[:2] for line in resolution.splitlines() if line[:1].isdigit()] == ["1.", "2."]
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings[:4] == ["## Beschlussvorschlag", "## Begründung", "## Finanzielle Auswirkungen", "## Beteiligung"]
    assert "| Sachkosten | \\[……\\] | \\[……\\] |" in text
    assert headings[5].startswith("## Anlage 1")


def test_nothing_of_this_day_or_computer_is_in_a_page(mo_check: Call, tmp_path: Path) -> None:
    """A page loads nothing from outside and names no path of this computer beside the profile's."""
    mo_check("report", CITY, "-o", "r.html")
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    text = text.replace("http://www.w3.org/2000/svg", "")
    assert [part for part in ("<script", 'src="http', 'href="http', "url(", "@import", str(ROOT)) if part in text] == []

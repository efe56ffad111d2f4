"""What may come back with a form that nobody meant: problems with their place, or plain text; never code, never a traceback."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
import xlsxwriter
import yaml

from calling import PROFILES, Call, Write, flat
from filling import Book, Cells, cells_for, lime_imported, lime_row, rewritten, table
from mo_check.forms.pure.sheet_keys import RowKey
from mo_check.model.item import Perspective
from respondents import replies

CITY = PROFILES / "city" / "city-2026.yaml"
MO = Perspective.MIGRANT_ORGANISATION
SAID = replies("cooperation", MO)
ITEM = "understanding.listening"
MARK = "0123456789abcdef"


def answers(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - as wrong as one likes
    """Return an answer file of the HTML form; ``answer`` is what was said to one question."""
    answer = changes.pop("answer", {"level": "heard"})
    profile = {
        "format": "mo-check/profile/1",
        "subject": {"name": "Musterstadt", "kind": "town"},
        "respondent": {"perspective": "migrant_organisation", "label": changes.pop("label", "Verein")},
        "language": "de",
        "scope": "full",
        "checklists": {"cooperation": {"version": changes.pop("version", "1.0.0"), "answers": {ITEM: answer}}},
    }
    head = {"format": "mo-check/answers/1", "submission": MARK, "saved": "2026-11-14T10:00:00.000Z", "mark": MARK}
    return head | {"profile": profile} | changes


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the profiles in a folder, in the order of their names."""
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "[/1] [bold]x",
        "{{ 7*7 }} {braces}",
        "x" * 100_000,
        "zwei\nZeilen\u0085\u2028",
    ],
    ids=["script", "formula", "markup", "braces", "long", "lines"],
)
def test_text_stays_text(mo_check: Call, write: Write, tmp_path: Path, text: str) -> None:
    """Whatever is written in a note and a label stands in the profile, and nothing of it acts."""
    write(json.dumps(answers(answer={"level": "heard", "note": text}, label="[/1] <b>=1")), "a.json")
    assert mo_check("form", "read", "a.json", "-o", "in").code == 0
    (profile,) = read(tmp_path / "in")
    note = profile["checklists"]["cooperation"]["answers"][ITEM]["note"]
    assert note.split() == text.replace("\u0085", "\n").replace("\u2028", "\n").split()
    assert mo_check("report", *(tmp_path / "in").iterdir()).code == 0


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param(answers(format="mo-check/answers/2"), "neueres mo-check", id="a newer kind"),
        pytest.param(answers(format="other/1"), "keine Datei der Art", id="another kind"),
        pytest.param(answers(submission="../../etc"), "submission", id="a sitting that is none"),
        pytest.param(answers(extra="1"), "extra", id="a key nobody knows"),
        pytest.param(answers(answer={"level": "nix"}), "Die Stufe „nix“", id="a level that is none"),
        pytest.param(answers(answer={"status": "not_applicable"}), "reason", id="no reason"),
        pytest.param(answers(answer={"level": "heard", "status": "unknown"}), "genau eines", id="two answers at once"),
        pytest.param(answers(answer=[]), "Schlüssel mit Werten", id="a list"),
        pytest.param(answers(label=""), "leer", id="nobody"),
        pytest.param(answers(label="x" * 100_000), "zu lang", id="a very long name"),
        pytest.param(answers(version="one"), "Form", id="a version that is none"),
        pytest.param(answers(profile="x"), "Schlüssel mit Werten", id="no profile"),
    ],
)
def test_an_answer_file_changed_by_hand_is_told_with_line_and_column(
    mo_check: Call, write: Write, tmp_path: Path, changed: dict[str, Any], told: str
) -> None:
    """Every problem has its place, exit code 3, and no profile is written."""
    write(json.dumps(changed, indent=1), "a.json")
    ended = mo_check("form", "read", "a.json", "-o", "in")
    assert ended.code == 3
    assert told in ended.err
    assert "a.json:" in ended.err
    assert not (tmp_path / "in").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe{}",
        b"\x00\x01",
        b"[" * 5000,
        b'{"format": "mo-check/answers/1"}',
        b"PK\x03\x04" + b"x" * 50,
    ],
    ids=["empty", "open", "list", "null", "utf-16", "bytes", "deep", "bare", "a broken zip"],
)
@pytest.mark.parametrize("name", ["a.json", "a.xlsx", "a.ods", "a.csv", "a.docx"])
def test_a_file_that_is_none_of_ours_is_told(mo_check: Call, write: Write, name: str, content: bytes) -> None:
    """Whatever its suffix says: a problem with the name of the file, and exit code 3."""
    write(content, name)
    ended = mo_check("form", "read", name, "-o", "in")
    assert ended.code == 3
    assert ended.err.startswith(name)


def test_older_answers_are_read_and_told(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A form of an earlier version is recognised; what still fits is kept."""
    write(json.dumps(answers(version="0.9.0")), "a.json")
    ended = mo_check("form", "read", "a.json", "-o", "in")
    assert ended.code == 0
    assert "Fassung 0.9.0" in ended.err
    assert len(read(tmp_path / "in")) == 1


def test_a_file_sent_twice_counts_once(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Under another name too; and read again on another day it changes nothing."""
    for name in ("a.json", "b.json"):
        write(json.dumps(answers()), name)
    ended = mo_check("form", "read", "a.json", "b.json", "-o", "in")
    assert "b.json: dieselben Antworten wie in a.json" in ended.err
    assert len(read(tmp_path / "in")) == 1
    again = mo_check("form", "read", "b.json", "-o", "in")
    assert (again.code, "Schon da" in again.err, len(read(tmp_path / "in"))) == (0, True, 1)


def test_a_corrected_file_stands_for_the_earlier_one(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """The later one of a sitting holds, in whatever order they are named."""
    write(json.dumps(answers(answer={"level": "negotiated"}, saved="2026-11-15T08:00:00.000Z")), "a.json")
    write(json.dumps(answers()), "b.json")
    ended = mo_check("form", "read", "b.json", "a.json", "-o", "in")
    assert "b.json: später berichtigt, es gilt a.json" in ended.err
    (profile,) = read(tmp_path / "in")
    assert profile["checklists"]["cooperation"]["answers"][ITEM]["level"] == "negotiated"


def test_two_files_of_one_moment_that_differ_are_left_to_people(mo_check: Call, write: Write) -> None:
    """Nobody can tell which of them holds, so neither is read."""
    write(json.dumps(answers(answer={"level": "negotiated"})), "a.json")
    write(json.dumps(answers()), "b.json")
    ended = mo_check("form", "read", "a.json", "b.json", "-o", "in")
    assert (ended.code, ended.err.count("aus derselben Sitzung")) == (3, 2)


def test_two_who_share_a_device_are_both_kept(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Whoever forgot to delete the answers of the one before is asked after, not dropped."""
    write(json.dumps(answers(label="Frauengruppe")), "a.json")
    write(json.dumps(answers(label="Elternverein", saved="2026-11-15T08:00:00.000Z")), "b.json")
    ended = mo_check("form", "read", "a.json", "b.json", "-o", "in")
    assert (ended.code, len(read(tmp_path / "in"))) == (0, 2)
    assert ended.err.count("Sind es wirklich zwei?") == 1
    assert "ihr Profil löschen" in ended.err


def test_namesakes_are_told_and_nothing_is_overwritten(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Two associations of one name get a file each."""
    write(json.dumps(answers()), "a.json")
    write(json.dumps(answers(submission="f" * 16, answer={"level": "offers"})), "b.json")
    ended = mo_check("form", "read", "a.json", "b.json", "-o", "in")
    assert ended.err.count("mehrere Profile") == 1
    assert "ihr Profil löschen" in ended.err
    assert [path.name for path in sorted((tmp_path / "in").iterdir())] == ["musterstadt-verein-2.yaml", "musterstadt-verein.yaml"]


def test_one_bad_file_never_hides_the_others(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Exit code 5, the good one is written; a folder stands for what lies in it."""
    write(json.dumps(answers()), "mail/a.json")
    write("{", "mail/b.json")
    ended = mo_check("form", "read", "mail", "-o", "in")
    assert (ended.code, len(read(tmp_path / "in"))) == (5, 1)


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return an empty workbook for a migrant organisation."""
    from mo_check.cli.app import run  # noqa: PLC0415

    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    assert run(["form", "make", "--perspective", MO, "--for", str(CITY), "-o", str(path)]) == 0
    return path.read_bytes()


def cell(workbook: bytes, column: str = "answer", item: str = ITEM) -> tuple[str, int, int]:
    """Return a cell of a question."""
    return Book(workbook).cell(RowKey("cooperation", item), column)


def filled(workbook: bytes, more: Cells, **who: str) -> bytes:
    """Return the workbook with a label and other cells filled."""
    return rewritten(workbook, cells_for(workbook, "cooperation", (), **({"label": "Verein"} | who)) | more)


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        pytest.param("answer", "ganz gut", "„ganz gut“ steht hier nicht zur Wahl", id="a word of one's own"),
        pytest.param("answer", "=1+1", "„=1+1“ steht hier nicht zur Wahl", id="a formula"),
        pytest.param("answer", "macht jemand anderes", "Hier fehlt, wer es macht", id="no name"),
        pytest.param("detail", "weil", "ohne die Antwort", id="a reason for nothing"),
    ],
)
def test_a_cell_that_makes_no_answer_is_named(
    mo_check: Call, write: Write, workbook: bytes, column: str, text: str, told: str
) -> None:
    """With its sheet, column and row."""
    sheet, row, _ = cell(workbook)
    write(filled(workbook, {cell(workbook, column): text}), "a.xlsx")
    ended = mo_check("form", "read", "a.xlsx", "-o", "in")
    assert ended.code == 3
    assert told in ended.err
    assert f"{sheet}!" in ended.err
    assert f"{row + 1}: " in ended.err


def test_every_wrong_cell_is_named_at_once(mo_check: Call, write: Write, workbook: bytes) -> None:
    """Not one after the other."""
    more = {cell(workbook): "x", cell(workbook, item="funding.routes"): "y"}
    write(filled(workbook, more, day="gestern"), "a.xlsx")
    assert mo_check("form", "read", "a.xlsx", "-o", "in").err.count("a.xlsx:") == 3


def test_a_renamed_sheet_and_a_moved_table_are_still_read(mo_check: Call, write: Write, workbook: bytes, tmp_path: Path) -> None:
    """What counts are the hidden marks, not names and places."""
    said = SAID[:5]
    book = Book(filled(workbook, cells_for(workbook, "cooperation", said)))
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False}) as moved:
        for number, rows in enumerate(reversed(book.sheets.values())):
            sheet = moved.add_worksheet(f"Blatt {number}")
            for place, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write(place + 2, column + 1, value)
    write(stream.getvalue(), "a.xlsx")
    ended = mo_check("form", "read", "a.xlsx", "-o", "in")
    assert ended.code == 0, ended.err
    assert set(read(tmp_path / "in")[0]["checklists"]["cooperation"]["answers"]) == {reply.item for reply in said}


def test_merged_cells_are_told(mo_check: Call, write: Write, workbook: bytes) -> None:
    """Which answer belongs where is not guessed."""
    book = Book(filled(workbook, {cell(workbook): "kaum"}))
    where, at, column = cell(workbook)
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as merged:
        for name, rows in book.sheets.items():
            sheet = merged.add_worksheet(name)
            for place, row in enumerate(rows):
                for n, value in enumerate(row):
                    sheet.write(place, n, value)
            if name == where:
                sheet.merge_range(at, column, at + 1, column, "kaum")
    write(stream.getvalue(), "a.xlsx")
    ended = mo_check("form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "Zellen verbunden" in ended.err) == (3, True)


def test_a_row_that_lost_its_key_and_one_that_stands_twice_are_told(mo_check: Call, write: Write, workbook: bytes) -> None:
    """An answer is never dropped in silence."""
    where, row, _ = cell(workbook)
    other = cell(workbook, item="understanding.beyond-folklore")
    twice = {cell(workbook): "kaum", (where, row, 0): str(RowKey("cooperation", "understanding.beyond-folklore")), other: "kaum"}
    write(filled(workbook, twice), "twice.xlsx")
    write(filled(workbook, {cell(workbook): "kaum", (where, row, 0): "weg"}), "lost.xlsx")
    ended = mo_check("form", "read", "twice.xlsx", "lost.xlsx", "-o", "in")
    assert ended.code == 3
    assert "schon an anderer Stelle beantwortet" in ended.err
    assert "nicht mehr zu erkennen" in ended.err


def test_a_table_that_would_fill_the_memory_is_refused(mo_check: Call, write: Write) -> None:
    """A cell at the far end, a part that unpacks to a hundred megabytes, thousands of parts."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write(1_048_575, 16_383, "x")
    write(stream.getvalue(), "far.xlsx")
    large, many = BytesIO(), BytesIO()
    with ZipFile(large, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_000)
    with ZipFile(many, "w") as archive:
        for number in range(2000):
            archive.writestr(str(number), b"")
    cell_ = b'<table:table-cell office:value-type="string"/>'
    repeated = b'<table:table-row table:number-rows-repeated="9999999">' + cell_ + b"</table:table-row>"
    wide = BytesIO()
    with ZipFile(wide, "w") as archive:
        archive.writestr("content.xml", repeated)
    for name, one in (("large.xlsx", large), ("many.xlsx", many), ("wide.ods", wide)):
        write(one.getvalue(), name)
    ended = mo_check("form", "read", "far.xlsx", "large.xlsx", "many.xlsx", "wide.ods", "-o", "in")
    assert (ended.code, ended.err.count("viel größer als")) == (3, 4)


@pytest.mark.parametrize("kind", [ZIP_DEFLATED, ZIP_LZMA], ids=["deflate", "LZMA"])
def test_a_damaged_table_hides_no_other_file(mo_check: Call, write: Write, workbook: bytes, kind: int) -> None:
    """Bytes that unpack to nothing are named with their file; the other one is read."""
    stream = BytesIO()
    with ZipFile(stream, "w", kind) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<c/>" * 1000)
    data = bytearray(stream.getvalue())
    data[54:64] = b"\xff" * 10  # behind the head of the part, which takes 30 bytes, and its name of 24
    write(bytes(data), "damaged.xlsx")
    write(filled(workbook, {cell(workbook): "kaum"}), "good.xlsx")
    ended = mo_check("form", "read", "damaged.xlsx", "good.xlsx", "-o", "in")
    assert (ended.code, "damaged.xlsx: Das lässt sich nicht als Tabelle lesen" in flat(ended.err)) == (5, True)


@pytest.fixture
def survey(mo_check: Call, tmp_path: Path) -> dict[str, str]:
    """Return a row that LimeSurvey exports."""
    mo_check("form", "make", "--perspective", MO, "--for", CITY, "--as", "limesurvey", "-o", "lime.txt")
    questions = lime_imported((tmp_path / "lime.txt").read_bytes())["de"]
    return lime_row(questions, "cooperation", SAID[:3], label="Verein")


def test_rows_of_a_survey_are_told_one_by_one(mo_check: Call, write: Write, survey: dict[str, str], tmp_path: Path) -> None:
    """A good one is read; one not submitted, one with full answers, one of a form nobody knows are told with their line."""
    code = next(key for key in survey if key.startswith("qunderstanding"))
    rows = [survey, survey | {"submitdate": ""}, survey | {code: "kaum"}, survey | {"MOHEAD": "mo1.xxxx"}]
    write(table(rows, ";"), "answers.csv")
    ended = mo_check("form", "read", "answers.csv", "-o", "in")
    assert (ended.code, len(read(tmp_path / "in"))) == (5, 1)
    for line, told in ((3, "nicht abgeschickt"), (4, "„kaum“ steht hier nicht zur Wahl"), (5, "nicht zu erkennen")):
        assert any(f"answers.csv:{line}:" in one and told in one for one in ended.err.splitlines())


@pytest.mark.parametrize(
    "content",
    [
        b"a;b\n1;2\n",
        b"MOHEAD;MOHEAD\n1;2\n",
        b'MOHEAD;b\n"1;2\n',
        b"MOHEAD;b\n1;2;3\n",
        b'MOHEAD;b\n"' + b"x" * 200_000 + b'";2\n',
    ],
    ids=["another table", "a column twice", "an open quote", "too many fields", "a field of 200 kB"],
)
def test_a_table_that_is_no_export_is_told(mo_check: Call, write: Write, content: bytes) -> None:
    """With its name, and exit code 3."""
    write(content, "a.csv")
    ended = mo_check("form", "read", "a.csv", "-o", "in")
    assert ended.code == 3
    assert ended.err.startswith("a.csv")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("-o", "a.pdfx"), "kennt der Fragebogen nicht", id="suffix"),
        pytest.param(("-o", "a.txt"), "Möglich sind: .html (eine Seite", id="a suffix that needs a kind"),
        pytest.param(("-o", "a.html", "--as", "xlsform"), "passen nicht zusammen", id="kind and suffix"),
        pytest.param(("-o", "a.html", "--as", "fax"), "„fax“ gibt es nicht", id="kind"),
        pytest.param(("-o", "a.xlsx", "--lang", "de,en"), "nur eine Sprache", id="languages"),
        pytest.param(("-o", "a.html", "--lang", "de,tlh"), "„tlh“ gibt es nicht", id="language"),
        pytest.param(("topics", "-o", "a.html", "--quick"), "fragt diese Sicht nichts", id="nothing to ask"),
    ],
)
def test_a_form_that_cannot_be_made_is_told(mo_check: Call, tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """Exit code 2, what is possible instead, and no file."""
    ended = mo_check("form", "make", *arguments)
    assert (ended.code, told in ended.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_only_forms_speak_several_languages(mo_check: Call) -> None:
    """Everything else speaks to one person."""
    ended = mo_check("--lang", "de,en", "checklist", "list")
    assert (ended.code, "form make" in ended.err) == (2, True)

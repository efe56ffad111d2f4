"""Reading forms beyond the usual: exports of ODK, checklists of one's own, cities named by the respondent, changed checklists."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from calling import PROFILES, Call, Write, checklist_yaml, level_yaml
from filling import Book, cells_for, rewritten, table
from mo_check.forms.pure.sheet_keys import RowKey

CITY = PROFILES / "city" / "city-2026.yaml"
ITEM = "cooperation___understanding__listening"


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the profiles in a folder, in the order of their names."""
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())]


@pytest.fixture
def row(mo_check: Call, tmp_path: Path) -> dict[str, str]:
    """Return a row as ODK Central exports it, with one answer."""
    options = ("--perspective", "migrant_organisation", "--for", CITY, "--as", "xlsform")
    mo_check("form", "make", *options, "-o", "odk.xlsx")
    sheet = Book((tmp_path / "odk.xlsx").read_bytes()).sheets["survey"]
    head = next(line[sheet[0].index("calculation")] for line in sheet if line[1] == "mo_head").strip("'")
    who = {"mo_head": head, "mo_day": "2026-11-14", "mo_who-mo_label": "Verein", "KEY": "uuid:1"}
    return who | {"SubmissionDate": "2026-11-14T10:00:00Z", f"mo_g1-{ITEM}": "heard"}


def test_a_submission_of_odk_counts_once_however_often_it_is_exported(
    mo_check: Call, write: Write, row: dict[str, str], tmp_path: Path
) -> None:
    """Its own number tells; other columns are passed over."""
    write(table([row, row | {"KEY": "uuid:2", "mo_who-mo_label": "Anderer"}]), "one.csv")
    write(table([row | {"meta-extra": "x"}]), "two.csv")
    ended = mo_check("form", "read", "one.csv", "two.csv", "-o", "in")
    assert (ended.code, "sie zählen einmal" in ended.err, len(read(tmp_path / "in"))) == (0, True, 2)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({f"mo_g1-{ITEM}": "ganz gut"}, "„ganz gut“ steht hier nicht zur Wahl", id="a level that is none"),
        pytest.param({"mo_g1-cooperation___no__such": "x"}, "Das Kriterium „no.such“ gibt es nicht", id="an item nobody knows"),
        pytest.param({"mo_who-mo_label": ""}, "Dieses Feld ist leer", id="nobody"),
        pytest.param({"mo_who-mo_label": "x" * 200}, "zu lang", id="a very long name"),
        pytest.param({"mo_day": "heute"}, "kein Datum", id="a day that is none"),
        pytest.param({f"mo_g1-{ITEM}": "_elsewhere"}, "Hier fehlt, wer es macht", id="no name"),
        pytest.param({"mo_head": "mo1.x"}, "nicht zu erkennen", id="a form that is none"),
    ],
)
def test_a_row_of_odk_that_makes_no_profile_is_told(
    mo_check: Call, write: Write, row: dict[str, str], changed: dict[str, str], told: str
) -> None:
    """With its line and exit code 3."""
    write(table([row | changed]), "a.csv")
    ended = mo_check("form", "read", "a.csv", "-o", "in")
    assert ended.code == 3
    assert told in ended.err
    assert ended.err.startswith("a.csv:2:")


OWN = checklist_yaml(a=f"1\n{level_yaml('a.one')}{level_yaml('a.two', 'when: {item: a.one, at_least: good}')}")


def filled(mo_check: Call, write: Write, folder: Path, **who: str) -> None:
    """Make a workbook of a checklist of one's own, answer its first question, and lay it out as ``a.xlsx``."""
    write(OWN, "own/probe.yaml")
    mo_check("--checklists", "own", "form", "make", "probe", "-o", "form.xlsx")
    data = (folder / "form.xlsx").read_bytes()
    answer = {Book(data).cell(RowKey("probe", "a.one"), "answer"): "gut"}
    given = {"label": "Amt", "name": "Bad Beispiel", "kind": "Landkreis"} | who
    write(rewritten(data, cells_for(data, "probe", (), **given) | answer), "a.xlsx")


def test_a_city_named_in_the_form_is_the_subject(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Its kind is chosen in words."""
    filled(mo_check, write, tmp_path)
    assert mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in").code == 0
    (profile,) = read(tmp_path / "in")
    assert profile["subject"] == {"name": "Bad Beispiel", "kind": "district"}
    assert profile["checklists"]["probe"]["answers"]["a.one"]["level"] == "good"


@pytest.mark.parametrize(
    ("who", "told"),
    [
        pytest.param({"kind": "Dorf"}, "„Dorf“ ist hier nicht möglich", id="kind"),
        pytest.param({"name": "x" * 200}, "zu lang", id="name"),
        pytest.param({"day": "14.13.2026"}, "kein Datum", id="day"),
    ],
)
def test_who_answers_is_checked_cell_by_cell(
    mo_check: Call, write: Write, tmp_path: Path, who: dict[str, str], told: str
) -> None:
    """With the cell of the first sheet."""
    filled(mo_check, write, tmp_path, **who)
    ended = mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, told in ended.err, "a.xlsx: Start!C" in ended.err) == (3, True, True)


def test_a_checklist_that_is_not_here_is_told(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Answers to it cannot be checked, so they are not read."""
    filled(mo_check, write, tmp_path)
    ended = mo_check("form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "--checklists" in ended.err) == (3, True)


def test_a_checklist_that_changed_meanwhile_is_told(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """The answers are kept with the marks of the words that were seen."""
    filled(mo_check, write, tmp_path)
    write(OWN.replace("title: Probe", "title: Andere Probe"), "own/probe.yaml")
    ended = mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "hat sich „probe“ geändert" in ended.err) == (0, True)
    assert read(tmp_path / "in")[0]["checklists"]["probe"]["answers"]["a.one"]["wording"].startswith("sha256:")


def test_an_item_that_is_gone_is_told_in_its_cell(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Nothing is dropped in silence."""
    filled(mo_check, write, tmp_path)
    write(OWN.replace("a.one", "a.other"), "own/probe.yaml")
    ended = mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "Das Kriterium „a.one“ gibt es nicht" in ended.err, "!E" in ended.err) == (3, True, True)


def test_an_item_that_was_renamed_is_found_under_its_new_name(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """The form was made before."""
    filled(mo_check, write, tmp_path)
    renamed = level_yaml("a.new", "renamed_from: [a.one]") + level_yaml("a.two", "when: {item: a.new, at_least: good}")
    write(checklist_yaml(a=f"1\n{renamed}"), "own/probe.yaml")
    ended = mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in")
    assert ended.code == 0, ended.err
    assert list(read(tmp_path / "in")[0]["checklists"]["probe"]["answers"]) == ["a.new"]


def test_a_row_said_to_be_empty_with_an_answer_in_it_is_told(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Which of the two holds is for people to say."""
    mo_check("form", "make", "topics", "--for", CITY, "-o", "form.xlsx")
    data = (tmp_path / "form.xlsx").read_bytes()
    book = Book(data)
    cells = cells_for(data, "topics", (), label="Amt")
    cells[book.cell(RowKey("topics", "topics", row="sport"), "answer")] = "ja"
    cells[book.cell(RowKey("topics", "topics.exchange.sport"), "answer")] = "regelmäßig"
    write(rewritten(data, cells), "a.xlsx")
    ended = mo_check("form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "dass es nichts gibt, und hier steht doch" in ended.err) == (3, True)


def test_another_workbook_is_no_form(mo_check: Call, write: Write) -> None:
    """A budget sheet that came along with the mail."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write(0, 0, "Etat")
    write(stream.getvalue(), "etat.xlsx")
    ended = mo_check("form", "read", "etat.xlsx", "-o", "in")
    assert (ended.code, "kein Formular von mo-check" in ended.err) == (3, True)


def test_where_the_profiles_cannot_be_written_is_told(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    filled(mo_check, write, tmp_path)
    write("x", "in")
    ended = mo_check("--checklists", "own", "form", "read", "a.xlsx", "-o", "in")
    assert (ended.code, "lässt sich nicht schreiben" in ended.err) == (4, True)

"""Many profiles at once: a row each, every bad file named, the same bytes every time."""

import csv
import io
import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from acceptance.test_bad_input import ALL, Bad
from calling import PROFILES, Call, Ended, Write, child, flat, profile_yaml
from mo_check.many.pure.records import ITEMS_FORMAT, RESULTS_FORMAT, ItemRecord, ResultRecord

ANSWERS = {"rooms.dedicated": "{level: hours}", "concept.written": "{level: draft}"}
GOOD = profile_yaml(ANSWERS)


def _rows(ended: Ended) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ended.out)))


@pytest.fixture
def folder(write: Write) -> Path:
    """Lay out 1,000 good profiles and 37 broken ones among them; return their folder."""
    for number in range(1_000):
        write(profile_yaml(ANSWERS, name=f"Kommune {number}"), f"many/p{number:04}.yaml")
    for number, (content, *_) in enumerate(list(ALL.values())[:37]):
        write(content, f"many/p{number * 27:04}-bad.yaml")
    return write("", "many/list.txt").parent


@pytest.mark.slow
def test_a_thousand_good_and_thirty_seven_bad(mo_check: Call, folder: Path) -> None:
    """1,000 rows, 37 failed ones that are named with a reason, exit code 5; the same bytes with two processes and again."""
    first = child("batch", "many", "--format", "csv", folder=folder.parent)
    rows = _rows(first)
    assert first.code == 5
    assert [row["status"] for row in rows].count("ok") == 1_000
    failed = [row for row in rows if row["status"] == "failed"]
    assert len(failed) == 37
    assert all(row["problem"] and f"{row['file']}:{row['line']}:" in first.err for row in failed)
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)
    assert "1\u00a0000 Profile ausgewertet, 37 Dateien nicht." in first.err
    assert child("batch", "many", "--format", "csv", "--jobs", "2", folder=folder.parent) == first
    assert mo_check("batch", "many", "--format", "csv") == first


@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_a_bad_file_is_told_as_a_report_tells_it(mo_check: Call, write: Write, bad: Bad) -> None:
    """Every kind of bad profile gets the words that ``report`` has for it, and a failed row with the first of them."""
    path = write(bad[0])
    reported = mo_check("report", path)
    ended = mo_check("batch", path, "--format", "jsonl", "--quiet")
    assert (ended.code, ended.err) == (3, reported.err)
    row = json.loads(ended.out)
    assert (row["status"], row["file"]) == ("failed", str(path))
    assert row["problem"] in reported.err
    assert row["line"] is None or f"{path}:{row['line']}:" in reported.err


@pytest.mark.parametrize("profile", sorted(PROFILES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_row_says_what_the_report_says(mo_check: Call, profile: Path) -> None:
    """Total, range, coverage, bottlenecks and dimensions are those of ``report --format json``."""
    reports = json.loads(mo_check("report", profile, "--format", "json").out)["reports"]
    rows = json.loads(mo_check("batch", profile, "--format", "json").out)["rows"]
    assert len(rows) == len(reports)
    for row, told in zip(rows, reports, strict=True):
        total = told["total"]
        names = ("score", "low", "high", "coverage", "shown", "display")
        assert [row["total"], *(row[n] for n in names[1:])] == [total[n] for n in names]
        assert (row["bottlenecks"], row["unclear"]) == (told["bottlenecks"], told["unclear"])
        without = [{key: value for key, value in one.items() if key != "items"} for one in told["dimensions"]]
        assert row["dimensions"] == without
        assert row["answered_on"] == told["answered_on"]


def test_a_row_for_every_item(mo_check: Call) -> None:
    """``--long`` has a row for every item in scope, with its answer, level, value, standing and weight."""
    told = json.loads(mo_check("report", PROFILES / "small-town.yaml", "--format", "json").out)["reports"][0]
    items = [item for dimension in told["dimensions"] for item in dimension["items"]]
    rows = [
        json.loads(line)
        for line in mo_check("batch", PROFILES / "small-town.yaml", "--long", "--format", "jsonl").out.splitlines()
    ]
    assert [row["item"] for row in rows] == [item["id"] for item in items]
    for row, item in zip(rows, items, strict=True):
        assert (row["standing"], row["level"], row["value"], row["by_rule"]) == (
            item["standing"],
            item["level"],
            item["value"],
            item["by_rule"],
        )


@pytest.mark.parametrize("options", [(), ("--long",), ("--sensitivity",)], ids=["rows", "long", "sensitivity"])
def test_rows_are_as_their_schema_says(mo_check: Call, write: Write, options: tuple[str, ...]) -> None:
    """JSON and every line of JSON Lines are valid by ``mo-check schema results``, failed rows included."""
    valid = Draft202012Validator(json.loads(mo_check("schema", "results").out)).validate
    write("a: [", "two/bad.yaml")
    folder = write(GOOD, "two/good.yaml").parent
    valid(json.loads(mo_check("batch", folder, "--format", "json", *options).out))
    for line in mo_check("batch", folder, "--format", "jsonl", *options).out.splitlines():
        valid(json.loads(line))


def test_the_columns_are_settled(mo_check: Call, write: Write) -> None:
    """Scripts rely on these names; a change of them needs a new number behind ``results/``."""
    path = write(GOOD)
    assert RESULTS_FORMAT == "mo-check/results/1"
    assert mo_check("batch", path, "--format", "csv").out.splitlines()[0] == (
        "format,file,status,name,kind,land,population,ags,perspective,respondent,scope,checklist,version,score,answered_on,"
        "total,low,high,coverage,shown,display,weakest,met,partial,unmet,unknown,open,not_applicable,elsewhere,"
        "bottlenecks,unclear,band_low,band_high,geometric,line,problem,remedy"
    )
    assert ITEMS_FORMAT == "mo-check/result-items/1"
    assert mo_check("batch", path, "--long", "--format", "csv").out.splitlines()[0] == (
        "format,file,status,name,kind,land,population,ags,perspective,respondent,scope,checklist,version,score,dimension,item,"
        "answer,level,options,value,standing,weight,by_rule,line,problem,remedy"
    )
    assert list(json.loads(mo_check("batch", path, "--format", "jsonl").out)) == list(ResultRecord._fields)
    assert list(json.loads(mo_check("batch", path, "--long", "--format", "jsonl").out.splitlines()[0])) == list(
        ItemRecord._fields
    )


def test_a_list_of_paths_from_standard_input(mo_check: Call, write: Write) -> None:
    """Paths come from a list too, one a line; each file counts once, in the order named."""
    paths = [write(GOOD, name) for name in ("b.yaml", "a b.yaml")]
    given = "".join(f"{path}\n" for path in [*paths, paths[0]])
    ended = mo_check("batch", "--from-file", "-", "--format", "jsonl", "--quiet", given=given)
    assert [json.loads(line)["file"] for line in ended.out.splitlines()] == [str(path) for path in paths]
    listed = write(given, "list.txt")
    assert mo_check("batch", "--from-file", listed, "--format", "jsonl", "--quiet") == ended


def test_folders_below_only_when_asked(mo_check: Call, write: Write) -> None:
    """A folder stands for the files in it, with ``--recursive`` for those below it too."""
    folder = write(GOOD, "in/a.yaml").parent
    write(GOOD, "in/deeper/b.yaml")
    assert len(mo_check("batch", folder, "--format", "jsonl").out.splitlines()) == 1
    assert len(mo_check("batch", folder, "--recursive", "--format", "jsonl").out.splitlines()) == 2


def test_nothing_named_is_a_usage_error(mo_check: Call) -> None:
    """Without paths and without a list the call says what is missing."""
    ended = mo_check("batch")
    assert ended.code == 2
    assert "--from-file" in ended.err


def test_a_path_that_leads_nowhere_is_a_failed_row_at_the_end(mo_check: Call, write: Write) -> None:
    """An empty folder and a pattern without a match are failures like a bad file."""
    path = write(GOOD)
    empty = path.parent / "empty"
    empty.mkdir()
    ended = mo_check("batch", empty, path, "none*.yaml", "--format", "csv")
    assert ended.code == 5
    assert [(row["file"], row["status"]) for row in _rows(ended)] == [
        (str(path), "ok"),
        (str(empty), "failed"),
        ("none*.yaml", "failed"),
    ]


@pytest.mark.parametrize(
    ("options", "bad", "code", "told"),
    [
        pytest.param(("--fail-under", "10"), False, 0, "", id="above"),
        pytest.param(("--fail-under", "90"), False, 1, "liegt unter 90", id="below"),
        pytest.param(("--fail-under", "90"), True, 5, "liegt unter 90", id="below, and a bad file wins"),
        pytest.param(("--fail-on-key",), False, 1, "Schlüsselkriterien", id="key item"),
        pytest.param(("--fail-under", "101"), False, 2, "keine Zahl von 0 bis 100", id="no such value"),
    ],
)
def test_thresholds(mo_check: Call, write: Write, options: tuple[str, ...], bad: bool, code: int, told: str) -> None:  # noqa: FBT001
    """Thresholds end with 1 and say which file misses them; failed files win."""
    paths = [write(GOOD)] + ([write("a: [", "bad.yaml")] if bad else [])
    ended = mo_check("batch", *paths, "--format", "jsonl", *options)
    assert ended.code == code
    assert told in ended.err


def test_sensitivity_fills_its_columns(mo_check: Call) -> None:
    """Only with ``--sensitivity`` are the band and the geometric total there."""
    plain = json.loads(mo_check("batch", PROFILES / "large-city.yaml", "--format", "jsonl").out)
    moved = json.loads(mo_check("batch", PROFILES / "large-city.yaml", "--format", "jsonl", "--sensitivity").out)
    assert (plain["band_low"], plain["geometric"]) == (None, None)
    assert moved["band_low"] < moved["total"] < moved["band_high"]
    assert {key for key in plain if plain[key] != moved[key]} == {"band_low", "band_high", "geometric"}


def test_cells_are_guarded(mo_check: Call, write: Write) -> None:
    """A name that a spreadsheet would run as a formula is text; in the German dialect keys keep their zeros and versions stay."""
    hostile = GOOD.replace("name: Musterstadt", "name: '=HYPERLINK(\"x\")'\n  ags: '05315000'").replace(
        "Integrationsstelle", '"+49; a, \\"b\\""'
    )
    path = write(hostile)
    row = _rows(mo_check("batch", path, "--format", "csv"))[0]
    assert (row["name"], row["respondent"], row["ags"]) == ('\'=HYPERLINK("x")', '\'+49; a, "b"', "05315000")
    german = mo_check("batch", path, "--format", "csv", "--csv-dialect", "excel-de").out
    assert german.startswith("\ufeffformat;file;")
    (cells,) = csv.DictReader(io.StringIO(german.removeprefix("\ufeff")), delimiter=";")
    assert (cells["name"], cells["ags"], cells["version"]) == ('\'=HYPERLINK("x")', "'05315000", "'1.0.0")
    assert cells["total"] == row["total"].replace(".", ",")


def test_quiet_says_nothing_when_all_is_well(mo_check: Call, write: Write) -> None:
    """``--quiet`` leaves standard error to what did not work."""
    path = write(GOOD)
    assert mo_check("batch", path, "-o", "out.csv", "--quiet").err == ""
    assert "Geschrieben: out.csv" in mo_check("batch", path, "-o", "out.csv").err


def test_a_table_on_the_screen(mo_check: Call) -> None:
    """Without a form there is a table for each checklist, and a line for what failed."""
    ended = mo_check("batch", PROFILES, "none.yaml")
    assert ended.code == 5
    assert "Stadt Lindmünde" in ended.out
    assert "1 Datei ließ sich nicht auswerten." in ended.out
    assert "Kriterium" in mo_check("batch", PROFILES / "small-town.yaml", "--long").out


def test_the_same_rows_from_shards(mo_check: Call, write: Write) -> None:
    """The rows of two runs, one below the other, are those of one run; ``stats`` takes them as they are."""
    paths = [write(profile_yaml(ANSWERS, name=f"Ort {n}"), f"{n}.yaml") for n in range(6)]
    shards = [mo_check("batch", *some, "--long", "--format", "csv").out for some in (paths[:2], paths[2:])]
    whole = mo_check("batch", *paths, "--long", "--format", "csv").out
    assert shards[0] + shards[1].partition("\n")[2] == whole
    together = write("".join(shards), "together.csv")
    assert mo_check("stats", together, "--format", "json").out == mo_check("stats", *paths, "--format", "json").out


def test_a_name_too_long_for_a_file_is_a_failed_row(mo_check: Call, write: Write) -> None:
    """It is complained of itself; the file named after it has its row."""
    names = write(f"{'x' * 300}\n{write(profile_yaml())}\n", "list.txt")
    ended = mo_check("batch", "--from-file", names, "-o", "rows.csv")
    assert ended.code == 5
    assert "lässt sich nicht lesen" in flat(ended.err)
    assert len(list(csv.DictReader(Path("rows.csv").read_text("utf-8").splitlines()))) == 2


def test_a_batch_goes_not_over_its_own_list(mo_check: Call, write: Write) -> None:
    """The list of the files is read, so it stays."""
    names = write(f"{write(profile_yaml())}\n", "list.txt")
    before = names.read_bytes()
    assert mo_check("batch", "--from-file", names, "-o", names).code == 2
    assert names.read_bytes() == before


@pytest.mark.parametrize("form", ["csv", "jsonl", "html", "xlsx"])
def test_the_name_of_a_file_need_not_be_text(mo_check: Call, write: Write, tmp_path: Path, form: str) -> None:
    """What of it is none gets a mark, and every row is there."""
    path = write(profile_yaml(), "many/a.yaml")
    (path.parent / os.fsdecode(b"\xff.yaml")).write_bytes(path.read_bytes())
    ended = mo_check("batch", path.parent, "-o", f"rows.{form}")
    assert ended.code == 0
    assert (tmp_path / f"rows.{form}").stat().st_size > 200
    if form in {"csv", "jsonl"}:
        assert "?.yaml" in (tmp_path / f"rows.{form}").read_text("utf-8")

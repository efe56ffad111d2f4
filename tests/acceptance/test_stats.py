"""What many profiles say together, the anonymous benchmark of them, and where one stands in it."""

import csv
import io
import json
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, flat, profile_yaml
from mo_check import load_checklist
from mo_check.model.item import ItemKind

CHECKLIST = load_checklist("cooperation").checklist
ITEMS = [item for item in CHECKLIST.items() if item.kind is ItemKind.LEVEL]


def _profile(number: int, kind: str = "town") -> str:
    """Return a full profile whose answers move with its number."""
    answers = {item.id: f"{{level: {item.levels[number % len(item.levels)].id}}}" for item in ITEMS}
    return profile_yaml(answers, name=f"Ort {number}").replace("  kind: town", f"  kind: {kind}\n  land: NW")


@pytest.fixture
def folder(write: Write) -> Path:
    """Lay out eight towns of NW and three cities, and return their folder."""
    for number in range(8):
        write(_profile(number), f"many/{number}.yaml")
    for number in range(8, 11):
        write(_profile(number, "city"), f"many/{number}.yaml")
    return write("", "many/list.txt").parent


def test_a_distribution_for_everything(mo_check: Call, folder: Path) -> None:
    """Dimensions and items have quartiles, shares and counts of what is missing."""
    ended = mo_check("stats", folder, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    told = json.loads(ended.out)
    assert (told["format"], told["left_out"]) == ("mo-check/statistics/1", 0)
    (part,) = told["statistics"]
    assert (part["profiles"], part["quick"], part["repeated"]) == (11, 0, 0)
    item = next(one for one in part["items"] if one["id"] == "concept.written")
    assert item["standings"] | {"open": 0} == item["standings"]
    assert (item["profiles"], item["lower"], item["median"]) == (11, 16.666667, 33.333333)
    assert item["met_share"] == 0.454545
    assert part["total"]["lower"] <= part["total"]["median"] <= part["total"]["upper"]
    assert {one["id"] for one in part["dimensions"]} == {d.id for d in CHECKLIST.dimensions}


def test_small_groups_are_not_shown(mo_check: Call, folder: Path) -> None:
    """Three cities are too few; the towns, who would give them away, are hidden with them."""
    (part,) = json.loads(mo_check("stats", folder, "--format", "json").out)["statistics"]
    groups = {(group["split"], group["id"]): group["profiles"] for group in part["groups"]}
    assert groups == {("kind", "city"): None, ("kind", "town"): None, ("land", "NW"): 11, ("size", "not-given"): 11}
    page = mo_check("stats", folder).out
    assert "Gesamtwert nach: Art der Kommune" not in page
    assert "Gruppen unter fünf Profilen" in flat(page)


def test_other_perspectives_are_left_out(mo_check: Call) -> None:
    """Only one perspective is counted; others are named, and chosen by ``--perspective``."""
    page = mo_check("stats", PROFILES / "city").out
    assert "7 Profile einer anderen Sicht bleiben außen vor" in flat(page)
    own = json.loads(mo_check("stats", PROFILES / "city", "--perspective", "migrant_organisation", "--format", "json").out)
    assert own["left_out"] == 4
    assert all(part["figures"] == [] for part in own["statistics"])
    nobody = mo_check("stats", PROFILES / "small-town.yaml", "--perspective", "agreed")
    assert (nobody.code, nobody.out) == (3, "")
    assert "--perspective" in nobody.err


def test_a_quick_check_counts_item_by_item_only(mo_check: Call, write: Write, folder: Path) -> None:
    """Its total is another one, so it is in the items and not in the scores."""
    write(profile_yaml({"concept.written": "{level: adopted}"}, name="Kurz", scope="quick"), "many/quick.yaml")
    (part,) = json.loads(mo_check("stats", folder, "--format", "json").out)["statistics"]
    assert (part["profiles"], part["quick"], part["total"]["profiles"]) == (12, 1, 11)
    assert next(one for one in part["items"] if one["id"] == "concept.written")["profiles"] == 12


def test_a_municipality_that_comes_twice_is_said(mo_check: Call, folder: Path, write: Write) -> None:
    """It counts once, and that is told."""
    write(_profile(0), "many/again.yaml")
    assert "1 Profil zählt nicht" in flat(mo_check("stats", folder).out)


def test_an_apostrophe_at_the_front_of_a_name_goes_through_rows_and_back(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """„'s Feld“ and „s Feld“ are two municipalities, in the profiles and in the rows of both."""
    answers = {"concept.written": "{level: draft}"}
    for number, name in enumerate(('"\'s Feld"', "s Feld")):
        write(profile_yaml(answers, name=name), f"fields/{number}.yaml")
    for dialect in ("standard", "excel-de"):
        mo_check("batch", "fields", "--long", "-o", "rows.csv", "--csv-dialect", dialect)
        assert "'s Feld" in (tmp_path / "rows.csv").read_text(encoding="utf-8")
        told = flat(mo_check("stats", "rows.csv").out)
        assert "2 Profile." in told
        assert "zählt nicht" not in told


def test_a_bad_file_does_not_spoil_the_rest(mo_check: Call, folder: Path, write: Write) -> None:
    """It is named, and the call ends with 5; where nothing is left, with 3."""
    bad = write("a: [", "many/bad.yaml")
    ended = mo_check("stats", folder, "--format", "json")
    assert (ended.code, json.loads(ended.out)["statistics"][0]["profiles"]) == (5, 11)
    assert str(bad) in ended.err
    assert mo_check("stats", bad).code == 3


def test_the_csv_has_a_row_for_each_part(mo_check: Call, folder: Path) -> None:
    """Totals, dimensions, items, figures and groups, told apart by a column."""
    rows = list(csv.DictReader(io.StringIO(mo_check("stats", folder, "--format", "csv").out)))
    assert {row["part"] for row in rows} == {"total", "dimension", "item", "figure", "group"}
    assert {row["format"] for row in rows} == {"mo-check/statistics/1"}
    figure = next(row for row in rows if row["id"] == "setup.figure-concept")
    assert (figure["yes"], figure["no"], figure["survey_value"], figure["survey_of"]) == ("5", "6", "23", "32")


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        pytest.param("a,b\n1,2\n", 1, "keine Zeilen von „mo-check batch“", id="another CSV"),
        pytest.param("", 1, "keine Zeilen von „mo-check batch“", id="empty"),
        pytest.param("rows", 2, "eine Zeile je Profil", id="a row for each profile"),
        pytest.param("cut", 3, "nicht die erwarteten Spalten", id="a row cut off"),
        pytest.param("file,format,status,checklist\nx\n", 2, "nicht die erwarteten Spalten", id="a short row before its format"),
        pytest.param("lines", 4, "ergeben kein Profil", id="a row behind one of several lines"),
        pytest.param("kind", 2, "ergeben kein Profil", id="no such kind"),
        pytest.param("item", 1, "Das Kriterium „concept.wrtten“ gibt es nicht.", id="no such item"),
    ],
)
def test_rows_that_are_none(mo_check: Call, write: Write, content: str, line: int, told: str) -> None:
    """A CSV that stats cannot use is told with its line and what to do."""
    path = write(profile_yaml({"concept.written": "{level: draft}"}))
    long = mo_check("batch", path, "--long", "--format", "csv").out
    head, first, *more = long.replace(",town,", ",twon,").splitlines()
    made = {
        "rows": mo_check("batch", path, "--format", "csv").out,
        "cut": "".join(long.splitlines(keepends=True)[:2]) + "mo-check/result-items/1,a.yaml,ok\n",
        "kind": long.replace(",town,", ",twon,"),
        "lines": "\n".join(
            (head, first.replace(",ok,", ',"failed",').replace("stelle,", 'stelle",').replace(",Int", ',"Int\n'), *more)
        ),
        "item": long.replace("concept.written", "concept.wrtten"),
    }
    ended = mo_check("stats", write(made.get(content, content), "rows.csv"))
    assert ended.code == 3
    assert f"rows.csv:{line}:" in ended.err
    assert told in ended.err


def test_rows_below_each_other_stay_profiles_of_their_own(mo_check: Call, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A head between them begins another run; without one, who answered tells profiles of one file name apart.

    The same rows twice are one profile.
    """
    runs = []
    for place in ("a", "b"):
        path = write(profile_yaml({"concept.written": "{level: draft}"}, name=f"Ort {place}"), f"{place}/profile.yaml")
        with monkeypatch.context() as patched:
            patched.chdir(path.parent)
            runs.append(mo_check("batch", "profile.yaml", "--long", "--format", "csv").out)
    for text, number in (("".join(runs), 2), (runs[0] + runs[1].partition("\n")[2], 2), (runs[0] + runs[0], 1)):
        told = json.loads(mo_check("stats", write(text, "rows.csv"), "--format", "json").out)
        assert told["statistics"][0]["profiles"] == number


def test_rows_that_another_program_quoted_are_read(mo_check: Call, folder: Path, write: Write) -> None:
    """R puts quotes around every name and a column of its own before all."""
    rows = list(csv.reader(io.StringIO(mo_check("batch", folder, "--long", "--format", "csv").out)))
    stream = io.StringIO()
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([str(n or ""), *row] for n, row in enumerate(rows))
    from_rows = mo_check("stats", write(stream.getvalue(), "rows.csv"), "--format", "json")
    assert json.loads(from_rows.out) == json.loads(mo_check("stats", folder, "--format", "json").out)


@pytest.mark.parametrize("content", [b"\xff\xfe", None], ids=["not UTF-8", "not there"])
def test_rows_that_cannot_be_read(mo_check: Call, write: Write, content: bytes | None) -> None:
    """Neither bytes that are no text nor a missing file make a traceback."""
    path = Path("none.csv") if content is None else write(content, "rows.csv")
    assert mo_check("stats", path).code == 3


def test_a_benchmark_holds_no_small_cell(mo_check: Call, folder: Path) -> None:
    """Every count in the file is five or more, and it is as its schema and ``report`` want it."""
    assert mo_check("stats", folder, "--benchmark-out", "b.json").code == 0
    held = json.loads(Path("b.json").read_text("utf-8"))
    groups = [group for one in held["distributions"] for group in one["groups"]]
    counts = [band["count"] for group in groups for measure in group["measures"] for band in measure["bands"]]
    assert min([*counts, *(group["profiles"] for group in groups)]) >= 5
    page = flat(mo_check("report", folder / "3.yaml", "--benchmark", "b.json").out)
    assert "Im Vergleich mit anderen Kommunen" in page
    assert "im oberen Viertel" in page
    told = json.loads(mo_check("report", folder / "3.yaml", "--benchmark", "b.json", "--format", "json").out)["reports"][0]
    assert {group["split"] for group in told["standing"]} <= {None, "land", "size"}


def test_too_few_for_a_benchmark(mo_check: Call, write: Write) -> None:
    """From four profiles none is written, and the call ends with 4."""
    paths = [write(_profile(number), f"{number}.yaml") for number in range(4)]
    ended = mo_check("stats", *paths, "--benchmark-out", "b.json")
    assert ended.code == 4
    assert "zu wenige Profile" in ended.err
    assert not Path("b.json").exists()


@pytest.mark.parametrize(
    ("change", "line", "told"),
    [
        pytest.param(('"count": ', '"cuont": '), 3, "„cuont“", id="a wrong key"),
        pytest.param(('"profiles": 11', '"profiles": 4'), 3, "zu klein (mindestens 5)", id="a small cell"),
        pytest.param(("mo-check/benchmark/1", "mo-check/benchmark/2"), 1, "neueres mo-check", id="a newer one"),
        pytest.param(("{", "["), 7, "kein gültiges YAML", id="no JSON"),
    ],
)
def test_a_bad_benchmark(mo_check: Call, folder: Path, change: tuple[str, str], line: int, told: str) -> None:
    """A benchmark that is none ends with 3, with its place."""
    mo_check("stats", folder, "--benchmark-out", "b.json")
    path = Path("b.json")
    path.write_text(path.read_text("utf-8").replace(*change, 1), "utf-8")
    ended = mo_check("report", folder / "3.yaml", "--benchmark", path)
    assert (ended.code, ended.out) == (3, "")
    assert f"b.json:{line}:" in ended.err
    assert told in ended.err


def test_a_quick_check_does_not_compare(mo_check: Call, folder: Path, write: Write) -> None:
    """The others answered every question, so it is said instead of shown."""
    mo_check("stats", folder, "--benchmark-out", "b.json")
    quick = write(profile_yaml({"concept.written": "{level: adopted}"}, scope="quick"))
    assert "Ein Kurzcheck lässt sich damit nicht vergleichen" in flat(mo_check("report", quick, "--benchmark", "b.json").out)
    told = json.loads(mo_check("report", quick, "--benchmark", "b.json", "--format", "json").out)["reports"][0]
    assert told["standing"] == []


def test_a_benchmark_without_a_group_for_it(mo_check: Call, folder: Path) -> None:
    """For another perspective there is nothing to compare with, and that is said."""
    mo_check("stats", folder, "--benchmark-out", "b.json")
    page = mo_check("report", PROFILES / "city" / "culture-club-2026.yaml", "--benchmark", "b.json").out
    assert "keine Gruppe, die gezeigt werden darf" in flat(page)


def test_a_benchmark_goes_over_nothing_that_is_read(mo_check: Call, folder: Path, write: Write) -> None:
    """Neither a profile nor the rows that are counted are lost to ``--benchmark-out``."""
    profile = write(_profile(99), "q.yaml")
    mo_check("batch", folder, "--long", "-o", "rows.csv")
    rows = Path("rows.csv").read_bytes()
    for call in ((folder, "--benchmark-out", profile), ("rows.csv", "--benchmark-out", "rows.csv")):
        ended = mo_check("stats", *call)
        assert (ended.code, ended.out) == (2, "")
        assert "würde es überschreiben" in flat(ended.err)
    assert (profile.read_text("utf-8"), Path("rows.csv").read_bytes()) == (_profile(99), rows)


@pytest.mark.parametrize("named", ["pattern", "list", "pattern in a list"])
def test_statistics_go_over_no_rows_that_they_count(mo_check: Call, folder: Path, write: Write, named: str) -> None:
    """Whether a pattern means them or a list names them; the list itself stays too."""
    mo_check("batch", folder, "--long", "-o", "r3.csv")
    rows = Path("r3.csv").read_bytes()
    listed = write("r3.csv\n" if named == "list" else "r3*.csv\n", "list.csv")
    names = ("r3*.csv",) if named == "pattern" else ("--from-file", listed)
    for output in ("r3.csv", *([listed] if named != "pattern" else [])):
        ended = mo_check("stats", *names, "--format", "csv", "-o", output)
        assert (ended.code, ended.out) == (2, "")
    assert (Path("r3.csv").read_bytes(), listed.stat().st_size < 10) == (rows, True)

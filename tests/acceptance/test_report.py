"""``report`` as a user calls it: forms, files, several profiles, and when it ends with which code."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, flat, profile_yaml

SMALL = PROFILES / "small-town.yaml"
LARGE = PROFILES / "large-city.yaml"
DIMENSIONS = "understanding, concept, staff, funding, rooms, qualification, contacts, levels, fairness, closing"


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        pytest.param((), " Stadt Kaltenwerda", id="table"),
        pytest.param(("--format", "table"), " Stadt Kaltenwerda", id="table by name"),
        pytest.param(("--format", "md"), "# Stadt Kaltenwerda", id="md"),
        pytest.param(("--format", "json"), "{", id="json"),
    ],
)
def test_each_form_goes_to_standard_output(mo_check: Call, arguments: tuple[str, ...], begins: str) -> None:
    """A report goes to standard output in the form asked for, and nothing goes beside it."""
    ended = mo_check("report", SMALL, *arguments)
    assert ended.code == 0
    assert ended.out.startswith(begins)
    assert ended.out.endswith("\n")
    assert ended.err == ""


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        pytest.param("r.json", (), "{", id="json by its suffix"),
        pytest.param("r.JSON", (), "{", id="suffix in capitals"),
        pytest.param("r.md", (), "# Stadt Kaltenwerda", id="md by its suffix"),
        pytest.param("r.txt", (), " Stadt Kaltenwerda", id="any other suffix is a table"),
        pytest.param("r.2026", ("--format", "md"), "# Stadt Kaltenwerda", id="the option where the suffix chooses none"),
    ],
)
def test_the_suffix_chooses_the_form(mo_check: Call, tmp_path: Path, name: str, options: tuple[str, ...], begins: str) -> None:
    """``-o`` writes a whole UTF-8 file in the form of its suffix and says so on standard error."""
    ended = mo_check("report", SMALL, "-o", name, *options)
    text = (tmp_path / name).read_bytes().decode("utf-8")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == f"Geschrieben: {name}\n"
    assert text.startswith(begins)
    assert text.endswith("\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_links_in_a_circle_are_named(mo_check: Call) -> None:
    """An output that leads nowhere ends with 4 and its name, whatever else is read."""
    Path("loop.md").symlink_to("loop.md")
    ended = mo_check("report", PROFILES / "small-town.yaml", "-o", "loop.md")
    assert (ended.code, ended.out) in {(4, ""), (0, "")}  # since Python 3.13 the link is replaced
    assert "loop.md" in ended.err
    assert mo_check("agree", PROFILES / "city", "-o", "loop.md", "--plain").code != 70


def test_a_report_never_overwrites_its_profile(mo_check: Call, write: Write) -> None:
    """A report that would go over one of its profiles is refused, and the profile stays."""
    path = write(profile_yaml())
    before = path.read_bytes()
    ended = mo_check("report", SMALL, path, "-o", f"{path.parent}/./profile.yaml")
    assert ended.code == 2
    assert "überschreiben" in ended.err
    assert path.read_bytes() == before


def test_a_report_into_a_missing_folder_is_printed(mo_check: Call, tmp_path: Path) -> None:
    """Where a report cannot be written the call ends with 4, says why, and prints the text instead."""
    ended = mo_check("report", SMALL, "-o", "nowhere/r.md")
    assert ended.code == 4
    assert "„nowhere/r.md“ lässt sich nicht schreiben: den Ordner gibt es nicht." in ended.err
    assert "# Stadt Kaltenwerda" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_one_bad_profile_does_not_hide_the_others(mo_check: Call, write: Write) -> None:
    """Of several profiles the bad one is named, the rest is shown, and the call ends with 5."""
    bad = write(profile_yaml({"rooms.dedicated": "{level: ours}"}), "bad.yaml")
    ended = mo_check("report", SMALL, bad, LARGE)
    assert ended.code == 5
    assert f"{bad}:13:25: " in ended.err
    assert "Stadt Kaltenwerda" in ended.out
    assert "Stadt Lindmünde" in ended.out


def test_only_bad_profiles_end_with_3(mo_check: Call, write: Write) -> None:
    """Where no profile is usable all of them are named, nothing is shown, and the call ends with 3."""
    bad, worse = write("a: b\n", "bad.yaml"), write("{", "worse.yaml")
    ended = mo_check("report", bad, worse)
    assert (ended.code, ended.out) == (3, "")
    assert f"{bad}:1:1: " in ended.err
    assert f"{worse}:" in ended.err


def test_a_bad_profile_wins_over_a_missed_threshold(mo_check: Call, write: Write) -> None:
    """Exit code 5 wins over 1; both are said."""
    ended = mo_check("report", SMALL, write("a: b\n"), "--fail-under", "100")
    assert ended.code == 5
    assert "Stadt Kaltenwerda: Der Wert" in ended.err


# Only rooms.same-terms is answered, so its value is the total: „rules“ is the third of four levels, 2/3 or 66.666…
RULES = {"rooms.same-terms": "{level: rules}"}
CASE = {"rooms.same-terms": "{level: case}"}


@pytest.mark.parametrize(
    ("answers", "threshold", "code"),
    [
        pytest.param(RULES, "66", 0, id="above"),
        pytest.param(RULES, "66.666666", 0, id="just above"),
        pytest.param(RULES, "66.666667", 1, id="just below"),
        pytest.param(RULES, "67", 1, id="below, though it is shown as 67"),
        pytest.param(RULES, "66,7", 1, id="a comma is a point"),
        pytest.param({"rooms.same-terms": "{level: reachable}"}, "100", 0, id="exactly"),
    ],
)
def test_fail_under_compares_the_unrounded_total(
    mo_check: Call, write: Write, answers: dict[str, str], threshold: str, code: int
) -> None:
    """``--fail-under`` ends with 1 only when the exact total lies below."""
    ended = mo_check("report", write(profile_yaml(answers)), "--fail-under", threshold)
    assert ended.code == code
    assert "Musterstadt" in ended.out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("de", "Der Wert 66,6 liegt unter 66,75.", id="de"),
        pytest.param("en", "66.6", id="en"),
    ],
)
def test_a_missed_threshold_is_said_in_decimal_numbers(mo_check: Call, write: Write, language: str, said: str) -> None:
    """What misses a threshold is said with decimals of the language, never rounded up to what it misses."""
    ended = mo_check("report", write(profile_yaml(RULES)), "--fail-under", "66.75", "--lang", language)
    assert ended.code == 1
    assert said in ended.err


@pytest.mark.parametrize("threshold", ["0", "50"])
def test_no_total_misses_every_threshold(mo_check: Call, write: Write, threshold: str) -> None:
    """A profile without a total misses ``--fail-under`` with a message of its own."""
    ended = mo_check("report", write(profile_yaml()), "--fail-under", threshold)
    assert ended.code == 1
    assert ended.err == f"Musterstadt: Es gibt noch keinen Wert, der sich mit {threshold} vergleichen ließe.\n"


@pytest.mark.parametrize(
    "threshold", ["x", "-1", "101", "100.1", "nan", "1e3", "1/2", "1e99999999", "", "٥", "1_0"], ids=lambda t: t or "empty"
)
def test_a_threshold_is_a_number_from_0_to_100(mo_check: Call, threshold: str) -> None:
    """Anything else as a threshold is a usage error."""
    ended = mo_check("report", SMALL, f"--fail-under={threshold}")
    assert (ended.code, ended.out) == (2, "")
    assert f"--fail-under: „{threshold}“ ist keine Zahl von 0 bis 100." in ended.err


@pytest.mark.parametrize(
    ("answers", "options", "code"),
    [
        pytest.param(CASE, ("--fail-on-key",), 1, id="a key item at 1/3"),
        pytest.param(CASE, (), 0, id="without the option"),
        pytest.param(RULES, ("--fail-on-key",), 0, id="a key item at 2/3"),
        pytest.param({"rooms.same-terms": "{status: unknown}"}, ("--fail-on-key",), 0, id="a key item that nobody knows"),
        pytest.param({"rooms.dedicated": "{level: none}"}, ("--fail-on-key",), 0, id="an item that is no key item"),
    ],
)
def test_fail_on_key(mo_check: Call, write: Write, answers: dict[str, str], options: tuple[str, ...], code: int) -> None:
    """``--fail-on-key`` ends with 1 only when a key item is below one half; unclear ones do not fail."""
    ended = mo_check("report", write(profile_yaml(answers)), *options)
    assert ended.code == code
    assert ("Schlüsselkriterien sind nicht erfüllt" in ended.err) == bool(code)


def test_an_unknown_dimension_names_the_known_ones(mo_check: Call) -> None:
    """An unknown dimension is a usage error that lists all of them."""
    ended = mo_check("report", SMALL, "--dimension", "room")
    assert (ended.code, ended.out) == (2, "")
    assert "Das Handlungsfeld „room“ gibt es nicht." in ended.err
    assert f"Möglich sind: {DIMENSIONS}." in ended.err


def test_one_dimension_is_shown_item_by_item(mo_check: Call, write: Write) -> None:
    """``--dimension`` shows each of its items with the answer, the note and the evidence, and no other dimension."""
    answers = {
        "rooms.same-terms": "{level: rules, note: seit 2024, evidence: Ratsbeschluss 12}",
        "rooms.centre": "{status: not_applicable, reason: kein Bedarf}",
        "concept.written": "{level: draft, note: Entwurf}",
    }
    ended = mo_check("report", write(profile_yaml(answers)), "--dimension", "rooms")
    told = flat(ended.out)
    assert ended.code == 0
    assert "seit 2024" in told
    assert "Ratsbeschluss 12" in told
    assert "trifft nicht zu: kein Bedarf" in told
    assert "Entwurf" not in told


def test_top_is_the_number_of_gaps(mo_check: Call) -> None:
    """``--top`` sets how many gaps stand in the table."""
    few = mo_check("report", SMALL, "--top", "2", "--format", "md").out
    many = mo_check("report", SMALL, "--top", "7", "--format", "md").out
    assert [len(re.findall(r"^\| .* \| (?:▲|◐) ", text, re.MULTILINE)) for text in (few, many)] == [2, 7]


def _numbers(value: object) -> Iterator[str]:
    match value:
        case dict():
            for part in value.values():
                yield from _numbers(part)
        case list():
            for part in value:
                yield from _numbers(part)
        case _Written():
            yield value


class _Written(str):
    """A number as it is written in a JSON text."""

    __slots__ = ()


def test_json_is_the_same_bytes_every_time(mo_check: Call) -> None:
    """The same profiles give the same bytes, whatever the order of calls."""
    first = mo_check("report", SMALL, LARGE, "--format", "json")
    mo_check("report", LARGE, "--format", "json")
    assert first.out == mo_check("report", SMALL, LARGE, "--format", "json").out


@pytest.mark.parametrize("profiles", [(SMALL,), (SMALL, LARGE)], ids=["one", "two"])
def test_json_holds_its_format_and_a_list_of_reports(mo_check: Call, profiles: tuple[Path, ...]) -> None:
    """One or several profiles: always the format and a list, a report each, in the order given."""
    read = json.loads(mo_check("report", *profiles, "--format", "json").out)
    assert list(read) == ["format", "reports"]
    assert read["format"] == "mo-check/reports/1"
    assert [report["file"] for report in read["reports"]] == [str(path) for path in profiles]


def test_json_numbers_have_at_most_six_places(mo_check: Call) -> None:
    """No number has more than six places, an exponent, or no finite value."""
    out = mo_check("report", SMALL, LARGE, "--format", "json").out
    read = json.loads(out, parse_float=_Written, parse_constant=_Written)
    written = list(_numbers(read))
    assert len(written) > 100
    assert [number for number in written if not re.fullmatch(r"-?\d+\.\d{1,6}", number)] == []


def test_json_says_what_was_worked_out_by_hand(mo_check: Call, write: Write) -> None:
    """One answer, 2/3 of weight 2 in a dimension of weight 5: its score, range, coverage and cost.

    rooms holds same-terms (weight 2), dedicated, centre and forms (1 each). score = 2/3; coverage = 2/5;
    low = (2·2/3)/5 = 4/15; high = (4/3 + 3)/5 = 13/15. The gap costs 100 · 1/1 · 2/2 · 1/3 = 33.333333.
    """
    read = json.loads(mo_check("report", write(profile_yaml(RULES)), "--format", "json").out)["reports"][0]
    rooms = next(dimension for dimension in read["dimensions"] if dimension["id"] == "rooms")
    assert {key: rooms[key] for key in ("score", "low", "high", "coverage", "shown")} == {
        "score": 0.666667,
        "low": 0.266667,
        "high": 0.866667,
        "coverage": 0.4,
        "shown": "too_few",
    }
    assert [(gap["item"], gap["cost"]) for gap in read["gaps"]] == [("rooms.same-terms", 33.333333)]
    assert read["total"]["score"] == 0.666667


def test_json_says_the_same_in_every_language(mo_check: Call) -> None:
    """Ids, numbers and keys are for programs: only the texts of the steps follow the language of the interface."""
    german, english = (
        json.loads(mo_check("--lang", tag, "report", SMALL, "--format", "json").out)["reports"][0] for tag in ("de", "en")
    )
    for report in (german, english):
        for step in report["steps"]:
            assert all(step.pop(text) for text in ("text", "who", "horizon"))
    assert english == german


@pytest.mark.parametrize("columns", ["60", "80", "100", "200"])
@pytest.mark.parametrize("profile", ["small-town", "rural-district", "large-city"])
def test_a_report_keeps_to_the_width_of_the_screen(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, profile: str, columns: str
) -> None:
    """No line but a command to type is wider than the screen."""
    monkeypatch.setenv("COLUMNS", columns)
    ended = mo_check("report", PROFILES / f"{profile}.yaml")
    lines = [line for line in ended.out.splitlines() if "mo-check " not in line]
    assert ended.code == 0
    assert max(len(line.rstrip()) for line in lines) <= int(columns)

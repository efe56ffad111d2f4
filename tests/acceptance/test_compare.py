"""``compare`` as a user calls it: what is compared and said, what is left out, forms, files, widths and exit codes."""

import json
import re
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, child, flat, profile_yaml, relabelled, unbroken, varied

CITY = PROFILES / "city"
TWO = (PROFILES / "large-city.yaml", PROFILES / "small-town.yaml")
SAME, VOICE = "rooms.same-terms", "understanding.listening"
CLUB, OFFICE = "migrant_organisation", "department"


def answered(level: str = "rules", day: str = "2026-05-01", **fields: str) -> str:
    """Return a profile with one answer of that day."""
    return profile_yaml({SAME: f'{{level: {level}, date: "{day}"}}'}, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("files", "options", "said"),
    [
        pytest.param([answered(), answered(perspective=CLUB)], (), "Sichtweisen auf eine Kommune", id="perspectives"),
        pytest.param([answered(), answered(day="2024-05-01")], (), "Dieselbe Sicht zu mehreren Zeiten", id="time"),
        pytest.param([answered(), answered(name="Nachbarstadt")], (), "Mehrere Kommunen", id="peers"),
        pytest.param(
            [answered(ags="05315000"), answered(name="Anders", ags="05315000", perspective=CLUB)],
            (),
            "Sichtweisen auf eine Kommune",
            id="one key, two names",
        ),
        pytest.param([answered(), answered(perspective=CLUB)], ("--as", "time"), "Dieselbe Sicht", id="as time"),
        pytest.param([answered(), answered(label="Amt")], ("--as", "perspectives"), "Sichtweisen", id="as perspectives"),
    ],
)
def test_it_says_what_is_compared(mo_check: Call, write: Write, files: list[str], options: tuple[str, ...], said: str) -> None:
    """It finds out, and ``--as`` overrides it."""
    paths = [write(text, f"{n}.yaml") for n, text in enumerate(files)]
    ended = mo_check("compare", *paths, *options)
    assert (ended.code, ended.err) == (0, "")
    assert said in ended.out


def test_over_time_the_earlier_profile_stands_first(mo_check: Call, write: Write) -> None:
    """Whatever the order in which the files are named."""
    new, old = write(answered("reachable"), "new.yaml"), write(answered("none", "2024-05-01"), "old.yaml")
    ended = mo_check("compare", new, old)
    assert mo_check("compare", old, new).out == ended.out
    assert "0 → 100 von 100 Punkten" in flat(ended.out)


def test_an_older_profile_of_the_same_respondent_is_replaced_and_named(mo_check: Call, write: Write) -> None:
    """Among perspectives the latest one counts; the file of the older one is said."""
    paths = [write(answered("none", "2024-05-01"), "old.yaml"), write(answered(), "new.yaml")]
    ended = mo_check("compare", *paths, write(answered(perspective=CLUB), "club.yaml"))
    assert "old.yaml: Es gibt ein späteres Profil derselben Stelle." in flat(ended.out)
    assert "Verwaltung 1 · Vereine 1" in flat(ended.out)


def test_names_that_are_nearly_the_same_are_asked_about(mo_check: Call, write: Write) -> None:
    """They count as two, and a person is asked whether they are one."""
    ended = mo_check("compare", write(answered(), "a.yaml"), write(answered(name="Markt Musterstadt"), "b.yaml"))
    assert "„Musterstadt“ und „Markt Musterstadt“ gelten als zwei Kommunen. Sind sie dieselbe?" in flat(ended.out)


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        pytest.param([{}, {}], "Kein Verein hat geantwortet.", id="no association"),
        pytest.param([{"perspective": CLUB}] * 2, "Die Verwaltung hat nicht geantwortet.", id="no municipality"),
        pytest.param([{}, {"perspective": CLUB}], "Für die Vereine spricht nur ein Profil.", id="one association"),
    ],
)
def test_a_side_that_is_missing_or_alone_is_warned_of(
    mo_check: Call, write: Write, sides: list[dict[str, str]], said: str
) -> None:
    """Before any number is read."""
    paths = [write(answered(label=f"Nummer {n}", **side), f"{n}.yaml") for n, side in enumerate(sides)]
    assert said in flat(mo_check("compare", *paths).out)


def test_what_is_missing_comes_first(mo_check: Call) -> None:
    """What respondents say is missing stands above everything else."""
    out = mo_check("compare", CITY).out
    headings = ("Was aus Sicht der Befragten fehlt", "Wo man sich einig ist", "Darüber lohnt sich", "Handlungsfelder")
    places = [out.index(heading) for heading in headings]
    assert places == sorted(places)


def test_items_left_out_are_named_with_the_reason(mo_check: Call) -> None:
    """What one side alone was asked is not compared, and said."""
    out = flat(mo_check("compare", CITY).out)
    assert "Was hier nicht verglichen wird" in out
    assert "Nicht allen gestellt" in out


def _marked(mark: str) -> str:
    return f"{{level: rules, wording: sha256:{mark}}}"


def test_what_was_asked_in_other_words_is_left_out(mo_check: Call, write: Write) -> None:
    """Within one perspective; it is named, and nothing is made of it."""
    texts = [
        profile_yaml({SAME: _marked(mark), VOICE: "{level: heard}"}, label=label)
        for mark, label in (("00000000", "A"), ("11111111", "B"))
    ]
    ended = mo_check("compare", *(write(text, f"{n}.yaml") for n, text in enumerate(texts)), "--format", "json")
    assert {"item": SAME, "reason": "reworded"} in json.loads(ended.out)["comparisons"][0]["left_out"]


@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        pytest.param(2, 1, 5, id="one of three is bad"),
        pytest.param(2, 0, 0, id="none is bad"),
        pytest.param(0, 2, 3, id="all are bad"),
        pytest.param(1, 1, 3, id="one is left"),
        pytest.param(1, 0, 2, id="one alone"),
    ],
)
def test_bad_files_are_named_and_the_rest_is_compared(mo_check: Call, write: Write, good: int, bad: int, code: int) -> None:
    """5 where the rest was compared, 3 where too few are left, 2 where only one was given."""
    fine = [write(answered(name=f"Ort {n}"), f"good{n}.yaml") for n in range(good)]
    broken = [write(profile_yaml({SAME: "{level: ours}"}), f"bad{n}.yaml") for n in range(bad)]
    ended = mo_check("compare", *broken, *fine)
    assert ended.code == code
    assert all(f"{path}:" in ended.err for path in broken)
    assert ("Mehrere Kommunen" in ended.out) == (code in {0, 5})


@pytest.mark.parametrize("names", [("city",), ("city/*.yaml",), ("city/a.yaml", "city"), ("c?ty",), ("**/*.yaml",)], ids=" ".join)
def test_folders_and_patterns_stand_for_their_files(mo_check: Call, write: Write, names: tuple[str, ...]) -> None:
    """As the files by name would, each once."""
    for name in "ab":
        write(answered(name=f"Ort {name}"), f"city/{name}.yaml")
    ended = mo_check("compare", *names, "--format", "json")
    files = [one["file"] for one in json.loads(ended.out)["comparisons"][0]["profiles"]] if ended.code == 0 else []
    assert [Path(file).name for file in files] == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("name", ["missing.yaml", "missing/*.yaml"])
def test_what_is_not_there_is_named(mo_check: Call, name: str) -> None:
    """And the rest is compared."""
    ended = mo_check("compare", *TWO, name)
    assert ended.code == 5
    assert name in ended.err
    assert "Mehrere Kommunen" in ended.out


@pytest.fixture
def labels(tmp_path: Path) -> list[str]:
    """Lay out the example city with labels that stand in no text of theirs, and return them."""
    return relabelled(tmp_path)


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_no_label_is_shown_unless_asked_for(mo_check: Call, labels: list[str], form: str) -> None:
    """Not one of the labels stands anywhere, whole or broken."""
    ended = mo_check("compare", ".", "--top", "200", "--format", form)
    assert ended.code == 0
    assert len(labels) == 9
    assert "Nussbaum" not in unbroken(ended.out + ended.err)


@pytest.mark.parametrize("form", ["table", "md"])
def test_names_shows_the_labels(mo_check: Call, labels: list[str], form: str) -> None:
    """Every one of them."""
    out = mo_check("compare", ".", "--names", "--format", form, "--top", "200").out
    assert [label for label in labels if label not in out] == []


@pytest.mark.parametrize("options", [(), ("--rank",)], ids=["", "--rank"])
def test_there_is_no_rank_unless_asked_for(mo_check: Call, options: tuple[str, ...]) -> None:
    """With it each has its band."""
    out = mo_check("compare", *TWO, PROFILES / "rural-district.yaml", *options).out
    read = json.loads(mo_check("compare", *TWO, *options, "--format", "json").out)["comparisons"][0]
    assert ("Ränge" in out) == ("ranks" in read) == bool(options)


def test_json_is_the_same_bytes_every_time(mo_check: Call) -> None:
    """For perspectives, times and peers."""
    for files in ((CITY,), (CITY / "city-2024.yaml", CITY / "city-2026.yaml"), TWO):
        first = mo_check("compare", *files, "--format", "json")
        assert first.out == mo_check("compare", *files, "--format", "json").out
        assert json.loads(first.out)["format"] == "mo-check/comparisons/2"
        assert child("compare", *map(str, files), "--format", "json", PYTHONHASHSEED="7").out == first.out


@pytest.mark.parametrize(("name", "begins"), [("c.md", "# Stadt"), ("c.json", "{"), ("c.txt", " Stadt")])
def test_it_is_written_to_a_file(mo_check: Call, tmp_path: Path, name: str, begins: str) -> None:
    """The suffix chooses the form; nothing goes to standard output."""
    ended = mo_check("compare", CITY, "-o", name)
    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize("meant", ["file", "folder"])
def test_a_comparison_never_overwrites_a_profile(mo_check: Call, write: Write, meant: str) -> None:
    """Whether it was named itself or lies in a folder that was."""
    paths = [write(answered(name=f"Ort {n}"), f"city/{n}.yaml") for n in range(2)]
    before = paths[0].read_bytes()
    names = paths if meant == "file" else [paths[0].parent]
    ended = mo_check("compare", *names, "--format", "md", "-o", f"{paths[0].parent}/./0.yaml")
    assert ended.code == 2
    assert "überschreiben" in ended.err
    assert paths[0].read_bytes() == before


def test_a_plain_terminal_gets_plain_marks() -> None:
    """No block, dot or line that such a screen cannot show."""
    ended = child("compare", str(CITY), TERM="dumb")
    assert ended.code == 0
    assert re.findall("[●◐○█▒░─━▁▂▃▄▅▆▇▸◀✓▲]", ended.out) == []
    assert "o" in ended.out


def test_without_colour_there_are_no_escapes() -> None:
    """NO_COLOR and a pipe: text only."""
    assert "\x1b" not in child("compare", str(CITY), NO_COLOR="1").out


CASES = {
    "perspectives": (CITY,),
    "names": (CITY, "--names"),
    "time": (CITY / "city-2024.yaml", CITY / "city-2026.yaml"),
    "peers": (*TWO, PROFILES / "rural-district.yaml", "--rank"),
    "hidden": (CITY, "--anonymous", CLUB),
}


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("arguments", CASES.values(), ids=CASES)
def test_no_line_is_too_wide_and_no_word_is_cut(
    mo_check: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[object, ...], width: int
) -> None:
    """At every width the words are those of the widest screen; only commands to type may be longer than a line."""
    monkeypatch.setenv("COLUMNS", str(width))
    ended = mo_check("compare", *arguments)
    lines = [line for line in ended.out.splitlines() if "mo-check " not in line]
    assert ended.code == 0
    assert [line for line in lines if len(line) > width] == []
    written = mo_check("compare", *arguments, "--format", "md").out
    whole = words(written.replace("\\", "")) | words(" ".join(ended.out.splitlines()[-4:]))  # where the marks are explained
    assert words(" ".join(lines)) - whole == set()


def words(text: str) -> set[str]:
    """Return the words of a text, without numbers and the letters that stand for names."""
    return set(re.findall(r"[^\W\d]{2,}", text))


@pytest.mark.parametrize("width", [60, 100])
def test_forty_profiles_still_read(mo_check: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, width: int) -> None:
    """The table tells their middle, the share that has met it and the spread; every name is there, in the order given."""
    monkeypatch.setenv("COLUMNS", str(width))
    varied(tmp_path, 40)
    ended = mo_check("compare", ".", "--rank")
    assert ended.code == 0
    for head in ("Mitte", "erfüllt", "von", "bis"):
        assert head in ended.out
    assert [f"Ort {n:02}" for n in range(40) if f"Ort {n:02}" not in ended.out] == []
    assert max(len(line) for line in ended.out.splitlines() if "mo-check " not in line) <= width


def test_a_profile_that_stands_for_itself_cannot_hide(mo_check: Call, write: Write) -> None:
    """Over time each profile has its own column: the call is refused, with a way out."""
    paths = [write(answered(perspective=CLUB, label=f"V {n}"), f"{n}.yaml") for n in range(2)]
    ended = mo_check("compare", *paths, "--as", "time", "--anonymous", CLUB)
    assert (ended.code, ended.out) == (2, "")
    assert "--as perspectives" in ended.err
    assert mo_check("compare", *paths, "--as", "time", "--anonymous", OFFICE).code == 0


def test_only_administrations_are_peers(mo_check: Call, write: Write) -> None:
    """Associations are no municipalities, whether they hide or not; so is one town that is told twice."""
    paths = [write(answered(perspective=CLUB, label=f"V {n}"), f"{n}.yaml") for n in range(2)]
    for options in ((), ("--anonymous", CLUB)):
        ended = mo_check("compare", *paths, "--as", "peers", *options)
        assert (ended.code, ended.out) == (2, "")
        assert "Kommunen vergleicht nur, was ihre Verwaltungen geantwortet haben." in flat(ended.err)
    twice = [write(answered(day=day), f"{day}.yaml") for day in ("2024-05-01", "2026-05-01")]
    ended = mo_check("compare", *twice, "--as", "peers")
    assert (ended.code, ended.out) == (3, "")
    assert "Von derselben Stelle gibt es spätere Antworten: „2026-05-01.yaml“." in flat(ended.err)


def test_files_of_a_hidden_side_are_not_named(mo_check: Call, write: Write) -> None:
    """Neither an older one nor one without answers, nor in what to type next."""
    write(answered(), "city.yaml")
    for name, text in (
        ("ofenverein-alt", answered(day="2024-05-01", perspective=CLUB)),
        ("ofenverein", answered(perspective=CLUB)),
        ("ofenverein-leer", profile_yaml(perspective=CLUB)),
        ("ofenverein-zwei", answered(perspective=CLUB, label="Noch ein Verein")),
    ):
        write(text, f"{name}.yaml")
    ended = mo_check("compare", ".", "--anonymous", CLUB)
    assert ended.code == 0
    assert "ofenverein" not in ended.out + ended.err
    assert "Vereine: Es gibt ein späteres Profil derselben Stelle." in flat(ended.out)
    assert "ofenverein" in mo_check("compare", ".").out


def test_only_agreed_profiles_are_no_sides(mo_check: Call, write: Write) -> None:
    """Two results of a workshop without a day: no side has answered, and nothing breaks."""
    paths = [write(profile_yaml({SAME: "{level: rules}"}, perspective="agreed", label=f"W {n}"), f"{n}.yaml") for n in range(2)]
    ended = mo_check("compare", *paths)
    assert ended.code == 0
    assert "Die Verwaltung hat nicht geantwortet." in flat(ended.out)


@pytest.mark.parametrize(
    "options",
    [("--as", "x"), ("--anonymous", "x"), ("--anonymous", "agreed"), ("--top", "0"), ("--format", "x"), ("-o", "c.x")],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_a_usage_error(mo_check: Call, options: tuple[str, ...]) -> None:
    """Exit code 2, and nothing on standard output."""
    ended = mo_check("compare", *TWO, *options)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize(
    ("options", "code"), [(("--checklist", "topics"), 2), (("--checklist", "nothing"), 3)], ids=["not answered", "not known"]
)
def test_a_checklist_that_cannot_be_compared(mo_check: Call, options: tuple[str, ...], code: int) -> None:
    """One that two of them have not answered, or that there is not."""
    ended = mo_check("compare", *TWO, *options)
    assert (ended.code, ended.out) == (code, "")


def test_profiles_that_share_no_checklist_have_nothing_to_compare(mo_check: Call, write: Write) -> None:
    """Neither has any answer."""
    paths = [write(profile_yaml(name=f"Ort {n}"), f"{n}.yaml") for n in range(2)]
    ended = mo_check("compare", *paths)
    assert (ended.code, ended.out) == (2, "")
    assert "in zwei dieser Profile beantwortet" in ended.err

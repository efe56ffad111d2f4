"""``workshop``: the facilitator's kit."""

import re
import shlex
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, flat, profile_yaml, relabelled

CITY = PROFILES / "city"
GUIDE, HANDOUT, STEPS = "leitfaden.md", "handzettel.md", "schritte.md"
ROW = re.compile(r"^\| (\d+)–(\d+) \| (\d+) \| (.+?) \|$", re.MULTILINE)


def kit(mo_check: Call, folder: Path, *arguments: object) -> dict[str, str]:
    """Return the files of a kit by name."""
    ended = mo_check("workshop", CITY, "-o", folder, *arguments)
    assert ended.code == 0
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def agenda(text: str) -> list[tuple[int, int, int, str]]:
    """Return the rows of an agenda: from, to, minutes, what."""
    return [(int(a), int(b), int(m), what) for a, b, m, what in ROW.findall(text)]


@pytest.mark.parametrize("minutes", [42, 45, 60, 90, 100, 120, 180, 240])
def test_the_minutes_add_up(mo_check: Call, tmp_path: Path, minutes: int) -> None:
    """Each part begins where the last one ended, and the last one ends with the workshop."""
    rows = agenda(kit(mo_check, tmp_path, "--minutes", minutes)[GUIDE])
    assert [begins for begins, *_ in rows] == [0, *(ends for _, ends, *_ in rows[:-1])]
    assert rows[-1][1] == minutes
    assert sum(length for _, _, length, _ in rows) == minutes
    items = [row for row in rows if row[3] not in {"Pause", "Puffer"}][1:-1]
    assert 1 <= len(items) <= 6
    assert all(12 <= length <= 15 for _, _, length, _ in items)


def test_the_guide_has_everything_for_each_item(mo_check: Call, tmp_path: Path) -> None:
    """Questions by side, answers, the paper's view, two prompts, room for the decision: for every item of the agenda."""
    guide = kit(mo_check, tmp_path)[GUIDE]
    items = [what for *_, what in agenda(guide)][1:-1]
    parts = re.split(r"^## \d\\\. ", guide, flags=re.MULTILINE)[1:]
    assert [part.splitlines()[0] for part in parts] == items
    for part in parts:
        assert "Frage an die Verwaltung" in part
        assert "●" in part
        assert "### Was das Papier dazu sagt" in part
        assert "Zum Nachdenken" in part
        assert len(re.findall(r"^- ", part.split("### Für das Gespräch")[1].split("###")[0], re.MULTILINE)) == 2
        assert "☐ strittig" in part
        assert "| Was geschieht | Wer | Bis wann |" in part


def test_a_side_that_was_not_asked_is_named(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Where the associations were not asked, the facilitator is told to hear them first."""
    said = {"department": "none", "municipality": "none", "migrant_organisation": "heard"}
    for side, level in said.items():
        item = "understanding.listening" if side == "migrant_organisation" else "contacts.departments"
        write(profile_yaml({item: f"{{level: {level}}}"}, perspective=side), f"in/{side}.yaml")
    assert mo_check("workshop", tmp_path / "in", "-o", tmp_path / "kit").code == 0
    guide = (tmp_path / "kit" / GUIDE).read_text(encoding="utf-8")
    assert "Die Vereine wurden das nicht gefragt." in guide


def test_opening_and_closing_frame_the_talk(mo_check: Call, tmp_path: Path) -> None:
    """Shared strengths and what is missing come first; what is not for today is listed by type."""
    guide = kit(mo_check, tmp_path)[GUIDE]
    opening = guide.split("## Zum Einstieg")[1].split("\n## ")[0]
    assert "Termine abends und am Wochenende" in opening
    assert "Kinderbetreuung." in opening
    assert "**gemeinsame Lücke:**" in guide.split("## Heute nicht")[1]


def test_the_handout_is_one_page_without_answers(mo_check: Call, tmp_path: Path) -> None:
    """No answer and no note of anybody; short enough for one side of paper."""
    handout = kit(mo_check, tmp_path)[HANDOUT]
    assert "●" not in handout
    assert len([line for line in handout.splitlines() if line.strip()]) <= 45
    assert "Wenn Ihr Verein einen Raum" in handout


def test_steps_are_there_for_every_side(mo_check: Call, tmp_path: Path) -> None:
    """Each with who, horizon, effort and effect, and room for a name."""
    steps = kit(mo_check, tmp_path)[STEPS]
    assert "Liegenschaftsamt · vier Wochen · wenig Aufwand" in steps
    assert "Ihr Verein · zwei Wochen" in steps
    assert "| Wer, bis wann |" in steps


def test_labels_are_shown_only_when_asked_for(mo_check: Call, tmp_path: Path) -> None:
    """Nothing in the whole kit names who answered, unless --names is given."""
    labels = relabelled(tmp_path / "in")
    for folder, options in (("a", ()), ("b", ("--names",))):
        ended = mo_check("workshop", tmp_path / "in", "-o", tmp_path / folder, *options)
        texts = ended.out + ended.err + "".join(path.read_text("utf-8") for path in (tmp_path / folder).iterdir())
        assert ended.code == 0
        assert any(label in texts for label in labels) is bool(options)


def test_a_hiding_side_shows_no_notes_and_no_counts(mo_check: Call, tmp_path: Path) -> None:
    """The associations' notes and missing texts stay out; the administration's stay in."""
    guide = kit(mo_check, tmp_path, "--anonymous", "migrant_organisation")[GUIDE]
    assert "Kinderbetreuung. Wenn wir" not in guide
    assert "Wir treffen uns reihum zu Hause." not in guide
    assert "Die Zeit danach." in guide


def test_a_kit_is_not_overwritten_unless_asked_for(mo_check: Call, tmp_path: Path) -> None:
    """What a facilitator has written into it is theirs."""
    kit(mo_check, tmp_path)
    (tmp_path / HANDOUT).write_text("meins", encoding="utf-8")
    ended = mo_check("workshop", CITY, "-o", tmp_path)
    assert ended.code == 2
    assert "--overwrite" in ended.err
    assert (tmp_path / HANDOUT).read_text(encoding="utf-8") == "meins"
    assert kit(mo_check, tmp_path, "--overwrite")[HANDOUT] != "meins"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param([CITY, "--minutes", 41], 2, "Mindestens 42 Minuten", id="too short"),
        pytest.param([CITY / "city-2024.yaml", CITY / "city-2026.yaml"], 2, "mehrere Sichten", id="over time"),
        pytest.param([CITY / "city-2026.yaml"], 2, "mindestens zwei Profile", id="one profile"),
        pytest.param(["gone.yaml", "away.yaml"], 3, "Die Datei gibt es nicht.", id="none usable"),
        pytest.param([CITY, "--format", "json"], 2, "„json“ gibt es nicht", id="a form that is none"),
        pytest.param([CITY, "--format", "nonsense"], 2, "„nonsense“ gibt es nicht", id="an unknown form"),
    ],
)
def test_what_makes_no_workshop_is_said(mo_check: Call, tmp_path: Path, arguments: list[object], code: int, told: str) -> None:
    """A clear sentence, the documented code, and no half of a kit."""
    ended = mo_check("workshop", *arguments, "-o", tmp_path / "kit")
    assert ended.code == code
    assert told in flat(ended.err)
    assert not (tmp_path / "kit").exists()


def test_a_folder_that_cannot_be_made_is_said(mo_check: Call, tmp_path: Path) -> None:
    """A file in the way is named, with exit code 4."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    ended = mo_check("workshop", CITY, "-o", tmp_path / "file" / "kit")
    assert ended.code == 4
    assert "file" in ended.err


def test_a_kit_is_for_one_municipality(mo_check: Call, tmp_path: Path) -> None:
    """Of several there is none; what they can learn from each other says another command."""
    ended = mo_check("workshop", *sorted(PROFILES.glob("*.yaml")), "-o", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "Eine Mappe gibt es nur für eine Kommune" in ended.err
    assert "mo-check compare" in ended.err
    assert [*tmp_path.iterdir()] == []


def test_the_kit_speaks_english(mo_check: Call, tmp_path: Path) -> None:
    """Files and texts follow the language."""
    ended = mo_check("--lang", "en", "workshop", CITY, "-o", tmp_path)
    assert ended.code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["guide.md", "handout.md", "steps.md"]
    assert "Guide to the workshop" in (tmp_path / "guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("named", [("city",), ("city/*.yaml",), tuple(f"city/{name}.yaml" for name in "abcde")], ids=" ".join)
def test_what_comes_next_can_be_typed_as_it_stands(mo_check: Call, write: Write, named: tuple[str, ...]) -> None:
    """The page and the guide name the profiles as the call did, none is left out, and the commands are carried out."""
    for name in "abcde":
        side = "migrant_organisation" if name in "de" else "municipality"
        write(profile_yaml({"concept.written": "{level: draft}"}, perspective=side, label=f"Stelle {name}"), f"city/{name}.yaml")
    page = mo_check("compare", *named, "--format", "md").out
    commands = [shlex.split(line) for line in re.findall(r"mo-check (?:workshop|agree) .*", page)]
    assert [(command[1], command[2:-2], command[-1]) for command in commands] == [
        ("workshop", list(named), "workshop"),
        ("agree", list(named), "gemeinsam.yaml"),
    ]
    assert mo_check(*commands[0][1:]).code == 0
    assert shlex.join(commands[1]) in Path("workshop/leitfaden.md").read_text("utf-8")
    assert mo_check(*commands[1][1:], "--plain", given="q\n").code == 0


def test_what_comes_next_tells_nobody_who_stays_hidden(mo_check: Call, write: Write) -> None:
    """No file of such a side is named, and no round in which its answers would be seen."""
    paths = [
        write(profile_yaml({"concept.written": "{level: draft}"}, perspective=side, label=f"Stelle {n}"), f"{side}-{n}.yaml")
        for side, number in (("municipality", 1), ("migrant_organisation", 5))
        for n in range(number)
    ]
    hiding = ("--anonymous", "migrant_organisation", "--format", "md")
    page = mo_check("compare", *paths, *hiding).out
    assert "municipality-0.yaml" in page
    assert "migrant_organisation-" not in page
    assert "mo-check agree" not in page
    assert (
        "mo-check workshop 'm*.yaml' --anonymous migrant_organisation -o workshop" in mo_check("compare", "m*.yaml", *hiding).out
    )


def test_one_checklist_over_time_among_others_is_refused(mo_check: Call, write: Write) -> None:
    """A kit that mixes years with sides would say what nobody said, whichever checklist comes first."""

    def both(year: int) -> str:
        level = "{level: %s, date: %d-03-01}"
        head = profile_yaml({"concept.written": level % ("draft", year)})
        more = "  success-factors:\n    version: 1.0.0\n    answers:\n      success.personal-relations: "
        return head + more + level % ("maintained", year) + "\n"

    club = profile_yaml({"concept.written": "{level: draft}"}, perspective="migrant_organisation", label="Verein")
    paths = [write(both(2026), "new.yaml"), write(both(2024), "old.yaml"), write(club, "club.yaml")]
    ended = mo_check("workshop", *paths, "-o", "kit")
    assert (ended.code, Path("kit").exists()) == (2, False)
    assert "zu mehreren Zeiten" in flat(ended.err)

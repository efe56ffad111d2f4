"""``agree``: a group settles on one profile out of several."""

import re
import shutil
from pathlib import Path

import pytest

from calling import CHECKLISTS, PROFILES, Call, child, flat
from mo_check.files.profiles import load_profile
from mo_check.model.answer import Status
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from walking import asked

CITY = PROFILES / "city"
MUNICIPALITY, CLUB = CITY / "city-2026.yaml", CITY / "culture-club-2026.yaml"
ROUND = ("--checklist", "cooperation", "--plain", "--date", "2026-12-01")


def agreed(path: Path) -> Profile:
    """Return the agreed profile, checked as any profile is."""
    return load_profile(path).profile


def test_undisputed_answers_are_taken_over_and_the_rest_is_asked(mo_check: Call, tmp_path: Path) -> None:
    """What was agreed, disputed and left keeps who held what; the file is an agreed profile of the same city."""
    path = tmp_path / "agreed.yaml"
    ended = mo_check("agree", CITY, "-o", path, *ROUND, given="3\nu\nq\n")
    assert ended.code == 0
    profile = agreed(path)
    assert profile.respondent.perspective is Perspective.AGREED
    assert profile.subject == agreed(MUNICIPALITY).subject
    answers = profile.answers("cooperation")
    listening, folklore = answers["understanding.listening"], answers["understanding.beyond-folklore"]
    assert listening.level == "negotiated"
    assert folklore.status is Status.DISPUTED
    held = [(position.label, position.level) for position in folklore.positions]
    assert held[0] == ("Verwaltung (1)", "several")
    assert ("Vereine (2)", "festive") in held
    assert listening.positions
    assert str(answers["concept.written"].date) == "2026-12-01"
    assert [p.label for p in answers["concept.written"].positions] == ["Verwaltung (1)"]
    assert "unstrittig und übernommen" in ended.out


def numbers(told: str) -> list[int]:
    """Return how many questions are undisputed, were put to one side only, and are left to talk about."""
    lines = r"(\d+) Fragen? \w+ unstrittig .* (\d+) Fragen? wurden? nur einer Seite .* (\d+) Fragen? bleib"
    (found,) = re.findall(lines, flat(told))
    return [int(number) for number in found]


def test_a_checklist_of_two_scores_is_talked_through_whole(mo_check: Call, tmp_path: Path) -> None:
    """Every question that somebody was asked is taken over or left, as if the file named no scores."""
    own = tmp_path / "own"
    own.mkdir()
    text = (CHECKLISTS / "success-factors.yaml").read_text(encoding="utf-8")
    (own / "success-factors.yaml").write_text(
        re.sub(r"^(?:scores|    score): .*\n", "", text, flags=re.MULTILINE), encoding="utf-8"
    )
    shutil.copy(CHECKLISTS / "success-factors.for.yaml", own)
    path, of = tmp_path / "agreed.yaml", ("--plain", "--checklist", "success-factors")
    ended = mo_check("agree", CITY, "-o", path, *of, given="q\n")
    assert ended.code == 0
    undisputed, one_sided, left = numbers(ended.out)
    assert undisputed + one_sided + left == sum(1 for one in asked("success-factors", "de", "municipality") if one.choices)
    assert undisputed + one_sided == len(agreed(path).answers("success-factors")) > 0
    assert f"Frage 1 von {left}" in ended.out
    in_one = mo_check("--checklists", own, "agree", CITY, "-o", tmp_path / "in-one.yaml", *of, given="q\n")
    assert numbers(in_one.out) == [undisputed, one_sided, left]


def test_a_dispute_stays_open_and_widens_the_range(mo_check: Call, tmp_path: Path) -> None:
    """A disputed item counts from 0 to 1; agreeing on it later narrows the range."""
    path = tmp_path / "agreed.yaml"
    mo_check("agree", MUNICIPALITY, CLUB, "-o", path, *ROUND, given="u\nq\n")
    assert "strittig" in flat(mo_check("report", path, "--dimension", "understanding").out)
    wide = mo_check("report", path, "--format", "json").out
    mo_check("assess", path, "--plain", "--only-open", "--date", "2026-12-02", given="4\nq\n")
    narrow = mo_check("report", path, "--format", "json").out
    assert wide != narrow
    answers = agreed(path).answers("cooperation")
    first = answers["understanding.listening"]
    assert first.level == "followed"
    assert first.positions


def test_a_round_goes_on_where_it_stopped(mo_check: Call, tmp_path: Path) -> None:
    """The same call again asks only what has no answer yet, and loses nothing."""
    path = tmp_path / "agreed.yaml"
    mo_check("agree", CITY, "-o", path, *ROUND, given="3\nu\nq\n")
    before = agreed(path).answers("cooperation")
    ended = mo_check("agree", CITY, "-o", path, *ROUND, given="1\nq\n")
    assert "Frage 3 von" in ended.out
    after = agreed(path).answers("cooperation")
    assert {i: after[i] for i in before} == dict(before)
    assert len(after) == len(before) + 1


def test_the_end_of_the_input_saves_what_was_agreed(mo_check: Call, tmp_path: Path) -> None:
    """A pipe that ends is an interruption: 130, everything saved, and what to type next."""
    path = tmp_path / "agreed.yaml"
    ended = mo_check("agree", CITY, "-o", path, *ROUND, given="3\n")
    assert ended.code == 130
    assert agreed(path).answers("cooperation")["understanding.listening"].level == "negotiated"
    assert "denselben Aufruf" in ended.err


def test_answers_and_notes_are_shown_by_side_and_labels_only_when_asked_for(mo_check: Call, tmp_path: Path) -> None:
    """The question shows how each side answered, in its own words; remarks come with the help.

    Labels stand there only where --names is given.
    """
    ended = mo_check("agree", CITY, "-o", tmp_path / "a.yaml", *ROUND, given="?\nq\n")
    told = flat(ended.out)
    assert "Vereine: 1 × kaum, 3 × wir werden gehört, 1 × es folgt etwas" in told
    assert "Vereine: Man hört uns zu, schreibt mit und bedankt sich." in told
    assert "Man erklärt uns Formulare." not in told  # its author has not allowed that
    assert "Elternverein" not in ended.out
    named = mo_check("agree", CITY, "-o", tmp_path / "b.yaml", *ROUND, "--names", given="?\nq\n")
    assert "Kulturverein, gegründet 1974: Man hört uns zu, schreibt mit und bedankt sich." in flat(named.out)


def test_profiles_stay_as_they_are(mo_check: Call, tmp_path: Path) -> None:
    """Nothing is written but the agreed profile."""
    before = {path: path.read_bytes() for path in CITY.iterdir()}
    mo_check("agree", CITY, "-o", tmp_path / "agreed.yaml", *ROUND, given="3\nq\n")
    assert {path: path.read_bytes() for path in CITY.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param([MUNICIPALITY, "-o", "a.yaml"], 2, "mindestens zwei Profile", id="one profile"),
        pytest.param(
            [MUNICIPALITY, PROFILES / "small-town.yaml", "-o", "a.yaml"],
            2,
            "Das Profil gehört zu „Stadt Kaltenwerda“",
            id="two subjects",
        ),
        pytest.param(["missing.yaml", "gone.yaml", "-o", "a.yaml"], 3, "Die Datei gibt es nicht.", id="none usable"),
        pytest.param([MUNICIPALITY, CLUB], 2, "--output", id="no file"),
        pytest.param([MUNICIPALITY, CLUB, "-o", "no/folder/a.yaml"], 4, "den Ordner gibt es nicht", id="no folder"),
    ],
)
def test_what_cannot_be_agreed_on_is_said(mo_check: Call, arguments: list[object], code: int, told: str) -> None:
    """A clear sentence and the documented exit code; no file is begun."""
    ended = mo_check("agree", *arguments, "--plain", given="q\n")
    assert ended.code == code
    assert told in flat(ended.err)
    assert not Path("a.yaml").exists()


@pytest.mark.parametrize(
    ("file", "told"),
    [
        pytest.param(MUNICIPALITY, "kein gemeinsam vereinbartes Profil", id="somebody's own profile"),
        pytest.param(PROFILES / "small-town.yaml", "kein gemeinsam vereinbartes Profil", id="of another city"),
    ],
)
def test_somebody_elses_profile_is_never_written_to(mo_check: Call, tmp_path: Path, file: Path, told: str) -> None:
    """Only an agreed profile can be gone on with."""
    path = tmp_path / "theirs.yaml"
    path.write_bytes(file.read_bytes())
    ended = mo_check("agree", CITY, "-o", path, "--plain", given="q\n")
    assert ended.code == 3
    assert told in ended.err
    assert path.read_bytes() == file.read_bytes()


def test_an_agreed_profile_of_another_municipality_is_refused(mo_check: Call, tmp_path: Path) -> None:
    """The subject has to be the same."""
    path = tmp_path / "agreed.yaml"
    mo_check("agree", CITY, "-o", path, *ROUND, given="q\n")
    path.write_text(path.read_text(encoding="utf-8").replace("Stadt Solmbrück", "Stadt Anderswo"), encoding="utf-8")
    ended = mo_check("agree", CITY, "-o", path, *ROUND, given="q\n")
    assert ended.code == 3
    assert "Stadt Anderswo" in ended.err


def test_one_bad_file_does_not_stop_the_round(mo_check: Call, tmp_path: Path) -> None:
    """It is named, the others agree, and the code says that some failed."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("nonsense", encoding="utf-8")
    ended = mo_check("agree", MUNICIPALITY, CLUB, bad, "-o", tmp_path / "agreed.yaml", *ROUND, given="q\n")
    assert ended.code == 5
    assert str(bad) in ended.err


def test_without_a_terminal_the_remedy_is_told(tmp_path: Path) -> None:
    """A pipe without --plain cannot be asked on."""
    ended = child("agree", str(MUNICIPALITY), str(CLUB), "-o", "a.yaml", folder=tmp_path)
    assert ended.code == 4
    assert "--plain" in ended.err

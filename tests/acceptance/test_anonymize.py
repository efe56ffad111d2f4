"""``profile anonymize``: nothing of names, labels, notes, days or free texts is left; a test searches the bytes."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, checklist_yaml, level_yaml, profile_yaml
from mo_check.files.profiles import load_profile
from mo_check.model.answer import Answer, fields_of
from mo_check.model.profile import Profile

FILES = [*sorted((PROFILES / "city").iterdir()), *sorted(PROFILES.glob("*.yaml"))]


def private(profile: Profile) -> Iterator[str]:
    """Yield everything in a profile that could tell whose it is."""
    yield from filter(None, (profile.subject.name, profile.subject.ags, profile.respondent.label, profile.remark))
    if profile.subject.population:
        yield f"population: {profile.subject.population}\n"
    for held in profile.checklists.values():
        for answer in held.answers.values():
            yield from _texts(answer)


def _texts(answer: Answer) -> Iterator[str]:
    yield from filter(None, map(fields_of(answer).get, ("note", "evidence", "text", "who", "reason")))
    yield from (position.label for position in answer.positions)
    if answer.date is not None:
        yield answer.date.isoformat()


def test_nothing_private_is_left_in_the_bytes(mo_check: Call, tmp_path: Path) -> None:
    """No text of any input stands in any output, nor in their names; every file is a sound profile."""
    ended = mo_check("profile", "anonymize", *FILES, "-o", tmp_path)
    assert ended.code == 0
    written = sorted(tmp_path.iterdir())
    assert len(written) == len(FILES)
    everything = "\n".join(path.name + path.read_text(encoding="utf-8") for path in written)
    secrets = {line for file in FILES for text in private(load_profile(file).profile) for line in text.split("\n") if line}
    assert [secret for secret in secrets if secret in everything] == []
    assert "#" in everything  # the comments left are mo-check's own: the short name of each item
    assert mo_check("profile", "check", *written).code == 0


def test_a_persons_comments_are_gone(mo_check: Call, tmp_path: Path) -> None:
    """What somebody wrote beside the data is not copied."""
    source = tmp_path / "in.yaml"
    source.write_text("# von Hand: Gespräch mit Yildiz\n" + FILES[0].read_text(encoding="utf-8"), encoding="utf-8")
    mo_check("profile", "anonymize", source, "-o", tmp_path / "out")
    assert "Yildiz" not in next((tmp_path / "out").iterdir()).read_text(encoding="utf-8")


def test_scores_stay_the_same(mo_check: Call, tmp_path: Path) -> None:
    """Who may know the numbers still knows them: each total is that of the original."""
    mo_check("profile", "anonymize", *FILES, "-o", tmp_path / "out", "--key", tmp_path / "key.txt")
    for line in (tmp_path / "key.txt").read_text(encoding="utf-8").splitlines():
        name, original, *_ = line.split("\t")
        both = [mo_check("report", path, "--format", "json").out for path in (original, tmp_path / "out" / name)]
        totals = [[row for row in text.splitlines() if row.startswith('"total"')] for text in both]
        assert totals[0] == totals[1]


def test_the_order_of_the_files_says_nothing(mo_check: Call, tmp_path: Path) -> None:
    """The same profiles in another order give the same files."""
    mo_check("profile", "anonymize", *FILES, "-o", tmp_path / "a")
    mo_check("profile", "anonymize", *reversed(FILES), "-o", tmp_path / "b")
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in "ab")
    assert first == second


def test_profiles_of_one_subject_stay_together(mo_check: Call, tmp_path: Path) -> None:
    """They can still be compared as views of one municipality."""
    mo_check("profile", "anonymize", PROFILES / "city", "-o", tmp_path)
    subjects = {load_profile(path).profile.subject.name for path in tmp_path.iterdir()}
    assert subjects == {"Kommune 1"}
    assert "Sichtweisen auf eine Kommune" in mo_check("compare", tmp_path).out


def compared(mo_check: Call, folder: Path) -> list[object]:
    """Return what a comparison says of every checklist, apart from names, days and what is drawn by lot."""
    held = json.loads(mo_check("compare", folder, "--format", "json").out)
    return [
        (one["as"], one["sides"], one["differences"], one["items"], one["left_out"], len(one["profiles"]))
        for one in held["comparisons"]
    ]


def test_a_comparison_stays_the_same(mo_check: Call, tmp_path: Path) -> None:
    """One respondent keeps one number, so that a later profile still stands in for an earlier one of theirs."""
    mo_check("profile", "anonymize", PROFILES / "city", "-o", tmp_path)
    assert compared(mo_check, tmp_path) == compared(mo_check, PROFILES / "city")


def test_one_respondent_keeps_one_number(mo_check: Call, tmp_path: Path) -> None:
    """Two files of the same office have one label; five associations have five."""
    mo_check("profile", "anonymize", PROFILES / "city", "-o", tmp_path)
    labels = sorted(load_profile(path).profile.respondent.label for path in tmp_path.iterdir())
    assert labels == [*(f"Fachamt {n}" for n in (1, 2)), *(f"Verein {n}" for n in range(1, 6)), *["Verwaltung 1"] * 2]


def test_the_order_of_saves_in_one_year_is_kept(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Three files of one respondent in one year: the last one is still the last, and no day is told."""
    days = ["2026-11-14", "2026-02-03", "2026-02-04"]
    for number, day in enumerate(days):
        answers = {"concept.written": f'{{level: draft, date: "{day}"}}'}
        write(profile_yaml(answers, label="Büro").replace("draft", ["none", "draft", "written"][number]), f"in/{number}.yaml")
    write(profile_yaml({"concept.written": "{level: draft}"}, perspective="migrant_organisation", label="Verein"), "in/3.yaml")
    assert mo_check("profile", "anonymize", tmp_path / "in", "-o", tmp_path / "out").code == 0
    answers = [load_profile(path).profile.answers("cooperation")["concept.written"] for path in (tmp_path / "out").iterdir()]
    days_left = {str(one.level): one.date.isoformat() for one in answers if one.date}
    assert days_left == {"draft": "2026-01-01", "written": "2026-01-02", "none": "2026-01-03"}
    assert compared(mo_check, tmp_path / "out") == compared(mo_check, tmp_path / "in")


def test_nobody_is_found_by_language_or_unwarned_by_scope(mo_check: Call, tmp_path: Path) -> None:
    """The language goes; of a scope or checklists that nobody else on a side has, the user is told."""
    source = tmp_path / "in.yaml"
    text = (PROFILES / "city" / "culture-club-2026.yaml").read_text("utf-8")
    source.write_text(text.replace("\nlanguage: de\n", "\nlanguage: en\n").replace("Kulturverein", "Sportverein"), "utf-8")
    ended = mo_check("profile", "anonymize", PROFILES / "city", source, "-o", tmp_path / "out", "--key", tmp_path / "key.txt")
    assert ended.code == 0
    assert {load_profile(path).profile.language for path in (tmp_path / "out").iterdir()} == {"de"}
    lines = (tmp_path / "key.txt").read_text("utf-8").splitlines()
    (alone,) = [line.split("\t")[0] for line in lines if "womens-group" in line]
    assert f"Vor dem Weitergeben ansehen: {alone}. Niemand sonst auf derselben Seite hat diesen Umfang" in ended.err


@pytest.mark.parametrize(
    ("second", "told"),
    [
        pytest.param({}, [], id="alike"),
        pytest.param({"scope": "quick"}, ["Umfang"], id="scope"),
        pytest.param({"checklist": "own"}, ["Checklisten"], id="checklists"),
        pytest.param({"scope": "quick", "checklist": "own"}, ["Umfang", "Checklisten"], id="both"),
        pytest.param({"scope": "quick", "perspective": "department"}, ["Umfang"], id="each alone on its side"),
    ],
)
def test_what_only_one_profile_has_is_warned_of(
    mo_check: Call, write: Write, tmp_path: Path, second: dict[str, str], told: list[str]
) -> None:
    """It is passed on all the same: whether it matters depends on who reads it."""
    for number, given in enumerate(({}, second)):
        write(profile_yaml({"concept.written": "{level: draft}"}, label=f"Amt {number}", **given), f"{number}.yaml")
    ended = mo_check("profile", "anonymize", tmp_path / "0.yaml", tmp_path / "1.yaml", "-o", tmp_path / "out")
    assert ended.code == 0
    assert [word for word in ("Umfang", "Checklisten") if word in ended.err] == told
    assert ended.err.count("profil-1.yaml, profil-2.yaml") == len(told)


OWN = checklist_yaml(
    rooms="1\n"
    + level_yaml("rooms.small", "when: {fact: population, at_least: 8000}")
    + level_yaml("rooms.states", "when: {fact: kind, is: [city_state]}")
    + level_yaml("rooms.all")
)


def test_what_did_not_apply_still_does_not(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A town of 6,000 stands as one of 10,000 and is asked no more for it; its total is what it was."""
    write(OWN, "own/probe.yaml")
    write(
        profile_yaml({"rooms.small": "{level: none}", "rooms.all": "{level: good}"}, checklist="probe", population=6000),
        "in.yaml",
    )
    ended = mo_check("--checklists", tmp_path / "own", "profile", "anonymize", tmp_path / "in.yaml", "-o", tmp_path / "out")
    assert (ended.code, "Stadtstaaten" in ended.err) == (0, False)
    found = [
        json.loads(mo_check("--checklists", tmp_path / "own", "report", path, "--format", "json").out)["reports"][0]["total"]
        for path in (tmp_path / "in.yaml", tmp_path / "out" / "profil-1.yaml")
    ]
    assert found[0] == found[1]
    assert "population: 10000" in (tmp_path / "out" / "profil-1.yaml").read_text("utf-8")


def test_what_only_city_states_are_asked_is_left_out_and_said(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Answering it would name one of three cities."""
    write(OWN, "own/probe.yaml")
    text = profile_yaml({"rooms.states": "{level: good}", "rooms.all": "{level: good}"}, checklist="probe")
    write(text.replace("kind: town", "kind: city_state"), "in.yaml")
    ended = mo_check("--checklists", tmp_path / "own", "profile", "anonymize", tmp_path / "in.yaml", "-o", tmp_path / "out")
    assert ended.code == 0
    assert "die nur Stadtstaaten gestellt werden, fehlen hier: profil-1.yaml" in ended.err
    assert "rooms.states" not in (tmp_path / "out" / "profil-1.yaml").read_text("utf-8")


@pytest.mark.parametrize(("option", "key"), [("--keep-notes", "note"), ("--keep-evidence", "evidence")])
def test_notes_and_evidence_stay_only_by_choice(mo_check: Call, tmp_path: Path, option: str, key: str) -> None:
    """Each on its own."""
    mo_check("profile", "anonymize", FILES[1], "-o", tmp_path, option)
    text = next(tmp_path.iterdir()).read_text(encoding="utf-8")
    assert f"{key}: " in text
    assert ("evidence: " if key == "note" else "note: ") not in text


def test_the_key_is_written_only_on_request(mo_check: Call, tmp_path: Path) -> None:
    """It names what was made from what, and where it should not go."""
    mo_check("profile", "anonymize", FILES[0], "-o", tmp_path / "out")
    assert [path.name for path in tmp_path.rglob("*.txt")] == []
    ended = mo_check("profile", "anonymize", FILES[0], "-o", tmp_path / "other", "--key", tmp_path / "key.txt")
    assert str(FILES[0]) in (tmp_path / "key.txt").read_text(encoding="utf-8")
    assert "geben Sie ihn nicht mit weiter" in ended.err


def test_nothing_is_overwritten(mo_check: Call, tmp_path: Path) -> None:
    """A file that stands there is named, and not one is written."""
    (tmp_path / "profil-2.yaml").write_text("meins", encoding="utf-8")
    ended = mo_check("profile", "anonymize", *FILES[:2], "-o", tmp_path)
    assert ended.code == 3
    assert "profil-2.yaml" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["profil-2.yaml"]


def test_the_key_is_for_its_owners_eyes_only(mo_check: Call, tmp_path: Path) -> None:
    """Whatever the umask, nobody else may read who is who; the profiles themselves are as any file."""
    held = os.umask(0o022)
    try:
        mo_check("profile", "anonymize", FILES[0], "-o", tmp_path / "out", "--key", tmp_path / "key.txt")
    finally:
        os.umask(held)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "key.txt", tmp_path / "out" / "profil-1.yaml")]
    assert modes == ([0o666, 0o666] if os.name == "nt" else [0o600, 0o644])  # Windows knows read-only and nothing finer


def test_a_line_of_the_key_is_one_line(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A label of several lines is one cell of four."""
    write(profile_yaml(label='"Büro\\nIntegration"'), "in.yaml")
    mo_check("profile", "anonymize", tmp_path / "in.yaml", "-o", tmp_path / "out", "--key", tmp_path / "key.txt")
    (line,) = (tmp_path / "key.txt").read_text("utf-8").splitlines()
    assert line.split("\t") == ["profil-1.yaml", str(tmp_path / "in.yaml"), "Musterstadt", "Büro Integration"]


@pytest.mark.parametrize("key", ["out/key.txt", "out/deep/key.txt", "in/../out/key.txt", "link/key.txt"])
def test_a_key_inside_the_output_is_refused(mo_check: Call, tmp_path: Path, key: str) -> None:
    """The folder is what is passed on; it is said where the key may lie, and nothing is written."""
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "out")
    ended = mo_check("profile", "anonymize", FILES[0], "-o", tmp_path / "out", "--key", tmp_path / key)
    assert (ended.code, ended.out) == (2, "")
    assert f"--key: „{tmp_path / key}“ läge im Ordner der neuen Profile" in ended.err
    assert f"Einen Ort außerhalb von „{tmp_path / 'out'}“ nennen." in ended.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("key", "code"), [("in.yaml", 3), ("out/profil-1.yaml", 2), ("out/../out/profil-1.yaml", 2)])
def test_a_key_goes_over_nothing(mo_check: Call, tmp_path: Path, key: str, code: int) -> None:
    """Neither over an original nor over a profile that is written by the same call; nothing is written then."""
    original = tmp_path / "in.yaml"
    original.write_bytes(FILES[0].read_bytes())
    ended = mo_check("profile", "anonymize", original, "-o", tmp_path / "out", "--key", tmp_path / key)
    assert (ended.code, ended.out) == (code, "")
    assert Path(key).name in ended.err
    assert original.read_bytes() == FILES[0].read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["in.yaml"]


def test_bad_files_are_named_and_the_rest_is_written(mo_check: Call, tmp_path: Path) -> None:
    """5 when some failed, 3 when all did."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("nonsense", encoding="utf-8")
    assert mo_check("profile", "anonymize", FILES[0], bad, "-o", tmp_path / "a").code == 5
    assert len(list((tmp_path / "a").iterdir())) == 1
    ended = mo_check("profile", "anonymize", bad, "-o", tmp_path / "b")
    assert ended.code == 3
    assert str(bad) in ended.err

"""``profile anonymize``: nothing of names, labels, notes, days or free texts is left; a test searches the bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calling import PROFILES, Call
from mo_check.files.profiles import load_profile
from mo_check.model.profile import Answer, Profile

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
    yield from filter(None, (answer.note, answer.evidence, answer.text, answer.who, answer.reason))
    yield from (position.label for position in answer.positions or ())
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

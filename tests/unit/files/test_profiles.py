"""Profiles on disk: loading with everything checked, saving after every answer without taking anything from anybody."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.errors import CannotWrite, Message, Problem
from mo_check.files.library import Library, load_checklist
from mo_check.files.profile_file import ProfileFile, shorts_of
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import LoadedProfile, load_profile
from mo_check.model.profile import Profile

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

TEXT = """\
format: mo-check/profile/1
subject:
  name: Musterstadt
  kind: city
respondent:
  perspective: municipality
  label: Integrationsstelle
language: de
scope: full
checklists:
  cooperation:
    version: "1.0.0"
    answers:
      concept.written:
        level: draft
"""
SHORTS = {"cooperation": {"concept.written": "Schriftliches Konzept"}}


def with_level(profile: Profile, level: str) -> Profile:
    """Return the profile with another level for the one item it answers."""
    tree = profile.model_dump(mode="json", exclude_none=True)
    tree["checklists"]["cooperation"]["answers"]["concept.written"] = {"level": level}
    return Profile.model_validate(tree)


@pytest.fixture
def opened(write: Write) -> Callable[..., tuple[LoadedProfile, ProfileFile]]:
    """Return a function that lays out a profile, loads it and opens its file for saving."""

    def laid_out(content: str | bytes = TEXT) -> tuple[LoadedProfile, ProfileFile]:
        loaded = load_profile(write(content, "profile.yaml"))
        return loaded, ProfileFile(loaded.path, {}, loaded)

    return laid_out


Opened = Callable[..., tuple[LoadedProfile, ProfileFile]]


def test_a_profile_loads_with_its_checklists(write: Write) -> None:
    """The profile comes with its file, its bytes, and every checklist of it that is known here."""
    path = write(TEXT)
    loaded = load_profile(path)
    assert loaded.profile.answers("cooperation")["concept.written"].level == "draft"
    assert (loaded.path, loaded.data) == (path, TEXT.encode())
    assert [held.checklist.id for held in loaded.checklists] == ["cooperation"]


def test_checklists_come_from_the_given_library(write: Write) -> None:
    """A batch hands in a library that remembers; each known checklist is asked of it."""
    library = Library()
    (held,) = load_profile(write(TEXT), library).checklists
    assert held is library.load("cooperation", whole=False)


def test_answers_to_an_unknown_checklist_survive(write: Write) -> None:
    """A checklist that is not installed here is neither loaded nor judged, and its answers are written back."""
    unknown = '  somewhere-else:\n    version: "9.9.9"\n    answers:\n      any.thing:\n        text: kept\n'
    loaded = load_profile(write(TEXT + unknown))
    assert [held.checklist.id for held in loaded.checklists] == ["cooperation"]
    assert profile_text(loaded.profile, {}) == TEXT + unknown


def test_what_does_not_fit_comes_at_once_with_near_misses(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """Every answer that does not fit the checklist has its line and what was probably meant."""
    answers = """\
      concept.writen: {level: draft}
      concept.goals: {level: nnoe}
      concept.contents: {options: [bodies, romms]}
      concept.implementation: {text: viel}
      concept.known: {status: skipped}
"""
    path = write(TEXT + answers)

    def first(problem: Problem) -> str:
        return said(problem.remedy).partition("“")[0]

    problems = problems_of(lambda: load_profile(path))
    at = "checklists.cooperation.answers."
    assert [(p.line, p.column, p.path.removeprefix(at), said(p.message), first(p)) for p in problems] == [
        (
            16,
            7,
            "concept.writen",
            "Das Kriterium „concept.writen“ gibt es nicht.",
            "Meinten Sie „concept.written",
        ),
        (
            17,
            23,
            "concept.goals.level",
            "Die Stufe „nnoe“ gibt es hier nicht.",
            "Meinten Sie „none",
        ),
        (
            18,
            44,
            "concept.contents.options.1",
            "Die Auswahl „romms“ gibt es hier nicht.",
            "Meinten Sie „rooms",
        ),
        (
            19,
            32,
            "concept.implementation.text",
            "„concept.implementation“ wird mit „level“ beantwortet, nicht mit „text“.",
            "",
        ),
    ]
    assert {problem.file for problem in problems} == {str(path)}


def test_a_newer_profile_is_not_loaded(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A profile of a newer major format is refused before anything of it could be lost."""
    path = write(TEXT.replace("profile/1", "profile/2"))
    (problem,) = problems_of(lambda: load_profile(path))
    assert said(problem.message) == "Diese Datei hat ein neueres mo-check geschrieben (mo-check/profile/2)."


def test_shorts_are_found_per_checklist() -> None:
    """What stands beside an id comes from the checklist that the id belongs to."""
    shorts = shorts_of((load_checklist("cooperation"),))
    assert shorts["cooperation"]["concept.written"] == "Schriftliches Konzept"


def test_a_new_profile_is_saved_with_shorts(tmp_path: Path) -> None:
    """The first save creates the file; each item's short stands beside its id."""
    path = tmp_path / "new.yaml"
    profile = Profile.model_validate(
        {
            "format": "mo-check/profile/1",
            "subject": {"name": "Musterstadt", "kind": "city"},
            "respondent": {"perspective": "municipality", "label": "Integrationsstelle"},
            "checklists": {"cooperation": {"version": "1.0.0", "answers": {"concept.written": {"level": "draft"}}}},
        }
    )
    file = ProfileFile(path, SHORTS)
    file.save(profile)
    assert path.read_text("utf-8") == TEXT.replace("concept.written:", "concept.written:  # Schriftliches Konzept")
    assert load_profile(path).profile == profile
    assert file.backup is None


def test_every_answer_is_on_the_disk(opened: Opened) -> None:
    """Each save replaces the last one, as often as answers come."""
    loaded, file = opened()
    for level in ("written", "adopted", "none", "draft"):
        changed = with_level(loaded.profile, level)
        file.save(changed)
        assert load_profile(file.path).profile == changed


def test_a_profile_that_we_wrote_has_no_backup(opened: Opened) -> None:
    """Where nothing of a person is in the file, nothing is kept beside it."""
    loaded, file = opened()
    file.save(with_level(loaded.profile, "written"))
    assert file.backup is None
    assert [path.name for path in file.path.parent.iterdir()] == ["profile.yaml"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("# Notiz von Frau A.\n" + TEXT, id="comment"),
        pytest.param(TEXT.replace("level: draft", "level: draft  # noch klären"), id="comment at a line's end"),
        pytest.param(TEXT.replace("name: Musterstadt", "name: 'Musterstadt'"), id="other quotes"),
        pytest.param(TEXT.replace("language: de\n", ""), id="left out"),
    ],
)
def test_what_a_person_wrote_is_kept_once(opened: Opened, content: str | bytes) -> None:
    """A file that holds what we would not write is copied before the first save, which says so; later saves do not."""
    loaded, file = opened(content)
    file.save(with_level(loaded.profile, "written"))
    assert file.backup == file.path.with_name("profile.yaml.bak")
    assert file.backup.read_bytes() == loaded.data
    file.save(with_level(loaded.profile, "adopted"))
    assert sorted(path.name for path in file.path.parent.iterdir()) == ["profile.yaml", "profile.yaml.bak"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="byte order mark"),
    ],
)
def test_what_an_editor_does_by_itself_needs_no_backup(opened: Opened, content: bytes) -> None:
    """Line ends and a byte order mark are nobody's words; the file is saved in our form without a copy."""
    loaded, file = opened(content)
    file.save(with_level(loaded.profile, "written"))
    assert file.backup is None


def test_the_shorts_we_write_are_no_persons_comments(write: Write) -> None:
    """Comments that we set ourselves are set again and need no backup."""
    path = write(TEXT.replace("concept.written:", "concept.written:  # Schriftliches Konzept"))
    loaded = load_profile(path)
    file = ProfileFile(path, SHORTS, loaded)
    file.save(with_level(loaded.profile, "written"))
    assert file.backup is None


def test_an_older_backup_stays(opened: Opened) -> None:
    """A backup of last week is not overwritten by the one of today."""
    loaded, file = opened("# today\n" + TEXT)
    older = file.path.with_name("profile.yaml.bak")
    older.write_text("# last week\n" + TEXT, "utf-8")
    file.save(with_level(loaded.profile, "written"))
    assert older.read_text("utf-8").startswith("# last week")
    assert file.backup == file.path.with_name("profile.yaml.bak1")


def test_without_a_backup_nothing_is_saved(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the copy cannot be kept, the comments are not overwritten, now or at the next try; the text is carried along."""
    loaded, file = opened("# Notiz\n" + TEXT)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    changed = with_level(loaded.profile, "written")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        for _ in range(2):
            with pytest.raises(CannotWrite) as caught:
                file.save(changed)
            assert caught.value.unsaved == profile_text(changed, {})
            assert file.path.read_bytes() == loaded.data
    file.save(changed)
    assert file.backup is not None
    assert file.backup.read_bytes() == loaded.data


def test_a_failed_save_can_be_repeated(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a full disk has room again, the next save goes on from the file as it is."""
    loaded, file = opened()
    changed = with_level(loaded.profile, "written")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(CannotWrite) as caught:
            file.save(changed)
        assert caught.value.unsaved == profile_text(changed, {})
    assert load_profile(file.path).profile == loaded.profile
    file.save(changed)
    assert load_profile(file.path).profile == changed


def test_a_change_between_load_and_save_is_not_overwritten(opened: Opened) -> None:
    """Somebody else's answer, given while the file was open here, stands; ours is carried along."""
    loaded, file = opened()
    theirs = TEXT.replace("draft", "adopted")
    file.path.write_text(theirs, "utf-8", newline="\n")
    ours = with_level(loaded.profile, "written")
    with pytest.raises(CannotWrite) as caught:
        file.save(ours)
    assert file.path.read_text("utf-8") == theirs
    assert caught.value.unsaved == profile_text(ours, {})


def test_a_change_between_two_saves_is_not_overwritten(opened: Opened) -> None:
    """The check is made before each save, not only before the first."""
    loaded, file = opened()
    file.save(with_level(loaded.profile, "written"))
    file.path.unlink()
    with pytest.raises(CannotWrite):
        file.save(with_level(loaded.profile, "adopted"))
    assert not file.path.exists()


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path, opened: Opened) -> None:
    """A new profile's name that somebody else took first is theirs."""
    loaded, _ = opened()
    file = ProfileFile(tmp_path / "new.yaml", {})
    file.refuse_existing()
    file.path.write_text("theirs\n", "utf-8", newline="\n")
    with pytest.raises(CannotWrite):
        file.save(loaded.profile)
    assert file.path.read_text("utf-8") == "theirs\n"


def test_a_profile_is_not_begun_over_a_file(opened: Opened, problems_of: ProblemsOf, said: Said) -> None:
    """Beginning anew where a file stands is refused, with the two ways on."""
    _, file = opened()
    (problem,) = problems_of(ProfileFile(file.path, {}).refuse_existing)
    assert problem.file == str(file.path)
    assert said(problem.message) == "Die Datei gibt es schon."
    assert said(problem.remedy) == "Einen anderen Namen wählen oder die Datei zum Weitermachen angeben."


def test_a_profile_is_not_begun_over_a_folder(tmp_path: Path, problems_of: ProblemsOf, said: Said) -> None:
    """What cannot be read but is there, is there."""
    (problem,) = problems_of(ProfileFile(tmp_path, {}).refuse_existing)
    assert said(problem.message) == "Die Datei gibt es schon."


def test_a_profile_reached_by_a_link_stays_reached(opened: Opened, tmp_path: Path) -> None:
    """A profile opened through a link is saved where it lies, and its backup stands beside the link."""
    loaded, _ = opened("# Notiz\n" + TEXT)
    link = tmp_path / "link.yaml"
    link.symlink_to(loaded.path)
    through = load_profile(link)
    file = ProfileFile(link, {}, through)
    file.save(with_level(through.profile, "written"))
    assert link.is_symlink()
    assert load_profile(loaded.path).profile == with_level(through.profile, "written")
    assert file.backup == tmp_path / "link.yaml.bak"

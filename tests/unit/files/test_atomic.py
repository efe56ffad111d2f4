"""Writing whole or not at all: the old file or the new one stands there, and nobody's work is overwritten."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.errors import CannotWrite, Message
from mo_check.files.atomic import current_digest, file_digest, is_inside, keep_backup, make_folder, save_checked, write_whole

Said = Callable[[Message | None], str]
ELSEWHERE = "Einen anderen Ort wählen oder Platz und Rechte prüfen."


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note pauses instead of making them."""
    noted: list[float] = []
    monkeypatch.setattr(time, "sleep", noted.append)
    return noted


def failing(code: int) -> Callable[..., None]:
    """Return a function that fails as the operating system would."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def names(folder: Path) -> list[str]:
    """Return everything that lies in a folder, hidden files included."""
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """A file is created with exactly the text, UTF-8 and LF on every system, and nothing beside it."""
    write_whole(tmp_path / "a.yaml", "Ä: 😀\nb: c\n")
    assert (tmp_path / "a.yaml").read_bytes() == "Ä: 😀\nb: c\n".encode()
    assert names(tmp_path) == ["a.yaml"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    """Nothing of a longer old text remains."""
    path = tmp_path / "a.yaml"
    path.write_text("old " * 1000, "utf-8")
    write_whole(path, "new\n")
    assert path.read_text("utf-8") == "new\n"
    assert names(tmp_path) == ["a.yaml"]


def test_the_file_is_flushed_before_it_takes_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole text is on the disk before the name points at it, so that a power cut leaves one or the other."""
    path = tmp_path / "a.yaml"
    path.write_text("old\n", "utf-8")
    seen: list[tuple[str, bytes]] = []
    fsync, replace = os.fsync, Path.replace

    def flushed(descriptor: int) -> None:
        seen.append(("fsync", path.read_bytes()))
        fsync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        seen.append(("replace", self.read_bytes()))
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(path, "new\n")
    assert seen == [("fsync", b"old\n"), ("replace", b"new\n")]


def test_the_temporary_file_lies_in_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only within one drive can a file be moved in place in one step; hidden, and named after the file."""
    moved: list[Path] = []
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        moved.append(self)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(tmp_path / "a.yaml", "new\n")
    assert moved[0].parent == tmp_path.resolve()
    assert moved[0].name.startswith(".a.yaml.")
    assert moved[0].suffix == ".tmp"


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    """The temporary name does not outgrow the limit that the file's own name still keeps."""
    path = tmp_path / ("ö" * 124 + ".yaml")
    write_whole(path, "new\n")
    assert path.read_text("utf-8") == "new\n"


STEPS = (
    pytest.param((tempfile, "mkstemp"), id="create"),
    pytest.param((os, "fsync"), id="flush"),
    pytest.param((Path, "chmod"), id="permissions"),
    pytest.param((Path, "replace"), id="replace"),
)
REASONS = (
    pytest.param(errno.ENOSPC, "kein Platz mehr", id="disk full"),
    pytest.param(errno.EDQUOT, "kein Platz mehr", id="quota"),
    pytest.param(errno.EACCES, "keine Schreibrechte", id="no access"),
    pytest.param(errno.EPERM, "keine Schreibrechte", id="not permitted"),
    pytest.param(errno.EROFS, "das Laufwerk ist schreibgeschützt", id="read-only drive"),
    pytest.param(errno.ENAMETOOLONG, "der Name ist zu lang", id="name too long"),
    pytest.param(errno.EIO, os.strerror(errno.EIO), id="anything else in the system's words"),
)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("code", "reason"), REASONS)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Said, step: tuple[object, str], code: int, reason: str
) -> None:
    """Wherever the system refuses, the old file stands, no temporary file lies about, and the text is carried along."""
    path = tmp_path / "a.yaml"
    path.write_text("old\n", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(*step, failing(code))
        with pytest.raises(CannotWrite) as caught:
            write_whole(path, "new\n")
    assert path.read_text("utf-8") == "old\n"
    assert names(tmp_path) == ["a.yaml"]
    assert caught.value.exit_code == 4
    assert caught.value.unsaved == "new\n"
    assert said(caught.value.message) == f"„{path}“ lässt sich nicht schreiben: {reason}."
    assert said(caught.value.remedy) == ELSEWHERE


def test_a_disk_that_fills_up_while_writing_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Said) -> None:
    """Half a text is written and then the disk is full: the old file stands, the half is gone."""
    path = tmp_path / "a.yaml"
    path.write_text("old\n", "utf-8")
    real = os.fdopen

    def half(descriptor: int, *_: object, **__: object) -> object:
        os.write(descriptor, b"ne")
        stream = real(descriptor, "w")
        stream.close()
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdopen", half)
        with pytest.raises(CannotWrite) as caught:
            write_whole(path, "new\n")
    assert path.read_text("utf-8") == "old\n"
    assert names(tmp_path) == ["a.yaml"]
    assert "kein Platz mehr" in said(caught.value.message)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit], ids=["Ctrl-C", "exit"])
def test_an_interruption_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signal: type[BaseException], step: tuple[object, str]
) -> None:
    """Ctrl-C anywhere in a save goes on upwards, with the folder as clean as before."""
    path = tmp_path / "a.yaml"
    path.write_text("old\n", "utf-8")

    def interrupt(*_: object, **__: object) -> None:
        raise signal

    with monkeypatch.context() as patched:
        patched.setattr(*step, interrupt)
        with pytest.raises(signal):
            write_whole(path, "new\n")
    assert path.read_text("utf-8") == "old\n"
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        pytest.param("missing/a.yaml", "den Ordner gibt es nicht", id="missing folder"),
        pytest.param("file/a.yaml", "den Ordner gibt es nicht", id="a file in the place of the folder"),
    ],
)
def test_a_folder_that_is_none_is_told(tmp_path: Path, said: Said, place: str, reason: str) -> None:
    """Where the folder does not exist, that is the reason given; it is not created."""
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite) as caught:
        save_checked(tmp_path / place, "new\n", None)
    assert said(caught.value.message).endswith(f": {reason}.")
    assert caught.value.unsaved == "new\n"
    assert names(tmp_path) == ["file"]


def test_a_folder_is_not_overwritten(tmp_path: Path, said: Said) -> None:
    """A folder of that name stays, whichever of the two ways is asked to write."""
    for write in (lambda: write_whole(tmp_path, "new\n"), lambda: save_checked(tmp_path, "new\n", None)):
        with pytest.raises(CannotWrite) as caught:
            write()
        assert caught.value.unsaved == "new\n"
    assert tmp_path.is_dir()
    assert "lässt sich nicht schreiben" in said(caught.value.message)


def test_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]
) -> None:
    """A virus scanner holds the file twice; the third try succeeds, after pauses that grow."""
    path = tmp_path / "a.yaml"
    replace = Path.replace
    held = [PermissionError(errno.EACCES, "held"), PermissionError(errno.EACCES, "held")]

    def replaced(self: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", replaced)
    write_whole(path, "new\n")
    assert path.read_text("utf-8") == "new\n"
    assert pauses == [0.1, 0.2]


def test_a_file_that_stays_held_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: list[float]) -> None:
    """After five tries, a second and a half, the save is given up and said."""
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "a.yaml", "new\n")
    assert pauses == [0.1, 0.2, 0.4, 0.8]
    assert names(tmp_path) == []


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A link stays a link, and what it leads to is written, in its own folder."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "real.yaml").write_text("old\n", "utf-8")
    link = tmp_path / "link.yaml"
    link.symlink_to(folder / "real.yaml")
    write_whole(link, "new\n")
    assert link.is_symlink()
    assert (folder / "real.yaml").read_text("utf-8") == "new\n"
    assert (names(tmp_path), names(folder)) == (["elsewhere", "link.yaml"], ["real.yaml"])


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    """Two links that lead to each other are a file that cannot be written."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.symlink_to(two)
    two.symlink_to(one)
    for write in (lambda: write_whole(one, "new\n"), lambda: save_checked(one, "new\n", None)):
        with pytest.raises(CannotWrite) as caught:
            write()
        assert caught.value.unsaved == "new\n"
    assert names(tmp_path) == ["one.yaml", "two.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664], ids=["600", "640", "664"])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    """A profile that only one person may read stays so."""
    path = tmp_path / "a.yaml"
    path.touch()
    path.chmod(mode)
    before = stat.S_IMODE(path.stat().st_mode)
    write_whole(path, "new\n")
    assert stat.S_IMODE(path.stat().st_mode) == before


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    """Who keeps new files to themselves keeps a profile and its backup to themselves too."""
    path = tmp_path / "a.yaml"
    held = os.umask(0o077)
    try:
        write_whole(path, "new\n")
    finally:
        os.umask(held)
    backup = keep_backup(path, b"old\n")
    mine = 0o666 if os.name == "nt" else 0o600  # Windows knows read-only and nothing finer
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, backup)] == [mine, mine]


def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Whatever the umask leaves to others, and whoever may read what stood there before."""
    new, old = tmp_path / "new.txt", tmp_path / "old.txt"
    old.touch()
    old.chmod(0o664)
    held = os.umask(0o022)
    try:
        for path in (new, old):
            write_whole(path, "wer ist wer\n", private=True)
    finally:
        os.umask(held)
    mine = 0o666 if os.name == "nt" else 0o600  # Windows knows read-only and nothing finer
    assert [stat.S_IMODE(path.stat().st_mode) for path in (new, old)] == [mine, mine]


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        *[(path, True) for path in ("out", "out/a.txt", "out/deep/a.txt", "in/../out/a.txt", "link/a.txt")],
        *[(path, False) for path in ("a.txt", "out.txt", "outer/a.txt", "out/../a.txt", "loop/a.txt", "a\0")],
    ],
)
def test_what_lies_in_a_folder(tmp_path: Path, path: str, *, inside: bool) -> None:
    """Whichever way a name leads there, and whether or not the folder is there yet."""
    (tmp_path / "link").symlink_to(tmp_path / "out")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert is_inside(tmp_path / path, tmp_path / "out") is inside


def test_a_mark_knows_content_and_absence(tmp_path: Path) -> None:
    """The mark of a file is that of its bytes; a file that is not there, or cannot be, has none."""
    path = tmp_path / "a.yaml"
    assert current_digest(path) is None
    path.write_bytes(b"a")
    assert current_digest(path) == file_digest(b"a") != file_digest(b"b")
    assert current_digest(path / "below") is None
    assert file_digest(None) is None


def test_saves_follow_each_other(tmp_path: Path) -> None:
    """Each save returns the mark that the next one expects."""
    path = tmp_path / "a.yaml"
    mark = save_checked(path, "one\n", None)
    assert mark == file_digest(b"one\n")
    assert save_checked(path, "zwei: ö\n", mark) == current_digest(path)
    assert path.read_text("utf-8") == "zwei: ö\n"


@pytest.mark.parametrize(
    ("expected", "meanwhile"),
    [
        pytest.param(b"mine\n", b"theirs\n", id="changed"),
        pytest.param(b"mine\n", None, id="removed"),
        pytest.param(None, b"theirs\n", id="created"),
    ],
)
def test_a_file_that_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, said: Said, expected: bytes | None, meanwhile: bytes | None
) -> None:
    """What somebody else did to the file meanwhile stands, and the text that was not saved is carried along."""
    path = tmp_path / "a.yaml"
    if meanwhile is not None:
        path.write_bytes(meanwhile)
    with pytest.raises(CannotWrite) as caught:
        save_checked(path, "new\n", file_digest(expected))
    assert (path.read_bytes() if path.exists() else None) == meanwhile
    assert caught.value.unsaved == "new\n"
    assert str(path) in said(caught.value.message)
    assert "nichts wurde überschrieben" in said(caught.value.message)
    assert said(caught.value.remedy).startswith("Die Antworten unten in eine neue Datei kopieren")


def test_a_file_that_cannot_be_compared_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Said) -> None:
    """Where the file cannot be read before the save, nobody knows whether it changed: nothing is written."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old\n")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", failing(errno.EACCES))
        with pytest.raises(CannotWrite) as caught:
            save_checked(path, "new\n", file_digest(b"old\n"))
    assert path.read_bytes() == b"old\n"
    assert caught.value.unsaved == "new\n"
    assert said(caught.value.message) == f"„{path}“ lässt sich nicht schreiben: keine Schreibrechte."


def test_a_backup_stands_beside_the_file(tmp_path: Path) -> None:
    """The copy has the file's name with .bak behind, and its very bytes."""
    backup = keep_backup(tmp_path / "a.yaml", b"\xef\xbb\xbfa: b\r\n")
    assert backup == tmp_path / "a.yaml.bak"
    assert backup.read_bytes() == b"\xef\xbb\xbfa: b\r\n"


def test_an_older_backup_is_never_overwritten(tmp_path: Path) -> None:
    """Each different backup gets a number of its own."""
    path = tmp_path / "a.yaml"
    kept = [keep_backup(path, data).name for data in (b"one", b"two", b"three")]
    assert kept == ["a.yaml.bak", "a.yaml.bak1", "a.yaml.bak2"]
    assert [(tmp_path / name).read_bytes() for name in kept] == [b"one", b"two", b"three"]


def test_the_same_backup_is_kept_once(tmp_path: Path) -> None:
    """What is kept already is not kept again."""
    path = tmp_path / "a.yaml"
    for data in (b"one", b"two", b"one", b"two"):
        keep_backup(path, data)
    assert names(tmp_path) == ["a.yaml.bak", "a.yaml.bak1"]


def test_a_backup_that_cannot_be_kept_is_told(tmp_path: Path, said: Said) -> None:
    """A backup that fails names the backup, not the file."""
    with pytest.raises(CannotWrite) as caught:
        keep_backup(tmp_path / "missing" / "a.yaml", b"one")
    backup = tmp_path / "missing" / "a.yaml.bak"
    assert said(caught.value.message) == f"„{backup}“ lässt sich nicht schreiben: den Ordner gibt es nicht."


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """It is not replaced by a file, and whoever reads it gets the text."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, "für alle\n")
    assert os.read(reader, 100).decode() == "für alle\n"
    os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert names(tmp_path) == ["pipe"]


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path, said: Said) -> None:
    """The reason is said in words of ours."""
    path = tmp_path / "taken"
    path.touch()
    with pytest.raises(CannotWrite) as caught:
        make_folder(path)
    assert said(caught.value.message) == f"„{path}“ lässt sich nicht schreiben: das ist kein Ordner."

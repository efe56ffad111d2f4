"""From a path to text: every file that is none, or no UTF-8, is named with its place and a remedy."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.reading import MAX_BYTES, decode, read_bytes

Said = Callable[[Message | None], str]
ProblemsOf = Callable[[Callable[[], object]], tuple[Problem, ...]]
Write = Callable[..., Path]

SAVE_AS_UTF8 = "Im Editor „Speichern unter“ wählen und als Codierung UTF-8 einstellen."
PATH = Path("file.yaml")


def test_a_file_is_read_byte_by_byte(write: Write) -> None:
    """What stands in the file comes back as it is."""
    data = b"\xef\xbb\xbfa: b\r\n\xff"
    assert read_bytes(write(data)) == data


def test_a_missing_file_is_named(tmp_path: Path, problems_of: ProblemsOf, said: Said) -> None:
    """A file that is not there is named, with where to look."""
    path = tmp_path / "missing.yaml"
    (problem,) = problems_of(lambda: read_bytes(path))
    assert (problem.file, problem.line, problem.column) == (str(path), 0, 0)
    assert said(problem.message) == "Die Datei gibt es nicht."
    assert said(problem.remedy) == "Name und Ordner prüfen."


def test_a_folder_is_no_file(tmp_path: Path, problems_of: ProblemsOf, said: Said) -> None:
    """A folder in the place of a file is told as such."""
    (problem,) = problems_of(lambda: read_bytes(tmp_path))
    assert said(problem.message) == "Das ist ein Ordner, keine Datei."
    assert said(problem.remedy) == "Den Namen einer Datei darin angeben."


@pytest.mark.parametrize(
    "error",
    [PermissionError(13, "denied"), OSError(5, "input/output error"), ValueError("embedded null byte")],
    ids=["no permission", "broken drive", "impossible name"],
)
def test_an_unreadable_file_is_named(
    write: Write, problems_of: ProblemsOf, said: Said, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Whatever keeps the file from being read, it is a problem of that file and no traceback."""
    path = write("a: b\n")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = problems_of(lambda: read_bytes(path))
    assert problem.file == str(path)
    assert said(problem.message) == "Die Datei lässt sich nicht lesen."
    assert said(problem.remedy) == "Rechte und Laufwerk prüfen."


def test_a_name_with_a_null_character_is_no_traceback(problems_of: ProblemsOf, said: Said) -> None:
    """A name that no system can open is a file that cannot be read."""
    (problem,) = problems_of(lambda: read_bytes(Path("a\0b.yaml")))
    assert said(problem.message) == "Die Datei lässt sich nicht lesen."


def test_20_megabytes_are_refused(write: Write, problems_of: ProblemsOf, said: Said) -> None:
    """A file far beyond any of ours is refused with its size, and a doubt about what it is."""
    path = write(b"a: b\n" * 4_000_000)
    assert path.stat().st_size == 20_000_000
    (problem,) = problems_of(lambda: read_bytes(path))
    assert said(problem.message) == "Die Datei ist zu groß (über 4 MB)."
    assert said(problem.remedy) == "Ist das wirklich eine Datei von mo-check?"


def test_no_more_is_read_than_the_bound(write: Write, problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless file (a device, a pipe) ends at the bound too: one byte more is asked for, never all."""
    asked: list[int] = []

    class Endless:
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def fileno(self) -> int:
            return device.fileno()

        def read(self, size: int) -> bytes:
            asked.append(size)
            return b"a" * size

    path = write("a: b\n")
    with Path(os.devnull).open("rb") as device:
        monkeypatch.setattr(Path, "open", lambda *_: Endless())
        problems_of(lambda: read_bytes(path))
    assert asked == [MAX_BYTES + 1]


def test_the_largest_allowed_file_is_read(write: Write) -> None:
    """The bound itself is still allowed."""
    assert len(read_bytes(write(b"#" * MAX_BYTES))) == MAX_BYTES


def test_a_byte_order_mark_is_taken_off() -> None:
    """A file that an editor began with a byte order mark reads like any other."""
    assert decode(b"\xef\xbb\xbfname: \xc3\x96\n", PATH) == "name: Ö\n"


@pytest.mark.parametrize(
    "text",
    [
        "a: b\r\nc: d\r\n",
        "a:\tb\n",
        "Ä ß ẞ é — „…“ …\n",
        "مرحبا\n",
        "😀 👩‍👩‍👧\n",
        "a\u0085b\u2028c\n",
        "\u00a0\u202f\n",
    ],
    ids=["CRLF", "tab", "German", "right to left", "emoji", "line ends of Unicode", "no-break spaces"],
)
def test_text_is_kept_as_it_is(text: str) -> None:
    """Decoding changes nothing: cleaning belongs to the model."""
    assert decode(text.encode(), PATH) == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(codec: str, problems_of: ProblemsOf, said: Said) -> None:
    """A file saved as "Unicode" by an old editor is told with the way to save it as UTF-8."""
    mark = "" if codec == "utf-16" else "\ufeff"
    (problem,) = problems_of(lambda: decode((mark + "format: mo-check/profile/1\n").encode(codec), PATH))
    assert (problem.line, problem.column) == (1, 1)
    assert said(problem.message) == "Die Datei ist als UTF-16 gespeichert."
    assert said(problem.remedy) == SAVE_AS_UTF8


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        pytest.param("name: Köln\n".encode("latin-1"), 1, 8, id="first line"),
        pytest.param("a: b\nc: d\nname: Köln\n".encode("latin-1"), 3, 8, id="third line"),
        pytest.param("a: b\r\nname: Köln\r\n".encode("cp1252"), 2, 8, id="CRLF"),
        pytest.param(b"\xef\xbb\xbfname: \xf6\n", 1, 7, id="after a byte order mark"),
        pytest.param("ä: ö".encode() + b"\xff", 1, 5, id="after proper umlauts, which are one column each"),
        pytest.param("a: b\nc: ö".encode()[:-1], 2, 4, id="cut in the middle of a character"),
        pytest.param(b"a: \xed\xa0\x80\n", 1, 4, id="half of a surrogate pair"),
    ],
)
def test_what_is_no_utf_8_is_named_with_its_place(
    data: bytes, line: int, column: int, problems_of: ProblemsOf, said: Said
) -> None:
    """The first byte that is no UTF-8 has its line and its column, counted in characters."""
    (problem,) = problems_of(lambda: decode(data, PATH))
    assert (problem.file, problem.line, problem.column) == ("file.yaml", line, column)
    assert said(problem.message) == "Die Datei ist nicht als UTF-8 gespeichert."
    assert said(problem.remedy) == SAVE_AS_UTF8


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "0000"),
        ("\x08", "0008"),
        ("\x1b", "001B"),
        ("\x7f", "007F"),
        ("\x9b", "009B"),
    ],
    ids=["NUL", "backspace", "escape", "delete", "C1"],
)
def test_control_characters_are_named_with_their_place(character: str, code: str, problems_of: ProblemsOf, said: Said) -> None:
    """A character that YAML does not allow is told by its number, for it cannot be seen."""
    (problem,) = problems_of(lambda: decode(f"a: b\nnöte: x{character}y\n".encode(), PATH))
    assert (problem.line, problem.column) == (2, 8)
    assert said(problem.message) == f"Hier steht ein Steuerzeichen (U+{code})."
    assert said(problem.remedy) == "Das Zeichen löschen."


@given(st.binary())
def test_bytes_are_text_or_a_problem(data: bytes) -> None:
    """Whatever bytes a file holds, they are read or refused with a place; nothing else happens."""
    try:
        text = decode(data, PATH)
    except InvalidInput as error:
        (problem,) = error.problems
        assert problem.line >= 1
        assert problem.column >= 1
    else:
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", ["Größe.yaml", "mit Leerzeichen.yaml", "日本.yaml"], ids=["umlaut", "blank", "Japanese"])
def test_names_of_any_script_are_opened(write: Write, name: str) -> None:
    """A file may be called what people call it."""
    path = write("a: b\n", name)
    assert read_bytes(path) == b"a: b\n"
    assert os.fspath(path).endswith(name)

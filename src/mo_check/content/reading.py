"""From a path to text: what is no readable UTF-8 file is said with its place and the way to mend it."""

import re
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem

MAX_BYTES = 4_000_000
"""No profile or checklist comes near this size."""

_BOM = b"\xef\xbb\xbf"
# a class beyond U+00FF costs 15 ms to compile; what else YAML forbids, libyaml refuses itself
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_AS_UTF8 = Message("Im Editor „Speichern unter“ wählen und als Codierung UTF-8 einstellen.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises InvalidInput if it is missing, a folder, unreadable or far too large."""
    try:
        if path.is_dir():
            raise _refused(path, Message("Das ist ein Ordner, keine Datei."), Message("Den Namen einer Datei darin angeben."))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refused(path, Message("Die Datei gibt es nicht."), Message("Name und Ordner prüfen.")) from None
    except (OSError, ValueError):
        raise _refused(path, Message("Die Datei lässt sich nicht lesen."), Message("Rechte und Laufwerk prüfen.")) from None
    if len(data) > MAX_BYTES:
        raise _refused(path, Message("Die Datei ist zu groß (über 4 MB)."), Message("Ist das wirklich eine Datei von mo-check?"))
    return data


def decode(data: bytes, path: Path) -> str:
    """Return the text of a UTF-8 file, with or without byte order mark. Raises InvalidInput with the line that is not."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise InvalidInput((Problem(str(path), Message("Die Datei ist als UTF-16 gespeichert."), _AS_UTF8, 1, 1),))
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _end(data[: error.start].decode("utf-8"))
        raise InvalidInput(
            (Problem(str(path), Message("Die Datei ist nicht als UTF-8 gespeichert."), _AS_UTF8, *place),)
        ) from None
    if wrong := _NOT_YAML.search(text):
        message = Message("Hier steht ein Steuerzeichen (U+{code}).", code=f"{ord(wrong[0]):04X}")
        place = _end(text[: wrong.start()])
        raise InvalidInput((Problem(str(path), message, Message("Das Zeichen löschen."), *place),))
    return text


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 1, of what follows a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _refused(path: Path, message: Message, remedy: Message) -> InvalidInput:
    return InvalidInput((Problem(str(path), message, remedy),))

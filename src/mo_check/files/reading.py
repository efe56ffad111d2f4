"""From a path to text: what is no readable UTF-8 file is said with its place and the way to mend it."""

import os
import re
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem

MAX_BYTES = 4_000_000
"""No profile or checklist comes near this size."""

_BOM = b"\xef\xbb\xbf"
# a class beyond U+00FF costs 15 ms to compile; what else YAML forbids, libyaml refuses itself
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r")
_HIGH_CONTROL = re.compile(b"\xc2[\x80-\x9f]")
"""Bytes that tell ten times faster than the pattern that there is nothing to look for; U+0085 is looked at twice."""
_AS_UTF8 = Message("Im Editor „Speichern unter“ wählen und als Codierung UTF-8 einstellen.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises InvalidInput if it is missing, a folder, unreadable or far too large."""
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size  # asking for no more than there is spares a buffer of 4 MB
            data = stream.read(size if 0 < size <= MAX_BYTES else MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refused(path, Message("Die Datei gibt es nicht."), Message("Name und Ordner prüfen.")) from None
    except (OSError, ValueError):
        if is_folder(path):
            remedy = Message("Den Namen einer Datei darin angeben.")
            raise _refused(path, Message("Das ist ein Ordner, keine Datei."), remedy) from None
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
    plain = len(data.translate(None, _CONTROLS)) == len(data) and not _HIGH_CONTROL.search(data)
    if not plain and (wrong := _NOT_YAML.search(text)):
        message = Message("Hier steht ein Steuerzeichen (U+{code}).", code=f"{ord(wrong[0]):04X}")
        place = _end(text[: wrong.start()])
        raise InvalidInput((Problem(str(path), message, Message("Das Zeichen löschen."), *place),))
    return text


def _end(text: str) -> tuple[int, int]:
    """Return the line and column, from 1, of what follows a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def is_folder(path: Path) -> bool:
    """Tell whether a folder stands there; a name that no file can have is none, and neither is what may not be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Tell whether a file stands there; a name that no file can have is none, and neither is what may not be looked at."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Tell whether anything stands there; nothing does under a name that no file can have, or where we may not look."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _refused(path: Path, message: Message, remedy: Message) -> InvalidInput:
    return InvalidInput((Problem(str(path), message, remedy),))

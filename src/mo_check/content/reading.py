"""From a path to text: what is no readable UTF-8 file is said with its place and the way to mend it."""

import re
from pathlib import Path

from mo_check.errors import InvalidInput, Message, Problem

MAX_BYTES = 4_000_000
"""No profile or checklist comes near this size."""

_BOM = b"\xef\xbb\xbf"
_NOT_YAML = re.compile("[^\t\n\r\u0020-\u007e\x85\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AS_UTF8 = Message("Im Editor „Speichern unter“ wählen und als Codierung UTF-8 einstellen.")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file. Raises InvalidInput if it is missing, a folder, unreadable or far too large."""
    try:
        if path.is_dir():
            raise InvalidInput((_problem(path, "Das ist ein Ordner, keine Datei.", "Den Namen einer Datei darin angeben."),))
        if path.stat().st_size > MAX_BYTES:
            raise InvalidInput((_problem(path, "Die Datei ist zu groß (über 4 MB).", "Ist das wirklich eine Datei von mo-check?"),))
        return path.read_bytes()
    except FileNotFoundError:
        raise InvalidInput((_problem(path, "Die Datei gibt es nicht.", "Name und Ordner prüfen."),)) from None
    except (OSError, ValueError):
        raise InvalidInput((_problem(path, "Die Datei lässt sich nicht lesen.", "Rechte und Laufwerk prüfen."),)) from None


def decode(data: bytes, path: Path) -> str:
    """Return the text of a UTF-8 file, with or without byte order mark. Raises InvalidInput with the line that is not."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise InvalidInput((Problem(str(path), Message("Die Datei ist als UTF-16 gespeichert."), _AS_UTF8, 1, 1),))
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise InvalidInput((Problem(str(path), Message("Die Datei ist nicht als UTF-8 gespeichert."), _AS_UTF8, line, column),)) from None
    if wrong := _NOT_YAML.search(text):
        start = wrong.start()
        message = Message("Hier steht ein Steuerzeichen (U+{code}).", code=f"{ord(wrong[0]):04X}")
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        raise InvalidInput((Problem(str(path), message, Message("Das Zeichen löschen."), line, column),))
    return text


def _problem(path: Path, msgid: str, remedy: str) -> Problem:
    return Problem(str(path), Message(msgid), Message(remedy))

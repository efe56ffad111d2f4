"""What ``-`` means where a file is to be written: standard output, or, where that makes no sense, nothing."""

from pathlib import Path

from mo_check.errors import Message, UsageError


def is_hyphen(path: Path) -> bool:
    """Tell whether standard output is meant instead of a file."""
    return str(path) == "-"


def refuse_hyphen(path: Path | None) -> Path | None:
    """Return the name of a file or folder that somebody goes on with later. Raises UsageError for standard output."""
    if path is not None and is_hyphen(path):
        message = Message("„-“ ist die Standardausgabe; hier braucht es einen Namen.")
        raise UsageError(message, Message("Eine Datei oder einen Ordner nennen."))
    return path

"""Letterheads on disk: a small YAML file, and the logo that lies beside it."""

from pathlib import Path

from mo_check.errors import InvalidInput, Message
from mo_check.files.loading import build, check_format, load_tree, locate
from mo_check.files.logo import measured
from mo_check.files.reading import read_bytes
from mo_check.model.issue import Complaint
from mo_check.model.letterhead import LETTERHEAD_FORMAT, Letterhead, LetterheadFile, Logo


def load_letterhead(path: Path) -> Letterhead:
    """Load a letterhead with its logo. Raises InvalidInput with everything that is wrong."""
    text, tree = load_tree(path)
    check_format(path, text, tree, LETTERHEAD_FORMAT)
    held = build(LetterheadFile, path, text, tree)
    if held.logo is None:
        return Letterhead(held.name, held.lines)
    data = read_bytes(path.parent / held.logo)
    found = measured(data)
    if found is None:
        message = Message("„{file}“ ist kein brauchbares Bild.", file=held.logo)
        remedy = Message("Das Logo als PNG oder JPEG sichern, höchstens 5000 Punkte breit und hoch.")
        raise InvalidInput(locate(path, text, [Complaint(("logo",), message, remedy)]))
    return Letterhead(held.name, held.lines, Logo(data, *found, held.logo_shows or ""))

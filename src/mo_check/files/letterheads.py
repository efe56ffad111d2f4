"""Letterheads on disk: a small YAML file, and the logo that lies beside it."""

from pathlib import Path

from mo_check.errors import InvalidInput, Message
from mo_check.files.loading import build_model, check_format, load_tree, located_problems
from mo_check.files.reading import read_bytes
from mo_check.model.issue import Issue
from mo_check.model.letterhead import LETTERHEAD_FORMAT, Letterhead, LetterheadFile, Logo


def load_letterhead(path: Path) -> Letterhead:
    """Load a letterhead with its logo. Raises InvalidInput with everything that is wrong."""
    text, tree = load_tree(path)
    check_format(path, text, tree, LETTERHEAD_FORMAT)
    held = build_model(LetterheadFile, path, text, tree)
    if held.logo is None:
        return Letterhead(held.name, held.lines)
    from mo_check.files.logo import measured_logo

    data = read_bytes(path.parent / held.logo)
    found = measured_logo(data)
    if found is None:
        message = Message("„{file}“ ist kein brauchbares Bild.", file=held.logo)
        remedy = Message("Das Logo als PNG oder JPEG sichern, höchstens 5000 Punkte breit und hoch.")
        raise InvalidInput(located_problems(path, text, [Issue(("logo",), message, remedy)]))
    return Letterhead(held.name, held.lines, Logo(data, *found, held.logo_shows or ""))

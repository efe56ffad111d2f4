"""A typed cell as text in a language; writers that have nothing better to draw use this."""

from mo_check.documents.document import Bar, Cell, Heat, Mark, Number, Range, Share
from mo_check.languages import Language

DASH = "–"


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell as text; a bar is told by the number beside it, so only its note is written."""
    match cell:
        case str():
            return cell
        case Mark(_, word) | Heat(_, word, _):
            return word
        case Bar(_, _, note):
            return note
        case Number(None, _) | Share(None) | Range(None, _) | Range(_, None):
            return DASH
        case Number(value, places):
            return language.number(value, places) if value is not None else DASH
        case Share(value):
            return language.share(value) if value is not None else DASH
        case Range(low, high):
            return f"{low}–{high}"

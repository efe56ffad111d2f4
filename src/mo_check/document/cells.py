"""A typed cell or a row of dots as text in a language; writers that have nothing better to draw use this."""

from mo_check.document.blocks import Bar, Cell, DotPlot, DotRow, Heat, Mark, Number, Points, Range, Share
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
        case Points(_, None, _, note):
            return note or DASH
        case Points(_, shown, below, _):
            return f"{shown} ({', '.join(below)})" if below else str(shown)


def dots_text(plot: DotPlot, row: DotRow, language: Language) -> str:
    """Return a row of dots in words: ``2 × manchmal, 3 × ja; Mitte: ja``."""
    told = [_at_level(row, n, label) for n, label in enumerate(plot.levels) if row.dots and row.dots[n]]
    parts = [", ".join(told)] if told else []
    if middle := middle_text(plot, row, language):
        parts.append(language.say("Mitte: {level}", level=middle))
    return "; ".join([*parts, row.note] if row.note else parts)


def _at_level(row: DotRow, place: int, label: str) -> str:
    names = row.names[place] if row.names else ()
    return f"{row.dots[place]} × {label}" + (f" ({', '.join(names)})" if names else "")


def middle_text(plot: DotPlot, row: DotRow, language: Language) -> str:
    """Return where the middle of a row stands: a level, or between two of them; nothing where there is none."""
    if row.median is None:
        return ""
    below = int(row.median)
    if row.median == below:
        return plot.levels[below]
    return language.say("zwischen „{below}“ und „{above}“", below=plot.levels[below], above=plot.levels[below + 1])

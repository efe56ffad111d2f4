"""Documents as one HTML page that needs nothing from outside: no script, no font, no picture."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mo_check.document.blocks import Document, Heading, Table
from mo_check.languages import Language, language
from mo_check.model.letterhead import Logo
from mo_check.render.layout import Laid, displayed_text, file_title, lines_below, reading_order
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.styles import DARK, LIGHT, WEAKEST


def html_page(documents: Sequence[Document], frame: LetterFrame) -> str:
    """Return documents as a page, each an article with its own heading; what a person wrote is escaped."""
    words = language(documents[0].language)
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["kind"] = lambda block: type(block).__name__
    templates.filters["named"] = _rows_are_named
    templates.filters["displayed"] = lambda cell: displayed_text(cell, words)
    return templates.get_template("page.html.j2").render(
        title=file_title(documents),
        language=words.tag,
        direction=words.locale.direction,
        articles=[_article(document, f"d{number}") for number, document in enumerate(documents, start=1)],
        letterhead=frame.letterhead,
        logo=_embedded(frame.letterhead.logo) if frame.letterhead and frame.letterhead.logo else "",
        light=LIGHT,
        dark=DARK,
        weakest=WEAKEST,
        say=_said(words),
    )


def _said(words: Language) -> dict[str, str]:
    """Return what the page itself says."""
    say = words.say
    return {
        "skip": say("Zum Inhalt springen"),
        "contents": say("Inhalt"),
        "facts": say("Worauf dieser Bericht beruht"),
        "highlights": say("Das Wichtigste in Zahlen"),
        "table": say("Tabelle"),
        "weakest": say("schwächstes Feld"),
        "made": say("Erstellt mit mo-check. Diese Seite lädt nichts aus dem Internet."),
    }


def _article(document: Document, name: str) -> dict[str, Any]:
    """Return a document with its blocks laid out; headings have names that the contents lead to."""
    numbers = count(1)
    blocks = [(block, f"{name}-{next(numbers)}" if isinstance(block, Heading) else "") for block in reading_order(document)]
    return {"document": document, "id": name, "lines": lines_below(document), "blocks": blocks, "contents": _contents(blocks)}


def _contents(blocks: list[tuple[Laid, str]]) -> list[tuple[str, str]]:
    upper = 2
    return [(block.text, name) for block, name in blocks if isinstance(block, Heading) and block.level == upper]


def _rows_are_named(table: Table) -> bool:
    """Tell whether the first cell of every row names it; a cell without a word names nothing."""
    return all(isinstance(row[0], str) and row[0] for row in table.rows)


def _embedded(logo: Logo) -> str:
    return f"data:image/{logo.kind};base64,{b64encode(logo.data).decode('ascii')}"

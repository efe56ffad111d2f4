"""Documents as one PDF: tagged, with bookmarks, alternative texts and metadata, set by typst with our own fonts only."""

import json
from collections.abc import Sequence
from typing import Any

from mo_check.document.blocks import Cell, Document, Heading, Listing, Paragraph, Points, Table
from mo_check.languages import Language, language
from mo_check.render.charts.drawing import Picture
from mo_check.render.layout import Laid, displayed_text, file_title, full_title, lines_below, longest_line, reading_order
from mo_check.render.letter_frame import LetterFrame
from mo_check.render.pdf.font_glyphs import displayable
from mo_check.render.pdf.typesetting import paged
from mo_check.render.styles import LIGHT, WEAKEST

_NARROW, _WIDE = 14, 60
"""Columns up to the first number of characters take the width they need; beyond the second a text counts no more."""


def pdf_file(documents: Sequence[Document], frame: LetterFrame) -> bytes:
    """Return documents as a PDF. Everything goes in as data, so nothing a person wrote is taken for markup."""
    return typeset(documents, frame)[0]


def typeset(documents: Sequence[Document], frame: LetterFrame) -> tuple[bytes, list[str]]:
    """Return documents as a PDF, with what typst warns of. Raises CannotWrite where typst refuses them."""
    return paged(json.dumps(_file(documents, frame), ensure_ascii=False))


def _file(documents: Sequence[Document], frame: LetterFrame) -> dict[str, Any]:
    words = language(documents[0].language)
    say = words.say
    spelling, _, region = words.locale.regional.partition("-")
    day = max((document.day for document in documents if document.day), default=frame.day)
    return {
        "day": [day.year, day.month, day.day],
        "title": displayable(file_title(documents)),
        "language": spelling,
        "region": region,
        "look": dict(LIGHT),
        "weakest": WEAKEST,
        "letterhead": _letterhead(frame),
        "contents": say("Inhalt"),
        "page": say("Seite"),
        "of": say("von"),
        "documents": [_document(document, words) for document in documents],
    }


def _letterhead(frame: LetterFrame) -> dict[str, Any] | None:
    if frame.letterhead is None:
        return None
    name, lines, logo = frame.letterhead
    held = (
        {"bytes": list(logo.data), "kind": "jpg" if logo.kind == "jpeg" else "png", "words": displayable(logo.words)}
        if logo
        else None
    )
    return {"name": displayable(name), "lines": [displayable(line) for line in lines], "logo": held}


def _document(document: Document, words: Language) -> dict[str, Any]:
    return {
        "title": displayable(document.title),
        "name": displayable(document.name),
        "whole": displayable(full_title(document)),
        "lines": [displayable(line) for line in lines_below(document)],
        "facts": [[displayable(text) for text in fact] for fact in document.facts],
        "highlights": [[displayable(text) for text in highlight] for highlight in document.highlights],
        "blocks": [_block(block, words) for block in reading_order(document)],
    }


def _block(block: Laid, words: Language) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "text": displayable(text), "level": level}
        case Paragraph(text, label, role):
            return {"kind": "paragraph", "text": displayable(text), "label": displayable(label), "role": role.value}
        case Picture():
            held = {
                "kind": "picture",
                "svg": displayable(block.svg),
                "title": displayable(block.title),
                "key": displayable(block.key),
            }
            return held | {"words": displayable(f"{block.title}. {block.words}")}
        case Listing(entries, numbered):
            told = [{"text": displayable(e.text), "details": [displayable(detail) for detail in e.details]} for e in entries]
            return {"kind": "listing", "numbered": numbered, "entries": told}
        case Table():
            return {"kind": "table"} | _table(block, words)


def _table(table: Table, words: Language) -> dict[str, Any]:
    return {
        "caption": displayable(table.caption),
        "columns": [
            {"header": displayable(c.header), "number": c.number, "weight": w}
            for c, w in zip(table.columns, _weights(table, words), strict=True)
        ],
        "rows": [[_cell(cell, words) for cell in row] for row in table.rows],
        "emphasis": sorted(table.emphasis),
        "total": table.total,
        "blank": table.blank,
    }


def _weights(table: Table, words: Language) -> list[int]:
    """Return how much of the width each column may take: 0 for what its text needs, else its share of the rest."""
    if table.blank:
        return [1] * len(table.columns)
    found = []
    for n, column in enumerate(table.columns):
        texts = [column.header, *(longest_line(row[n], words) for row in table.rows)]
        longest = max(len(text) for text in texts)
        word = max((len(part) for text in texts for part in text.split()), default=0)
        drawn = any(isinstance(row[n], Points) for row in table.rows)
        as_needed = column.number or (longest <= _NARROW and not drawn)
        found.append(0 if as_needed else min(longest, _WIDE) + 2 * min(word, _WIDE))
    return found


def _cell(cell: Cell, words: Language) -> dict[str, Any]:
    held = displayed_text(cell, words)
    return held._asdict() | {"text": displayable(held.text), "below": [displayable(line) for line in held.below]}

"""The HTML page: in which language and direction it is read."""

from datetime import date

import pytest

from mo_check.document.blocks import Document
from mo_check.languages import LOCALES, Language
from mo_check.render.html import html
from mo_check.render.letter_frame import LetterFrame


@pytest.mark.parametrize(("direction", "begins"), [("ltr", '<html lang="en">'), ("rtl", '<html lang="en" dir="rtl">')])
def test_a_page_is_read_in_the_direction_of_its_language(monkeypatch: pytest.MonkeyPatch, direction: str, begins: str) -> None:
    """From left to right needs no word."""
    monkeypatch.setattr(html, "language", lambda tag: Language(LOCALES[tag]._replace(direction=direction)))
    page = html.html_page([Document("en", "Report", (), ())], LetterFrame(date(2026, 11, 14)))
    assert begins in page

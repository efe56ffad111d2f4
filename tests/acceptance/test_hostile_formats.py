"""What people write is data in every form that is passed on: it stands there as it is, and breaks nothing."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from lxml import etree

from calling import Call, Write, profile_yaml, unbroken
from kinds import SUFFIXES, parts, text_of

NOTES = {
    "formula": '=HYPERLINK("http://x.example","y")',
    "other formulas": "+49 30 1234 @SUM(A1) -1",
    "script": "<script>alert(1)</script> &amp; <b>x</b>",
    "template": "{{ 7*7 }} {% raw %} {#",
    "screen markup": "[/1] [bold]x[/bold]",
    "typst": '#set page(fill: red) $x$ *fett* _schräg_ @ref <marke> #read("/etc/passwd")',
    "braces": "{file} {0} %s {",
    "right to left": "بلدية برلين و שלום",
    "other scripts": "Україна Ελλάδα Việt Nam Հայ ქართული",
    "emoji": "Stadt 🏛️ 👩‍👩‍👧 :smile:",
    "wide": "市民 参加",
    "one long word": "ä" * 200,
    "5,000 characters": "Wort " * 1000,
    "two lines": "erste Zeile\n\n- zweite # dritte",
    "directions": "vor\u202eumgedreht\u202c nach\u2066x\u2069",
}
FOOT = re.compile(r"Musterstadt – .*Seite \d+ von \d+")
FILES = [f"r{suffix}" for suffix in SUFFIXES]


def _written(mo_check: Call, path: Path) -> None:
    outputs = [word for file in FILES for word in ("-o", file)]
    ended = mo_check("report", path, "--dimension", "rooms", *outputs)
    assert ended.code == 0, ended.err


def _letters(text: str) -> str:
    """Return the letters and signs of a text, whatever lines, hyphens and order a page sets them in."""
    unseen = {"Cf", "Pd", "Mn", "Mc"}
    kept = (c for c in unicodedata.normalize("NFKC", text) if not c.isspace() and unicodedata.category(c) not in unseen)
    return "".join(kept)


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_stands_in_every_form(mo_check: Call, write: Write, tmp_path: Path, note: str) -> None:
    """A note is written as text in all forms; what our own fonts lack is named in the PDF."""
    path = write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {json.dumps(note, ensure_ascii=False)}}}"}))
    _written(mo_check, path)
    for file in FILES:
        text = text_of(tmp_path / file)
        if file.endswith(".md"):
            text = re.sub(r"\\(.)", r"\1", text)
        if file.endswith(".pdf"):
            text = FOOT.sub("", text)
            held = sorted(c for c in _letters(note) if ord(c) < 0x2E80)
            found = list(_letters(text))
            assert [c for c in held if c not in found] == []
            if note.isascii():
                assert _letters(note) in _letters(text)
        else:
            assert unbroken(note) in unbroken(text)


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_can_be_the_name_of_everything(mo_check: Call, write: Write, tmp_path: Path, note: str) -> None:
    """The same as name of the municipality, in titles, sheet names, bookmarks and feet, breaks no form."""
    name = " ".join(note.split())[:100].strip()
    _written(mo_check, write(profile_yaml(name=json.dumps(name, ensure_ascii=False))))
    for file in ("r.html", "r.docx", "r.xlsx"):
        assert unbroken(name) in unbroken(text_of(tmp_path / file))


def test_a_long_text_in_a_table_is_there_to_its_end(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A cell that is longer than a page goes on over the next ones, and no word of it is lost."""
    words = " ".join(f"Wort{n}" for n in range(900))
    _written(mo_check, write(profile_yaml({"rooms.centre": f"{{status: not_applicable, reason: {words}}}"})))
    for file in FILES:
        text = unbroken(FOOT.sub("", text_of(tmp_path / file)).replace("-", ""))
        assert [n for n in range(900) if f"Wort{n}" not in text] == []


def test_a_workbook_holds_no_formula_and_no_link(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """Whatever a note looks like, no cell of a workbook is worked out or leads outside."""
    notes = " ".join(NOTES[name] for name in ("formula", "other formulas")) + " https://x.example mailto:x@y.example"
    _written(mo_check, write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {json.dumps(notes)}}}"})))
    for name, data in parts((tmp_path / "r.xlsx").read_bytes()):
        if name.startswith("xl/worksheets/sheet"):
            tags = {etree.QName(node).localname for node in etree.fromstring(data).iter(etree.Element)}
            assert not tags & {"f", "hyperlink"}
        assert "externalLink" not in name


def test_a_page_takes_no_element_from_a_note(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A note that looks like HTML is escaped, in text as in the attributes of charts."""
    note = json.dumps('"><script>alert(1)</script><img src=x onerror=alert(1)>')
    _written(mo_check, write(profile_yaml({"rooms.dedicated": f"{{level: hours, note: {note}}}"}, name=note)))
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page


def test_control_characters_are_gone(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """What Word leaves in a copied text is dropped when a profile is read, so no form stumbles over it."""
    path = write(profile_yaml({"rooms.dedicated": r'{level: hours, note: "vor\x0bnach\x0c\e[31m \x07 Ende"}'}))
    _written(mo_check, path)
    for file in FILES:
        assert "Ende" in text_of(tmp_path / file)
        assert not re.search("[\x07\x0b\x1b]", text_of(tmp_path / file))

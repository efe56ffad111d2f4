"""Every kind of report as a call, and how the text of a written file is read back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

from calling import PROFILES, child
from mo_check.render.formats import FORMATS

CITY = str(PROFILES / "city" / "city-2026.yaml")
CLUB = str(PROFILES / "city" / "culture-club-2026.yaml")
SIDES = str(PROFILES / "city")
PEERS = str(PROFILES / "network")
KINDS: Mapping[str, tuple[str, ...]] = {
    "report": ("report", CITY),
    "report of a club": ("report", CLUB),
    "report of one dimension": ("report", CITY, "--dimension", "contacts"),
    "draft for the council": ("report", CITY, "--template", "council"),
    "explanation of a total": ("explain", CITY),
    "explanation of a dimension": ("explain", CITY, "contacts"),
    "explanation of an item": ("explain", CITY, "rooms.dedicated"),
    "comparison of perspectives": ("compare", SIDES, "--names", "--top", "2"),
    "comparison over time": ("compare", str(PROFILES / "city" / "city-2024.yaml"), CITY),
    "comparison of peers": ("compare", PEERS, "--rank"),
    "statistics": ("stats", PEERS),
}
"""What can be passed on; a new kind of report is one line here and is then tried in every form."""
KIT: Mapping[str, Mapping[str, str]] = {
    "guide of a workshop": {"de": "leitfaden", "en": "guide"},
    "handout of a workshop": {"de": "handzettel", "en": "handout"},
    "steps of a workshop": {"de": "schritte", "en": "steps"},
}
"""The parts of a workshop's kit, which are written together, by the names of their files."""
EVERY = (*KINDS, *KIT)
SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx", ".xlsx")


def file_stem(kind: str, language: str = "de") -> str:
    """Return how the file of a kind of report is called, without its suffix."""
    return KIT[kind][language] if kind in KIT else f"{kind.replace(' ', '-')}-{language}"


def written(kind: str, folder: Path, suffixes: Sequence[str], language: str = "de", **variables: str) -> list[Path]:
    """Write a kind of report, or the kit that it is a part of, into a folder in some forms, and return its files."""
    files = [folder / f"{file_stem(kind, language)}{suffix}" for suffix in suffixes]
    if kind in KIT:
        forms = [next(name for name, form in FORMATS.items() if form.suffix == suffix) for suffix in suffixes]
        calls = [("workshop", SIDES, "--minutes", "60", "-o", str(folder), "--format", form, "--overwrite") for form in forms]
    else:
        calls = [(*KINDS[kind], *(word for file in files for word in ("-o", str(file))))]
    for call in calls:
        ended = child("--lang", language, *call, **variables)
        assert ended.code == 0, ended.err
    return files


class _Text(HTMLParser):
    """Collects what a reader of a page sees, without the style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own signature
        """Leave out what is not shown."""
        self.hidden += tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        """Come back to what is shown."""
        self.hidden -= tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if not self.hidden:
            self.parts.append(data)


def _html(data: bytes) -> str:
    reader = _Text()
    reader.feed(data.decode())
    return " ".join(reader.parts)


def _docx(data: bytes) -> str:
    body = docx.Document(BytesIO(data)).element.body
    return " ".join(_line(line) for line in body.iter(qn("w:p")))


def _line(line: etree._Element) -> str:
    parts = (part.text or "" if part.tag == qn("w:t") else " " for part in line.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
    return "".join(parts)


def _xlsx(data: bytes) -> str:
    return " ".join(value for values in sheets(data).values() for value in values)


def sheets(data: bytes) -> dict[str, list[str]]:
    """Return the texts and numbers of every sheet of a workbook, in the order of its cells, as they are stored."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with ZipFile(BytesIO(data)) as book:
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(t.text or "" for t in one.iter(f"{name}t")) for one in shared.iter(f"{name}si")]
        listed = etree.fromstring(book.read("xl/workbook.xml")).iter(f"{name}sheet")
        found = {}
        for number, sheet in enumerate(listed, start=1):
            cells = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{name}c")
            found[sheet.get("name")] = [_cell(cell, texts, name) for cell in cells]
    return found


def _cell(cell: etree._Element, texts: list[str], name: str) -> str:
    value = cell.findtext(f"{name}v") or ""
    return texts[int(value)] if cell.get("t") == "s" else value


def _pdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


READERS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": bytes.decode,
    ".md": bytes.decode,
    ".html": _html,
    ".pdf": _pdf,
    ".docx": _docx,
    ".xlsx": _xlsx,
}


def text_of(path: Path) -> str:
    """Return the text of a written file, whatever its form."""
    return READERS[path.suffix](path.read_bytes())


def parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of an Office file."""
    with ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            yield name, file.read(name)

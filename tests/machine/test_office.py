"""Word and Excel files opened by LibreOffice: they convert, and what is then on paper is what the report says."""

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from calling import unbroken
from kinds import EVERY, file_stem, text_of, written

FORMS = (".docx", ".xlsx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every kind of report in Word and Excel, and beside each form what LibreOffice prints of it."""
    found = tmp_path_factory.mktemp("office")
    for kind in EVERY:
        written(kind, found, FORMS)
    own = f"-env:UserInstallation={(found / 'profile').as_uri()}"
    for form in FORMS:
        files = sorted(str(file) for file in found.glob(f"*{form}"))
        command = ["soffice", "--headless", own, "--convert-to", "pdf", "--outdir", str(found / form[1:]), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return found


def words_of(text: str) -> set[str]:
    """Return the longer words of a text, which no line break divides."""
    return set(re.findall(r"[^\W\d_]{4,}", text))


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("form", FORMS)
def test_libreoffice_prints_what_is_written(folder: Path, kind: str, form: str) -> None:
    """Every word of the file stands on the pages that LibreOffice makes of it."""
    file = folder / f"{file_stem(kind)}{form}"
    pages = PdfReader(folder / form[1:] / f"{file.stem}.pdf").pages
    printed = unbroken(" ".join(page.extract_text() for page in pages)).replace("-", "")
    assert {word for word in words_of(text_of(file)) if word not in printed} == set()

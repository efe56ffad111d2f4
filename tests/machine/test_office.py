"""Word and Excel files opened by LibreOffice: they convert, and what is then on paper is what the report says."""

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from calling import unbroken
from kinds import EVERY, text_of, written


def converted(file: Path, folder: Path) -> str:
    """Return the text of a file as LibreOffice prints it."""
    own = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", "--headless", own, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return " ".join(page.extract_text() for page in PdfReader(folder / f"{file.stem}.pdf").pages)


def words_of(text: str) -> set[str]:
    """Return the longer words of a text, which no line break divides."""
    return set(re.findall(r"[^\W\d_]{4,}", text))


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_libreoffice_prints_what_is_written(tmp_path: Path, kind: str, suffix: str) -> None:
    """Every word of the file stands on the pages that LibreOffice makes of it."""
    (file,) = written(kind, tmp_path, [suffix])
    printed = unbroken(converted(file, tmp_path)).replace("-", "")
    missing = {word for word in words_of(text_of(file)) if word not in printed}
    assert missing == set()

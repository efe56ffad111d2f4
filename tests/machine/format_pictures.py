"""Draws every kind of report in every form, to be looked at side by side.

Run ``python tests/machine/format_pictures.py FOLDER`` from the root of the project, with the names of some kinds behind it for
these alone; it needs Chromium, LibreOffice and poppler. For each kind and language the folder then holds the files themselves
and one sheet of pages a form as PNG: HTML
light, dark, 320 pixels wide and printed, PDF, Word and Excel.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image
from playwright.sync_api import Browser

from browsing import STATES, chromium, opened
from kinds import EVERY, written

_GAP = 10
_ACROSS = 4
_DOTS = "60"


def drawn(kind: str, language: str, folder: Path, browser: Browser) -> list[Path]:
    """Write a kind of report in all forms into a folder, and return a sheet of pages for each form."""
    page, paged, *office = written(kind, folder, [".html", ".pdf", ".docx", ".xlsx"], language)
    sheets = [_photographed(browser, page, state) for state in STATES]
    sheets.append(_sheet(_printed(browser, page), page.with_name(f"{page.stem}-html-print.png")))
    sheets.append(_sheet(paged, page.with_name(f"{page.stem}-pdf.png")))
    sheets += [_sheet(_converted(file), page.with_name(f"{page.stem}-{file.suffix[1:]}.png")) for file in office]
    return sheets


def _photographed(browser: Browser, page: Path, state: str) -> Path:
    target = page.with_name(f"{page.stem}-html-{state.replace(' ', '')}.png")
    scheme, width = STATES[state]
    with opened(browser, page, scheme, width) as (shown, _):
        shown.screenshot(path=target, full_page=True)
    return target


def _printed(browser: Browser, page: Path) -> Path:
    target = page.with_name(f"{page.stem}-print.pdf")
    with opened(browser, page) as (shown, _):
        shown.pdf(path=target, prefer_css_page_size=True, print_background=True)
    return target


def _converted(file: Path) -> Path:
    """Return a file as LibreOffice prints it."""
    folder = file.parent / "office" / file.suffix[1:]
    own = f"-env:UserInstallation={(file.parent / 'office' / 'profile').resolve().as_uri()}"
    command = ["soffice", "--headless", own, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"{file.stem}.pdf"


def _sheet(pdf: Path, target: Path) -> Path:
    """Put the pages of a PDF side by side."""
    start = target.with_suffix("")
    command = ["pdftoppm", "-r", _DOTS, "-png", str(pdf), str(start)]
    subprocess.run(command, check=True)
    pages = sorted(target.parent.glob(f"{start.name}-[0-9]*.png"))
    pictures = [Image.open(page).convert("RGB") for page in pages]
    width, height = (max(getattr(picture, side) for picture in pictures) + _GAP for side in ("width", "height"))
    across = min(_ACROSS, len(pictures))
    sheet = Image.new("RGB", (across * width, -(-len(pictures) // across) * height), "#888888")
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (number % across * width, number // across * height))
    sheet.save(target)
    for page in pages:
        page.unlink()
    return target


def main() -> None:
    """Draw everything."""
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for kind in sys.argv[2:] or EVERY:
            for language in ("de", "en"):
                for sheet in drawn(kind, language, folder, browser):
                    print(sheet)  # noqa: T201 - the paths are what this program tells


if __name__ == "__main__":
    main()

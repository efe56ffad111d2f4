"""``--letterhead``: the name and logo of an office on everything that is passed on, and what is said of wrong files."""

import json
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, unbroken
from kinds import text_of
from logos import JPEG, png

SMALL = str(PROFILES / "small-town.yaml")


def letterhead(*lines: str) -> str:
    """Return a letterhead with these further lines."""
    return "\n".join(["format: mo-check/letterhead/1", "name: Stadt Musterstadt & Söhne", *lines]) + "\n"


LOGO = ("logo: wappen.png", "logo_shows: Wappen mit Brücke")


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".docx", ".xlsx", ".md"])
def test_the_office_stands_on_the_first_page(mo_check: Call, write: Write, tmp_path: Path, suffix: str) -> None:
    """Name and lines stand there as they were written, in every form that bears them."""
    head = write(letterhead('lines: ["Rathausplatz 1", "=SUM(A1) <b>"]'), "kopf.yaml")
    ended = mo_check("report", SMALL, "--letterhead", head, "-o", f"r{suffix}")
    assert ended.code == 0, ended.err
    text = unbroken(text_of(tmp_path / f"r{suffix}").replace("\\", ""))
    assert all(unbroken(said) in text for said in ("Stadt Musterstadt & Söhne", "Rathausplatz 1", "=SUM(A1) <b>"))


@pytest.mark.parametrize(
    ("name", "data"),
    [("wappen.png", png()), ("wappen.jpg", JPEG), ("wappen.jpg", JPEG[:2] + JPEG[20:])],
    ids=["png", "jpeg", "jpeg of an image editor, without JFIF"],
)
def test_the_logo_is_there_and_told_in_words(mo_check: Call, write: Write, tmp_path: Path, name: str, data: bytes) -> None:
    """A logo beside the file goes into every form with the words that say what it shows."""
    (tmp_path / name).write_bytes(data)
    head = write(letterhead(f"logo: {name}", "logo_shows: Wappen mit Brücke"), "kopf.yaml")
    ended = mo_check("report", SMALL, "--letterhead", head, "-o", "r.html", "-o", "r.pdf", "-o", "r.docx", "-o", "r.xlsx")
    assert ended.code == 0, ended.err
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert 'alt="Wappen mit Brücke"' in page
    assert f'src="data:image/{"png" if name.endswith("png") else "jpeg"};base64,' in page


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"GIF89a", "„wappen.png“ ist kein brauchbares Bild.", id="another kind"),
        pytest.param(png()[:-20], "„wappen.png“ ist kein brauchbares Bild.", id="cut off"),
        pytest.param(png().replace(b"IDAT", b"IDAX"), "„wappen.png“ ist kein brauchbares Bild.", id="broken"),
        pytest.param(png(6000, 1), "„wappen.png“ ist kein brauchbares Bild.", id="too wide"),
        pytest.param(JPEG[:-2], "„wappen.png“ ist kein brauchbares Bild.", id="jpeg cut off"),
        pytest.param(b"\xff\xd8\xff", "„wappen.png“ ist kein brauchbares Bild.", id="jpeg of three bytes"),
        pytest.param(b"", "„wappen.png“ ist kein brauchbares Bild.", id="empty"),
    ],
)
def test_a_picture_that_is_none_is_refused(mo_check: Call, write: Write, tmp_path: Path, data: bytes, what: str) -> None:
    """A broken logo is named with file, line and remedy, and nothing is written."""
    (tmp_path / "wappen.png").write_bytes(data)
    head = write(letterhead(*LOGO), "kopf.yaml")
    ended = mo_check("report", SMALL, "--letterhead", head, "-o", "r.html")
    assert ended.code == 3
    assert f"{head}:3:1: logo: {what}" in ended.err
    assert "PNG oder JPEG" in ended.err
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("logo: wappen.png",), "Zum Logo fehlt „logo_shows“."),
        (LOGO, "Die Datei gibt es nicht."),
        (("nmae: x",), "Den Schlüssel „nmae“ gibt es hier nicht."),
        ((f"lines: {json.dumps(['x'] * 7)}",), "Das sind zu viele (höchstens 6)."),
    ],
    ids=["no words", "no picture", "a wrong key", "too many lines"],
)
def test_a_wrong_letterhead_is_told(mo_check: Call, write: Write, lines: tuple[str, ...], what: str) -> None:
    """What is wrong with the file is said, and the call ends with 3."""
    ended = mo_check("report", SMALL, "--letterhead", write(letterhead(*lines), "kopf.yaml"), "-o", "r.html")
    assert ended.code == 3
    assert what in ended.err


def test_a_profile_is_no_letterhead(mo_check: Call) -> None:
    """Another file of ours is told by its kind."""
    ended = mo_check("report", SMALL, "--letterhead", SMALL, "-o", "r.html")
    assert ended.code == 3
    assert "Das ist keine Datei der Art „mo-check/letterhead/1“." in ended.err

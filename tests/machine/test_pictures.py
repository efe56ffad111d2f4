"""The pictures of the README can be drawn anywhere, and always the same."""

import re
from pathlib import Path

import pytest

from calling import ROOT
from machine.pictures import PAGES, THEMES, picture, write


@pytest.mark.parametrize(("page", "width"), [(name, width) for name, page in PAGES.items() for width in page.widths])
@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_is_always_the_same_and_needs_no_network(page: str, theme: str, width: int) -> None:
    """Drawn twice it is the same, and the only address in it is the name of the SVG format."""
    drawn = picture(page, theme, width)
    assert drawn == picture(page, theme, width)
    assert set(re.findall(r"https?://[^\"' )]+", drawn)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in drawn
    assert "url(http" not in drawn


def test_the_shown_pictures_are_those_that_can_be_drawn(tmp_path: Path) -> None:
    """docs/pictures holds a picture for every page, theme and width, and no other."""
    shown = {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    assert shown == {path.name for path in write(tmp_path)}

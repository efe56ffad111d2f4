"""docs/api.md is what the docstrings say, and names everything that is public."""

import re

import pytest

import api_page
import mo_check

PAGE = api_page.PAGE.read_text(encoding="utf-8")


def test_the_page_is_up_to_date() -> None:
    """After a change of a public name: ``python tools/api_page.py``."""
    assert api_page.page() == PAGE


@pytest.mark.parametrize("name", [name for name in mo_check.__all__ if name != "__version__"])
def test_a_public_name_has_its_place(name: str) -> None:
    """It is a heading, with a text below."""
    assert re.search(rf"^### {name}\n\n\S", PAGE, re.MULTILINE)


def test_no_type_is_left_without_its_name() -> None:
    """Every class of results that a field or a function has is told too; no module and no unresolved name is left over."""
    told = set(re.findall(r"^### (\w+)$", PAGE, re.MULTILINE))
    assert told >= {"DimensionResult", "ItemResult", "Score", "Standing", "Shown", "Gap", "GapBand", "Proposal", "Problem"}
    assert not re.search(r"mo_check\.[a-z]|typing\.|ForwardRef|Annotated", PAGE.replace("mo_check.__all__", ""))

"""The program knows no shipped checklist in particular: what an answer means stands in the checklist and nowhere in the code."""

import re
from collections.abc import Collection

from mo_check.files.held_checklists import DEFAULT_CHECKLIST
from mo_check.files.library import checklist_files, load_checklist
from program import modules, texts

LOADED = tuple(load_checklist(path.stem) for path in checklist_files())
ITEMS = tuple(item for one in LOADED for item in one.checklist.items())
WORDS = {"other"}
"""Ids of rows that are words of the code too."""
IDS = (
    {one.checklist.id for one in LOADED}
    | {item.id for item in ITEMS}
    | {name for item in ITEMS for name in (item.row, item.column) if name}
    | {source.id for one in LOADED for source in one.sources}
    | {statement.id for one in LOADED for source in one.sources for statement in source.statements}
) - WORDS
PREFIXES = {f"{dimension.id}." for one in LOADED for dimension in one.checklist.dimensions} - {"levels."}
"""How the ids of items begin; „levels.“ begins the name of a place in an item too."""
YEARS = re.compile(r"\b(?:2020|32)\b")


def found_in(wanted: Collection[str]) -> set[tuple[str, str]]:
    """Return the texts of the program that are among these, with the modules they stand in."""
    return {(name, text) for name, tree in modules() for text in texts(tree) if text in wanted}


def test_the_program_names_no_id_of_a_shipped_checklist_or_source() -> None:
    """But for the checklist that is meant where none is named."""
    assert found_in(IDS) == {("files/held_checklists.py", DEFAULT_CHECKLIST)}


def test_the_program_looks_for_no_dimension_of_a_shipped_checklist() -> None:
    """By the beginning of an id neither."""
    assert found_in(PREFIXES) == set()


def test_the_program_names_no_survey_in_particular() -> None:
    """Neither its year nor how many answered it."""
    found = {(name, text) for name, tree in modules() for text in texts(tree) if YEARS.search(text)}
    assert found == {("cli/schemas.py", "https://json-schema.org/draft/2020-12/schema")}

"""The shipped files, found in the repository and loaded once."""

import pytest

from calling import CHECKLISTS
from mo_check.files.library import LoadedChecklist, load_checklist
from mo_check.model.item import Item


@pytest.fixture(scope="session")
def cooperation() -> LoadedChecklist:
    """Return the checklist on cooperation with its sources."""
    return load_checklist(str(CHECKLISTS / "cooperation.yaml"))


@pytest.fixture(scope="session")
def items(cooperation: LoadedChecklist) -> tuple[Item, ...]:
    """Return every item of the checklist on cooperation."""
    return tuple(cooperation.checklist.items())

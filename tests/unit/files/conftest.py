"""What the tests of content share: sentences put together, files laid out, and the problems a call complains of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mo_check.cli.wording import in_words
from mo_check.errors import InvalidInput, Message, Problem
from mo_check.files.library import shipped_folder
from mo_check.languages import language


@pytest.fixture(scope="session")
def said() -> Callable[[Message | None], str]:
    """Return a function that puts a message into German words; no message is an empty text."""

    def words(message: Message | None) -> str:
        return in_words(message, language("de")) if message else ""

    return words


@pytest.fixture(scope="session")
def problems_of() -> Callable[[Callable[[], object]], tuple[Problem, ...]]:
    """Return a function that calls what must fail on its input and returns every problem it names."""

    def problems(call: Callable[[], object]) -> tuple[Problem, ...]:
        with pytest.raises(InvalidInput) as caught:
            call()
        assert caught.value.exit_code == 3
        return caught.value.problems

    return problems


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that lays out a file of some text or bytes and returns its path."""

    def laid_out(content: str | bytes, name: str = "file.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return laid_out


@pytest.fixture
def cooperation_copy(tmp_path: Path) -> Path:
    """Return a copy of the shipped checklist on cooperation, with its sources beside it."""
    shutil.copytree(shipped_folder() / "sources", tmp_path / "sources")
    return Path(shutil.copy(shipped_folder() / "cooperation.yaml", tmp_path / "cooperation.yaml"))

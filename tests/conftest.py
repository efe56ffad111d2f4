"""What all tests share: how far laws are tried, which tests are laws, golden files rewritten, and catalogues compiled."""

import signal
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from hypothesis import is_hypothesis_test

import extent

extent.register()

# A shell that starts the tests in the background lets them ignore Ctrl-C; the commands they call should not.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``; without it a golden file is only ever read."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite tests/golden from what mo-check says now")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the catalogues where a .po was changed since; whoever shares the work finds that done."""
    folder = Path(__file__).resolve().parents[1] / "src" / "mo_check" / "languages"
    written = [(path, path.with_suffix(".mo")) for path in folder.glob("*/LC_MESSAGES/*.po")]
    stale = any(not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime for po, mo in written)
    if stale and not hasattr(config, "workerinput"):
        CommandLineInterface().run(["pybabel", "-q", "compile", "-D", "mo_check", "-d", str(folder)])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every law as ``property``, so that none has to be marked by hand."""
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker(pytest.mark.property)

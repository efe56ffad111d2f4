"""What all tests share: how far laws are tried, which tests are laws, and the option that rewrites the golden files."""

import signal

import pytest
from hypothesis import is_hypothesis_test

import extent

extent.register()

# A shell that starts the tests in the background lets them ignore Ctrl-C; the commands they call should not.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``; without it a golden file is only ever read."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite tests/golden from what mo-check says now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every law as ``property``, so that none has to be marked by hand."""
    for item in items:
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker(pytest.mark.property)

"""What all tests share: how the laws are tried, and the option that rewrites the golden files."""

import signal

import pytest
from hypothesis import HealthCheck, settings

# The same everywhere, and never judged by how busy the machine is.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# A shell that starts the tests in the background lets them ignore Ctrl-C; the commands they call should not.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``; without it a golden file is only ever read."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite tests/golden from what mo-check says now")

"""The examples in docstrings of scoring and of agreement hold: what they show is what comes out."""

from doctest import DocTest, DocTestFinder, DocTestRunner
from importlib import import_module
from pkgutil import iter_modules

import pytest

from calling import ROOT
from mo_check import scoring

NAMES = [*(f"mo_check.scoring.{one.name}" for one in iter_modules(scoring.__path__)), "mo_check.compare.pure.agreement"]
EXAMPLES = [one for name in NAMES for one in DocTestFinder().find(import_module(name)) if one.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name.removeprefix("mo_check."))
def test_an_example_holds(example: DocTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as it stands there, from the root of the repository."""
    monkeypatch.chdir(ROOT)
    told: list[str] = []
    ended = DocTestRunner().run(example, out=told.append, clear_globs=False)
    assert ended.failed == 0, "".join(told)


def test_the_functions_that_a_reader_meets_first_have_an_example() -> None:
    """Holding a profile against a checklist, its number as shown, its gaps, and the three measures of agreement."""
    names = {example.name.rpartition(".")[2] for example in EXAMPLES}
    assert names >= {"assess", "display", "gaps", "consensus", "van_der_eijk", "alpha"}

"""An error reads as a sentence also where nobody puts it into words: in a traceback, or in a log of whoever calls from Python."""

from fractions import Fraction
from pathlib import Path

import pytest

from calling import ROOT, flat
from mo_check.cli.wording import error_lines
from mo_check.errors import (
    CannotAsk,
    CannotWrite,
    InvalidInput,
    Message,
    MissingExtra,
    MoCheckError,
    Problem,
    UnknownScore,
    UsageError,
)
from mo_check.files.library import load_checklist
from mo_check.files.profiles import load_profile
from mo_check.languages import language

BAD = sorted((ROOT / "tests" / "examples" / "bad").glob("*.yaml"))
WHAT, REMEDY = Message("Es fehlt {what}.", what="etwas"), Message("Nehmen Sie {words}.", words=("dies", Message("das")))


def refused(path: Path) -> InvalidInput:
    """Return why a bad example is refused."""
    checklist = path.stem.startswith("checklist")
    with pytest.raises(InvalidInput) as found:
        _ = load_checklist(str(path)) if checklist else load_profile(path)
    return found.value


def told(error: MoCheckError) -> str:
    """Return what the program says of an error in German."""
    return flat("\n".join(error_lines(error, language("de"))))


def test_there_are_bad_examples() -> None:
    """Without one, the next test would hold nothing."""
    assert BAD


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_wrong_with_a_file_reads_as_the_program_tells_it(path: Path) -> None:
    """Each problem on a line of its own, with file, line, what is wrong and what to do."""
    error = refused(path)
    assert flat(str(error)) == told(error)
    assert [line.startswith(f"{path}:") for line in str(error).splitlines()] == [True] * len(error.problems)


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(UsageError(WHAT, REMEDY), id="usage"),
        pytest.param(UnknownScore("sucess", ("success", "obstacles")), id="score"),
        pytest.param(InvalidInput((Problem("a.yaml", WHAT, REMEDY), Problem("b.yaml", WHAT, None, 3, 5, "a.b"))), id="input"),
        pytest.param(CannotWrite(WHAT, unsaved=""), id="write"),
        pytest.param(CannotAsk(WHAT, REMEDY), id="ask"),
        pytest.param(MissingExtra(Message("Der Wert {total} ist zu klein.", total=Fraction(499, 10))), id="decimal number"),
        pytest.param(UsageError(Message("Geben Sie {an} ein, also „{}“.")), id="braces without fields"),
    ],
)
def test_every_error_reads_as_the_program_tells_it(error: MoCheckError) -> None:
    """What happened and what to do, with all fields filled in."""
    assert flat(str(error)) == told(error)


def test_a_problem_says_where_it_is() -> None:
    """File, line and column as far as they are known, and the place inside the data."""
    places = [Problem("a.yaml", WHAT).place, Problem("a.yaml", WHAT, None, 3, 5).place, Problem("a.yaml", WHAT, path="x.y").place]
    assert places == ["a.yaml", "a.yaml:3:5", "a.yaml: x.y"]

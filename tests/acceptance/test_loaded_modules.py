"""Which libraries each command loads: a call pays only for what it does."""

import subprocess
import sys
from pathlib import Path

import pytest

from calling import PROFILES, environment, profile_yaml

SMALL = str(PROFILES / "small-town.yaml")
LIBRARIES = (
    "typer",
    "rich",
    "pydantic",
    "yaml",
    "questionary",
    "prompt_toolkit",
    "jinja2",
    "xlsxwriter",
    "docx",
    "typst",
    "imagesize",
)
PASSED_ON = ("jinja2", "xlsxwriter", "docx", "lxml", "typst", "imagesize", "mo_check.render.charts.drawing")
KEYS = ("questionary", "prompt_toolkit", "mo_check.interview.keyboard")
SCREEN = ("rich", "mo_check.interview.screen", "mo_check.render.terminal.page")
PROBE = """
import sys
from mo_check.__main__ import main
try:
    main()
except SystemExit as ended:
    print("code", ended.code, file=sys.stderr)
print("loaded", *sorted(sys.modules), file=sys.stderr)
"""


def _loaded(arguments: tuple[str, ...], folder: Path, given: str = "", **variables: str) -> tuple[str, set[str]]:
    """Return how a call ended and what it had loaded by then."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        input=given.encode(),
        capture_output=True,
        cwd=folder,
        env=environment(**variables),
        check=False,
    )
    *_, code, loaded = done.stderr.decode(errors="replace").splitlines()
    return code, set(loaded.split()[1:])


CALLS = {
    "--version": (("--version",), LIBRARIES),
    "--help": (("--help",), ("pydantic", "yaml", "rich", "mo_check.files", *KEYS)),
    "no command": ((), ("pydantic", "yaml", "rich", "mo_check.files", *KEYS)),
    "group": (("checklist",), ("yaml", "rich", "mo_check.files", *KEYS)),
    "report --help": (("report", "--help"), ("rich", *KEYS)),
    "assess --help": (("assess", "--help"), ("yaml", "rich", *KEYS)),
    "report json": (
        ("report", SMALL, "--format", "json"),
        (
            "mo_check.report.report_page",
            "mo_check.render.letter_frame",
            "mo_check.model.letterhead",
            "mo_check.document",
            "mo_check.render.terminal",
            "mo_check.interview.keyboard",
            "mo_check.interview.screen",
            *SCREEN,
            *KEYS,
        ),
    ),
    "report md": (
        ("report", SMALL, "--format", "md"),
        ("mo_check.render.terminal", "mo_check.interview.keyboard", "mo_check.interview.screen", *PASSED_ON, *SCREEN, *KEYS),
    ),
    "report": (
        ("report", SMALL),
        ("mo_check.model.letterhead", "mo_check.interview.keyboard", "mo_check.interview.screen", *PASSED_ON, *KEYS),
    ),
    "report html": (("report", SMALL, "--format", "html"), ("rich", "xlsxwriter", "docx", "lxml", "typst", *KEYS)),
    "report pdf": (("report", SMALL, "--format", "pdf"), ("rich", "jinja2", "xlsxwriter", "docx", "lxml", *KEYS)),
    "report with a letterhead": (
        ("report", SMALL, "--format", "html", "--letterhead", "head.yaml"),
        ("rich", "xlsxwriter", "docx", "lxml", "typst", "imagesize", *KEYS),
    ),
    "report docx": (("report", SMALL, "--format", "docx"), ("rich", "jinja2", "xlsxwriter", *KEYS)),
    "report xlsx": (("report", SMALL, "--format", "xlsx"), ("rich", "jinja2", "docx", "lxml", "typst", *KEYS)),
    "explain": (("explain", SMALL), ("mo_check.interview.keyboard", "mo_check.interview.screen", *PASSED_ON, *KEYS)),
    "batch": (
        ("batch", SMALL, "--format", "jsonl"),
        (
            "mo_check.many.pages.batch_table",
            "mo_check.render.terminal",
            "mo_check.many.workers",
            "multiprocessing",
            *SCREEN,
            *KEYS,
        ),
    ),
    "stats": (
        ("stats", SMALL, "--format", "json"),
        ("mo_check.many.pages.statistics_pages", "mo_check.render.terminal", *SCREEN, *KEYS),
    ),
    "checklist lint": (
        ("checklist", "lint"),
        ("mo_check.render.terminal", "mo_check.interview.keyboard", "mo_check.interview.screen", *SCREEN, *KEYS),
    ),
    "checklist show": (("checklist", "show"), ("mo_check.interview.keyboard", "mo_check.interview.screen", *KEYS)),
    "profile check": (("profile", "check", SMALL), ("mo_check.document.blocks", "mo_check.render.terminal", *SCREEN, *KEYS)),
    "form --help": (("form", "make", "--help"), ("yaml", "rich", "jinja2", "xlsxwriter", *KEYS)),
    "form make html": (
        ("form", "make", "--quick", "-o", "form.html"),
        (
            "xlsxwriter",
            "python_calamine",
            "mo_check.render.terminal",
            "mo_check.interview.keyboard",
            "mo_check.interview.screen",
            *SCREEN,
            *KEYS,
        ),
    ),
    "form make xlsx": (
        ("form", "make", "--quick", "-o", "form.xlsx"),
        (
            "jinja2",
            "python_calamine",
            "mo_check.render.terminal",
            "mo_check.interview.keyboard",
            "mo_check.interview.screen",
            *SCREEN,
            *KEYS,
        ),
    ),
    "schema": (("schema", "profile"), ("yaml", "mo_check.render.terminal", "mo_check.files", *SCREEN, *KEYS)),
}


@pytest.mark.parametrize(("arguments", "never"), CALLS.values(), ids=CALLS)
def test_a_call_loads_only_what_it_needs(tmp_path: Path, arguments: tuple[str, ...], never: tuple[str, ...]) -> None:
    """A call ends well without having loaded what belongs to other commands."""
    (tmp_path / "head.yaml").write_text("format: mo-check/letterhead/1\nname: Stadt Musterstadt\n", encoding="utf-8")
    code, loaded = _loaded(arguments, tmp_path)
    assert code == "code 0"
    assert loaded & set(never) == set()


@pytest.mark.parametrize(("options", "variables"), [(("--plain",), {}), ((), {"TERM": "dumb"})], ids=["--plain", "TERM=dumb"])
@pytest.mark.parametrize("given", ["2\n", "2\nq\n"], ids=["stopped", "ended with the summary"])
def test_the_plain_interview_loads_no_screen(
    tmp_path: Path, options: tuple[str, ...], variables: dict[str, str], given: str
) -> None:
    """Line by line neither Rich nor questionary is loaded, not even for the summary."""
    (tmp_path / "p.yaml").write_text(profile_yaml(scope="quick"), encoding="utf-8")
    code, loaded = _loaded(("assess", "p.yaml", *options), tmp_path, given, **variables)
    assert code == ("code 0" if "q" in given else "code 130")
    assert loaded & {*SCREEN, *KEYS} == set()


OPENED = """
import sys
def told(event, given):
    if event == "open" and str(given[0]).endswith((".yaml", ".mo", "entry_points.txt")):
        print("opened", given[0], file=sys.stderr)
sys.addaudithook(told)
from mo_check.__main__ import main
main()
"""
NEEDED = ["small-town.yaml", "cooperation.yaml", "qualitaetszirkel-2023.yaml"]


@pytest.mark.parametrize(
    ("language", "files"),
    [
        ("de", NEEDED),
        ("en", [*NEEDED, "mo_check.mo", "cooperation.en.yaml", "qualitaetszirkel-2023.en.yaml"]),
        ("de-x-simple", [*NEEDED, "cooperation.de-x-simple.yaml"]),
    ],
)
@pytest.mark.parametrize("form", ["json", "table"])
def test_a_report_opens_only_the_words_it_shows(tmp_path: Path, language: str, files: list[str], form: str) -> None:
    """No other language, no wordings of other perspectives, and nothing of other packages."""
    arguments = ("--lang", language, "report", SMALL, "--format", form)
    done = subprocess.run(
        [sys.executable, "-c", OPENED, *arguments], capture_output=True, cwd=tmp_path, env=environment(), check=False
    )
    opened = [line.split()[1] for line in done.stderr.decode().splitlines() if line.startswith("opened ")]
    assert {Path(one).name for one in opened} == set(files)
    assert done.returncode == 0


def test_the_package_alone_loads_nothing(tmp_path: Path) -> None:
    """``import mo_check`` costs no library."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys, mo_check; print(*sys.modules)"],
        capture_output=True,
        cwd=tmp_path,
        env=environment(),
        check=True,
    )
    assert set(done.stdout.decode().split()) & set(LIBRARIES) == set()

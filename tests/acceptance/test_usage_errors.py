"""Every usage error that Typer can raise for our commands, in German and in English, and never in Typer's own words."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calling import Call
from mo_check.cli.entries import ROOT, CommandEntry
from mo_check.cli.groups import load_command

TYPERS = re.compile(
    r"\b(usage|error|try|missing|invalid|argument|requires|unexpected|did you mean|got|such|value|possible|valid|should)\b",
    re.IGNORECASE,
)
"""Words of Typer and pydantic; none of them is German."""
GERMANS = re.compile(
    r"[„äöüß]|\b(Aufruf|Mehr dazu|Fehler|Es fehlt|gibt|nicht|braucht|nimmt|Wert|Das ist|viel|Meinten|Sind|ist)\b", re.IGNORECASE
)
VALID = {
    "profile new": ["p.yaml", "--name", "n", "--kind", "town", "--label", "l"],
    "schema": ["profile"],
}
"""A call that would be carried out, of each command that needs more than files."""


def _commands(entries: dict[str, CommandEntry], path: str = "") -> Iterator[tuple[str, Any]]:
    for name, entry in entries.items():
        if entry.entries:
            yield from _commands(dict(entry.entries), f"{path}{name} ")
        else:
            yield path + name, load_command(entry, name)


COMMANDS = dict(_commands(dict(ROOT.entries or {})))


def _options(command: Any, *, flag: bool) -> list[str]:  # noqa: ANN401 - Typer's own click is private
    """Return the names of a command's options: the flags, or those with a value."""
    found = [p for p in command.params if p.param_type_name == "option" and bool(p.is_flag) == flag]
    return [max(p.opts, key=len) for p in found]


def _without(arguments: list[str], option: str) -> list[str]:
    place = arguments.index(option)
    return arguments[:place] + arguments[place + 2 :]


def _cases() -> Iterator[Any]:
    for name, command in COMMANDS.items():
        arguments = [p for p in command.params if p.param_type_name == "argument"]
        words, valid = name.split(), VALID.get(name, ["p.yaml" for p in arguments if p.required])
        if any(p.required for p in arguments):
            yield pytest.param([*words, *valid[1:]], arguments[0].metavar.rstrip("…"), id=f"{name}: missing argument")
        for option in (o for o in _options(command, flag=False) if o in valid):
            yield pytest.param([*words, *_without(valid, option)], option, id=f"{name}: missing {option}")
        yield pytest.param([*words, *valid, "--zzz"], "--zzz", id=f"{name}: unknown option")
        yield pytest.param([*words, *valid, "-z"], "-z", id=f"{name}: unknown short option")
        if not any(p.nargs == -1 for p in arguments):
            yield pytest.param([*words, *["x"] * (len(arguments) + 1), *valid[1:]], "x", id=f"{name}: extra argument")
        for option in _options(command, flag=False):
            yield pytest.param([*words, *valid, option], option, id=f"{name}: {option} without its value")
            yield pytest.param([*words, *valid, option[:-1] + "q"], option, id=f"{name}: near {option}")
        for option in _options(command, flag=True):
            yield pytest.param([*words, *valid, f"{option}=1"], option, id=f"{name}: {option} with a value")


BY_HAND = [
    pytest.param(["reprot"], "report", id="near command"),
    pytest.param(["zzz"], "zzz", id="unknown command"),
    pytest.param(["it's"], "it's", id="unknown command with a quote"),
    pytest.param(['"x"'], '"x"', id="unknown command with double quotes"),
    pytest.param(["[/1]"], "[/1]", id="unknown command like markup"),
    pytest.param(["checklist", "lnit"], "lint", id="near command of a group"),
    pytest.param(["profile", "zzz"], "zzz", id="unknown command of a group"),
    pytest.param(["--zzz"], "--zzz", id="unknown option of the program"),
    pytest.param(["profile", "--zzz"], "--zzz", id="unknown option of a group"),
    pytest.param(["report", "p.yaml", "--top", "x"], "--top", id="no whole number"),
    pytest.param(["report", "p.yaml", "--top", "1.5"], "1.5", id="a number that is not whole"),
    pytest.param(["report", "p.yaml", "--top", "0"], "1", id="too small"),
    pytest.param(["report", "p.yaml", "--top", "201"], "200", id="too large"),
    pytest.param(["report", "p.yaml", "--format", "odt"], "table, md, html, pdf, docx, xlsx, json", id="wrong form"),
    pytest.param(["report", "p.yaml", "-o", "r.odt"], ".txt, .md, .html, .pdf, .docx, .xlsx, .json", id="wrong suffix"),
    pytest.param(["report", "p.yaml", "--template", "odt"], "council", id="wrong template"),
    pytest.param(["report", "p.yaml", "--open"], "--open", id="nothing to open"),
    pytest.param(["schema", "pdf"], "checklist, profile, source", id="wrong kind of file"),
    pytest.param(
        ["profile", "new", "p.yaml", "--name", "n", "--label", "l", "--kind", "village"],
        "municipality, town, city, district, city_state, borough",
        id="wrong kind of municipality",
    ),
    pytest.param(
        ["profile", "new", "p.yaml", "--name", "n", "--label", "l", "--kind", "town", "--land", "XX"],
        "BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH",
        id="wrong Land",
    ),
    pytest.param(["report", "p.yaml", "--fail-under", "x"], "--fail-under", id="no threshold"),
    pytest.param(["assess", "--date", "14.11.2026"], "2026-11-14", id="a date in another form"),
    pytest.param(["assess", "--date", "2026-02-30"], "2026-02-30", id="a day that is not"),
    pytest.param(["assess", "--plain", "p.yaml", "--again", "p.yaml"], "--again", id="what excludes each other"),
]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(("arguments", "named"), [*_cases(), *BY_HAND])
def test_a_usage_error_speaks_one_language(
    mo_check: Call, tmp_path: Path, arguments: list[str], named: str, language: str
) -> None:
    """It ends with 2, names what is meant, writes nothing, and has no word of the other language."""
    ended = mo_check("--lang", language, *arguments)
    said = ended.err.replace(named, "")
    for given in arguments:
        said = said.replace(given, "")
    assert (ended.code, ended.out) == (2, "")
    assert language == "en" or named in ended.err
    assert (TYPERS if language == "de" else GERMANS).findall(re.sub(r"[A-ZÄÖÜ]{3,}|--?[a-z-]+|mo-check", "", said)) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--lang", "en", "report"], id="before the command"),
        pytest.param(["report", "--lang", "en"], id="after the command"),
        pytest.param(["report", "--lang=en"], id="with an equals sign"),
        pytest.param(["profile", "--lang", "en", "check"], id="between group and command"),
        pytest.param(["report", "--lang", "en-GB"], id="with a region"),
        pytest.param(["--lang", "de", "report", "--lang", "en"], id="the last one counts"),
    ],
)
def test_the_language_may_stand_anywhere(mo_check: Call, arguments: list[str]) -> None:
    """``--lang`` is heard wherever it stands, for usage errors too."""
    ended = mo_check(*arguments)
    assert ended.code == 2
    assert GERMANS.findall(ended.err) == []


def test_after_two_dashes_nothing_is_an_option(mo_check: Call) -> None:
    """Behind ``--`` the word ``--lang`` is a file like any other."""
    ended = mo_check("profile", "check", "--", "--lang")
    assert ended.code == 3
    assert ended.err.startswith("--lang: Die Datei gibt es nicht.")


@pytest.mark.parametrize(("variable", "value"), [("MO_CHECK_LANG", "en"), ("LC_ALL", "en_GB.UTF-8"), ("LANG", "en_US")])
def test_the_environment_settles_the_language(mo_check: Call, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    """Without the option MO_CHECK_LANG and the locale decide, for usage errors too."""
    monkeypatch.setenv(variable, value)
    assert GERMANS.findall(mo_check("report").err) == []


@pytest.mark.parametrize("arguments", [["--lang", "xx", "report"], ["report", "p.yaml", "--lang", "klingon"]])
def test_an_unknown_language_names_the_known_ones(mo_check: Call, arguments: list[str]) -> None:
    """A language that we do not speak is a usage error with those we do."""
    ended = mo_check(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "Möglich sind: de, en" in ended.err


@pytest.mark.parametrize("arguments", [["--lang"], ["report", "p.yaml", "--lang"], ["--lang=", "report"]])
def test_a_language_that_is_not_named(mo_check: Call, arguments: list[str]) -> None:
    """``--lang`` without a tag is a usage error."""
    ended = mo_check(*arguments)
    assert ended.code == 2
    assert "--lang" in ended.err


def _pages() -> list[Any]:
    groups = [[], ["checklist"], ["profile"]]
    return [
        pytest.param([*group, *more], id=" ".join([*group, *more]) or "alone") for group in groups for more in ([], ["--help"])
    ] + [pytest.param([*name.split(), "--help"], id=f"{name} --help") for name in COMMANDS]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("arguments", _pages())
def test_help_ends_with_a_line_end_and_fits(mo_check: Call, arguments: list[str], language: str) -> None:
    """Every page of help goes to standard output, ends with exactly one line end, and fits 80 columns."""
    ended = mo_check("--lang", language, *arguments)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("\n")
    assert not ended.out.endswith("\n\n")
    assert max(len(line) for line in ended.out.splitlines()) <= 80
    assert "--lang" in ended.out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option(mo_check: Call, name: str) -> None:
    """The help of a command holds each of its options and arguments."""
    told = mo_check(*name.split(), "--help").out
    options = [*_options(COMMANDS[name], flag=False), *_options(COMMANDS[name], flag=True)]
    metavars = [p.metavar for p in COMMANDS[name].params if p.param_type_name == "argument"]
    assert [one for one in [*options, *metavars] if one not in told] == []

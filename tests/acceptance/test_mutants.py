"""Broken files by the hundred, in full by the thousand: whatever is left of one, the call ends with 0 or 3 and names a line."""

import random
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml

from calling import CHECKLISTS, PROFILES, Call
from extent import times
from mo_check.cli.context import Context
from mo_check.files import library
from mo_check.files.library import Library

pytestmark = pytest.mark.slow
CHUNK = times(1)
"""So many files are broken for each case."""
PLACE = re.compile(r"^.+?:\d+:\d+: ", re.MULTILINE)
NASTY = [
    *(
        "",
        "null",
        "~",
        "no",
        "0",
        "-1",
        "1e999",
        "45.000",
        "2026-02-30",
        "[]",
        "{}",
        "[a, b]",
        "{a: b}",
        "!!int 1",
        "&a x",
        "*a",
        "? x",
    ),
    *(
        "none",
        "unknown",
        "elsewhere",
        "level",
        "options",
        "status",
        "rooms.dedicated",
        "'",
        '"',
        "|",
        ">",
        "---",
        "...",
        "- ",
        ": ",
        "#",
    ),
    *(
        "ä" * 200,
        "\u202e",
        "\ufeff",
        "x" * 5000,
        "1" * 400,
        "/",
        "2/0",
        "sha256:00000000",
        "mo-check/profile/2",
        "{" * 30,
        "%TAG",
    ),
]
Mutation = Callable[[random.Random, bytes], bytes]


def _lines(chance: random.Random, data: bytes) -> tuple[list[bytes], int]:
    lines = data.split(b"\n")
    return lines, chance.randrange(len(lines))


def _one_byte(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _one_letter(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + chance.choice("abeinrstxz019.-_ ").encode() + data[place + chance.randrange(2) :]


def _cut_bytes(chance: random.Random, data: bytes) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + data[place + chance.randrange(1, 40) :]


def _cut_off(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _without_line(chance: random.Random, data: bytes) -> bytes:
    lines, at = _lines(chance, data)
    return b"\n".join(lines[:at] + lines[at + chance.randrange(1, 4) :])


def _line_twice(chance: random.Random, data: bytes) -> bytes:
    lines, at = _lines(chance, data)
    return b"\n".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def _line_elsewhere(chance: random.Random, data: bytes) -> bytes:
    lines, at = _lines(chance, data)
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines)), line)
    return b"\n".join(lines)


def _other_indentation(chance: random.Random, data: bytes) -> bytes:
    lines, at = _lines(chance, data)
    lines[at] = b" " * chance.randrange(12) + lines[at].lstrip()
    return b"\n".join(lines)


def _other_value(chance: random.Random, data: bytes) -> bytes:
    lines, at = _lines(chance, data)
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + (colon or b": ") + chance.choice(NASTY).encode()
    return b"\n".join(lines)


def _other_token(chance: random.Random, data: bytes) -> bytes:
    tokens = list(re.finditer(rb"[\w.-]+", data))
    token = chance.choice(tokens)
    other = chance.choice([chance.choice(NASTY).encode(), chance.choice(tokens)[0]])
    return data[: token.start()] + other + data[token.end() :]


def _two_tokens_swapped(chance: random.Random, data: bytes) -> bytes:
    tokens = list(re.finditer(rb"[\w.-]+", data))
    first, second = sorted(chance.sample(tokens, 2), key=lambda token: token.start())
    return data[: first.start()] + second[0] + data[first.end() : second.start()] + first[0] + data[second.end() :]


MUTATIONS: list[Mutation] = [
    _one_byte,
    _one_letter,
    _cut_bytes,
    _cut_off,
    _without_line,
    _line_twice,
    _line_elsewhere,
    _other_indentation,
    _other_value,
    _other_token,
    _two_tokens_swapped,
]


def _mutant(data: bytes, seed: str) -> bytes:
    """Return the file after one to three mutations, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(MUTATIONS)(chance, data) or b"\n"
    return data


def _is_yaml(data: bytes) -> bool:
    try:
        yaml.compose(data.decode("utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


@pytest.fixture(scope="module")
def shelf() -> Library:
    """Return one library for all calls, so that the shipped checklist is read once."""
    return Library()


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch, shelf: Library) -> None:
    """Let every call use that library, and read a source once; everything else runs as it is."""
    monkeypatch.setattr(Context, "library", lambda _: shelf)
    monkeypatch.setattr(library, "load_source", cache(library.load_source))


def _end_well(mo_check: Call, arguments: list[str], name: str, data: bytes, chunk: int, folder: Path) -> None:
    still = 0
    for number in range(CHUNK):
        seed = f"{name} {chunk} {number}"
        content = _mutant(data, seed)
        path = folder / f"m{number}.yaml"
        path.write_bytes(content)
        ended = mo_check(*arguments, path)
        assert ended.code in {0, 3}, (seed, ended.err)
        assert ended.code == 0 or PLACE.search(ended.err), (seed, ended.err)
        assert path.read_bytes() == content
        still += _is_yaml(content)
    assert still >= 0.3 * CHUNK


@pytest.mark.parametrize("chunk", range(6))
@pytest.mark.parametrize("profile", ["small-town", "rural-district", "large-city"])
def test_a_mutant_of_a_profile(mo_check: Call, tmp_path: Path, profile: str, chunk: int) -> None:
    """``report`` of a broken profile ends with 0 or with 3 and a line; the file stays as it was."""
    data = (PROFILES / f"{profile}.yaml").read_bytes()
    form = ["table", "json", "md"][chunk % 3]
    _end_well(mo_check, ["report", "--format", form], profile, data, chunk, tmp_path)


@pytest.mark.parametrize("chunk", range(3))
def test_a_mutant_of_a_checklist(mo_check: Call, tmp_path: Path, chunk: int) -> None:
    """``checklist lint`` of a broken checklist ends with 0 or with 3 and a line; the file stays as it was."""
    data = (CHECKLISTS / "cooperation.yaml").read_bytes()
    data = re.sub(rb"(?m)^complete: .*$", b"complete: [de]", data)  # its translation does not stand beside the mutant
    _end_well(mo_check, ["checklist", "lint"], "cooperation", data, chunk, tmp_path)


@pytest.mark.parametrize(
    "beside",
    ["sources/qualitaetszirkel-2023.yaml", "cooperation.en.yaml", "cooperation.for.yaml"],
    ids=["source", "translation", "wordings"],
)
def test_a_mutant_beside_a_checklist(mo_check: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str) -> None:
    """A checklist with a broken source or a broken translation beside it ends with 0 or with 3 and a line."""
    shutil.copytree(CHECKLISTS, tmp_path / "own")
    path = tmp_path / "own" / beside
    data = path.read_bytes()
    monkeypatch.setattr(library, "load_source", library.load_source.__wrapped__)  # type: ignore[attr-defined]
    monkeypatch.setattr(Context, "library", lambda _: Library())
    for number in range(CHUNK // 2):
        seed = f"{beside} {number}"
        path.write_bytes(_mutant(data, seed))
        ended = mo_check("checklist", "lint", tmp_path / "own" / "cooperation.yaml")
        assert ended.code in {0, 3}, (seed, ended.err)
        assert ended.code == 0 or PLACE.search(ended.err), (seed, ended.err)

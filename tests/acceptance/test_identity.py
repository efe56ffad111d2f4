"""Who is who: copies, other spellings and stray files give the numbers of their clean form, are refused, or are asked about."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from calling import PROFILES, Call, Ended, Write, environment, flat, profile_yaml, relabelled, unbroken

CLUB = "migrant_organisation"
CITY = "Stadt Solmbrück"
STRAY = "nachbarort.yaml"
NAME = re.compile(r"^  name: .*$", re.MULTILINE)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Lay out the example city, with labels that stand nowhere else."""
    relabelled(tmp_path / "city")
    return tmp_path / "city"


def numbers(mo_check: Call, *arguments: object) -> list[tuple[object, ...]]:
    """Return what a comparison counts, apart from the names of files."""
    ended = mo_check("compare", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    kept = ("as", "checklist", "sides", "differences", "dimensions", "items", "left_out", "progress", "changes", "common_gaps")
    return [tuple(one.get(name) for name in kept) for one in json.loads(ended.out)["comparisons"]]


def the_club(folder: Path) -> Path:
    """Return the file of an association."""
    return next(path for path in sorted(folder.iterdir()) if f"perspective: {CLUB}" in path.read_text("utf-8"))


def copy(folder: Path) -> None:
    """Copy a file as a file manager does."""
    path = the_club(folder)
    shutil.copy(path, path.with_name(f"{path.stem} - Kopie.yaml"))


def link(folder: Path) -> None:
    """Lay a link beside a file."""
    path = the_club(folder)
    path.with_name("link.yaml").symlink_to(path)


def written_again(folder: Path) -> None:
    """Lay a file beside another that holds the same, with a remark of its own and other line ends."""
    path = the_club(folder)
    path.with_name("again.yaml").write_bytes(b"# Abgelegt im Ordner 7\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))


def capital_label(folder: Path) -> None:
    """Copy a file whose label is written otherwise."""
    path = the_club(folder)
    text = re.sub(r"^  label: (.*)$", lambda found: f"  label: {found[1].upper()} ", path.read_text("utf-8"), flags=re.MULTILINE)
    path.with_name("capital.yaml").write_text(text, "utf-8")


def renamed(*names: str) -> Callable[[Path], None]:
    """Return what calls the city otherwise in file after file."""

    def rename(folder: Path) -> None:
        for number, path in enumerate(sorted(folder.iterdir())):
            name = json.dumps(names[number % len(names)], ensure_ascii=False)
            path.write_text(NAME.sub(lambda _, name=name: f"  name: {name}", path.read_text("utf-8"), count=1), "utf-8")

    return rename


def keyed(*keys: str) -> Callable[[Path], None]:
    """Return what gives the city its key in file after file, and another name where it has one."""

    def add(folder: Path) -> None:
        for number, path in enumerate(sorted(folder.iterdir())):
            line = f'  name: Ort {number}\n  ags: "{keys[number % len(keys)]}"'
            path.write_text(NAME.sub(lambda _, line=line: line, path.read_text("utf-8"), count=1), "utf-8")

    return add


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(copy, id="a copy"),
        pytest.param(link, id="a link"),
        pytest.param(written_again, id="the same in another file"),
        pytest.param(capital_label, id="the label in capitals"),
        pytest.param(renamed("Solmbrück", "Stadt Solmbrück", "SOLMBRÜCK, Stadt"), id="with and without its title"),
        pytest.param(renamed("Solmbrück", "Landeshauptstadt Solmbrück", "Solmbrück, Landeshauptstadt"), id="a capital"),
        pytest.param(renamed("Solmbrück", unicodedata.normalize("NFD", "Solmbrück")), id="NFC and NFD"),
        pytest.param(renamed("Solmbrück", "Solm\u200bbrück", "\ufeffSolmbrück", "Solm\u00adbrück"), id="invisible signs"),
        pytest.param(keyed("07316", "07316000"), id="one key in two spellings, and every file its own name"),
    ],
)
def test_it_counts_as_its_clean_form(mo_check: Call, city: Path, change: Callable[[Path], None]) -> None:
    """Every number of the page is the same."""
    clean = numbers(mo_check, city)
    change(city)
    assert numbers(mo_check, city) == clean


def test_a_file_named_twice_by_other_ways_is_one(mo_check: Call, city: Path) -> None:
    """Through a link to its folder, and around a corner."""
    path = the_club(city)
    clean = numbers(mo_check, city)
    (city.parent / "linked").symlink_to(city)
    assert numbers(mo_check, city, city / ".." / "city" / path.name, city.parent / "linked" / path.name) == clean


def test_how_many_files_became_how_many_voices_is_said_first(mo_check: Call, city: Path) -> None:
    """Below the title; with --explain-files which, and why."""
    copy(city)
    out = mo_check("compare", city).out
    assert "10 Dateien, 8 Stimmen" in out.splitlines()[4]
    assert "zählt als Stimme" not in out
    told = flat(mo_check("compare", city, "--checklist", "cooperation", "--explain-files", "--format", "md").out)
    assert told.count("zählt als Stimme") == 8
    assert told.count("dasselbe wie") == 1
    assert "ersetzt durch" in told


def test_places_of_one_name_in_three_states_are_three(
    mo_check: Call, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though name, kind and label are the same: the numbers are those of three names."""
    for name in ("one", "three"):
        for number, land in enumerate(("MV", "NI", "SH")):
            level = ("none", "draft", "written")[number]
            called = "Neuenkirchen" if name == "one" else f"Ort {number}"
            write(profile_yaml({"concept.written": f"{{level: {level}}}"}, name=called, land=land), f"{name}/{land}.yaml")
    assert "3 Kommunen" in mo_check("compare", tmp_path / "one").out
    found = []
    for name in ("one", "three"):
        monkeypatch.chdir(tmp_path / name)
        found.append(numbers(mo_check, "."))
    assert found[0] == found[1]


def test_a_city_and_the_district_around_it_are_two(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """They often bear one name."""
    for kind in ("city", "district"):
        text = profile_yaml({"concept.written": "{level: draft}"}, name="Rosenau", land="BY")
        write(text.replace("kind: town", f"kind: {kind}"), f"in/{kind}.yaml")
    assert "2 Kommunen" in mo_check("compare", tmp_path / "in").out


def _without_state(folder: Path) -> None:
    """Take the state out of what associations said, as forms without it left it."""
    for path in folder.iterdir():
        text = path.read_text("utf-8")
        if f"perspective: {CLUB}" in text:
            path.write_text(re.sub(r"^  land: .*\n", "", text, flags=re.MULTILINE), "utf-8")


def _changed_key(write: Write) -> Path:
    """Lay out a town that became a city of its own, and so got another key."""
    for year, ags, kind in ((2025, "06435014", "town"), (2026, "06415000", "city")):
        answers = {"concept.written": f'{{level: {"draft" if year == 2025 else "written"}, date: "{year}-05-01"}}'}
        text = profile_yaml(answers, name="Hanau, Brüder-Grimm-Stadt", ags=f'"{ags}"', land="HE")
        folder = write(text.replace("kind: town", f"kind: {kind}"), f"hanau/{year}.yaml").parent
    return folder


def test_a_missing_state_is_asked_about(mo_check: Call, city: Path) -> None:
    """Without a terminal the call ends, with the files and the two subjects; --same-subject answers it."""
    clean = numbers(mo_check, city)
    _without_state(city)
    ended = mo_check("compare", city)
    assert (ended.code, ended.out) == (3, "")
    assert f"„{CITY}“ hier und „{CITY}“" in flat(ended.err)
    assert "--same-subject" in ended.err
    assert "Nussbaum" not in unbroken(ended.err)
    assert numbers(mo_check, city, "--same-subject") == clean


def test_a_changed_key_is_asked_about(mo_check: Call, write: Write) -> None:
    """A town that became a city has another key; who knows it says so, and it is compared over time."""
    folder = _changed_key(write)
    ended = mo_check("compare", folder)
    assert (ended.code, ended.out) == (3, "")
    assert "2025.yaml" in ended.err
    assert "2026.yaml" in ended.err
    assert "Dieselbe Sicht zu mehreren Zeiten" in mo_check("compare", folder, "--same-subject").out


def at_terminal(keys: str, *arguments: str) -> Ended:
    """Call mo-check on a pseudo-terminal, type keys, and return how it ended; standard output is a pipe."""
    screen, inside = pty.openpty()
    try:
        started = subprocess.Popen(
            [sys.executable, "-m", "mo_check", *arguments],
            stdin=inside,
            stderr=inside,
            stdout=subprocess.PIPE,
            env=environment(),
        )
        os.write(screen, keys.encode())
        out, _ = started.communicate(timeout=60)
        os.close(inside)
        said = _said(screen)
    finally:
        os.close(screen)
    return Ended(started.returncode, out.decode(), said)


def _said(screen: int) -> str:
    pieces = []
    while True:
        try:
            piece = os.read(screen, 65536)
        except OSError:  # nobody writes any more
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces).decode()


@pytest.mark.parametrize(("keys", "code"), [("j\n", 0), ("\n", 3), ("n\n", 3)], ids=["j", "Enter", "n"])
@pytest.mark.parametrize("command", ["compare", "workshop"])
def test_at_a_terminal_it_is_a_question(city: Path, tmp_path: Path, command: str, keys: str, code: int) -> None:
    """Yes by one letter; the Enter key alone is a no."""
    _without_state(city)
    options = ("-o", str(tmp_path / "kit")) if command == "workshop" else ()
    ended = at_terminal(keys, command, str(city), *options)
    assert f"Sind „{CITY}“ und „{CITY}“ dieselbe Kommune? j = ja, Eingabetaste = nein" in flat(ended.err)
    assert ended.code == code
    assert bool(ended.out) is (code == 0)
    assert (tmp_path / "kit").exists() is (command == "workshop" and code == 0)


def _stray(city: Path) -> Path:
    """Lay a file of another place among those of the city."""
    text = profile_yaml({"concept.written": "{level: draft}"}, name="Bezirk Lohwerder", label="Nussbaumamt")
    (city / STRAY).write_text(text, "utf-8")
    return city


@pytest.mark.parametrize("mode", [(), ("--as", "perspectives"), ("--as", "time"), ("--as", "peers")], ids=" ".join)
@pytest.mark.parametrize("command", ["compare", "workshop", "agree"])
def test_a_stray_file_is_refused_and_named(mo_check: Call, city: Path, tmp_path: Path, command: str, mode: Sequence[str]) -> None:
    """Whatever was asked for: the odd file and the two places, and nothing about anybody."""
    options = {"workshop": ("-o", tmp_path / "kit", *mode), "agree": ("-o", tmp_path / "a.yaml", "--plain")}
    ended = mo_check(command, _stray(city), *options.get(command, mode), given="")
    assert (ended.code, ended.out) == (2, "")
    assert STRAY in ended.err
    assert "Bezirk Lohwerder" in ended.err
    assert CITY in ended.err
    assert "Nussbaum" not in unbroken(ended.err)
    assert not (tmp_path / "kit").exists()


def test_three_copies_are_one_voice_and_unlock_nothing(mo_check: Call, city: Path) -> None:
    """Five files of associations that are three: the numbers are those of the three."""
    clubs = [path for path in sorted(city.iterdir()) if f"perspective: {CLUB}" in path.read_text("utf-8")]
    for path in clubs[3:]:
        path.unlink()
    clean = numbers(mo_check, city, "--anonymous", CLUB)
    for number in (1, 2):
        shutil.copy(clubs[0], city / f"{clubs[0].stem} ({number}).yaml")
    assert numbers(mo_check, city, "--anonymous", CLUB) == clean
    assert _shown(mo_check, city) == {False}


def _shown(mo_check: Call, folder: Path) -> set[bool]:
    """Return whether anything of the associations is told where they hide."""
    read: dict[str, Any] = json.loads(mo_check("compare", folder, "--anonymous", CLUB, "--format", "json").out)
    items = [item for one in read["comparisons"] for item in one["items"]]
    return {side.get("shown", True) for item in items for side in item["sides"] if side["side"] == CLUB}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        pytest.param("label: Nussbaum77", "weniger als 5 Antworten, darum bleibt diese Seite verborgen.", id="another label"),
        pytest.param("population: 30001", "für die nur eine Stimme spricht", id="the same respondent, another figure"),
    ],
)
def test_five_files_of_one_association_unlock_nothing(mo_check: Call, city: Path, other: str, told: str) -> None:
    """Nobody makes five out of one by writing a label or a figure otherwise; a side of one cannot hide at all."""
    clubs = [path for path in sorted(city.iterdir()) if f"perspective: {CLUB}" in path.read_text("utf-8")]
    assert _shown(mo_check, city) == {False, True}
    text = clubs[0].read_text("utf-8")
    field = other.partition(":")[0]
    for number, path in enumerate(clubs[1:], start=1):
        path.write_text(re.sub(rf"^  {field}: .*$", f"  {other}{number}", text, count=1, flags=re.MULTILINE), "utf-8")
    assert len(clubs) == 5
    ended = mo_check("compare", city, "--anonymous", CLUB)
    assert told in flat(ended.out + ended.err)
    assert ended.code == 2 or _shown(mo_check, city) == {False}


@pytest.mark.parametrize("command", ["compare", "workshop"])
def test_where_only_copies_are_left_they_are_listed(mo_check: Call, tmp_path: Path, command: str) -> None:
    """Nothing is compared with itself; the name of a file may be said, a label is not."""
    relabelled(tmp_path / "city")
    first = the_club(tmp_path / "city")
    folder = tmp_path / "copies"
    folder.mkdir()
    for number in range(3):
        shutil.copy(first, folder / f"{number}.yaml")
    ended = mo_check(command, folder, *(("-o", tmp_path / "kit") if command == "workshop" else ()))
    assert (ended.code, ended.out) == (3, "")
    assert flat(ended.err).count("Die Datei sagt dasselbe wie „0.yaml“.") == 2
    assert [name for name in ("1.yaml:", "2.yaml:") if name not in ended.err] == []
    assert "Nussbaum" not in unbroken(ended.err)


SITUATIONS = {
    "perspectives": (CLUB, "department", "municipality"),
    "time": (CLUB,),
    "peers": ("municipality",),
}


@pytest.mark.parametrize("mode", SITUATIONS)
@pytest.mark.parametrize("form", ["table", "md", "json", "html"])
def test_no_label_is_shown_in_any_mode(mo_check: Call, write: Write, tmp_path: Path, mode: str, form: str) -> None:
    """Of an association or a department in perspectives and over time; peers are called by the names of the places."""
    for number in range(4):
        side = SITUATIONS[mode][number % len(SITUATIONS[mode])]
        level = ("offers", "heard", "negotiated", "followed")[number]
        place = f"Ort {number}" if mode == "peers" else "Musterstadt"
        label = "Nussbaum" if mode == "time" else f"Nussbaum {number}"
        text = profile_yaml(
            {"understanding.listening": f'{{level: {level}, date: "202{number}-05-01"}}'},
            perspective=side,
            label=label,
            name=place,
        )
        write(text, f"in/{number}.yaml")
    target = tmp_path / f"out.{form}"
    options = ("-o", target) if form == "html" else ("--format", form)
    ended = mo_check("compare", tmp_path / "in", "--as", mode, "--top", "200", "--explain-files", *options)
    assert ended.code == 0
    told = ended.out + ended.err + (target.read_text("utf-8") if form == "html" else "")
    assert told
    assert "Nussbaum" not in unbroken(told)


def test_the_profiles_of_the_repository_are_no_strays(mo_check: Call) -> None:
    """All that lie together as one city are of one city."""
    assert mo_check("compare", PROFILES / "city").code == 0

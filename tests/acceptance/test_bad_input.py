"""What bad input gets: exit code 3, every problem with its place and remedy, and a file that stays as it was."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from calling import PROFILES, Call, Ended, Write, profile_yaml

GOOD = profile_yaml({"rooms.dedicated": "{level: hours}", "concept.written": "{level: draft}"})
PLACE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<what>.+)$")


def _bomb() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]" for n in range(9)]
    return GOOD + "\n".join(lines) + "\n"


def _problems(ended: Ended) -> list[tuple[int, str]]:
    """Return the line and the sentence of every problem told; what is indented below one is its remedy."""
    return [(int(found["line"]), found["what"]) for line in ended.err.splitlines() if (found := PLACE.match(line))]


Bad = tuple[bytes, int, str, str]
"""What a file holds, the line complained of, and words of the complaint and of its remedy."""
BAD = {
    "empty": ("", 1, "Die Datei ist leer.", "richtige Datei"),
    "blank": ("\n\n# nur ein Kommentar\n", 1, "Die Datei ist leer.", "richtige Datei"),
    "not YAML": ('a: "b\nc: [', 2, "kein gültiges YAML", "Anführungszeichen"),
    "tab as indentation": ("subject:\n\tname: x\n", 2, "kein gültiges YAML", "Leerzeichen"),
    "a list": ("- eins\n- zwei\n", 1, "Schlüssel mit Werten", "format: …"),
    "a text": ("hallo\n", 1, "Schlüssel mit Werten", "format: …"),
    "no format": ("subject: {}\n", 1, "format: mo-check/profile/1", "richtige Datei"),
    "another kind": (GOOD.replace("/profile/1", "/checklist/1"), 1, "keine Datei der Art", "richtige Datei"),
    "newer": (GOOD.replace("/profile/1", "/profile/2"), 1, "neueres mo-check", "erneuern"),
    "two documents": (GOOD + "---\nformat: x\n", 15, "zweites Dokument", "eigene Datei"),
    "duplicate key": (GOOD.replace("  kind: town", "  kind: town\n  kind: city"), 5, "„kind“ steht zweimal", "löschen"),
    "unknown key": (GOOD.replace("  kind:", "  knid:"), 4, "„knid“", "Meinten Sie „kind“"),
    "missing key": (GOOD.replace("  name: Musterstadt\n", ""), 2, "Hier fehlt „name“.", "ergänzen"),
    "key without value": (GOOD.replace("name: Musterstadt", "name:"), 3, "Hier fehlt „name“.", "ergänzen"),
    "wrong word": (GOOD.replace("kind: town", "kind: twon"), 4, "„twon“ ist hier nicht möglich.", "Meinten Sie „town“"),
    "unknown item": (GOOD.replace("rooms.dedicated", "rooms.dedicate"), 13, "„rooms.dedicate“", "Meinten Sie „rooms.dedicated“"),
    "unknown level": (GOOD.replace("hours", "huors"), 13, "„huors“", "Meinten Sie „hours“"),
    "unknown option": (
        profile_yaml({"rooms.forms": "{options: [meting]}"}),
        13,
        "„meting“",
        "Meinten Sie „meeting“",
    ),
    "none beside others": (profile_yaml({"rooms.forms": "{options: [none, school]}"}), 13, "„none“ schließt", ""),
    "no option": (profile_yaml({"rooms.forms": "{options: []}"}), 13, "nichts gewählt", "unknown"),
    "level for options": (profile_yaml({"rooms.forms": "{level: two}"}), 13, "mit „options“ beantwortet", ""),
    "does not apply, but always does": (
        profile_yaml({"concept.written": "{status: not_applicable, reason: nein}"}),
        13,
        "stellt sich jeder Kommune",
        "unknown",
    ),
    "elsewhere without who": (profile_yaml({"rooms.dedicated": "{status: elsewhere}"}), 13, "fehlt „who“", "ergänzen"),
    "two answers": (profile_yaml({"rooms.dedicated": "{level: none, text: x}"}), 13, "genau eines von", ""),
    "a list for a text": (GOOD.replace("name: Musterstadt", "name: [a, b]"), 3, "Hier muss ein Text stehen.", ""),
    "a text for a mapping": (GOOD.replace("{level: hours}", "hours"), 13, "Schlüssel mit Werten", ""),
    "a mapping for a list": (profile_yaml({"rooms.forms": "{options: {a: b}}"}), 13, "eine Liste", "„- “"),
    "45.000": (GOOD.replace("  kind: town", "  kind: town\n  population: 45.000"), 5, "„45.000“", "45000"),
    "no number": (GOOD.replace("  kind: town", "  kind: town\n  population: viele"), 5, "keine ganze Zahl", ""),
    "a number too large": (GOOD.replace("  kind: town", "  kind: town\n  population: 999999999"), 5, "zu groß", ""),
    "no date": (GOOD.replace("level: hours", "level: hours, date: 14.11.2026"), 13, "kein Datum", "2026-11-14"),
    "a day that is not": (GOOD.replace("level: hours", "level: hours, date: 2026-02-30"), 13, "kein Datum", "2026-11-14"),
    "a name too long": (GOOD.replace("Musterstadt", "x" * 121), 3, "höchstens 120", ""),
    "a tag": (GOOD.replace("Musterstadt", "!!python/object:os.system x"), 3, "YAML-Typangaben", "löschen"),
    "an anchor": (GOOD.replace("Musterstadt", "&a Musterstadt"), 3, "YAML-Verweise", "ausschreiben"),
    "an alias bomb": (_bomb(), 15, "YAML-Verweise", "ausschreiben"),
    "200,000 levels deep": (GOOD + "remark: " + "[" * 200_000, 15, "zu tief verschachtelt", "24 Ebenen"),
    "200,000 mappings deep": (GOOD + "remark: " + "{a: " * 200_000, 15, "zu tief verschachtelt", "24 Ebenen"),
    "an empty list entry": (profile_yaml({"rooms.forms": "{options: [school, '']}"}), 13, "„“", ""),
    "a text split by a comma": (
        GOOD.replace("{level: hours}", "{level: hours, note: a, b}"),
        13,
        "keinen Wert",
        "Anführungszeichen",
    ),
    "a mapping as a key": (GOOD + "? {a: b}\n: c\n", 15, "Ein Schlüssel muss ein Wort sein.", ""),
}
BAD_BYTES = {
    "Latin-1": (GOOD.replace("Musterstadt", "Lindmünde").encode("latin-1"), 3, "nicht als UTF-8", "Codierung UTF-8"),
    "UTF-16 little endian": (GOOD.encode("utf-16"), 1, "als UTF-16", "Codierung UTF-8"),
    "UTF-16 big endian": (b"\xfe\xff" + GOOD.encode("utf-16-be"), 1, "als UTF-16", "Codierung UTF-8"),
    "UTF-16 without mark": (GOOD.encode("utf-16-le"), 1, "U+0000", "löschen"),
    "NUL": (GOOD.replace("Musterstadt", "Muster\0stadt").encode(), 3, "U+0000", "Das Zeichen löschen."),
    "escape": (GOOD.replace("Musterstadt", "Muster\x1b[31mstadt").encode(), 3, "U+001B", "Das Zeichen löschen."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "nicht als UTF-8", "Codierung UTF-8"),
    "a cut character": (GOOD.encode() + "ä".encode()[:1], 15, "nicht als UTF-8", "Codierung UTF-8"),
}
ALL: dict[str, Bad] = {name: (text.encode(), *told) for name, (text, *told) in BAD.items()} | BAD_BYTES


@pytest.mark.parametrize("command", ["report", "explain", "profile check", "assess --plain"])
@pytest.mark.parametrize("bad", ALL.values(), ids=ALL)
def test_a_bad_profile_is_told_with_place_and_remedy(mo_check: Call, write: Write, command: str, bad: Bad) -> None:
    """Each kind of bad profile ends with 3 in every command, says where and what, and what to do; it stays as it was."""
    content, line, what, remedy = bad
    path = write(content)
    ended = mo_check(*command.split(), path, given="")
    assert ended.code == 3
    assert ended.out == ""
    place, sentence = next(told for told in _problems(ended) if what in told[1])
    assert place == line
    assert what in sentence
    assert remedy in ended.err
    assert path.read_bytes() == content
    assert [other.name for other in path.parent.iterdir()] == [path.name]


def test_all_problems_are_told_at_once(mo_check: Call, write: Write) -> None:
    """Five mistakes in one profile are five problems, in the order of their lines."""
    text = profile_yaml({"rooms.dedicated": "{lvel: hours}", "concept.written": "{status: unknwn}"})
    text = text.replace("kind: town", "kind: twon\n  population: 45.000").replace("scope: full", "scope: most")
    told = _problems(mo_check("report", write(text)))
    assert [line for line, _ in told if line < 10] == [4, 5, 9]
    assert {line for line, _ in told if line >= 10} == {14, 15}
    assert [line for line, _ in told] == sorted(line for line, _ in told)


@pytest.mark.parametrize("command", ["report", "explain", "profile check", "checklist lint", "assess --plain --again"])
@pytest.mark.parametrize(
    ("make", "what"),
    [
        pytest.param(lambda path: None, "Die Datei gibt es nicht.", id="missing"),  # noqa: ARG005
        pytest.param(Path.mkdir, "Das ist ein Ordner, keine Datei.", id="folder"),
        pytest.param(lambda path: path.write_bytes(b"a: b\n" * 4_000_000), "zu groß (über 4 MB)", id="20 MB"),
    ],
)
def test_what_is_no_file_of_ours(mo_check: Call, tmp_path: Path, command: str, make: Callable[[Path], object], what: str) -> None:
    """A missing file, a folder and a file of 20 MB end with 3, a sentence and a remedy."""
    path = tmp_path / "there.yaml"
    make(path)
    if make is Path.mkdir and command in {"report", "profile check"}:  # these take folders, and this one is empty
        what = "In diesem Ordner liegt keine Profildatei."
    ended = mo_check(*command.split(), path, given="")
    assert (ended.code, ended.out) == (3, "")
    first, remedy = ended.err.splitlines()
    assert first.startswith(f"{path}: ")
    assert what in first
    assert remedy.startswith("    ")


def test_an_unreadable_file(mo_check: Call, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system refuses to open ends with 3."""
    path = write(GOOD)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    ended = mo_check("report", path)
    assert ended.code == 3
    assert "Die Datei lässt sich nicht lesen." in ended.err


def test_an_impossible_file_name(mo_check: Call) -> None:
    """A name that no file can have ends with 3."""
    ended = mo_check("profile", "check", "x" * 300 + ".yaml")
    assert ended.code == 3
    assert "Die Datei" in ended.err


@pytest.mark.parametrize(
    "dressed",
    [
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="byte order mark"),
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"), id="both"),
        pytest.param(lambda data: data.rstrip(b"\n"), id="no last line end"),
        pytest.param(lambda data: data + b"...\n", id="an end of document"),
        pytest.param(lambda data: b"---\n" + data, id="a start of document"),
    ],
)
def test_the_same_file_in_another_dress(mo_check: Call, write: Write, dressed: Callable[[bytes], bytes]) -> None:
    """A byte order mark, CRLF and the marks of a single document change nothing."""
    data = (PROFILES / "small-town.yaml").read_bytes()
    plain = mo_check("report", write(data), "--format", "json")
    other = mo_check("report", write(dressed(data)), "--format", "json")
    assert (plain.code, other.code) == (0, 0)
    assert other.out == plain.out


def test_a_problem_in_a_file_with_crlf_has_its_line(mo_check: Call, write: Write) -> None:
    """Lines are counted alike with CRLF and a byte order mark."""
    text = GOOD.replace("hours", "huors").replace("\n", "\r\n")
    assert [line for line, _ in _problems(mo_check("report", write("\ufeff" + text)))] == [13]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param(("small-town.yaml",), 0, id="good"),
        pytest.param(("small-town.yaml", "large-city.yaml"), 0, id="two good ones"),
        pytest.param(("bad.yaml",), 3, id="bad"),
        pytest.param(("small-town.yaml", "bad.yaml"), 5, id="one of each"),
    ],
)
def test_profile_check(mo_check: Call, write: Write, files: tuple[str, ...], code: int) -> None:
    """``profile check`` says of each profile whether it can be used."""
    bad = write(GOOD.replace("hours", "huors"), "bad.yaml")
    ended = mo_check("profile", "check", *(bad if file == "bad.yaml" else PROFILES / file for file in files))
    assert (ended.code, ended.out) == (code, "")
    assert ended.err.count("in Ordnung") == sum(file != "bad.yaml" for file in files)


def test_an_answer_to_an_unknown_checklist_is_kept(mo_check: Call, write: Write) -> None:
    """A profile that answers a checklist not known here is no bad profile."""
    text = profile_yaml({"a.b": "{level: any}"}, checklist="elsewhere")
    ended = mo_check("profile", "check", write(text))
    assert ended.code == 0
    assert "1 Antwort." in ended.err

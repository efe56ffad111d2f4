"""``profile new`` and ``schema``: an empty profile to begin with, and the schemas that editors complete from."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from calling import CHECKLISTS, PROFILES, Call, Write, flat, profile_yaml

NEW = ("--name", "Musterstadt", "--kind", "town", "--label", "Integrationsstelle")
MO = "migrant_organisation"


def test_a_new_profile_is_written_and_usable(mo_check: Call, tmp_path: Path) -> None:
    """``profile new`` writes a profile that can be checked, and says what to type next."""
    ended = mo_check("profile", "new", "p.yaml", *NEW, "--land", "NW", "--population", "45000", "--ags", "05315000")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "Angelegt: p.yaml\nWeiter mit: mo-check assess p.yaml\n"
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "land": "NW", "population": 45000, "ags": "05315000"}
    assert held["respondent"] == {"perspective": "municipality", "label": "Integrationsstelle"}
    assert list(held["checklists"]) == ["cooperation"]
    assert "answers" not in held["checklists"]["cooperation"]
    assert mo_check("profile", "check", "p.yaml").code == 0


@pytest.mark.parametrize(("options", "scope"), [((), "full"), (("--quick",), "quick")], ids=["full", "quick"])
def test_a_new_profile_has_a_scope(mo_check: Call, tmp_path: Path, options: tuple[str, ...], scope: str) -> None:
    """``--quick`` makes the profile one of the quick check."""
    mo_check("profile", "new", "p.yaml", *NEW, *options)
    assert yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))["scope"] == scope


def test_a_new_profile_never_replaces_a_file(mo_check: Call, write: Write) -> None:
    """Where a file stands already the call ends with 3 and the file stays."""
    path = write("kept\n")
    ended = mo_check("profile", "new", path, *NEW)
    assert ended.code == 3
    assert "Die Datei gibt es schon." in ended.err
    assert path.read_text(encoding="utf-8") == "kept\n"


@pytest.mark.parametrize(
    ("option", "value", "what"),
    [
        pytest.param("--population", "45.000", "45000", id="a grouped number"),
        pytest.param("--population", "0", "mindestens 1", id="nobody"),
        pytest.param("--ags", "123", "„123“", id="a short key"),
        pytest.param("--name", " ", "leer", id="an empty name"),
        pytest.param("--label", "x" * 81, "höchstens 80", id="a long label"),
    ],
)
def test_a_wrong_value_is_a_usage_error(mo_check: Call, tmp_path: Path, option: str, value: str, what: str) -> None:
    """A value that no profile may hold is told with its option, and nothing is written."""
    ended = mo_check("profile", "new", "p.yaml", *NEW, option, value)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"{option}: ")
    assert what in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_new_profile_into_a_missing_folder(mo_check: Call) -> None:
    """Where the profile cannot be written the call ends with 4 and prints it."""
    ended = mo_check("profile", "new", "nowhere/p.yaml", *NEW)
    assert ended.code == 4
    assert "den Ordner gibt es nicht" in ended.err
    assert "name: Musterstadt" in ended.err


@pytest.mark.parametrize(
    "text", ['a "b" \\ c', "[/1]", "no", "0123", "12e45678", "#1: x", "Lindmünde", "日本", "'", "- x", "{x}"]
)
def test_a_new_profile_holds_any_name(mo_check: Call, tmp_path: Path, text: str) -> None:
    """Whatever the name looks like, every YAML reader reads it back as that text."""
    assert mo_check("profile", "new", "p.yaml", "--name", text, "--kind", "town", "--label", text).code == 0
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert (held["subject"]["name"], held["respondent"]["label"]) == (text, text)


FILES = {
    "checklist": CHECKLISTS / "cooperation.yaml",
    "source": CHECKLISTS / "sources" / "qualitaetszirkel-2023.yaml",
    "profile": PROFILES / "small-town.yaml",
}


def _schema(mo_check: Call, kind: str) -> Draft202012Validator:
    ended = mo_check("schema", kind)
    assert (ended.code, ended.err) == (0, "")
    schema = json.loads(ended.out)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize(("kind", "path"), FILES.items(), ids=FILES)
def test_a_shipped_file_fits_its_schema(mo_check: Call, kind: str, path: Path) -> None:
    """Each schema is a valid one and accepts our own file of that kind as any YAML reader reads it."""
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert [error.message for error in _schema(mo_check, kind).iter_errors(held)] == []


@pytest.mark.parametrize("name", ["cooperation", "success-factors", "topics"])
def test_every_checklist_fits_the_schema(mo_check: Call, name: str) -> None:
    """Every shipped checklist fits the schema of checklists, the one with a matrix too."""
    held = yaml.load((CHECKLISTS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert [error.message for error in _schema(mo_check, "checklist").iter_errors(held)] == []


def test_the_parts_of_a_profile_are_named_as_in_the_file(mo_check: Call) -> None:
    """However the classes behind them are called: an answer is an answer."""
    defined = json.loads(mo_check("schema", "profile").out)["$defs"]
    parts = {"Answer", "ChecklistAnswers", "Land", "PassOn", "Perspective", "Position", "ReadAloud", "Respondent", "Status"}
    parts |= {"Subject", "SubjectKind"}
    assert defined.keys() == parts
    assert [part for part in parts if defined[part]["title"] != part] == []


@pytest.mark.parametrize("path", sorted(PROFILES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_fits_the_schema(mo_check: Call, path: Path) -> None:
    """Every example profile fits the schema of profiles."""
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    assert [error.message for error in _schema(mo_check, "profile").iter_errors(held)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(profile_yaml().replace("name:", "nmae:"), id="unknown key"),
        pytest.param(profile_yaml().replace("town", "twon"), id="unknown word"),
        pytest.param(profile_yaml().replace("format: mo-check/profile/1\n", ""), id="missing key"),
        pytest.param(profile_yaml().replace("Musterstadt", '""'), id="empty text"),
        pytest.param(profile_yaml({"rooms.dedicated": "{level: 3}"}), id="a digit as level"),
    ],
)
def test_a_schema_refuses_what_we_refuse(mo_check: Call, write: Write, text: str) -> None:
    """What the program complains of in a profile does not fit its schema either."""
    assert mo_check("profile", "check", write(text)).code == 3
    assert list(_schema(mo_check, "profile").iter_errors(yaml.safe_load(text)))


def test_every_schema_has_a_name(mo_check: Call) -> None:
    """Each schema names its draft and the format it belongs to."""
    for kind in FILES:
        schema = json.loads(mo_check("schema", kind).out)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["$id"] == f"urn:mo-check:{kind}:1"


@pytest.mark.parametrize("epoch", ["²", "9" * 30, "soon", ""], ids=["superscript", "beyond time", "a word", "empty"])
def test_a_source_date_that_is_none_is_passed_over(mo_check: Call, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """SOURCE_DATE_EPOCH is set by others; what is no point in time ends no call."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert mo_check("profile", "check", PROFILES / "small-town.yaml").code == 0


# --- new --for


def test_a_profile_for_the_same_municipality(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """The subject is taken over, the respondent is another, and no answer is."""
    old = write(profile_yaml({"rooms.same-terms": "{level: rules}"}, population=45000), "stadt.yaml")
    new = ("verein.yaml", "--for", old, "--perspective", MO, "--label", "Moscheegemeinde", "--checklist", "cooperation")
    ended = mo_check("profile", "new", *new, "--checklist", "success-factors")
    held = yaml.safe_load((tmp_path / "verein.yaml").read_text(encoding="utf-8"))
    assert (ended.code, ended.out) == (0, "")
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "population": 45000}
    assert held["respondent"] == {"perspective": MO, "label": "Moscheegemeinde"}
    assert {name: one.get("answers") for name, one in held["checklists"].items()} == {
        "cooperation": None,
        "success-factors": None,
    }


def test_what_is_said_beside_goes_before_what_is_taken_over(mo_check: Call, write: Write, tmp_path: Path) -> None:
    """A newer number of inhabitants replaces that of the old profile; the rest stays."""
    old = write(profile_yaml(population=45000), "stadt.yaml")
    mo_check("profile", "new", "p.yaml", "--for", old, "--label", "Amt", "--perspective", "department", "--population", "46000")
    held = yaml.safe_load((tmp_path / "p.yaml").read_text(encoding="utf-8"))
    assert held["subject"] == {"name": "Musterstadt", "kind": "town", "population": 46000}
    assert held["respondent"]["perspective"] == "department"


def test_such_a_profile_is_asked_in_its_own_words(mo_check: Call, write: Write) -> None:
    """Going on with it asks an association what an association is asked."""
    old = write(profile_yaml(), "stadt.yaml")
    mo_check("profile", "new", "verein.yaml", "--for", old, "--perspective", MO, "--label", "Verein", "--quick")
    told = flat(mo_check("assess", "--plain", "verein.yaml", given="1\n").out)
    assert "geht es dann auch um das, was Ihr Verein braucht?" in told


def test_without_a_municipality_there_is_no_profile(mo_check: Call, tmp_path: Path) -> None:
    """Neither ``--for`` nor name and kind: a usage error that names both ways."""
    ended = mo_check("profile", "new", "p.yaml", "--label", "Verein", "--perspective", MO)
    assert ended.code == 2
    assert "--for" in ended.err
    assert "--name" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_a_profile_for_one_that_is_broken_or_missing(mo_check: Call, write: Write) -> None:
    """What cannot be read is told with its place, and nothing is written."""
    bad = write("a: b\n", "bad.yaml")
    for old, what in ((bad, f"{bad}:1:1: "), ("nowhere.yaml", "Die Datei gibt es nicht.")):
        ended = mo_check("profile", "new", "p.yaml", "--for", old, "--label", "Verein")
        assert ended.code == 3
        assert what in ended.err
    assert not (bad.parent / "p.yaml").exists()


@pytest.mark.parametrize("perspective", ["mo", "agreeed", "Verein"])
def test_an_unknown_perspective_names_the_known_ones(mo_check: Call, tmp_path: Path, perspective: str) -> None:
    """A misspelt perspective is a usage error that lists what there is."""
    ended = mo_check("profile", "new", "p.yaml", "--name", "A", "--kind", "town", "--label", "B", "--perspective", perspective)
    assert ended.code == 2
    assert "migrant_organisation" in ended.err
    assert list(tmp_path.iterdir()) == []

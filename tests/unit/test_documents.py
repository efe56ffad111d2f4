"""What the documents for contributors say of the package is true of it."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from calling import ROOT

PACKAGE = ROOT / "src" / "mo_check"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS = {
    contract["containers"][0]: contract["layers"]
    for contract in SETTINGS["tool"]["importlinter"]["contracts"]
    if contract["type"] == "layers"
}
_DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
_DOCUMENTS += [path for path in (ROOT / "docs").rglob("*.md") if path.name != "renames-0.2.md"]
_FLOOR = re.compile(r"^(?:\w+ {2,}| {13})?([a-z_]+(?: \| [a-z_]+)*)(?:  .*)?$")


def floors(text: str) -> list[str]:
    """Return the floors of a picture: on each line one, rooms between upright lines, maybe with words behind them."""
    return [found[1] for line in text.splitlines() if (found := _FLOOR.match(line))]


def test_the_picture_of_the_floors_is_the_contract() -> None:
    """The first picture of docs/architecture.md, and that of the README."""
    pictures = [re.findall(r"```\n(__main__.*?)```", text, re.DOTALL) for text in (ARCHITECTURE, _read("README.md"))]
    assert [floors(picture) for (picture,) in pictures] == [LAYERS["mo_check"]] * 2


@pytest.mark.parametrize("wing", ["forms", "compare", "many"])
def test_the_picture_of_a_wing_is_its_contract(wing: str) -> None:
    """Line by line, as import-linter holds it."""
    (picture,) = re.findall(rf"^({wing} {{2,}}.*?)^(?:```$|$)", ARCHITECTURE, re.DOTALL | re.MULTILINE)
    assert floors(picture) == LAYERS[f"mo_check.{wing}"]


def test_every_room_is_described() -> None:
    """The table has each room once, and no other."""
    described = re.findall(r"^\| `(\w+)` \| ", ARCHITECTURE, re.MULTILINE)[: len(_rooms())]
    assert sorted(described) == sorted(_rooms())


def test_every_registry_is_where_it_is_said_to_be() -> None:
    """Its name is given at the top of the module that the table names."""
    table = re.findall(r"^\| `([A-Z_]+)` \| `([\w/]+\.py)` \|", ARCHITECTURE, re.MULTILINE)
    assert len(table) > 4
    found = [
        (name, path) for name, path in table if re.search(rf"^{name}\b.* = ", (PACKAGE / path).read_text("utf-8"), re.MULTILINE)
    ]
    assert found == table


def test_a_folder_holds_no_more_than_a_person_can_look_over() -> None:
    """At most 20 Python files directly."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert {folder.name: number for folder in folders if (number := len([*folder.glob("*.py")])) > 20} == {}


def test_every_word_of_the_glossary_is_one_of_the_code() -> None:
    """Each class or union that the glossary explains is there."""
    section = GLOSSARY.partition("## Words of the code")[2].partition("\n## ")[0]
    explained = [name for cell in re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE) for name in re.findall(r"`(\w+)`", cell)]
    nodes = [node for path in PACKAGE.rglob("*.py") for node in ast.parse(path.read_text(encoding="utf-8")).body]
    known = {node.name for node in nodes if isinstance(node, ast.ClassDef)}
    known |= {node.target.id for node in nodes if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}
    assert len(explained) > 80
    assert sorted({*explained} - known) == []
    assert len(explained) == len({*explained})


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    """Files of the repository are linked by a path that is there."""
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [path for path in _DOCUMENTS if path.name != "CHANGELOG.md"], ids=lambda path: path.name)
def test_every_path_that_a_document_names_is_there(path: Path) -> None:
    """Paths below src, tests, tools and docs, and modules named within the package."""
    text = re.sub(r"^Create `[^`]+`:$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = re.findall(r"`((?:src|tests|tools|docs|checklists|LICENSES)/[\w./-]*)`", text)
    named += [f"src/mo_check/{one}" for one in re.findall(r"`((?:\w+/)+\w+\.py)`", text) if one.partition("/")[0] in _rooms()]
    assert [one for one in named if not (ROOT / one).exists() and "/fr/" not in one] == []


def _rooms() -> list[str]:
    return [room for layer in LAYERS["mo_check"] for room in layer.split(" | ")]


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")

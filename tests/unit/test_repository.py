"""What stands at the root of the repository for others than Python fits the rest."""

import re
import shutil
import subprocess
import tomllib

import yaml

from calling import ROOT
from mo_check.languages import LOCALES

CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PUBLIC = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
MANDATORY = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
"""What publiccode.yml has to have by its standard, version 0.5."""


def test_every_path_that_ci_names_is_there() -> None:
    """Folders of tests move; a step that tests nothing would be green."""
    named = re.findall(r"(?<![\w/$\"])(?:tests|profiles|checklists|tools)(?:/[\w.-]+)*", CI)
    assert len(named) > 5
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_ci_is_a_script_that_bash_understands() -> None:
    """Its syntax at least is held here."""
    bash = shutil.which("bash")
    assert bash
    assert subprocess.run([bash, "-n", str(ROOT / ".ci" / "run")], capture_output=True, check=False).returncode == 0


def test_publiccode_has_what_its_standard_asks_for() -> None:
    """Every mandatory key, texts of the lengths that are allowed, languages that mo-check speaks."""
    assert MANDATORY - PUBLIC.keys() == set()
    for text in PUBLIC["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]
    assert PUBLIC["legal"]["license"] == "EUPL-1.2"
    assert PUBLIC["localisation"]["localisationReady"] is True
    assert {*PUBLIC["localisation"]["availableLanguages"]} == {*LOCALES}
    assert PUBLIC["maintenance"]["type"] in {"internal", "community"} or "contacts" not in PUBLIC["maintenance"]


def test_the_licence_is_the_same_in_both_places() -> None:
    """GitHub looks for LICENSE, REUSE for LICENSES."""
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "EUPL-1.2.txt").read_bytes()


def test_the_fonts_come_with_their_licences() -> None:
    """What is installed names all three licences; the texts of the fonts' lie beside the fonts too."""
    assert SETTINGS["project"]["license"] == "EUPL-1.2 AND OFL-1.1 AND LicenseRef-DejaVu"
    fonts = ROOT / "src" / "mo_check" / "render" / "pdf" / "fonts"
    named = [path for pattern in SETTINGS["project"]["license-files"] for path in ROOT.glob(pattern)]
    assert {*named} == {ROOT / "LICENSE", *fonts.glob("*-LICENSE.txt")}
    assert len(named) == 3
    assert (fonts / "DejaVuSans-LICENSE.txt").read_bytes() == (ROOT / "LICENSES" / "LicenseRef-DejaVu.txt").read_bytes()

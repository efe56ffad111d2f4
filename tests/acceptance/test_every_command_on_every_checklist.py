"""Every command on every checklist: what works on one kind of checklist is not silently empty on another.

The checklists are the shipped ones and those of every folder in tests/examples/own; dropping a folder in adds its checklists.
What has to be told, the questions, the scores and their titles, is read from the files without the program.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from jsonschema import Draft202012Validator

from calling import CHECKLISTS, ROOT, Call, Ended, flat, profile_yaml
from filling import cells_for, rewritten
from mo_check import Library, assess, load_profile
from mo_check.cli.entries import ROOT as COMMANDS
from mo_check.cli.entries import CommandEntry
from mo_check.model.item import Perspective
from respondents import replies
from walking import PERSPECTIVES, TEXT, Asked, asked, score_titles

OWN = ROOT / "tests" / "examples" / "own"
FOLDERS = (CHECKLISTS, *sorted(OWN.iterdir()))
CASES = [(folder, path.stem) for folder in FOLDERS for path in sorted(folder.glob("*.yaml")) if "." not in path.stem]
TOWNS = 6
"""So many towns are peers; five are enough for a benchmark."""


class Crossed(NamedTuple):
    """A checklist and the profiles that answer it.

    In ``views`` one city is seen by each side that is asked anything: the municipality and the migrant organisation give the
    highest answers, the department every other time the lowest. ``years`` are the city earlier and now, lowest and highest.
    ``peers`` are towns, every other one with the lowest answers. A question for whose answer others wait is answered highest.
    """

    name: str
    folder: Path
    profiles: Path

    @property
    def of(self) -> tuple[str, ...]:
        """The option that makes the checklist known."""
        return () if self.folder == CHECKLISTS else ("--checklists", str(self.folder))

    @property
    def city(self) -> Path:
        """The profile of the city, as the municipality sees it today."""
        return self.profiles / "views" / "municipality.yaml"

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each score as a report has it."""
        return score_titles(self.name, self.folder)

    @property
    def written(self) -> list[str | None]:
        """The scores as files of results name them: not at all where the checklist names none."""
        return [None if score == "total" else score for score in self.titles]

    def asked(self, perspective: str = "municipality") -> tuple[Asked, ...]:
        """Return what a perspective is asked."""
        return asked(self.name, "de", perspective, self.folder)

    @property
    def scored(self) -> list[str]:
        """The items of the municipality that have a value."""
        return [one.item for one in self.asked() if one.scored]

    @property
    def shared(self) -> list[str]:
        """The items with a value that two sides are asked."""
        sides = [{one.item for one in self.asked(perspective)} for perspective in PERSPECTIVES]
        return [item for item in self.scored if sum(item in side for side in sides) > 1]

    def untold(self, told: str) -> list[str]:
        """Return the titles of scores that do not stand in a text."""
        return [title for title in self.titles.values() if title not in flat(told)]


def lay_out(crossed: Crossed) -> None:
    """Write the profiles; of ``low`` questions one has the lowest answer, of 0 none."""

    def put(file: str, perspective: str, *, low: int = 0, day: str = "2026-11-01", **facts: object) -> None:
        held = {}
        for number, one in enumerate(crossed.asked(perspective), start=1):
            held[one.item] = one.lowest if low and number % low == 0 and not one.parent else one.highest
        if held:
            answers = {item: f'{answer[:-1]}, date: "{day}"}}' for item, answer in held.items()}
            path = crossed.profiles / f"{file}.yaml"
            path.parent.mkdir(exist_ok=True)
            text = profile_yaml(answers, checklist=crossed.name, perspective=perspective, population=50_000, **facts)
            path.write_text(text, encoding="utf-8")

    for perspective in PERSPECTIVES:
        put(f"views/{perspective}", perspective, low=2 if perspective == "department" else 0, label=perspective)
    put("years/earlier", "municipality", low=1, day="2024-11-01")
    put("years/now", "municipality")
    for number in range(TOWNS):
        put(f"peers/town-{number}", "municipality", low=number % 2, name=f"Ort {number}")


@pytest.fixture(scope="module", params=CASES, ids=[name for _, name in CASES])
def crossed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Crossed:
    """Return a checklist with its profiles."""
    folder, name = request.param
    made = Crossed(name, folder, tmp_path_factory.mktemp(name))
    lay_out(made)
    return made


@pytest.fixture
def call(mo_check: Call, crossed: Crossed) -> Call:
    """Return a function that calls mo-check with the checklist made known."""

    def called(*arguments: object, given: str | None = None, code: int = 0) -> Ended:
        ended = mo_check(*crossed.of, *arguments, given=given)
        assert ended.code == code, ended.err
        return ended

    return called


def read(path: Path) -> Any:  # noqa: ANN401 - whatever a profile holds
    """Return a YAML file as data."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def answered(path: Path, name: str) -> list[str]:
    """Return the items that a profile answers."""
    return list(read(path)["checklists"][name]["answers"])


def items_of(dimensions: list[dict[str, Any]]) -> list[str]:
    """Return the items of the dimensions of a report."""
    return [item["id"] for dimension in dimensions for item in dimension["items"]]


def test_the_library_has_an_assessment_for_each_score(crossed: Crossed) -> None:
    """With all the items of the file between them, and a number for each score that has items with a value."""
    folder = None if crossed.folder == CHECKLISTS else crossed.folder
    loaded = load_profile(crossed.city, Library(folder=folder))
    (held,) = loaded.checklists
    found = assess(held.checklist, loaded.profile)
    assert {one.score: one.title for one in found} == crossed.titles
    assert sorted(r.item.id for one in found for r in one.items()) == sorted(one.item for one in crossed.asked())
    numbers = {one.score: one.display for one in found if one.scored}
    assert numbers == {one.score: 100 for one in crossed.asked() if one.scored}


def test_assess(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """Every question is asked, and every score is summed up in the end."""
    path = tmp_path / "new.yaml"
    path.write_text(profile_yaml(population=50_000), encoding="utf-8")
    typed = "".join(f"{one.typed}\n" + ("1\n" if one.typed == TEXT else "") for one in crossed.asked())
    ended = call("assess", path, "--plain", "--checklist", crossed.name, given=typed)
    assert answered(path, crossed.name) == [one.item for one in crossed.asked()]
    assert crossed.untold(ended.out) == []


def test_report(crossed: Crossed, call: Call) -> None:
    """A report for each score, with all the items of the file between them, none of them open."""
    reports = json.loads(call("report", crossed.city, "--format", "json").out)["reports"]
    assert [one["checklist"]["score"] for one in reports] == crossed.written
    items = [item for one in reports for dimension in one["dimensions"] for item in dimension["items"]]
    assert sorted(item["id"] for item in items) == sorted(one.item for one in crossed.asked())
    assert {item["standing"] for item in items} <= {"met", "partial", "unmet"}
    assert crossed.untold(call("report", crossed.city).out) == []


def test_explain(crossed: Crossed, call: Call) -> None:
    """Every score, every dimension with what has a value in it, and a question of each score."""
    assert crossed.untold(call("explain", crossed.city).out) == []
    for one in {one.score: one for one in crossed.asked() if one.scored}.values():
        told = flat(call("explain", crossed.city, one.dimension, "--format", "md").out)
        beside = [other for other in crossed.asked() if other.scored and other.dimension == one.dimension]
        assert [other.item for other in beside if other.short not in told] == []
        assert one.question in flat(call("explain", crossed.city, one.item).out)


def test_compare(crossed: Crossed, call: Call) -> None:
    """Sides, years and peers: a comparison for each score, with every item that can be compared."""

    def compared(folder: str, kind: str) -> list[dict[str, Any]]:
        where = (crossed.profiles / folder, "--as", kind)
        assert crossed.untold(call("compare", *where).out) == []
        found: list[dict[str, Any]] = json.loads(call("compare", *where, "--format", "json").out)["comparisons"]
        assert [one["checklist"]["score"] for one in found] == crossed.written
        return found

    sides = compared("views", "perspectives")
    assert sorted(item["id"] for one in sides for item in one["items"]) == sorted(crossed.shared)
    years = compared("years", "time")
    assert sorted(change["item"] for one in years for change in one["changes"]) == sorted(crossed.scored)
    assert sum(one["progress"]["items"] for one in years) == len(crossed.scored)
    peers = compared("peers", "peers")
    low = [one.item for one in crossed.asked() if one.scored and not one.parent]
    assert sorted(gap["item"] for one in peers for gap in one["common_gaps"]) == sorted(low)


def test_workshop(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """The guide names every item that two sides see; where none has a value there is nothing to prepare, and that is said."""
    ended = call("workshop", crossed.profiles / "views", "-o", tmp_path / "kit", code=0 if crossed.shared else 2)
    if not crossed.shared:
        assert "keine Frage gemeinsam" in flat(ended.err)
        return
    guide = flat((tmp_path / "kit" / "leitfaden.md").read_text(encoding="utf-8"))
    assert [one.item for one in crossed.asked() if one.item in crossed.shared and one.short not in guide] == []


LEFT = r"(\d+) Fragen? \w+ unstrittig .* (\d+) Fragen? wurden? nur einer Seite .* (\d+) Fragen? bleib"


def test_agree(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """Every question with answers to choose from is taken over or left to talk about."""
    path = tmp_path / "agreed.yaml"
    ended = call("agree", crossed.profiles / "views", "-o", path, "--plain", given="q\n")
    undisputed, one_sided, left = (int(number) for number in re.findall(LEFT, flat(ended.out))[0])
    assert undisputed + one_sided + left == sum(1 for one in crossed.asked() if one.choices)
    assert undisputed + one_sided == len(answered(path, crossed.name)) > 0
    assert left > 0
    assert any(title in flat(ended.out) for title in crossed.titles.values())


def test_checklist_list(crossed: Crossed, call: Call) -> None:
    """Its name stands there with the number of its questions."""
    assert re.search(rf"^ *{crossed.name} .* {len(crossed.asked())} ", call("checklist", "list").out, re.MULTILINE)


def test_checklist_show(crossed: Crossed, call: Call) -> None:
    """Every question can be read."""
    told = flat(call("checklist", "show", crossed.name).out)
    assert [one.item for one in crossed.asked() if flat(one.question) not in told] == []


def test_checklist_lint(crossed: Crossed, call: Call) -> None:
    """It is as it should be."""
    assert f"{crossed.name}.yaml: in Ordnung." in flat(call("checklist", "lint", crossed.name).err)


def test_checklist_figures(crossed: Crossed, call: Call) -> None:
    """Every item that counts for a figure of the survey is named."""
    told = call("checklist", "figures").out
    links = [(item, link) for item in _items(crossed) for link in item.get("figures", [])]
    counting = [item for item, link in links if "level_from" in link.get("counts", {})]
    assert [item["id"] for item in counting if item["short"].split()[0] not in told] == []


def _items(crossed: Crossed) -> Iterator[dict[str, Any]]:
    for dimension in read(crossed.folder / f"{crossed.name}.yaml")["dimensions"]:
        yield from dimension.get("items", [])


def test_checklist_print(crossed: Crossed, call: Call) -> None:
    """Every question stands on paper, for each side in its words."""
    for perspective in PERSPECTIVES:
        if crossed.asked(perspective):
            told = flat(call("checklist", "print", crossed.name, "--perspective", perspective).out)
            assert [one.item for one in crossed.asked(perspective) if flat(one.question) not in told] == []


def test_checklist_coverage(crossed: Crossed, call: Call) -> None:
    """Every item that carries a statement is told with its text, and so is what no item carries."""
    told = flat(call("checklist", "coverage", crossed.name, "--text").out)
    carrying = [item["id"] for item in _items(crossed) if item.get("statements") or item.get("figures")]
    assert [item for item in carrying if f"{crossed.name}: {item}, " not in told] == []
    assert "steht noch nirgends" in told


def test_profile_new(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """It is for this checklist, and its first question can be asked at once."""
    path = tmp_path / "new.yaml"
    call("profile", "new", path, "--for", crossed.city, "--label", "Amt", "--checklist", crossed.name)
    assert list(read(path)["checklists"]) == [crossed.name]
    assert flat(crossed.asked()[0].question) in flat(call("assess", path, "--plain", given="q\n").out)


def test_profile_check(crossed: Crossed, call: Call) -> None:
    """Each answer is counted; each highest one without evidence is asked back about, whatever its score."""
    ended = call("profile", "check", crossed.city, "--hints")
    assert f"in Ordnung, {len(crossed.asked())} Antworten." in flat(ended.err)
    assert crossed.untold(ended.out) == []
    entries = [line for line in ended.out.splitlines() if line.startswith(" · ")]
    assert len(entries) == len(crossed.scored)


def test_profile_anonymize(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """Every answer with something to choose is in the new profiles, and the profiles can be reported on."""
    call("profile", "anonymize", crossed.profiles / "views", "-o", tmp_path / "anon")
    paths = sorted((tmp_path / "anon").iterdir())
    kept = sorted(sum(1 for one in crossed.asked(side) if one.choices) for side in PERSPECTIVES if crossed.asked(side))
    assert sorted(len(answered(path, crossed.name)) for path in paths) == kept
    reports = json.loads(call("report", *paths, "--format", "json").out)["reports"]
    assert {one["checklist"]["score"] for one in reports} == set(crossed.written)


def test_batch(crossed: Crossed, call: Call) -> None:
    """A row for each score of each town, and a row for each item of each."""
    rows = json.loads(call("batch", crossed.profiles / "peers", "--format", "json").out)["rows"]
    assert [row["score"] for row in rows] == crossed.written * TOWNS
    assert all((row["display"] is not None) == bool(crossed.scored) for row in rows)
    long = json.loads(call("batch", crossed.profiles / "peers", "--long", "--format", "json").out)["rows"]
    assert len(long) == TOWNS * len(crossed.asked())
    assert crossed.untold(call("batch", crossed.profiles / "peers").out) == []


def test_stats(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """Each score is counted over all towns, item by item; rows say the same as profiles, and a benchmark places a town."""
    peers, rows, benchmark = crossed.profiles / "peers", tmp_path / "rows.csv", tmp_path / "benchmark.json"
    told = call("stats", peers, "--format", "json").out
    parts = json.loads(told)["statistics"]
    assert [(one["checklist"]["score"], one["profiles"]) for one in parts] == [(score, TOWNS) for score in crossed.written]
    assert sorted(item["id"] for one in parts for item in one["items"]) == sorted(crossed.scored)
    assert crossed.untold(call("stats", peers).out) == []
    call("batch", peers, "--long", "-o", rows)
    assert call("stats", rows, "--format", "json").out == told
    call("stats", peers, "--format", "json", "--benchmark-out", benchmark, code=0 if crossed.scored else 4)
    if crossed.scored:
        reports = json.loads(call("report", crossed.city, "--benchmark", benchmark, "--format", "json").out)["reports"]
        assert all(one["standing"] for one in reports)


@pytest.mark.parametrize("form", ["form.html", "form.xlsx", "form.md", "xlsform.xlsx", "limesurvey.txt"])
def test_form_make(crossed: Crossed, call: Call, tmp_path: Path, form: str) -> None:
    """Each kind of form asks everything."""
    kind = ("--as", form.split(".", maxsplit=1)[0]) if not form.startswith("form") else ()
    ended = call("form", "make", crossed.name, *kind, "-o", tmp_path / form)
    assert f"{form}: {len(crossed.asked())} Fragen." in flat(ended.err)


def test_form_read(crossed: Crossed, call: Call, tmp_path: Path) -> None:
    """A filled workbook becomes a profile with every answer, and the profile is one that can be reported on."""
    call("form", "make", crossed.name, "--for", crossed.city, "-o", tmp_path / "form.xlsx")
    said = replies(crossed.name, Perspective.MUNICIPALITY, folder=None if crossed.folder == CHECKLISTS else crossed.folder)
    data = (tmp_path / "form.xlsx").read_bytes()
    filled = rewritten(data, cells_for(data, crossed.name, said, label="Amt", day="14.11.2026"))
    (tmp_path / "filled.xlsx").write_bytes(filled)
    call("form", "read", tmp_path / "filled.xlsx", "-o", tmp_path / "in")
    (path,) = (tmp_path / "in").iterdir()
    assert sorted(answered(path, crossed.name)) == sorted(one.item for one in crossed.asked())
    reports = json.loads(call("report", path, "--format", "json").out)["reports"]
    assert [one["checklist"]["score"] for one in reports] == crossed.written


def test_schema(crossed: Crossed, call: Call) -> None:
    """The checklist and its profiles are what their schemas say."""
    files = {"checklist": [crossed.folder / f"{crossed.name}.yaml"], "profile": sorted(crossed.profiles.rglob("*.yaml"))}
    for kind, paths in files.items():
        schema = Draft202012Validator(json.loads(call("schema", kind).out))
        assert [error.message for path in paths for error in schema.iter_errors(read(path))] == []


def _names(entry: CommandEntry, before: str = "test") -> Iterator[str]:
    for name, one in (entry.entries or {}).items():
        yield from _names(one, f"{before}_{name}") if one.entries else [f"{before}_{name}"]


def test_every_command_is_crossed() -> None:
    """Each command of the program has its test here, named after it."""
    assert [name for name in _names(COMMANDS) if name not in globals()] == []

"""A checklist of one's own, with two scores, a matrix of other columns and a survey of 2030, used from one end to the other.

Its matrix is that of docs/matrix.md, once as it stands there and once without a word about itself.
"""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from calling import CHECKLISTS, ROOT, flat
from filling import Book
from mo_check.cli.app import run
from mo_check.files.library import Library
from mo_check.forms.pure.composing import questionnaire
from mo_check.model.item import Perspective

SAYS_ITSELF = {"label", "legend", "empty", "path", "ordered", "words", "shares"}
"""What the matrix of the guide says about itself and its columns."""
STEP = {"text": "Anfangen.", "who": "Amt", "effort": "1", "effect": "2", "horizon": "sofort"}
LEVELS = [
    {"id": name, "label": label} for name, label in (("none", "nichts"), ("some", "etwas"), ("good", "gut"), ("full", "voll"))
]
CITY: Mapping[str, Any] = {
    "near.rooms": {"level": "good"},
    "near.money": {"level": "some"},
    "hindrance.time": {"level": "full"},
    "districts.places.east": {"options": ["garden"]},
    "districts.contact.east": {"level": "often"},
    "districts.host.east": {"level": "residents"},
    "districts.wish.east": {"text": "Mehr Bänke.", "read_aloud": "yes"},
    "districts.places.west": {"options": ["none"]},
    "districts.contact.west": {"level": "never"},
    "districts.host.west": {"status": "unknown"},
    "districts.wish.west": {"status": "skipped"},
    "districts.places.north": {"options": ["house", "garden"]},
    "districts.contact.north": {"level": "sometimes"},
    "districts.host.north": {"level": "city"},
    "districts.wish.north": {"status": "skipped"},
    "end.missing": {"text": "Ein Fährboot.", "read_aloud": "yes"},
}
"""What the town answers, in the order in which it is asked."""
CLUB = CITY | {
    "near.rooms": {"level": "none"},
    "districts.contact.north": {"level": "often"},
    "districts.places.north": {"options": ["none"]},
}
SURVEY = {
    "format": "mo-check/source/1",
    "id": "districts-2030",
    "title": "Nachbarschaften im Vergleich",
    "publisher": "Institut für Nachbarschaft",
    "as_of": "2031",
    "language": "de",
    "survey": {"year": "2030", "respondents": "50", "scope": "Städte.", "caveat": "Die 50 Städte hatten sich gemeldet."},
    "statements": [
        {"id": "districts.rooms", "kind": "recommendation", "text": "Räume öffnen."},
        {"id": "districts.figure-rooms", "kind": "figure", "text": "Räume sind offen.", "value": "20", "of": "50"},
        {"id": "districts.figure-host", "kind": "figure", "text": "Wer einlädt.", "shares": {"city": "0.6", "residents": "0.4"}},
        {"id": "districts.rank", "kind": "figure", "text": "Am häufigsten traf man sich im Norden."},
    ],
}


def guide() -> Any:  # noqa: ANN401 - whatever a YAML block holds
    """Return the matrix of the guide, every scalar as text."""
    (block,) = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "docs" / "matrix.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return yaml.load(block, yaml.BaseLoader)["matrix"]  # noqa: S506 - it makes nothing but text


def matrix(*, bare: bool) -> dict[str, Any]:
    """Return the matrix, each column worded for migrant organisations too; a bare one says nothing about itself."""
    held = guide()
    for column in held["columns"]:
        column["for"] = {"migrant_organisation": {key: column[key] for key in ("question", "levels", "options") if key in column}}
    if not bare:
        return dict(held)
    columns = [{key: value for key, value in column.items() if key not in SAYS_ITSELF} for column in held["columns"]]
    return {"rows": held["rows"], "columns": columns}


def item(name: str, short: str, **more: object) -> dict[str, Any]:
    """Return an item of four levels, asked of a migrant organisation too."""
    asked = {"question": f"Wie steht es: {short}?", "levels": LEVELS, "steps": {"unmet": STEP, "partial": STEP}}
    return {"id": name, "short": short} | asked | {"for": {"migrant_organisation": asked}} | more


def dimension(name: str, label: str, **more: object) -> dict[str, Any]:
    """Return a dimension."""
    return {"id": name, "label": label, "title": label} | more


def checklist(*, bare: bool) -> dict[str, Any]:
    """Return the whole checklist."""
    figure = {"id": "districts.figure-rooms", "counts": {"level_from": "good"}}
    missing = {"id": "end.missing", "short": "Was fehlt", "kind": "text", "question": "Was fehlt?", "asks_missing": "true"}
    rooms = item("near.rooms", "Räume", figures=[figure], statements={"districts.rooms": "question"})
    return {
        "format": "mo-check/checklist/1",
        "id": "districts",
        "version": "1.0.0",
        "language": "de",
        "title": "Nachbarschaften",
        "short": "Nachbarschaften",
        "introduction": "Wie nah man sich ist.",
        "sources": ["districts-2030"],
        "scores": {"near": "Nähe der Ämter", "hindrance": "Hürden"},
        "dimensions": [
            dimension("near", "Angebote", score="near", items=[rooms, item("near.money", "Geld")]),
            dimension("hindrance", "Zeit", score="hindrance", items=[item("hindrance.time", "Zeit")]),
            dimension("districts", "Stadtteile", figures=[{"id": "districts.rank"}], matrix=matrix(bare=bare)),
            dimension("end", "Zum Schluss", items=[missing | {"for": {"migrant_organisation": {"question": "Was fehlt?"}}}]),
        ],
    }


class Used(NamedTuple):
    """What every command wrote, by a name for the call; whether the matrix says nothing about itself."""

    bare: bool
    folder: Path
    told: dict[str, str]

    def json(self, name: str) -> Any:  # noqa: ANN401 - whatever the file holds
        """Return what a call wrote as JSON."""
        return json.loads(self.told[name])


WHO = ("Musterstadt", "2", "10", "45000", "Wer antwortet")
"""What is said about the town before the first question; after the last, a 1 leaves open what is open."""
CALLS = {
    "lint": "checklist lint districts",
    "list": "checklist show districts",
    "coverage": "checklist coverage districts",
    "coverage --text": "checklist coverage districts --text",
    "figures": "checklist figures districts",
    "print": "checklist print districts",
    "report": "report city.yaml",
    "report md": "report city.yaml --format md",
    "report json": "report city.yaml --format json",
    "report html": "report city.yaml --format html",
    "report files": "report city.yaml -o report.xlsx -o report.txt",
    "report --dimension": "report city.yaml --dimension districts",
    "report council": "report city.yaml --template council",
    "report club": "report club.yaml --format md",
    "explain": "explain city.yaml",
    "explain matrix": "explain city.yaml districts",
    "explain field": "explain city.yaml districts.contact.east",
    "hints": "profile check city.yaml --hints",
    "form html": "form make districts -o form.html",
    "form paper": "form make districts -o form.md",
    "form xlsx": "form make districts -o form.xlsx",
    "form read": "form read answers.json -o back",
    "compare": "compare city.yaml club.yaml",
    "compare md": "compare city.yaml club.yaml --format md",
    "compare json": "compare city.yaml club.yaml --format json",
    "batch json": "batch city.yaml club.yaml --format json",
    "batch csv": "batch city.yaml club.yaml --long --format csv",
    "batch": "batch city.yaml club.yaml --long -o rows.csv",
    "stats": "stats city.yaml --format md",
    "stats rows": "stats rows.csv --format json",
}


def lines(folder: Path, perspective: str, answers: Mapping[str, Any]) -> list[str]:
    """Return what is typed to say these answers, a line each."""
    loaded = Library(folder=folder).load("districts")
    asked = questionnaire(loaded.checklist, loaded.german, loaded.digest, Perspective(perspective), quick=False).asked()
    typed = []
    for one in asked:
        answer = answers[one.item.id]
        keys = {choice.id: choice.key for choice in one.choices}
        chosen = answer.get("options") or [answer[key] for key in ("level",) if key in answer]
        said = {"unknown": "w", "skipped": "s"}.get(answer.get("status", ""), answer.get("text", ""))
        typed += [" ".join(keys[name] for name in chosen) or said, *(["1"] if "text" in answer else [])]
    return typed


@pytest.fixture(scope="module", params=[False, True], ids=["as in the guide", "without a word about itself"])
def used(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Used]:
    """Write the checklist and its source, answer it as a town and as an association, and call every command once."""
    folder = tmp_path_factory.mktemp("own")
    own = folder / "own"
    (own / "sources").mkdir(parents=True)
    for statement in SURVEY["statements"]:
        assert isinstance(statement, dict)
        statement.update({"section": "Ergebnisse", "from_page": "1"})
    write(own / "sources" / "districts-2030.yaml", SURVEY)
    write(own / "districts.yaml", checklist(bare=request.param))
    told: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        for name, value in (("LANG", "de_DE.UTF-8"), ("COLUMNS", "100"), ("SOURCE_DATE_EPOCH", "1933000000")):
            patched.setenv(name, value)
        for file, perspective, answers in (("city", "municipality", CITY), ("club", "migrant_organisation", CLUB)):
            alone, passed_on = ([""], ["1"]) if perspective == "migrant_organisation" else ([], [])
            typed = [*WHO, *alone, *lines(own, perspective, answers), "1", *passed_on]
            call = f"assess --plain {file}.yaml --checklist districts --perspective {perspective}"
            told[f"assess {file}"] = called(call, "".join(f"{line}\n" for line in typed))
        profile = yaml.safe_load(Path("city.yaml").read_text("utf-8")) | {"language": "de"}
        sitting = {"submission": "0123456789abcdef", "mark": "0123456789abcdef", "saved": "2031-04-01T10:00:00.000Z"}
        Path("answers.json").write_text(
            json.dumps({"format": "mo-check/answers/1"} | sitting | {"profile": profile}, default=str)
        )
        told |= {name: called(call) for name, call in CALLS.items()}
        told["report en"] = called("--lang en report city.yaml --format md")
        yield Used(request.param, folder, told)


def write(path: Path, tree: Mapping[str, Any]) -> None:
    """Write a YAML file in which nothing stands for something else."""
    path.write_text(yaml.safe_dump(json.loads(json.dumps(tree)), allow_unicode=True, sort_keys=False), "utf-8")


def called(call: str, given: str = "") -> str:
    """Call mo-check with the own folder, and return what it wrote; it ends well and complains of nothing."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setattr(sys, "stdin", io.StringIO(given))
        code = run(["--checklists", "own", *call.split()])
    assert (code, "Traceback" in err.getvalue()) == (0, False), err.getvalue()
    return out.getvalue()


def everything(used: Used) -> dict[str, str]:
    """Return all that was said, on screens and in files."""
    files = {
        path.name: path.read_text("utf-8") for path in used.folder.iterdir() if path.suffix in {".html", ".md", ".txt", ".csv"}
    }
    books = {path.name: str(Book(path.read_bytes()).sheets) for path in used.folder.glob("*.xlsx")}
    return used.told | files | books


def shipped_words() -> set[str]:
    """Return what the shipped matrix says of itself, and what its columns and rows are called."""
    (held,) = (d["matrix"] for d in _read(CHECKLISTS / "topics.yaml")["dimensions"] if "matrix" in d)
    path = held["path"]
    words = {held["legend"], held["empty"], path["title"], path["text"], path["beside"]["text"]}
    words |= {one["label"] for part in (path["rungs"], held["rows"], held["columns"]) for one in part}
    words |= {word["label"] for column in held["columns"] for word in column.get("words", {}).values()}
    words |= {column["shares"]["title"] for column in held["columns"] if "shares" in column}
    return words - {"nichts", "niemand", "gemeinsam", "Vereine"} | {"Thema", "Themen"}  # words of everyday speech; what rows are


def _read(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return yaml.safe_load(path.read_text("utf-8"))


def table(text: str, *heads: str) -> list[list[str]]:
    """Return the rows of the Markdown table with these heads."""
    rows = [[cell.strip().replace("\u00a0", " ") for cell in line.strip("|").split("|")] for line in text.splitlines()]
    (start,) = [number for number, row in enumerate(rows) if row == list(heads)]
    end = next(number for number in range(start, len(rows)) if rows[number] == [""])
    return rows[start + 2 : end]


def test_nothing_says_another_year(used: Used) -> None:
    """No command, no file and no form names the survey of 2020 or the circle of 32."""
    strange = re.compile(r"\b2020\b|\b32 (?:Kommunen|befragten|municipalities|of)|von 32\b|Qualitätszirkel")
    assert {name: found for name, text in everything(used).items() if (found := strange.findall(text))} == {}


def test_nothing_speaks_of_what_is_not_asked(used: Used) -> None:
    """No word of the shipped matrix, nor that its rows were topics."""
    strange = re.compile("|".join(rf"\b{re.escape(word)}(?!\w)" for word in sorted(shipped_words())))
    assert {name: set(found) for name, text in everything(used).items() if (found := strange.findall(flat(text)))} == {}


def test_the_interview_keeps_what_is_said(used: Used) -> None:
    """Both profiles hold every answer; the question beside which a figure stands names its year and its numbers."""
    for file, answers in (("city", CITY), ("club", CLUB)):
        held = _read(used.folder / f"{file}.yaml")["checklists"]["districts"]["answers"]
        assert {name: {k: v for k, v in one.items() if k not in {"date", "wording"}} for name, one in held.items()} == answers
    assert "2030 hatten das 20 von 50 befragten Kommunen (ab „gut“)." in flat(used.told["assess city"])
    assert "2030 hatten" not in used.told["assess club"]


def test_the_report_shows_every_field(used: Used) -> None:
    """All columns with all answers, in the words of the checklist."""
    if used.bare:
        rows = table(used.told["report md"], "Stadtteile", "Orte", "Kontakt", "Einladung", "Wunsch")
        assert rows == [
            ["Ost", "◐ ein gemeinsamer Garten", "● oft", "● die Nachbarschaft", "Mehr Bänke."],
            ["West", "○ nichts davon", "○ nie", "? offen", "? offen"],
            ["Nord", "● ein Haus der Nachbarschaft, ein gemeinsamer Garten", "◐ ab und zu", "○ die Stadt", "? offen"],
        ]
        return
    rows = table(used.told["report md"], "Stadtteil", "Orte", "Kontakt", "Wunsch", "Wer einlädt", "Nähe")
    assert rows == [
        ["Ost", "◐ Garten", "● oft", "Mehr Bänke.", "die Nachbarschaft", "vertraut +"],
        ["West", "○ keiner", "○ nie", "? offen", "? offen", "nichts"],
        ["Nord", "● Haus, Garten", "◐ ab und zu", "? offen", "die Stadt", "vertraut"],
    ]


def test_the_report_says_of_the_matrix_what_it_says_of_itself(used: Used) -> None:
    """The path, the empty rows and the shares beside the survey; or none of them."""
    text = used.told["report md"]
    assert "Am häufigsten traf man sich im Norden." in text
    assert "### 2030 in den befragten Kommunen" in text
    told = ("Hier ist noch niemand", "Die Nähe:", "Wer meist einlädt", "Ein \\+ heißt")
    assert [sentence.replace("\\", "") in text.replace("\\", "") for sentence in told] == [not used.bare] * len(told)
    if not used.bare:
        assert "**Hier ist noch niemand:** West." in text
        rows = table(text, "Wer meist einlädt", "hier", "2030")
        assert rows == [["die Stadt", "50 %", "60 %"], ["die Nachbarschaft", "50 %", "40 %"]]


def test_the_figure_of_the_survey_stands_beside_the_answer(used: Used) -> None:
    """20 of 50, and here it is so; in every place under the year 2030."""
    rows = table(used.told["report md"], "Umfrage 2030", "hatten das", "hier")
    assert rows == [["Räume sind offen.", "20 von 50", "ja"]]
    assert "**Figures of 2030:** Die 50 Städte hatten sich gemeldet." in used.told["report en"]
    assert "Umfrage 2030, 50 Kommunen" in used.told["figures"]
    assert "20 von 50 Räume „gut“" in flat(used.told["figures"])
    assert "Umfrage 2030" in used.told["stats"]
    (near, hindrance) = used.json("report json")["reports"]
    assert near["figures"] == [{"id": "districts.figure-rooms", "item": "near.rooms", "here": True}]
    assert hindrance["figures"] == []


def test_both_scores_are_told(used: Used) -> None:
    """67 and 33 make 50; the hindrance is wholly out of the way."""
    totals = {report["checklist"]["score"]: report["total"]["display"] for report in used.json("report json")["reports"]}
    assert totals == {"near": 50, "hindrance": 100}
    assert "Nachbarschaften: Nähe der Ämter" in used.told["explain"]
    assert "Nachbarschaften: Hürden" in used.told["explain"]


def test_the_statements_of_the_source_are_carried(used: Used) -> None:
    """Each stands where the checklist says; the figure beside a column only where the matrix names it."""
    text = flat(used.told["coverage --text"])
    assert "districts.rooms (Empfehlung) Aussage: Räume öffnen. districts: near.rooms, question" in text
    assert ("districts: districts.host, figures" in text) is not used.bare
    assert "districts: districts, figures" in text


def test_a_field_is_explained(used: Used) -> None:
    """With its question and its answer."""
    assert "Ost: Kontakt" in used.told["explain field"]
    assert "oft" in used.told["explain field"]


def test_forms_ask_every_field_and_are_read_back(used: Used) -> None:
    """Each question stands in the page, the paper and the workbook; what comes back is what was said."""
    for form in (used.folder / "form.html", used.folder / "form.md"):
        page = flat(form.read_text("utf-8"))
        for row in guide()["rows"]:
            for column in guide()["columns"]:
                assert column["question"].replace("{row}", row["label"]) in page
    (back,) = (used.folder / "back").iterdir()
    held = _read(back)["checklists"]["districts"]["answers"]
    assert {name: {k: v for k, v in one.items() if k not in {"date", "wording"}} for name, one in held.items()} == CITY


def test_two_views_stand_side_by_side(used: Used) -> None:
    """What is missing, the item they disagree on, and the rows of the matrix on its path; without one nothing is said of them."""
    text = used.told["compare md"]
    assert "- Ein Fährboot." in text
    gaps = {item["id"]: item["type"] for one in used.json("compare json")["comparisons"] for item in one["items"]}
    assert gaps["near.rooms"] == "perception_gap"
    if used.bare:
        assert "Stadtteile" not in text
        return
    rows = table(text, "Stadtteil", "Verwaltung", "Vereine")
    assert rows == [
        ["Ost", "● vertraut", "● vertraut"],
        ["West", "○ nichts", "○ nichts"],
        ["Nord", "● vertraut", "● vertraut"],
    ]


def test_rows_for_programs_hold_every_answer(used: Used) -> None:
    """One of each score, one of each item; counted again they are the same."""
    rows = used.json("batch json")["rows"]
    assert {(row["file"], row["score"]): round(row["total"], 3) for row in rows} == {
        ("city.yaml", "near"): 0.5,
        ("city.yaml", "hindrance"): 1.0,
        ("club.yaml", "near"): 0.167,
        ("club.yaml", "hindrance"): 1.0,
    }
    items = [row for row in csv.DictReader(io.StringIO(used.told["batch csv"])) if row["file"] == "city.yaml"]
    given = {row["item"]: row["level"] or row["options"].split() for row in items if row["answer"] in {"level", "options"}}
    assert given == {name: one.get("level") or one["options"] for name, one in CITY.items() if "level" in one or "options" in one}
    figures = [figure for part in used.json("stats rows")["statistics"] for figure in part["figures"]]
    assert [(one["id"], one["yes"], one["no"]) for one in figures] == [("districts.figure-rooms", 1, 0)]

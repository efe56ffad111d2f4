"""No byte of a text whose author does not allow it, in any form of anything that others get to see."""

import json
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, flat, profile_yaml, unbroken
from filling import cells_for, lime_imported, lime_row, rewritten, table
from kinds import READERS, SUFFIXES
from mo_check.files.profile_text import profile_text
from mo_check.files.profiles import load_profile
from mo_check.interview.consent_questions import READ_ALOUD
from mo_check.many.io.record_formats import RECORDS
from mo_check.model.answer import Answer, Elsewhere, NotApplicable, ReadAloud, TextGiven
from mo_check.model.item import Perspective
from mo_check.model.profile import PassOn, Profile
from mo_check.render.formats import FORMATS
from respondents import replies, typed

ALLOWED = (None, *READ_ALOUD)
SAID = {None: "Xstill", ReadAloud.NO: "Xstill", ReadAloud.IN_SUBSTANCE: "Xsinn", ReadAloud.YES: "Xlaut"}
"""What the words of a profile begin with, by what their author allows."""
NUMBERS = count(1000)


def worded(profile: Profile, notes: ReadAloud | None, texts: ReadAloud | None) -> Profile:
    """Return a profile in which every text of the respondent's is a word that says what may be done with it."""

    def word(allowed: ReadAloud | None) -> str:
        return f"{SAID[allowed]}{next(NUMBERS)}"

    def answer(one: Answer) -> Answer:
        given = one.given
        if isinstance(given, TextGiven):
            given = TextGiven(word(texts), texts)
        elif isinstance(given, NotApplicable):
            given = NotApplicable(word(notes))
        elif isinstance(given, Elsewhere):
            given = given._replace(who=word(notes))
        return one._replace(given=given, note=word(notes), evidence=word(notes))

    held = {
        name: one.model_copy(update={"answers": {item: answer(told) for item, told in one.answers.items()}})
        for name, one in profile.checklists.items()
    }
    said = {"read_aloud": notes, "pass_on": PassOn.YES, "remark": word(None), "checklists": held}
    return profile.model_copy(update=said)


def laid_out(source: Path, folder: Path) -> Path:
    """Lay out the example profiles with such words, each allowing something else."""
    folder.mkdir()
    for place, path in enumerate(sorted(source.glob("*.yaml"))):
        held = worded(load_profile(path).profile, ALLOWED[place % 4], ALLOWED[(place // 2 + 1) % 4])
        (folder / path.name).write_text(profile_text(held, {}), encoding="utf-8")
    return folder


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """One city seen by many."""
    return laid_out(PROFILES / "city", tmp_path / "stadt")


@pytest.fixture
def peers(tmp_path: Path) -> Path:
    """Several municipalities."""
    return laid_out(PROFILES / "network", tmp_path / "kommunen")


def read(path: Path) -> str:
    """Return everything that a file holds, its text and, where it is no archive, its bytes."""
    data = path.read_bytes()
    shown = READERS[path.suffix](data) if path.suffix in READERS else ""
    return unbroken(shown + data.decode("utf-8", "ignore"))


def told(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file below a folder with what it holds."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name, read(path)


@pytest.mark.parametrize("peer", [False, True], ids=["perspectives", "peers"])
def test_a_comparison_quotes_only_what_may_be_read_aloud(
    mo_check: Call, tmp_path: Path, city: Path, peers: Path, *, peer: bool
) -> None:
    """In every form and for machines, with labels and all items."""
    out = tmp_path / "out"
    out.mkdir()
    folder = peers if peer else city
    files = [word for suffix in SUFFIXES for word in ("-o", out / f"vergleich{suffix}")]
    assert mo_check("compare", folder, "--names", "--top", "99", *files).code == 0
    (out / "vergleich.json").write_text(mo_check("compare", folder, "--names", "--format", "json").out, encoding="utf-8")
    found = dict(told(out))
    assert len(found) == len(SUFFIXES) + 1
    assert [name for name, text in found.items() if "Xstill" in text or "Xsinn" in text] == []
    assert peer or [name for name, text in found.items() if "Xlaut" not in text] == ["vergleich.json"]


@pytest.mark.parametrize("allowed", ALLOWED, ids=str)
def test_a_comparison_over_time_quotes_only_what_may_be_read_aloud(
    mo_check: Call, tmp_path: Path, allowed: ReadAloud | None
) -> None:
    """A reason or a name that stands in an answer is a text as well."""
    for year in ("2024", "2026"):
        answers = {"rooms.dedicated": "{level: hours}", "fairness.remunerate": "{status: elsewhere, who: Verein}"}
        if year == "2026":
            answers |= {"rooms.dedicated": "{status: not_applicable, reason: Grund}"}
        path = tmp_path / f"{year}.yaml"
        path.write_text(profile_yaml(answers), encoding="utf-8")
        held = worded(load_profile(path).profile, allowed, allowed)
        path.write_text(profile_text(held, {}), encoding="utf-8")
    ended = mo_check("compare", tmp_path / "2024.yaml", tmp_path / "2026.yaml", "--as", "time", "--format", "md")
    assert ended.code == 0
    assert "Xstill" not in ended.out
    assert "Xsinn" not in ended.out
    assert ("Xlaut" in ended.out) == (allowed is ReadAloud.YES)


def test_a_workshop_tells_in_the_guide_alone_what_may_be_told_in_substance(mo_check: Call, tmp_path: Path, city: Path) -> None:
    """And marks it there; what may not be told stands in no part of the kit, in no form."""
    for name in FORMATS:
        ended = mo_check("workshop", city, "-o", tmp_path / "kit", "--format", name, "--names", "--minutes", "360", "--overwrite")
        assert ended.code == 0
    found = dict(told(tmp_path / "kit"))
    assert [name for name, text in found.items() if "Xstill" in text] == []
    guides = {name for name in found if name.startswith("leitfaden")}
    assert len(guides) == len(SUFFIXES)
    assert {name for name, text in found.items() if "Xsinn" in text} == guides
    assert {name for name, text in found.items() if "nursinngemäßwiedergeben" in text} == guides
    assert {name for name, text in found.items() if "Xlaut" in text} == guides


def test_an_agreed_profile_shows_and_keeps_no_text_without_consent(mo_check: Call, tmp_path: Path, city: Path) -> None:
    """Not on the screen, though all remarks are asked for, and not in the file, not even a reason that is taken over."""
    ended = mo_check("agree", city, "--plain", "--names", "-o", tmp_path / "gemeinsam.yaml", given="?\n1\n" * 200)
    everything = unbroken(ended.out + ended.err) + read(tmp_path / "gemeinsam.yaml")
    assert "Xlaut" in everything
    assert "Xstill" not in everything
    assert "Xsinn" not in everything


def test_tables_and_statistics_hold_no_words(mo_check: Call, tmp_path: Path, city: Path, peers: Path) -> None:
    """Whatever is allowed: rows and counts are numbers."""
    out = tmp_path / "out"
    out.mkdir()
    for name in RECORDS:
        for place, long in enumerate(((), ("--long",))):
            assert mo_check("batch", city, peers, *long, "--format", name, "-o", out / f"{place}.{name}").code == 0
    files = [word for suffix in (*SUFFIXES, ".json", ".csv") for word in ("-o", out / f"zahlen{suffix}")]
    assert mo_check("stats", city, peers, *files, "--benchmark-out", out / "vergleich.benchmark").code == 0
    found = dict(told(out))
    assert len(found) == 2 * len(RECORDS) + len(SUFFIXES) + 3
    assert [name for name, text in found.items() if any(word in text for word in SAID.values())] == []


@pytest.mark.parametrize("kept", [(), ("--keep-notes",), ("--keep-evidence",), ("--keep-notes", "--keep-evidence")], ids=str)
def test_a_profile_without_names_keeps_only_what_may_be_read_aloud(
    mo_check: Call, tmp_path: Path, city: Path, kept: tuple[str, ...]
) -> None:
    """Kept by choice are the texts that allow it, and no others."""
    assert mo_check("profile", "anonymize", city, "-o", tmp_path / "out", *kept).code == 0
    everything = "".join(text for _, text in told(tmp_path / "out"))
    assert "Xstill" not in everything
    assert "Xsinn" not in everything
    assert ("Xlaut" in everything) == bool(kept)


def test_a_joint_answer_is_one_voice_and_shown_as_such(mo_check: Call, tmp_path: Path, city: Path) -> None:
    """In the own report, in the comparison and in the kit; without names nobody is told apart by it."""
    club = city / "culture-club-2026.yaml"
    before = json.loads(mo_check("compare", city, "--format", "json").out)["comparisons"][0]["sides"]
    text = club.read_text("utf-8")
    club.write_text(
        text.replace("  perspective: migrant_organisation\n", "  perspective: migrant_organisation\n  joint: 3\n"), "utf-8"
    )
    assert json.loads(mo_check("compare", city, "--format", "json").out)["comparisons"][0]["sides"] == before
    assert "(gemeinsam ausgefüllt von 3 Vereinen)" in flat(mo_check("report", club).out)
    told = "Vereine: gemeinsam ausgefüllt von 3 Vereinen; das zählt als eine Stimme."
    assert told in flat(mo_check("compare", city).out)
    assert told not in flat(mo_check("compare", city, "--anonymous", "migrant_organisation").out)
    assert mo_check("workshop", city, "-o", tmp_path / "kit", "--format", "md").code == 0
    assert told in flat((tmp_path / "kit" / "leitfaden.md").read_text("utf-8"))
    assert mo_check("profile", "anonymize", city, "-o", tmp_path / "out").code == 0
    assert "joint: 3" not in "".join(path.read_text("utf-8") for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize("suffix", [".xlsx", ".txt"], ids=["workbook", "LimeSurvey"])
def test_a_form_brings_back_how_many_filled_it_in(mo_check: Call, tmp_path: Path, suffix: str) -> None:
    """Only associations are asked; a word that is no number is a problem at its place."""
    options = ("--perspective", "migrant_organisation", "--for", PROFILES / "city" / "city-2026.yaml")
    kind = ("--as", "limesurvey") if suffix == ".txt" else ()
    mo_check("form", "make", *options, *kind, "-o", f"form{suffix}")
    data = (tmp_path / f"form{suffix}").read_bytes()
    for number, code in (("3", 0), ("viele", 3)):
        if suffix == ".txt":
            row = lime_row(lime_imported(data)["de"], "cooperation", (), label="Bündnis", joint=number)
            (tmp_path / "answers.csv").write_bytes(table([row], ";"))
        else:
            (tmp_path / "answers.xlsx").write_bytes(
                rewritten(data, cells_for(data, "cooperation", (), label="Bündnis", joint=number))
            )
        name = "answers.csv" if suffix == ".txt" else "answers.xlsx"
        ended = mo_check("form", "read", name, "-o", f"in-{code}")
        assert ended.code == code, ended.err
    (path,) = (tmp_path / "in-0").iterdir()
    assert load_profile(path).profile.respondent.joint == 3


@pytest.mark.parametrize(
    ("perspective", "said", "kept"),
    [
        (
            "municipality",
            {"name": "Bad Beispiel", "kind": "Landkreis", "land": "Hessen"},
            {"kind": "district", "land": "HE"},
        ),
        ("municipality", {"name": "Bad Beispiel", "kind": "Gemeinde"}, {"kind": "municipality"}),
        ("department", {"name": "Bad Beispiel"}, {}),
        ("migrant_organisation", {"name": "Bad Beispiel"}, {}),
    ],
)
def test_only_the_administration_is_asked_for_more_than_the_place(
    mo_check: Call, tmp_path: Path, perspective: str, said: dict[str, str], kept: dict[str, str]
) -> None:
    """In a form that knows no municipality; its profile is reported and compared like any other."""
    mo_check("form", "make", "--perspective", perspective, "-o", "form.xlsx")
    data = (tmp_path / "form.xlsx").read_bytes()
    assert ("Art der Kommune" in read(tmp_path / "form.xlsx").replace("ArtderKommune", "Art der Kommune")) == bool(kept)
    filled = cells_for(data, "cooperation", replies("cooperation", Perspective(perspective)), label="Amt", **said)
    (tmp_path / "filled.xlsx").write_bytes(rewritten(data, filled))
    assert mo_check("form", "read", "filled.xlsx", "-o", "in").code == 0
    (path,) = (tmp_path / "in").iterdir()
    subject = load_profile(path).profile.subject.model_dump(mode="json", exclude_none=True)
    assert subject == {"name": "Bad Beispiel"} | kept
    for call in (("report",), ("report", "--template", "council"), ("explain",), ("profile", "check"), ("batch",)):
        assert mo_check(*call, path).code == 0


def associations(write: Write, number: int, allowing: int, towns: Sequence[str] = ("Solmbrück",)) -> list[Path]:
    """Write profiles of associations of one town or several, some of which may be passed on."""
    paths = []
    for place in range(number):
        text = (PROFILES / "city" / "culture-club-2026.yaml").read_text(encoding="utf-8")
        said = 'pass_on: "yes"\n' if place < allowing else 'pass_on: "no"\n' if place % 2 else ""
        text = text.replace("name: Stadt Solmbrück", f"name: Stadt {towns[place % len(towns)]}")
        text = text.replace("label: Kulturverein", f"label: Verein {place}").replace('pass_on: "yes"\n', said)
        paths.append(write(text, f"{place}.yaml"))
    return paths


def test_only_what_may_be_passed_on_is_written_without_names(mo_check: Call, tmp_path: Path, write: Write) -> None:
    """What is left out is counted and said; it stays readable that the others may be passed on."""
    ended = mo_check("profile", "anonymize", *associations(write, 7, 3), "-o", tmp_path / "out")
    assert ended.code == 0
    assert "4 von 7 Profilen" in ended.err
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert mo_check("profile", "anonymize", tmp_path / "out", "-o", tmp_path / "again").code == 0


def test_where_nothing_may_be_passed_on_nothing_is_written(mo_check: Call, tmp_path: Path, write: Write) -> None:
    """The call says so and ends as one without any usable file."""
    ended = mo_check("profile", "anonymize", *associations(write, 2, 0), "-o", tmp_path / "out")
    assert ended.code == 3
    assert "2 von 2 Profilen" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_benchmark_counts_only_what_may_be_passed_on(mo_check: Call, tmp_path: Path, write: Write) -> None:
    """Statistics for the own house count everybody; the file that goes to others counts those who allow it."""
    paths = associations(write, 13, 12, ("Aue", "Berga", "Calw", "Daun", "Elze"))
    options = ("--perspective", "migrant_organisation", "--format", "json", "--benchmark-out", tmp_path / "b.json")
    ended = mo_check("stats", *paths, *options)
    assert ended.code == 0
    assert "1 von 13 Profilen" in ended.err
    assert {one["profiles"] for one in json.loads(ended.out)["statistics"]} == {13}
    found = json.loads((tmp_path / "b.json").read_text("utf-8"))["distributions"]
    assert {one["groups"][0]["profiles"] for one in found} == {12}


def test_consent_costs_two_keys_in_an_interview_with_twenty_notes(mo_check: Call, write: Write) -> None:
    """One for all notes, at the first of them, one for the free answer; what was said of the notes changes with one key more."""
    path = write(profile_yaml())
    said = [reply for reply in replies("cooperation", Perspective.MUNICIPALITY) if not reply.nothing_in_row]
    lines = list(typed(tuple(reply._replace(note="Notiz", evidence="") for reply in said)))
    prompts = mo_check("assess", path, "--plain", given="".join(f"{line}\n" for line in lines)).out
    assert prompts.count("vorgelesen werden") == 2
    assert sum(1 for reply in said if not reply.text) >= 20
    changed = mo_check("assess", path, "--plain", given="2\nv\n3\nq\n")
    assert "Notizen, Belege und Gründe vorlesen: nein." in flat(changed.out)
    assert load_profile(path).profile.read_aloud is ReadAloud.NO


def test_an_older_profile_allows_nothing_and_can_say_so_later(mo_check: Call, write: Write) -> None:
    """Its notes stay in its own report until its author allows more; the key is there because there are notes."""
    path = write(profile_yaml({"rooms.dedicated": "{level: hours, note: Altes}", "closing.missing": "{text: Früheres}"}))
    assert load_profile(path).profile.read_aloud is None
    assert "Altes" in mo_check("report", path, "--dimension", "rooms").out
    club = write(profile_yaml({"rooms.dedicated": "{level: none}"}, perspective="migrant_organisation", label="Verein"), "b.yaml")
    assert "Früheres" not in mo_check("compare", path, club).out
    mo_check("assess", path, "--plain", given="v\n1\nq\n")
    assert load_profile(path).profile.read_aloud is ReadAloud.YES

"""The interface in English: whatever a call says is in the catalogue, and reads as English."""

import pytest
from babel.messages.pofile import read_po

from calling import PROFILES, ROOT, Call
from mo_check.languages import Language

SMALL = str(PROFILES / "small-town.yaml")
DISTRICT = str(PROFILES / "rural-district.yaml")
FOLDER = str(PROFILES / "city")
CITY = str(PROFILES / "city" / "city-2026.yaml")
OLD = str(ROOT / "tests" / "examples" / "good" / "part1.yaml")
with (ROOT / "src" / "mo_check" / "languages" / "en" / "LC_MESSAGES" / "mo_check.po").open("rb") as stream:
    KNOWN = frozenset(one for held in read_po(stream) for one in ((held.id,) if isinstance(held.id, str) else held.id))
NEW = ("profile", "new", "new.yaml", "--name", "A", "--kind", "city", "--label", "B")
INTERVIEW = (
    "A\n9\n3\n16\n45.000\n45000\nOffice\n1 2\n?\nn\nseen\n1\np\nminutes\nu\nx\n2\ne\nthe district\nl\nb\no\n99\ng\n5\n2\nq\n"
)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the set of msgids that a call says, filled while it runs."""
    found: set[str] = set()
    say, count = Language.say, Language.count

    def heard(self: Language, msgid: str, /, **fields: object) -> str:
        found.add(msgid)
        return say(self, msgid, **fields)

    def counted(self: Language, one: str, many: str, number: int, /, **fields: object) -> str:
        found.update((one, many))
        return count(self, one, many, number, **fields)

    monkeypatch.setattr(Language, "say", heard)
    monkeypatch.setattr(Language, "count", counted)
    return found


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no command"),
        *(
            pytest.param((*command.split(), "--help"), id=f"{command} --help")
            for command in (
                "assess",
                "report",
                "explain",
                "checklist",
                "checklist list",
                "checklist show",
                "checklist lint",
                "checklist coverage",
                "profile",
                "profile new",
                "profile check",
                "schema",
            )
        ),
        pytest.param(("report", SMALL, DISTRICT), id="report"),
        pytest.param(("report", DISTRICT, "--dimension", "rooms"), id="report on a dimension"),
        pytest.param(("report", SMALL, "--format", "md"), id="report in Markdown"),
        pytest.param(("report", SMALL, "--fail-under", "90", "--fail-on-key"), id="below a threshold"),
        pytest.param(("report", CITY, "--format", "html"), id="report as a page"),
        pytest.param(("report", CITY, "-o", "r.pdf"), id="report as PDF"),
        pytest.param(("report", SMALL, "-o", "r.docx"), id="report for Word"),
        pytest.param(("report", CITY, "-o", "r.xlsx"), id="report for Excel"),
        pytest.param(("report", SMALL, "--template", "council"), id="a draft for the council"),
        pytest.param(("report", SMALL, "--format", "odt"), id="a form that is not there"),
        pytest.param(("report", SMALL, "--open"), id="nothing to open"),
        pytest.param(("explain", SMALL), id="explain the total"),
        pytest.param(("explain", DISTRICT, "rooms"), id="explain a dimension"),
        pytest.param(("explain", SMALL, "concept.written"), id="explain an item"),
        pytest.param(("explain", SMALL, "nothing"), id="explain what is not there"),
        pytest.param(("checklist", "list"), id="checklist list"),
        pytest.param(("checklist", "show"), id="checklist show"),
        pytest.param(("checklist", "coverage"), id="checklist coverage"),
        pytest.param(("checklist", "coverage", "--text"), id="checklist coverage --text"),
        pytest.param(("checklist", "figures"), id="checklist figures"),
        pytest.param(("profile", "check", "--hints", "--date", "2040-01-01", CITY), id="profile check --hints"),
        pytest.param(("report", CITY), id="report on several checklists"),
        pytest.param(("compare", FOLDER), id="compare perspectives"),
        pytest.param(("compare", FOLDER, "--anonymous", "migrant_organisation"), id="compare a hiding side"),
        pytest.param(("compare", CITY, str(PROFILES / "city" / "city-2024.yaml")), id="compare over time"),
        pytest.param(("compare", CITY, DISTRICT, SMALL, "--rank"), id="compare peers"),
        pytest.param(("workshop", FOLDER, "-o", "kit"), id="workshop"),
        pytest.param(("agree", FOLDER, "-o", "agreed.yaml", "--plain"), id="agree"),
        pytest.param(("profile", "anonymize", CITY, "-o", "anonymous", "--key", "key.txt"), id="profile anonymize"),
        pytest.param(("report", OLD), id="report on an older profile"),
        pytest.param(("assess", "--plain", "--checklist", "topics"), id="the matrix"),
        pytest.param(NEW, id="profile new"),
        pytest.param((*NEW, "--population", "45.000"), id="a wrong number"),
        pytest.param(("profile", "check", SMALL, "nothing.yaml"), id="profile check"),
        pytest.param(("report", SMALL, "--top", "0"), id="a number too small"),
        pytest.param(("report", SMALL, "--format", "doc"), id="a wrong choice"),
        pytest.param(("report", SMALL, "--tpo"), id="a wrong option"),
        pytest.param(("repot",), id="a wrong command"),
        pytest.param(("assess", "--plain"), id="the choice of a checklist"),
        pytest.param(("assess", "--plain", "--checklist", "cooperation"), id="assess --plain"),
    ],
)
def test_everything_a_call_says_is_in_the_catalogue(mo_check: Call, said: set[str], arguments: tuple[str, ...]) -> None:
    """No msgid falls back to German, whether it stands in a table, a page of help or an error."""
    mo_check("--lang", "en", *arguments, given=INTERVIEW)
    assert said
    assert said - KNOWN == set()


def test_the_usage_line_names_a_command_without_arguments(mo_check: Call) -> None:
    """There is nothing to give it, and still the call is told."""
    assert mo_check("checklist", "list", "--help", "--lang", "en").out.startswith("Usage: mo-check checklist list\n")


def test_a_missing_argument_is_named_without_its_dots(mo_check: Call) -> None:
    """The dots say that there may be several; in a sentence they would be one too many."""
    assert mo_check("report", "--lang", "en").err.endswith("Error: Missing: PROFILE.\n")


@pytest.mark.parametrize("option", ["--lang", "--checklists"])
def test_a_general_option_without_its_value_is_refused(mo_check: Call, option: str) -> None:
    """It is taken out before the command sees it, and misses its value as any other would."""
    ended = mo_check("report", option)
    assert (ended.code, ended.err) == (2, f"Die Option „{option}“ braucht einen Wert.\n")


def test_the_report_begins_in_english(mo_check: Call) -> None:
    """Kind, state, numbers, perspective, checklist and date; what people say stays as it is."""
    lines = mo_check("report", SMALL, "--lang", "en").out.splitlines()
    assert [line.strip() for line in lines[1:4]] == [
        "Town within a district, Brandenburg, 17,800 inhabitants",
        "Self-assessment by the administration · Stelle für Integration und Ehrenamt",
        "Working with migrant organisations · 10 November 2026",
    ]


def test_the_interview_is_held_in_english(mo_check: Call) -> None:
    """The English keys are heard, and what was said is noted in English."""
    out = mo_check(
        "--lang", "en", "assess", "a.yaml", "--plain", "--checklist", "cooperation", given="A\n3\n0\n\nOffice\n1 2\nu\nq\n"
    ).out
    assert out.startswith("Welcome. First a few details, then the questions. Every answer is saved at once.\n")
    assert "Your answer: Noted: unknown\n" in out
    assert out.endswith("mo-check assess a.yaml --only-open\n")

"""The pages of a comparison: head, warnings, what is left out, what comes next, and what each situation shows."""

from collections.abc import Sequence
from datetime import date

import pytest

from answers import answer_of
from builders import Given, checklist, common, compared, dimension, for_all, item, profile, side, source
from drawing import drawn
from matrices import fields, matrix
from mo_check.compare.pages.comparison_page import ComparisonContent, View, comparison_page
from mo_check.compare.pure.comparing import GivenFile
from mo_check.document.blocks import Commands, Document, Heading, Table
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.model.item import Perspective
from mo_check.model.profile import Profile
from mo_check.model.voices import FileFate, Voiced
from mo_check.render.markdown import markdown

CITY, CLUBS = "municipality", "migrant_organisation"
ONE = checklist(common("d.a"))
PAPER = source(why="insight")
OLD, NEW = date(2024, 5, 1), date(2026, 5, 1)


def page(profiles: Sequence[Profile], mode: str = "perspectives", held: Checklist = ONE, **view: object) -> Document:
    """Return the page of some profiles."""
    shown = ComparisonContent(compared(held, profiles, mode), (PAPER,))
    return comparison_page(shown, View(**view), language("de"))  # type: ignore[arg-type]


def text(*arguments: object, **view: object) -> str:
    """Return the page as text, with ordinary blanks."""
    return markdown(page(*arguments, **view)).replace("\u00a0", " ")  # type: ignore[arg-type]


def headings(found: Document) -> list[str]:
    """Return the headings of level 2."""
    return [block.text for block in found.blocks if isinstance(block, Heading) and block.level == 2]


def commands(found: Document) -> tuple[str, ...]:
    """Return what can be typed next."""
    return next(block.lines for block in found.blocks if isinstance(block, Commands))


TWO_SIDES = [*side(CITY, {"d.a": "good"}), *side(CLUBS, {"d.a": "none"}, {"d.a": "some"})]


def test_the_head_says_what_is_compared() -> None:
    """The subject, the situation with its sides or profiles, the checklist and the days."""
    dated = [one for n, day in enumerate((OLD, NEW)) for one in side((CITY, CLUBS)[n], {"d.a": "good"}, day=day)]
    assert page(TWO_SIDES).title == "Musterstadt"
    assert page(TWO_SIDES).lines == ("Sichtweisen auf eine Kommune · Verwaltung 1 · Vereine 2", "Probe")
    assert page(dated).lines[1].replace("\u00a0", " ") == "Probe · 1. Mai 2024 – 1. Mai 2026"
    peers = [profile({"d.a": "good"}, name=name) for name in ("A", "B")]
    assert page(peers, "peers").title == "2 Kommunen im Vergleich"
    assert page(peers, "peers").lines[0] == "Mehrere Kommunen · 2 Profile"


def test_perspectives_show_everything_in_order() -> None:
    """What is missing first, then the types, the talk, the dimensions, all items, the agreement."""
    held = checklist(common("d.a", "d.b"), dimension("end", for_all(item("end.what", kind="text", asks_missing=True))))
    answers: list[dict[str, Given]] = [{"d.a": level, "d.b": "some"} for level in ("none", "some", "good", "good", "full")]
    answers[0] = answers[0] | {"end.what": answer_of(text="Ein Ofen.", read_aloud="yes")}
    found = page([*side(CITY, {"d.a": "full", "d.b": "none"}), *side(CLUBS, *answers)], held=held)
    assert headings(found) == [
        "Was aus Sicht der Befragten fehlt",
        "Wo man sich einig ist und wo nicht",
        "Darüber lohnt sich das Gespräch",
        "Handlungsfelder: gleich gefragt",
        "Alle gemeinsamen Fragen",
        "Wie einig sind sich die Befragten?",
    ]
    told = markdown(found)
    assert "- Ein Ofen.  \n  Vereine\n" in told
    assert "Vereine (5):" in told
    assert "alle Köpfe gezählt" in told


def test_only_what_asks_for_it_is_told_as_missing() -> None:
    """Whatever its dimension is called: a text that answers another question is none of what is missing."""
    held = checklist(common("d.a"), dimension("closing", for_all(item("closing.praise", kind="text"))))
    answers: dict[str, Given] = {"d.a": "good", "closing.praise": answer_of(text="Der Ofen ist warm.")}
    found = page([*side(CITY, {"d.a": "full"}), *side(CLUBS, answers)], held=held)
    assert "Was aus Sicht der Befragten fehlt" not in headings(found)
    assert "Ofen" not in markdown(found)


def test_below_five_respondents_there_is_no_alpha() -> None:
    """Neither of a side nor of all together."""
    assert "Alpha" not in text(TWO_SIDES)


def test_doubtful_voices_make_no_five() -> None:
    """Neither of a side nor of all together."""
    five = [*side(CITY, {"d.a": "good"}), *side(CLUBS, *({"d.a": level} for level in ("none", "some", "good", "full")))]
    for doubtful, told in (({}, True), ({Perspective(CLUBS): 1}, False)):
        shown = ComparisonContent(compared(ONE, five)._replace(doubtful=doubtful), (PAPER,))
        assert ("Krippendorff" in markdown(comparison_page(shown, View(), language("de")))) is told


def test_top_is_how_many_items_are_shown_in_detail() -> None:
    """The rest stands in the table of all items."""
    held = checklist(common("d.a", "d.b", "d.c"))
    profiles = [*side(CITY, {i.id: "full" for i in held.items()}), *side(CLUBS, {i.id: "none" for i in held.items()})]
    for top in (1, 2, 3):
        found = page(profiles, held=held, top=top)
        assert sum(1 for block in found.blocks if isinstance(block, Heading) and block.level == 3) == top
        tables = [block for block in found.blocks if isinstance(block, Table) and block.columns[0].header == "Kriterium"]
        assert len(tables[0].rows) == 3


def test_labels_are_columns_only_where_they_are_asked_for() -> None:
    """Else the sides are."""
    assert f"{CLUBS} 2".replace("_", "\\_") in text(TWO_SIDES, names=True)
    assert CLUBS.replace("_", "\\_") not in text(TWO_SIDES)


def test_many_profiles_are_told_in_short() -> None:
    """With more than eight between peers by their middle and spread."""
    many = [profile({"d.a": "good"}, name=f"S{number}") for number in range(9)]
    assert "| Handlungsfeld | Mitte |" in text(many, "peers")


@pytest.mark.parametrize(
    ("after", "claim"),
    [
        ("full", "Der Wert ist höher"),
        ("none", "Es hat sich nichts geändert"),
        ("unknown", "Keine Frage wurde beide Male"),
    ],
    ids=["higher", "same", "nothing"],
)
def test_over_time_what_may_be_said_stands_first(after: Given, claim: str) -> None:
    """And the words follow the claim."""
    held = checklist(common(*(f"d.i{n}" for n in range(9))))
    both = [profile({i.id: level for i in held.items()}, day=day) for level, day in (("none", OLD), (after, NEW))]
    found = text(both, "time", held)
    assert claim in found
    assert found.index(claim) < found.index("## Handlungsfelder")


def test_over_time_changes_are_listed_by_direction() -> None:
    """Risen, fallen, newly answered, no longer answered; the largest first, the rest counted."""
    held = checklist(common("d.a", "d.b", "d.c", "d.d", "d.e", "d.f"))
    before = profile({"d.a": "none", "d.b": "none", "d.c": "full", "d.d": "unknown", "d.e": "some", "d.f": "some"}, day=OLD)
    after = profile({"d.a": "full", "d.b": "some", "d.c": "none", "d.d": "good", "d.e": "unknown", "d.f": "some"}, day=NEW)
    found = text([before, after], "time", held, top=1)
    for heading in ("Gestiegen (2)", "Gesunken (1)", "Neu beantwortet (1)", "Jetzt ohne Antwort (1)"):
        assert f"## {heading}" in found
    assert "Dazu 1 weitere Frage." in found
    assert "1 Frage blieb, wie sie war." in found


def test_peers_show_pairs_and_common_gaps_and_a_rank_only_if_asked_for() -> None:
    """Who could learn from whom, what a network could do together."""
    held = checklist(*(dimension(name, f"{name}.a") for name in ("one", "two", "three")))
    peers = [
        profile({"one.a": "full", "two.a": "none", "three.a": "none"}, name="A-Stadt"),
        profile({"one.a": "none", "two.a": "full", "three.a": "some"}, name="B-Stadt"),
    ]
    found = page(peers, "peers", held)
    assert headings(found) == ["Handlungsfelder", "Wer von wem lernen könnte", "Gemeinsame Lücken"]
    told = text(peers, "peers", held)
    assert "A-Stadt kann zeigen: one (100 gegenüber 0)" in told
    assert "| three.a | three | 2 von 2 |" in told
    assert "--rank" in "".join(commands(found))
    ranked = page(peers, "peers", held, rank=True)
    assert "Rang" in headings(ranked)
    assert "--rank" not in "".join(commands(ranked))


def test_peers_of_one_name_are_told_apart_by_who_answered() -> None:
    """Only where a name stands twice."""
    peers = [profile({"d.a": "full"}, name=name, label=label) for name, label in (("A", "Amt"), ("A", "Büro"), ("B", "Rat"))]
    told = text(peers, "peers")
    assert "A (Amt)" in told
    assert "A (Büro)" in told
    assert "Rat" not in told


def test_items_left_out_are_named_by_reason_and_the_rest_counted() -> None:
    """Six names, then a number."""
    held = checklist(common("d.a"), dimension("own", *(f"own.i{n}" for n in range(8))))
    told = text(TWO_SIDES, "perspectives", held)
    assert "**Nicht allen gestellt:** own.i0, own.i1, own.i2, own.i3, own.i4 und own.i5 sowie 2 weitere Fragen." in told


def test_quick_checks_among_full_profiles_are_said() -> None:
    """They count item by item only; sides are compared item by item anyway."""
    held = checklist(common("d.a", quick=True))
    peers = [profile({"d.a": "good"}, name="A"), profile({"d.a": "none"}, name="B", scope="quick")]
    assert "1 Profil ist ein Kurzcheck" in text(peers, "peers", held)
    assert "Kurzcheck" not in text(side(CITY, {"d.a": "good"}, {"d.a": "full"}, scope="quick"), held=held)
    assert "Kurzcheck" not in text([*side(CITY, {"d.a": "good"}), *side(CLUBS, {"d.a": "none"}, scope="quick")], held=held)


FILES = (
    GivenFile("x/neu.yaml", Perspective.MUNICIPALITY, Voiced(FileFate.COUNTED)),
    GivenFile("x/alt.yaml", Perspective.MUNICIPALITY, Voiced(FileFate.REPLACED, 0), "x/neu.yaml"),
    GivenFile("x/a.yaml", Perspective.MIGRANT_ORGANISATION, Voiced(FileFate.COUNTED)),
    GivenFile("x/b.yaml", Perspective.MIGRANT_ORGANISATION, Voiced(FileFate.COPY, 2), "x/a.yaml"),
    GivenFile("x/c.yaml", Perspective.MIGRANT_ORGANISATION, Voiced(FileFate.SAME_DAY, 2), "x/a.yaml"),
    GivenFile("x/d.yaml", Perspective.MIGRANT_ORGANISATION, Voiced(FileFate.TWIN, 2), "x/a.yaml"),
    GivenFile("x/e.yaml", Perspective.MIGRANT_ORGANISATION),
)


def of_files(hiding: Sequence[str] = (), **view: object) -> Document:
    """Return the page of two sides that came from these files."""
    shown = ComparisonContent(compared(ONE, TWO_SIDES, hiding=hiding)._replace(files=FILES), (PAPER,))
    return comparison_page(shown, View(**view), language("de"))  # type: ignore[arg-type]


def test_how_many_files_became_how_many_voices_stands_in_the_head() -> None:
    """In its last line."""
    assert of_files().lines[-1] == "7 Dateien, 3 Stimmen"


def test_files_that_are_no_voice_are_named_but_not_those_of_a_hidden_side() -> None:
    """Of a hidden side only the side is said, once."""
    told = markdown(of_files())
    for sentence in (
        "alt.yaml: Es gibt ein späteres Profil derselben Stelle.",
        "b.yaml: Dasselbe steht schon in einer anderen Datei.",
        "c.yaml: Dieselbe Stelle hat am selben Tag auch anders geantwortet.",
        "d.yaml: Dasselbe hat auch eine andere Stelle geantwortet.",
        "e.yaml: keine Antworten auf diese Checkliste.",
    ):
        assert sentence in told
    hidden = markdown(of_files([CLUBS]))
    assert "alt.yaml: Es gibt" in hidden
    assert "Vereine: Dasselbe steht" in hidden
    assert [name for name in ("a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml") if name in hidden] == []


def test_what_becomes_of_each_file_is_told_if_asked_for() -> None:
    """A row a file; those of a hidden side stand together."""
    assert "Die Dateien" not in headings(of_files())

    def table(hiding: Sequence[str] = ()) -> list[tuple[object, ...]]:
        blocks = of_files(hiding, explain_files=True).blocks
        return next([*b.rows] for b in blocks if isinstance(b, Table) and b.columns[0].header == "Datei")

    assert table() == [
        ("neu.yaml", "zählt als Stimme"),
        ("alt.yaml", "ersetzt durch neu.yaml"),
        ("a.yaml", "zählt als Stimme"),
        ("b.yaml", "dasselbe wie a.yaml"),
        ("c.yaml", "dieselbe Stelle wie a.yaml, andere Antworten: zählt, aber nicht zur Mindestzahl"),
        ("d.yaml", "dieselben Antworten wie a.yaml: zählt, aber nicht zur Mindestzahl"),
        ("e.yaml", "keine Antworten auf diese Checkliste"),
    ]
    assert table([CLUBS])[:3] == [
        ("neu.yaml", "zählt als Stimme"),
        ("alt.yaml", "ersetzt durch neu.yaml"),
        ("Vereine", "zählt als Stimme"),
    ]


def test_topics_stand_side_by_side() -> None:
    """A matrix without a score has its stages by side, the lower middle of several; who hides is left out."""
    held = matrix()
    held = held.model_copy(
        update={"dimensions": tuple(d.model_copy(update={"items": tuple(for_all(i) for i in d.items)}) for d in held.dimensions)}
    )
    regular = fields(sport={"exchange": "regular", "bodies": "seat", "events": ("joint",), "projects": ("joint",)})
    nothing = fields(sport={"exchange": "none", "bodies": "none", "events": ("none",), "projects": ("none",)})
    profiles = [*side(CITY, regular), *side(CLUBS, nothing, regular)]
    table = next(b for b in page(profiles, held=held).blocks if isinstance(b, Table) and b.columns[0].header == "Thema")
    assert [column.header for column in table.columns] == ["Thema", "Verwaltung", "Vereine"]
    assert [getattr(cell, "word", cell) for cell in table.rows[0]] == ["Sport", "zusammen planen", "nichts"]
    assert [getattr(cell, "word", cell) for cell in table.rows[1][1:]] == ["unklar", "unklar"]
    shown = ComparisonContent(compared(held, profiles, hiding=[CLUBS]), (PAPER,))
    hidden = comparison_page(shown, View(), language("de"))
    table = next(b for b in hidden.blocks if isinstance(b, Table) and b.columns[0].header == "Thema")
    assert [column.header for column in table.columns] == ["Thema", "Verwaltung"]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_page_keeps_to_its_width(width: int) -> None:
    """No line but a command is wider than the screen."""
    lines = [line for line in drawn(page(TWO_SIDES, names=True), width) if "mo-check " not in line]
    assert max(len(line) for line in lines) <= width

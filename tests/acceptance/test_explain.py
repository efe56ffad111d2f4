"""``explain``: three small profiles worked out by hand, and what it answers to a name it does not know."""

from pathlib import Path

import pytest

from calling import PROFILES, Call, Write, checklist_yaml, flat, level_yaml, profile_yaml

SELECT = """      - id: b.one
        short: Kriterium b.one
        kind: select
        question: Was davon?
        options:
          - {id: first, label: erstens}
          - {id: second, label: zweitens, credit: 1}
          - {id: third, label: drittens, credit: 0.5}
          - {id: none, label: nichts davon}
        levels:
          - {id: none, label: nichts, from_credit: 0}
          - {id: some, label: etwas, from_credit: 1}
          - {id: many, label: viel, from_credit: 2}
        steps:
          unmet: {text: Anfangen., who: Amt, effort: 1, effect: 2, horizon: sofort}
          partial: {text: Weitermachen., who: Amt, effort: 1, effect: 2, horizon: sofort}
"""
TWO = checklist_yaml(
    a="2\n" + level_yaml("a.one") + level_yaml("a.two", "weight: 2") + level_yaml("a.three"),
    b="1\n" + SELECT + level_yaml("b.two"),
)
ANSWERS = {
    "a.one": "{level: good}",
    "a.two": "{level: some}",
    "a.three": "{status: unknown}",
    "b.one": "{options: [first, third]}",
    "b.two": "{status: elsewhere, who: Landkreis}",
}


@pytest.fixture
def explained(mo_check: Call, write: Write) -> Call:
    """Return a function that explains answers to a checklist of its own."""

    def call(checklist: str, answers: dict[str, str], *name: str) -> str:
        path = write(profile_yaml(answers, checklist="probe"))
        ended = mo_check("explain", path, *name, "--checklist", write(checklist, "probe.yaml"))
        assert (ended.code, ended.err) == (0, "")
        return flat(ended.out)

    return call


def test_a_total_worked_out_by_hand(explained: Call) -> None:
    """Two dimensions of weights 2 and 1, with an unknown item in the first and one done elsewhere in the second.

    a: (1·2/3 + 2·1/3) / 3 = 4/9; of 4 weights 3 are scored, so from (4/3)/4 = 1/3 to (4/3 + 1)/4 = 7/12, coverage 3/4.
    b: one option of 1 and one of 0.5 reach the level from 1 on, the second of three: 1/2. The other item is done elsewhere
    and leaves the range alone: 1/2 to 1/2, coverage (1 + 1)/2 = 1.
    total: (2·4/9 + 1·1/2) / 3 = 25/54 = 46.30; from (2·1/3 + 1/2)/3 = 7/18 = 38.89 to (2·7/12 + 1/2)/3 = 5/9 = 55.56.
    """
    told = explained(TWO, ANSWERS)
    assert "Feld a 2 4/9 1/3 7/12 3/4" in told
    assert "Feld b 1 1/2 1/2 1/2 1" in told
    assert "(2·4/9 + 1·1/2) / 3 = 25/54 = 46,30" in told
    assert "von 38,89 bis 55,56" in told


def test_a_dimension_worked_out_by_hand(explained: Call) -> None:
    """Five items at 1, their neighbour at 1/3, and a child asked from 2/3 on, which therefore counts 0 (docs/method.md).

    (5·1 + 1/3 + 0) / 7 = (16/3) / 7 = 16/21 = 76.19; everything is settled, so the range is that number alone.
    """
    full = [f"a.n{n}" for n in range(5)]
    child = level_yaml("a.child", "when: {item: a.parent, at_least: good}")
    checklist = checklist_yaml(a="1\n" + "".join(map(level_yaml, full)) + level_yaml("a.parent") + child)
    told = explained(checklist, dict.fromkeys(full, "{level: full}") | {"a.parent": "{level: some}"}, "a")
    assert "(1·1 + 1·1 + 1·1 + 1·1 + 1·1 + 1·1/3 + 1·0) / 7 = 16/21 = 76,19" in told
    assert "(7 + 0) / 7 = 100 %" in told
    assert "16/3 / 7 = 76,19" in told
    assert "(16/3 + 0) / 7 = 76,19" in told


def test_a_dimension_with_work_done_elsewhere(explained: Call) -> None:
    """Ten items: six at 1/2 in the mean, two done elsewhere, one unknown, one not applicable (docs/method.md, second vector).

    Scored: three at 2/3 and three at 1/3, together 3; 3/6 = 1/2. Applicable 9: coverage (6 + 2)/9 = 89 %.
    Without the two elsewhere 7 weights: from 3/7 = 42.86 to (3 + 1)/7 = 57.14.
    """
    ids = [f"a.n{n}" for n in range(10)]
    given = ["{level: good}"] * 3 + ["{level: some}"] * 3 + ["{status: elsewhere, who: Kreis}"] * 2
    given += ["{status: unknown}", "{status: not_applicable, reason: gibt es nicht}"]
    told = explained(checklist_yaml(a="1\n" + "".join(map(level_yaml, ids))), dict(zip(ids, given, strict=True)), "a")
    assert "/ 6 = 1/2 = 50,00" in told
    assert "(6 + 2) / 9 = 89 %" in told
    assert "3 / 7 = 42,86" in told
    assert "(3 + 1) / 7 = 57,14" in told


def test_an_item_worked_out_by_hand(explained: Call) -> None:
    """What an item is worth and costs: 100 · 2/3 · 2/3 · (1 − 1/3) = 800/27 = 29.63; of the three gaps the costliest.

    The others cost 100 · 2/3 · 1/3 · 1/3 = 7.41 and 100 · 1/3 · 1 · 1/2 = 16.67, together 53.70 = 100 − 46.30.
    """
    told = explained(TWO, ANSWERS, "a.two")
    assert "100 · 2/3 · 2/3 · (1 − 1/3) = 29,63" in told
    assert "▸ etwas 1/3" in told
    assert "100 · 2/3 · 1/3 · (1 − 2/3) = 7,41" in explained(TWO, ANSWERS, "a.one")


def test_an_item_of_options_worked_out_by_hand(explained: Call) -> None:
    """The credits of what was chosen: 1 + 1/2 = 3/2 reaches the level from 1 on; it costs 100 · 1/3 · 1/1 · 1/2 = 16.67."""
    told = explained(TWO, ANSWERS, "b.one")
    assert "1 + 1/2 = 3/2, das reicht für „etwas“ (ab 1)." in told
    assert "100 · 1/3 · 1/1 · (1 − 1/2) = 16,67" in told


def test_an_item_stands_beside_what_the_paper_says(mo_check: Call) -> None:
    """An item of the shipped checklist is explained with its statement, section and id, and its key reason."""
    ended = mo_check("explain", PROFILES / "small-town.yaml", "concept.written")
    told = flat(ended.out)
    assert ended.code == 0
    assert "(setup.strategy)" in told or "(concept.adopted)" in told
    assert "Abschnitt „" in told
    assert "Schlüsselkriterium:" in told


@pytest.mark.parametrize(
    ("name", "near"),
    [
        pytest.param("room", "rooms", id="a dimension"),
        pytest.param("concept.writen", "concept.written", id="an item"),
        pytest.param("zzz", "understanding, concept, staff, funding, rooms", id="nothing near: the dimensions"),
        pytest.param("[/1]", "understanding", id="markup"),
    ],
)
def test_an_unknown_name_gets_near_ones(mo_check: Call, name: str, near: str) -> None:
    """A name that is neither a dimension nor an item is a usage error with near misses."""
    ended = mo_check("explain", PROFILES / "small-town.yaml", name)
    assert (ended.code, ended.out) == (2, "")
    assert f"„{name}“" in ended.err
    assert near in ended.err


def test_an_item_outside_the_quick_check_is_not_there(mo_check: Call, write: Write) -> None:
    """In a quick profile only its fifteen items can be explained."""
    ended = mo_check("explain", write(profile_yaml(scope="quick")), "rooms.dedicated")
    assert ended.code == 2
    assert "rooms.dedicated" in ended.err


def test_an_empty_profile_is_explained(mo_check: Call, write: Write) -> None:
    """Without any answer there is a page, and no number is made up."""
    ended = mo_check("explain", write(profile_yaml()))
    assert ended.code == 0
    assert "Musterstadt" in ended.out
    assert "von 0,00 bis 100,00" in flat(ended.out)


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["small-town", "rural-district", "large-city"])
def test_everything_in_a_profile_can_be_explained(mo_check: Call, profile: str) -> None:
    """Every dimension that the report names can be explained, down to the commands that the page proposes."""
    path = PROFILES / f"{profile}.yaml"
    for dimension in ("understanding", "concept", "staff", "funding", "rooms", "levels", "fairness", "closing"):
        ended = mo_check("explain", path, dimension)
        assert ended.code == 0
        proposed = {word for word in ended.out.split() if word.startswith(f"{dimension}.")}
        assert proposed
        assert {mo_check("explain", path, item).code for item in proposed} == {0}


def test_a_missing_profile_is_named(mo_check: Call, tmp_path: Path) -> None:
    """A profile that is not there is named, and nothing is drawn."""
    ended = mo_check("explain", tmp_path / "none.yaml")
    assert (ended.code, ended.out) == (3, "")
    assert "none.yaml: Die Datei gibt es nicht." in ended.err

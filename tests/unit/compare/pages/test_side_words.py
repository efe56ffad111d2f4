"""Sentences that say who sees what how."""

import pytest

from builders import SIDES, Given, checklist, common, compared, dimension, for_all, item, side
from mo_check.compare.pages.side_words import COMPARISON_MODES, MEANINGS, TYPES, type_word, what_is_seen
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.sides import ComparedItem, ItemType, compared_items
from mo_check.languages import language
from mo_check.model.checklist import Checklist
from mo_check.model.item import About

GERMAN = language("de")
ONE = checklist(common("d.a"))


def seen(held: Checklist = ONE, **sides: list[Given]) -> ComparedItem:
    """Return the only item as these sides see it."""
    profiles = [one for name, given in sides.items() for one in side(name, *({"d.a": level} for level in given))]
    return compared_items(compared(held, profiles).sides)[0]


@pytest.mark.parametrize(
    ("sides", "word", "sentence"),
    [
        pytest.param(
            {"municipality": ["full"], "migrant_organisation": ["some"]},
            "Wahrnehmungslücke",
            "Aus Sicht der Verwaltung steht es besser als aus Sicht der Vereine, um 67 von 100 Punkten. Es ist je eine Stimme.",
            id="perception gap",
        ),
        pytest.param(
            {"municipality": ["none"], "migrant_organisation": ["full"]},
            "Wahrnehmungslücke",
            "Aus Sicht der Vereine steht es besser als aus Sicht der Verwaltung, um 100 von 100 Punkten. Es ist je eine Stimme.",
            id="the other way round",
        ),
        pytest.param(
            {"migrant_organisation": ["none", "full"]},
            "uneinig",
            "Unter den Vereinen gehen die Antworten weit auseinander.",
            id="divided",
        ),
        pytest.param(
            {"municipality": ["good"], "department": ["unknown"]},
            "nicht angekommen",
            "Bei den Fachämtern ist davon meist nichts angekommen.",
            id="unknown",
        ),
        pytest.param(
            {"municipality": ["elsewhere"], "department": ["good"]},
            "trifft es zu?",
            "Für die Verwaltung trifft es meist nicht zu, oder es geschieht woanders.",
            id="applicability",
        ),
        pytest.param(
            {"municipality": ["full"], "department": ["good"]},
            "gemeinsame Stärke",
            "Alle sehen das erfüllt; ein Hindernis ist es für niemanden mehr.",
            id="shared strength",
        ),
        pytest.param(
            {"municipality": ["some"], "department": ["none"]},
            "gemeinsame Lücke",
            "Alle sehen hier noch eine Lücke.",
            id="shared gap",
        ),
        pytest.param({"municipality": ["full"]}, "–", "Dazu hat nur eine Seite eine Stufe genannt.", id="one side alone"),
        pytest.param({"municipality": ["elsewhere"]}, "–", "Dazu hat niemand eine Stufe genannt.", id="nobody gave a level"),
    ],
)
def test_what_makes_an_item_worth_talking_about(sides: dict[str, list[Given]], word: str, sentence: str) -> None:
    """Its type in a word, and in a sentence who it is about."""
    found = seen(**sides)
    assert (type_word(found, GERMAN), what_is_seen(found, GERMAN)) == (word, sentence)


def test_every_side_can_be_named() -> None:
    """Each of them may see it better, worse, be divided, not know, or be one of several at an end."""
    for one in SIDES:
        for other in SIDES:
            if one != other:
                assert "um 100 von 100 Punkten." in what_is_seen(seen(**{one: ["full"], other: ["none"]}), GERMAN)
        assert what_is_seen(seen(**{one: ["none", "full"]}), GERMAN).endswith("gehen die Antworten weit auseinander.")
    told = what_is_seen(seen(municipality=["full"], department=["none"] * 3, migrant_organisation=["none"] * 2), GERMAN)
    assert told == (
        "Aus Sicht der Verwaltung steht es besser als aus Sicht der Fachämter und der Vereine, um 100 von 100 Punkten. "
        "Wenige Stimmen: Verwaltung 1 und Vereine 2."
    )


@pytest.mark.parametrize(
    ("about", "differ", "sides", "sentence"),
    [
        pytest.param(
            "own_experience",
            False,
            {"municipality": ["good"], "migrant_organisation": ["good", "full", "none", "some", "some"]},
            "Die Verwaltung sagt: good. Von 5 Vereinen erleben es so: 2; nicht oder nur zum Teil: 3.",
            id="does not reach everyone",
        ),
        pytest.param(
            "own_experience",
            False,
            {"municipality": ["good"], "migrant_organisation": ["some"]},
            "Die Verwaltung sagt: good. Der eine Verein, der davon erzählt, erlebt es nicht oder nur zum Teil.",
            id="one association",
        ),
        pytest.param(
            "own_experience",
            True,
            {"municipality": ["good"], "migrant_organisation": ["none", "some"]},
            "Die Verwaltung sagt: good. Auf ihre eigene Frage sagen die Vereine in der Mitte: none bis some.",
            id="at levels of their own",
        ),
        pytest.param(
            "own_experience",
            False,
            {"migrant_organisation": ["none", "full"]},
            "Die Vereine erleben es sehr verschieden.",
            id="experienced differently",
        ),
        pytest.param(
            "own_unit",
            False,
            {"department": ["none", "full"]},
            "Die Fachämter halten es sehr verschieden.",
            id="organised differently",
        ),
        pytest.param(
            "own_unit",
            False,
            {"municipality": ["full"], "department": ["none"]},
            "Die Seiten wurden nach Verschiedenem gefragt; ihre Antworten stehen nebeneinander.",
            id="side by side",
        ),
        pytest.param(
            "municipality",
            True,
            {"municipality": ["full"], "department": ["none"]},
            "Die Seiten wurden nach Verschiedenem gefragt; ihre Antworten stehen nebeneinander.",
            id="other thresholds",
        ),
        pytest.param(
            "municipality",
            False,
            {"municipality": ["good"], "department": ["some", "good"]},
            "Wer nach demselben gefragt wurde, antwortet fast gleich.",
            id="near",
        ),
    ],
)
def test_who_was_asked_about_something_else_is_never_said_to_see_it_better(
    about: str, sides: dict[str, list[Given]], sentence: str, *, differ: bool
) -> None:
    """Each side tells of what it was asked about."""
    held = for_all(item("d.a"))
    own = {"about": About(about), "levels_differ": differ}
    worded = {who: wording.model_copy(update=own) for who, wording in held.for_.items()}
    asked = checklist(dimension("d", held.model_copy(update={"for_": worded})))
    assert what_is_seen(seen(asked, **sides), GERMAN) == sentence


def test_of_a_hidden_side_no_number_is_said() -> None:
    """That it does not reach all is said in a word."""
    held = for_all(item("d.a"))
    worded = {who: wording.model_copy(update={"about": About.OWN_EXPERIENCE}) for who, wording in held.for_.items()}
    asked = checklist(dimension("d", held.model_copy(update={"for_": worded})))
    clubs = side("migrant_organisation", *({"d.a": level} for level in ("none", "some", "some", "good", "full")))
    comparison = compared(asked, [*side("municipality", {"d.a": "full"}), *clubs], hiding=["migrant_organisation"])
    assert what_is_seen(comparison.items[0], GERMAN) == "Die Verwaltung sagt: full. Viele Vereine erleben es nicht so."


def test_every_type_and_situation_has_its_words() -> None:
    """None is forgotten."""
    assert set(TYPES) == set(MEANINGS) == set(ItemType)
    assert set(COMPARISON_MODES) == set(ComparisonMode)

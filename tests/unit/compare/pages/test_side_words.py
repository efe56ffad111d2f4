"""Sentences that say who sees what how."""

import pytest

from builders import SIDES, Given, checklist, common, compared, side
from mo_check.compare.pages.side_words import COMPARISON_MODES, MEANINGS, TYPES, type_word, what_is_seen
from mo_check.compare.pure.comparison_mode import ComparisonMode
from mo_check.compare.pure.sides import ComparedItem, ItemType, compared_items
from mo_check.languages import language

GERMAN = language("de")
ONE = checklist(common("d.a"))


def seen(**sides: list[Given]) -> ComparedItem:
    """Return the item as these sides see it."""
    profiles = [one for name, given in sides.items() for one in side(name, *({"d.a": level} for level in given))]
    return compared_items(compared(ONE, profiles).sides)[0]


@pytest.mark.parametrize(
    ("sides", "word", "sentence"),
    [
        pytest.param(
            {"municipality": ["full"], "migrant_organisation": ["some"]},
            "Wahrnehmungslücke",
            "Die Verwaltung sieht es günstiger als die Vereine, um 67 von 100 Punkten.",
            id="perception gap",
        ),
        pytest.param(
            {"municipality": ["none"], "migrant_organisation": ["full"]},
            "Wahrnehmungslücke",
            "Die Vereine sehen es günstiger als die Verwaltung, um 100 von 100 Punkten.",
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
            "blinder Fleck",
            "Die Fachämter wissen es meist nicht oder haben es offen gelassen.",
            id="blind spot",
        ),
        pytest.param(
            {"municipality": ["elsewhere"], "department": ["good"]},
            "trifft es zu?",
            "Für die Verwaltung trifft es meist nicht zu, oder es geschieht woanders.",
            id="applicability",
        ),
        pytest.param(
            {"municipality": ["full"]},
            "gemeinsame Stärke",
            "Alle sehen das erfüllt; ein Hindernis ist es für niemanden mehr.",
            id="shared strength",
        ),
        pytest.param(
            {"municipality": ["some"]},
            "gemeinsame Lücke",
            "Die Seiten liegen nah beieinander, und mindestens eine sieht noch eine Lücke.",
            id="shared gap",
        ),
        pytest.param({"municipality": ["elsewhere"]}, "–", "Dazu hat niemand eine Stufe genannt.", id="nobody gave a level"),
    ],
)
def test_what_makes_an_item_worth_talking_about(sides: dict[str, list[Given]], word: str, sentence: str) -> None:
    """Its type in a word, and in a sentence who it is about."""
    found = seen(**sides)
    assert (type_word(found, GERMAN), what_is_seen(found, GERMAN)) == (word, sentence)


def test_every_side_can_be_named() -> None:
    """Each of them may see it better, worse, be divided or blind."""
    for one in SIDES:
        for other in SIDES:
            if one != other:
                assert what_is_seen(seen(**{one: ["full"], other: ["none"]}), GERMAN).endswith("um 100 von 100 Punkten.")
        assert what_is_seen(seen(**{one: ["none", "full"]}), GERMAN).endswith("gehen die Antworten weit auseinander.")


def test_every_type_and_situation_has_its_words() -> None:
    """None is forgotten."""
    assert set(TYPES) == set(MEANINGS) == set(ItemType)
    assert set(COMPARISON_MODES) == set(ComparisonMode)

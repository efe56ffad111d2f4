"""The two thresholds that every page speaks of are written once, and every page takes them from there."""

import ast
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from builders import checklist, common, compared, side
from mo_check.compare.pages import score_table
from mo_check.compare.pure.comparing import score_rows
from mo_check.document.blocks import Paragraph
from mo_check.languages import language
from mo_check.model.item import MET
from mo_check.render.styles import third_tone
from mo_check.scoring.assessing import ENOUGH
from program import modules, texts

GERMAN = language("de")
ONE = checklist(common("d.a"))
IN_WORDS = re.compile(r"\b(?:65|67)\b")
HOMES = {"model/item.py": MET, "scoring/assessing.py": ENOUGH}


def fractions(tree: ast.Module) -> Iterator[Fraction]:
    """Yield every fraction written out in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fraction":
            parts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, int)]
            if len(parts) == len(node.args) == 2:
                yield Fraction(*parts)


def test_each_threshold_is_written_once() -> None:
    """65 percent and two thirds stand where they are named, and nowhere else."""
    found = [(name, one) for name, tree in modules() for one in fractions(tree) if one in HOMES.values()]
    assert sorted(found) == sorted(HOMES.items())


def test_no_text_has_a_threshold_of_its_own() -> None:
    """A sentence that names one has a field for it."""
    found = [(name, text) for name, tree in modules() for text in texts(tree) if IN_WORDS.search(text)]
    assert found == []


def test_the_note_below_a_table_of_many_follows_the_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names from how many points on an item is met: 67, or what the threshold would be."""
    comparison = compared(ONE, side("migrant_organisation", {"d.a": "good"}, {"d.a": "full"}))
    rows = score_rows(comparison, {0: [one.assessment for one in comparison.compared]})
    for met, told in ((MET, "ab 67 von 100"), (Fraction(3, 4), "ab 75 von 100")):
        monkeypatch.setattr(score_table, "MET", met)
        note = score_table.summary_table(rows, GERMAN)[-1]
        assert isinstance(note, Paragraph)
        assert told in note.text


@pytest.mark.parametrize(
    ("value", "tone"),
    [(MET, "warm"), (MET - Fraction(1, 1000), "mild"), (MET / 2, "mild"), (Fraction(1, 3) - Fraction(1, 1000), "ground")],
)
def test_a_score_is_as_warm_as_the_third_it_lies_in(value: Fraction, tone: str) -> None:
    """Met, half of that, and less."""
    assert third_tone(value) == tone

"""Assessments as JSON: the same every time, numbers to six places, everything worked out by hand."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from builders import assess_total, assessed, cases, checklist, dimension, item, source
from mo_check.report.report_json import number, reports_json

SOURCE = source(why="insight", count={"kind": "figure", "value": 23, "of": 32})
COUNTED = item("d.a", key="Ein Engpass.", figures=[{"id": "count", "counts": {"level_from": "good"}}])
HELD = checklist(dimension("d", COUNTED, "d.b"))


def written(**answers: str) -> dict[str, Any]:
    """Return the report on answers, given as ``a="some"``, read back from its text."""
    assessment = assessed(HELD, {f"d.{name}": given_ for name, given_ in answers.items()})
    whole = json.loads(reports_json([("stadt.yaml", assessment, (SOURCE,))]))
    assert whole["format"] == "mo-check/reports/1"
    (report,) = whole["reports"]
    assert isinstance(report, dict)
    return report


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        (Fraction(1), 1),
        (Fraction(1, 3), 0.333333),
        (Fraction(2, 3), 0.666667),
        (Fraction(1, 2), 0.5),
        (22.5, 22.5),
        (Fraction(1, 10**7), 0),
    ],
)
def test_a_number_has_six_places_at_most(value: Fraction | float | None, shown: float | None) -> None:
    """Whole numbers have no point."""
    assert number(value) == shown
    assert type(number(value)) is type(shown)


def test_a_report_tells_scores_and_bottlenecks() -> None:
    """d.a at 1/3 and d.b at 1: (1/3 + 1) / 2 = 2/3, shown as 67; the key item is a bottleneck."""
    report = written(a="some", b="full")
    assert report["file"] == "stadt.yaml"
    assert report["total"] == {
        "score": 0.666667,
        "low": 0.666667,
        "high": 0.666667,
        "coverage": 1,
        "shown": "number",
        "display": 67,
    }
    assert report["bottlenecks"] == ["d.a"]
    assert report["unclear"] == []


def test_a_report_tells_every_item() -> None:
    """Standing, level, value, weight and the answer as it was given; an open item has no answer."""
    items = written(a="some")["dimensions"][0]["items"]
    assert items[0] == {
        "id": "d.a",
        "standing": "partial",
        "level": "some",
        "value": 0.333333,
        "weight": 1,
        "by_rule": False,
        "answer": {"level": "some"},
    }
    assert (items[1]["standing"], "answer" in items[1]) == ("open", False)


def test_a_report_tells_gaps_and_steps() -> None:
    """Alone d.a costs 100 · 1/2 · 2/3 = 33,333333 points, and its step closes it."""
    report = written(a="some", b="full")
    assert report["gaps"][0] == {"item": "d.a", "dimension": "d", "band": "partial", "cost": 33.333333}
    step = report["steps"][0]
    assert (step["items"], step["text"], step["cost"]) == (["d.a"], "d.a partial", 33.333333)


def test_a_report_tells_what_is_to_be_found_out() -> None:
    """d.b is unknown: half of the range hangs on it."""
    assert written(a="full", b="unknown")["find_out"] == [{"item": "d.b", "swing": 50}]


@pytest.mark.parametrize(("level", "here"), [("some", False), ("good", True), ("unknown", None)])
def test_a_report_tells_figures(level: str, here: bool | None) -> None:  # noqa: FBT001
    """Whether this profile counts among the 23, or whether that is not known."""
    assert written(a=level, b="full")["figures"] == [{"id": "count", "item": "d.a", "here": here}]


def test_several_reports_stand_in_one_list() -> None:
    """In the order in which they were given; none at all is an empty list."""
    assessment = assessed(HELD, {"d.a": "some"})
    text = reports_json([(name, assessment, (SOURCE,)) for name in ("b.yaml", "a.yaml")])
    assert [report["file"] for report in json.loads(text)["reports"]] == ["b.yaml", "a.yaml"]
    assert json.loads(reports_json([]))["reports"] == []


def test_words_keep_their_letters() -> None:
    """Umlauts are written as they are, and a hostile name stays data."""
    text = reports_json([('Räume"\\\n.yaml', assessed(HELD, {}), (SOURCE,))])
    assert "Räume" in text
    assert json.loads(text)["reports"][0]["file"] == 'Räume"\\\n.yaml'


@given(cases())
def test_every_assessment_can_be_written(case: Any) -> None:  # noqa: ANN401 - drawn by the builders
    """Whatever the checklist and the answers are, the text is JSON, the same twice, with numbers to six places."""
    held, profile = case
    assessment = assess_total(held, profile)
    text = reports_json([("stadt.yaml", assessment, ())])
    assert text == reports_json([("stadt.yaml", assessment, ())])
    assert json.loads(text, parse_float=_six_places)["format"] == "mo-check/reports/1"


def _six_places(text: str) -> float:
    assert len(text.partition(".")[2]) <= 6
    return float(text)

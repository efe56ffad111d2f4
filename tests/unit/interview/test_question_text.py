"""What a question says of the survey: the year of each figure is that of the source it stands in."""

from datetime import date

import pytest

from builders import DIGEST, checklist, dimension, item, profile, source
from mo_check.interview.beginning import begin_interview
from mo_check.interview.question_text import around
from mo_check.languages import language

LINKED = item(
    "d.a",
    figures=[{"id": "old.figure", "counts": {"level_from": "good"}}, {"id": "new.figure", "counts": {"level_from": "full"}}],
)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        (
            "de",
            [
                "2020 hatten das 23 von 32 befragten Kommunen (ab „good“).",
                "2030 hatten das 20 von 50 befragten Kommunen (ab „full“).",
            ],
        ),
        (
            "en",
            [
                "In 2020, 23 of 32 municipalities surveyed had this (from “good”).",
                "In 2030, 20 of 50 municipalities surveyed had this (from “full”).",
            ],
        ),
    ],
)
def test_a_figure_is_of_the_year_of_its_source(tag: str, told: list[str]) -> None:
    """Two sources, two years."""
    sources = (
        source(2020, old__figure={"kind": "figure", "value": "23", "of": "32"}),
        source(2030, new__figure={"kind": "figure", "value": "20", "of": "50"}),
    )
    asked = begin_interview(checklist(dimension("d", LINKED)), sources, DIGEST, profile(), date(2031, 1, 2)).question()
    assert asked is not None
    assert around(asked, language(tag)) == told

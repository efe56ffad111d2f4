"""What stands in the fields of a question becomes one answer, or is told to make none."""

import pytest

from mo_check.forms.read.parsed_answer import Contradictory, ParsedAnswer, answer_tree


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        pytest.param(ParsedAnswer(), {}, id="nothing"),
        pytest.param(ParsedAnswer(("good",)), {"level": "good"}, id="a level"),
        pytest.param(ParsedAnswer(("a", "b"), several=True), {"options": ["a", "b"]}, id="options"),
        pytest.param(ParsedAnswer(text="Ein Satz."), {"text": "Ein Satz."}, id="a text"),
        pytest.param(ParsedAnswer(("_unknown",), note="?"), {"status": "unknown", "note": "?"}, id="unknown"),
        pytest.param(ParsedAnswer(note="erst fragen"), {"status": "skipped", "note": "erst fragen"}, id="a note alone"),
        pytest.param(
            ParsedAnswer(("_not_applicable",), reason="nein"), {"status": "not_applicable", "reason": "nein"}, id="a reason"
        ),
        pytest.param(ParsedAnswer(("_elsewhere",), who="Kreis"), {"status": "elsewhere", "who": "Kreis"}, id="a name"),
    ],
)
def test_fields_that_fit_make_an_answer(said: ParsedAnswer, wanted: dict[str, object]) -> None:
    """A note alone leaves the question for later, as in the interview."""
    assert answer_tree(said) == wanted


@pytest.mark.parametrize(
    ("said", "part"),
    [
        pytest.param(ParsedAnswer(("good", "_unknown")), "answer", id="a level and a status"),
        pytest.param(ParsedAnswer(("_unknown", "_elsewhere"), who="Kreis"), "answer", id="two statuses"),
        pytest.param(ParsedAnswer(("_not_applicable",)), "detail", id="no reason"),
        pytest.param(ParsedAnswer(("_elsewhere",)), "detail", id="no name"),
        pytest.param(ParsedAnswer(("good",), reason="weil"), "detail", id="a reason for a level"),
        pytest.param(ParsedAnswer(("_elsewhere",), who="Kreis", reason="weil"), "detail", id="a reason beside a name"),
    ],
)
def test_fields_that_do_not_fit_are_told(said: ParsedAnswer, part: str) -> None:
    """With the field that is meant."""
    with pytest.raises(Contradictory) as caught:
        answer_tree(said)
    assert caught.value.part == part

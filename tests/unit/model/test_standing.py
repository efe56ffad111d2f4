"""The table of standings: what it says of each, and what follows from that."""

from mo_check.model.answer import AnswerFields, Status
from mo_check.model.standing import ScorePart, Standing
from mo_check.render.styles import TONES
from mo_check.render.terminal.glyphs import STYLES


def named(**wanted: bool) -> set[str]:
    """Return the standings of which all of this is so."""
    return {one.value for one in Standing if all(getattr(one, name) is value for name, value in wanted.items())}


def test_every_standing_does_one_thing_to_a_score() -> None:
    """It has a value, waits for an answer, or is not theirs; never two of these."""
    assert named(scored=True) == {"met", "partial", "unmet"}
    assert named(missing=True) == {"partial", "unmet"}
    assert named(waiting=True) == {"unknown", "open"}
    assert named(away=True) == {"not_applicable", "elsewhere"}
    assert named(applies=False) == {"not_applicable"}
    assert all(one.scored + one.waiting + one.away == 1 for one in Standing)


def test_every_part_of_a_score_is_played_by_a_standing() -> None:
    """No part stands in the table for nothing."""
    assert {one.part for one in Standing} == set(ScorePart)


def test_every_tone_has_its_colour_and_its_style() -> None:
    """On paper and on the screen."""
    assert {one.tone for one in Standing} <= TONES.keys()
    assert {one.tone for one in Standing} <= STYLES.keys()


def test_what_a_status_needs_is_a_field_of_an_answer() -> None:
    """No status leads to a standing with a value, and what it needs stands in the file."""
    assert {one.needs for one in Status if one.needs} <= AnswerFields.model_fields.keys()
    assert not any(one.standing.scored for one in Status)
